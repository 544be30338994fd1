"""One service of the sociale kaart in words for the person who may go there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake_app.core.text import Text
from intake_app.directory.freshness import freshness
from intake_app.directory.model import Availability, Contact, CostOption, Location, Phone, Service
from intake_app.export.templating import day, joined, phone, tel
from intake_app.export.views import Speech, different, sentence, unclosed
from intake_app.export.views_opening import opening_words
from intake_app.export.views_waiting import waiting_words

MOST_PLACES = 3
"""Places on the leaflet; of more it says that they are there. Source: eigen oordeel, one place is where one goes."""
_SCHEME = re.compile(r"^https?://(www\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A fact under its name."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceView:
    """What stands on the leaflet about one service; `code` is what a telephone scans, `caption` says why.

    `owner` is who offers it, `number` a telephone number, `checked` the day on which somebody made sure of it. All but
    the name may be empty.
    """

    name: str
    owner: str
    what: str
    warnings: tuple[str, ...]
    number: str
    code: str
    caption: str
    code_words: str
    rows: tuple[FactView, ...]
    checked: str


def service_view(service: Service, speech: Speech, today: datetime.date) -> ServiceView:
    """Return a service in words; what is not known is left out, or is to be asked."""
    says = _Words(speech=speech, today=today)
    number = service.phones[0].number if service.phones else ""
    call, website = tel(speech.language, number), _website(service)
    caption = "scan_call" if call else "scan_website"
    return ServiceView(
        name=f"{service.name} {speech.say('documents.example')}" if service.example else service.name,
        owner=_owner(service),
        what=says.of(service.description),
        warnings=different(says.warnings(service)),
        number=phone(speech.language, number),
        code=call or website,
        caption=says.say(caption),
        code_words=speech.say("pictures.call_code", number=phone(speech.language, number))
        if call
        else speech.say("pictures.website_code", website=website),
        rows=tuple(FactView(name=says.say(key), lines=lines) for key, lines in says.facts(service) if lines),
        checked=says.checked(service),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Says the facts of a service on a day."""

    speech: Speech
    today: datetime.date

    def say(self, key: str, **values: str) -> str:
        return self.speech.say(f"service_leaflet.{key}", **values)

    def of(self, text: Text) -> str:
        """Return a text of an entry, which may have been written in Dutch only."""
        return self.speech.of(text) or text.nl.strip()

    def sentences(self, *texts: Text) -> str:
        return " ".join(different(sentence(self.of(each)) for each in texts))

    def checked(self, service: Service) -> str:
        if service.assured_date == datetime.date.min:
            return ""
        return self.speech.say("documents.checked_on", day=day(self.speech.language, service.assured_date))

    def warnings(self, service: Service) -> Iterator[str]:
        if service.availability is not Availability.ACTIVE:
            yield self.say(f"closed_{service.availability.name.lower()}")
        yield sentence(self.of(service.alert))
        if service.assured_date == datetime.date.min:
            yield self.say("never_checked")
        elif freshness(service, self.today).is_stale:
            yield self.say("stale")

    def facts(self, service: Service) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the lines of each fact, in the order in which one needs them; some have none."""
        contact, first = service.contact, service.phones[:1]
        yield self._speak(contact)
        yield "reachable", different([self.sentences(contact.reachable, *(each.description for each in first))])
        yield "more_numbers", tuple(self._number(each) for each in service.phones[1:])
        yield "open", different([*opening_words(service.opening, self.speech), self._schedule(service)])
        yield "place", different(self._places(service))
        yield "cost", different(self._costs(service))
        yield "for_whom", different([self._asked(service), self.sentences(service.eligibility)])
        yield "not_for", different([self._not_for(service)])
        yield "referral", () if service.self_referral else different([self.sentences(service.referral_by)])
        yield "waiting", different([sentence(waiting_words(service, self.speech, self.today))])
        yield "bring", different([sentence(joined(self.speech.language, map(unclosed, service.required_documents)))])
        yield "email", different([service.email.strip()])
        yield "website", different([_bare(_website(service))])

    def _speak(self, contact: Contact) -> tuple[str, tuple[str, ...]]:
        """Return what happens when one calls, with the name of who answers where that does not say it."""
        name, happens = contact.name.strip(), self.sentences(contact.what_happens)
        if not name or name.casefold() in happens.casefold():
            return "what_happens", different([happens])
        return "speak", (" ".join(different((sentence(name), happens))),)

    def _schedule(self, service: Service) -> str:
        """Return the hours in words, unless the same was said of calling."""
        schedule = self.sentences(service.schedule)
        return "" if schedule == self.sentences(service.contact.reachable) else schedule

    def _not_for(self, service: Service) -> str:
        """Return whom it is not for; many entries begin it with the words of the label."""
        text, label = self.sentences(service.not_for), self.say("not_for").rstrip(":")
        return sentence(text[len(label) :]) if text.startswith(f"{label} ") else text

    def _number(self, each: Phone) -> str:
        number, about = phone(self.speech.language, each.number), self.of(each.description)
        return f"{number} ({about})" if about else number

    def _places(self, service: Service) -> Iterator[str]:
        for place in service.locations[:MOST_PLACES]:
            yield self._place(place)
        if len(service.locations) > MOST_PLACES:
            yield self.say("more_places")
        if service.remote:
            yield self.say("remote_too" if service.locations else "remote")

    def _place(self, place: Location) -> str:
        access = {True: "directory.wheelchair_yes", False: "directory.wheelchair_no"}
        reach = self.speech.say(access[place.wheelchair]) if place.wheelchair is not None else ""
        where = ", ".join(different((place.address.strip(), place.city.strip())))
        return " ".join(different((sentence(where), sentence(reach), self.sentences(place.accessibility))))

    def _costs(self, service: Service) -> Iterator[str]:
        """Yield what it costs in words, and each amount that still holds; else that it is free, or is to be asked."""
        amounts = [self._cost(each) for each in service.costs if each.valid_to is None or each.valid_to >= self.today]
        found = different((self.sentences(service.fees), *map(sentence, amounts)))
        yield from found or [sentence(self.speech.say("directory.free")) if service.free else self.say("cost_ask")]

    def _cost(self, cost: CostOption) -> str:
        says, language = self.speech, self.speech.language
        amount = "" if cost.amount is None else self._amount(cost.amount, cost.currency)
        begins = cost.valid_from if cost.valid_from and cost.valid_from > self.today else None
        since = says.say("directory.from_day", day=day(language, begins)) if begins else ""
        until = says.say("directory.until_day", day=day(language, cost.valid_to)) if cost.valid_to else ""
        return " ".join(filter(None, (cost.option, amount, cost.description, since, until)))

    def _amount(self, amount: float, currency: str) -> str:
        if not amount:
            return self.speech.say("directory.free")
        figures = f"{amount:.2f}" if amount % 1 else f"{amount:.0f}"
        if self.speech.language == "nl":
            figures = figures.replace(".", ",")
        return self.speech.say("directory.amount", amount=figures) if currency == "EUR" else f"{currency} {figures}"

    def _asked(self, service: Service) -> str:
        """Return whom it is for by sex and age; empty where it is for everyone."""
        least, most = service.minimum_age, service.maximum_age
        known = {"woman", "man", "other"}
        people = [self.speech.say(f"directory.for_{each}") for each in service.genders if each in known]
        if least is not None or most is not None:
            key = "age_to" if least is None else "age_from" if most is None else "ages"
            people.append(self.speech.say(f"directory.{key}", least=str(least), most=str(most)))
        return sentence(", ".join(people))


def _website(service: Service) -> str:
    return service.url or service.organization.url


def _bare(address: str) -> str:
    """Return an address as one types it."""
    return _SCHEME.sub("", address).rstrip("/")


def _owner(service: Service) -> str:
    """Return who offers it, unless the name says so already."""
    owner = service.organization.name.strip()
    return "" if owner.casefold() in service.name.casefold() else owner
