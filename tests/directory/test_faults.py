"""What cannot be kept of a service is said, with the field that it stands in."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from intake_app.core.ids import ServiceId
from intake_app.core.text import LANGUAGES, Text
from intake_app.directory.documents.view import service_of
from intake_app.directory.faults import LONGEST_TEXT, faults_of
from intake_app.directory.model import (
    LARGEST_PICTURE,
    Contact,
    CostOption,
    Location,
    OpeningHours,
    Organization,
    Phone,
    Service,
)
from intake_app.directory.records import unpacked
from tests.directory.any_service import example_records
from tests.shipped import TODAY, content

PNG = b"\x89PNG\r\n\x1a\n"
WHOLE = Service(
    id=ServiceId("s"),
    organization=Organization(id="o", name="Welzijn", url="https://welzijn.example"),
    name="Maatje",
    kinds=(),
    phones=(Phone(number="+31 (0)70-416 17 81"),),
    url="HTTP://welzijn.example/maatje?a=1",
    email="info@welzijn.example",
    contact=Contact(picture=PNG),
    costs=(CostOption(amount=0.0, valid_from=TODAY, valid_to=datetime.date(2030, 1, 1)),),
    wait_days=0,
    wait_on=TODAY,
    minimum_age=18,
    maximum_age=18,
    languages=("nl", "zgh", "pt-BR"),
    service_area=((1000, 9999), (2512, 2512)),
    locations=(Location(pc4=""), Location(pc4="2512")),
    opening=(
        OpeningHours(day=0, opens="00:00", closes="12:00"),
        OpeningHours(day=0, opens="12:00", closes="24:00"),
        OpeningHours(day=1, opens="09:00", closes="17:00"),
    ),
    assured_date=TODAY,
)


def hours(day, *ranges):
    return tuple(OpeningHours(day=day, opens=opens, closes=closes) for opens, closes in ranges)


def test_a_whole_service_has_no_faults():
    assert faults_of(WHOLE, TODAY) == ()


def test_the_shipped_services_and_the_official_example_have_no_faults():
    records = example_records()
    example = service_of(unpacked(next(iter(records.values()))), records)
    assert [fault for each in (*content().directory.services, example) for fault in faults_of(each, TODAY)] == []


@pytest.mark.parametrize(
    "field, value, code",
    [
        ("name", " ", "service_name"),
        ("organization", Organization(id="o", name=""), "service_organization"),
        ("organization", Organization(id="o", name="Welzijn", url="welzijn.example"), "service_web"),
        ("minimum_age", -1, "service_number"),
        ("minimum_age", 19, "service_ages"),
        ("maximum_age", 121, "service_number"),
        ("wait_days", -1, "service_number"),
        ("wait_days", 3651, "service_number"),
        ("free_places", -1, "service_number"),
        ("costs", (CostOption(amount=-1.0),), "service_cost"),
        ("costs", (CostOption(amount=float("nan")),), "service_cost"),
        ("costs", (CostOption(valid_from=TODAY, valid_to=datetime.date(2020, 1, 1)),), "service_cost"),
        ("opening", hours(7, ("09:00", "12:00")), "service_opening"),
        ("opening", hours(0, ("9 uur", "12:00")), "service_opening"),
        ("opening", hours(0, ("09:00", "25:00")), "service_opening"),
        ("opening", hours(0, ("22:00", "02:00")), "service_opening_reversed"),
        ("opening", hours(0, ("09:00", "09:00")), "service_opening_reversed"),
        ("opening", hours(0, ("13:00", "17:00"), ("09:00", "13:30")), "service_opening_overlap"),
        ("phones", (Phone(number="0800-HELP"),), "service_phone"),
        ("phones", (Phone(number="-"),), "service_phone"),
        ("url", "www.welzijn.example", "service_web"),
        ("url", "javascript:alert(1)", "service_web"),
        ("url", "https://a b", "service_web"),
        ("source_url", "ftp://welzijn.example", "service_web"),
        ("email", "info.welzijn.example", "service_email"),
        ("locations", (Location(pc4="2512AB"),), "service_postcode"),
        ("locations", (Location(pc4="0512"),), "service_postcode"),
        ("service_area", ((2599, 2500),), "service_area_reversed"),
        ("service_area", ((250, 2599),), "service_area_wrong"),
        ("contact", Contact(picture=PNG + bytes(LARGEST_PICTURE)), "service_picture_large"),
        ("contact", Contact(picture=b"<svg/>"), "service_picture_form"),
        ("languages", ("Nederlands",), "service_language"),
        ("description", Text(nl="", en="a" * (LONGEST_TEXT + 1)), "service_long"),
        ("contact", Contact(what_happens=Text(nl="a" * (LONGEST_TEXT + 1), en="")), "service_long"),
        ("required_documents", ("a" * (LONGEST_TEXT + 1),), "service_long"),
        *((each, TODAY + datetime.timedelta(1), "service_future") for each in ("assured_date", "wait_on")),
        *((each, TODAY + datetime.timedelta(1), "service_future") for each in ("free_places_on", "phone_assured")),
    ],
)
def test_each_fault_is_said_with_its_field_and_in_both_languages(field, value, code):
    found = faults_of(replace(WHOLE, **{field: value}), TODAY)
    where = "maximum_age" if code == "service_ages" else field
    assert [(each.code, each.where) for each in found] == [(code, where)]
    said = [content().wording.of_problem(found[0], language) for language in LANGUAGES]
    assert not any(code in each or "{" in each for each in said)


def test_all_faults_are_said_at_once():
    assert len(faults_of(replace(WHOLE, name="", email="x", url="y"), TODAY)) == 3
