"""From objects and rows of HSDS, in whatever form they come, to records: split, joined, each thing in its one place.

An object may hold all that lies in it (as in JSON) or name what it lies in (as in the CSV package). Both end as the
same record. Rows must come after the rows that lie in them: `hsds.BOTTOM_UP`.
"""

from __future__ import annotations

import uuid

from intake_app.directory.hsds.findings import Findings, Where, said
from intake_app.directory.hsds.fit import fitted
from intake_app.directory.hsds.merge import add_all, joined
from intake_app.directory.hsds.rows import Made, WaitingRows, owners_of, put_in, strip
from intake_app.directory.hsds.schema import AS_GIVEN, ENTITIES, PLAIN, Column, Entity
from intake_app.directory.hsds.settle import (
    CHOSEN,
    FILLED_IN,
    KINDS,
    NAMED,
    Settling,
    fill_in,
    leave_blank,
    names_others,
)
from intake_app.directory.packs import Packs
from intake_app.directory.records import Document, Records, packed, unpacked

_EMPTY: tuple[object, ...] = (None, "", [], {})
_NAMESPACE = uuid.UUID("6f2f6d53-6a4e-5c39-9d0c-2f7b9a3c1e10")
"""For the ids of what has none: the same file gives the same ids."""
_REMEMBERED = 2_000
"""Objects that are known again when they come along once more. Source: measured; four times as many are no faster."""


