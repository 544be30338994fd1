"""Conversations in the store: changes are only added, each batch on the state it was made on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute

from intake_app.storage import shelves
from intake_app.storage.checking import Verification, verification_of
from intake_app.storage.engine import checkpoint, writing
from intake_app.storage.faults import database_problems
from intake_app.storage.keys import Keys
from intake_app.storage.lock import StoreLock
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.sealing import Sealer
from intake_app.storage.tables import Change, ContentSet, ConversationRecord, Pin, PracticeFact, Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationRow:
    """One line of the list of conversations.

    Attributes:
        last_seq: the number of the last change; 0 when nothing was said yet.
        summary: the summary that came with that change; empty before the first, and when it is not readable.
        is_readable: False when the summary is damaged; the changes may still be whole.
    """

    id: str
    created_at: datetime
    touched_at: datetime
    closed_at: datetime | None
    last_seq: int
    summary: bytes
    is_readable: bool


class ConversationStore:
    """An open store. Any thread may call any method; a call that writes has reached the disk on return.

    Every method raises StoreProblem: `disk_full`, `write_failed` and `in_use` pass, and may be tried again.
    """

    def __init__(self, engine: Engine, keys: Keys, lock: StoreLock | None = None) -> None:
        """Join an open database with its keys; the lock is let go on closing."""
        self._engine = engine
        self._writing = writing(engine)
        self._sealer = Sealer(keys.content_key)
        self._lock = lock
        self.keys = keys
        self.notices: tuple[StoreProblem, ...] = keys.notices

    def start(self, conversation_id: str, at: datetime, content: Mapping[str, str]) -> None:
        """Begin a conversation, pinned to the fingerprint of each kind of content.

        Raises:
            StoreProblem: `conversation_exists`, or `unknown_content` for a set that was not kept before.
        """
        values = {"conversation": conversation_id}
        record = {"id": conversation_id, "created_at": at, "touched_at": at, "last_seq": 0}
        with self._write("conversation", values) as connection:
            if _is_there(connection, ConversationRecord.id, conversation_id):
                raise StoreProblem(StoreCode.CONVERSATION_EXISTS, "conversation", values)
            connection.execute(insert(ConversationRecord).values(record))
            for kind, fingerprint in content.items():
                if not _is_there(connection, ContentSet.fingerprint, fingerprint):
                    raise StoreProblem(StoreCode.UNKNOWN_CONTENT, "content", {"fingerprint": fingerprint})
                pin = {"conversation_id": conversation_id, "kind": kind, "fingerprint": fingerprint}
                connection.execute(insert(Pin).values(pin))

    def append(
        self, conversation_id: str, base_seq: int, payloads: Sequence[bytes], summary: bytes, at: datetime
    ) -> int:
        """Add changes made on the state after `base_seq`; their return means that they are on the disk.

        Returns:
            The number of the last change.

        Raises:
            StoreProblem: `stale` when other changes came in between, `unknown_conversation`.
        """
        values = {"conversation": conversation_id, "base": str(base_seq)}
        last = base_seq + len(payloads)
        rows = _sealed(self._sealer, conversation_id, base_seq, payloads)
        box = self._sealer.seal_summary(conversation_id, last, summary)
        with self._write("conversation", values) as connection:
            found = _last_seq(connection, conversation_id)
            if found != base_seq:
                raise StoreProblem(StoreCode.STALE, "conversation", {**values, "last": str(found)})
            if rows:
                connection.execute(insert(Change), [{**row, "at": at} for row in rows])
            changed = update(ConversationRecord).where(ConversationRecord.id == conversation_id)
            connection.execute(changed.values(touched_at=at, last_seq=last, summary_payload=box))
        return last

    def load(self, conversation_id: str) -> list[bytes]:
        """All changes of a conversation, in order.

        Raises:
            StoreProblem: `unknown_conversation`; `damaged` when one is missing or not as it was written.
        """
        chosen = select(Change.seq, Change.payload).where(Change.conversation_id == conversation_id)
        values = {"conversation": conversation_id}
        with self._read("conversation", values) as connection:
            last = _last_seq(connection, conversation_id)
            rows = connection.execute(chosen.order_by(Change.seq)).all()
        if [row.seq for row in rows] != list(range(1, last + 1)):
            raise StoreProblem(StoreCode.DAMAGED, "conversation", values)
        return [self._sealer.open_change(conversation_id, row.seq, row.payload) for row in rows]

    def rows(self) -> list[ConversationRow]:
        """All conversations, the one that was worked on last first."""
        table = ConversationRecord.__table__
        order = (table.c.touched_at.desc(), table.c.created_at.desc(), table.c.id)
        with self._read("store") as connection:
            found = connection.execute(select(table).order_by(*order)).all()
        return [_row(self._sealer, row) for row in found]

    def content_of(self, conversation_id: str) -> dict[str, str]:
        """The fingerprint of each kind of content that the conversation was held with."""
        with self._read("conversation", {"conversation": conversation_id}) as connection:
            _last_seq(connection, conversation_id)
            chosen = select(Pin.kind, Pin.fingerprint).where(Pin.conversation_id == conversation_id)
            return {row.kind: row.fingerprint for row in connection.execute(chosen)}

    def mark_closed(self, conversation_id: str, at: datetime | None) -> None:
        """Record when the conversation was closed; None opens it again."""
        changed = update(ConversationRecord).where(ConversationRecord.id == conversation_id)
        with self._write("conversation", {"conversation": conversation_id}) as connection:
            _last_seq(connection, conversation_id)
            connection.execute(changed.values(closed_at=at))

    def delete(self, conversation_id: str) -> None:
        """Remove a conversation with all its changes, out of the log file too."""
        with self._write("conversation", {"conversation": conversation_id}) as connection:
            _last_seq(connection, conversation_id)
            connection.execute(delete(ConversationRecord).where(ConversationRecord.id == conversation_id))
        with suppress(StoreProblem):  # a reader holds the log back: the next checkpoint empties it
            self.checkpoint()

    def keep_content(self, kind: str, fingerprint: str, payload: bytes) -> None:
        """Keep a content set once; keeping it again does nothing.

        Raises:
            StoreProblem: `content_differs` when other content is kept under this fingerprint.
        """
        with self._write("content", {"fingerprint": fingerprint}) as connection:
            shelves.keep_content(connection, kind, fingerprint, payload)

    def content_set(self, fingerprint: str) -> bytes:
        """A content set as it was kept; raises StoreProblem `unknown_content`."""
        with self._read("content", {"fingerprint": fingerprint}) as connection:
            return shelves.content_set(connection, fingerprint)

    def setting(self, key: str) -> str | None:
        """A setting of the program; None when it was never set."""
        with self._read("store") as connection:
            return shelves.fact(connection, Setting, key)

    def set_setting(self, key: str, value: str) -> None:
        """Set a setting of the program."""
        with self._write("store") as connection:
            shelves.set_fact(connection, Setting, key, value)

    def practice(self, key: str) -> str | None:
        """A fact about the practice; None when it was never recorded."""
        with self._read("store") as connection:
            return shelves.fact(connection, PracticeFact, key)

    def set_practice(self, key: str, value: str) -> None:
        """Record a fact about the practice."""
        with self._write("store") as connection:
            shelves.set_fact(connection, PracticeFact, key, value)

    def checkpoint(self) -> None:
        """Bring everything into the database file: when idle, on leaving a conversation, on locking."""
        checkpoint(self._engine)

    def verify(self, reads: Callable[[bytes], object] = bytes) -> Verification:
        """Check the file and every conversation in it; found faults are listed, not raised.

        Args:
            reads: what must be able to read each change; raises StoreProblem where it cannot.
        """
        return verification_of(self._engine, lambda: [row.id for row in self.rows()], self.load, reads)

    def close(self) -> None:
        """Checkpoint, let go of the connections with their key, and let the next program in."""
        try:
            with suppress(StoreProblem):  # nothing is lost: the log file stays, and is read at the next opening
                self.checkpoint()
        finally:
            self._engine.dispose()
            if self._lock is not None:
                self._lock.release()

    @contextmanager
    def _read(self, where: str, values: dict[str, str] | None = None) -> Iterator[Connection]:
        with database_problems(where, values), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self, where: str, values: dict[str, str] | None = None) -> Iterator[Connection]:
        with database_problems(where, values), self._writing.begin() as connection:
            yield connection


def _last_seq(connection: Connection, conversation_id: str) -> int:
    chosen = select(ConversationRecord.last_seq).where(ConversationRecord.id == conversation_id)
    found = connection.execute(chosen).scalar_one_or_none()
    if found is None:
        raise StoreProblem(StoreCode.UNKNOWN_CONVERSATION, "conversation", {"conversation": conversation_id})
    return found


def _is_there(connection: Connection, column: InstrumentedAttribute[str], value: str) -> bool:
    return connection.execute(select(column).where(column == value)).first() is not None


def _sealed(
    sealer: Sealer, conversation_id: str, base_seq: int, payloads: Sequence[bytes]
) -> list[dict[str, str | int | bytes]]:
    return [
        {
            "conversation_id": conversation_id,
            "seq": seq,
            "payload": sealer.seal_change(conversation_id, seq, payload),
        }
        for seq, payload in enumerate(payloads, start=base_seq + 1)
    ]


def _row(sealer: Sealer, row: Row[Any]) -> ConversationRow:
    summary, is_readable = b"", True
    if row.summary_payload is not None:
        try:
            summary = sealer.open_summary(row.id, row.last_seq, row.summary_payload)
        except StoreProblem:
            is_readable = False
    return ConversationRow(
        id=row.id,
        created_at=row.created_at,
        touched_at=row.touched_at,
        closed_at=row.closed_at,
        last_seq=row.last_seq,
        summary=summary,
        is_readable=is_readable,
    )
