"""The door of the store: opens and closes it for a user, says where the last change is, and writes down who came."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from intake_app.bootstrap.gate import Gate
from intake_app.bootstrap.opened import OpenedStore
from intake_app.bootstrap.problems import as_problem, told
from intake_app.bootstrap.recorder import Recorder
from intake_app.conversation.desk import SaveState, SaveStatus
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.audit import EventCode
from intake_app.storage import keys as key_ring
from intake_app.storage import recovery, side_log, tries
from intake_app.storage.opening import create_store, open_store, who_writes
from intake_app.storage.places import ring_path
from intake_app.storage.problems import StoreProblem
from intake_app.storage.reading import open_to_read
from intake_app.storage.writer import Writer, WriterState, WriterStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from intake_app.bootstrap.knowledge import Shelf
    from intake_app.conversation.ports import Clock
    from intake_app.practice.audit import Event
    from intake_app.practice.users import User
    from intake_app.storage.repository import ConversationStore

PATIENCE_SECONDS = 5
STATUSES = {
    WriterStatus.IDLE: SaveStatus.SAVED,
    WriterStatus.SAVED: SaveStatus.SAVED,
    WriterStatus.BUSY: SaveStatus.BUSY,
    WriterStatus.FAILED: SaveStatus.FAILED,
}
PRACTICE_NAME, RECOVERY = "practice_name", "recovery"


class StoreDoor(OpenedStore):
    """Opens and closes the store for one user at a time."""

    def __init__(self, path: Path, shelf: Shelf, clock: Clock, program: str = "") -> None:
        """Use the store at `path`; nothing is opened yet."""
        self.path, self._shelf, self._clock, self._program = path, shelf, clock, program
        super().__init__()
        self._told: list[Callable[[], None]] = []
        self.recorder = Recorder(clock, lambda: self.me, lambda: self._practice)
        self._gate = Gate(path, clock)
        self._practice = ""

    def create(self, passphrase: str, name: str) -> None:
        """Make the store with its first user, and open it."""
        with told():
            store = create_store(self.path, passphrase, name=name, now=self._clock.now())
        self._take(store, EventCode.UNLOCKED)

    def open(self, passphrase: str, user_id: str) -> None:
        """Open the store; behind the curtain of a lock that could not save, only check who is there."""
        if self._store is not None:
            self._gate.pass_by(user_id or self._store.keys.user_id, lambda: self._check_back(passphrase))
            return
        try:
            store, failures = self._gate.pass_by(user_id, lambda: self._opened(passphrase, user_id))
        except ProblemsError as refused:
            raise self._with_writer(refused) from None
        if store.keys.user.must_change:
            store.close()
            raise ProblemsError((problem("passphrase_must_change"),))
        self._take(store, EventCode.UNLOCKED)
        self._note_failures(failures)

    def open_to_read(self, passphrase: str, user_id: str) -> None:
        """Open a store that another program writes, or that is damaged."""
        with told():
            reader, failures = self._gate.pass_by(user_id, lambda: open_to_read(self.path, passphrase, user_id=user_id))
        self._reader, self._me = reader, reader.keys.user
        self.relations = dict(reader.relations_of(reader.keys.user_id))
        self.note(self.recorder.event(EventCode.UNLOCKED, detail={"to_read": True}))
        self._note_failures(failures)

    def change_first(self, given: str, own: str, user_id: str) -> None:
        """Replace a pass phrase that somebody else gave, and open the store."""
        with told():
            if given == own:
                raise ProblemsError((problem("passphrase_same"),))
            self._gate.pass_by(
                user_id, lambda: key_ring.change_passphrase(ring_path(self.path), given, own, user_id=user_id)
            )
        self.open(own, user_id)
        self.note(self.recorder.event(EventCode.PASSPHRASE_CHANGED, about=self.reader.keys.user_id))

    def close(self) -> None:
        """Wait for what is being written, then close. What cannot be written keeps the store open."""
        if self._reader is not None:
            self._reader.close()
        if self._writer is not None and self._store is not None:
            self.settle()
            if self._writer.state.status not in {WriterStatus.IDLE, WriterStatus.SAVED}:
                raise ProblemsError((problem("store_not_saved"),))
            self.note(self.recorder.event(EventCode.LOCKED))
            self.anchor()
            self._writer.close()
            self._store.close()
        self._store = self._reader = self._writer = self._me = None
        self.relations = {}

    def settle(self) -> None:
        """Wait until everything asked for is written; what cannot be written does not hold it up."""
        if self._writer is not None and self._writer.state.status is not WriterStatus.FAILED:
            with suppress(StoreProblem, TimeoutError):
                self._writer.submit(int).result(timeout=PATIENCE_SECONDS)

    def note(self, event: Event) -> None:
        """Put an event into the log before what it is about is shown; on a full disk it waits with all other work."""
        if self._reader is not None:
            with told():
                side_log.note(self.path, self._reader.keys, event)
            return
        log = self.log
        try:
            log.record(event)
        except StoreProblem:
            self.writer.submit(lambda: log.record(event), must=True)

    def anchor(self) -> None:
        """Keep in the key ring how far the log goes, so that a cut tail is found."""
        with suppress(StoreProblem):
            key_ring.keep_anchor(ring_path(self.path), self.store.keys, self.log.anchor())

    def keep_gone(self, talks: Sequence[str]) -> None:
        """Keep in the key ring which talks are gone, so that no copy brings them back."""
        with suppress(StoreProblem):
            key_ring.keep_gone(ring_path(self.path), self.store.keys, talks)

    def know_again(self, everyone: Sequence[User]) -> None:
        """Take over a change of the present user's name or roles."""
        self._me = next((each for each in everyone if self._me is not None and each.id == self._me.id), self._me)

    def prove(self, user_id: str, passphrase: str) -> User:
        """Return another user who proves to be there; raises `ProblemsError` `second_person` for the present one."""
        if self._me is None or user_id in {"", self._me.id}:
            raise ProblemsError((problem("second_person"),))
        ring = ring_path(self.path)
        keys, _ = self._gate.pass_by(user_id, lambda: key_ring.unlock(ring, passphrase, user_id=user_id))
        if keys.user.must_change:  # whoever gave that pass phrase could play the second person
            raise ProblemsError((problem("second_must_change"),))
        return keys.user

    def recover(self, typed: str, user_id: str, passphrase: str) -> None:
        """Give a user a new pass phrase with the code of the recovery sheet; the log gets it at the next opening."""
        ring = ring_path(self.path)
        with told():
            keys, _ = self._gate.pass_by(RECOVERY, lambda: recovery.recover(ring, typed, user_id, passphrase))
            tries.note_success(self.path, user_id)
            side_log.note(self.path, keys, self.recorder.event(EventCode.RECOVERY_USED, about=user_id))

    def state(self) -> SaveState:
        """Return where the last change is."""
        state = WriterState() if self._writer is None else self._writer.state
        wrong = None if state.problem is None else as_problem(state.problem)
        at = None if state.saved_at is None else state.saved_at.astimezone()
        return SaveState(status=STATUSES[state.status], at=at, problem=wrong)

    def on_saved(self, told_: Callable[[], None]) -> None:
        """Have `told_` called on each new state."""
        self._told.append(told_)

    def _opened(self, passphrase: str, user_id: str) -> ConversationStore:
        return open_store(self.path, passphrase, user_id=user_id, now=self._clock.now(), program=self._program)

    def _with_writer(self, refused: ProblemsError) -> ProblemsError:
        """Say who writes, where that is what keeps one out and it is known."""
        writer = who_writes(self.path)
        if refused.problems[0].code != "store_in_use" or writer is None:
            return refused
        since = f"{writer.since.astimezone():%H:%M}"
        return ProblemsError((problem("store_in_use_by", who=writer.user or writer.computer, since=since),))

    def _check_back(self, passphrase: str) -> None:
        keys = self.store.keys
        key_ring.unlock(ring_path(self.path), passphrase, user_id=keys.user_id)

    def _take(self, store: ConversationStore, code: EventCode) -> None:
        with told():
            self._shelf.keep_in(store)
        self._store, self._me = store, store.keys.user
        self._writer = Writer(self._clock.now, self._tell)
        self.relations = store.relations_of(store.keys.user_id)
        self._practice = store.setting(PRACTICE_NAME) or ""
        self.note(self.recorder.event(code))

    def _note_failures(self, failures: int) -> None:
        """Tell the log of wrong pass phrases, now that it is open."""
        if failures:
            made = self.recorder.event(EventCode.PASSPHRASE_FAILED, succeeded=False, detail={"times": failures})
            self.note(made)

    def _tell(self, _: WriterState) -> None:
        for each in self._told:
            each()
