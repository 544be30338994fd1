"""Fictional services that do not grow old: a demo shows every age of an entry on whatever day it is held."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from intake_app.directory.model import Service

NEVER = datetime.date.min


def as_of(today: datetime.date, services: Iterable[Service]) -> list[Service]:
    """Return services whose dates are all moved by the same number of days, so that the newest check was today.

    What was never checked stays so.
    """
    found = list(services)
    newest = max((each.assured_date for each in found), default=NEVER)
    later = datetime.timedelta() if newest == NEVER else today - newest

    def day(date: datetime.date | None) -> datetime.date | None:
        return None if date is None else date + later

    return [_moved(each, day) for each in found]


def _moved(service: Service, day: Callable[[datetime.date | None], datetime.date | None]) -> Service:
    checked = None if service.assured_date == NEVER else day(service.assured_date)
    costs = (replace(each, valid_from=day(each.valid_from), valid_to=day(each.valid_to)) for each in service.costs)
    return replace(
        service,
        assured_date=checked or NEVER,
        wait_on=day(service.wait_on),
        free_places_on=day(service.free_places_on),
        phone_assured=day(service.phone_assured),
        costs=tuple(costs),
    )
