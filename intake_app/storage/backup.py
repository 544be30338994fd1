"""Copies of the store in a folder: made while the program goes on, checked after writing, thinned as they age."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from intake_app.practice.chain import Anchor
from intake_app.practice.thinning import KEEPING, Keeping, superfluous
from intake_app.storage.archive import (
    FORMAT,
    Archive,
    Manifest,
    check_packed,
    digest_of,
    pack,
    read_archive,
    ring_digest,
)
from intake_app.storage.checking import faults_of_copy, log_of_copy
from intake_app.storage.copying import Census, Progress, census, copy_database
from intake_app.storage.engine import files_of
from intake_app.storage.keys import Keys
from intake_app.storage.places import ring_path
from intake_app.storage.private_files import (
    file_problems,
    make_private_file,
    make_private_folder,
    sync_file,
    sync_folder,
)
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.ring_file import read_ring

SUFFIX = ".intake"
FOLDER = "backups"
_GROWING = ".part"
_DATABASE = ".db"
_LEFT_BEHIND_SECONDS = 24 * 60 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An opened store to be copied: where it lies, and its keys."""

    store: Path
    keys: Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a copy says of its making: when, with the time zone, and by which version of the program."""

    now: datetime
    program: str


def backup_folder(store: Path) -> Path:
    """Where copies of a store go unless another folder is chosen: beside it."""
    return store.parent / FOLDER


def go_on(_: int, __: int) -> bool:
    """A progress that never stops the work."""
    return True


def back_up(source: Source, folder: Path, stamp: Stamp, progress: Progress = go_on) -> Archive:
    """Copy the store into one file in the folder; others may go on writing meanwhile.

    The file has its name only once it is whole, checked and on the disk: whatever breaks the work off, no half
    copy looks like one.

    Raises:
        StoreProblem: `backup_cancelled`, `damaged` when the store is (an older copy is then the better one),
            `ring_missing`, `ring_damaged`, or what the disk refuses.
    """
    make_private_folder(folder)
    _sweep(folder, source.store.stem, stamp.now)
    target = _free_name(folder, source.store.stem, stamp.now)
    growing = target.with_name(target.name + _GROWING)
    database = growing.with_name(growing.name + _DATABASE)
    _remove(growing, database)
    try:
        make_private_file(database)
        counted = copy_database(source.store, database, source.keys, progress)
        with file_problems("backup"):
            sync_file(database)
        _check(database, source.keys, counted)
        _go_on_or_stop(progress)
        _pack(growing, database, source, stamp, counted)
        _go_on_or_stop(progress)
        with file_problems("backup"):
            growing.rename(target)
            sync_folder(folder)
    finally:
        _remove(growing, database)
    return read_archive(target)


def backups_in(folder: Path) -> tuple[Archive, ...]:
    """The copies in a folder that can be read, newest first; what is hurt or not ours is left out."""
    found = []
    with file_problems("backup"):
        paths = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
    for path in paths:
        with suppress(StoreProblem):
            found.append(read_archive(path))
    return tuple(sorted(found, key=lambda archive: archive.manifest.made, reverse=True))


def own_backups(folder: Path, keys: Keys) -> tuple[Archive, ...]:
    """The copies in a folder that are of this store, newest first: those with the mark that its keys make."""
    return tuple(
        archive
        for archive in backups_in(folder)
        if archive.manifest.store == keys.store_id and archive.is_made_with(keys)
    )


def anchors_of(folder: Path, keys: Keys, since: datetime | None = None) -> tuple[Anchor, ...]:
    """How far the log went at each copy of this store in a folder: who cuts the log cannot change these.

    Args:
        folder: where the copies lie.
        keys: of the store.
        since: copies of this moment and before count no more (`LogStore.lost_at`).
    """
    found = own_backups(folder, keys)
    return tuple(each.manifest.anchor for each in found if since is None or each.manifest.made > since)


def thin(folder: Path, keys: Keys, keeping: Keeping = KEEPING) -> tuple[Path, ...]:
    """Remove the copies of this store that are superfluous; gives what was removed.

    A copy counts as one of this store only by the mark that its keys make: what is hurt, or of another store,
    or anything else that lies there, stays.

    Raises:
        StoreProblem: what the disk refuses.
    """
    by_moment: dict[datetime, list[Path]] = defaultdict(list)
    for archive in own_backups(folder, keys):
        by_moment[archive.manifest.made].append(archive.path)
    gone = tuple(path for moment in sorted(superfluous(by_moment, keeping)) for path in by_moment[moment])
    with file_problems("backup"):
        for path in gone:
            path.unlink()
        if gone:
            sync_folder(folder)
    return gone


def _check(database: Path, keys: Keys, counted: Census) -> None:
    """What was written opens, is sound, and holds what was there at the moment of the copy."""
    faults = faults_of_copy(database, keys)
    if faults:
        raise faults[0]
    if census(database, keys) != counted:
        raise StoreProblem(StoreCode.BACKUP_DAMAGED, "backup", {"part": "store"})


def _log_fault(database: Path, keys: Keys, counted: Census) -> str:
    """What is wrong with the copied log. A copy with a broken log is made all the same: talks matter more."""
    if not counted.anchor.count:
        return ""
    return log_of_copy(database, keys, (counted.anchor,)).fault or ""


def _pack(growing: Path, database: Path, source: Source, stamp: Stamp, counted: Census) -> None:
    """Put database, ring and manifest into the growing file, bring it to the disk, and read it back."""
    ring = replace(read_ring(ring_path(source.store)).ring, store_id=source.keys.store_id)
    with file_problems("backup"):
        manifest = Manifest(
            format=FORMAT,
            made=stamp.now,
            program=stamp.program,
            store=source.keys.store_id,
            schema=counted.schema,
            tables=counted.tables,
            content=counted.content,
            size=database.stat().st_size,
            digest=digest_of(database),
            ring=ring_digest(ring),
            events=counted.anchor.count,
            head=counted.anchor.head.hex() if counted.anchor.count else "",
            log_fault=_log_fault(database, source.keys, counted),
        )
    pack(growing, manifest, ring, database, source.keys)
    with file_problems("backup"):
        sync_file(growing)
    check_packed(read_archive(growing))


def _remove(growing: Path, database: Path) -> None:
    """Nothing half is gone on with: neither after this copy nor from one that was broken off in the same second."""
    for leftover in (growing, *files_of(database)):
        with suppress(OSError):
            leftover.unlink(missing_ok=True)


def _go_on_or_stop(progress: Progress) -> None:
    if not progress(1, 1):
        raise StoreProblem(StoreCode.BACKUP_CANCELLED, "backup")


def _free_name(folder: Path, stem: str, now: datetime) -> Path:
    """A name that tells when, and that no other file has: a copy is never written over another."""
    name = f"{stem}-{now:%Y%m%d-%H%M%S}"
    path, number = folder / f"{name}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}{SUFFIX}"
    return path


def _sweep(folder: Path, stem: str, now: datetime) -> None:
    """Remove what a broken-off copy left behind a day ago or longer; a younger one may still be growing."""
    for leftover in folder.glob(f"{stem}-*{SUFFIX}{_GROWING}*"):
        with suppress(OSError):
            if now.timestamp() - leftover.stat().st_mtime > _LEFT_BEHIND_SECONDS:
                leftover.unlink()
