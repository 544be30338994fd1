"""Write made-up services to a file.

python -m tools.example_directory 2000 OUT.json [--seed 1]     HSDS as JSON (.json) or tables (.zip), or our own
                                                               table (.csv, .xlsx)
python -m tools.example_directory --shipped                    resources/directory/waterrijk_buurten.yaml
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from intake_app.content.load import load
from intake_app.content.locate import resources_dir
from intake_app.content.source import read_source
from intake_app.directory.documents.document import records_of
from intake_app.directory.documents.own_taxonomy import taxonomy_records
from intake_app.directory.import_plan import Format
from intake_app.exchange.hsds_csv_out import write_hsds_csv
from intake_app.exchange.hsds_json_out import write_hsds_json
from intake_app.exchange.service_table import write_table
from intake_app.exchange.service_table_columns import TableWords
from tools.example_directory.make import EXAMPLE_DAY, make_services, waterrijk_services
from tools.example_directory.shipped import as_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intake_app.content.load import Content
    from intake_app.directory.model import Service
    from intake_app.directory.records import Key, Packed

SHIPPED = "directory/waterrijk_buurten.yaml"
RECORDS = {".json": write_hsds_json, ".zip": write_hsds_csv}
TABLES = {".csv": Format.TABLE_CSV, ".xlsx": Format.TABLE_XLSX}


def main() -> None:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m tools.example_directory", description="Make example services.")
    parser.add_argument("count", type=int, nargs="?", help="how many")
    parser.add_argument("out", type=Path, nargs="?", help="a file that ends in .json, .zip, .csv or .xlsx")
    parser.add_argument("--seed", type=int, default=1, help="another number gives other services")
    parser.add_argument("--shipped", action="store_true", help=f"write resources/{SHIPPED} instead")
    asked = parser.parse_args()
    if asked.shipped:
        (resources_dir() / SHIPPED).write_text(as_yaml(waterrijk_services()), encoding="utf-8")
        return
    if asked.out is None or asked.out.suffix not in RECORDS.keys() | TABLES.keys():
        parser.error("give a number and a file that ends in .json, .zip, .csv or .xlsx")
    content = load(read_source(resources_dir()))
    write(asked.out, make_services(asked.count, asked.seed, EXAMPLE_DAY, content.postcodes.points), content)


def write(path: Path, services: Iterable[Service], content: Content) -> None:
    """Write services in the form that the name of the file asks for."""
    if path.suffix in TABLES:
        kinds = {kind.id: kind.name for kind in content.options}
        words = TableWords(texts=content.wording.texts, kinds=kinds)
        write_table(path, TABLES[path.suffix], list(services), words, _go_on)
        return
    records: dict[Key, Packed] = taxonomy_records(content.options)
    for service in services:
        records |= records_of(service)
    RECORDS[path.suffix](path, records, _go_on)


def _go_on(_done: int, _total: int) -> bool:
    return True


if __name__ == "__main__":
    main()
