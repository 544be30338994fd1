"""The few facts that change fast, as they are changed with the telephone on the shoulder."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from intake_app.core.text import Language, Text
from intake_app.directory.model import Contact, Phone, Service
from intake_app.ui.presenters.service_form import follow


@dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    """The quick fields: None, or empty, is not known."""

    wait_days: int | None
    free_places: int | None
    number: str
    contact: str
    reachable: str


def quick_of(service: Service, language: Language) -> Quick:
    """Return the quick fields of an entry, in the language of the screen."""
    contact = service.contact
    return Quick(
        wait_days=service.wait_days,
        free_places=service.free_places,
        number=service.phones[0].number if service.phones else "",
        contact=contact.name,
        reachable=contact.reachable.of(language) or contact.reachable.nl,
    )


def with_quick(service: Service, quick: Quick, language: Language, today: datetime.date) -> Service:
    """Return the entry as it is now; what differs gets today as its day."""
    before = quick_of(service, language)
    after = replace(service, wait_days=quick.wait_days, free_places=quick.free_places)
    if quick.number != before.number:
        after = replace(after, phones=_phones(service, quick.number))
    after = replace(after, contact=_contact(service.contact, quick, before))
    for path in ("wait_days", "free_places", "phones"):
        after = follow(path, service, after, today)
    return after


def changed_facts(service: Service, quick: Quick, language: Language) -> tuple[str, ...]:
    """Return which facts differ: `waiting`, `places`, `telephone`, `contact`."""
    before = quick_of(service, language)
    pairs = {
        "waiting": (before.wait_days, quick.wait_days),
        "places": (before.free_places, quick.free_places),
        "telephone": (before.number, quick.number),
        "contact": ((before.contact, before.reachable), (quick.contact, quick.reachable)),
    }
    return tuple(name for name, (old, new) in pairs.items() if old != new)


def _phones(service: Service, number: str) -> tuple[Phone, ...]:
    """Return the numbers with another first one; without it where it is empty."""
    first, rest = service.phones[:1], service.phones[1:]
    if not number:
        return rest
    return (replace(first[0], number=number) if first else Phone(number=number), *rest)


def _contact(contact: Contact, quick: Quick, before: Quick) -> Contact:
    """Return the contact as it is now. A translation of other words, and the face of somebody else, go."""
    is_same_person = quick.contact.casefold().split()[:1] == contact.name.casefold().split()[:1]
    is_same_time = quick.reachable == before.reachable
    return replace(
        contact,
        name=quick.contact,
        reachable=contact.reachable if is_same_time else Text(nl=quick.reachable, en=""),
        picture=contact.picture if is_same_person else b"",
    )
