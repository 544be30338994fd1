"""Rows that wait for what they lie in, and how they are put there."""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import msgspec

from intake_app.directory.hsds.merge import joined
from intake_app.directory.hsds.schema import ENTITIES, LINKS, Entity
from intake_app.directory.packs import pressed, unpressed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake_app.directory.hsds.findings import Findings

ANY = ""
"""Stands for the kind of an owner of which only the id is known."""
_LISTED = {name: {child: listed for listed, child in entity.children.items()} for name, entity in ENTITIES.items()}
_LINK = {name: column for name, (column, _) in LINKS.items()}
"""The column that names what a row lies in, where it is not called after it."""
_PRESSED_FROM = 25_000
"""Rows that wait as they came; of a table of attributes they are 6 MB."""
_TOGETHER, _MOST_OPEN = 32, 64
"""Owners in a block, and blocks that are open. Source: eigen oordeel; more is smaller, and slower where the order of a
file is another one. One owner has its rows in some ten blocks, one for each table."""
_END = b","

Made = dict[str, Any]
Row = tuple[str, Made, bool]
"""The entity, the object, and whether it lies somewhere else already."""
_Held = list[tuple[str, str, msgspec.Raw]]
"""What a block holds: the kind and id of each owner with its rows, still as JSON."""
_ENCODER, _BLOCK, _ROWS = msgspec.json.Encoder(), msgspec.json.Decoder(_Held), msgspec.json.Decoder(list[Row])


class WaitingRows:
    """Rows by the kind and id of what they lie in. Kept as bytes, pressed: a file may have millions.

    What came since the last time is pressed now and then, in blocks of a few owners. A file mostly names owners in the
    order in which they come themselves; then each block is opened once.
    """

    def __init__(self) -> None:
        self._blocks: dict[str, dict[str, tuple[bytes, ...]]] = defaultdict(dict)
        self._opened: dict[bytes, dict[tuple[str, str], msgspec.Raw]] = {}
        self._new: dict[tuple[str, str], bytearray] = {}
        self._owners: set[str] = set()
        self._size = 0

    def add(self, owner: tuple[str, str], name: str, made: Made, *, shared: bool = False) -> None:
        """Let a row wait for its owner."""
        rows = self._new.get(owner)
        if rows is None:
            rows = self._new[owner] = bytearray()
            self._owners.add(owner[0])
        column = _LINK.get(name) or f"{owner[0]}_id"
        link = made.pop(column, None)  # said by the owner; it is a third of most rows
        rows += _ENCODER.encode((name, made, shared))
        rows += _END
        if link is not None:
            made[column] = link
        self._size += 1
        if self._size == _PRESSED_FROM:
            self._press()

    def pop(self, kind: str, own: str) -> list[Row]:
        """Return the rows that wait for one owner, also those that know its id only; they wait no longer."""
        if kind not in self._owners and ANY not in self._owners:
            return []
        return self._take(kind, own) + self._take(ANY, own)

    def drain(self) -> Iterator[tuple[str, str, list[Row]]]:
        """Give all that still wait, by owner, and let go of them one owner after the other."""
        self._press()
        for kind, blocks in self._blocks.items():
            while blocks:
                own = next(reversed(blocks))
                yield kind, own, self._take(kind, own)

    def _take(self, kind: str, own: str) -> list[Row]:
        rows: list[Row] = []
        for block in self._blocks[kind].pop(own, ()):
            rows += _ROWS.decode(self._open(block)[kind, own])
        if (new := self._new.pop((kind, own), None)) is not None:
            rows += _ROWS.decode(_listed(new))
        return rows

    def _open(self, block: bytes) -> dict[tuple[str, str], msgspec.Raw]:
        found = self._opened.get(block)
        if found is None:
            if len(self._opened) == _MOST_OPEN:
                del self._opened[next(iter(self._opened))]
            held = _BLOCK.decode(unpressed(block))
            found = self._opened[block] = {(kind, own): rows for kind, own, rows in held}
        return found

    def _press(self) -> None:
        owners = sorted(self._new, key=itemgetter(0))  # owners of a kind come together
        for at in range(0, len(owners), _TOGETHER):
            some = owners[at : at + _TOGETHER]
            held = [(*owner, msgspec.Raw(_listed(self._new.pop(owner)))) for owner in some]
            blocks = (pressed(_ENCODER.encode(held)),)
            for kind, own in some:
                self._blocks[kind][own] = self._blocks[kind].get(own, ()) + blocks
        self._size = 0


def _listed(rows: bytearray) -> bytes:
    return b"[" + rows[: -len(_END)] + b"]"


def linked(row: Row, kind: str, own: str) -> Row:
    """Return a row that waited for an owner and does not come to lie there, with the name of that owner in it again."""
    row[1][_LINK.get(row[0]) or f"{kind}_id"] = own
    return row


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
            strange.append(linked(row, entity.name, document["id"]))
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
