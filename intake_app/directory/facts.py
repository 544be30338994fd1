"""The single facts of a service by name: to take one out, to put one in, and to lay those of one service over another.

A table, or an editor of many, knows some facts of a service and not the others; what it does not know must stay.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from intake_app.core.text import NO_TEXT, Text
from intake_app.directory.model import Location, OpeningHours, Organization, Phone

if TYPE_CHECKING:
    from intake_app.directory.model import Service

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ENGLISH = ".en"
"""The name of a text in English is that of the Dutch one with this behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact: how to take it out, and how to make the same thing with another value of it.

    Facts that hang on it lose their value: a translation with its text, the day of a waiting time with the time.
    """

    of: Callable[[Any], Any]
    put: Callable[[Any, Any], Any]


def laid_over(here: Service, comes: Service, fields: Collection[str]) -> Service:
    """Return `here` with the facts of `comes` that `fields` names; everything else stays as it is."""
    for name, fact in FACTS.items():
        if name in fields and (value := fact.of(comes)) != fact.of(here):
            here = fact.put(here, value)
    return here


def _field(name: str, *hanging: str) -> Fact:
    gone = dict.fromkeys(hanging)
    return Fact(of=attrgetter(name), put=lambda whole, value: replace(whole, **{name: value, **gone}))


def _inside(outer: Fact, inner: Fact) -> Fact:
    return Fact(
        of=lambda whole: inner.of(outer.of(whole)),
        put=lambda whole, value: outer.put(whole, inner.put(outer.of(whole), value)),
    )


_NL = Fact(of=attrgetter("nl"), put=lambda _, value: Text(nl=value, en=""))
_EN = Fact(of=attrgetter("en"), put=lambda text, value: Text(nl=text.nl, en=value))


def _both(name: str, text: Fact) -> dict[str, Fact]:
    return {name: _inside(text, _NL), name + ENGLISH: _inside(text, _EN)}


def _put_organization(service: Service, name: str) -> Service:
    known = service.organization
    same = known.name.casefold() == name.casefold()
    return replace(service, organization=replace(known, name=name) if same else Organization(id="", name=name))


def _put_numbers(service: Service, numbers: tuple[str, ...]) -> Service:
    """A number keeps its words; where as many come as there were, a new one takes over those of the old."""
    known = {phone.number: phone.description for phone in service.phones}
    old = service.phones if len(service.phones) == len(numbers) else ()
    words = [known.get(number, old[at].description if old else NO_TEXT) for at, number in enumerate(numbers)]
    phones = tuple(Phone(number=number, description=each) for number, each in zip(numbers, words, strict=True))
    return replace(service, phones=phones, phone_assured=None)


def _phone_words(language: Fact) -> Fact:
    def put(service: Service, words: tuple[str, ...]) -> Service:
        padded = (*words, *("" for _ in service.phones))[: len(service.phones)]
        phones = (
            replace(phone, description=language.put(phone.description, word))
            if language.of(phone.description) != word
            else phone
            for phone, word in zip(service.phones, padded, strict=True)
        )
        return replace(service, phones=tuple(phones))

    return Fact(of=lambda service: tuple(language.of(each.description) for each in service.phones), put=put)


def _put_place(service: Service, place: Location) -> Service:
    said = () if replace(place, id="") == Location() else (place,)
    return replace(service, locations=(*said, *service.locations[1:]))


def _put_area(service: Service, area: tuple[bool, tuple[tuple[int, int], ...]]) -> Service:
    return replace(service, nationwide=area[0], service_area=area[1])


def _hours(day: int) -> Fact:
    def put(service: Service, hours: tuple[tuple[str, str], ...]) -> Service:
        others = [each for each in service.opening if each.day != day]
        new = [OpeningHours(day=day, opens=opens, closes=closes) for opens, closes in hours]
        return replace(service, opening=tuple(sorted([*others, *new])))

    return Fact(
        of=lambda service: tuple((each.opens, each.closes) for each in service.opening if each.day == day), put=put
    )


_CONTACT = _field("contact")
_PLACE = Fact(of=lambda service: service.location or Location(), put=_put_place)

FACTS: Mapping[str, Fact] = MappingProxyType(
    {
        "name": _field("name"),
        "organization": Fact(of=lambda service: service.organization.name, put=_put_organization),
        "kinds": _field("kinds"),
        **_both("description", _field("description")),
        "phones": Fact(of=lambda service: tuple(each.number for each in service.phones), put=_put_numbers),
        "phone_words": _phone_words(_NL),
        "phone_words" + ENGLISH: _phone_words(_EN),
        "url": _field("url"),
        "email": _field("email"),
        "contact": _inside(_CONTACT, _field("name")),
        **_both("reachable", _inside(_CONTACT, _field("reachable"))),
        **_both("what_happens", _inside(_CONTACT, _field("what_happens"))),
        **_both("fees", _field("fees")),
        "free": _field("free"),
        "wait_days": _field("wait_days", "wait_on"),
        "wait_on": _field("wait_on"),
        "free_places": _field("free_places", "free_places_on"),
        "free_places_on": _field("free_places_on"),
        "minimum_age": _field("minimum_age"),
        "maximum_age": _field("maximum_age"),
        "genders": _field("genders"),
        **_both("eligibility", _field("eligibility")),
        "languages": _field("languages"),
        "area": Fact(of=lambda service: (service.nationwide, service.service_area), put=_put_area),
        "address": _inside(_PLACE, _field("address")),
        "pc4": _inside(_PLACE, _field("pc4")),
        "city": _inside(_PLACE, _field("city")),
        "wheelchair": _inside(_PLACE, _field("wheelchair")),
        **_both("accessibility", _inside(_PLACE, _field("accessibility"))),
        "remote": _field("remote"),
        **_both("schedule", _field("schedule")),
        **{name: _hours(day) for day, name in enumerate(DAYS)},
        "group_setting": _field("group_setting"),
        "easy_reading": _field("easy_reading"),
        "self_referral": _field("self_referral"),
        **_both("referral_by", _field("referral_by")),
        "required_documents": _field("required_documents"),
        **_both("not_for", _field("not_for")),
        "availability": _field("availability"),
        **_both("alert", _field("alert")),
        "alternate_name": _field("alternate_name"),
        "phone_assured": _field("phone_assured"),
        "assured_date": _field("assured_date"),
        "assured_by": _field("assured_by"),
        "assured_how": _field("assured_how"),
        "source": _field("source"),
        "source_url": _field("source_url"),
        "never_offer": _field("never_offer"),
    }
)
"""All facts that a table can hold, in the order in which they are laid over: what hangs on another comes after it."""
