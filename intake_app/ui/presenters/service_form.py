"""Changing one entry: what is filled in, every step back and forth, what is wrong with it, and keeping it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intake_app.core.ids import ServiceId
from intake_app.core.problems import Problem, ProblemsError, problem
from intake_app.directory.faults import faults_of
from intake_app.directory.model import How, Location, Organization, Service
from intake_app.ui.presenters.service_area import area_text, read_area
from intake_app.ui.presenters.service_paths import at, carried_over, put

if TYPE_CHECKING:
    from intake_app.core.text import Language
    from intake_app.practice.upkeep import BatchLine, Upkeep

AREA = "service_area"
CONFIRMED = "confirmed"
_DAYS = {"wait_days": "wait_on", "free_places": "free_places_on", "phones": "phone_assured"}
"""A fact that changes fast -> the day on which it was so."""
_NOWHERE = Location()
_PLACES = {
    ("organization", "service_web"): "organization.url",
    ("contact", "service_picture_large"): "contact.picture",
    ("contact", "service_picture_form"): "contact.picture",
}
"""A fault of a whole, where it is about one part of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What is filled in: the entry, and its area as it was typed, which may be no area yet."""

    service: Service
    area: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """What was filled in when somebody went elsewhere, and how the entry was kept when they began."""

    start: Filled
    now: Filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who changes it, on which day, in which language."""

    name: str
    today: datetime.date
    language: Language = "nl"


def follow(path: str, before: Service, after: Service, today: datetime.date) -> Service:
    """Return an entry in which the day of a fast fact goes with it: waiting time, free places, numbers.

    `before` is how it was before this fact was touched: what is as it was keeps the day that it had.
    """
    if path not in _DAYS:
        return after
    is_same = _bare(path, before) == _bare(path, after)
    new = today if _bare(path, after) else None
    return put(after, _DAYS[path], at(before, _DAYS[path]) if is_same else new)


def _bare(path: str, service: Service) -> tuple[object, ...]:
    """Return what a day goes with; empty where there is no such fact."""
    if path == "phones":
        return tuple(phone.number for phone in service.phones)
    return () if at(service, path) is None else (at(service, path),)


def place_of(fault: Problem, paths: Sequence[str]) -> str:
    """Return the path of the field that a fault is about, among these; empty where it is about none of them."""
    where = _PLACES.get((fault.where, fault.code), fault.where)
    return next((path for path in paths if path == where or path.startswith(f"{where}.")), "")


