"""Which services of the sociale kaart fit a person, and in what order.

Hard facts first: the service's own area, age, gender where the service asks. Then reach, waiting time, freshness
and, where reading is hard, whether it works in person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.directory.freshness import is_stale

if TYPE_CHECKING:
    import datetime

    from intake_app.core.ids import KindId
    from intake_app.directory.distance import PostcodeMap
    from intake_app.directory.model import Directory, Service
    from intake_app.questionnaire.situation import Person

UNKNOWN_WAIT = 21
"""Days assumed where the waiting time is not known. Source: eigen oordeel; between a short and a long wait."""
DAYS_PER_KM = 2.0
"""A kilometre further weighs as two days of waiting. Source: eigen oordeel."""
STALE_DAYS, HARD_READING_DAYS, LANGUAGE_DAYS = 60.0, 30.0, 20.0
"""What a stale entry, a service on paper or screen, and another language weigh, in days. Source: eigen oordeel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeker:
    """What matching needs to know of the person; unknown facts rule nothing out.

    `wished` are the questions of the topics that the person wants to talk about.
    """

    person: Person
    today: datetime.date
    reading_is_hard: bool = False
    wished: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A service that fits; `distance_km` is None where it is remote or a postcode is unknown."""

    service: Service
    distance_km: float | None
    is_stale: bool


def match(kind: KindId, directory: Directory, postcodes: PostcodeMap, seeker: Seeker) -> tuple[Match, ...]:
    """Return the services of a kind that fit, best first; equal ones by name, never by place in the file."""
    found = [_match(each, postcodes, seeker) for each in directory.of_kind(kind) if _fits(each, seeker)]
    return tuple(sorted(found, key=lambda each: (_cost(each, seeker), each.service.name, each.service.id)))


def _fits(service: Service, seeker: Seeker) -> bool:
    person = seeker.person
    age = person.age_on(seeker.today)
    if not service.is_offered or not service.serves(person.pc4):
        return False
    if age is not None:
        if service.minimum_age is not None and age < service.minimum_age:
            return False
        if service.maximum_age is not None and age > service.maximum_age:
            return False
    return not service.genders or not person.gender or person.gender in service.genders


def _match(service: Service, postcodes: PostcodeMap, seeker: Seeker) -> Match:
    near = None
    if service.location is not None and service.location.pc4 and seeker.person.pc4:
        near = postcodes.distance_km(seeker.person.pc4, service.location.pc4)
    return Match(service=service, distance_km=near, is_stale=is_stale(service, seeker.today))


def _cost(found: Match, seeker: Seeker) -> float:
    service = found.service
    days = float(service.wait_days if service.wait_days is not None else 0 if service.remote else UNKNOWN_WAIT)
    days += DAYS_PER_KM * (found.distance_km or 0.0)
    days += STALE_DAYS if found.is_stale else 0.0
    days += HARD_READING_DAYS if seeker.reading_is_hard and not service.easy_reading else 0.0
    days += LANGUAGE_DAYS if seeker.person.language not in {"", "nl", *service.languages} else 0.0
    return days
