"""A store opened to read only: because another program writes it, because it is damaged, or not brought up to date.

Nothing is written: not into the store, not into its key ring, not into its lock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from intake_app.core.ids import ServiceId
from intake_app.directory.checks import Check
from intake_app.directory.records import Packed, RecordKind
from intake_app.practice.rights import Relation
from intake_app.practice.upkeep import BatchLine, ServiceNote
from intake_app.storage import keys as key_ring
from intake_app.storage.directory_rows import (
    BATCH_COLUMNS,
    CHECK_COLUMNS,
    NOTE_COLUMNS,
    batch_of,
    check_of,
    note_of,
)
from intake_app.storage.engine import open_to_look, schema_of
from intake_app.storage.keys import Keys
from intake_app.storage.opening import is_written
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationRow, ConversationStore
from intake_app.storage.ring_file import read_ring
from intake_app.storage.salvage import Salvage, SavedConversation
from intake_app.storage.swapping import ring_in_force
from intake_app.storage.tables import SCHEMA_KEY, SCHEMA_VERSION

_WITHOUT_USERS = "1"
_MOMENTS = frozenset({"at", "undone_at"})
_UNKNOWN = datetime.fromtimestamp(0, UTC)
"""When a conversation was held whose own row is lost."""


class ReadOnlyStore(Protocol):
    """What can be read of a store. What needs the content key raises StoreProblem `content_closed`."""

    keys: Keys

    @property
    def damage(self) -> tuple[StoreProblem, ...]:
        """What is wrong with the file, and the conversations that turned out to be lost in part."""

    def rows(self) -> Sequence[ConversationRow]:
        """All conversations, the one that was worked on last first."""

    def load(self, conversation_id: str) -> Sequence[bytes]:
        """The changes in order: all, or those before the first that is lost, which then stands in `damage`.

        Raises:
            StoreProblem: `unknown_conversation`; `damaged` when nothing of it can be read.
        """

    def content_of(self, conversation_id: str) -> Mapping[str, str]:
        """The fingerprint of each kind of content that the conversation was held with."""

    def content_set(self, fingerprint: str) -> bytes:
        """A content set as it was kept; raises StoreProblem `unknown_content`."""

    def setting(self, key: str) -> str | None:
        """A setting of the program; None when it was never set, or is lost."""

    def relations_of(self, user_id: str) -> Mapping[str, Relation]:
        """What a user has to do with each conversation that they hold."""

    def directory_version(self) -> int:
        """The number of the last change of the sociale kaart; another one means that something changed."""

    def directory_records(self) -> Iterator[tuple[RecordKind, str, Packed]]:
        """The records of the sociale kaart that can be read."""

    def directory_batches(self) -> Sequence[BatchLine]:
        """The changes of the sociale kaart, newest first."""

    def directory_checks(self, service: ServiceId | None = None) -> Sequence[Check]:
        """The checks of one service, or of all, newest first."""

    def directory_notes(self, service: ServiceId | None = None) -> Sequence[ServiceNote]:
        """How it went with one service, or with all, newest first."""

    def close(self) -> None:
        """Let go of the file and of the key."""


def open_to_read(store: Path, passphrase: str, *, user_id: str = "") -> ReadOnlyStore:
    """Open a store that another program writes, that is damaged, or that could not be brought up to date.

    Raises:
        StoreProblem: `store_missing`, `store_newer`, `passphrase_wrong`, `user_blocked`, `ring_missing`,
            `ring_damaged`, `ring_forged`; `damaged` when the first page or the list of
            the tables is hurt.
    """
    if not store.exists():
        raise StoreProblem(StoreCode.STORE_MISSING, "store")
    keys = key_ring.open_ring(read_ring(ring_in_force(store)).ring, passphrase, user_id=user_id)
    return (_beside_a_writer(store, keys) if is_written(store) else None) or _Saved(store, keys)


def _beside_a_writer(store: Path, keys: Keys) -> ReadOnlyStore | None:
    """The store as the other program leaves it from moment to moment; None where it is not as it should be."""
    try:
        engine = open_to_look(store, keys)
    except StoreProblem as problem:
        if problem.code is not StoreCode.DAMAGED:
            raise
        return None
    if schema_of(engine) < SCHEMA_VERSION:
        engine.dispose()
        return None
    return _Beside(engine, keys)


class _Beside(ConversationStore):
    """A store that another program writes."""

    @property
    def damage(self) -> tuple[StoreProblem, ...]:
        """Nothing that is known: the one that writes would tell."""
        return ()

    def close(self) -> None:
        """Let go of the connections; the one that writes brings its log file in."""
        self.transactions.close()


class _Saved:
    """What can be read of a store that is damaged, or older."""

    def __init__(self, store: Path, keys: Keys) -> None:
        """Look through it once."""
        self.keys = keys
        self._found = Salvage(store, keys)
        self._hurt: dict[str, StoreProblem] = {}
        self._settings = {row[1]: row[2] for row in self._found.rows_of("settings", "key, value")}
        self._holders = [row[1:] for row in self._found.rows_of("holders", "conversation_id, user_id, relation")]
        told = {row[1]: row[2] for row in self._found.rows_of("meta", "key, value")}
        self._is_first = told.get(SCHEMA_KEY) == _WITHOUT_USERS

    @property
    def damage(self) -> tuple[StoreProblem, ...]:
        return (*self._found.faults, *self._hurt.values())

    def rows(self) -> Sequence[ConversationRow]:
        found = [_row(self._found.conversation(each, with_changes=False)) for each in self._found.ids]
        return sorted(found, key=lambda row: row.touched_at, reverse=True)

    def load(self, conversation_id: str) -> Sequence[bytes]:
        found = self._found.conversation(conversation_id)
        first_lost = min(found.lost, default=found.last_seq + 1)
        if first_lost > found.last_seq and found.created_at is not None:
            return [found.changes[seq] for seq in range(1, found.last_seq + 1)]
        values = {"conversation": conversation_id}
        self._hurt[conversation_id] = StoreProblem(StoreCode.DAMAGED, "conversation", values)
        if first_lost == 1:
            raise self._hurt[conversation_id]
        return [found.changes[seq] for seq in range(1, first_lost)]

    def content_of(self, conversation_id: str) -> Mapping[str, str]:
        return self._found.conversation(conversation_id, with_changes=False).content

    def content_set(self, fingerprint: str) -> bytes:
        found = self._found.content.get(fingerprint)
        if found is None:
            raise StoreProblem(StoreCode.UNKNOWN_CONTENT, "content", {"fingerprint": fingerprint})
        return found

    def setting(self, key: str) -> str | None:
        return self._settings.get(key)

    def relations_of(self, user_id: str) -> Mapping[str, Relation]:
        """In a store from before there were users, every talk is of the only one."""
        if self._is_first:
            return dict.fromkeys(self._found.ids, Relation.OWN)
        return {talk: Relation(relation) for talk, user, relation in self._holders if user == user_id}

    def directory_version(self) -> int:
        """Nobody writes it any more."""
        return max((int(batch.id) for batch in self.directory_batches()), default=0)

    def directory_records(self) -> Iterator[tuple[RecordKind, str, Packed]]:
        for _, kind, id_, payload in self._found.rows_of("directory_records", "kind, id, payload"):
            yield RecordKind(kind), id_, payload

    def directory_batches(self) -> Sequence[BatchLine]:
        found = [batch_of(row) for row in self._rows("directory_batches", BATCH_COLUMNS)]
        return sorted(found, key=lambda batch: int(batch.id), reverse=True)

    def directory_checks(self, service: ServiceId | None = None) -> Sequence[Check]:
        undone = {int(batch.id) for batch in self.directory_batches() if batch.undone}
        rows = [row for row in self._rows("directory_checks", CHECK_COLUMNS) if row["batch_id"] not in undone]
        return [check_of(row) for row in _newest(rows, service)]

    def directory_notes(self, service: ServiceId | None = None) -> Sequence[ServiceNote]:
        return [note_of(row) for row in _newest(self._rows("directory_notes", NOTE_COLUMNS), service)]

    def _rows(self, table: str, columns: Sequence[str]) -> list[dict[str, Any]]:
        """What can be read of a table of the sociale kaart."""
        found = [dict(zip(columns, row[1:], strict=True)) for row in self._found.rows_of(table, ", ".join(columns))]
        return [
            {
                name: datetime.fromisoformat(value) if value and name in _MOMENTS else value
                for name, value in row.items()
            }
            for row in found
        ]

    def close(self) -> None:
        self._found.close()


def _newest(rows: Sequence[dict[str, Any]], service: ServiceId | None) -> list[dict[str, Any]]:
    chosen = (row for row in rows if service in {None, row["service_id"]})
    return sorted(chosen, key=lambda row: row["at"], reverse=True)


def _row(saved: SavedConversation) -> ConversationRow:
    return ConversationRow(
        id=saved.id,
        created_at=saved.created_at or _UNKNOWN,
        touched_at=saved.touched_at or _UNKNOWN,
        closed_at=saved.closed_at,
        last_seq=saved.last_seq,
        summary=saved.summary,
        is_readable=bool(saved.summary) or not saved.last_seq,
    )
