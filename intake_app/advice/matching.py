"""Which services of the sociale kaart fit a person, and in what order.

Hard facts first: whether it is offered, the service's own area, age, and gender where the service asks. What is not
known rules nothing out. The area decides before distance: an island or a river is no matter of kilometres. What fits
is put in order by `ranking`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, overload

from typing_extensions import override

from intake_app.advice.ranking import PRIORITY_DAYS, personal_days, standing_days, terms
from intake_app.directory.freshness import is_stale

if TYPE_CHECKING:
    import datetime

    from intake_app.advice.ranking import Term
    from intake_app.core.ids import KindId
    from intake_app.directory.distance import PostcodeMap
    from intake_app.directory.model import Directory, Service
    from intake_app.questionnaire.situation import Person

MOST_KEPT = 16
"""Rankings that are kept: enough for undo and for looking back, little to hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeker:
    """What matching needs to know of the person; unknown facts rule nothing out.

    `wished` are the questions of the topics that the person wants to talk about, `priorities` the same per wish in
    the person's order; `in_company` the kinds of help that the person would rather not do alone.
    """

    person: Person
    today: datetime.date
    reading_is_hard: bool = False
    wished: frozenset[str] = frozenset()
    in_company: frozenset[KindId] = frozenset()
    priorities: tuple[frozenset[str], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A service that fits, with what its place rests on.

    `distance_km` is to the nearest place where it is given; None where a postcode is unknown.
    """

    service: Service
    distance_km: float | None
    is_stale: bool
    terms: tuple[Term, ...] = ()


class Matcher:
    """Finds and ranks what fits, in one directory. Made for many calls: it keeps an index, and what it found."""

    def __init__(self, directory: Directory, postcodes: PostcodeMap) -> None:
        """Begin; nothing is worked out before it is asked for."""
        self.directory, self.postcodes = directory, postcodes
        self._kept: dict[tuple[Seeker, frozenset[KindId]], Ranking] = {}
        self._standing: dict[datetime.date, dict[int, int]] = {}

    def warm(self, today: datetime.date) -> None:
        """Work out what is the same for everybody, off the drawing thread: so the first talk waits for nothing."""
        standing, _ = self._standing_on(today), self._by_area
        for at, service in enumerate(self._offered):
            if at not in standing:
                standing[at] = standing_days(service, today)

    def ranking(self, seeker: Seeker, wished: frozenset[KindId] = frozenset()) -> Ranking:
        """Return what fits, in order; `wished` are the kinds of help that a wish of the person leads to."""
        key = (seeker, wished)
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = self._ranked(seeker, wished)
        return self._kept[key]

    def _ranked(self, seeker: Seeker, wished: frozenset[KindId]) -> Ranking:
        person = seeker.person
        age, near = person.age_on(seeker.today), Nearness(self.postcodes, person.pc4)
        standing = self._standing_on(seeker.today)
        days: dict[int, int] = {}
        for at in self._serving(person.pc4):
            service = self._offered[at]
            if not _fits(service, age, person.gender):
                continue
            if at not in standing:
                standing[at] = standing_days(service, seeker.today)
            days[at] = standing[at] + personal_days(service, near.km(service), seeker)
            if wished:
                days[at] -= PRIORITY_DAYS * len(wished.intersection(service.kinds))
        order = [self._offered[at] for at in sorted(days, key=days.__getitem__)]
        return Ranking(order, near, seeker, wished)

    def _standing_on(self, today: datetime.date) -> dict[int, int]:
        """Return what is the same for everybody, as far as it was worked out for this day; only one day is kept."""
        if today not in self._standing:
            self._standing = {today: {}}
        return self._standing[today]

    @cached_property
    def _offered(self) -> tuple[Service, ...]:
        """What may be proposed, by name: the order of the file never counts."""
        offered = [each for each in self.directory.services if each.is_offered]
        return tuple(sorted(offered, key=lambda each: (each.name, each.id)))

    @cached_property
    def _by_area(self) -> tuple[list[int], ...]:
        """The places in `_offered` of services with the same area."""
        found: defaultdict[tuple[bool, tuple[tuple[int, int], ...]], list[int]] = defaultdict(list)
        for at, service in enumerate(self._offered):
            found[service.nationwide, service.service_area].append(at)
        return tuple(found.values())

    def _serving(self, pc4: str) -> list[int]:
        areas = (each for each in self._by_area if self._offered[each[0]].serves(pc4))
        return sorted(at for area in areas for at in area)


class Ranking:
    """What fits one person, best first, per kind of help."""

    def __init__(self, order: list[Service], near: Nearness, seeker: Seeker, wished: frozenset[KindId]) -> None:
        """Take what fits in its order."""
        self._near, self._seeker, self._wished = near, seeker, wished
        self._matches: dict[KindId, Matches] = {}
        self._of_kind: defaultdict[KindId, list[Service]] = defaultdict(list)
        for service in order:
            for kind in set(service.kinds):
                self._of_kind[kind].append(service)

    def of_kind(self, kind: KindId) -> Matches:
        """Return the services of a kind."""
        if kind not in self._matches:
            self._matches[kind] = Matches(self, kind, self._of_kind.get(kind, []))
        return self._matches[kind]

    def match(self, service: Service, kind: KindId) -> Match:
        """Return a service of a kind with its terms."""
        km = self._near.km(service)
        shared = len(self._wished.intersection(service.kinds) - {kind})
        return Match(
            service=service,
            distance_km=km,
            is_stale=is_stale(service, self._seeker.today),
            terms=terms(service, km, self._seeker, shared),
        )


class Matches(Sequence[Match]):
    """The matches of one kind, best first. How many there are is known at once; each is made when one looks."""

    def __init__(self, ranking: Ranking, kind: KindId, services: Sequence[Service]) -> None:
        """Take the services in their order."""
        self._ranking, self._kind, self._services = ranking, kind, services
        self._made: dict[int, Match] = {}

    def _match(self, at: int) -> Match:
        if at not in self._made:
            self._made[at] = self._ranking.match(self._services[at], self._kind)
        return self._made[at]

    @override
    def __len__(self) -> int:
        return len(self._services)

    @overload
    def __getitem__(self, at: int) -> Match: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Match, ...]: ...
    @override
    def __getitem__(self, at: int | slice) -> Match | tuple[Match, ...]:
        places = range(len(self._services))[at]
        return self._match(places) if isinstance(places, int) else tuple(map(self._match, places))

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Matches) and tuple(self) == tuple(other)

    @override
    def __hash__(self) -> int:
        return hash(tuple(self))


class Nearness:
    """Distances from where one person lives, each worked out once."""

    def __init__(self, postcodes: PostcodeMap, pc4: str) -> None:
        """Begin at a postcode, which may be unknown."""
        self._postcodes, self._pc4 = postcodes, pc4
        self._known: dict[str, float | None] = {}

    def km(self, service: Service) -> float | None:
        """Return the kilometres to the nearest place of a service; None where no postcode is known."""
        near = None
        for place in service.locations:
            if place.pc4 not in self._known:
                self._known[place.pc4] = self._postcodes.distance_km(self._pc4, place.pc4)
            km = self._known[place.pc4]
            if km is not None and (near is None or km < near):
                near = km
        return near


def _fits(service: Service, age: int | None, gender: str) -> bool:
    if age is not None:
        if service.minimum_age is not None and age < service.minimum_age:
            return False
        if service.maximum_age is not None and age > service.maximum_age:
            return False
    return not service.genders or not gender or gender in service.genders
