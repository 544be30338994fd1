"""Which copies of the store are kept: many of late, fewer from before, one of each month from long ago.

The figures are the ones that Anki ships with; the rule is our own. A period is kept by its newest copy, and a
period counts only when it holds a copy: a holiday of three weeks costs no copy.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How much is kept.

    Attributes:
        daily: the newest copy of so many days.
        weekly: the newest copy of so many weeks, from Monday to Sunday.
        monthly: the newest copy of so many months.
        apart: copies of the last day stay as long as they lie so far apart.
    """

    daily: int = 12
    weekly: int = 10
    monthly: int = 9
    apart: timedelta = timedelta(minutes=30)


KEEPING = Keeping()
_LAST_DAY = timedelta(days=1)


def superfluous(made: Iterable[datetime], keeping: Keeping = KEEPING) -> frozenset[datetime]:
    """The moments of the copies that may go. Never the newest, and never the only one of a period that is kept.

    Args:
        made: when each copy was made, with its time zone; a day is the day of that zone.
        keeping: how much is kept.
    """
    newest_first = sorted(set(made), reverse=True)
    kept = {
        *_recent(newest_first, keeping.apart),
        *_newest_of(newest_first, keeping.daily, datetime.date),
        *_newest_of(newest_first, keeping.weekly, _week),
        *_newest_of(newest_first, keeping.monthly, _month),
    }
    return frozenset(newest_first) - kept


def is_due(made: Iterable[datetime], now: datetime, keeping: Keeping = KEEPING) -> bool:
    """Whether it is time for another copy: there is none, or the newest is old enough, or from the future."""
    newest = max(made, default=None)
    return newest is None or not timedelta(0) <= now - newest < keeping.apart


def _recent(newest_first: list[datetime], apart: timedelta) -> list[datetime]:
    """The newest, and those of the day before it, each so far before the one kept last."""
    kept: list[datetime] = []
    for moment in newest_first:
        if not kept or (kept[0] - moment <= _LAST_DAY and kept[-1] - moment >= apart):
            kept.append(moment)
    return kept


def _newest_of(newest_first: list[datetime], count: int, period: Callable[[datetime], Hashable]) -> list[datetime]:
    """The newest copy of each of the last `count` periods that hold one."""
    newest: dict[Hashable, datetime] = {}
    for moment in newest_first:
        newest.setdefault(period(moment), moment)
    return list(newest.values())[:count]


def _week(moment: datetime) -> tuple[int, int]:
    year, week, _ = moment.isocalendar()
    return year, week


def _month(moment: datetime) -> tuple[int, int]:
    return moment.year, moment.month