class Gathering:
    """The records of one file while they are gathered, with what was found on the way."""

    def __init__(self) -> None:
        self.findings = Findings()
        self._records = Packs()
        self._waiting = WaitingRows()
        self._settling = Settling(records=self._records, findings=self.findings)
        self._met: dict[tuple[str, str], Document] = {}
        self._names_others = self._some_lie_in_several = False

    def take(self, name: str, given: Document, where: Where) -> str | None:
        """Take in one object or row of the entity `name`, and return its id; what has none is skipped and named."""
        own = id_of(given)
        if own is None:
            self.findings.wrong("hsds_id_missing", where)
            return None
        outside, self._names_others = self._names_others, False
        try:
            if name in KINDS:
                self._take_record(name, own, given, where)
            else:
                self._take_row(ENTITIES[name], own, given, where)
        except (OverflowError, RecursionError, UnicodeError):
            self.findings.wrong("hsds_row_unfit", where)
            return None
        finally:
            self._names_others = outside
        return own

    def finish(self) -> Records:
        """Bring rows to what they lie in, and return all records. To be called once."""
        for kind, own, rows in self._waiting.drain():
            self._settling.bring_home(kind, own, rows)
        self._settling.end()
        return self._records

    def _take_record(self, name: str, own: str, given: Document, where: Where) -> None:
        key = (KINDS[name], own)
        made = self._made(ENTITIES[name], own, given, where)
        if self._put_waiting_in(ENTITIES[name], made) and self._some_lie_in_several:
            self._names_others = self._names_others or names_others(made, ENTITIES[name])
        leave_blank(name, made)
        data = packed(made)
        old = self._records.get(key)
        if old is not None and old != data:
            document = dict(unpacked(old))
            add_all(document, made, self.findings.clash(where))
            data = packed(document)
        if old != data:
            self._records[key] = data
        if any(column.name not in made for column in CHOSEN[name]) or (name in NAMED and not made["name"]):
            self._settling.incomplete[key] = said(where)
        if self._names_others:
            self._settling.unsettled.add(key)

    def _take_row(self, entity: Entity, own: str, given: Document, where: Where) -> None:
        made = self._made(entity, own, given, where)
        if entity.name in FILLED_IN:
            fill_in(entity.name, made, where, self.findings)
        self._put_waiting_in(entity, made)
        self._settling.row_is_here(entity.name, own)
        owners = owners_of(entity, made)
        self._some_lie_in_several = self._some_lie_in_several or len(owners) > 1
        for owner in owners:
            self._waiting.add(owner, entity.name, made)
        if not owners:
            self._settling.put_loose(entity.name, made)

    def _put_waiting_in(self, entity: Entity, made: Made) -> bool:
        rows = self._waiting.pop(entity.name, made["id"])
        for name, inner, _ in put_in(entity, made, rows, self.findings) if rows else ():
            self._settling.put_loose(name, inner)
        return bool(rows)

    def _made(self, entity: Entity, own: str, given: Document, where: Where) -> Made:
        made: Made = {"id": own}
        plain, lists = PLAIN[entity.name], []
        for name, value in given.items():
            if name in plain and isinstance(value, str):
                if value:
                    made[name] = value
            elif value in _EMPTY or name == "id" or name in entity.singles:
                continue
            elif name in entity.columns:
                self._hold(made, entity.columns[name], value, where)
            elif name in entity.children:
                lists.append(name)
            else:
                made[name] = value
                self.findings.kept[f"{entity.name}.{name}"] += 1
        for name in entity.singles:
            if name in given and given[name] not in _EMPTY:
                self._take_single(entity, made, (name, given[name]), where)
        for name in lists:
            self._take_list(entity, made, (name, given[name]), where)
        return made

    def _hold(self, made: Made, column: Column, value: object, where: Where) -> None:
        fit = fitted(column, value)
        if fit is None:
            self._keep_as_given(made, column.name, value, where)
        else:
            made[column.name] = fit

    def _keep_as_given(self, made: Made, name: str, value: object, where: Where) -> None:
        made[f"{name}{AS_GIVEN}"] = value if isinstance(value, dict | list) else str(value)
        self.findings.wrong("hsds_value_unfit", where, field=name, kept=f"{name}{AS_GIVEN}")

    def _take_single(self, entity: Entity, made: Made, field: tuple[str, object], where: Where) -> None:
        name, value = field
        other, column = entity.singles[name]
        if not isinstance(value, dict):
            self._keep_as_given(made, name, value, where)
            return
        if other == "program" and "organization_id" in made:
            value = {"organization_id": made["organization_id"], **value}
        own = self._refer(other, value, (where, name))
        if own is not None and made.setdefault(column, own) != own:
            self.findings.clash(where)(column)

    def _refer(self, name: str, value: Document, where: Where) -> str | None:
        """Take in what is not met for the second time: an organization comes along with each of its services."""
        own = id_of(value)
        if own is None or (len(value) > 1 and self._met.get((name, own)) != value):
            own = self.take(name, value, where)
            if len(self._met) == _REMEMBERED:
                self._met.clear()
            if own is not None:
                self._met[name, own] = value
        return own

    def _take_list(self, entity: Entity, made: Made, field: tuple[str, object], where: Where) -> None:
        name, value = field
        given = [value] if isinstance(value, dict) else value
        if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
            self._keep_as_given(made, name, value, where)
            return
        places = [(where, f"{name}[{index}]") for index in range(len(given))]
        if entity.children[name] in KINDS:
            for each, place in zip(given, places, strict=True):
                self.take(entity.children[name], {f"{entity.name}_id": made["id"], **each}, place)
            return
        child, owner = ENTITIES[entity.children[name]], (entity, made["id"])
        inners = [self._inner(owner, child, each, place) for each, place in zip(given, places, strict=True)]
        made[name] = joined(inners, self.findings.clash(where))

    def _inner(self, owner: tuple[Entity, str], child: Entity, given: Document, where: tuple[Where, str]) -> Made:
        own = id_of(given) or str(uuid.uuid5(_NAMESPACE, f"{owner[0].name}/{owner[1]}.{where[1]}"))
        inner = self._made(child, own, given, where)
        if child.name in FILLED_IN:
            fill_in(child.name, inner, where, self.findings)
        strip(owner[0].name, owner[1], (child.name, inner), self.findings)
        for column, kind in child.parents.items():
            if column in inner:  # it lies in that one too
                self._names_others = self._some_lie_in_several = True
                if kind in KINDS:
                    self._waiting.add((kind, inner[column]), child.name, inner, shared=True)
        return inner


def id_of(given: Document) -> str | None:
    """Return the id of an object as text; None where it has none."""
    own = given.get("id")
    if isinstance(own, str):
        return own or None
    return str(own) if isinstance(own, int) and not isinstance(own, bool) else None
