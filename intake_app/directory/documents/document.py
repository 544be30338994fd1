"""From a `Service` to the documents of HSDS that the store keeps: the service, its organization and its locations.

Where there is a document already, only what the service differs in is changed; whatever else stands in it stays. So
`records_of(service_of(document), onto)` is what was there, and `service_of` gives back every service that has no
faults (`directory.faults`) as `settled` gives it.
"""

from __future__ import annotations

import base64
import datetime
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from intake_app.core.text import Text
from intake_app.directory.documents.drafts import put_list, set_value
from intake_app.directory.documents.fields import items_of, text_of
from intake_app.directory.documents.own_taxonomy import KIND, own_id, put_values
from intake_app.directory.documents.places import location_records, organization_records
from intake_app.directory.documents.timetable import rewritten
from intake_app.directory.documents.view import NATIONWIDE, area_of, service_of
from intake_app.directory.model import Contact
from intake_app.directory.records import RecordKind, packed, unpacked

if TYPE_CHECKING:
    from intake_app.directory.documents.fields import Item
    from intake_app.directory.model import Service
    from intake_app.directory.records import Key, Packed, Records

_NOTHING: Records = MappingProxyType({})
_PLAIN = ("alternate_name", "url", "email", "minimum_age", "maximum_age")
_BOTH = {
    "description": "description",
    "alert": "alert",
    "fees": "fees_description",
    "eligibility": "eligibility_description",
    "referral_by": "application_process",
    "schedule": "",
    "not_for": "",
}
"""Texts, and the field of HSDS for the Dutch; empty where it stands elsewhere. The English is an attribute."""
_OWN = (
    *("free", "wait_days", "wait_on", "free_places", "free_places_on", "genders", "remote", "group_setting"),
    *("easy_reading", "self_referral", "source", "source_url", "assured_by", "assured_how", "phone_assured"),
    *("status", "never_offer", "example", "not_for"),
)
"""Facts that are attributes under their own names."""


def records_of(service: Service, onto: Records = _NOTHING) -> dict[Key, Packed]:
    """Return the records of a service without faults, as changes of those that `onto` holds.

    `onto` must hold the service with its organization and locations, where they are stored; it may hold more. A place
    that the service has left is not in the result.
    """
    service = settled(service)
    key = (RecordKind.SERVICE, str(service.id))
    draft: Item = dict(unpacked(onto[key])) if key in onto else {"id": service.id, "status": service.availability.value}
    before = service_of(draft, onto)
    _put_service(draft, before, service)
    found = {key: onto[key] if key in onto and service == before else packed(draft)}
    known = {before.organization.id, *(each.id for each in before.locations)}
    return (
        found
        | organization_records(service.organization, onto, known)
        | location_records(service.locations, onto, known)
    )


def settled(service: Service) -> Service:
    """Return the service as the store will give it back: with ids for what is new, and its week in order.

    New organizations of the same name get the same id.
    """
    organization = service.organization
    if organization.name and not organization.id:
        organization = replace(organization, id=own_id("organization", organization.name.casefold()))
    seen: Counter[str] = Counter()
    locations = []
    for each in service.locations:
        id_ = each.id
        if not id_:
            place = (each.address, each.pc4, each.city)
            id_ = own_id(service.id, "location", *place, str(seen["/".join(place)]))
            seen["/".join(place)] += 1
        locations.append(replace(each, id=id_))
    return replace(
        service, organization=organization, locations=tuple(locations), opening=tuple(sorted(service.opening))
    )


def _put_service(draft: Item, before: Service, service: Service) -> None:
    def differs(field: str) -> bool:
        return bool(getattr(before, field) != getattr(service, field))

    draft["name"] = service.name
    for field in filter(differs, _PLAIN):
        set_value(draft, field, getattr(service, field))
    values: dict[str, tuple[str, ...]] = {}
    for field in filter(differs, _BOTH):
        text: Text = getattr(service, field)
        if name := _BOTH[field]:
            set_value(draft, name, text.nl)
        values[f"{field}.en"] = (text.en,)
    values |= {field: _words(getattr(service, field)) for field in _OWN if differs(field)}
    if differs("kinds"):
        values[KIND] = service.kinds
    for field in filter(differs, _PARTS):
        _PARTS[field](draft, service)
    put_values(draft, values)


