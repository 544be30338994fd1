"""Keeps the memory of the program small, where Qt for Python and the C library would rather keep things.

PySide 6.12 reads the source of every module that is loaded after it, to see whether it asks for snake_case names
(`from __feature__ import …`), and Python keeps what was read: 38 MB, and time at every load. No module of ours asks.

glibc takes large pieces (the pages of a paper as pictures) from the system one by one and gives them back, until the
first one was freed: from then on it keeps room for the next. A bound that is set stays. What lies free between small
pieces goes back only when it is asked to.
"""

from __future__ import annotations

import ctypes
import linecache
import sys
from contextlib import suppress
from types import ModuleType

import PySide6.QtCore  # noqa: F401  it brings what reads; that has to be there before it can be told

_FEATURES, _LOOKS = "shibokensupport.feature", "_mod_uses_pyside"
_M_MMAP_THRESHOLD = -3
LARGE = 512 * 1024
"""Bytes from which a piece of memory goes back to the system as soon as it is freed."""


def _uses_no_feature(_: ModuleType) -> bool:
    return False


def be_thrifty() -> None:
    """Do both, as early as can be: what is loaded before is read already. Twice does no harm."""
    features = sys.modules.get(_FEATURES)
    if features is not None and _LOOKS in vars(features):
        vars(features)[_LOOKS] = _uses_no_feature
    linecache.clearcache()
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library than glibc
            ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, LARGE)


def give_back() -> None:
    """Have the C library give free memory back to the system; for a quiet moment, it takes some milliseconds."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library than glibc
            ctypes.CDLL(None).malloc_trim(0)
