"""The calling list of this week at work: which call one is at, what was noted of each service, and taking it back."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from intake_app.core.ids import ServiceId
from intake_app.directory.calling import NEVER_CHECKED, next_working_day
from intake_app.directory.checks import Call, Check, Verdict
from intake_app.directory.model import Availability, How, Service
from intake_app.practice.office import Office
from intake_app.practice.upkeep import BatchKind, Upkeep
from intake_app.ui.presenters.conversations import local

WHOLE = frozenset({"entry", NEVER_CHECKED})
"""With one of these everything is asked; else only what is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The calls that are left, and how many were answered before in this week."""

    calls: tuple[Call, ...]
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What was noted of a service; `batch` is empty where it cannot be taken back."""

    verdict: Verdict
    batch: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a call gave, how, and when (in the time of this computer); `text` says what was changed."""

    verdict: Verdict
    how: How
    at: datetime.datetime
    facts: tuple[str, ...] = ()
    text: str = ""


class CallList:
    """Calls keep their place while one works through them, so that nothing jumps; `at` is the one in hand."""

    def __init__(self, office: Office, today: datetime.date) -> None:
        """Begin without calls; `begin` brings them."""
        self._office, self._upkeep, self._today = office, office.directory, today
        self.week, self.at = Week(calls=(), done=0), -1
        self.noted: dict[ServiceId, Noted] = {}
        self._now: dict[ServiceId, Service] = {}

    def load(self) -> Week:
        """Return the calls of this week. Slow."""
        monday = self._today - datetime.timedelta(days=self._today.weekday())
        calls = self._upkeep.calls()
        return Week(calls=calls, done=answered_since(self._upkeep, monday, calls))

    def begin(self, week: Week, about: str = "") -> None:
        """Start with these calls, at that of a service where it is among them."""
        self.week = week
        found = (at for at, call in enumerate(week.calls) if any(each.id == about for each in call.services))
        self.at = next(found, 0 if week.calls else -1)

    @property
    def call(self) -> Call | None:
        """The call in hand."""
        return self.week.calls[self.at] if 0 <= self.at < len(self.week.calls) else None

    @property
    def progress(self) -> tuple[int, int]:
        """How many calls of this week were answered, of how many."""
        return self.week.done + sum(map(self.is_answered, self.week.calls)), self.week.done + len(self.week.calls)

    @property
    def back_on(self) -> datetime.date:
        """The day on which who was not reached comes back."""
        return next_working_day(self._today)

    def service(self, service: Service) -> Service:
        """Return an entry of a call as it is now."""
        return self._now.get(service.id, service)

    def is_answered(self, call: Call) -> bool:
        """Tell whether something was learnt of every service of a call."""
        return all(self._is_known(each.id) for each in call.services)

    def is_left(self, call: Call) -> bool:
        """Tell whether something of a call is still to be noted today."""
        return any(each.id not in self.noted for each in call.services)

    def left(self, call: Call, *, after: str = "") -> tuple[ServiceId, ...]:
        """Return what is still to be noted of a call, what comes after a service first."""
        ids = [each.id for each in call.services]
        start = ids.index(ServiceId(after)) + 1 if after in ids else 0
        return tuple(each for each in (*ids[start:], *ids[:start]) if each not in self.noted)

    def unknown(self, call: Call) -> tuple[ServiceId, ...]:
        """Return the services of a call of which nothing was learnt, those that were not reached too."""
        return tuple(each.id for each in call.services if not self._is_known(each.id))

    def go_on(self) -> bool:
        """Take the next call in hand of which something is left; stays, and says False, where there is none."""
        calls = self.week.calls
        order = (*range(self.at + 1, len(calls)), *range(self.at + 1))
        found = next((at for at in order if self.is_left(calls[at])), None)
        if found is not None:
            self.at = found
        return found is not None

    def note(self, id_: ServiceId, answer: Answer, changed: Service | None = None) -> None:
        """Keep what was learnt of a service of the call in hand; raises `ProblemsError`."""
        if self.call is None:
            return
        if answer.verdict is Verdict.GONE:
            changed = replace(self._upkeep.service(id_), availability=Availability.DEFUNCT)
        line = self._upkeep.checked(self._check(self.call, id_, answer), changed)
        self.noted[id_] = Noted(verdict=answer.verdict, batch=line.id if line else "")
        self._now[id_] = self._upkeep.service(id_)

    def forget(self, id_: ServiceId) -> None:
        """Know of a service what is so now that its change was undone."""
        self.noted.pop(id_, None)
        self._now[id_] = self._upkeep.service(id_)

    def can_take_back(self, ids: Iterable[ServiceId]) -> bool:
        """Tell whether what was noted of all these can be undone."""
        return all(id_ in self.noted and self.noted[id_].batch for id_ in ids)

    def _is_known(self, id_: ServiceId) -> bool:
        return id_ in self.noted and self.noted[id_].verdict is not Verdict.NOT_REACHED

    def _check(self, call: Call, id_: ServiceId, answer: Answer) -> Check:
        me = self._office.people.me
        return Check(
            service=id_,
            at=answer.at.astimezone(),
            who="" if me is None else me.name,
            how=answer.how,
            verdict=answer.verdict,
            about=_about(call, self._upkeep.service(id_), answer),
            text=answer.text,
        )


def usual_how(call: Call) -> How:
    """Return how one makes sure of a call, unless one says otherwise."""
    if call.number:
        return How.TELEPHONE
    if any(each.url or each.source_url or each.organization.url for each in call.services):
        return How.WEBSITE
    return How.MESSAGE if any(each.email for each in call.services) else How.VISIT


def answered_since(upkeep: Upkeep, monday: datetime.date, left: Iterable[Call]) -> int:
    """Return how many calls were answered from a day on, by the changes that checks made. Slow.

    A call that is left, as only some of its services were answered for, is not counted.
    """
    still = {_behind(each) for call in left for each in call.services}
    names = {
        line.about
        for line in upkeep.batches()
        if line.kind is BatchKind.CHECK and line.undone is None and local(line.at).date() >= monday
    }
    found = (each for each in upkeep.services() if each.name in names and _assured(each) >= monday)
    return len({_behind(each) for each in found} - still)


def _assured(service: Service) -> datetime.date:
    """Return when somebody last made sure of anything in an entry."""
    days = (service.assured_date, service.phone_assured, service.wait_on, service.free_places_on)
    return max(day for day in days if day is not None)


def _behind(service: Service) -> str:
    """Return what makes services one call: their number, else who offers them."""
    written = service.phones[0].number if service.phones else ""
    return "".join(filter(str.isdecimal, written)) or service.organization.id


def _about(call: Call, service: Service, answer: Answer) -> tuple[str, ...]:
    """Return which facts somebody made sure of; empty for the whole entry. A number on which one spoke is right."""
    reasons = call.reasons.get(service.id, ())
    if answer.verdict in {Verdict.GONE, Verdict.NOT_REACHED} or WHOLE & set(reasons):
        return ()
    rang = answer.how is How.TELEPHONE and any(each.number == call.number for each in service.phones)
    return tuple(sorted({*reasons, *answer.facts, *(("telephone",) if rang else ())}))
