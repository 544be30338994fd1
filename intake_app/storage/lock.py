"""One writing program per store. The system itself drops the lock when that program ends, however it ends."""

from __future__ import annotations

import os
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec

from intake_app.storage.private_files import FILE_MODE, file_problems
from intake_app.storage.problems import StoreCode, StoreProblem

_LOCKED_BYTE = 4096  # behind what is told about the holder, which others may go on reading
_LONGEST = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class LockHolder:
    """Who writes the store.

    Attributes:
        process: the number of its process.
        computer: the name of its computer.
        since: when it opened the store.
        user: who works with it; "" until their pass phrase has opened the store.
    """

    process: int
    computer: str
    since: datetime
    user: str = ""


class StoreLock:
    """A lock file that is held from `take` until `release`."""

    def __init__(self, descriptor: int, holder: LockHolder) -> None:
        """Hold an open, locked file; made by `take`."""
        self._descriptor: int | None = descriptor
        self._holder = holder

    @classmethod
    def take(cls, path: Path, now: datetime) -> StoreLock:
        """Take the lock, or say which process holds it.

        Raises:
            StoreProblem: `in_use`, with the number of the process that holds it.
        """
        with file_problems("store"):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE)
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            holder = holder_of(path)
            values = {"process": "" if holder is None else str(holder.process)}
            raise StoreProblem(StoreCode.IN_USE, "store", values) from None
        lock = cls(descriptor, LockHolder(process=os.getpid(), computer=computer_name(), since=now))
        lock.tell("")
        return lock

    def tell(self, user: str) -> None:
        """Say to other programs who works here; that is kept out of every problem and log."""
        if self._descriptor is not None:
            holder = replace(self._holder, user=user)
            _write(self._descriptor, msgspec.json.encode(holder))

    def release(self) -> None:
        """Let the next program in; a second call does nothing."""
        if self._descriptor is not None:
            _write(self._descriptor, b"")
            os.close(self._descriptor)
            self._descriptor = None


def holder_of(path: Path) -> LockHolder | None:
    """Who holds the lock, as far as the file tells; None when nobody does, or nothing can be read."""
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(_LONGEST), type=LockHolder)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def is_held(path: Path) -> bool:
    """Whether a program holds the lock now. Asks without leaving a trace in the file."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        _lock(descriptor)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def computer_name() -> str:
    """The name of this computer, as colleagues know it."""
    return platform.node()


def _write(descriptor: int, told: bytes) -> None:
    """On a full disk what is told is missing; the lock itself holds."""
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, told)


def _lock(descriptor: int) -> None:
    """Lock without waiting; raises OSError where another holds it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  only on Windows

        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        import fcntl  # noqa: PLC0415  not there on Windows

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
