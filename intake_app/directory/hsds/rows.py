"""Rows that wait for what they lie in, and how they are put there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from intake_app.directory.hsds.merge import joined
from intake_app.directory.hsds.schema import ENTITIES, LINKS, Entity
from intake_app.directory.records import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake_app.directory.hsds.findings import Findings

ANY = ""
"""Stands for the kind of an owner of which only the id is known."""
_LISTED = {name: {child: listed for listed, child in entity.children.items()} for name, entity in ENTITIES.items()}
_SHARED = "+"

Made = dict[str, Any]
Row = tuple[str, Made, bool]
"""The entity, the object, and whether it lies somewhere else already."""


class WaitingRows:
    """Rows by the kind and id of what they lie in. Kept as bytes: a file may have a million."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, bytearray]] = defaultdict(dict)

    def add(self, owner: tuple[str, str], name: str, made: Made, *, shared: bool = False) -> None:
        """Let a row wait for its owner."""
        kind, own = owner
        rows = self._rows[kind].get(own)
        if rows is None:
            rows = self._rows[kind][own] = bytearray()
        rows += f"{_SHARED if shared else ''}{name} ".encode() + packed(made) + b"\n"

    def pop(self, kind: str, own: str) -> list[Row]:
        """Return the rows that wait for one owner, also those that know its id only; they wait no longer."""
        found: list[Row] = []
        for each in (kind, ANY):
            lines = self._rows[each].pop(own, None)
            if lines is not None:
                found += _read(lines)
        return found

    def drain(self) -> Iterator[tuple[str, str, list[Row]]]:
        """Give all that still wait, by owner, and let go of them one owner after the other."""
        for kind, rows in self._rows.items():
            while rows:
                own, lines = rows.popitem()
                yield kind, own, list(_read(lines))


def _read(lines: bytearray) -> Iterator[Row]:
    for line in bytes(lines).split(b"\n")[:-1]:  # a packed document holds no line end
        name, _, data = line.partition(b" ")
        entity = name.decode()
        yield entity.removeprefix(_SHARED), dict(unpacked(data)), entity.startswith(_SHARED)


def owners_of(entity: Entity, made: Made) -> list[tuple[str, str]]:
    """Return the kinds and ids of what a row says it lies in."""
    if entity.name not in LINKS:
        return [(owner, made[column]) for column, owner in entity.parents.items() if column in made]
    column, kind = LINKS[entity.name]
    owner = made.get(kind, ANY)
    return [(owner if owner in ENTITIES else ANY, made[column])] if column in made else []


def put_in(entity: Entity, document: Made, rows: list[Row], findings: Findings) -> list[Row]:
    """Put rows into their owner, by id; return those that cannot lie there."""
    groups: dict[str, list[Made]] = defaultdict(list)
    strange = []
    for row in rows:
        name, inner, _ = row
        listed = _LISTED[entity.name].get(name)
        if listed is None:
            strange.append(row)
        else:
            strip(entity.name, document["id"], (name, inner), findings)
            groups[listed].append(inner)
    for listed, inners in groups.items():
        clash = findings.clash(f"{entity.name} {document['id']}")
        document[listed] = joined((*document.get(listed, ()), *inners), clash)
    return strange


def strip(owner: str, own: str, row: tuple[str, Made], findings: Findings) -> None:
    """Take out of an object what is said by the place where it lies."""
    name, inner = row
    column, kind = LINKS.get(name, (f"{owner}_id", ""))
    if inner.pop(column, own) != own:
        findings.clash(f"{name} {inner['id']}")(column)
    if kind and inner.get(kind) == owner:
        del inner[kind]
