"""The break-glass key (noodknop): a colleague's talk opens with a reason, and for half an hour."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from intake_app.core.problems import Problem, problem
from intake_app.practice.access import OpenGlass

LEAST_LETTERS = 10
"""Letters and digits that a reason has at least. Source: eigen oordeel; ten say in a few words why."""
LASTS = datetime.timedelta(minutes=30)
SLIP = datetime.timedelta(minutes=2)
"""How far a clock may be put right backwards without closing what is open."""
_FEWEST_DIFFERENT = 5


def reason_problem(reason: str) -> Problem | None:
    """Return what is wrong with a reason: too short, or the same over and over; None when it will do."""
    said = "".join(sign for sign in reason.casefold() if sign.isalnum())
    says_little = len(said) < LEAST_LETTERS or len(set(said)) < _FEWEST_DIFFERENT or _is_repeated(said)
    return problem("break_glass_reason", least=LEAST_LETTERS) if says_little else None


def _is_repeated(said: str) -> bool:
    return any((said[:length] * len(said)).startswith(said) for length in range(1, len(said) // 2 + 1))


def opened(talk: str, reason: str, now: datetime.datetime) -> OpenGlass:
    """Return a talk opened from `now` on; the reason was found good enough (`reason_problem`)."""
    return OpenGlass(talk=talk, until=now + LASTS, reason=" ".join(reason.split()))


def open_now(
    glasses: Iterable[OpenGlass], now: datetime.datetime, seen: datetime.datetime | None = None
) -> tuple[OpenGlass, ...]:
    """Return what is still open.

    A clock that was set back opens nothing for longer: before its own beginning a glass is closed, and when `seen`,
    the latest moment that the program knows of, lies ahead of the clock, all are.
    """
    if seen is not None and now + SLIP < seen:
        return ()
    return tuple(each for each in glasses if each.until - LASTS - SLIP <= now < each.until)
