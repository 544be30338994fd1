"""No image of the memory on the disk when the program breaks off: what was said, and the keys, stand in it."""

from __future__ import annotations

import sys

_PR_SET_DUMPABLE = 4


def leave_no_dumps() -> None:
    """Ask the system to keep no image of this process; Windows knows no such request."""
    if sys.platform == "win32":
        return
    import resource  # not there on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # a collector of crashes gets an image also where the limit is 0
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
