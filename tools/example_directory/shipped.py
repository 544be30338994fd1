"""The neighbourhoods of Waterrijk as the file that ships."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from intake_app.content.load_directory import DAYS
from intake_app.core.text import Text
from intake_app.directory.model import Availability, Contact, How, Location, Service
from tools.example_directory.fates import NEVER

HEAD = """\
# Made by `python -m tools.example_directory --shipped`; what you change here goes. All of it is invented.
# It serves only the made-up postcodes 8951 to 8956 (resources/geo/example.csv). Like waterrijk.yaml, in short.
format: intake-directory/1
example: true
"""
ALWAYS = frozenset({"assured_date"})
"""What is there even if it is empty: nobody ever looked."""
Value = str | bool | float | list["Value"] | dict[str, "Value"] | None


def as_yaml(services: Sequence[Service]) -> str:
    """Return example services in the form of `resources/directory`, without what is empty; one place each."""
    organizations = sorted({each.organization for each in services}, key=lambda each: each.id)
    lines = ["organizations:"]
    lines += [f"  - {_written({'id': each.id, 'name': each.name})}" for each in organizations]
    lines.append("services:")
    for service in services:
        entry = [each for each in _entry(service) if each[0] in ALWAYS or each[1] not in ("", None, [], {})]
        told = [f"{key}: {_written(value)}" for key, value in entry]
        lines += [f"  - {told[0]}", *(f"    {each}" for each in told[1:])]
    return HEAD + "\n".join(lines) + "\n"


def _entry(service: Service) -> Iterator[tuple[str, Value]]:
    yield from _who(service)
    yield from _conditions(service)
    yield from _where_and_when(service)
    yield "source", service.source
    yield "assured_date", "" if service.assured_date == NEVER else service.assured_date.isoformat()
    yield "assured_by", service.assured_by
    yield "assured_how", "" if service.assured_how is How.UNKNOWN else service.assured_how.value
    yield "phone_assured", service.phone_assured and service.phone_assured.isoformat()
    yield "status", service.status
    yield "never_offer", service.never_offer


def _who(service: Service) -> Iterator[tuple[str, Value]]:
    yield "id", str(service.id)
    yield "organization_id", service.organization.id
    yield "name", service.name
    yield "alternate_name", service.alternate_name
    yield "kinds", [str(each) for each in service.kinds]
    yield "description", _text(service.description)
    yield "availability", "" if service.availability is Availability.ACTIVE else service.availability.value
    yield "alert", _text(service.alert)
    yield "phones", [{"number": each.number, "description": _text(each.description)} for each in service.phones]
    yield "url", service.url
    if (contact := service.contact) != Contact():
        happens = {"reachable": _text(contact.reachable), "what_happens": _text(contact.what_happens)}
        yield "contact", {"name": contact.name, **happens}


def _conditions(service: Service) -> Iterator[tuple[str, Value]]:
    yield "fees", _text(service.fees)
    yield "free", service.free
    yield "costs", [{"option": each.option, "amount": each.amount} for each in service.costs]
    yield "wait_days", service.wait_days
    yield "wait_on", service.wait_on and service.wait_on.isoformat()
    yield "free_places", service.free_places
    yield "free_places_on", service.free_places_on and service.free_places_on.isoformat()
    yield "minimum_age", service.minimum_age
    yield "maximum_age", service.maximum_age
    yield "genders", list(service.genders)
    yield "eligibility", _text(service.eligibility)
    yield "required_documents", list(service.required_documents)
    yield "languages", list(service.languages)
    yield "easy_reading", service.easy_reading
    yield "self_referral", service.self_referral
    yield "referral_by", _text(service.referral_by)
    yield "not_for", _text(service.not_for)


def _where_and_when(service: Service) -> Iterator[tuple[str, Value]]:
    yield "nationwide", service.nationwide
    yield "service_area", [f"{low}..{high}" for low, high in service.service_area]
    for place in service.locations:
        yield "location", _place(place)
    yield "remote", service.remote
    yield "schedule", _text(service.schedule)
    week: dict[str, Value] = {}
    for day, name in enumerate(DAYS):
        if stretches := [f"{each.opens}-{each.closes}" for each in service.opening if each.day == day]:
            week[name] = list(stretches)
    yield "opening", week
    yield "setting", "group" if service.group_setting else "alone"


def _place(place: Location) -> Value:
    told: dict[str, Value] = {"address": place.address, "pc4": place.pc4, "city": place.city}
    if place.wheelchair is not None:
        told["wheelchair"] = place.wheelchair
    if place.accessibility:
        told["accessibility"] = _text(place.accessibility)
    return told


def _text(text: Text) -> Value:
    return {"nl": text.nl, "en": text.en} if text else {}


def _written(value: Value) -> str:
    """Return a value on one line; JSON is YAML, but keys need no quotation marks."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_written(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
