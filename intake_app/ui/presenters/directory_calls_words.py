"""The calling list in words: its lines, the call in hand, and what to ask about each service of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from intake_app.conversation.desk import Desk
from intake_app.core.ids import ServiceId
from intake_app.core.text import Text
from intake_app.directory.checks import Call, Verdict
from intake_app.directory.model import How, Service
from intake_app.directory.opening import SameHours, week
from intake_app.directory.query import Hit
from intake_app.practice.upkeep import Upkeep
from intake_app.ui.presenters.choose_facts import day
from intake_app.ui.presenters.conversations import local
from intake_app.ui.presenters.directory_calls import WHOLE, CallList, usual_how
from intake_app.ui.presenters.directory_deeds import HOWS
from intake_app.ui.presenters.directory_entry import EntryWords, FactRow, Section
from intake_app.ui.presenters.directory_words import FactWords

FACTS = ("waiting", "places", "hours", "contact", "telephone")
"""What is asked by telephone, in this order."""
SHOWN_BEFORE = 3
"""So many notes, and so many checks, of a service are shown beside its call."""
_DAYS_A_WEEK, _DAYS_A_MONTH, _DAYS_A_YEAR = 7, 30, 365
_ICONS = {Verdict.GONE: "cross", Verdict.CHANGED: "note", Verdict.NOT_REACHED: "later", Verdict.STILL_RIGHT: "check"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """One line of the list. `state` and its icon are empty while something is still to be noted."""

    organization: str
    number: str
    about: str
    why: str
    state: str
    icon: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskView:
    """What to ask about one service. `noted` is what was noted of it; `is_left` that nothing was noted yet."""

    id: ServiceId
    name: str
    about: str
    why: str
    ask: Section
    known: Section
    notes: tuple[str, ...]
    checks: tuple[str, ...]
    noted: str
    icon: str
    is_left: bool
    is_settled: bool
    can_take_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """The call in hand. `number` is what to dial, or where to look where nothing is to be dialled."""

    organization: str
    number: str
    is_telephone: bool
    tried: str
    speak: Section
    how: How
    asks: tuple[AskView, ...]


class CallWords:
    """Says calls in the language of the screen."""

    def __init__(self, desk: Desk, upkeep: Upkeep, facts: FactWords) -> None:
        self._desk, self._upkeep, self._facts = desk, upkeep, facts
        self._entries = EntryWords(desk, facts)

    def say(self, key: str, **values: str) -> str:
        """Return a text of the section `directory_calls`."""
        return self._desk.text(f"directory_calls.{key}", **values)

    def hows(self) -> Mapping[str, str]:
        """Return the ways to make sure of something, by their codes."""
        return {how.value: self.say(f"how_{how.value}") for how in HOWS}

    def progress(self, calls: CallList) -> str:
        """Return how many were had, of how many."""
        done, whole = calls.progress
        return self.say("progress", done=str(done), whole=str(whole)) if whole else ""

    def over(self, calls: CallList) -> str:
        """Return that there is nobody to ring, where that is so; else nothing."""
        if any(map(calls.is_left, calls.week.calls)):
            return ""
        if not all(map(calls.is_answered, calls.week.calls)):
            return self.say("today_done", day=self.weekday(calls.back_on))
        return self.say("week_done" if calls.progress[1] else "nobody")

    def weekday(self, on: datetime.date) -> str:
        """Return the name of a day."""
        return self._desk.text(f"directory_day.{on.weekday()}")

    def verdict(self, verdict: Verdict, back_on: datetime.date) -> str:
        """Return what a call gave."""
        return self.say(f"noted_{verdict.value}", day=self.weekday(back_on))

    def row(self, calls: CallList, call: Call) -> CallRow:
        """Return the line of a call."""
        count = len(call.services)
        about = self.say("services_one" if count == 1 else "services_many", count=str(count))
        number = call.number or self._elsewhere(call)
        why = " · ".join(self._call_reasons(call))
        state = icon = ""
        if calls.is_answered(call):
            state, icon = self.say("was_done"), "check"
        elif not calls.is_left(call):
            state, icon = self.say("comes_back", day=self.weekday(calls.back_on)), "later"
        spoken = ", ".join(filter(None, (call.organization, state, number, about, why.replace(" · ", ", "))))
        return CallRow(
            organization=call.organization,
            number=number,
            about=about,
            why=why,
            state=state,
            icon=icon,
            spoken=spoken,
        )

    def view(self, calls: CallList, call: Call) -> CallView:
        """Return the call in hand in full."""
        services = [calls.service(each) for each in call.services]
        return CallView(
            organization=call.organization,
            number=call.number or self._where(call),
            is_telephone=bool(call.number),
            tried=self._tried(call),
            speak=self._speak(services),
            how=usual_how(call),
            asks=tuple(self.ask(calls, call, each) for each in services),
        )

    def ask(self, calls: CallList, call: Call, service: Service) -> AskView:
        """Return what to ask about a service, and what was noted of it."""
        reasons = call.reasons.get(service.id, ())
        entry = self._entries.view(Hit(service=service), self._upkeep.checks(service.id), ())
        notes = [f"{each.text} ({each.who}, {day(local(each.at))})" for each in self._upkeep.notes(service.id)]
        asked = FACTS if WHOLE & set(reasons) else tuple(each for each in FACTS if each in reasons)
        known = [each for each in FACTS if each not in asked] + ([] if call.number else ["website"])
        noted = calls.noted.get(service.id)
        return AskView(
            id=service.id,
            name=service.name,
            about=entry.about,
            why=" · ".join(self.reasons(next(each for each in call.services if each.id == service.id), reasons)),
            ask=self._section("ask", service, asked, is_asked=True),
            known=self._section("known", service, known, is_asked=False),
            notes=tuple(notes[:SHOWN_BEFORE]),
            checks=entry.checks[:SHOWN_BEFORE],
            noted=self.verdict(noted.verdict, calls.back_on) if noted else "",
            icon=_ICONS[noted.verdict] if noted else "",
            is_left=noted is None,
            is_settled=noted is not None and noted.verdict is not Verdict.NOT_REACHED,
            can_take_back=calls.can_take_back((service.id,)),
        )

    def reasons(self, service: Service, reasons: Iterable[str]) -> tuple[str, ...]:
        """Return why something is asked. An old number goes without saying where the entry is old."""
        named = tuple(reasons)
        since = {
            "entry": service.assured_date,
            "telephone": service.phone_assured or service.assured_date,
            "waiting": service.wait_on or service.assured_date,
            "places": service.free_places_on or service.assured_date,
        }
        said = (
            self.say(f"why_{each}", long=self._long(since[each])) if each in since else self.say("why_never")
            for each in named
            if each != "telephone" or "entry" not in named
        )
        return tuple(dict.fromkeys(said))

    def _call_reasons(self, call: Call) -> tuple[str, ...]:
        """Return the most urgent reason of each service, each once."""
        found = (self.reasons(each, call.reasons.get(each.id, ()))[:1] for each in call.services)
        return tuple(dict.fromkeys(reason for some in found for reason in some))

    def _long(self, since: datetime.date) -> str:
        """Return how long ago a day is: in weeks, from half a year in months, from a year in years."""
        days = (self._facts.today - since).days
        if days >= 2 * _DAYS_A_YEAR:
            return self.say("long_years", count=str(days // _DAYS_A_YEAR))
        if days >= _DAYS_A_YEAR:
            return self.say("long_year")
        if days > _DAYS_A_YEAR // 2:
            return self.say("long_months", count=str(days // _DAYS_A_MONTH))
        return self.say("long_weeks", count=str(days // _DAYS_A_WEEK))

    def _elsewhere(self, call: Call) -> str:
        """Return in two words how one makes sure of what has no number."""
        return self.say({How.WEBSITE: "look_up", How.MESSAGE: "mail"}.get(usual_how(call), "visit"))

    def _where(self, call: Call) -> str:
        """Return the website, the mail address or the place to go to."""
        found = (place for each in call.services for place in (_website(each), each.email, _place(each)) if place)
        return next(found, self._elsewhere(call))

    def _tried(self, call: Call) -> str:
        if call.last_tried is None:
            return ""
        key = "tried_one" if call.tried == 1 else "tried_many"
        return self.say(key, count=str(call.tried), day=day(local(call.last_tried)))

    def _speak(self, services: Sequence[Service]) -> Section:
        """Return whom one speaks to; where that differs, about what."""
        about: dict[str, list[str]] = {}
        for each in services:
            if each.contact.name:
                about.setdefault(each.contact.name, []).append(each.name)
        is_one = len(about) == 1
        names = [
            name if is_one else self.say("speak_about", name=name, service=", ".join(some))
            for name, some in about.items()
        ]
        rows = {
            "directory_calls.speak": names,
            "directory_field.reachable": [self._of(each.contact.reachable) for each in services],
            "directory_field.what_happens": [self._of(each.contact.what_happens) for each in services],
        }
        joined = {key: "\n".join(dict.fromkeys(filter(None, said))) for key, said in rows.items()}
        made = (FactRow(name=self._desk.text(key), text=text) for key, text in joined.items() if text)
        return Section(title="", rows=tuple(made))

    def _section(self, key: str, service: Service, facts: Iterable[str], *, is_asked: bool) -> Section:
        """Return facts as we have them; what is not known is asked too, and left out of what is not asked."""
        known = ((each, self._fact(service, each)) for each in facts)
        rows = (
            FactRow(name=self.say(f"fact_{each}"), text=text or self.say("unknown"))
            for each, text in known
            if text or is_asked
        )
        return Section(title=self.say(key), rows=tuple(rows))

    def _fact(self, service: Service, fact: str) -> str:
        contact = service.contact
        made = {
            "waiting": lambda: "" if service.wait_days is None else self._facts.wait(service),
            "places": lambda: self._facts.places(service),
            "hours": lambda: "\n".join((*map(self._days, week(service.opening)), self._of(service.schedule))).strip(),
            "contact": lambda: ", ".join(filter(None, (contact.name, self._of(contact.reachable)))),
            "telephone": lambda: ", ".join(each.number for each in service.phones),
            "website": lambda: _website(service),
        }
        return made[fact]()

    def _days(self, same: SameHours) -> str:
        """Return days with the same hours, in one line."""
        names = [[self._desk.text(f"directory_day.{day}") for day in dict.fromkeys(run)] for run in same.days]
        days = ", ".join(name[0] if len(name) == 1 else self.say("days", first=name[0], last=name[1]) for name in names)
        return f"{days} {', '.join(f'{opens}–{closes}' for opens, closes in same.hours)}"

    def _of(self, text: Text) -> str:
        return text.of(self._desk.language) or text.nl


def _website(service: Service) -> str:
    return service.source_url or service.url or service.organization.url


def _place(service: Service) -> str:
    place = service.location
    return ", ".join(filter(None, (place.address, place.city))) if place else ""
