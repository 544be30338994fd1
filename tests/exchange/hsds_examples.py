"""The official examples and schemas of HSDS 3.0, and short ways to read and write."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from intake_app.directory.hsds.schema import ENTITIES
from intake_app.exchange.hsds_csv import read_hsds_csv
from intake_app.exchange.hsds_csv_out import write_hsds_csv
from intake_app.exchange.hsds_json import read_hsds_json
from intake_app.exchange.hsds_json_out import write_hsds_json

OFFICIAL = Path(__file__).parents[1] / "data" / "hsds-3.0"
OBJECTS = sorted(path for path in OFFICIAL.glob("examples/*.json") if path.name != "base.json") + sorted(
    OFFICIAL.glob("figures/*/*.json")
)
"""All that hold services or what belongs to them; `tabular.json` holds the tables as JSON."""
PACKAGES = [OFFICIAL / "examples" / "csv", *sorted(OFFICIAL.glob("figures/*"))]


def go_on(_done, _total):
    return True


def named(path):
    return f"{path.parent.name}-{path.stem}"


def schema(name):
    return json.loads((OFFICIAL / "schema" / f"{name}.json").read_text(encoding="utf-8"))


def validator(of):
    """What checks an object against an official schema, with references taken from the folder."""
    found = [(f"{name}.json", Resource(schema(name), DRAFT202012)) for name in ENTITIES]
    return Draft202012Validator(of, registry=Registry().with_resources(found))


def as_json(path, records):
    write_hsds_json(path, records, go_on)
    return json.loads(path.read_text(encoding="utf-8"))


def through_json(path, records):
    write_hsds_json(path, records, go_on)
    return read_hsds_json(path, go_on)


def through_csv(path, records):
    write_hsds_csv(path, records, go_on)
    return read_hsds_csv(path, go_on)


def read_text(path, text, **how):
    path.write_text(text, **{"encoding": "utf-8", "newline": "", **how})
    return read_hsds_json(path, go_on) if path.suffix == ".json" else read_hsds_csv(path.parent, go_on)


def leaves(value):
    """All single values at any depth, as text: an id that was written as a number is the same id."""
    if isinstance(value, dict):
        return {leaf for each in value.values() for leaf in leaves(each)}
    if isinstance(value, list):
        return {leaf for each in value for leaf in leaves(each)}
    return {str(value)}


def table(data):
    """Rows without their empty cells, in an order of their own; the examples write `null` for empty."""
    rows = csv.DictReader(io.StringIO(data.decode(), newline=""))
    return sorted(sorted((name, cell) for name, cell in row.items() if cell not in {"", "null"}) for row in rows)


def tables_of(path):
    """The tables of a package that was written, by file name."""
    with zipfile.ZipFile(path) as archive:
        return {name: table(archive.read(name)) for name in archive.namelist() if name.endswith(".csv")}
