"""How sure we are of an entry: each fact ages by itself, from the day on which somebody made sure of it.

All ages are `eigen oordeel`: lists go stale within a year, and a waiting time within weeks
(docs/sources/practice.md §4: one may ask for mediation as soon as a wait is too long, so the figure must be of now).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake_app.directory.model import Service

CHECK_AFTER = datetime.timedelta(days=183)
"""From half a year on an entry, or its telephone number, is to be checked."""
STALE_AFTER = datetime.timedelta(days=365)
"""From a year on it is stale: offered with a warning only."""
WAIT_CHECK_AFTER = datetime.timedelta(days=28)
"""From four weeks on a waiting time, or a number of free places, is to be asked again."""
WAIT_STALE_AFTER = datetime.timedelta(days=84)
"""From twelve weeks on it says nothing any more."""


class Age(StrEnum):
    """How old a fact is, from fresh to not to be relied on."""

    CURRENT = "current"
    TO_CHECK = "to_check"
    STALE = "stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How old an entry is, and the facts in it that change fast; None where the fact is not known at all."""

    entry: Age
    telephone: Age | None
    waiting: Age | None
    places: Age | None

    @property
    def is_stale(self) -> bool:
        """Tell whether it may be offered with a warning only."""
        return self.entry is Age.STALE

    @property
    def needs_a_call(self) -> bool:
        """Tell whether anything in it is to be checked."""
        return any(each not in {None, Age.CURRENT} for each in (self.entry, self.telephone, self.waiting, self.places))


def freshness(service: Service, today: datetime.date) -> Freshness:
    """Return how old the facts of a service are. A number counts as checked with the entry, or by itself later."""
    telephone = max(service.assured_date, service.phone_assured or datetime.date.min)
    return Freshness(
        entry=entry_age(service, today),
        telephone=_age(telephone, today, CHECK_AFTER, STALE_AFTER) if service.phones else None,
        waiting=None if service.wait_days is None else _wait_age(service, today),
        places=None if service.free_places is None else _places_age(service, today),
    )


def is_stale(service: Service, today: datetime.date) -> bool:
    """Tell whether nobody made sure of an entry for a year."""
    return entry_age(service, today) is Age.STALE


def entry_age(service: Service, today: datetime.date) -> Age:
    """Return how old an entry is as a whole."""
    return _age(service.assured_date, today, CHECK_AFTER, STALE_AFTER)


def wait_is_old(service: Service, today: datetime.date) -> bool:
    """Tell whether the waiting time was asked so long ago that it says nothing any more."""
    return _wait_age(service, today) is Age.STALE


def places_are_old(service: Service, today: datetime.date) -> bool:
    """Tell whether the number of free places was asked so long ago that it says nothing any more."""
    return _places_age(service, today) is Age.STALE


def _wait_age(service: Service, today: datetime.date) -> Age:
    return _age(service.wait_on or service.assured_date, today, WAIT_CHECK_AFTER, WAIT_STALE_AFTER)


def _places_age(service: Service, today: datetime.date) -> Age:
    return _age(service.free_places_on or service.assured_date, today, WAIT_CHECK_AFTER, WAIT_STALE_AFTER)


def _age(
    since: datetime.date, today: datetime.date, check_after: datetime.timedelta, stale_after: datetime.timedelta
) -> Age:
    """Return how old a fact is. A talk of last month may know what was checked since; a day a year ahead is a slip."""
    gone = today - since
    if not -STALE_AFTER <= gone <= stale_after:
        return Age.STALE
    return Age.CURRENT if gone <= check_after else Age.TO_CHECK
