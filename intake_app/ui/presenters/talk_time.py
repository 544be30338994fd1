"""How long a talk was on the screen: a pause, and the time that the program was locked, do not count."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MINUTE = 60


class TalkTime:
    """Counts for every talk of this run of the program. `seconds` is a clock that never goes back."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        """Count nothing yet."""
        self._seconds = seconds
        self._spent: dict[str, float] = {}
        self._talk, self._since = "", 0.0

    def show(self, talk: str) -> None:
        """Count for this talk from now on; for none while `talk` is empty."""
        now = self._seconds()
        if self._talk:
            self._spent[self._talk] = self._spent.get(self._talk, 0.0) + now - self._since
        self._talk, self._since = talk, now

    def minutes(self, talk: str) -> int:
        """Return the whole minutes that a talk was on the screen; 0 for one that never was."""
        going_on = self._seconds() - self._since if talk and talk == self._talk else 0.0
        return int((self._spent.get(talk, 0.0) + going_on) // MINUTE)

    def go_on_from(self, talk: str, minutes: str) -> None:
        """Go on from what was counted before the program ended; what this run counted itself stands."""
        if minutes.isascii() and minutes.isdigit():
            self._spent.setdefault(talk, float(minutes) * MINUTE)
