"""One change of the sociale kaart while it is written: beside every record goes what it was before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from itertools import islice
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, tuple_, update
from sqlalchemy.dialects.sqlite import insert

from intake_app.directory.records import Key, Packed, RecordChange, RecordKind
from intake_app.practice.upkeep import BatchKind
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.tables import (
    DIRECTORY_BATCHES,
    DIRECTORY_CHANGES,
    DIRECTORY_CHECKS,
    DIRECTORY_NOTES,
    DIRECTORY_RECORDS,
)

_AT_ONCE = 500
"""Records that are compared and written together; a thousand would be no faster."""
_MARK_BYTES = 16
_MUCH_IN_MEMORY, _LITTLE_IN_MEMORY = "PRAGMA cache_size = -49152", "PRAGMA cache_size = -2000"
"""48 MB of pages while a change is written, then SQLite's own 2: ids come in no order, and every page that does not fit
is written many times. 60,000 services take 6 seconds so, and 11 without."""
_MOVED: Mapping[str, Table] = MappingProxyType({"check": DIRECTORY_CHECKS, "note": DIRECTORY_NOTES})
"""What else a change may touch, by the kind under which it stands beside the kinds of records."""
_PUT = insert(DIRECTORY_RECORDS)
_PUT_OVER = _PUT.on_conflict_do_update(index_elements=["kind", "id"], set_={"payload": _PUT.excluded.payload})
_TAKE_AWAY = delete(DIRECTORY_RECORDS).where(
    DIRECTORY_RECORDS.c.kind == bindparam("of_kind"), DIRECTORY_RECORDS.c.id == bindparam("of_id")
)
_NOTE = insert(DIRECTORY_CHANGES)
_NOTE_ONCE = _NOTE.on_conflict_do_update(
    index_elements=["batch_id", "kind", "record_id"], set_={"after": _NOTE.excluded.after}
)
"""A record that one change touches twice keeps what it was before the first time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBatch:
    """Who changes what, and when: `about` is the name of a file, or of the service where it is one."""

    at: datetime
    user_id: str
    who: str
    kind: BatchKind
    about: str = ""


class Batch:
    """A change that is being written, within the transaction of the caller.

    Attributes:
        number: greater than that of every change before it.
        count: how many services came (`added`), changed or went (`gone`).
    """

    def __init__(self, connection: Connection, batch: NewBatch, *, undoes: int | None = None) -> None:
        """Give it its number."""
        self._connection = connection
        connection.exec_driver_sql(_MUCH_IN_MEMORY)
        self.count = Counter[str]()
        row = {
            "at": batch.at,
            "user_id": batch.user_id,
            "who": batch.who,
            "kind": batch.kind.value,
            "about": batch.about,
            "undoes": undoes,
            **dict.fromkeys(("added", "changed", "gone"), 0),
        }
        added = insert(DIRECTORY_BATCHES).values(row)
        self.number: int = connection.execute(added.returning(DIRECTORY_BATCHES.c.id)).scalar_one()

    def take(self, changes: Iterable[RecordChange]) -> None:
        """Write records, some at a time."""
        coming = iter(changes)
        while some := list(islice(coming, _AT_ONCE)):
            self._put({(each.kind, each.id): each.after for each in some})

    def move(self, moved: Mapping[str, str]) -> None:
        """Make the checks and notes of services those of others."""
        for kind, table in _MOVED.items():
            for gone, kept in moved.items():
                found = select(table.c.id).where(table.c.service_id == gone).order_by(table.c.id)
                self._hang(kind, dict.fromkeys(self._connection.execute(found).scalars(), kept))

    def put_back(self, number: int) -> None:
        """Make everything what it was before another change.

        Raises:
            StoreProblem: `directory_changed_since` where a record is no longer as that change left it.
        """
        self.take(_restoring(self._connection, number))
        change = DIRECTORY_CHANGES.c
        for kind in _MOVED:
            found = select(change.record_id, change.before).where(change.batch_id == number, change.kind == kind)
            self._hang(kind, {row.record_id: row.before.decode() for row in self._connection.execute(found)})

    def end(self) -> None:
        """Write the figures."""
        figures = {name: self.count[name] for name in ("added", "changed", "gone")}
        self._connection.execute(update(DIRECTORY_BATCHES).where(DIRECTORY_BATCHES.c.id == self.number).values(figures))
        self._connection.exec_driver_sql(_LITTLE_IN_MEMORY)

    def _put(self, wanted: Mapping[Key, Packed | None]) -> None:
        before = _payloads(self._connection, wanted)
        self.count.update(
            _outcome(before.get(key), after) for key, after in wanted.items() if key[0] is RecordKind.SERVICE
        )
        other = {key: after for key, after in wanted.items() if after != before.get(key)}
        self._note(((kind.value, id_), before.get((kind, id_)), after) for (kind, id_), after in other.items())
        puts = [{"kind": key[0].value, "id": key[1], "payload": after} for key, after in other.items() if after]
        _many(self._connection, _PUT_OVER, puts)
        gone = [{"of_kind": key[0].value, "of_id": key[1]} for key, after in other.items() if after is None]
        _many(self._connection, _TAKE_AWAY, gone)

    def _hang(self, kind: str, owners: Mapping[Any, str]) -> None:
        """Give checks or notes another service; one that was taken away meanwhile stays away."""
        table = _MOVED[kind]
        for id_, service in owners.items():
            is_it = table.c.id == id_
            before = self._connection.execute(select(table.c.service_id).where(is_it)).scalar_one_or_none()
            if before is not None and before != service:
                self._connection.execute(update(table).where(is_it).values(service_id=service))
                self._note([((kind, str(id_)), before.encode(), service.encode())])

    def _note(self, changed: Iterable[tuple[tuple[str, str], bytes | None, bytes | None]]) -> None:
        rows = [
            {"batch_id": self.number, "kind": kind, "record_id": id_, "before": before, "after": _mark(after)}
            for (kind, id_), before, after in changed
        ]
        _many(self._connection, _NOTE_ONCE, rows)


