"""Who to ring this week so that the sociale kaart stays right: one call for all that stands behind one number.

What has no number, and what is of the whole country and has an official site, is looked up there instead: such a call
carries no number. All figures here are `eigen oordeel`: ten calls are half an hour for the front desk in a week.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.directory.checks import Call, Verdict
from intake_app.directory.freshness import Age, freshness
from intake_app.directory.model import Availability
from intake_app.directory.telephone import dialled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intake_app.core.ids import ServiceId
    from intake_app.directory.checks import Check
    from intake_app.directory.model import Service

MOST_A_WEEK = 10
"""Calls in one week, those that were answered in it included; what is left comes the week after."""
TRIES = 3
"""From so many tries without an answer on the others go first."""
KEPT_BY = frozenset({Availability.ACTIVE, Availability.TEMPORARILY_CLOSED})
"""What is ended or withdrawn is not asked after."""
WEEKEND = 5
"""From this day of the week on nobody picks up; 0 is Monday."""
NEVER_CHECKED = "never_checked"
"""Asked before all else: nobody ever made sure of it."""
URGENCY = (
    ("entry", Age.STALE),
    ("telephone", Age.STALE),
    ("waiting", Age.STALE),
    ("places", Age.STALE),
    ("waiting", Age.TO_CHECK),
    ("places", Age.TO_CHECK),
    ("entry", Age.TO_CHECK),
    ("telephone", Age.TO_CHECK),
)
"""What is to be asked, the most urgent first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Need:
    """A service with what is to be asked of it, and how urgent the most urgent of that is."""

    service: Service
    reasons: tuple[str, ...]
    urgency: int

    @property
    def key(self) -> tuple[int, datetime.date, str, str]:
        """The order among services: the most urgent, then the longest ago, then by name and id."""
        return self.urgency, self.service.assured_date, self.service.name, self.service.id


def calls(services: Iterable[Service], checks: Iterable[Check], today: datetime.date) -> tuple[Call, ...]:
    """Return who to ring this week, the most urgent first; who was tried today comes back on the next working day."""
    behind = _by_number(services)
    tries = _Tries(checks)
    monday = today - datetime.timedelta(days=today.weekday())
    made = [_call(number, entries, tries, today) for (number, _), entries in behind.items()]
    waiting = [each for each in made if each is not None and not _is_too_soon(each[0], today)]
    waiting.sort(key=lambda each: (each[0].tried >= TRIES, each[1], each[0].organization, each[0].number))
    done = sum(any(tries.was_answered(each.id, monday) for each in entries) for entries in behind.values())
    return tuple(call for call, _ in waiting[: max(0, MOST_A_WEEK - done)])


def next_working_day(day: datetime.date) -> datetime.date:
    """Return the next day from Monday to Friday; holidays are not known."""
    after = day + datetime.timedelta(days=1)
    while after.weekday() >= WEEKEND:
        after += datetime.timedelta(days=1)
    return after


def needs(service: Service, today: datetime.date) -> tuple[str, ...]:
    """Return what is to be asked about a service, the most urgent first; empty when nothing is."""
    return _need(service, today).reasons


class _Tries:
    """The checks so far, per service: tries since the last answer, and the last answer."""

    def __init__(self, checks: Iterable[Check]) -> None:
        self.tried: dict[ServiceId, list[datetime.datetime]] = defaultdict(list)
        self._answered: dict[ServiceId, datetime.datetime] = {}
        for check in sorted(checks, key=lambda each: each.at):
            if check.verdict is Verdict.NOT_REACHED:
                self.tried[check.service].append(check.at)
            else:
                self.tried.pop(check.service, None)
                self._answered[check.service] = check.at

    def was_answered(self, service: ServiceId, since: datetime.date) -> bool:
        """Tell whether something was learnt of a service from this day on."""
        return service in self._answered and self._answered[service].date() >= since


def _by_number(services: Iterable[Service]) -> dict[tuple[str, str], list[Service]]:
    """Return what is kept up, per number; what has none goes with its organization's number, else by itself."""
    kept = [each for each in services if each.availability in KEPT_BY and not each.never_offer]
    kept.sort(key=lambda each: each.id)
    known: dict[str, str] = {}
    for each in kept:
        if (number := _number(each)) and not _is_looked_up(each):
            known.setdefault(each.organization.id, number)
    found: dict[tuple[str, str], list[Service]] = defaultdict(list)
    for each in kept:
        number = "" if _is_looked_up(each) else _number(each) or known.get(each.organization.id, "")
        found[number, "" if number else each.organization.id].append(each)
    return found


def _call(
    number: str, services: list[Service], tries: _Tries, today: datetime.date
) -> tuple[Call, tuple[int, datetime.date, str, str]] | None:
    """Return the call of a number with its urgency; None when nothing behind it is to be asked."""
    asked = sorted(
        (each for each in (_need(one, today) for one in services) if each.reasons), key=lambda each: each.key
    )
    if not asked:
        return None
    found = [tries.tried.get(each.service.id, []) for each in asked]
    first = asked[0].service
    call = Call(
        organization=first.organization.name,
        number=_as_written(number, services),
        services=tuple(each.service for each in asked),
        reasons={each.service.id: each.reasons for each in asked},
        tried=max(map(len, found)),
        last_tried=max((each[-1] for each in found if each), default=None),
    )
    return call, asked[0].key


def _need(service: Service, today: datetime.date) -> _Need:
    if not datetime.date.min < service.assured_date <= today:  # a day yet to come is a slip, and proves nothing
        return _Need(service=service, reasons=(NEVER_CHECKED,), urgency=0)
    fresh = freshness(service, today)
    ages = {"entry": fresh.entry, "telephone": fresh.telephone, "waiting": fresh.waiting, "places": fresh.places}
    asked = [(at, about) for at, (about, age) in enumerate(URGENCY, start=1) if ages[about] is age]
    return _Need(
        service=service,
        reasons=tuple(about for _, about in asked),
        urgency=min((at for at, _ in asked), default=len(URGENCY) + 1),
    )


def _is_too_soon(call: Call, today: datetime.date) -> bool:
    return call.last_tried is not None and today < next_working_day(call.last_tried.date())


def _is_looked_up(service: Service) -> bool:
    """Tell whether its official site says what is so: what is of the whole country keeps that up itself."""
    return service.nationwide and bool(service.source_url or service.url)


def _number(service: Service) -> str:
    """Return the first number as it is dialled; empty where there is none."""
    return dialled(service.phones[0].number) if service.phones else ""


def _as_written(number: str, services: list[Service]) -> str:
    """Return the number as an entry writes it."""
    return next((each.phones[0].number for each in services if number and _number(each) == number), "")
