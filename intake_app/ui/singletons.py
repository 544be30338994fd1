"""Keeps None alive under PySide on Python 3.11.

The wheels of PySide 6.12 are built for the stable interface in its 3.12 form, where None cannot die and is handed
out without counting. On 3.11 each call that returns nothing takes one reference from None for good, and after
some ten thousand calls the interpreter aborts ("none_dealloc"). Giving the singletons more references than a
program can ever use up does what 3.12 does by itself.
"""

from __future__ import annotations

import ctypes
import sys

IMMORTAL_FROM = (3, 12)
ENOUGH = 1 << 60
_SINGLETONS = (None, True, False, NotImplemented, ...)


def keep_singletons() -> bool:
    """Give None and its like references to spare; tells whether this Python needed it. Twice does no harm."""
    if sys.version_info >= IMMORTAL_FROM or sys.implementation.name != "cpython":
        return False
    for each in _SINGLETONS:
        if sys.getrefcount(each) < ENOUGH:
            ctypes.c_ssize_t.from_address(id(each)).value += ENOUGH
    return True
