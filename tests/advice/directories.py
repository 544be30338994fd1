"""Small made-up directories to find and rank in."""

from __future__ import annotations

from dataclasses import replace

from intake_app.advice.matching import Matcher, Seeker
from intake_app.core.ids import KindId, ServiceId
from intake_app.directory.distance import Point, PostcodeMap
from intake_app.directory.model import Directory, Location, Organization, Service
from intake_app.questionnaire.situation import Person
from tests.shipped import TODAY

BUDDY, WALKING, MONEY = KindId("maatje"), KindId("wandelgroep"), KindId("schuldhulp")
KM_A_DEGREE = 111.19
HOME = "1000"
PLACES = {f"{1000 + at}": at for at in range(0, 60, 2)}
"""Made-up postcodes on a line to the north, with their kilometres from home."""
MAP = PostcodeMap(
    points={
        pc4: Point(latitude=52 + km / KM_A_DEGREE, longitude=5.0, place=f"{km} km noord") for pc4, km in PLACES.items()
    }
)
PLAIN = Service(
    id=ServiceId("plain"),
    organization=Organization(id="welzijn", name="Welzijn"),
    name="Plain",
    kinds=(BUDDY,),
    free=True,
    wait_days=5,
    wait_on=TODAY,
    service_area=((1000, 1999),),
    locations=(Location(pc4=HOME),),
    languages=("nl",),
    assured_date=TODAY,
)


def service(id_: str, **changes) -> Service:
    """Return a service near home, free, fresh and soon, with what is different."""
    return replace(PLAIN, id=ServiceId(id_), **{"name": id_, **changes})


def at_km(km: int) -> tuple[Location, ...]:
    """Return a place so many kilometres from home; an even number."""
    return (Location(pc4=f"{1000 + km}"),)


def seeker(**changes) -> Seeker:
    """Return somebody of forty who lives at home."""
    person = {
        "age": 40,
        "pc4": HOME,
        **{key: changes.pop(key) for key in ("age", "pc4", "gender", "language") if key in changes},
    }
    return Seeker(person=Person(**person), today=TODAY, **changes)


def matches(*services: Service, kind: KindId = BUDDY, wished: tuple[KindId, ...] = (), **person):
    """Return the matches of these services, best first."""
    found = Matcher(Directory(services=services), MAP).ranking(seeker(**person), frozenset(wished))
    return found.of_kind(kind)


def order(*services: Service, **asked) -> list[str]:
    """Return the ids of what fits, best first."""
    return [each.service.id for each in matches(*services, **asked)]
