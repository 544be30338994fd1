"""The door of the store: opens and closes it for a user, says where the last change is, and writes down who came."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.bootstrap.gate import Gate, Outcome
from intake_app.bootstrap.logged import LoggedStore
from intake_app.bootstrap.problems import told
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.audit import EventCode
from intake_app.storage import keys as key_ring
from intake_app.storage import recovery, side_log, tries
from intake_app.storage.opening import create_store, lock_store, open_store, who_writes
from intake_app.storage.places import ring_path
from intake_app.storage.problems import StoreProblem
from intake_app.storage.reading import open_to_read
from intake_app.storage.ring_file import FIRST_FORMAT, read_ring
from intake_app.storage.swapping import ring_in_force
from intake_app.storage.writer import PASSING, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from intake_app.bootstrap.knowledge import Shelf
    from intake_app.conversation.ports import Clock
    from intake_app.practice.users import User
    from intake_app.storage.repository import ConversationStore

PRACTICE_NAME, RECOVERY = "practice_name", "recovery"


class StoreDoor(LoggedStore):
    """Opens and closes the store for one user at a time."""

    def __init__(self, path: Path, shelf: Shelf, clock: Clock, program: str = "") -> None:
        """Use the store at `path`; nothing is opened yet."""
        super().__init__(path, clock)
        self._shelf, self._clock, self._program = shelf, clock, program
        self._gate = Gate(path, clock)

    def create(self, passphrase: str, name: str) -> None:
        """Make the store with its first user, and open it."""
        with told():
            store = create_store(self.path, passphrase, name=name, now=self._clock.now())
        self._take(store, EventCode.STORE_MADE)

    def open(self, passphrase: str, user_id: str) -> None:
        """Open the store; behind the curtain of a lock that could not save, only check who is there."""
        if self._store is not None:
            _, failures = self._gate.pass_by(self._store.keys.user_id, lambda: self._check_back(passphrase))
            self._note_failures(failures)
            return
        self._forget_reader()
        try:
            store, failures = self._gate.pass_by(user_id, lambda: self._opened(passphrase, user_id))
        except ProblemsError as refused:
            raise self._with_writer(refused) from None
        if store.keys.user.must_change:
            store.close()
            self._note_beside(store.keys, failures)
            raise ProblemsError((problem("passphrase_must_change"),))
        self._take(store, EventCode.UNLOCKED)
        self._note_failures(failures)

    def open_to_read(self, passphrase: str, user_id: str) -> None:
        """Open a store that another program writes, or that is damaged."""
        if self._store is not None:
            self.open(passphrase, user_id)
            return
        self._forget_reader()
        with told():
            reader, failures = self._gate.pass_by(user_id, lambda: open_to_read(self.path, passphrase, user_id=user_id))
        if reader.keys.user.must_change:  # whoever gave that pass phrase would read along
            reader.close()
            raise ProblemsError((problem("passphrase_must_change"),))
        self._reader, self._me = reader, reader.keys.user
        self.relations = dict(reader.relations_of(reader.keys.user_id))
        self.note(self.recorder.event(EventCode.UNLOCKED, detail={"to_read": True}))
        self._note_failures(failures)

    def change_first(self, given: str, own: str, user_id: str) -> None:
        """Replace a pass phrase that somebody else gave, and open the store."""
        if given == own:
            raise ProblemsError((problem("passphrase_same"),))
        with told(), self._alone():
            _, failures = self._gate.pass_by(
                user_id, lambda: key_ring.change_passphrase(ring_path(self.path), given, own, user_id=user_id)
            )
        self.open(own, user_id)
        self._note_failures(failures)
        self.note(self.recorder.event(EventCode.PASSPHRASE_CHANGED, about=self.reader.keys.user_id))

    def close(self) -> None:
        """Wait for what is being written, then close. What cannot be written keeps the store open."""
        if self._reader is not None:
            with suppress(ProblemsError):
                self.note(self.recorder.event(EventCode.LOCKED))
            self._forget_reader()
        if self._writer is not None and self._store is not None:
            self.settle_all()
            self.note(self.recorder.event(EventCode.LOCKED))
            self.anchor()
            self._writer.close()
            self._store.close()
        self._store = self._writer = self._me = None
        self.relations = {}

    def know_again(self, everyone: Sequence[User]) -> None:
        """Take over a change of the present user's name or roles."""
        self._me = next((each for each in everyone if self._me is not None and each.id == self._me.id), self._me)

    def look_again(self) -> None:
        """Take over what the program that writes changed of the present user's rights, where this one only reads."""
        if self._reader is None or self._me is None:
            return
        with told():
            ring = key_ring.checked(read_ring(ring_in_force(self.path)).ring, self._reader.keys)
            if ring.format == FIRST_FORMAT:
                return
            found = (each.user for each in ring.users if each.user_id == self._reader.keys.user_id)
            self._me = next(found, replace(self._me, is_blocked=True))
            self.relations = dict(self._reader.relations_of(self._me.id))

    def prove(self, user_id: str, passphrase: str) -> User:
        """Return another user who proves to be there; raises `ProblemsError` `second_person` for the present one."""
        if self._me is None or user_id in {"", self._me.id}:
            raise ProblemsError((problem("second_person"),))
        ring = ring_path(self.path)
        keys = self.passes(user_id, lambda: key_ring.unlock(ring, passphrase, user_id=user_id))
        if keys.user.must_change:  # whoever gave that pass phrase could play the second person
            raise ProblemsError((problem("second_must_change"),))
        return keys.user

    def passes(self, who: str, attempt: Callable[[], Outcome]) -> Outcome:
        """Return what an attempt with a pass phrase gives; wrong ones are counted under this name."""
        found, failures = self._gate.pass_by(who, attempt)
        if self.is_open:
            self._note_failures(failures, who)
        return found

    def recover(self, typed: str, user_id: str, passphrase: str) -> None:
        """Give a user a new pass phrase with the code of the recovery sheet; the log gets it at the next opening."""
        ring = ring_path(self.path)
        with told(), self._alone():
            keys, failures = self._gate.pass_by(RECOVERY, lambda: recovery.recover(ring, typed, user_id, passphrase))
            side_log.note(self.path, keys, self.recorder.event(EventCode.RECOVERY_USED, about=user_id))
        self._note_beside(keys, failures + tries.note_success(self.path, user_id))

    def take_in(self) -> None:
        """Put into the log what a program that only reads noted meanwhile."""
        with suppress(StoreProblem):
            side_log.take_in(self.path, self.store.transactions)

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
        """Go on with an opened store; one that cannot be read is let go, so that it can be opened to read."""
        with told():
            try:
                relations = store.relations_of(store.keys.user_id)
                practice, gone = store.setting(PRACTICE_NAME) or "", [id_ for id_, _, _ in store.gone()]
                has_content = self._has_content(store)
            except StoreProblem:
                store.close()
                raise
        self._store, self._me, self._practice, self.relations = store, store.keys.user, practice, relations
        self._writer = Writer(self._clock.now, self._tell)
        if not has_content:  # the disk is full: it waits, and new talks behind it
            self._writer.submit(lambda: self._shelf.keep_in(store), must=True)
        self.note(self.recorder.event(code))
        self._note_wrong_log()
        self.keep_gone(gone)

    def _has_content(self, store: ConversationStore) -> bool:
        """Keep the content of new talks; tells whether it is on the disk."""
        try:
            self._shelf.keep_in(store)
        except StoreProblem as problem:
            if problem.code not in PASSING:
                raise
            return False
        return True

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other programs from writing the ring meanwhile; where this one has the store open, none does."""
        if self._store is not None:
            yield
            return
        lock = lock_store(self.path, self._clock.now())
        try:
            yield
        finally:
            lock.release()

    def _forget_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None