class ServiceForm:
    """The form of one entry; `id_` "" begins a new one. Values are those of `Service`, by path."""

    def __init__(self, upkeep: Upkeep, id_: str, who: Who) -> None:
        """Begin with the entry as it is.

        Raises:
            ProblemsError: `service_unknown`.
        """
        self._upkeep, self._who = upkeep, who
        self.is_new = not id_
        service = _blank(upkeep.new_id()) if self.is_new else upkeep.service(ServiceId(id_))
        self.start = self.now = Filled(service=service, area=area_text(service, who.language))
        self._back: list[tuple[str, Filled]] = []
        self._forth: list[Filled] = []
        self._open = ""

    @property
    def is_changed(self) -> bool:
        """Tell whether anything is different from what is kept."""
        return self.now != self.start

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to go back."""
        return bool(self._back)

    def drop(self) -> None:
        """Leave everything as it is kept."""
        self.now = self.start
        self._back.clear()
        self._forth.clear()
        self.seal()

    def value(self, path: str) -> object:
        """Return what is filled in."""
        if path == AREA:
            return self.now.area
        return at(self.now.service, path)

    def change(self, path: str, value: object) -> None:
        """Fill in something else; what is typed in one field in one go is one step."""
        if value == self.value(path):
            return
        if self._open != path:
            self._back.append((path, self.now))
        self._open = path
        self._forth.clear()
        self.now = self._changed(path, value)
        if self.now == self._back[-1][1]:
            self._back.pop()
            self.seal()

    def _changed(self, path: str, value: object) -> Filled:
        if path == AREA:
            return replace(self.now, area=str(value))
        service = put(self.now.service, path, value)
        # A day that follows from a fact is worked out from the fact as it was when this step began.
        before = self._back[-1][1].service
        return replace(self.now, service=follow(path, before, service, self._who.today))

    def seal(self) -> None:
        """Make what comes next a step of its own."""
        self._open = ""

    def undo(self) -> str:
        """Go one step back; returns what it was about, or nothing where there is no step."""
        if not self._back:
            return ""
        self.seal()
        self._forth.append(self.now)
        path, self.now = self._back.pop()
        return path

    def redo(self) -> bool:
        """Do again what was undone; tells whether there was anything."""
        if not self._forth:
            return False
        self.seal()
        self._back.append(("", self.now))
        self.now = self._forth.pop()
        return True

    @property
    def unsaved(self) -> Unsaved:
        """What waits when one goes elsewhere."""
        return Unsaved(start=self.start, now=self.now)

    def put_back(self, unsaved: Unsaved) -> None:
        """Go on with what was filled in before one went elsewhere; what was changed there meanwhile stays."""
        self._back.append(("", self.now))
        self.seal()
        self.now = _carried_over(unsaved.now, unsaved.start, self.start)

    def all_checked(self, how: How) -> None:
        """Say that everything in it was made sure of today: the days of its facts become today."""
        self.seal()
        self._back.append(("", self.now))
        self._forth.clear()
        service, today = self.now.service, self._who.today
        service = replace(service, assured_date=today, assured_by=self._who.name, assured_how=how, status=CONFIRMED)
        for fact, day in _DAYS.items():
            if _bare(fact, service):
                service = put(service, day, today)
        self.now = replace(self.now, service=service)

    def finished(self) -> Service:
        """Return the entry as it would be kept: without empty lines, of the organisation that has this name.

        Raises:
            ProblemsError: everything that cannot be kept as it is; `where` is the path of the field.
        """
        service = _tidy(self._with_organization(self.now.service))
        area = read_area(self.now.area)
        faults: list[Problem] = [] if area else [problem("area_form", AREA)]
        if area is not None:
            service = replace(service, nationwide=area[0], service_area=area[1])
        faults += faults_of(service, self._who.today)
        if faults:
            raise ProblemsError(tuple(faults))
        return service

    def save(self) -> BatchLine | None:
        """Keep it; None where nothing differs from what is kept.

        Raises:
            ProblemsError: as `finished` does, and as the upkeep does; `service_changed_meanwhile` once, when somebody
                changed the entry since: that stands in the form now, but for what was filled in here.
        """
        self._look_again()
        service = self.finished()
        line = self._upkeep.save(service)
        self.start = self.now = Filled(service=service, area=area_text(service, self._who.language))
        self._back.clear()
        self._forth.clear()
        return line

    def _look_again(self) -> None:
        """Take over what was changed elsewhere since this form began, and say so before anything is kept."""
        kept = self.start.service if self.is_new else self._upkeep.service(self.start.service.id)
        if kept != self.start.service:
            before, self.start = self.start, Filled(service=kept, area=area_text(kept, self._who.language))
            self.now = _carried_over(self.now, before, self.start)
            self._back.clear()
            self._forth.clear()
            raise ProblemsError((problem("service_changed_meanwhile"),))

    def organizations(self) -> tuple[str, ...]:
        """Return the names of the organisations there are."""
        return tuple(sorted({each.organization.name for each in self._upkeep.services()}, key=str.casefold))

    def _with_organization(self, service: Service) -> Service:
        """Return the entry at the organisation of this name, at the same one renamed, or at a new one.

        An organisation that other entries share is not renamed from here: another name is another organisation.
        """
        typed = replace(service.organization, name=service.organization.name.strip())
        if typed.name == self.start.service.organization.name:
            return replace(service, organization=typed)
        others = [each.organization for each in self._upkeep.services() if each.id != service.id]
        same = next((each for each in others if each.name.casefold() == typed.name.casefold()), None)
        if same is not None:
            return replace(service, organization=replace(same, url=typed.url or same.url))
        is_shared = Counter(each.id for each in others)[typed.id] > 0
        id_ = str(self._upkeep.new_id()) if is_shared or not typed.id else typed.id
        return replace(service, organization=replace(typed, id=id_))


def _carried_over(mine: Filled, base: Filled, kept: Filled) -> Filled:
    service = carried_over(mine.service, base.service, kept.service)
    return Filled(service=service, area=kept.area if mine.area == base.area else mine.area)


def _blank(id_: ServiceId) -> Service:
    return Service(id=id_, organization=Organization(id="", name=""), name="", kinds=(), languages=("nl",))


def _tidy(service: Service) -> Service:
    """Leave out lines of a list in which nothing was filled in, and room around a name."""
    return replace(
        service,
        name=service.name.strip(),
        phones=tuple(each for each in service.phones if each.number.strip() or each.description),
        costs=tuple(each for each in service.costs if each.option or each.description or each.amount is not None),
        locations=tuple(each for each in service.locations if replace(each, id="") != _NOWHERE),
        required_documents=tuple(filter(None, map(str.strip, service.required_documents))),
    )
