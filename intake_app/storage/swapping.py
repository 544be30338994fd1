"""Putting another store, and its key ring, in the place of the one that is there: both, or neither.

No disk replaces two files at once. So the new ring waits under a name of its own while the database, already whole,
takes its place in one step. What was broken off is mended at the next opening: where the new database still waits, the
new ring goes away; where it took its place, the ring follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from intake_app.storage.engine import files_of
from intake_app.storage.places import ring_path
from intake_app.storage.private_files import being_written, file_problems, keep_under, sync_folder
from intake_app.storage.problems import StoreProblem
from intake_app.storage.ring_file import copies_of, read_ring, ring_exists, write_ring

_GROWING = ".restoring"
_REPLACED = "vervangen"


def growing_path(store: Path) -> Path:
    """Where the new database waits."""
    return store.with_name(f"{store.name}{_GROWING}")


def waiting_ring(store: Path) -> Path:
    """Where the new ring waits."""
    return ring_path(growing_path(store))


def ring_in_force(store: Path) -> Path:
    """The ring that opens the database as it stands: the waiting one, when only the database took its place."""
    is_half = ring_exists(waiting_ring(store)) and not growing_path(store).exists()
    return waiting_ring(store) if is_half else ring_path(store)


def swap(store: Path, now: datetime) -> Path | None:
    """Keep what stands there under another name, and put what waits in its place; gives that name.

    Raises:
        StoreProblem: what the disk refuses; then the old store stands there, or `mend` brings the ring of the new one.
    """
    kept = _free_name(store, now)
    try:
        _keep_present(store, kept)
        with file_problems("store"):
            growing_path(store).replace(store)
            sync_folder(store.parent)
    except StoreProblem:
        _take_back(store, kept)
        raise
    mend(store)
    return kept if kept.exists() else None


def mend(store: Path) -> None:
    """Finish what a broken-off swap left half, or undo it. Only for who holds the lock.

    Raises:
        StoreProblem: what the disk refuses; the next opening tries again.
    """
    waiting = waiting_ring(store)
    if ring_exists(waiting) and ring_in_force(store) == waiting:
        write_ring(ring_path(store), read_ring(waiting).ring)
    elif growing_path(store).exists():
        _forget_second_names(store)
    unfinished = tuple(being_written(copy) for copy in copies_of(waiting))
    with file_problems("store"):
        for path in (*copies_of(waiting), *unfinished, *files_of(growing_path(store))):
            path.unlink(missing_ok=True)


def _forget_second_names(store: Path) -> None:
    """Two names for one database would be two stores that write one file."""
    for other in _kept_of(store):
        with suppress(OSError):
            if other.samefile(store):
                _take_back(store, other)


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
    """Undo the keeping, unless the new database took its place."""
    if not growing_path(store).exists():
        return
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


def _kept_of(store: Path) -> Iterator[Path]:
    return store.parent.glob(f"{store.stem}-{_REPLACED}-*{store.suffix}")


def _free_name(store: Path, now: datetime) -> Path:
    """A name that tells when it was replaced, and that no other file has."""
    name = f"{store.stem}-{_REPLACED}-{now:%Y%m%d-%H%M%S}"
    path, number = store.with_name(f"{name}{store.suffix}"), 1
    while any(other.exists() for other in (*files_of(path), *copies_of(ring_path(path)))):
        number += 1
        path = store.with_name(f"{name}-{number}{store.suffix}")
    return path
