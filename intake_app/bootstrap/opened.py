"""What is open behind the door: the store to write or to read, its writing thread, and who has it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.bootstrap.problems import as_problem
from intake_app.conversation.desk import SaveState, SaveStatus
from intake_app.core.problems import ProblemsError, problem
from intake_app.storage.writer import WriterState, WriterStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake_app.practice.rights import Relation
    from intake_app.practice.users import User
    from intake_app.storage.log import LogStore
    from intake_app.storage.reading import ReadOnlyStore
    from intake_app.storage.repository import ConversationStore
    from intake_app.storage.writer import Writer


STATUSES = {
    WriterStatus.IDLE: SaveStatus.SAVED,
    WriterStatus.SAVED: SaveStatus.SAVED,
    WriterStatus.BUSY: SaveStatus.BUSY,
    WriterStatus.FAILED: SaveStatus.FAILED,
}


class OpenedStore:
    """What is open now; nothing at first.

    Attributes:
        relations: what the present user has to do with each talk that is theirs or was shared with them.
    """

    def __init__(self) -> None:
        """Begin with nothing open."""
        self._store: ConversationStore | None = None
        self._reader: ReadOnlyStore | None = None
        self._writer: Writer | None = None
        self._me: User | None = None
        self.relations: dict[str, Relation] = {}
        self._told: list[Callable[[], None]] = []

    @property
    def is_open(self) -> bool:
        """Tell whether the store is open, if only to read."""
        return self._store is not None or self._reader is not None

    @property
    def me(self) -> User | None:
        """Who has it open."""
        return self._me

    @property
    def store(self) -> ConversationStore:
        """The store to write to; raises `ProblemsError` while it is locked or open to read only."""
        if self._store is None:
            raise ProblemsError((problem("store_read_only" if self._reader else "store_locked"),))
        return self._store

    @property
    def reader(self) -> ConversationStore | ReadOnlyStore:
        """The store to read from; raises `ProblemsError` while it is locked."""
        opened = self._store or self._reader
        if opened is None:
            raise ProblemsError((problem("store_locked"),))
        return opened

    @property
    def read_only(self) -> ReadOnlyStore | None:
        """The store when it is open to read only."""
        return self._reader

    @property
    def writer(self) -> Writer:
        """The writing thread; raises `ProblemsError` while the store is locked."""
        if self._writer is None:
            raise ProblemsError((problem("store_locked"),))
        return self._writer

    @property
    def log(self) -> LogStore:
        """The log of the open store."""
        return self.store.log

    def state(self) -> SaveState:
        """Return where the last change is."""
        state = WriterState() if self._writer is None else self._writer.state
        wrong = None if state.problem is None else as_problem(state.problem)
        at = None if state.saved_at is None else state.saved_at.astimezone()
        return SaveState(status=STATUSES[state.status], at=at, problem=wrong)

    def on_saved(self, told_: Callable[[], None]) -> None:
        """Have `told_` called on each new state."""
        self._told.append(told_)

    def _tell(self, _: WriterState) -> None:
        for each in self._told:
            each()
