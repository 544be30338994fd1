"""Putting a copy back: looked at first, checked whole before anything is touched, and never over the only one."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from intake_app.practice.audit import EventCode
from intake_app.practice.chain import Anchor
from intake_app.practice.users import User
from intake_app.storage import keys as key_ring
from intake_app.storage.archive import Archive, check_packed, read_archive, unpack
from intake_app.storage.backup import go_on
from intake_app.storage.carrying import all_gone, carry_over, erase
from intake_app.storage.checking import Verification, faults_of_copy
from intake_app.storage.copied import OpenedCopy, open_copy, refuse_newer
from intake_app.storage.copying import Progress, census
from intake_app.storage.engine import bare_connection, checkpoint, files_of, open_database, schema_of, writing
from intake_app.storage.faults import database_problems
from intake_app.storage.happened import event_of
from intake_app.storage.keys import Keys
from intake_app.storage.log import anchor, append
from intake_app.storage.opening import lock_store
from intake_app.storage.private_files import file_problems, make_private_folder, sync_file
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationStore
from intake_app.storage.ring_file import write_ring
from intake_app.storage.side_log import move_notes
from intake_app.storage.swapping import growing_path, mend, swap, waiting_ring
from intake_app.storage.tables import SCHEMA_VERSION

_TRIED = "tried-"
_ID_BYTES = 8
_TOLD_EVERY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """What is in the store now and would be replaced.

    Attributes:
        conversations: how many; None when the store does not open with this passphrase, or is hurt.
        changes: how many; None likewise.
        touched: when something was last said; None likewise, and in an empty store.
    """

    conversations: int | None = None
    changes: int | None = None
    touched: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a copy would bring, beside what it would replace.

    Attributes:
        user: whose passphrase opened it.
        is_same_store: whether the copy is one of the store that is there; None when that cannot be told.
        present: what is there now; None when there is nothing.
    """

    made: datetime
    program: str
    conversations: int
    changes: int
    user: User
    is_same_store: bool | None
    present: Present | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was put back, and under which name what stood there before can be opened.

    Attributes:
        verification: every conversation of the copy, opened; a fault here was in the store when it was copied.
        kept: the store that was replaced; None when there was none.
        erased: the ids of talks in the copy that were erased since, and so did not come back.
        lost_events: how many events the key ring knew of that neither the copy nor the replaced store could give.
    """

    verification: Verification
    kept: Path | None
    erased: tuple[str, ...] = ()
    lost_events: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Merged:
    """What came of bringing a copy up to date: all that is gone, what of that the copy held, and what log is lost."""

    gone: tuple[str, ...]
    erased: tuple[str, ...]
    lost_events: int


def preview(copy: Path, store: Path, passphrase: str, *, user_id: str = "") -> Preview:
    """Look at a copy and at what it would replace. Changes nothing.

    Raises:
        StoreProblem: `backup_missing`, `backup_foreign`, `backup_damaged`, `store_newer`, `passphrase_wrong`,
            `user_blocked`, `ring_forged`.
    """
    archive = read_archive(copy)
    check_packed(archive)
    opened = open_copy(archive, store, passphrase, user_id)
    return Preview(
        made=archive.manifest.made,
        program=archive.manifest.program,
        conversations=archive.manifest.conversations,
        changes=archive.manifest.changes,
        user=opened.user,
        is_same_store=opened.is_same,
        present=_present(store, opened, passphrase) if store.exists() else None,
    )


def restore(  # noqa: PLR0913  each says one thing of what is put where, by whom
    copy: Path, store: Path, passphrase: str, now: datetime, *, user_id: str = "", other_store: bool = False
) -> Restored:
    """Put a copy in the place of the store.

    The copy is written beside the store, brought up to date, and checked whole. It gets the log of the store that it
    replaces, and loses the talks that were erased since. Then what stood there gets a dated name, and only then the
    new one takes its place. Of the same store the present key ring stays when this passphrase opens it, so that a
    later change of passphrase or users is not undone.

    Raises:
        StoreProblem: as `preview`; `backup_of_other` unless `other_store`; `in_use`; `damaged` when what was
            copied is not sound; or what the disk refuses. In all these cases the store is as it was.
    """
    archive = read_archive(copy)
    make_private_folder(store.parent)
    lock = lock_store(store, now)
    try:
        mend(store)
        opened = open_copy(archive, store, passphrase, user_id)
        if opened.is_same is False and not other_store:
            raise StoreProblem(StoreCode.BACKUP_OF_OTHER, "backup")
        return _put_back(opened, store, passphrase, now)
    finally:
        lock.release()


def try_out(
    copy: Path,
    keys: Keys,
    folder: Path,
    progress: Progress = go_on,
    *,
    reads: Callable[[bytes], object] = bytes,
) -> Archive:
    """Prove that a copy of the open store can be put back: unpack it, open it, check it whole, throw it away.

    Args:
        copy: the copy.
        keys: those of the open store.
        folder: where it may lie meanwhile, encrypted and for the owner only: beside the store.
        progress: told how many changes were read, of how many.
        reads: what must be able to read each change; raises StoreProblem where it cannot.

    Raises:
        StoreProblem: `backup_missing`, `backup_foreign`, `backup_damaged`, `backup_of_other`, `store_newer`,
            `backup_cancelled`, the first fault of what was copied, or what the disk refuses.
    """
    archive = read_archive(copy)
    if not archive.is_made_with(keys):
        raise StoreProblem(StoreCode.BACKUP_OF_OTHER, "backup")
    refuse_newer(archive)
    place = folder / f"{_TRIED}{secrets.token_hex(_ID_BYTES)}.db"
    for left_behind in folder.glob(f"{_TRIED}*.db"):
        _remove(left_behind)
    try:
        _unpacked(archive, place, keys)
        _merged(
            OpenedCopy(archive=archive, keys=keys, ring=archive.ring, beside=None), place, None, archive.manifest.made
        )
        found = _checked(archive, place, keys, _counting(reads, archive.manifest.changes, progress))
    except _StoppedError:
        raise StoreProblem(StoreCode.BACKUP_CANCELLED, "backup") from None
    finally:
        _remove(place)
    if not found.is_whole:
        raise found.faults[0]
    return archive


class _StoppedError(Exception):
    """Somebody does not want to wait for the end; passes through where faults are gathered."""


def _counting(reads: Callable[[bytes], object], in_all: int, progress: Progress) -> Callable[[bytes], object]:
    """Read each change, and tell how far it is now and then."""
    done = 0

    def read(payload: bytes) -> object:
        nonlocal done
        done += 1
        if done % _TOLD_EVERY == 0 and not progress(done, in_all):
            raise _StoppedError
        return reads(payload)

    return read


def _put_back(opened: OpenedCopy, store: Path, passphrase: str, now: datetime) -> Restored:
    archive, keys, growing = opened.archive, opened.keys, growing_path(store)
    try:
        _unpacked(archive, growing, keys)
        merged = _merged(opened, growing, store, now)
        verification = _checked(archive, growing, keys)
        with file_problems("store"):
            sync_file(growing)
        counted = census(growing, keys)
        _let_wait(opened, store, passphrase, counted.anchor, merged.gone)
        _settle(store, keys)
        kept = swap(store, now)
    finally:
        mend(store)
    if kept is not None and opened.is_same is False:
        move_notes(store, kept)
    if census(store, keys) != counted:
        raise StoreProblem(StoreCode.BACKUP_DAMAGED, "backup", {"part": "store"})
    _settle(store, keys)
    return Restored(verification=verification, kept=kept, erased=merged.erased, lost_events=merged.lost_events)


def _unpacked(archive: Archive, place: Path, keys: Keys) -> None:
    """Write the database, and see that it holds what the copy says of itself."""
    unpack(archive, place)
    counted, wanted = census(place, keys), archive.manifest
    if (counted.schema, counted.tables, counted.content) != (wanted.schema, wanted.tables, wanted.content):
        raise StoreProblem(StoreCode.BACKUP_DAMAGED, "backup", {"part": "store"})


def _merged(opened: OpenedCopy, place: Path, present: Path | None, now: datetime) -> _Merged:
    """Bring the copy up to date: its tables, the log since then, and what was erased since then; in one transaction."""
    archive, keys = opened.archive, opened.keys
    engine = open_database(place, keys)
    try:
        found = schema_of(engine)
        with database_problems("store"), writing(engine).begin() as connection:
            if found < SCHEMA_VERSION:
                from intake_app.storage.updating import first_user_of, renew_tables  # noqa: PLC0415  it loads Alembic

                renew_tables(connection, found, first_user_of(archive.ring))
            if present is not None:
                carry_over(present, keys, connection)
            erased = erase(connection, opened.gone, now)
            lost = max(0, opened.known_events - anchor(connection).count)
            detail = {"copy": archive.manifest.made.isoformat(), "erased": str(len(erased)), "lost_events": str(lost)}
            events = [event_of(EventCode.RESTORED, keys, now, detail)]
            if found < SCHEMA_VERSION:
                told = {"from": str(found), "to": str(SCHEMA_VERSION)}
                events.insert(0, event_of(EventCode.STORE_MIGRATED, keys, now, told))
            append(connection, keys.log_key, events)
            gone = all_gone(connection)
        checkpoint(engine)
    finally:
        engine.dispose()
    return _Merged(gone=gone, erased=erased, lost_events=lost)


def _checked(archive: Archive, place: Path, keys: Keys, reads: Callable[[bytes], object] = bytes) -> Verification:
    """Open the copy as a store and check all of it; a hurt file is refused, a hurt conversation only told."""
    with closing(ConversationStore(open_database(place, keys), keys)) as store:
        found = store.verify(reads, (archive.manifest.anchor,))
    hurt = next((fault for fault in found.faults if fault.where == "store"), None)
    if hurt is not None:
        raise hurt
    return found


def _let_wait(opened: OpenedCopy, store: Path, passphrase: str, anchor_: Anchor, gone: Iterable[str]) -> None:
    """Put the ring that belongs to the copy beside it, with what it must know, and see that it opens."""
    waiting = waiting_ring(store)
    generation = max(opened.ring.generation, 0 if opened.beside is None else opened.beside.generation) + 1
    write_ring(waiting, replace(opened.ring, generation=generation))
    keys = key_ring.unlock(waiting, passphrase, user_id=opened.keys.user_id)
    key_ring.keep_gone(waiting, keys, gone)
    key_ring.keep_anchor(waiting, keys, anchor_)


def _present(store: Path, opened: OpenedCopy, passphrase: str) -> Present:
    """What is there now, as far as this passphrase shows it."""
    try:
        keys = opened.keys
        if opened.beside is not None and not opened.is_same:
            keys = key_ring.open_ring(opened.beside, passphrase)
        with closing(bare_connection(store, keys, to_read=True)) as connection, database_problems("store"):
            touched = connection.execute("SELECT max(touched_at) FROM conversations").fetchone()[0]
        counted = census(store, keys)
    except StoreProblem:
        return Present()
    return Present(
        conversations=counted.tables.get("conversations"),
        changes=counted.tables.get("changes"),
        touched=datetime.fromisoformat(touched) if touched else None,
    )


def _remove(place: Path) -> None:
    for leftover in files_of(place):
        with suppress(OSError):
            leftover.unlink(missing_ok=True)


def _settle(store: Path, keys: Keys) -> None:
    """Bring the log file of a store that is whole in; closing it then takes the log file away.

    A hurt one is not opened to write: what is left of it stays as it is.
    """
    with suppress(StoreProblem):
        if not store.exists() or faults_of_copy(store, keys):
            return
        engine = open_database(store, keys)
        try:
            checkpoint(engine)
        finally:
            engine.dispose()
