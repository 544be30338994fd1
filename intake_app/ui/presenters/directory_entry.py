"""One service of the sociale kaart in full: every fact under its name, in sections, and how sure we are of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from intake_app.conversation.desk import Desk
from intake_app.core.text import Text
from intake_app.directory.checks import Check
from intake_app.directory.freshness import Age, freshness
from intake_app.directory.model import How, Location, Service
from intake_app.directory.query import Hit
from intake_app.practice.upkeep import ServiceNote
from intake_app.ui.presenters.choose_facts import day
from intake_app.ui.presenters.conversations import local
from intake_app.ui.presenters.directory_words import GENDERS, FactWords, Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A fact under its name."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Facts that belong together."""

    title: str
    rows: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneView:
    """A number to call, and what it is for."""

    number: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """How it went once."""

    id: str
    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """Everything that is shown of one service. `speak` are the facts beside who answers; `warnings` come first."""

    id: str
    name: str
    about: str
    mark: Mark
    warnings: tuple[str, ...]
    contact: str
    picture: bytes
    phones: tuple[PhoneView, ...]
    speak: Section
    sections: tuple[Section, ...]
    checks: tuple[str, ...]
    notes: tuple[NoteView, ...]
    is_never_offered: bool


Named = tuple[str, str]


class EntryWords:
    """Says a service in full."""

    def __init__(self, desk: Desk, facts: FactWords) -> None:
        self._desk, self._facts = desk, facts

    def view(self, hit: Hit, checks: Iterable[Check], notes: Iterable[ServiceNote]) -> EntryView:
        """Return everything to show of a service."""
        service = hit.service
        return EntryView(
            id=service.id,
            name=service.name,
            about=" · ".join(filter(None, (self._facts.kinds(service), service.organization.name))),
            mark=self._facts.mark(service),
            warnings=tuple(filter(None, self._warnings(service))),
            contact=service.contact.name,
            picture=service.contact.picture,
            phones=tuple(PhoneView(number=each.number, about=self._of(each.description)) for each in service.phones),
            speak=self._section("speak", self._speak(service)),
            sections=self._sections(hit),
            checks=tuple(map(self._check, checks)) or (self._facts.say("never_checked"),),
            notes=tuple(map(_note, notes)),
            is_never_offered=bool(service.never_offer),
        )

    def _sections(self, hit: Hit) -> tuple[Section, ...]:
        service = hit.service
        made = (
            self._section("what", self._what(service)),
            self._section("way", self._way(service)),
            self._section("whom", self._whom(service)),
            self._section("where", self._where(hit)),
            self._section("sure", self._sure(service)),
        )
        return tuple(section for section in made if section.rows)

    def _section(self, key: str, named: Iterable[Named]) -> Section:
        rows = ((name, text.strip()) for name, text in named)
        made = tuple(FactRow(name=self._desk.text(f"directory_field.{name}"), text=text) for name, text in rows if text)
        return Section(title=self._desk.text(f"directory_section.{key}"), rows=made)

    def _warnings(self, service: Service) -> tuple[str, ...]:
        fresh, say = freshness(service, self._facts.today), self._facts.say
        never = say("never_offer_why", reason=service.never_offer) if service.never_offer else ""
        is_old_number = fresh.telephone not in {None, Age.CURRENT} and fresh.entry is not Age.STALE
        return (
            never or self._facts.hindrance(service),
            self._of(service.alert) if never else "",
            say("stale_warning") if fresh.is_stale else "",
            say("phone_warning") if is_old_number else "",
            say("example") if service.example else "",
        )

    def _speak(self, service: Service) -> tuple[Named, ...]:
        contact = service.contact
        return (
            ("reachable", self._of(contact.reachable)),
            ("what_happens", self._of(contact.what_happens)),
            ("email", service.email),
            ("website", service.url or service.organization.url),
        )

    def _what(self, service: Service) -> tuple[Named, ...]:
        forms = {
            "in_group": service.group_setting,
            "remote": service.remote,
            "easy_reading": service.easy_reading,
        }
        return (
            ("description", self._of(service.description)),
            ("not_for", self._of(service.not_for)),
            ("form", ", ".join(self._facts.say(key) for key, is_so in forms.items() if is_so)),
        )

    def _way(self, service: Service) -> tuple[Named, ...]:
        return (
            ("referral", self._facts.referral(service)),
            ("wait", self._facts.wait(service)),
            ("places", self._facts.places(service)),
            ("cost", self._cost(service)),
            ("documents", "\n".join(service.required_documents)),
        )

    def _cost(self, service: Service) -> str:
        amounts = self._facts.costs(service)
        return "\n".join(dict.fromkeys((self._of(service.fees), *amounts))).strip() or self._facts.cost(service)

    def _whom(self, service: Service) -> tuple[Named, ...]:
        asked = filter(None, (self._ages(service), *self._genders(service)))
        return (
            ("who", ", ".join(asked) or self._facts.say("everyone")),
            ("eligibility", self._of(service.eligibility)),
            ("languages", ", ".join(map(self._facts.language, service.languages))),
            ("area", self._area(service)),
        )

    def _ages(self, service: Service) -> str:
        least, most = service.minimum_age, service.maximum_age
        if least is None and most is None:
            return ""
        key = "age_to" if least is None else "age_from" if most is None else "ages"
        return self._facts.say(key, least=str(least), most=str(most))

    def _genders(self, service: Service) -> tuple[str, ...]:
        return tuple(self._facts.say(f"for_{each}") if each in GENDERS else each for each in service.genders)

    def _area(self, service: Service) -> str:
        if service.nationwide:
            return self._facts.say("nationwide")
        ranges = (
            self._facts.say("postcode" if first == last else "postcodes", first=f"{first:04}", last=f"{last:04}")
            for first, last in service.service_area
        )
        return "; ".join(ranges)

    def _where(self, hit: Hit) -> tuple[Named, ...]:
        service = hit.service
        return (
            *(row for place in service.locations for row in self._place(place)),
            ("distance", "" if hit.distance_km is None else self._facts.reach(hit)),
            ("schedule", self._of(service.schedule)),
            ("open", self._week(service)),
        )

    def _place(self, place: Location) -> tuple[Named, ...]:
        known = {True: "wheelchair_yes", False: "wheelchair_no", None: "wheelchair_unknown"}
        town = " ".join(filter(None, (place.pc4, place.city)))
        access = (self._facts.say(known[place.wheelchair]), self._of(place.accessibility))
        return (
            ("address", ", ".join(filter(None, (place.address, town)))),
            ("access", "; ".join(filter(None, access))),
        )

    def _week(self, service: Service) -> str:
        days: dict[int, list[str]] = {}
        for hours in sorted(service.opening):
            stretch = self._facts.say("hours", opens=hours.opens, closes=hours.closes)
            days.setdefault(hours.day, []).append(stretch)
        return "\n".join(f"{self._desk.text(f'directory_day.{at}')} {', '.join(told)}" for at, told in days.items())

    def _sure(self, service: Service) -> tuple[Named, ...]:
        is_checked = service.assured_date != datetime.date.min
        told = (day(service.assured_date) if is_checked else "", service.assured_by, self._how(service.assured_how))
        return (
            ("checked", ", ".join(filter(None, told)) or self._facts.say("never_checked")),
            ("source", "\n".join(filter(None, (service.source, service.source_url)))),
        )

    def _how(self, how: How) -> str:
        return self._facts.say(f"how_{how.value}") if how is not How.UNKNOWN else ""

    def _check(self, check: Check) -> str:
        verdict = self._facts.say(f"verdict_{check.verdict.value}")
        told = (day(local(check.at)), check.who, self._how(check.how), verdict, check.text)
        return ", ".join(filter(None, told))

    def _of(self, text: Text) -> str:
        return text.of(self._desk.language) or text.nl


def _note(note: ServiceNote) -> NoteView:
    return NoteView(id=note.id, text=note.text, by=f"{note.who}, {day(local(note.at))}")
