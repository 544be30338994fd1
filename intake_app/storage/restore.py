"""Putting a copy back: looked at first, checked whole before anything is touched, and never over the only one."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from intake_app.storage import keys as key_ring
from intake_app.storage.archive import Archive, check_packed, read_archive, unpack
from intake_app.storage.checking import Verification, faults_of_copy
from intake_app.storage.copying import Census, census
from intake_app.storage.engine import bare_connection, checkpoint, files_of, open_database
from intake_app.storage.faults import database_problems
from intake_app.storage.keys import Keys
from intake_app.storage.opening import lock_store, ring_path
from intake_app.storage.private_files import file_problems, keep_under, make_private_folder, sync_file, sync_folder
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationStore
from intake_app.storage.ring_file import Ring, copies_of, read_ring, write_ring
from intake_app.storage.tables import SCHEMA_VERSION

_GROWING = ".restoring"
_REPLACED = "vervangen"


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
        is_same_store: whether the copy is one of the store that is there; None when that cannot be told.
        present: what is there now; None when there is nothing.
    """

    made: datetime
    program: str
    conversations: int
    changes: int
    is_same_store: bool | None
    present: Present | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was put back, and under which name what stood there before can be opened.

    Attributes:
        verification: every conversation of the copy, opened; a fault here was in the store when it was copied.
        kept: the store that was replaced; None when there was none.
    """

    verification: Verification
    kept: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """The keys of a copy, and the ring that the passphrase opened.

    Attributes:
        ring: None when the ring that lies beside the store is the one, and stays.
    """

    keys: Keys
    ring: Ring | None


def preview(copy: Path, store: Path, passphrase: str) -> Preview:
    """Look at a copy and at what it would replace. Changes nothing.

    Raises:
        StoreProblem: `backup_missing`, `backup_foreign`, `backup_damaged`, `store_newer`, `passphrase_wrong`.
    """
    archive = read_archive(copy)
    check_packed(archive)
    beside = _ring_beside(store)
    opened = _opened(archive, beside, passphrase)
    return Preview(
        made=archive.manifest.made,
        program=archive.manifest.program,
        conversations=archive.manifest.conversations,
        changes=archive.manifest.changes,
        is_same_store=_is_same(archive, beside),
        present=_present(store, beside, opened, passphrase) if store.exists() else None,
    )


def restore(copy: Path, store: Path, passphrase: str, now: datetime, *, other_store: bool = False) -> Restored:
    """Put a copy in the place of the store.

    The copy is written beside the store and checked whole. Then what stood there gets a dated name, and only then
    the new one takes its place, in one step. Of the same store the present key ring stays when this passphrase
    opens it, so that a later change of passphrase or users is not undone.

    Raises:
        StoreProblem: as `preview`; `backup_of_other` unless `other_store`; `in_use`; `damaged` when what was
            copied is not sound; or what the disk refuses. In all these cases the store is as it was.
    """
    archive = read_archive(copy)
    make_private_folder(store.parent)
    lock = lock_store(store)
    try:
        beside = _ring_beside(store)
        if _is_same(archive, beside) is False and not other_store:
            raise StoreProblem(StoreCode.BACKUP_OF_OTHER, "backup")
        opened = _opened(archive, beside, passphrase)
        return _put_back(archive, store, opened, beside, now)
    finally:
        lock.release()


def _put_back(archive: Archive, store: Path, opened: _Opened, beside: Ring | None, now: datetime) -> Restored:
    growing = store.with_name(f"{store.name}{_GROWING}")
    try:
        _remove(growing)
        unpack(archive, growing)
        verification = _checked(archive, growing, opened.keys)
        with file_problems("store"):
            sync_file(growing)
        kept = _swap(growing, store, opened.keys, now)
    finally:
        _remove(growing)
    if opened.ring is not None:
        generation = max(opened.ring.generation, beside.generation if beside is not None else 0) + 1
        write_ring(ring_path(store), replace(opened.ring, generation=generation))
    _expect(archive, census(store, opened.keys))
    _settle(store, opened.keys)
    return Restored(verification=verification, kept=kept)


def _swap(growing: Path, store: Path, keys: Keys, now: datetime) -> Path | None:
    """Keep what stands there under another name, and put the new one in its place; gives that name."""
    _settle(store, keys)
    kept = _free_name(store, now)
    try:
        _keep_present(store, kept)
        with file_problems("store"):
            growing.replace(store)
            sync_folder(store.parent)
    except StoreProblem:
        _take_back(store, kept)
        raise
    return kept if kept.exists() else None


def _checked(archive: Archive, growing: Path, keys: Keys) -> Verification:
    """Open the copy as a store and check all of it; a hurt file is refused, a hurt conversation only told."""
    _expect(archive, census(growing, keys))
    with closing(ConversationStore(open_database(growing, keys), keys)) as opened:
        found = opened.verify()
    hurt = next((fault for fault in found.faults if fault.where == "store"), None)
    if hurt is not None:
        raise hurt
    return found


def _expect(archive: Archive, counted: Census) -> None:
    wanted = archive.manifest
    if (counted.schema, counted.tables, counted.content) != (wanted.schema, wanted.tables, wanted.content):
        raise StoreProblem(StoreCode.BACKUP_DAMAGED, "backup", {"part": "store"})


def _opened(archive: Archive, beside: Ring | None, passphrase: str) -> _Opened:
    """Open the ring of the same store that lies there, else the one in the copy, and check the copy's mark."""
    if archive.manifest.schema > SCHEMA_VERSION:
        values = {"found": str(archive.manifest.schema), "known": str(SCHEMA_VERSION)}
        raise StoreProblem(StoreCode.STORE_NEWER, "backup", values)
    found = _by_ring_beside(archive, beside, passphrase)
    if found is None:
        found = _Opened(keys=key_ring.open_ring(archive.ring, passphrase), ring=archive.ring)
    if not archive.is_made_with(found.keys) or found.keys.store_id != archive.manifest.store:
        raise StoreProblem(StoreCode.BACKUP_DAMAGED, "backup", {"part": "manifest"})
    return found


