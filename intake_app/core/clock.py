"""The one clock. Everything else is handed the time."""

from __future__ import annotations

import datetime


class SystemClock:
    """Tells the time of this computer."""

    def now(self) -> datetime.datetime:
        """Return the local time with its zone, to the second."""
        return datetime.datetime.now().astimezone().replace(microsecond=0)


def today() -> datetime.date:
    """Return the day on this computer."""
    return SystemClock().now().date()
