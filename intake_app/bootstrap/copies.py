"""Copies of the store: made by themselves while one works, made by hand, tried out, and put back."""

from __future__ import annotations

import datetime
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from intake_app.bootstrap.problems import as_problem, told
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.audit import EventCode
from intake_app.practice.copies import CopiesState, CopyLine, PutBack, RestorePreview
from intake_app.practice.guard import permit
from intake_app.practice.rights import Action
from intake_app.practice.thinning import is_due
from intake_app.storage import keys as key_ring
from intake_app.storage import restore as restoring
from intake_app.storage.archive import read_archive
from intake_app.storage.backup import Source, Stamp, back_up, backup_folder, backups_in, go_on, thin
from intake_app.storage.private_files import file_problems
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.ring_file import read_ring
from intake_app.storage.swapping import ring_in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake_app.bootstrap.door import StoreDoor
    from intake_app.bootstrap.guard import Guard
    from intake_app.conversation.ports import Clock
    from intake_app.core.problems import Problem
    from intake_app.practice.copies import Progress
    from intake_app.storage.archive import Archive
    from intake_app.storage.restore import Preview

FOLDER, TROUBLE, TRIED = "copy_folder", "copy_trouble", "copy_tried"
TRYING = "restore"
"""Under this name wrong pass phrases at a copy are counted."""
_PASSING = frozenset({StoreCode.BACKUP_CANCELLED})


