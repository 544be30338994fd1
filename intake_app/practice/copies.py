"""Copies of the store: made by themselves and by hand, tried, and put back."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

Progress = Callable[[int, int], bool]
"""Told how much is done, of how much; answers whether to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """One copy of the store. `of_this_store` is None while that cannot be told."""

    path: str
    made: datetime.datetime
    talks: int
    changes: int
    size: int
    of_this_store: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesState:
    """Where copies go, the newest one, and why the last try failed ("" when it did not)."""

    folder: str
    newest: datetime.datetime | None = None
    is_due: bool = False
    problem: str = ""
    last_tried: datetime.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestorePreview:
    """What a copy would bring, beside what it would replace; figures of now are None when they cannot be read."""

    made: datetime.datetime
    program: str
    talks: int
    changes: int
    of_this_store: bool | None
    has_present: bool
    present_talks: int | None = None
    present_changes: int | None = None
    present_touched: datetime.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBack:
    """What putting a copy back did.

    Attributes:
        kept: the name under which what stood there is kept; "" when nothing stood there.
        erased: how many talks of the copy were erased since it was made, and so did not come back.
        lost_events: how many events of the log are in neither the copy nor what stood there.
    """

    kept: str = ""
    erased: int = 0
    lost_events: int = 0


class Copies(Protocol):
    """Copies of the store: made by themselves and by hand, tried, and put back."""

    def state(self) -> CopiesState:
        """Return how it stands with the copies."""

    def set_folder(self, folder: str) -> None:
        """Put copies in another folder from now on."""

    def all(self) -> tuple[CopyLine, ...]:
        """Return the copies in the folder, newest first. Slow."""

    def make(self, progress: Progress) -> CopyLine:
        """Make a copy now, and remove superfluous ones. Slow."""

    def make_if_due(self) -> CopyLine | None:
        """Make a copy when it is time for one: at opening, while idle, and at locking. Slow."""

    def try_out(self, path: str, progress: Progress) -> CopyLine:
        """Prove that a copy can be put back: unpack, open, check it whole, throw it away. Slow."""

    def preview(self, path: str, passphrase: str) -> RestorePreview:
        """Look at a copy; also while the store is locked or damaged. Slow."""

    def put_back(self, path: str, passphrase: str, *, other_store: bool = False) -> PutBack:
        """Put a copy back; the store must be locked, and the pass phrase be that of an administrator. Slow."""
