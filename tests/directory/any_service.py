"""Any service without faults, for properties; and the official example of HSDS as records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from intake_app.core.ids import KindId, ServiceId
from intake_app.core.text import Text
from intake_app.directory.model import (
    Availability,
    Contact,
    CostOption,
    How,
    Location,
    OpeningHours,
    Organization,
    Phone,
    Service,
)
from intake_app.directory.records import Key, Packed, RecordKind, packed

EXAMPLES = Path(__file__).parents[1] / "data" / "hsds-3.0" / "examples"

_MEETING = st.sampled_from(("a", "b", "a; b", "true", "NL", "8951..8956"))
"""Texts that two fields, or two services, often have in common."""
texts = _MEETING | st.text(max_size=12)
words = _MEETING | st.text(min_size=1, max_size=8)
both = st.builds(Text, nl=texts, en=texts)
days = st.dates()
pc4 = st.integers(1000, 9999)
places = st.builds(
    Location,
    address=texts,
    pc4=st.one_of(st.just(""), pc4.map(str)),
    city=texts,
    wheelchair=st.sampled_from((None, True, False)),
    accessibility=both,
    id=words,
)
hours = st.builds(
    OpeningHours,
    day=st.integers(0, 6),
    opens=st.sampled_from(("00:00", "09:00", "13:30")),
    closes=st.sampled_from(("12:00", "17:00", "24:00")),
)
costs = st.builds(
    CostOption,
    option=texts,
    amount=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    currency=texts,
    description=texts,
    valid_from=st.none() | days,
    valid_to=st.none() | days,
)


def tuples(each: st.SearchStrategy[Any], **more: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(each, max_size=3, **more).map(tuple)


def numbers() -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(0, 120)


services = st.builds(
    Service,
    id=words.map(ServiceId),
    organization=st.builds(Organization, id=words, name=words, url=texts),
    name=words,
    kinds=tuples(words.map(KindId), unique=True),
    description=both,
    alternate_name=texts,
    availability=st.sampled_from(Availability),
    alert=both,
    phones=tuples(st.builds(Phone, number=words, description=both)),
    url=texts,
    email=texts,
    contact=st.builds(Contact, name=texts, reachable=both, what_happens=both, picture=st.binary(max_size=9)),
    fees=both,
    free=st.booleans(),
    costs=tuples(costs),
    wait_days=numbers(),
    wait_on=st.none() | days,
    free_places=numbers(),
    free_places_on=st.none() | days,
    minimum_age=numbers(),
    maximum_age=numbers(),
    genders=tuples(words, unique=True),
    eligibility=both,
    required_documents=tuples(words),
    languages=tuples(words),
    nationwide=st.booleans(),
    service_area=tuples(st.tuples(pc4, pc4)),
    locations=tuples(places, unique_by=lambda each: each.id),
    remote=st.booleans(),
    schedule=both,
    opening=tuples(hours),
    group_setting=st.booleans(),
    easy_reading=st.booleans(),
    self_referral=st.booleans(),
    referral_by=both,
    not_for=both,
    source_url=texts,
    source=texts,
    assured_date=days,
    assured_by=texts,
    assured_how=st.sampled_from(How),
    phone_assured=st.none() | days,
    status=words,
    never_offer=texts,
    example=st.booleans(),
)


def example_records() -> dict[Key, Packed]:
    """Return the official full example of a service, its organization and its location as records of the store."""
    service = json.loads((EXAMPLES / "service_full.json").read_text(encoding="utf-8"))
    organization, place = service.pop("organization"), service["service_at_locations"][0]
    location = place.pop("location")
    service["organization_id"], place["location_id"] = organization["id"], location["id"]
    kinds = (RecordKind.SERVICE, service), (RecordKind.ORGANIZATION, organization), (RecordKind.LOCATION, location)
    return {(kind, document["id"]): packed(document) for kind, document in kinds}