class LocalCopies:
    """See `practice.copies.Copies` for what each call means."""

    def __init__(self, door: StoreDoor, guard: Guard, clock: Clock, program: str) -> None:
        """Copy what lies behind the door; `program` is the version that a copy names."""
        self._door, self._guard, self._clock, self._program = door, guard, clock, program
        self.words: Callable[[Problem], str] = lambda found: found.code
        self._one_at_a_time = threading.Lock()

    def state(self) -> CopiesState:
        """Return how it stands with the copies."""
        made = [each.manifest.made for each in self._ours()]
        tried = self._setting(TRIED)
        return CopiesState(
            folder=str(self._folder()),
            newest=max(made, default=None),
            is_due=is_due(made, self._clock.now()),
            problem=self._trouble(),
            last_tried=None if not tried else datetime.datetime.fromisoformat(tried),
        )

    def set_folder(self, folder: str) -> None:
        """Put copies in another folder from now on."""
        given = self._guard.permit(Action.COPY)
        if not _is_folder(folder):
            raise ProblemsError((problem("folder_missing", folder),))
        made = self._door.recorder.event(EventCode.SETTING_CHANGED, given, about=FOLDER)
        with told():
            self._door.store.set_setting(FOLDER, folder, events=(made,))

    def all(self) -> tuple[CopyLine, ...]:
        """Return the copies in the folder, newest first."""
        with told():
            found = backups_in(self._folder())
        keys = self._door.reader.keys if self._door.is_open else None
        return tuple(_line(each, None if keys is None else each.manifest.store == keys.store_id) for each in found)

    def make(self, progress: Progress) -> CopyLine:
        """Make a copy now."""
        self._guard.permit(Action.COPY)
        with self._one_at_a_time:
            return self._made(progress)

    def make_if_due(self, progress: Progress = go_on) -> CopyLine | None:
        """Make a copy when it is time for one; what goes wrong is kept for `state`, and told in the log."""
        if self._door.read_only is not None or not self._door.is_open:
            return None
        if not self._one_at_a_time.acquire(blocking=False):  # one is being made by hand: nobody waits for it
            return None
        try:
            if not is_due([each.manifest.made for each in self._ours()], self._clock.now()):
                return None
            return self._made(progress)
        except ProblemsError:
            return None
        finally:
            self._one_at_a_time.release()

    def try_out(self, path: str, progress: Progress) -> CopyLine:
        """Prove that a copy can be put back."""
        given = self._guard.permit(Action.COPY)
        store, now = self._door.store, self._clock.now()
        with told():
            found = restoring.try_out(Path(path), store.keys, self._door.path.parent, self._until_locked(progress))
            made = self._door.recorder.event(EventCode.COPY_TRIED, given, about=Path(path).name)
            store.set_setting(TRIED, now.isoformat(), events=(made,))
        return _line(found, of_this_store=True)

    def preview(self, path: str, passphrase: str) -> RestorePreview:
        """Look at a copy."""
        found = self._door.passes(TRYING, lambda: self._looked_at(Path(path), passphrase))
        present = found.present
        return RestorePreview(
            made=found.made,
            program=found.program,
            talks=found.conversations,
            changes=found.changes,
            of_this_store=found.is_same_store,
            has_present=present is not None,
            present_talks=None if present is None else present.conversations,
            present_changes=None if present is None else present.changes,
            present_touched=None if present is None else present.touched,
        )

    def put_back(self, path: str, passphrase: str, *, other_store: bool = False) -> PutBack:
        """Put a copy back."""
        if self._door.is_open:
            raise ProblemsError((problem("restore_while_open"),))
        copy, now = Path(path), self._clock.now()
        who = self._door.passes(TRYING, lambda: self._looked_at(copy, passphrase)).user
        permit(who, Action.RESTORE)
        if who.must_change:  # whoever gave that pass phrase could use it
            raise ProblemsError((problem("second_must_change"),))
        with told():
            done = restoring.restore(copy, self._door.path, passphrase, now, user_id=who.id, other_store=other_store)
        kept = "" if done.kept is None else str(done.kept)
        return PutBack(kept=kept, erased=len(done.erased), lost_events=done.lost_events)

    def _looked_at(self, copy: Path, passphrase: str) -> Preview:
        """Look at a copy as whoever this pass phrase is of: nobody is asked for a name before the store is there."""
        store = self._door.path
        for user_id in users_by_passphrase(copy, store, passphrase):
            return restoring.preview(copy, store, passphrase, user_id=user_id)
        raise StoreProblem(StoreCode.PASSPHRASE_WRONG, "ring")

    def _made(self, progress: Progress) -> CopyLine:
        store = self._door.store
        stamp = Stamp(now=self._clock.now(), program=self._program)
        self._door.anchor()
        try:
            with file_problems("backup"):  # a stick or a share that is gone answers in ways of its own
                made = back_up(
                    Source(store=self._door.path, keys=store.keys), self._folder(), stamp, self._until_locked(progress)
                )
                thin(self._folder(), store.keys)
        except StoreProblem as error:
            if error.code not in _PASSING:
                self._keep_trouble(error)
            raise ProblemsError((as_problem(error),)) from None
        event = self._door.recorder.event(EventCode.COPY_MADE, about=made.path.name)
        with told():
            store.set_setting(TROUBLE, "", events=(event,))
        return _line(made, of_this_store=True)

    def _until_locked(self, progress: Progress) -> Progress:
        """Go on only while the store is open."""
        return lambda done, in_all: self._door.is_open and progress(done, in_all)

    def _keep_trouble(self, error: StoreProblem) -> None:
        event = self._door.recorder.event(EventCode.COPY_FAILED, succeeded=False, detail={"problem": error.code.value})
        with told():
            self._door.store.set_setting(TROUBLE, error.code.value, events=(event,))

    def _trouble(self) -> str:
        code = self._setting(TROUBLE)
        return self.words(problem(f"store_{code}")) if code else ""

    def _folder(self) -> Path:
        return copy_folder(self._door)

    def _setting(self, key: str) -> str:
        return (self._door.reader.setting(key) or "") if self._door.is_open else ""

    def _ours(self) -> tuple[Archive, ...]:
        keys = self._door.reader.keys
        try:
            with file_problems("backup"):
                found = backups_in(self._folder())
        except StoreProblem:
            return ()
        return tuple(each for each in found if each.manifest.store == keys.store_id and each.is_made_with(keys))


def users_by_passphrase(copy: Path, store: Path, passphrase: str) -> Iterator[str]:
    """Yield the users of a copy, or of the store that is there, whom this pass phrase opens."""
    rings = [read_archive(copy).ring]
    with suppress(StoreProblem):
        rings.insert(0, read_ring(ring_in_force(store)).ring)
    for ring in rings:
        for user in ring.users:
            with suppress(StoreProblem):
                yield key_ring.open_ring(ring, passphrase, user_id=user.user_id).user_id


def _is_folder(folder: str) -> bool:
    """Tell whether copies can go there; a name that no disk takes is no folder."""
    try:
        return not folder or (Path(folder).is_absolute() and Path(folder).is_dir())
    except OSError:
        return False


def copy_folder(door: StoreDoor) -> Path:
    """Return where copies of the store behind the door go; beside it while it is locked."""
    chosen = door.reader.setting(FOLDER) if door.is_open else None
    return Path(chosen) if chosen else backup_folder(door.path)


def _line(found: Archive, of_this_store: bool | None) -> CopyLine:  # noqa: FBT001  three answers: yes, no, not known
    made = found.manifest
    return CopyLine(
        path=str(found.path),
        made=made.made,
        talks=made.conversations,
        changes=made.changes,
        size=made.size,
        of_this_store=of_this_store,
    )
