"""What becomes of entries in a real list: they grow old, close, lose their telephone, or stand in it twice."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from intake_app.core.ids import ServiceId
from intake_app.directory.model import Availability, Contact, How, Service
from tools.example_directory.patterns import patterns

NEVER = datetime.date.min


class Fate(StrEnum):
    """What became of an entry."""

    WELL = ""
    TO_CHECK = "to_check"
    """Not looked at for more than half a year; the number was found right since."""
    STALE = "stale"
    """Not looked at for more than a year."""
    UNCHECKED = "unchecked"
    """Nobody ever looked at it."""
    OLD_WAIT = "old_wait"
    """Known well, but the waiting time was asked months ago."""
    CLOSED = "closed"
    NEVER_OFFERED = "never_offered"
    WEB_ONLY = "web_only"
    """No telephone."""
    TWIN = "twin"
    """It stands in the list a second time, from another source."""


WEIGHTS = {
    Fate.WELL: 70,
    Fate.TO_CHECK: 9,
    Fate.STALE: 6,
    Fate.UNCHECKED: 3,
    Fate.OLD_WAIT: 6,
    Fate.CLOSED: 1,
    Fate.NEVER_OFFERED: 2,
    Fate.WEB_ONLY: 2,
    Fate.TWIN: 1,
}
"""How often each comes, in a hundred. Source: eigen oordeel; so that every kind of trouble is in each town."""


def drawn(chance: random.Random) -> Fate:
    """Return a fate by its weight."""
    return chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]


def befallen(service: Service, fate: Fate, today: datetime.date, chance: random.Random) -> Iterator[Service]:
    """Give the service as its fate left it, and the second entry of twins."""
    match fate:
        case Fate.TO_CHECK:
            service = _looked_at(service, _ago(today, chance, 190, 340))
            service = replace(service, phone_assured=_ago(today, chance, 3, 30))
        case Fate.STALE:
            service = _looked_at(service, _ago(today, chance, 380, 800))
        case Fate.UNCHECKED:
            service = replace(_looked_at(service, NEVER), wait_days=None, status="te_bevestigen")
        case Fate.OLD_WAIT:
            service = replace(service, wait_on=_ago(today, chance, 90, 180))
        case Fate.CLOSED:
            alert = chance.choice(patterns().closed)
            service = replace(service, availability=Availability.TEMPORARILY_CLOSED, alert=alert)
        case Fate.NEVER_OFFERED:
            service = replace(service, never_offer=chance.choice(patterns().never_offered))
        case Fate.WEB_ONLY:
            service = _on_the_web(service)
        case Fate.TWIN:
            yield _twin(service, _ago(today, chance, 190, 340))
    yield service


def _ago(today: datetime.date, chance: random.Random, least: int, most: int) -> datetime.date:
    return today - datetime.timedelta(days=chance.randint(least, most))


def _looked_at(service: Service, day: datetime.date) -> Service:
    """Return the service as it was when somebody last looked at all of it."""
    never = day == NEVER
    return replace(
        service,
        assured_date=day,
        assured_by="" if never else service.assured_by,
        assured_how=How.UNKNOWN if never else service.assured_how,
        wait_on=None if never else day,
        free_places=None,
        free_places_on=None,
    )


def _on_the_web(service: Service) -> Service:
    told = patterns().by_message
    what_happens = replace(
        told, nl=told.nl.format(naam=service.contact.name), en=told.en.format(naam=service.contact.name)
    )
    page = str(service.id).replace("_", "-")
    return replace(
        service,
        phones=(),
        url=f"https://{page}.example",
        contact=replace(service.contact, what_happens=what_happens),
    )


def _twin(service: Service, day: datetime.date) -> Service:
    """Return the entry once more, as another list has it: the name with a slip, and less known."""
    first, *rest = service.name.split(" ")
    return replace(
        _looked_at(service, day),
        id=ServiceId(f"{service.id}_dubbel"),
        name=" ".join((first[:-1], *rest)),
        contact=Contact(),
        opening=(),
        wait_days=None,
        wait_on=None,
        source="voorbeeld, een oude lijst",
    )
