"""What cannot be kept of a service, for who types it and for a file alike: each fault with the field that it stands in.

The bounds are `eigen oordeel`: wide enough for every true entry, narrow enough to catch a slip of the hand.
"""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from intake_app.core.problems import problem
from intake_app.directory.model import LARGEST_PICTURE, Service

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from intake_app.core.problems import Problem
    from intake_app.directory.model import OpeningHours

LONGEST_TEXT = 2_000
"""Signs in one text; a card shows a tenth of it."""
OLDEST = 120
"""Years; nobody is older."""
LONGEST_WAIT = 3_650
"""Days: ten years."""
MOST_PLACES = 10_000
"""Free places; more is a telephone number in the wrong field."""

_NUMBERS = {"minimum_age": OLDEST, "maximum_age": OLDEST, "wait_days": LONGEST_WAIT, "free_places": MOST_PLACES}
_DATES = ("assured_date", "wait_on", "free_places_on", "phone_assured")
_FIELDS = tuple(each.name for each in fields(Service))
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d|24:00")
_WEB = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_PC4 = re.compile(r"[1-9][0-9]{3}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LOWEST_PC4, _HIGHEST_PC4 = 1000, 9999
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How a PNG and a JPEG file begin."""


def faults_of(service: Service, today: datetime.date) -> tuple[Problem, ...]:
    """Return everything that is wrong; `where` is the name of the field of `Service`. Empty: it can be kept.

    The problems of `opening` carry `day` (0 is Monday) besides the times.
    """
    parts = (_who(service), _numbers(service), _when(service, today), _reach(service), _where(service), _rest(service))
    return tuple(itertools.chain(*parts))


def _who(service: Service) -> Iterator[Problem]:
    if not service.name.strip():
        yield problem("service_name", "name")
    if not service.organization.name.strip():
        yield problem("service_organization", "organization")


def _numbers(service: Service) -> Iterator[Problem]:
    for name, most in _NUMBERS.items():
        value = getattr(service, name)
        if value is not None and not 0 <= value <= most:
            yield problem("service_number", name, low=0, high=most)
    low, high = service.minimum_age, service.maximum_age
    if low is not None and high is not None and low > high:
        yield problem("service_ages", "maximum_age")
    for cost in service.costs:
        wrong = cost.amount is not None and not (math.isfinite(cost.amount) and cost.amount >= 0)
        if wrong or (cost.valid_from and cost.valid_to and cost.valid_from > cost.valid_to):
            yield problem("service_cost", "costs")


def _when(service: Service, today: datetime.date) -> Iterator[Problem]:
    for name in _DATES:
        value = getattr(service, name)
        if value is not None and value > today:
            yield problem("service_future", name)
    week = sorted(service.opening)
    for each in week:
        times = {"opens": each.opens, "closes": each.closes, "day": each.day}
        if each.day not in range(7) or not (_TIME.fullmatch(each.opens) and _TIME.fullmatch(each.closes)):
            yield problem("service_opening", "opening", **times)
        elif each.opens >= each.closes:
            yield problem("service_opening_reversed", "opening", **times)
    for one, next_ in itertools.pairwise(week):
        if _overlap(one, next_):
            yield problem("service_opening_overlap", "opening", day=one.day, closes=one.closes, opens=next_.opens)


def _overlap(one: OpeningHours, next_: OpeningHours) -> bool:
    return one.day == next_.day and next_.opens < one.closes


def _reach(service: Service) -> Iterator[Problem]:
    for phone in service.phones:
        if any(each.isalpha() for each in phone.number) or not any(each.isdigit() for each in phone.number):
            yield problem("service_phone", "phones", number=phone.number)
    addresses = {"url": service.url, "source_url": service.source_url, "organization": service.organization.url}
    for name, url in addresses.items():
        if url and not _WEB.fullmatch(url):
            yield problem("service_web", name)
    if service.email and not _EMAIL.fullmatch(service.email):
        yield problem("service_email", "email")
    picture = service.contact.picture
    if len(picture) > LARGEST_PICTURE:
        yield problem("service_picture_large", "contact", most=LARGEST_PICTURE // 1_000)
    if picture and not picture.startswith(_PICTURES):
        yield problem("service_picture_form", "contact")


def _where(service: Service) -> Iterator[Problem]:
    for place in service.locations:
        if place.pc4 and not _PC4.fullmatch(place.pc4):
            yield problem("service_postcode", "locations", postcode=place.pc4)
    for low, high in service.service_area:
        if not (_LOWEST_PC4 <= low <= _HIGHEST_PC4 and _LOWEST_PC4 <= high <= _HIGHEST_PC4):
            yield problem("service_area_wrong", "service_area", low=low, high=high)
        elif low > high:
            yield problem("service_area_reversed", "service_area", low=low, high=high)


def _rest(service: Service) -> Iterator[Problem]:
    for code in service.languages:
        if not _LANGUAGE.fullmatch(code):
            yield problem("service_language", "languages", language=code)
    for name in _FIELDS:
        if _longest(getattr(service, name)) > LONGEST_TEXT:
            yield problem("service_long", name, most=LONGEST_TEXT)


def _longest(value: object) -> int:
    """Return the length of the longest text in a value, and in what it is made of."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, tuple):
        return max(map(_longest, value), default=0)
    if is_dataclass(value):
        return max(_longest(getattr(value, each)) for each in value.__dataclass_fields__)
    return 0
