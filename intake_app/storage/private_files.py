"""Files and folders for their owner only, written so that a power cut leaves the old one or the new one."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from intake_app.storage.problems import StoreCode, StoreProblem

FILE_MODE = 0o600
FOLDER_MODE = 0o700
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def make_private_folder(folder: Path) -> None:
    """Make the folder and what is missing above it, for the owner only.

    A folder that exists already is left as it is: it may be shared with other programs on purpose.
    """
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    with file_problems("store"):
        for place in reversed(missing):
            place.mkdir(mode=FOLDER_MODE, exist_ok=True)
            with suppress(PermissionError):  # of a folder that may be entered but not read
                sync_folder(place.parent)


def make_private_file(path: Path) -> None:
    """Make an empty file for the owner only; a file that exists is narrowed to that."""
    with file_problems("store"):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE))
        path.chmod(FILE_MODE)


def being_written(path: Path) -> Path:
    """The name under which a file grows that will replace another."""
    return path.with_name(f"{path.name}.new")


def write_privately(path: Path, data: bytes) -> None:
    """Replace a file whole: a temporary name, to the disk, then moved over the old one.

    Raises:
        OSError: nothing was replaced; the old file is as it was.
    """
    temporary = being_written(path)
    temporary.unlink(missing_ok=True)
    try:
        _write_new(temporary, data)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def keep_under(path: Path, kept: Path) -> None:
    """Give a file a second name that stays when the first one is given to another file.

    A disk that knows no second names gets a second file. A file of that name is never written over.

    Raises:
        OSError: the file has no second name.
    """
    try:
        os.link(path, kept)
    except FileExistsError:
        raise
    except OSError:
        _copy_new(path, kept)


def sync_file(path: Path) -> None:
    """Bring a file that was written by someone else to the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Bring a change of names in a folder to the disk; Windows has no such step."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def file_problems(where: str) -> Iterator[None]:
    """Turn what the operating system refuses into a problem with a code."""
    try:
        yield
    except OSError as error:
        raise StoreProblem(_code_of(error), where) from error


def _code_of(error: OSError) -> StoreCode:
    if error.errno in _FULL:
        return StoreCode.DISK_FULL
    return StoreCode.NOT_PERMITTED if error.errno in _REFUSED else StoreCode.WRITE_FAILED


def _write_new(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        _sync(file.fileno())


def _copy_new(path: Path, kept: Path) -> None:
    descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    with os.fdopen(descriptor, "wb") as file, path.open("rb") as source:
        shutil.copyfileobj(source, file)
        file.flush()
        _sync(file.fileno())


def _sync(descriptor: int) -> None:
    """On a Mac only F_FULLFSYNC passes the cache of the drive."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415  not there on Windows

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)
