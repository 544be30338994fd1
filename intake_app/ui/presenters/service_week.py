"""Opening hours as one types them for a day: "9-12:30, 13:30-17", and empty where it is closed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake_app.directory.model import OpeningHours

DAYS = range(7)
WORKING_DAYS = range(5)
_STRETCH = re.compile(r"(\d{1,2})(?:[:.u]?(\d{2}))?\s*(?:-|–|tot|to)\s*(\d{1,2})(?:[:.u]?(\d{2}))?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|;|\ben\b|\band\b)\s*", re.IGNORECASE)
_CLOSED = frozenset({"dicht", "gesloten", "closed", "-", ""})
_HOURS, _MINUTES = 24, 60


def day_hours(opening: Sequence[OpeningHours], day: int) -> str:
    """Return the hours of a day as one types them; empty where it is closed."""
    return ", ".join(f"{each.opens}-{each.closes}" for each in sorted(opening) if each.day == day)


def read_hours(text: str, day: int) -> tuple[OpeningHours, ...] | None:
    """Return the hours that were typed for a day; None where they are none."""
    if text.strip().casefold() in _CLOSED:
        return ()
    found = []
    for part in _BETWEEN.split(text.strip()):
        each = _STRETCH.fullmatch(part)
        opens, closes = (_time(each[1], each[2]), _time(each[3], each[4])) if each else ("", "")
        if not opens or not closes:
            return None
        found.append(OpeningHours(day=day, opens=opens, closes=closes))
    return tuple(sorted(found))


def _time(hour: str, minute: str | None) -> str:
    at = int(hour), int(minute or 0)
    is_time = (at[0] < _HOURS and at[1] < _MINUTES) or at == (_HOURS, 0)
    return f"{at[0]:02}:{at[1]:02}" if is_time else ""
