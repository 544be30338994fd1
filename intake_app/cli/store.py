"""What `backup`, `restore` and `verify` do: the store, copied, put back and checked."""

from __future__ import annotations

import getpass
import sys
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from intake_app.bootstrap.places import places
from intake_app.bootstrap.problems import as_problem, told
from intake_app.bootstrap.version import program_version
from intake_app.cli.words import WRONG_INPUT, resources_of, tell
from intake_app.core.clock import SystemClock
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.audit import EventCode
from intake_app.practice.guard import permit
from intake_app.practice.rights import Action
from intake_app.practice.thinning import is_due
from intake_app.storage import keys as key_ring
from intake_app.storage import restore as restoring
from intake_app.storage import side_log
from intake_app.storage.archive import read_archive
from intake_app.storage.backup import (
    Source,
    Stamp,
    anchors_of,
    back_up,
    backup_folder,
    backups_in,
    own_backups,
    thin,
)
from intake_app.storage.happened import event_of
from intake_app.storage.mapping import change_from_bytes
from intake_app.storage.opening import open_store
from intake_app.storage.places import ring_path
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.ring_users import users_of
from intake_app.storage.salvage import remains_of, salvage

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from intake_app.core.problems import Problem
    from intake_app.practice.users import User
    from intake_app.storage.archive import Archive
    from intake_app.storage.checking import Verification
    from intake_app.storage.keys import Keys
    from intake_app.storage.repository import ConversationStore
    from intake_app.storage.restore import Preview

_DOES_NOT_HOLD = 1
_YES = frozenset({"j", "ja", "y", "yes"})
_HURT = frozenset({StoreCode.DAMAGED, StoreCode.RING_DAMAGED})


def backup(asked: argparse.Namespace) -> int:
    """Copy the store, also while the program is open, and remove the copies that are superfluous.

    With `--if-due` only when it is time for another copy: that is for a task that the computer runs by itself.
    """
    store = store_of(asked)
    folder: Path = asked.dir or backup_folder(store)
    if asked.dir is not None and not folder.is_dir():
        raise ProblemsError((problem("folder_missing", str(folder)),))
    door = _Door(store=store, passphrase=passphrase_of(asked), user_id=user_id_of(asked, store))
    with told():
        newest = _newest_when_not_due(door, folder) if asked.if_due else None
        if newest is not None:
            sys.stdout.write(f"no copy needed: the newest is of {_told_moment(newest)}\n")
            return 0
        made, removed = _copied(door, folder)
    sys.stdout.write(f"{made.path}\n")
    sys.stdout.write(f"{made.manifest.conversations} conversations, {made.manifest.changes} changes\n")
    sys.stdout.write(f"{len(removed)} older copies removed\n")
    return 0


def restore(asked: argparse.Namespace) -> int:
    """Show what a copy would bring and what it would replace; put it back when that is wanted."""
    store = places(resources_of(asked), asked.store).store
    passphrase = passphrase_of(asked)
    with told():
        user_id = user_id_of(asked, store, [each.user for each in read_archive(asked.file).ring.users])
        found = restoring.preview(asked.file, store, passphrase, user_id=user_id)
    permit(found.user, Action.RESTORE)
    sys.stdout.write("".join(f"{line}\n" for line in _lines(found)))
    sys.stdout.flush()
    if not asked.yes and not _is_confirmed():
        tell((problem("restore_unconfirmed"),), asked)
        return WRONG_INPUT
    now = SystemClock().now()
    with told():
        done = restoring.restore(asked.file, store, passphrase, now, user_id=user_id, other_store=asked.other_store)
    sys.stdout.write(f"restored  {store}\n")
    if done.kept is not None:
        sys.stdout.write(f"replaced  {done.kept}\n")
    if done.erased or done.lost_events:
        sys.stdout.write(f"without   {len(done.erased)} erased conversations, {done.lost_events} events of the log\n")
    tell([as_problem(fault) for fault in done.verification.faults], asked)
    return 0 if done.verification.is_whole else _DOES_NOT_HOLD


def verify(asked: argparse.Namespace) -> int:
    """Check the file of the store in both ways, its rows, that every change can be read, and the log.

    Of a damaged store it says what can still be read, by number and id, and how to put a copy back.
    """
    store = store_of(asked)
    door = _Door(store=store, passphrase=passphrase_of(asked), user_id=user_id_of(asked, store))
    try:
        with closing(door.open()) as opened:
            found = _verified(opened, store)
            notices = opened.notices
    except StoreProblem as error:
        tell((as_problem(error),), asked)
        if error.code not in _HURT:
            return WRONG_INPUT
        _tell_remains(door, asked)
        return _DOES_NOT_HOLD
    sys.stdout.write(
        f"{found.conversations} conversations, {found.changes} changes, "
        f"{found.events} events, {len(found.faults)} faults\n"
    )
    each_once = {fault.code: as_problem(fault) for fault in (*notices, *found.faults)}
    tell(tuple(each_once.values()), asked)
    if any(fault.where != "log" for fault in found.faults):
        _tell_remains(door, asked)
    return 0 if found.is_whole else _DOES_NOT_HOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class _Door:
    """A store, and who wants to open it."""

    store: Path
    passphrase: str = field(repr=False)
    user_id: str

    def open(self) -> ConversationStore:
        """Open it to write."""
        now, program = SystemClock().now(), program_version()
        return open_store(self.store, self.passphrase, user_id=self.user_id, now=now, program=program)

    def keys(self) -> Keys:
        """Open the keys only."""
        return key_ring.unlock(ring_path(self.store), self.passphrase, user_id=self.user_id)


