"""The facts of an entry in words, each in one piece, as two entries are laid side by side."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from intake_app.directory.model import CostOption, Location, OpeningHours, Service
from intake_app.ui.presenters.directory_words import language_words
from intake_app.ui.presenters.many_cells import day_text
from intake_app.ui.presenters.service_area import area_text

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.core.text import Text
    from intake_app.practice.upkeep import Upkeep

LANGUAGES = ("nl", "en", "ar", "tr", "pl", "uk", "ti", "fa")
"""Languages that one chooses by a tick; every other one is typed by its code."""
GENDERS = ("woman", "man", "other")
DAYS = 7


def code_words(desk: Desk, code: str) -> str:
    """Return the words of a code."""
    return desk.text(f"service_code.{code}")


def fact_words(desk: Desk, upkeep: Upkeep, service: Service, fact: str) -> str:
    """Return a fact in words; empty where it is not known or does not hold."""
    made = _plain_facts(desk, service) | _listed_facts(desk, upkeep, service) | _dated_facts(desk, service)
    return made[fact]()


def _plain_facts(desk: Desk, service: Service) -> dict[str, Callable[[], str]]:
    return {
        "name": lambda: service.name,
        "alternate_name": lambda: service.alternate_name,
        "organization": lambda: _joined(service.organization.name, service.organization.url),
        "description": lambda: _both(service.description),
        "not_for": lambda: _both(service.not_for),
        "availability": lambda: code_words(desk, f"availability_{service.availability.name.lower()}"),
        "alert": lambda: _both(service.alert),
        "url": lambda: service.url,
        "email": lambda: service.email,
        "remote": lambda: _yes(desk, is_so=service.remote),
        "eligibility": lambda: _both(service.eligibility),
        "group_setting": lambda: _yes(desk, is_so=service.group_setting),
        "easy_reading": lambda: _yes(desk, is_so=service.easy_reading),
        "source": lambda: _joined(service.source, service.source_url),
        "never_offer": lambda: service.never_offer,
        "example": lambda: _yes(desk, is_so=service.example),
        "self_referral": lambda: _joined(
            code_words(desk, "answer_yes" if service.self_referral else "answer_no"), _both(service.referral_by)
        ),
    }


def _listed_facts(desk: Desk, upkeep: Upkeep, service: Service) -> dict[str, Callable[[], str]]:
    names = {kind.id: kind.name.of(desk.language) for kind in upkeep.kinds}
    contact = service.contact
    return {
        "kinds": lambda: "; ".join(names.get(kind, kind) for kind in service.kinds),
        "phones": lambda: _lines(_joined(each.number, _both(each.description)) for each in service.phones),
        "contact": lambda: _lines(
            (
                contact.name,
                _both(contact.reachable),
                _both(contact.what_happens),
                code_words(desk, "picture") if contact.picture else "",
            )
        ),
        "required_documents": lambda: "; ".join(service.required_documents),
        "opening": lambda: _lines((*week_words(desk, service.opening), _both(service.schedule))),
        "locations": lambda: _lines(_place(desk, each) for each in service.locations),
        "service_area": lambda: area_text(service, desk.language),
        "genders": lambda: ", ".join(code_words(desk, f"gender_{each}") for each in service.genders),
        "languages": lambda: ", ".join(language_words(desk, each) for each in service.languages),
        "fees": lambda: _lines(
            (code_words(desk, "free") if service.free else "", _both(service.fees), *map(_cost, service.costs))
        ),
    }


def _dated_facts(desk: Desk, service: Service) -> dict[str, Callable[[], str]]:
    low, high = service.minimum_age, service.maximum_age
    how = service.assured_how.name.lower()
    return {
        "wait_days": lambda: _dated(service.wait_days, service.wait_on),
        "free_places": lambda: _dated(service.free_places, service.free_places_on),
        "age": lambda: "" if low is None and high is None else f"{_number(low)}–{_number(high)}",
        "assured": lambda: _joined(
            day_text(service.assured_date),
            service.assured_by,
            "" if how == "unknown" else code_words(desk, f"how_{how}"),
            code_words(desk, f"status_{service.status}"),
        ),
    }


def week_words(desk: Desk, opening: Sequence[OpeningHours]) -> tuple[str, ...]:
    """Return the week in words, one line for each day on which it is open."""
    found = []
    for day in range(DAYS):
        hours = ", ".join(f"{each.opens}–{each.closes}" for each in sorted(opening) if each.day == day)
        if hours:
            found.append(f"{code_words(desk, f'day_{day}')} {hours}")
    return tuple(found)


def _place(desk: Desk, place: Location) -> str:
    code = {True: "wheelchair_yes", False: "wheelchair_no", None: ""}[place.wheelchair]
    wheelchair = code_words(desk, code) if code else ""
    return _joined(place.address, f"{place.pc4} {place.city}".strip(), wheelchair, _both(place.accessibility))


def _cost(cost: CostOption) -> str:
    amount = "" if cost.amount is None else f"{cost.amount:.2f} {cost.currency}"
    days = f"{day_text(cost.valid_from)}–{day_text(cost.valid_to)}" if cost.valid_from or cost.valid_to else ""
    return _joined(cost.option, amount, cost.description, days)


def _both(text: Text) -> str:
    return _lines((text.nl, text.en if text.en != text.nl else ""))


def _dated(number: int | None, day: datetime.date | None) -> str:
    return "" if number is None else _joined(str(number), day_text(day))


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _yes(desk: Desk, *, is_so: bool) -> str:
    return code_words(desk, "answer_yes") if is_so else ""


def _joined(*words: str) -> str:
    return " · ".join(filter(None, words))


def _lines(words: Iterable[str]) -> str:
    return "\n".join(filter(None, words))
