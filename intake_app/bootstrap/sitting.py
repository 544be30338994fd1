"""One sitting: what is looked at again and again within a few minutes is one reading for the log."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake_app.conversation.ports import Clock
    from intake_app.practice.users import User

LASTS = datetime.timedelta(minutes=5)


class Sitting:
    """Remembers who looked last, and when."""

    def __init__(self, clock: Clock) -> None:
        """Nobody has looked yet."""
        self._clock = clock
        self._who = ""
        self._since: datetime.datetime | None = None

    def reading(self, user: User | None, note: Callable[[], None]) -> None:
        """Note a look that is a new reading: by somebody else, or more than five minutes after the last one noted."""
        now, who = self._clock.now(), "" if user is None else user.id
        goes_on = self._since is not None and who == self._who and datetime.timedelta() <= now - self._since < LASTS
        if not goes_on:
            note()
            self._who, self._since = who, now

    def end(self) -> None:
        """Forget it: the next look is a new reading."""
        self._since = None
