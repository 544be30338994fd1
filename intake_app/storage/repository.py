"""Conversations in the store: changes are only added, each batch on the state it was made on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, Engine, delete, insert, select, update

from intake_app.practice.audit import Event
from intake_app.practice.chain import Anchor
from intake_app.practice.rights import Relation
from intake_app.storage.checking import Verification, verification_of
from intake_app.storage.directory_room import DirectoryRoom
from intake_app.storage.engine import checkpoint
from intake_app.storage.holding import Holding, hold, last_seq
from intake_app.storage.keys import Keys
from intake_app.storage.lock import StoreLock
from intake_app.storage.log import LogStore
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.records import Records, Why, keep_request, note_gone
from intake_app.storage.sealing import Sealer
from intake_app.storage.shelves import Shelves
from intake_app.storage.tables import CHANGES, CONTENT_SETS, CONVERSATION_CONTENT, CONVERSATIONS
from intake_app.storage.transactions import Transactions

_ROWS = """SELECT id, created_at, touched_at, closed_at, last_seq, summary_payload
FROM conversations ORDER BY touched_at DESC, created_at DESC, id"""


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


class ConversationStore(Shelves, Holding, Records, DirectoryRoom):
    """An open store. Any thread may call any method; a call that writes has reached the disk on return.

    Every method raises StoreProblem: `disk_full`, `write_failed` and `in_use` pass, and may be tried again. What needs
    the content key raises `content_closed` for who does not hold it. Every call that writes takes the events that it
    leaves in the log: both are on the disk, or neither is.
    """

    def __init__(self, engine: Engine, keys: Keys, lock: StoreLock | None = None) -> None:
        """Join an open database with its keys; the lock is let go on closing."""
        super().__init__(Transactions(engine, keys))
        self._lock = lock
        self.keys = keys
        self.log = LogStore(self.transactions)
        self.notices: tuple[StoreProblem, ...] = keys.notices

    def start(
        self,
        conversation_id: str,
        at: datetime,
        content: Mapping[str, str],
        *,
        holder: str = "",
        events: Sequence[Event] = (),
    ) -> None:
        """Begin a conversation of this holder, pinned to the fingerprint of each kind of content.

        Raises:
            StoreProblem: `conversation_exists`, or `unknown_content` for a set that was not kept before.
        """
        values = {"conversation": conversation_id}
        record = {"id": conversation_id, "created_at": at, "touched_at": at, "last_seq": 0}
        with self.transactions.write("conversation", values, events) as connection:
            if _is_there(connection, CONVERSATIONS.c.id, conversation_id):
                raise StoreProblem(StoreCode.CONVERSATION_EXISTS, "conversation", values)
            connection.execute(insert(CONVERSATIONS).values(record))
            for kind, fingerprint in content.items():
                if not _is_there(connection, CONTENT_SETS.c.fingerprint, fingerprint):
                    raise StoreProblem(StoreCode.UNKNOWN_CONTENT, "content", {"fingerprint": fingerprint})
                pin = {"conversation_id": conversation_id, "kind": kind, "fingerprint": fingerprint}
                connection.execute(insert(CONVERSATION_CONTENT).values(pin))
            if holder:
                hold(connection, conversation_id, holder, Relation.OWN, at)

    def append(  # noqa: PLR0913  a batch of changes with all that goes onto the disk together with it
        self,
        conversation_id: str,
        base_seq: int,
        payloads: Sequence[bytes],
        summary: bytes,
        at: datetime,
        *,
        events: Sequence[Event] = (),
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
        with self.transactions.write("conversation", values, events) as connection:
            found = last_seq(connection, conversation_id)
            if found != base_seq:
                raise StoreProblem(StoreCode.STALE, "conversation", {**values, "last": str(found)})
            if rows:
                connection.execute(insert(CHANGES), [{**row, "at": at} for row in rows])
            changed = update(CONVERSATIONS).where(CONVERSATIONS.c.id == conversation_id)
            connection.execute(changed.values(touched_at=at, last_seq=last, summary_payload=box))
        return last

    def load(self, conversation_id: str) -> list[bytes]:
        """All changes of a conversation, in order.

        Raises:
            StoreProblem: `unknown_conversation`; `damaged` when one is missing or not as it was written.
        """
        boxes = enumerate(self._boxes(conversation_id), start=1)
        return [self._sealer.open_change(conversation_id, seq, box) for seq, box in boxes]

    def rows(self) -> list[ConversationRow]:
        """All conversations, the one that was worked on last first."""
        self._sealer.need_key()
        with self.transactions.read("store") as connection:
            found = connection.exec_driver_sql(_ROWS).all()
        return [_row(self._sealer, *row) for row in found]

    def content_of(self, conversation_id: str) -> dict[str, str]:
        """The fingerprint of each kind of content that the conversation was held with."""
        chosen = select(CONVERSATION_CONTENT.c.kind, CONVERSATION_CONTENT.c.fingerprint).where(
            CONVERSATION_CONTENT.c.conversation_id == conversation_id
        )
        with self.transactions.read("conversation", {"conversation": conversation_id}) as connection:
            last_seq(connection, conversation_id)
            return {row.kind: row.fingerprint for row in connection.execute(chosen)}

    def mark_closed(self, conversation_id: str, at: datetime | None, *, events: Sequence[Event] = ()) -> None:
        """Record when the conversation was closed; None opens it again."""
        self._mark(conversation_id, CONVERSATIONS.c.closed_at, at, events)

    def mark_released(self, conversation_id: str, at: datetime, *, events: Sequence[Event] = ()) -> None:
        """Record when a paper, the journal text or an export last left the program."""
        self._mark(conversation_id, CONVERSATIONS.c.released_at, at, events)

    def delete(self, conversation_id: str, at: datetime, why: Why, *, events: Sequence[Event] = ()) -> None:
        """Remove a conversation with all its changes, out of the log file too; only that it is gone is kept."""
        with self.transactions.write("conversation", {"conversation": conversation_id}, events) as connection:
            last_seq(connection, conversation_id)
            self._take_away(connection, conversation_id, at, why)
        self._empty_log_file()

    def erase(
        self, request: str, decided: bytes, conversations: Sequence[str], at: datetime, *, events: Sequence[Event]
    ) -> None:
        """Keep what was decided on a request for erasure, and erase its conversations: all of that, or nothing."""
        with self.transactions.write("store", events=events) as connection:
            keep_request(connection, request, at, decided)
            for conversation_id in conversations:
                self._take_away(connection, conversation_id, at, "erased")
        self._empty_log_file()

    def _take_away(self, connection: Connection, conversation_id: str, at: datetime, why: Why) -> None:
        connection.execute(delete(CONVERSATIONS).where(CONVERSATIONS.c.id == conversation_id))
        note_gone(connection, conversation_id, at, why)
        self._drop_drafts_about(connection, conversation_id)

    def _empty_log_file(self) -> None:
        with suppress(StoreProblem):  # a reader holds the log back: the next checkpoint empties it
            self.checkpoint()

    def checkpoint(self) -> None:
        """Bring everything into the database file: when idle, on leaving a conversation, on locking."""
        checkpoint(self.transactions.engine)

    def verify(self, reads: Callable[[bytes], object] = bytes, anchors: Iterable[Anchor] = ()) -> Verification:
        """Check the file, the log, and every conversation; found faults are listed, not raised.

        Without the content key the changes of a conversation are counted, and not opened.

        Args:
            reads: what must be able to read each change; raises StoreProblem where it cannot.
            anchors: what is known from outside of how far the log went.
        """
        can_open = self.keys.content_key is not None
        return verification_of(
            self.transactions.engine,
            self._ids,
            (lambda id_: [reads(each) for each in self.load(id_)]) if can_open else self._boxes,
            lambda: self.log.check(anchors),
        )

    def close(self) -> None:
        """Checkpoint, let go of the connections with their key, and let the next program in."""
        try:
            with suppress(StoreProblem):  # nothing is lost: the log file stays, and is read at the next opening
                self.checkpoint()
        finally:
            self.transactions.close()
            if self._lock is not None:
                self._lock.release()

    def _ids(self) -> list[str]:
        with self.transactions.read("store") as connection:
            return list(connection.execute(select(CONVERSATIONS.c.id).order_by(CONVERSATIONS.c.id)).scalars())

    def _boxes(self, conversation_id: str) -> list[bytes]:
        """All changes of a conversation as they are kept: sealed, and none missing."""
        values = {"conversation": conversation_id}
        chosen = select(CHANGES.c.seq, CHANGES.c.payload).where(CHANGES.c.conversation_id == conversation_id)
        with self.transactions.read("conversation", values) as connection:
            last = last_seq(connection, conversation_id)
            rows = connection.execute(chosen.order_by(CHANGES.c.seq)).all()
        if [row.seq for row in rows] != list(range(1, last + 1)):
            raise StoreProblem(StoreCode.DAMAGED, "conversation", values)
        return [row.payload for row in rows]

    def _mark(
        self,
        conversation_id: str,
        column: Column[datetime | None],
        at: datetime | None,
        events: Sequence[Event],
    ) -> None:
        marked = update(CONVERSATIONS).where(CONVERSATIONS.c.id == conversation_id).values({column: at})
        with self.transactions.write("conversation", {"conversation": conversation_id}, events) as connection:
            last_seq(connection, conversation_id)
            connection.execute(marked)


def _is_there(connection: Connection, column: Column[str], value: str) -> bool:
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


def _row(  # noqa: PLR0913, PLR0917  the columns of a row, in the order in which they were asked for
    sealer: Sealer, id_: str, created: str, touched: str, closed: str | None, last: int, box: bytes | None
) -> ConversationRow:
    summary, is_readable = b"", True
    if box is not None:
        try:
            summary = sealer.open_summary(id_, last, box)
        except StoreProblem:
            is_readable = False
    return ConversationRow(
        id=id_,
        created_at=datetime.fromisoformat(created),
        touched_at=datetime.fromisoformat(touched),
        closed_at=None if closed is None else datetime.fromisoformat(closed),
        last_seq=last,
        summary=summary,
        is_readable=is_readable,
    )
