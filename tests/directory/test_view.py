"""A service and its documents: what goes in comes out, and what we do not know stays."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.core.ids import KindId, ServiceId
from intake_app.core.text import NO_TEXT, Text
from intake_app.directory.documents.document import records_of, settled
from intake_app.directory.documents.fields import text_of
from intake_app.directory.documents.own_taxonomy import NAMESPACE, own_id, taxonomy_records
from intake_app.directory.documents.view import service_of, services_of
from intake_app.directory.model import Availability, Contact, How, Location, OpeningHours, Organization, Phone, Service
from intake_app.directory.records import RecordKind, packed, unpacked
from tests.directory.any_service import example_records, services
from tests.shipped import content

EXAMPLE = example_records()
SERVICE, ORGANIZATION, LOCATION = EXAMPLE
SEEN = service_of(unpacked(EXAMPLE[SERVICE]), EXAMPLE)
DAY = datetime.date(2026, 11, 22)


def a_service(**fields):
    organization = Organization(id="org", name="Welzijn", url="https://welzijn.example")
    return Service(**{"id": ServiceId("s"), "organization": organization, "name": "Maatje", "kinds": ()} | fields)


def document(**fields):
    return {"id": "s", "name": "Maatje", "status": "active"} | fields


def stored(service, onto):
    """Return the document of the service, and the view, after it was written over what was there."""
    found = {**onto, **records_of(service, onto)}
    kept = unpacked(found[RecordKind.SERVICE, service.id])
    return kept, service_of(kept, found)


@given(services)
def test_a_service_comes_back_from_its_documents_as_it_was(service):
    assert stored(service, {})[1] == settled(service)


@given(services)
def test_a_service_written_over_a_foreign_document_comes_back_as_it_was(service):
    changed = replace(service, id=SEEN.id)
    assert stored(changed, EXAMPLE)[1] == settled(changed)


@given(services, services)
def test_a_service_written_over_another_comes_back_as_it_was(one, other):
    other = replace(other, id=one.id)
    assert stored(other, records_of(one))[1] == settled(other)


@given(services)
def test_writing_what_was_read_changes_no_byte(service):
    onto = records_of(service)
    assert records_of(settled(service), onto) == onto


def test_writing_the_official_example_back_changes_no_byte():
    assert records_of(SEEN, EXAMPLE) == EXAMPLE


def test_the_shipped_services_come_back_as_they_were():
    shipped = content().directory.services
    records = {key: data for service in shipped for key, data in records_of(service).items()}
    assert services_of(records) == tuple(map(settled, shipped))


def test_the_official_example_is_seen_with_plain_values_for_what_it_does_not_say():
    assert (SEEN.name, SEEN.organization.name) == ("Community Counselling", "Example Organization Inc.")
    assert (SEEN.minimum_age, SEEN.maximum_age, SEEN.languages) == (12, 100, ("ur",))
    assert SEEN.contact.name == "Ann Persona"
    assert SEEN.location == replace(SEEN.location, address="1-30 Main Street", city="MyCity", pc4="", wheelchair=None)
    assert (SEEN.kinds, SEEN.self_referral, SEEN.status, SEEN.opening) == ((), False, "te_bevestigen", ())
    assert SEEN.assured_date == datetime.date(2005, 1, 1)


def test_one_changed_field_changes_nothing_else_of_a_foreign_document():
    kept, _ = stored(replace(SEEN, alert=NO_TEXT), EXAMPLE)
    before = unpacked(EXAMPLE[SERVICE])
    assert kept == {name: value for name, value in before.items() if name != "alert"}


def test_a_telephone_keeps_its_extension_and_a_season_its_schedule():
    phone, opening = (
        replace(SEEN.phones[0], description=Text(nl="balie", en="")),
        OpeningHours(day=0, opens="09:00", closes="12:00"),
    )
    kept, _ = stored(replace(SEEN, phones=(phone,), opening=(opening,)), EXAMPLE)
    assert (kept["phones"][0]["extension"], kept["phones"][0]["description"]) == (100, "balie")
    assert kept["schedules"][0] == unpacked(EXAMPLE[SERVICE])["schedules"][0]
    assert kept["schedules"][1]["byday"] == "MO"


def test_attributes_and_fields_of_others_stay_beside_ours():
    onto = {(RecordKind.SERVICE, "s"): packed(document(colour="red", attributes=[{"id": "a", "value": "v"}]))}
    kept, _ = stored(a_service(kinds=(KindId("maatje"),), free=True), onto)
    assert kept["colour"] == "red"
    assert [each["value"] for each in kept["attributes"]] == ["v", "true", "maatje"]


def test_who_is_taken_away_leaves_nothing_behind():
    kept, view = stored(replace(SEEN, contact=Contact()), EXAMPLE)
    assert (kept["contacts"], view.contact) == ([], Contact())


def test_a_place_that_moved_loses_its_old_point_on_the_map():
    moved = replace(SEEN.locations[0], pc4="8951")
    records = records_of(replace(SEEN, locations=(moved,)), EXAMPLE)
    kept = unpacked(records[LOCATION])
    assert not {"latitude", "longitude"} & kept.keys()
    assert (kept["addresses"][0]["postal_code"], kept["transportation"]) == (
        "8951",
        unpacked(EXAMPLE[LOCATION])["transportation"],
    )


def test_new_places_and_organizations_get_ids_that_stay_the_same():
    place = Location(address="Kade 1", pc4="8951")
    service = a_service(organization=Organization(id="", name="Welzijn"), locations=(place, place))
    ids = [each.id for each in settled(service).locations]
    assert len(set(ids)) == 2
    assert "" not in ids
    assert settled(service) == settled(settled(service))
    assert records_of(service) == records_of(settled(service))


def test_what_is_missing_around_a_service_is_seen_as_empty_and_stays_missing():
    lone = {
        (RecordKind.SERVICE, "s"): packed(document(organization_id="o", service_at_locations=[{"location_id": "l"}]))
    }
    view = services_of(lone)[0]
    assert (view.organization, view.locations) == (Organization(id="o", name=""), (Location(id="l"),))
    assert records_of(view, lone) == lone


@pytest.mark.parametrize(
    "item, expected",
    [
        ({"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "9:00", "closes_at": "17:00:00+01:00"}, (0, 1)),
        ({"freq": "WEEKLY", "interval": 2, "byday": "MO", "opens_at": "09:00", "closes_at": "17:00"}, ()),
        ({"freq": "MONTHLY", "byday": "1MO", "opens_at": "09:00", "closes_at": "17:00"}, ()),
        ({"freq": "WEEKLY", "byday": "MO", "valid_to": "2026-12-24", "opens_at": "09:00", "closes_at": "17:00"}, ()),
        ({"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00"}, ()),
        ({"freq": ["WEEKLY"], "interval": {}, "byday": 7, "opens_at": "09:00", "closes_at": "17:00"}, ()),
        ({"description": "op afspraak"}, ()),
    ],
)
def test_only_what_comes_back_every_week_is_the_week(item, expected):
    view = service_of(document(schedules=[item]), {})
    assert view.opening == tuple(OpeningHours(day=day, opens="09:00", closes="17:00") for day in expected)


def test_a_week_with_a_lunch_break_is_two_schedules():
    opening = tuple(
        OpeningHours(day=day, opens=opens, closes=closes)
        for day in range(5)
        for opens, closes in (("09:00", "12:00"), ("13:00", "17:00"))
    )
    kept, _ = stored(a_service(opening=opening), {})
    assert [each["byday"] for each in kept["schedules"]] == ["MO,TU,WE,TH,FR"] * 2


@pytest.mark.parametrize(
    "code, country, expected",
    [("2512 AB", "NL", "2512"), ("2512ab", "", "2512"), ("1000", "BE", ""), ("90210", "US", "")],
)
def test_a_dutch_postcode_gives_its_four_digits(code, country, expected):
    place = {"id": "l", "addresses": [{"postal_code": code, "country": country}]}
    records = {(RecordKind.LOCATION, "l"): packed(place)}
    assert service_of(document(service_at_locations=[{"location_id": "l"}]), records.get).locations[0].pc4 == expected


@pytest.mark.parametrize("holder", ["place", "location", "organization"])
def test_a_service_without_a_telephone_has_that_of_its_place_or_organization_unless_it_says_none(holder):
    phones = {"phones": [{"id": "p", "number": "0800-1"}]}
    records = {
        (RecordKind.LOCATION, "l"): packed({"id": "l"} | (phones if holder == "location" else {})),
        (RecordKind.ORGANIZATION, "o"): packed({"id": "o"} | (phones if holder == "organization" else {})),
    }
    place = {"location_id": "l"} | (phones if holder == "place" else {})
    whole = document(organization_id="o", service_at_locations=[place])
    assert service_of(whole, records).phones == (Phone(number="0800-1"),)
    assert service_of(whole | {"phones": []}, records).phones == ()


@pytest.mark.parametrize("wrong", [7, "x", [], {}, [None], ["x"], True, None, float(2), [{}], [{"number": {}}]])
def test_no_form_of_a_field_is_an_error(wrong):
    names = "status phones contacts schedules service_areas service_at_locations cost_options languages minimum_age"
    names += " attributes organization_id assured_date description required_documents"
    view = service_of(document(**dict.fromkeys(names.split(), wrong)), {})
    assert (view.name, view.availability) == ("Maatje", Availability.ACTIVE)


def test_our_taxonomy_names_every_kind_below_its_group_and_every_fact():
    kinds = content().options
    terms = {key[1]: unpacked(data) for key, data in taxonomy_records(kinds).items()}
    used = {
        each["taxonomy_term_id"]
        for service in content().directory.services
        for each in unpacked(records_of(service)[RecordKind.SERVICE, service.id]).get("attributes", [])
    }
    assert used <= terms.keys()
    by_code = {each.get("code"): each for each in terms.values()}
    assert terms[by_code["maatje"]["parent_id"]]["code"] == "group.social"
    assert all(each["name"] and each["description"] for each in terms.values())


@given(st.lists(st.text()))
def test_an_id_is_the_uuid_of_its_words(parts):
    assert own_id(*parts) == str(uuid.uuid5(NAMESPACE, "/".join(parts)))


def test_a_value_of_an_enumeration_is_read_as_its_text():
    assert (text_of(How.TELEPHONE), type(text_of(How.TELEPHONE))) == ("telephone", str)