def _by_ring_beside(archive: Archive, beside: Ring | None, passphrase: str) -> _Opened | None:
    if beside is None or not _is_same(archive, beside):
        return None
    try:
        return _Opened(keys=key_ring.open_ring(beside, passphrase), ring=None)
    except StoreProblem:
        return None


def _ring_beside(store: Path) -> Ring | None:
    """The ring that lies beside the store; None when there is none, or none that is whole."""
    try:
        return read_ring(ring_path(store)).ring
    except StoreProblem:
        return None


def _is_same(archive: Archive, beside: Ring | None) -> bool | None:
    if beside is None or not beside.store_id:
        return None
    return beside.store_id == archive.manifest.store


def _present(store: Path, beside: Ring | None, opened: _Opened, passphrase: str) -> Present:
    """What is there now, as far as this passphrase shows it."""
    try:
        keys = opened.keys
        if opened.ring is not None and beside is not None:
            keys = key_ring.open_ring(beside, passphrase)
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


def _keep_present(store: Path, kept: Path) -> None:
    """Give what stands there a second name under which it opens.

    The log file of a hurt store could not be brought in: it goes along, after the database. Were the work broken
    off between the two, both would still be there.
    """
    with file_problems("store"):
        for path, name in _pairs(store, kept):
            if path.exists():
                keep_under(path, name)
        for path, name in _beside(store, kept):
            if path.exists():
                path.replace(name)
        sync_folder(store.parent)


def _take_back(store: Path, kept: Path) -> None:
    """Undo the keeping: two names for one database would be two stores that write one file."""
    with suppress(OSError):
        for path, name in _beside(store, kept):
            if name.exists():
                name.replace(path)
        for _, name in _pairs(store, kept):
            name.unlink(missing_ok=True)


def _pairs(store: Path, kept: Path) -> list[tuple[Path, Path]]:
    return [(store, kept), *zip(copies_of(ring_path(store)), copies_of(ring_path(kept)), strict=True)]


def _beside(store: Path, kept: Path) -> list[tuple[Path, Path]]:
    return list(zip(files_of(store)[1:], files_of(kept)[1:], strict=True))


def _remove(growing: Path) -> None:
    for leftover in files_of(growing):
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


def _free_name(store: Path, now: datetime) -> Path:
    """A name that tells when it was replaced, and that no other file has."""
    name = f"{store.stem}-{_REPLACED}-{now:%Y%m%d-%H%M%S}"
    path, number = store.with_name(f"{name}{store.suffix}"), 1
    while any(other.exists() for other in (*files_of(path), *copies_of(ring_path(path)))):
        number += 1
        path = store.with_name(f"{name}-{number}{store.suffix}")
    return path