def _words(value: object) -> tuple[str, ...]:
    """Return a fact as the values of its attribute; what is false or not known has none."""
    if value is None or value is False:
        return ()
    if isinstance(value, tuple):
        return value
    if isinstance(value, Text):
        return (value.nl,)
    return ("true",) if value is True else (str(value),)


def _put_organization(draft: Item, service: Service) -> None:
    set_value(draft, "organization_id", service.organization.id)


def _put_status(draft: Item, service: Service) -> None:
    draft["status"] = service.availability.value


def _put_assured_date(draft: Item, service: Service) -> None:
    set_value(
        draft, "assured_date", None if service.assured_date == datetime.date.min else service.assured_date.isoformat()
    )


def _put_schedules(draft: Item, service: Service) -> None:
    schedules = items_of(draft, "schedules")
    draft["schedules"] = rewritten(schedules, service.opening, service.schedule.nl, service.id)


def _put_phones(draft: Item, service: Service) -> None:
    phones = [each for each in service.phones if each.number]
    wanted = [{"number": each.number, "description": each.description.nl} for each in phones]
    written = put_list(draft, "phones", lambda item: text_of(item.get("number")) or None, wanted)
    for item, phone in zip(written, phones, strict=True):
        put_values(item, {"phone.en": (phone.description.en,)})


def _put_contact(draft: Item, service: Service) -> None:
    contact, items = service.contact, items_of(draft, "contacts")
    item = items[0] if items else {"id": own_id(service.id, "contacts")}
    if contact == Contact():
        # The address and the title of who is gone go along; an empty place keeps the next one from taking over.
        draft["contacts"] = [{"id": item.get("id")}, *items[1:]] if items[1:] else []
        return
    set_value(item, "name", contact.name)
    picture = base64.b64encode(contact.picture).decode("ascii")
    texts = {"reachable": contact.reachable, "what_happens": contact.what_happens}
    values = {"picture": picture} | {code: text.nl for code, text in texts.items()}
    values |= {f"{code}.en": text.en for code, text in texts.items()}
    put_values(item, {code: (value,) for code, value in values.items()})
    draft["contacts"] = [item, *items[1:]]


def _put_costs(draft: Item, service: Service) -> None:
    wanted = [
        {
            "option": each.option,
            "amount": each.amount,
            "amount_description": each.description,
            "valid_from": each.valid_from and each.valid_from.isoformat(),
            "valid_to": each.valid_to and each.valid_to.isoformat(),
        }
        for each in service.costs
    ]
    written = put_list(draft, "cost_options", lambda item: text_of(item.get("option")), wanted)
    for item, cost in zip(written, service.costs, strict=True):
        # Also when it is empty: a document that names none means euros.
        item["currency"] = cost.currency


def _put_required_documents(draft: Item, service: Service) -> None:
    wanted = [{"document": each} for each in service.required_documents]
    put_list(draft, "required_documents", lambda item: text_of(item.get("document")) or None, wanted)


def _put_languages(draft: Item, service: Service) -> None:
    wanted = [{"code": each} for each in service.languages]
    put_list(draft, "languages", lambda item: text_of(item.get("code")) or None, wanted)


def _put_areas(draft: Item, service: Service) -> None:
    extents = [NATIONWIDE] * service.nationwide + [f"{low}..{high}" for low, high in service.service_area]
    wanted = [{"extent_type": "text", "extent": each} for each in extents]
    put_list(draft, "service_areas", lambda item: area_of(item) or None, wanted)


def _put_places(draft: Item, service: Service) -> None:
    wanted = [{"location_id": each.id} for each in service.locations]
    put_list(draft, "service_at_locations", lambda item: text_of(item.get("location_id")) or None, wanted)


_PARTS: dict[str, Callable[[Item, Service], None]] = {
    "organization": _put_organization,
    "availability": _put_status,
    "assured_date": _put_assured_date,
    "opening": _put_schedules,
    "schedule": _put_schedules,
    "phones": _put_phones,
    "contact": _put_contact,
    "costs": _put_costs,
    "required_documents": _put_required_documents,
    "languages": _put_languages,
    "nationwide": _put_areas,
    "service_area": _put_areas,
    "locations": _put_places,
}
