"""One writing program per store. The system itself drops the lock when that program ends, however it ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from intake_app.storage.private_files import FILE_MODE, file_problems
from intake_app.storage.problems import StoreCode, StoreProblem

_LOCKED_BYTE = 4096  # behind the number of the process, which others may go on reading
_LONGEST = 32


class StoreLock:
    """A lock file that is held from `take` until `release`."""

    def __init__(self, descriptor: int) -> None:
        """Hold an open, locked file; made by `take`."""
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, path: Path) -> StoreLock:
        """Take the lock, or say who holds it.

        Raises:
            StoreProblem: `in_use`, with the number of the process that holds it.
        """
        with file_problems("store"):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE)
        try:
            _lock(descriptor)
        except OSError:
            holder = os.pread(descriptor, _LONGEST, 0) if sys.platform != "win32" else b""
            os.close(descriptor)
            values = {"process": holder.decode("ascii", errors="replace").strip()}
            raise StoreProblem(StoreCode.IN_USE, "store", values) from None
        with suppress(OSError):  # on a full disk the number is missing; the lock itself holds
            os.ftruncate(descriptor, 0)
            os.write(descriptor, str(os.getpid()).encode("ascii"))
        return cls(descriptor)

    def release(self) -> None:
        """Let the next program in; a second call does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


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
