"""The tabular package of HSDS 3.0, out: a zip with a CSV file for each table, and what describes them."""

from __future__ import annotations

import csv
import io
import json
import uuid
import zipfile
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.hsds.schema import BOTTOM_UP, ENTITIES, LINKS, Entity, Form
from intake_app.directory.records import Document, Key, Packed, RecordKind, Records, packed, unpacked
from intake_app.exchange.hsds_cells import cell_of
from intake_app.exchange.whole_file import written_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from intake_app.practice.upkeep import Progress

_TOLD_EVERY = 2_000
_NAMESPACE = uuid.UUID("0f0d5d0e-8a3c-5b43-9a86-51f0c9be3c72")
_Row = dict[str, Any]


def write_hsds_csv(path: Path, records: Records, progress: Progress) -> None:
    """Write all records as tables; a thing that lies in several others is one row that names them all.

    Where one id stands for different things (the same telephone, changed in one place only), or a thing lies in two
    services, its further rows get an id of their own, made of the old one: a table holds an id once.

    Raises:
        OSError: nothing was written; what stood there before stands there still.
        ProblemsError: `exchange_stopped`, and the same.
    """
    names = _names(records)
    tables = _Tables(records)
    steps = len(names) * len(records)
    with written_whole(path) as file, zipfile.ZipFile(file, "w") as archive:
        archive.writestr(_member("datapackage.json"), json.dumps(_description(names), indent=2))
        for done, name in enumerate(each for each in reversed(BOTTOM_UP) if each in names):
            entity = ENTITIES[name]
            with archive.open(_member(f"{entity.table}.csv"), "w", force_zip64=True) as member:
                text = io.TextIOWrapper(member, encoding="utf-8", newline="")
                writer = csv.writer(text)
                writer.writerow(names[name])
                for count, row in enumerate(tables.rows(entity)):
                    if not count % _TOLD_EVERY and not progress(done * len(records), steps):
                        raise ProblemsError((problem("exchange_stopped"),))
                    writer.writerow([cell_of(entity, each, row[each]) if each in row else "" for each in names[name]])
                text.detach().flush()
    progress(steps, steps)


def _member(name: str) -> zipfile.ZipInfo:
    """A member without a moment of its own: equal contents make equal files."""
    member = zipfile.ZipInfo(name)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _names(records: Records) -> dict[str, list[str]]:
    """Return the columns of each table that has rows: those of HSDS, then the others that occur."""
    others: dict[str, set[str]] = defaultdict(set)

    def look(entity: Entity, document: Document) -> None:
        others[entity.name].update(document.keys() - entity.columns.keys() - entity.children.keys())
        for listed in document.keys() & entity.children.keys():
            for each in document[listed]:
                look(ENTITIES[entity.children[listed]], each)

    for key, data in records.items():
        look(_entity_of(key), unpacked(data))
    return {name: [*ENTITIES[name].columns, *sorted(found)] for name, found in others.items()}


def _description(names: dict[str, list[str]]) -> dict[str, Any]:
    resources = [
        {
            "name": name,
            "path": f"{entity.table}.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "schema": {"primaryKey": "id", "fields": [_field(entity, each) for each in names[name]]},
        }
        for name, entity in ENTITIES.items()
        if name in names
    ]
    return {"name": "human_services_data", "profile": "tabular-data-package", "resources": resources}


def _field(entity: Entity, name: str) -> dict[str, Any]:
    column = entity.columns.get(name)
    if column is None:
        return {"name": name, "type": "string"}
    form = column.form.value
    is_text = column.form in {Form.ID, Form.URI, Form.EMAIL}
    made: dict[str, Any] = {"name": name, **({"type": "string", "format": form} if is_text else {"type": form})}
    limits: dict[str, Any] = {"required": True} if column.required else {}
    limits |= {"enum": list(column.choices)} if column.choices else {}
    return made | ({"constraints": limits} if limits else {})


