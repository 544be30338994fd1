"""A damaged store, opened to read only: what can still be read is handed out, what is lost is told.

Rows are read one page at a time, past the pages that are hurt. The file itself is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from intake_app.storage import keys as key_ring
from intake_app.storage.checking import faults_of_copy
from intake_app.storage.engine import bare_connection
from intake_app.storage.faults import database_problems
from intake_app.storage.keys import Keys
from intake_app.storage.places import ring_path
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.sealing import Sealer

_ROWS_AT_ONCE = 200
_FARTHEST = 1 << 40
"""No table has a row of this number."""

_CONVERSATIONS = ("conversations", "id, created_at, touched_at, closed_at, last_seq, summary_payload")
_CHANGES = ("changes", "conversation_id, seq")
_PINS = ("conversation_content", "conversation_id, kind, fingerprint")
_CONTENT = ("content_sets", "fingerprint, payload")
_INDEXES = (
    "SELECT id, 0 FROM conversations INDEXED BY sqlite_autoindex_conversations_1",
    "SELECT conversation_id, seq FROM changes INDEXED BY sqlite_autoindex_changes_1",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedConversation:
    """What can be read of one conversation.

    Attributes:
        created_at: None when its own row is lost; so are touched_at, closed_at, summary and content then.
        changes: the changes that can be read, by number.
        last_seq: the number of its last change, as far as that is known.
        summary: the line of the list; empty when lost.
        content: the fingerprint of each kind of content that it was held with.
    """

    id: str
    created_at: datetime | None
    touched_at: datetime | None
    closed_at: datetime | None
    changes: Mapping[int, bytes]
    last_seq: int
    summary: bytes
    content: Mapping[str, str]

    @property
    def lost(self) -> tuple[int, ...]:
        """The numbers of the changes that cannot be read."""
        return tuple(seq for seq in range(1, self.last_seq + 1) if seq not in self.changes)

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is lost."""
        return self.created_at is not None and not self.lost


@dataclass(frozen=True, slots=True, kw_only=True)
class Remains:
    """Which conversations of a damaged store can still be read: ids only, nothing of what was said."""

    whole: tuple[str, ...]
    in_part: tuple[str, ...]
    lost: tuple[str, ...]


class _Reader:
    """Reads a damaged file. A connection that met a hurt page reads nothing more, so each failure costs a new one."""

    def __init__(self, path: Path, keys: Keys) -> None:
        """Open the file to read."""
        self._path, self._keys = path, keys
        self._connection = bare_connection(path, keys, to_read=True)

    def ask(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]] | None:
        """The rows; None when a page that they need is hurt."""
        try:
            with database_problems("store"):
                return list(self._connection.execute(statement, values).fetchall())
        except StoreProblem:
            self._connection.close()
            self._connection = bare_connection(self._path, self._keys, to_read=True)
            return None

    def close(self) -> None:
        """Let go of the file and of the key."""
        self._connection.close()


