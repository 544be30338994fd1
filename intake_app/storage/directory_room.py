"""The sociale kaart in the store: its records, every change of them with what was there before, checks and notes.

Records are plain packed JSON, not sealed: nothing in them is about a person, and who manages reads them too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from sqlalchemy import Connection, delete, func, insert, or_, select

from intake_app.core.ids import ServiceId
from intake_app.directory.checks import Check
from intake_app.directory.records import Packed, RecordChange, RecordKind
from intake_app.practice.upkeep import BatchLine, ServiceNote
from intake_app.storage.directory_batch import Batch, NewBatch, mark_undone
from intake_app.storage.directory_rows import batch_of, check_of, note_of, row_of_check
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.tables import DIRECTORY_BATCHES, DIRECTORY_CHECKS, DIRECTORY_NOTES, DIRECTORY_RECORDS
from intake_app.storage.transactions import Room

_AT_ONCE = 500
_NUMBER = re.compile("[0-9]{1,18}")
"""What SQLite holds as a number of a row; who types a longer one on the command line asks for nothing that is there."""
_WHERE = "directory"
_NONE: Mapping[str, str] = MappingProxyType({})
_BATCHES = select(DIRECTORY_BATCHES).order_by(DIRECTORY_BATCHES.c.id.desc())


class DirectoryRoom(Room):
    """The sociale kaart of the practice: what it keeps itself, not what comes with the program."""

    def directory_version(self) -> int:
        """The number of the last change of a record; 0 before the first. It grows with every one, whoever made it."""
        with self.transactions.read(_WHERE) as connection:
            return connection.execute(select(func.max(DIRECTORY_BATCHES.c.id))).scalar_one() or 0

    def directory_records(self) -> Iterator[tuple[RecordKind, str, Packed]]:
        """All records as they are at one moment, one by one; read to the end, or close the iterator."""
        chosen = select(DIRECTORY_RECORDS.c.kind, DIRECTORY_RECORDS.c.id, DIRECTORY_RECORDS.c.payload)
        with self.transactions.read(_WHERE) as connection:
            for row in connection.execute(chosen).yield_per(_AT_ONCE):
                yield RecordKind(row.kind), row.id, row.payload

    def directory_record(self, kind: RecordKind, id_: str) -> Packed | None:
        """One record; None where there is none."""
        chosen = select(DIRECTORY_RECORDS.c.payload).where(
            DIRECTORY_RECORDS.c.kind == kind.value, DIRECTORY_RECORDS.c.id == id_
        )
        with self.transactions.read(_WHERE) as connection:
            return connection.execute(chosen).scalar_one_or_none()

    def write_directory(
        self,
        batch: NewBatch,
        changes: Iterable[RecordChange],
        *,
        check: Check | None = None,
        moved: Mapping[str, str] = _NONE,
    ) -> BatchLine:
        """Write records in one transaction, and keep what each was before.

        Counted are the services among the changes, one that stays as it is as changed: its place or organisation may
        have. An error that comes out of `changes` undoes all of it and passes through. Who tries a write again hands
        over the changes anew: an iterator that was begun would give the rest only.

        Args:
            batch: who changed what, and when.
            changes: every record once.
            check: what somebody made sure of, when that led to the change; gone again when the change is undone.
            moved: services whose checks and notes become those of another one.
        """
        with self.transactions.write(_WHERE) as connection:
            written = Batch(connection, batch)
            written.take(changes)
            written.move(moved)
            if check is not None:
                connection.execute(insert(DIRECTORY_CHECKS).values(**row_of_check(check), batch_id=written.number))
            return _ended(connection, written)

    def undo_directory(self, batch_id: str, batch: NewBatch) -> BatchLine:
        """Put back what each record of a change was before; that is a change too, and can be undone.

        Raises:
            StoreProblem: `unknown_batch`; `directory_changed_since` when a record is no longer as the change left it,
                or the change is undone already.
        """
        values = {"batch": batch_id}
        with self.transactions.write(_WHERE, values) as connection:
            number = int(batch_id) if _NUMBER.fullmatch(batch_id) else 0
            undone = connection.execute(_BATCHES.where(DIRECTORY_BATCHES.c.id == number)).first()
            if undone is None:
                raise StoreProblem(StoreCode.UNKNOWN_BATCH, _WHERE, values)
            if undone.undone_at is not None:
                raise StoreProblem(StoreCode.DIRECTORY_CHANGED_SINCE, _WHERE, values)
            written = Batch(connection, batch, undoes=number)
            written.put_back(number)
            mark_undone(connection, number, batch)
            # The same figures the other way round: an entry of which only the place changed counts here too.
            written.count = Counter(added=undone.gone, changed=undone.changed, gone=undone.added)
            return _ended(connection, written)

    def directory_batches(self) -> list[BatchLine]:
        """All changes of records, newest first."""
        with self.transactions.read(_WHERE) as connection:
            found = connection.execute(_BATCHES).mappings().all()
        return [batch_of(row) for row in found]

    def directory_checks(self, service: ServiceId | None = None) -> list[Check]:
        """The checks of one service, or of all, newest first; without those whose change was undone."""
        table = DIRECTORY_CHECKS.c
        chosen = select(DIRECTORY_CHECKS).outerjoin(DIRECTORY_BATCHES, DIRECTORY_BATCHES.c.id == table.batch_id)
        chosen = chosen.where(or_(table.batch_id.is_(None), DIRECTORY_BATCHES.c.undone_at.is_(None)))
        if service is not None:
            chosen = chosen.where(table.service_id == service)
        with self.transactions.read(_WHERE) as connection:
            found = connection.execute(chosen.order_by(table.at.desc(), table.id.desc())).mappings().all()
        return [check_of(row) for row in found]

    def add_note(self, note: ServiceNote) -> None:
        """Keep how it went with a service."""
        row = {"id": note.id, "service_id": note.service, "at": note.at, "who": note.who, "text": note.text}
        with self.transactions.write(_WHERE) as connection:
            connection.execute(insert(DIRECTORY_NOTES).values(row))

    def directory_notes(self, service: ServiceId | None = None) -> list[ServiceNote]:
        """How it went with one service, or with all, newest first."""
        chosen = select(DIRECTORY_NOTES).order_by(DIRECTORY_NOTES.c.at.desc(), DIRECTORY_NOTES.c.id)
        if service is not None:
            chosen = chosen.where(DIRECTORY_NOTES.c.service_id == service)
        with self.transactions.read(_WHERE) as connection:
            found = connection.execute(chosen).mappings().all()
        return [note_of(row) for row in found]

    def remove_note(self, note_id: str) -> None:
        """Take a note away; nothing happens where there is none."""
        with self.transactions.write(_WHERE) as connection:
            connection.execute(delete(DIRECTORY_NOTES).where(DIRECTORY_NOTES.c.id == note_id))


def _ended(connection: Connection, written: Batch) -> BatchLine:
    written.end()
    return batch_of(connection.execute(_BATCHES.where(DIRECTORY_BATCHES.c.id == written.number)).mappings().one())
