"""The end of gathering: rows come to what they lie in, and what an obligatory field lacks is filled in or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.directory.hsds.merge import add_all
from intake_app.directory.hsds.rows import ANY, Made, Row, linked, owners_of, put_in
from intake_app.directory.hsds.schema import ENTITIES, LINKS, Entity
from intake_app.directory.records import Key, Packed, RecordKind, packed, unpacked

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from intake_app.directory.hsds.findings import Findings, Where

KINDS = {name: entity.record for name, entity in ENTITIES.items() if entity.record is not None}
"""The entities that are records of their own."""
CHOSEN = {name: [column for column in entity.required if column.choices] for name, entity in ENTITIES.items()}
"""Obligatory columns with a fixed set of values, per entity."""
_BLANK = {
    name: [column.name for column in entity.required if not column.choices and column.name != "id"]
    for name, entity in ENTITIES.items()
}
FILLED_IN = frozenset(name for name in ENTITIES if CHOSEN[name] or _BLANK[name])
"""Those that have any of the obligatory columns, beside the id."""
NAMED = frozenset(name for name in KINDS if ENTITIES[name].columns["name"].required)
"""Records that are nothing without a name."""
_OWNERS = frozenset(owner for entity in ENTITIES.values() for owner in entity.parents.values()) - set(KINDS)


class Settling:
    """The records of a file, which of them are incomplete, and which hold names of what they may lie in too."""

    def __init__(self, *, records: MutableMapping[Key, Packed], findings: Findings) -> None:
        self.incomplete: dict[Key, str] = {}
        self.unsettled: set[Key] = set()
        self._records = records
        self._findings = findings
        self._rows: dict[str, set[str]] = {owner: set() for owner in _OWNERS}

    def row_is_here(self, name: str, own: str) -> None:
        """Note that a row was met that others may lie in."""
        if name in _OWNERS:
            self._rows[name].add(own)

    def bring_home(self, kind: str, own: str, rows: list[Row]) -> None:
        """Put rows into their owner; where there is none, those that lie nowhere else become loose records."""
        home = self._home(kind, own)
        if home is None:
            for row in rows:
                self._bring_elsewhere(own, linked(row, kind, own))
            return
        document = dict(unpacked(self._records[home]))
        for name, inner, _ in put_in(ENTITIES[home[0]], document, rows, self._findings):
            self.put_loose(name, inner)
        self._settle(document, ENTITIES[home[0]])
        self._records[home] = packed(document)
        self.unsettled.discard(home)

    def _bring_elsewhere(self, own: str, row: Row) -> None:
        name, inner, lies_elsewhere = row
        home = self._home(ANY, own) if name in LINKS else None
        if home is not None:  # the id is right, the kind that it gives is not
            self.bring_home(home[0], own, [row])
        elif not lies_elsewhere and not any(self._is_here(*owner) for owner in owners_of(ENTITIES[name], inner)):
            self.put_loose(name, inner)

    def put_loose(self, name: str, made: Made) -> None:
        """Make a record of what lies in nothing that the file holds."""
        key = (RecordKind.LOOSE, f"{name}/{made['id']}")
        if key in self._records:
            document = dict(unpacked(self._records[key]))
            add_all(document, made, self._findings.clash(f"{name} {made['id']}"))
            made = document
        self._records[key] = packed(made)
        self.unsettled.add(key)

    def end(self) -> None:
        """Finish all records. Every row must be home by now."""
        for key in self.unsettled:
            document = dict(unpacked(self._records[key]))
            name = key[1].partition("/")[0] if key[0] is RecordKind.LOOSE else key[0].value
            self._settle(document, ENTITIES[name])
            self._records[key] = packed(document)
        for key, where in self.incomplete.items():
            self._complete(key, where)

    def _settle(self, document: Made, entity: Entity) -> None:
        """Take out of what lies in a document the names of others in which it lies too by now."""
        for listed in document.keys() & entity.children.keys():
            child = ENTITIES[entity.children[listed]]
            for inner in document[listed]:
                for column, owner in child.parents.items():
                    if column in inner and self._is_here(owner, inner[column]):
                        del inner[column]
                self._settle(inner, child)

    def _home(self, kind: str, own: str) -> Key | None:
        kinds = KINDS.values() if kind == ANY else [KINDS[kind]] if kind in KINDS else []
        return next(((each, own) for each in kinds if (each, own) in self._records), None)

    def _is_here(self, owner: str, own: str) -> bool:
        return own in self._rows[owner] if owner in _OWNERS else self._home(owner, own) is not None

    def _complete(self, key: Key, where: str) -> None:
        document = dict(unpacked(self._records[key]))
        if key[0] in NAMED and not document["name"]:
            self._findings.wrong("hsds_name_missing", where, id=key[1])
            del self._records[key]
            return
        fill_in(key[0].value, document, where, self._findings)
        self._records[key] = packed(document)


def names_others(document: Made, entity: Entity) -> bool:
    """Tell whether something that lies in a document says that it lies in something else too."""
    return any(
        not inner.keys().isdisjoint(child.parents) or names_others(inner, child)
        for listed in document.keys() & entity.children.keys()
        for child in [ENTITIES[entity.children[listed]]]
        for inner in document[listed]
    )


def fill_in(name: str, made: Made, where: Where, findings: Findings) -> None:
    """Give obligatory fields with a fixed set of values the first of them, and say so; other text stays empty."""
    leave_blank(name, made)
    for column in CHOSEN[name]:
        if column.name not in made:
            made[column.name] = column.choices[0]
            findings.wrong("hsds_filled_in", where, field=column.name, value=column.choices[0])


def leave_blank(name: str, made: Made) -> None:
    """Give obligatory text that is missing as empty text: the official schema wants it there."""
    for each in _BLANK[name]:
        made.setdefault(each, "")
