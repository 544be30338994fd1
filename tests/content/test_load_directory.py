"""A file of services gives what stands in it; what is left out is plain, and what is wrong is told with its line."""

from __future__ import annotations

import datetime

import pytest

from intake_app.content.load_directory import load_directory
from intake_app.core.ids import KindId
from intake_app.core.text import Text
from intake_app.directory.model import Availability, Contact, CostOption, How, Location, OpeningHours, Service

LEAST = """\
format: intake-directory/1
example: true
organizations:
  - {id: o, name: "Welzijn Waterrijk"}
services:
  - id: s
    organization_id: o
    name: "Koffie"
    kinds: [buurthuis]
    description: {nl: "Koffie drinken.", en: "Having coffee."}
    free: true
    nationwide: false
    remote: false
    setting: alone
    easy_reading: false
    self_referral: true
    source: "voorbeeld"
    assured_date: ""
    status: te_bevestigen
"""


def read(more=""):
    problems = []
    text = LEAST + "".join(f"    {line}\n" for line in more.splitlines())
    found = load_directory({"directory/x.yaml": text}, (KindId("buurthuis"),), problems)
    return found.services, [(each.code, each.where) for each in problems]


def test_what_may_be_left_out_is_as_plain_as_the_model_has_it():
    (found,), problems = read()
    assert problems == []
    assert found == Service(
        id=found.id,
        organization=found.organization,
        name="Koffie",
        kinds=(KindId("buurthuis"),),
        description=Text(nl="Koffie drinken.", en="Having coffee."),
        free=True,
        self_referral=True,
        source="voorbeeld",
        example=True,
    )


A_DAY = datetime.date(2026, 11, 2)


@pytest.mark.parametrize(
    "line, field, value",
    [
        ('alternate_name: "De Kan"', "alternate_name", "De Kan"),
        ("availability: temporarily closed", "availability", Availability.TEMPORARILY_CLOSED),
        ('alert: {nl: "Dicht", en: "Closed"}', "alert", Text(nl="Dicht", en="Closed")),
        (
            'costs: [{option: "per keer", amount: "2.50", description: "thee erbij", valid_from: "2026-11-02"}]',
            "costs",
            (CostOption(option="per keer", amount=2.5, description="thee erbij", valid_from=A_DAY),),
        ),
        ('wait_days: "0"', "wait_days", 0),
        ('free_places: "3"', "free_places", 3),
        ('free_places_on: "2026-11-02"', "free_places_on", A_DAY),
        ('eligibility: {nl: "Buren", en: "Neighbours"}', "eligibility", Text(nl="Buren", en="Neighbours")),
        ('required_documents: ["uw pas", "uw brief"]', "required_documents", ("uw pas", "uw brief")),
        ('referral_by: {nl: "De huisarts", en: "The GP"}', "referral_by", Text(nl="De huisarts", en="The GP")),
        ('assured_by: "de balie"', "assured_by", "de balie"),
        ("assured_how: visit", "assured_how", How.VISIT),
        ('phone_assured: "2026-11-02"', "phone_assured", A_DAY),
        ('never_offer: "Neemt nooit op."', "never_offer", "Neemt nooit op."),
        ('contact: {name: "Fleur"}', "contact", Contact(name="Fleur")),
        (
            'location: {pc4: "8951", wheelchair: "false", accessibility: {nl: "Een trede", en: "One step"}}',
            "locations",
            (Location(pc4="8951", wheelchair=False, accessibility=Text(nl="Een trede", en="One step")),),
        ),
        (
            'opening: {zo: ["13:00-24:00"], ma: ["9:00-12:30", "13:30-17:00"]}',
            "opening",
            (
                OpeningHours(day=0, opens="09:00", closes="12:30"),
                OpeningHours(day=0, opens="13:30", closes="17:00"),
                OpeningHours(day=6, opens="13:00", closes="24:00"),
            ),
        ),
    ],
)
def test_a_field_is_read_as_what_it_means(line, field, value):
    (found,), problems = read(line)
    assert (getattr(found, field), problems) == (value, [])


@pytest.mark.parametrize(
    "line, code",
    [
        ('opening: {ma: ["9-12"]}', "not_hours"),
        ('opening: {ma: ["12:00-9:00"]}', "not_hours"),
        ('opening: {ma: ["9:00-25:00"]}', "not_hours"),
        ('opening: {ma: "9:00-12:00"}', "not_a_list"),
        ('opening: {monday: ["9:00-12:00"]}', "key_unknown"),
        ("availability: dicht", "word_unknown"),
        ("assured_how: brief", "word_unknown"),
        ('wait_days: "2 weken"', "not_a_number"),
        ('wait_days: "2.5"', "number_out_of_range"),
        ('minimum_age: "200"', "number_out_of_range"),
        ('free_places: "inf"', "number_out_of_range"),
        ('free_places: "nan"', "number_out_of_range"),
        (f'free_places: "{"9" * 400}"', "number_out_of_range"),
        ('free_places_on: "2 november"', "not_a_date"),
        ('alert: {nl: "Dicht", en: ""}', "language_missing"),
        ('costs: [{option: "per keer", price: "2"}]', "key_unknown"),
        ("openings: {}", "key_unknown"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(line, code):
    assert read(line)[1] == [(code, f"directory/x.yaml:{LEAST.count(chr(10)) + 1}")]