def mark_undone(connection: Connection, number: int, by: NewBatch) -> None:
    """Note that a change stands no longer; what that change itself had undone then stands again, and so on."""
    table, stands = DIRECTORY_BATCHES, False
    found: int | None = number
    while found is not None:
        said = {"undone_at": None, "undone_by": None} if stands else {"undone_at": by.at, "undone_by": by.who}
        connection.execute(update(table).where(table.c.id == found).values(said))
        found = connection.execute(select(table.c.undoes).where(table.c.id == found)).scalar_one()
        stands = not stands


def _restoring(connection: Connection, number: int) -> Iterator[RecordChange]:
    """What was before a change, record by record."""
    change, last = DIRECTORY_CHANGES.c, ("", "")
    place = tuple_(change.kind, change.record_id)
    chosen = select(change.kind, change.record_id, change.before, change.after)
    chosen = chosen.where(change.batch_id == number, change.kind.not_in(_MOVED)).order_by(change.kind, change.record_id)
    while rows := connection.execute(chosen.where(place > tuple_(*last)).limit(_AT_ONCE)).all():
        keys = [(RecordKind(row.kind), row.record_id) for row in rows]
        now = _payloads(connection, keys)
        for key, row in zip(keys, rows, strict=True):
            if _mark(now.get(key)) != row.after:
                values = {"batch": str(number), "kind": row.kind, "id": row.record_id}
                raise StoreProblem(StoreCode.DIRECTORY_CHANGED_SINCE, "directory", values)
            yield RecordChange(kind=key[0], id=key[1], after=row.before)
        last = (rows[-1].kind, rows[-1].record_id)


def _payloads(connection: Connection, keys: Collection[Key]) -> dict[Key, Packed]:
    """What is kept of these records now."""
    record, found = DIRECTORY_RECORDS.c, dict[Key, Packed]()
    for kind in {kind for kind, _ in keys}:
        ids = [id_ for of_kind, id_ in keys if of_kind is kind]
        chosen = select(record.id, record.payload).where(record.kind == kind.value, record.id.in_(ids))
        found |= {(kind, row.id): row.payload for row in connection.execute(chosen)}
    return found


def _outcome(before: Packed | None, after: Packed | None) -> str:
    if after is None:
        return "none" if before is None else "gone"
    return "added" if before is None else "changed"


def _mark(data: bytes | None) -> bytes:
    """What tells a state from every other; empty for what is not there."""
    return b"" if data is None else blake2b(data, digest_size=_MARK_BYTES).digest()


def _many(connection: Connection, statement: Any, rows: list[dict[str, Any]]) -> None:  # noqa: ANN401  any that writes
    if rows:
        connection.execute(statement, rows)