def _verified(opened: ConversationStore, store: Path) -> Verification:
    """Check everything, the log against all that is known of it outside: in the key ring, and in the copies."""
    keys = opened.keys
    copies = anchors_of(backup_folder(store), keys, since=opened.log.lost_at())
    found = opened.verify(change_from_bytes, (key_ring.anchor_of(ring_path(store), keys), *copies))
    with suppress(StoreProblem):  # what was found counts, also where nothing can be written any more
        opened.log.record(replace(event_of(EventCode.LOG_CHECKED, keys, SystemClock().now()), succeeded=found.is_whole))
    return found


def _tell_remains(door: _Door, asked: argparse.Namespace) -> None:
    """Say which conversations of a damaged store can be read whole, in part and not at all, and what to do."""
    try:
        with salvage(door.store, door.passphrase, user_id=door.user_id) as found:
            remains = remains_of(found, change_from_bytes)
    except StoreProblem as error:
        is_closed = error.code is StoreCode.CONTENT_CLOSED
        tell((as_problem(error) if is_closed else problem("damaged_nothing_left"),), asked)
    else:
        told_ = (("whole", remains.whole), ("in part", remains.in_part), ("lost", remains.lost))
        sys.stdout.write("readable  " + ", ".join(f"{len(ids)} {name}" for name, ids in told_) + "\n")
        sys.stdout.write("".join(f"{name:<10}{id_}\n" for name, ids in told_[1:] for id_ in ids))
        sys.stdout.flush()
    tell((_put_back(door.store),), asked)


def _put_back(store: Path) -> Problem:
    """How to put a copy back: the newest one, where copies lie beside the store."""
    try:
        copies = backups_in(backup_folder(store))
    except StoreProblem:
        copies = ()
    return problem("damaged_put_back", file=str(copies[0].path)) if copies else problem("damaged_find_copy")


def _newest_when_not_due(door: _Door, folder: Path) -> datetime | None:
    """When the newest copy of this store in the folder was made; None when it is time for another."""
    made = [each.manifest.made for each in own_backups(folder, door.keys())]
    return None if is_due(made, SystemClock().now()) else max(made)


def _copied(door: _Door, folder: Path) -> tuple[Archive, tuple[Path, ...]]:
    """Copy with the lock where it is free, which leaves the store tidy; else beside the program that holds it."""
    stamp = Stamp(now=SystemClock().now(), program=program_version())
    try:
        opened = door.open()
    except StoreProblem as error:
        if error.code is not StoreCode.IN_USE:
            raise
        keys = door.keys()
        permit(keys.user, Action.COPY)
        made = back_up(Source(store=door.store, keys=keys), folder, stamp)
        side_log.note(door.store, keys, event_of(EventCode.COPY_MADE, keys, stamp.now))
        return made, thin(folder, keys)
    with closing(opened):
        keys = opened.keys
        permit(keys.user, Action.COPY)
        made = back_up(Source(store=door.store, keys=keys), folder, stamp)
        opened.log.record(event_of(EventCode.COPY_MADE, keys, stamp.now))
        return made, thin(folder, keys)


def _lines(found: Preview) -> Iterator[str]:
    """The preview: the copy first, then what is there now."""
    same = {True: "this store", False: "another store", None: "unknown"}[found.is_same_store]
    yield f"copy      {_told_moment(found.made)}, version {found.program}, of {same}"
    yield f"holds     {found.conversations} conversations, {found.changes} changes"
    if found.present is None:
        yield "replaces  nothing"
    elif found.present.conversations is None:
        yield "replaces  a store that cannot be read with this passphrase"
    else:
        touched = "never" if found.present.touched is None else _told_moment(found.present.touched.astimezone())
        yield f"replaces  {found.present.conversations} conversations, {found.present.changes} changes, last {touched}"


def _told_moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")


def _is_confirmed() -> bool:
    """Ask, where somebody can answer."""
    if not sys.stdin.isatty():
        return False
    sys.stderr.write("Terugzetten? / Put back? [j/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in _YES


def store_of(asked: argparse.Namespace) -> Path:
    """The store that was asked for; raises `ProblemsError` when there is none."""
    store = places(resources_of(asked), asked.store).store
    if not store.exists():
        raise ProblemsError((problem("store_store_missing", str(store)),))
    return store


def user_id_of(asked: argparse.Namespace, store: Path, others: Sequence[User] = ()) -> str:
    """The user of the name that was given; "" where none was, which does where there is one user only."""
    name: str = getattr(asked, "user", "") or ""
    if not name:
        return ""
    with suppress(StoreProblem):
        others = (*others, *users_of(ring_path(store)))
    found = [user.id for user in others if user.name.casefold() == name.strip().casefold()]
    if not found:
        raise ProblemsError((as_problem(StoreProblem(StoreCode.USER_UNKNOWN, "ring")),))
    return found[0]


def passphrase_of(asked: argparse.Namespace) -> str:
    """The pass phrase from the file that was named, or asked for where somebody can answer."""
    if asked.passphrase_file is None:
        if not sys.stdin.isatty():
            raise ProblemsError((problem("passphrase_needed"),))
        return getpass.getpass("Wachtzin: ")
    try:
        text: str = asked.passphrase_file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise ProblemsError((problem("file_unreadable", str(asked.passphrase_file)),)) from None
    return text.rstrip("\r\n")
