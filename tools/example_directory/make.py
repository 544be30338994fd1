"""Made-up services out of the patterns: where, who, when, and how sure one is of them.

Every service has a chance of its own, from the seed and its id: one pattern more in the file changes no other service.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterable, Iterator
from itertools import islice

from intake_app.content.load_directory import DAYS
from intake_app.core.ids import KindId, ServiceId
from intake_app.core.text import Text
from intake_app.directory.model import (
    Contact,
    CostOption,
    How,
    Location,
    OpeningHours,
    Organization,
    Phone,
    Service,
)
from tools.example_directory.fates import Fate, befallen, drawn
from tools.example_directory.patterns import Hours, Patterns, Seed, patterns
from tools.example_directory.towns import Placed, Quarter, Town, town_places, towns, waterrijk, waterrijk_places

EXAMPLE_DAY = datetime.date(2026, 11, 22)
"""The day around which the shipped examples are dated."""
_EXAMPLE_NUMBER = Text(nl="voorbeeldnummer", en="example number")
_FIRST_NUMBER = 100
"""Numbers below are those of the services of Waterrijk that were written by hand."""
_WORDS = {"she": (("zij", "haar"), ("she", "her")), "he": (("hij", "hem"), ("he", "him"))}


def make_services(count: int, seed: int, today: datetime.date, postcodes: Iterable[str]) -> Iterator[Service]:
    """Give `count` services in made-up towns of about 150 each; the first ones are the same for every `count`.

    `postcodes` are PC4 codes that exist. Only one town is held in memory.
    """
    made = (each for town in towns(postcodes, seed) for each in _services(town, town_places(town), today))
    return islice(made, count)


def waterrijk_services() -> list[Service]:
    """Return what ships of the neighbourhoods of Waterrijk."""
    town = waterrijk()
    return list(_services(town, waterrijk_places(town), EXAMPLE_DAY))


def _services(town: Town, places: Iterable[Placed], today: datetime.date) -> Iterator[Service]:
    found = patterns()
    for pattern, quarter in places:
        name = f"{pattern.id}_{quarter.code}"
        chance = random.Random(f"{town.seed}/{town.id}/{name}")  # noqa: S311  a seeded chance makes examples, no secrets
        fate = Fate(found.on_purpose.get(name, "")) if town.id == "wr" else drawn(chance)
        made = _Maker(found, town, quarter, pattern, chance).service(today)
        yield from befallen(made, fate, today, chance)


class _Maker:
    """Makes one service."""

    def __init__(self, found: Patterns, town: Town, quarter: Quarter, seed: Seed, chance: random.Random) -> None:
        self._all, self._town, self._quarter, self._seed, self._chance = found, town, quarter, seed, chance
        self._sex = seed.by or chance.choice(("she", "he"))
        self._name = chance.choice(found.she if self._sex == "she" else found.he)
        # Who offers several things in one neighbourhood has one door and one number there.
        place = f"{town.seed}/{town.id}/{quarter.code}/{seed.organization}"
        self._door = random.Random(place)  # noqa: S311  a seeded chance makes examples, no secrets

    def service(self, today: datetime.date) -> Service:
        """Return the service as it is when all is well."""
        seed, chance, town = self._seed, self._chance, self._town
        hours = chance.choice(self._all.hours[seed.hours])
        checked = today - datetime.timedelta(days=chance.randint(2, 150))
        asked = max(checked, today - datetime.timedelta(days=chance.randint(2, 25)))
        places = chance.randint(0, seed.places) if seed.places and chance.randrange(3) else None
        return Service(
            id=ServiceId(f"{town.id}_{seed.id}_{self._quarter.code}"),
            organization=self._organization(),
            name=self._say(seed.name),
            kinds=tuple(map(KindId, seed.kinds)),
            description=self._both(seed.description),
            alternate_name=seed.alternate,
            phones=(Phone(number=self._number(), description=_EXAMPLE_NUMBER),),
            contact=Contact(
                name=self._name, reachable=chance.choice(self._all.reachable), what_happens=self._both(seed.call)
            ),
            fees=seed.fees,
            free=seed.free,
            costs=tuple(CostOption(option=option, amount=amount) for option, amount in seed.costs.items()),
            wait_days=chance.randint(*seed.wait),
            wait_on=asked,
            free_places=places,
            free_places_on=None if places is None else asked,
            minimum_age=seed.ages[0],
            maximum_age=seed.ages[1],
            genders=tuple(seed.genders),
            eligibility=seed.eligible,
            required_documents=tuple(seed.bring),
            languages=self._languages(),
            service_area=(self._area(),),
            locations=() if seed.at == "remote" else (self._location(),),
            remote=seed.at == "remote",
            schedule=hours.words,
            opening=_week(hours),
            group_setting=seed.group,
            easy_reading=seed.easy,
            self_referral=not seed.referral,
            referral_by=seed.referral,
            not_for=seed.not_for,
            source="voorbeeld",
            assured_date=checked,
            assured_by=chance.choice(self._all.checked_by),
            assured_how=chance.choice((How.TELEPHONE, How.TELEPHONE, How.VISIT, How.WEBSITE)),
            status="confirmed",
            example=True,
        )

    def _organization(self) -> Organization:
        name = self._all.organizations[self._seed.organization]
        return Organization(id=f"{self._town.id}_{self._seed.organization}", name=name.format(plaats=self._town.name))

    def _number(self) -> str:
        at = list(self._all.organizations).index(self._seed.organization)
        first, last = divmod(_FIRST_NUMBER + 10 * at + self._quarter.index, 100)
        return f"000 - {self._town.number:03} {first:02} {last:02}"

    def _languages(self) -> tuple[str, ...]:
        more = self._chance.sample(self._all.languages, self._chance.choice((0, 1, 1, 2)))
        return tuple(dict.fromkeys(("nl", *self._seed.languages, *more)))

    def _area(self) -> tuple[int, int]:
        code = int(self._quarter.code)
        return self._town.area if self._seed.area == "town" else (code, code)

    def _location(self) -> Location:
        entrances = self._all.entrances
        wheelchair, entrance = self._door.choice(
            ((True, entrances.level), (True, None), (True, None), (False, entrances.steps), (None, None))
        )
        return Location(
            address=f"{self._door.choice(self._all.streets)} {self._door.randint(1, 60)}",
            pc4=self._quarter.code,
            city=self._town.name,
            wheelchair=wheelchair,
            **({"accessibility": entrance} if entrance else {}),
        )

    def _both(self, text: Text) -> Text:
        return Text(nl=self._say(text.nl), en=self._say(text.en, in_english=True))

    def _say(self, text: str, *, in_english: bool = False) -> str:
        they, them = _WORDS[self._sex][in_english]
        return text.format(
            buurt=self._quarter.name,
            in_buurt=self._quarter.place.of("en" if in_english else "nl"),
            plaats=self._town.name,
            naam=self._name,
            zij=they,
            Zij=they.capitalize(),
            haar=them,
        )


def _week(hours: Hours) -> tuple[OpeningHours, ...]:
    stretches = ((DAYS.index(day), each.split("-")) for day, told in hours.week.items() for each in told)
    return tuple(
        OpeningHours(day=day, opens=opens.zfill(5), closes=closes.zfill(5)) for day, (opens, closes) in stretches
    )
