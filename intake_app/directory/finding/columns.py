"""The facts of all services side by side, one column a fact, for the filters and orders of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy

from intake_app.directory.finding.words import plain
from intake_app.directory.opening import WEEK, minute_of_week, minutes_of_week

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from intake_app.directory.distance import PostcodeMap
    from intake_app.directory.model import Service
    from intake_app.directory.query import Filters

    Marks = NDArray[numpy.bool_]
    Holders = dict[str, NDArray[numpy.int32]]

OLDEST = 1_000
"""An age that nobody reaches: no upper limit."""
UNKNOWN = ""
"""The language of a service of which nobody noted one: that rules nothing out."""


class Columns:
    """The columns of services, in the order in which the services are handed over.

    `waits` are days, infinite where unknown; `checked` is the day of the last check as a number; `remote` tells who can
    be reached from anywhere. `kinds` leads from a kind of help to the numbers of the services that give it.
    """

    def __init__(self, services: Sequence[Service], postcodes: PostcodeMap) -> None:
        self._services = services
        self.waits = self._each(lambda one: numpy.inf if one.wait_days is None else one.wait_days, float)
        self.checked = self._each(lambda one: one.assured_date.toordinal(), int)
        self.remote = self._each(lambda one: one.remote, bool)
        self.kinds = self._holders(lambda one: one.kinds)
        self._offered = self._each(lambda one: one.is_offered, bool)
        self._free = self._each(lambda one: one.free, bool)
        self._self_referral = self._each(lambda one: one.self_referral, bool)
        self._wheelchair = self._each(_may_take_a_wheelchair, bool)
        self._youngest = self._each(lambda one: _age(one.minimum_age, 0), int)
        self._eldest = self._each(lambda one: _age(one.maximum_age, OLDEST), int)
        self._languages = self._holders(lambda one: one.languages or (UNKNOWN,))
        self._cities = self._holders(lambda one: _cities(one, postcodes))
        self._hours = self._stretches()

    def passing(self, filters: Filters) -> Marks:
        """Return who passes all filters but the postcode. Who has no place at all is in no city."""
        marks = numpy.ones(len(self._services), bool) if filters.hidden_too else self._offered.copy()
        asked: tuple[tuple[object, Callable[[], Marks]], ...] = (
            (filters.kinds, lambda: self._any_of(self.kinds, filters.kinds)),
            (filters.languages, lambda: self._any_of(self._languages, filters.languages | {UNKNOWN})),
            (filters.city, lambda: self._any_of(self._cities, (plain(filters.city).strip(),))),
            (filters.age is not None, lambda: self._welcomes(filters.age or 0)),
            (filters.day is not None, lambda: self._open_on(filters.day or 0)),
            (filters.open_at, lambda: self._open_in(0 if filters.open_at is None else minute_of_week(filters.open_at))),
            (filters.free_only, lambda: self._free),
            (filters.self_referral, lambda: self._self_referral),
            (filters.wheelchair, lambda: self._wheelchair),
            (filters.remote, lambda: self.remote),
        )
        for is_asked, column in asked:
            if is_asked:
                marks &= column()
        return marks

    def _welcomes(self, age: int) -> Marks:
        return (self._youngest <= age) & (age <= self._eldest)

    def _open_on(self, day: int) -> Marks:
        holders, days, _, _ = self._hours
        return self._marked((holders[days == day],))

    def _open_in(self, minute: int) -> Marks:
        """Return who is open in a minute of the week; what began on Sunday may go on after the week began anew."""
        holders, _, starts, ends = self._hours
        return self._marked((holders[((starts <= minute) & (minute < ends)) | (minute + WEEK < ends)],))

    def _any_of(self, column: Holders, values: Iterable[str]) -> Marks:
        return self._marked(column[value] for value in values if value in column)

    def _marked(self, holders: Iterable[NDArray[Any]]) -> Marks:
        marks = numpy.zeros(len(self._services), bool)
        for each in holders:
            marks[each] = True
        return marks

    def _each(self, fact: Callable[[Service], object], kind: type) -> NDArray[Any]:
        return numpy.array([fact(one) for one in self._services], kind)

    def _holders(self, facts: Callable[[Service], Iterable[str]]) -> Holders:
        found: dict[str, list[int]] = {}
        for at, one in enumerate(self._services):
            for value in facts(one):
                found.setdefault(value, []).append(at)
        return {value: numpy.array(holders, numpy.int32) for value, holders in found.items()}

    def _stretches(self) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
        """Return each stretch of opening hours: whose it is, its day, and its first and last minute of the week."""
        found = [
            (at, hours.day, *stretch)
            for at, one in enumerate(self._services)
            for hours in one.opening
            if (stretch := minutes_of_week(hours))
        ]
        holders, days, starts, ends = numpy.array(found, numpy.int32).reshape(-1, 4).T
        return holders, days, starts, ends


def _age(years: int | None, unknown: int) -> int:
    """Return an age that fits into a column, whatever a list says."""
    return unknown if years is None else min(max(years, 0), OLDEST)


def _may_take_a_wheelchair(service: Service) -> bool:
    """Tell whether nobody found that it cannot be entered: one place that may be entered will do."""
    return not service.locations or any(each.wheelchair is not False for each in service.locations)


def _cities(service: Service, postcodes: PostcodeMap) -> set[str]:
    """Return the places of a service, from the postcode where no name is given."""
    found = set()
    for each in service.locations:
        point = postcodes.points.get(each.pc4)
        found.add(plain(each.city or (point.place if point else "")).strip())
    return found - {""}
