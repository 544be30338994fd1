"""Which talks may be purged: the program is not the record (decision 10).

A talk goes when it is closed, a paper, the journal text or an export of it left the program, no agreed day lies
ahead, and nobody touched it for some months. It is announced first, and goes only after somebody confirmed it. The
log stays: its rows are kept for at least five years, and none is deleted here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.persons import DueTalk, PurgeNotice

USUAL_DAYS, FEWEST_DAYS, MOST_DAYS = 90, 30, 365
ANNOUNCED = datetime.timedelta(days=7)
"""How long a purge is announced before it may happen."""
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTalk:
    """What a purge must know of a talk.

    Attributes:
        released: when a paper, the journal text or an export last left the program; None when none did.
        agreed_until: the last day that was agreed on, in a step or to speak again; None without one.
    """

    talk: str
    opened: datetime.datetime
    touched: datetime.datetime
    closed: datetime.datetime | None = None
    released: datetime.datetime | None = None
    agreed_until: datetime.date | None = None


def checked_days(days: int) -> int:
    """Return the number of days without activity as it is.

    Raises:
        ProblemsError: `purge_days`, it lies outside what is allowed.
    """
    if not FEWEST_DAYS <= days <= MOST_DAYS:
        raise ProblemsError((problem("purge_days", least=FEWEST_DAYS, most=MOST_DAYS),))
    return days


def due_on(talk: KeptTalk, days: int) -> datetime.date | None:
    """Return from which day on a talk may go; None while it is open or nothing of it left the program."""
    if talk.closed is None or talk.released is None:
        return None
    quiet_since = max(each.date() for each in (talk.touched, talk.closed, talk.released))
    due = quiet_since + datetime.timedelta(days=checked_days(days))
    return due if talk.agreed_until is None else max(due, talk.agreed_until + _DAY)


def notice(
    talks: Iterable[KeptTalk], today: datetime.date, days: int, announced_on: Mapping[str, datetime.date]
) -> PurgeNotice:
    """Return what will go within a week, and what may go now: due, and announced for a whole week.

    Args:
        talks: all talks of the store.
        today: the day of the practice.
        days: after how many days without activity a talk goes.
        announced_on: since when each talk is announced (`announced`).
    """
    told = [
        DueTalk(talk=talk.talk, opened=talk.opened, on=max(due, since + ANNOUNCED))
        for talk, due, since in _announced(talks, today, days, announced_on)
    ]
    told.sort(key=lambda each: (each.on, each.opened, each.talk))
    return PurgeNotice(
        coming=tuple(each for each in told if each.on > today),
        now=tuple(each for each in told if each.on <= today),
        days=days,
    )


def announced(
    talks: Iterable[KeptTalk], today: datetime.date, days: int, announced_on: Mapping[str, datetime.date]
) -> dict[str, datetime.date]:
    """Return since when each talk of the notice is announced; to be kept when somebody was shown the notice."""
    return {talk.talk: since for talk, _, since in _announced(talks, today, days, announced_on)}


def _announced(
    talks: Iterable[KeptTalk], today: datetime.date, days: int, announced_on: Mapping[str, datetime.date]
) -> Iterator[tuple[KeptTalk, datetime.date, datetime.date]]:
    """Yield each talk that is due within a week, from which day on, and since when that is announced.

    An announcement from before the last activity, or from the future, does not count: the week begins anew.
    """
    for talk in talks:
        due = due_on(talk, days)
        if due is None or today < due - ANNOUNCED:
            continue
        before = announced_on.get(talk.talk, today)
        yield talk, due, before if due - ANNOUNCED <= before <= today else today
