"""When a service is open: at a moment, on a day, next, and the week with equal days joined. It holds no words."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from intake_app.directory.model import OpeningHours

DAY = 24 * 60
"""Minutes of a day."""
WEEK = 7 * DAY
"""Minutes of a week."""
_TIME = re.compile(r"(\d{1,2}):([0-5]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SameHours:
    """Days with the same hours, as they are told together: "ma t/m wo en vr 9.00–12.00, 13.00–17.00".

    Attributes:
        days: runs of days that follow each other, first and last (0 is Monday).
        hours: opens and closes, as the week has them, in order.
    """

    days: tuple[tuple[int, int], ...]
    hours: tuple[tuple[str, str], ...]


def minutes_of_week(hours: OpeningHours) -> tuple[int, int] | None:
    """Return from which minute of the week up to which, counted from Monday 00:00; None where the times are no times.

    What closes at or before it opens goes on after midnight, so the end may lie past the end of the week.
    """
    opens, closes = _minutes(hours.opens), _minutes(hours.closes)
    if opens is None or closes is None or opens == DAY or hours.day not in range(7):
        return None
    return hours.day * DAY + opens, hours.day * DAY + (closes if closes > opens else closes + DAY)


def minute_of_week(moment: datetime.datetime) -> int:
    """Return the minute of the week of a local moment."""
    return moment.weekday() * DAY + moment.hour * 60 + moment.minute


def is_open(opening: Iterable[OpeningHours], moment: datetime.datetime) -> bool:
    """Tell whether it is open at a local moment. Unknown hours are not open."""
    now = minute_of_week(moment)
    stretches = [stretch for each in opening if (stretch := minutes_of_week(each))]
    return any(start <= at < end for start, end in stretches for at in (now, now + WEEK))


def opens_on(opening: Iterable[OpeningHours], day: int) -> bool:
    """Tell whether it opens on a day of the week (0 is Monday)."""
    return any(each.day == day and minutes_of_week(each) is not None for each in opening)


def next_opening(opening: Iterable[OpeningHours], moment: datetime.datetime) -> datetime.datetime | None:
    """Return when it opens first after a local moment, in the zone of that moment; None where no hours are known."""
    now = minute_of_week(moment)
    starts = [stretch[0] for each in opening if (stretch := minutes_of_week(each))]
    if not starts:
        return None
    wait = min((start - now - 1) % WEEK + 1 for start in starts)
    days, minute = divmod(now % DAY + wait, DAY)
    clock = datetime.time(minute // 60, minute % 60, tzinfo=moment.tzinfo)
    return datetime.datetime.combine(moment.date() + datetime.timedelta(days=days), clock)


def week(opening: Iterable[OpeningHours]) -> tuple[SameHours, ...]:
    """Return the week with equal days joined, in the order of the first day; closed days are left out."""
    days: dict[int, list[tuple[str, str]]] = {}
    for each in sorted(opening):
        days.setdefault(each.day, []).append((each.opens, each.closes))
    alike: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for day, hours in days.items():
        alike.setdefault(tuple(hours), []).append(day)
    return tuple(SameHours(days=_runs(found), hours=hours) for hours, found in alike.items())


def _runs(days: Sequence[int]) -> tuple[tuple[int, int], ...]:
    starts = [day for day in days if day - 1 not in days]
    ends = [day for day in days if day + 1 not in days]
    return tuple(zip(starts, ends, strict=True))


def _minutes(time: str) -> int | None:
    """Return the minutes since midnight of "9:00", "09:00" or "24:00"."""
    told = _TIME.fullmatch(time)
    if told is None:
        return None
    found = int(told[1]) * 60 + int(told[2])
    return found if found <= DAY else None
