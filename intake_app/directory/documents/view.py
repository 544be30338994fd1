"""From a document of HSDS to the `Service` that the program works with.

Nothing in a document of someone else is an error here: what has the wrong form, or is not there, gives the plainest
value. Where a service itself says nothing about telephone, contact or hours, its place (and for the telephone its
organization) is asked; an empty list in the service says that there are none.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from intake_app.core.ids import KindId, ServiceId
from intake_app.core.text import NO_TEXT, Text
from intake_app.directory.documents.fields import amount_of, date_of, items_of, text_of, whole_of
from intake_app.directory.documents.own_taxonomy import KIND, values_in
from intake_app.directory.documents.timetable import opening_in, words_in
from intake_app.directory.model import Availability, Contact, CostOption, How, Location, Organization, Phone, Service
from intake_app.directory.records import RecordKind, unpacked

if TYPE_CHECKING:
    from intake_app.directory.documents.fields import Item
    from intake_app.directory.records import Document, Key, Packed, Records

Lookup = Callable[["Key"], "Packed | None"]
"""Finds a record by its key; None where there is none."""
NATIONWIDE = "NL"
"""The extent of a service area that is the whole country."""
_RANGE = re.compile(r"(\d+)(?:\.\.(\d+))?")
_POSTCODE = re.compile(r"\s*(\d{4})(?:\s*[A-Za-z]{2})?\s*")


def service_of(document: Document, others: Records | Lookup) -> Service:
    """Return the view of a service; its organization and locations are looked up in `others`."""
    return _View(others.get if isinstance(others, Mapping) else others).service(document)


def services_of(records: Records) -> tuple[Service, ...]:
    """Return all services of `records`. An organization that many share is read once."""
    view = _View(records.get)
    return tuple(view.service(unpacked(data)) for (kind, _), data in records.items() if kind is RecordKind.SERVICE)


def organization_of(document: Document) -> Organization:
    """Return the view of an organization."""
    return Organization(
        id=text_of(document.get("id")), name=text_of(document.get("name")), url=text_of(document.get("website"))
    )


def location_of(document: Document) -> Location:
    """Return the view of a location: its address that one can go to, and how to get in."""
    own = _Own(document)
    address = main_address(document) or {}
    entrance = next(iter(items_of(document, "accessibility")), {})
    return Location(
        id=text_of(document.get("id")),
        address=text_of(address.get("address_1")),
        pc4=_pc4(address),
        city=text_of(address.get("city")),
        wheelchair={"true": True, "false": False}.get(own.text("wheelchair")),
        accessibility=Text(nl=text_of(entrance.get("description")), en=own.text("accessibility.en")),
    )


def main_address(location: Document) -> Item | None:
    """Return the address that the view shows: the first that one can go to, else the first."""
    addresses = items_of(location, "addresses")
    visited = (each for each in addresses if each.get("address_type") == "physical")
    return next(visited, addresses[0] if addresses else None)


def phone_of(item: Item) -> Phone:
    """Return the view of a telephone number."""
    english = values_in(item).get("phone.en", [""])[0] if "attributes" in item else ""
    return Phone(number=text_of(item.get("number")), description=Text(nl=text_of(item.get("description")), en=english))


def contact_of(item: Item) -> Contact:
    """Return the view of a contact."""
    own = _Own(item)
    return Contact(
        name=text_of(item.get("name")),
        reachable=Text(nl=own.text("reachable"), en=own.text("reachable.en")),
        what_happens=Text(nl=own.text("what_happens"), en=own.text("what_happens.en")),
        picture=_bytes(own.text("picture")),
    )


def cost_of(item: Item) -> CostOption:
    """Return the view of a cost option."""
    return CostOption(
        option=text_of(item.get("option")),
        amount=amount_of(item.get("amount")),
        currency=text_of(item.get("currency", "EUR")),
        description=text_of(item.get("amount_description")),
        valid_from=date_of(item.get("valid_from")),
        valid_to=date_of(item.get("valid_to")),
    )


def area_of(item: Item) -> tuple[int, int] | str:
    """Return a service area as a range of PC4 codes, or as `NATIONWIDE`; empty where it is drawn in another way."""
    if text_of(item.get("extent_type")) not in {"text", ""}:
        return ""
    extent = text_of(item.get("extent"))
    if found := _RANGE.fullmatch(extent):
        return int(found[1]), int(found[2] or found[1])
    return extent if extent == NATIONWIDE else ""


class _Own:
    """Our own values of a document, or of a part of one."""

    def __init__(self, document: Document) -> None:
        self._values = values_in(document)

    def many(self, code: str) -> list[str]:
        return self._values.get(code, [])

    def text(self, code: str) -> str:
        return self._values.get(code, ("",))[0]

    def flag(self, code: str) -> bool:
        return self.text(code) == "true"

    def both(self, code: str, dutch: object) -> Text:
        """Return a text whose Dutch stands in a field of HSDS."""
        said = text_of(dutch), self.text(f"{code}.en")
        return Text(nl=said[0], en=said[1]) if any(said) else NO_TEXT


class _View:
    """Services out of documents, with what they refer to."""

    def __init__(self, look: Lookup) -> None:
        self._look = look
        self._organizations: dict[str, Organization] = {}

    def service(self, document: Document) -> Service:
        own, areas = _Own(document), [area_of(each) for each in items_of(document, "service_areas")]
        schedules = self._near(document, "schedules")
        contacts = self._near(document, "contacts")
        return Service(
            id=ServiceId(text_of(document.get("id"))),
            organization=self._organization(text_of(document.get("organization_id"))),
            name=text_of(document.get("name")),
            kinds=tuple(map(KindId, own.many(KIND))),
            description=own.both("description", document.get("description")),
            alternate_name=text_of(document.get("alternate_name")),
            availability=_AVAILABILITY.get(text_of(document.get("status")), Availability.ACTIVE),
            alert=own.both("alert", document.get("alert")),
            phones=tuple(phone_of(each) for each in self._phones(document) if text_of(each.get("number"))),
            url=text_of(document.get("url")),
            email=text_of(document.get("email")),
            contact=contact_of(contacts[0]) if contacts else Contact(),
            fees=own.both("fees", document.get("fees_description")),
            free=own.flag("free"),
            costs=tuple(map(cost_of, items_of(document, "cost_options"))),
            wait_days=whole_of(own.text("wait_days")),
            wait_on=date_of(own.text("wait_on")),
            free_places=whole_of(own.text("free_places")),
            free_places_on=date_of(own.text("free_places_on")),
            minimum_age=whole_of(document.get("minimum_age")),
            maximum_age=whole_of(document.get("maximum_age")),
            genders=tuple(own.many("genders")),
            eligibility=own.both("eligibility", document.get("eligibility_description")),
            required_documents=_texts(document, "required_documents", "document"),
            languages=_texts(document, "languages", "code"),
            nationwide=NATIONWIDE in areas,
            service_area=tuple(each for each in areas if isinstance(each, tuple)),
            locations=tuple(map(self._location, _texts(document, "service_at_locations", "location_id"))),
            remote=own.flag("remote"),
            schedule=own.both("schedule", words_in(schedules)),
            opening=opening_in(schedules),
            group_setting=own.flag("group_setting"),
            easy_reading=own.flag("easy_reading"),
            self_referral=own.flag("self_referral"),
            referral_by=own.both("referral_by", document.get("application_process")),
            not_for=own.both("not_for", own.text("not_for")),
            source_url=own.text("source_url"),
            source=own.text("source"),
            assured_date=date_of(document.get("assured_date")) or datetime.date.min,
            assured_by=own.text("assured_by"),
            assured_how=_HOW.get(own.text("assured_how"), How.UNKNOWN),
            phone_assured=date_of(own.text("phone_assured")),
            status=own.text("status") or "te_bevestigen",
            never_offer=own.text("never_offer"),
            example=own.flag("example"),
        )

    def _organization(self, id_: str) -> Organization:
        if id_ not in self._organizations:
            self._organizations[id_] = organization_of(self._document(RecordKind.ORGANIZATION, id_))
        return self._organizations[id_]

    def _location(self, id_: str) -> Location:
        return location_of(self._document(RecordKind.LOCATION, id_))

    def _document(self, kind: RecordKind, id_: str) -> Document:
        data = self._look((kind, id_))
        return {"id": id_} if data is None else unpacked(data)

    def _near(self, document: Document, name: str) -> list[Item]:
        if name in document:
            return items_of(document, name)
        return next(filter(None, (items_of(each, name) for each in items_of(document, "service_at_locations"))), [])

    def _phones(self, document: Document) -> list[Item]:
        if "phones" in document or (found := self._near(document, "phones")):
            return self._near(document, "phones")
        for id_ in _texts(document, "service_at_locations", "location_id"):
            if found := items_of(self._document(RecordKind.LOCATION, id_), "phones"):
                return found
        return items_of(self._document(RecordKind.ORGANIZATION, text_of(document.get("organization_id"))), "phones")


_AVAILABILITY = {each.value: each for each in Availability}
_HOW = {each.value: each for each in How}


def _texts(document: Document, name: str, field: str) -> tuple[str, ...]:
    return tuple(filter(None, (text_of(each.get(field)) for each in items_of(document, name))))


def _pc4(address: Item) -> str:
    """Return the digits of a Dutch postcode; a code of another country may look like one."""
    found = _POSTCODE.fullmatch(text_of(address.get("postal_code")))
    return found[1] if found and text_of(address.get("country")).upper() in {"", "NL"} else ""


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