class Salvage:
    """An opened damaged store. Nothing can be written; close it at the end.

    Attributes:
        faults: what is wrong with the file.
        content: the content sets that can be read, by fingerprint.
        ids: every conversation of which something is left, if only its number.
    """

    def __init__(self, path: Path, keys: Keys) -> None:
        """Look through all tables once; what was said is read when it is asked for."""
        self.faults = tuple(faults_of_copy(path, keys))
        self._reader, self._sealer = _Reader(path, keys), Sealer(keys.content_key)
        self._records = {row[1]: row[2:] for row in _rows_of(self._reader, *_CONVERSATIONS)}
        self._places: dict[str, dict[int, int]] = {}
        for row, conversation_id, seq in _rows_of(self._reader, *_CHANGES):
            self._places.setdefault(conversation_id, {})[seq] = row
        self._pins: dict[str, dict[str, str]] = {}
        for _, conversation_id, kind, fingerprint in _rows_of(self._reader, *_PINS):
            self._pins.setdefault(conversation_id, {})[kind] = fingerprint
        self._known = _known(self._reader)
        self.content: Mapping[str, bytes] = {row[1]: row[2] for row in _rows_of(self._reader, *_CONTENT)}
        self.ids = tuple(sorted({*self._records, *self._places, *self._known}))

    def conversation(self, conversation_id: str, *, with_changes: bool = True) -> SavedConversation:
        """What is left of one conversation, or only its line of the list.

        Raises:
            StoreProblem: `unknown_conversation` or `content_closed`.
        """
        self._sealer.need_key()
        if not any(conversation_id in each for each in (self._records, self._places, self._known)):
            values = {"conversation": conversation_id}
            raise StoreProblem(StoreCode.UNKNOWN_CONVERSATION, "conversation", values)
        changes = dict(self._changes(conversation_id)) if with_changes else {}
        created, touched, closed, last, box = self._records.get(conversation_id, (None, None, None, 0, None))
        places = self._places.get(conversation_id, {})
        return SavedConversation(
            id=conversation_id,
            created_at=_moment(created),
            touched_at=_moment(touched),
            closed_at=_moment(closed),
            changes=changes,
            last_seq=max(last, self._known.get(conversation_id, 0), *places, 0),
            summary=self._summary(conversation_id, last, box),
            content=self._pins.get(conversation_id, {}),
        )

    def rows_of(self, table: str, columns: str) -> Iterator[tuple[Any, ...]]:
        """Every row that can be read of another table, its number first; none where there is no such table."""
        named = self._reader.ask("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
        return _rows_of(self._reader, table, columns) if named else iter(())

    def close(self) -> None:
        """Let go of the file and of the key."""
        self._reader.close()

    def __enter__(self) -> Self:
        """Close at the end of a `with` block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the file and of the key."""
        self.close()

    def _changes(self, conversation_id: str) -> Iterator[tuple[int, bytes]]:
        for seq, row in sorted(self._places.get(conversation_id, {}).items()):
            found = self._reader.ask("SELECT payload FROM changes WHERE rowid = ?", (row,))
            with suppress(StoreProblem):
                yield from [(seq, self._sealer.open_change(conversation_id, seq, box)) for (box,) in found or ()]

    def _summary(self, conversation_id: str, last: int, box: bytes | None) -> bytes:
        try:
            return b"" if box is None else self._sealer.open_summary(conversation_id, last, box)
        except StoreProblem:
            return b""


@contextmanager
def salvage(store: Path, passphrase: str, *, user_id: str = "") -> Iterator[Salvage]:
    """Open a damaged store for as long as the `with` block lasts.

    Raises:
        StoreProblem: `store_missing`, `passphrase_wrong`, `ring_missing`, `ring_damaged`; `damaged` when the
            first page or the list of the tables is hurt: then a backup is all there is.
    """
    if not store.exists():
        raise StoreProblem(StoreCode.STORE_MISSING, "store")
    keys = key_ring.unlock(ring_path(store), passphrase, user_id=user_id)
    with Salvage(store, keys) as found:
        yield found


def remains_of(found: Salvage, reads: Callable[[bytes], object] = bytes) -> Remains:
    """Tell apart what can be read whole, in part and not at all.

    Whole is a conversation with its own row, every change, and the content that it was held with.

    Args:
        found: the damaged store.
        reads: makes sense of one change; raises StoreProblem when it makes none.
    """
    whole, in_part, lost = list[str](), list[str](), list[str]()
    for saved in map(found.conversation, found.ids):
        readable = sum(_makes_sense(payload, reads) for payload in saved.changes.values())
        has_content = found.content.keys() >= set(saved.content.values())
        if saved.is_whole and readable == len(saved.changes) and has_content:
            whole.append(saved.id)
        else:
            (in_part if readable else lost).append(saved.id)
    return Remains(whole=tuple(whole), in_part=tuple(in_part), lost=tuple(lost))


def _makes_sense(payload: bytes, reads: Callable[[bytes], object]) -> bool:
    try:
        reads(payload)
    except StoreProblem:
        return False
    return True


def _rows_of(reader: _Reader, name: str, columns: str) -> Iterator[tuple[Any, ...]]:
    """Every row that can be read, its number first: many at once, fewer near a hurt page, and on behind it."""
    asked = f"SELECT rowid, {columns} FROM {name} NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT ?"  # noqa: S608  our own names
    last, at_once = 0, _ROWS_AT_ONCE
    while last < _FARTHEST:
        rows = reader.ask(asked, (last, at_once))
        if rows is None and at_once == 1:
            last = _behind_the_hurt(reader, asked, last)
        elif rows is None:
            at_once //= 2
        elif rows:
            yield from rows
            last, at_once = rows[-1][0], min(_ROWS_AT_ONCE, 2 * at_once)
        else:
            return


def _behind_the_hurt(reader: _Reader, asked: str, last: int) -> int:
    """The place from which reading goes on: found by ever longer steps, then by halving the last one."""
    step = 1
    while reader.ask(asked, (last + step, 1)) is None:
        if last + step >= _FARTHEST:
            return _FARTHEST
        step *= 2
    hurt, whole = last + step // 2, last + step
    while whole - hurt > 1:
        middle = (hurt + whole) // 2
        if reader.ask(asked, (middle, 1)) is None:
            hurt = middle
        else:
            whole = middle
    return whole


def _known(reader: _Reader) -> dict[str, int]:
    """The number of the last change of each conversation, from the indexes: they tell what is lost."""
    known: dict[str, int] = {}
    for statement in _INDEXES:
        for conversation_id, seq in reader.ask(statement) or ():
            known[conversation_id] = max(seq, known.get(conversation_id, 0))
    return known


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
