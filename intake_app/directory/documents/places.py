"""Organizations and locations as documents of HSDS: what differs is written into what was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.directory.documents.drafts import set_value
from intake_app.directory.documents.fields import items_of
from intake_app.directory.documents.own_taxonomy import own_id, put_values
from intake_app.directory.documents.view import location_of, main_address, organization_of
from intake_app.directory.model import Location, Organization
from intake_app.directory.records import RecordKind, packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intake_app.directory.documents.fields import Item
    from intake_app.directory.records import Key, Packed, Records


def organization_records(organization: Organization, onto: Records, known: Iterable[str]) -> dict[Key, Packed]:
    """Return the record of an organization, if it has one; `known` are ids that were referred to before."""
    key = (RecordKind.ORGANIZATION, organization.id)
    draft: Item
    if key in onto:
        draft = dict(unpacked(onto[key]))
        if organization_of(draft) == organization:
            return {key: onto[key]}
    elif not organization.id or (
        organization.id in known and organization == Organization(id=organization.id, name="")
    ):
        # It was referred to and not there, and still is.
        return {}
    else:
        # HSDS asks for a description of every organization.
        draft = {"id": organization.id, "description": ""}
    draft["name"] = organization.name
    set_value(draft, "website", organization.url)
    return {key: packed(draft)}


def location_records(locations: Iterable[Location], onto: Records, known: Iterable[str]) -> dict[Key, Packed]:
    """Return the records of locations; `known` are ids that were referred to before."""
    found = {}
    for each in locations:
        key = (RecordKind.LOCATION, each.id)
        if key not in onto and each.id in known and each == Location(id=each.id):
            continue
        draft: Item = dict(unpacked(onto[key])) if key in onto else {"id": each.id, "location_type": "physical"}
        before = location_of(draft)
        _put_location(draft, before, each)
        found[key] = onto[key] if key in onto and before == each else packed(draft)
    return found


def _put_location(draft: Item, before: Location, location: Location) -> None:
    if (before.address, before.pc4, before.city) != (location.address, location.pc4, location.city):
        _put_address(draft, before, location)
    if before.wheelchair is not location.wheelchair:
        words = {True: ("true",), False: ("false",), None: ()}[location.wheelchair]
        put_values(draft, {"wheelchair": words})
    if before.accessibility != location.accessibility:
        put_values(draft, {"accessibility.en": (location.accessibility.en,)})
        entrances = items_of(draft, "accessibility") or [{"id": own_id(location.id, "accessibility")}]
        set_value(entrances[0], "description", location.accessibility.nl)
        draft["accessibility"] = entrances if len(entrances) > 1 or entrances[0].keys() - {"id"} else []


def _put_address(draft: Item, before: Location, location: Location) -> None:
    address = main_address(draft)
    if address is None:
        address = {"id": own_id(location.id, "address"), "address_type": "physical", "country": "NL"}
        address |= {"state_province": "", "postal_code": ""}
        draft["addresses"] = [address]
    address |= {"address_1": location.address, "city": location.city}
    if before.pc4 != location.pc4:
        address |= {"postal_code": location.pc4, "country": "NL"}
        # It has moved: the point on the map is of where it was.
        draft.pop("latitude", None)
        draft.pop("longitude", None)