class _Tables:
    """The rows of all tables. To be asked for from the top down: rows name the new ids of what they lie in."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._new_ids: dict[tuple[str, ...], str] = {}

    def rows(self, entity: Entity) -> Iterator[_Row]:
        """Give the rows of one table, each id once."""
        return self._joined(entity) if len(entity.parents) > 1 else self._apart(entity)

    def _apart(self, entity: Entity) -> Iterator[_Row]:
        """Rows that lie in one thing only; ids and rows are remembered by their hashes, for there may be a million."""
        met: dict[int, int] = {}
        for row, place in self._found(entity):
            own, mark = hash(row["id"]), hash(packed(row))
            if own not in met:
                met[own] = mark
                yield row
            elif met[own] != mark:
                yield self._renamed(entity, row, place)

    def _joined(self, entity: Entity) -> Iterator[_Row]:
        """Rows that may lie in several things: one row names them all, where they say the same."""
        kept: dict[str, Packed] = {}
        for row, place in self._found(entity):
            known = kept.get(row["id"])
            both = row if known is None else _both(entity, unpacked(known), row)
            if both is None:
                both = self._renamed(entity, row, place)
            kept[both["id"]] = packed(both)
        return (dict(unpacked(kept.pop(own))) for own in list(kept))

    def _renamed(self, entity: Entity, row: _Row, place: tuple[str, str]) -> _Row:
        what = (entity.name, row["id"], *place)
        self._new_ids[what] = str(uuid.uuid5(_NAMESPACE, "/".join(what)))
        return {**row, "id": self._new_ids[what]}

    def _found(self, entity: Entity) -> Iterator[tuple[_Row, tuple[str, str]]]:
        for key, data in self._records.items():
            top = _entity_of(key)
            if top is entity or entity.name in _HOLDS[top.name]:
                document = unpacked(data)
                if top is entity:
                    yield _flat(entity, document), ("", "")
                yield from self._inside((top, document["id"]), document, entity)

    def _inside(
        self, owner: tuple[Entity, str], document: Document, entity: Entity
    ) -> Iterator[tuple[_Row, tuple[str, str]]]:
        place = (owner[0].name, owner[1])
        for listed, name in owner[0].children.items():
            for inner in document.get(listed, ()):
                if name == entity.name:
                    yield _said(entity, place) | _flat(entity, inner) | _said_by_id(entity, place), place
                elif entity.name in _HOLDS[name]:
                    own = self._new_ids.get((name, inner["id"], *place), inner["id"])
                    yield from self._inside((ENTITIES[name], own), inner, entity)


def _flat(entity: Entity, document: Document) -> _Row:
    return {name: value for name, value in document.items() if name not in entity.children}


def _said(entity: Entity, place: tuple[str, str]) -> _Row:
    """The kind of what a row lies in, where the row says nothing else."""
    return {LINKS[entity.name][1]: place[0]} if entity.name in LINKS else {}


def _said_by_id(entity: Entity, place: tuple[str, str]) -> _Row:
    return {LINKS[entity.name][0] if entity.name in LINKS else f"{place[0]}_id": place[1]}


def _both(entity: Entity, one: Document, other: _Row) -> _Row | None:
    """Return one row for both, or None where they contradict each other."""
    names = one.keys() | other.keys()
    owners = entity.parents.keys()
    if any(one.get(name) != other.get(name) for name in names - owners):
        return None
    if any(one[name] != other[name] for name in owners & one.keys() & other.keys()):
        return None
    return {**one, **other}


def _held(entity: Entity) -> frozenset[str]:
    inner = [ENTITIES[name] for name in entity.children.values() if ENTITIES[name].record is None]
    return frozenset(each.name for each in inner).union(*map(_held, inner))


_HOLDS = {name: _held(entity) for name, entity in ENTITIES.items()}
"""What may lie in each entity, at any depth."""


def _entity_of(key: Key) -> Entity:
    return ENTITIES[key[1].partition("/")[0] if key[0] is RecordKind.LOOSE else key[0].value]
