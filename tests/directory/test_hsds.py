"""The table of HSDS 3.0 is the official one, and single values are read kindly but never guessed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from intake_app.directory.hsds.fit import fitted
from intake_app.directory.hsds.gather import Gathering
from intake_app.directory.hsds.schema import BOTTOM_UP, ENTITIES
from intake_app.directory.records import RecordKind, unpacked

OFFICIAL = Path(__file__).parents[1] / "data" / "hsds-3.0"
RESOURCES = json.loads((OFFICIAL / "datapackage.json").read_text(encoding="utf-8"))["resources"]


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda each: each["name"])
def test_tables_and_columns_are_those_of_the_official_data_package(resource):
    entity = ENTITIES[resource["name"]]
    official = [(each["name"], each["type"], each.get("format")) for each in resource["schema"]["fields"]]
    text = {"uuid", "uri", "email"}
    own = [
        (each.name, "string", each.form.value) if each.form in text else (each.name, each.form.value, None)
        for each in entity.columns.values()
    ]
    assert (f"{entity.table}.csv", own) == (resource["path"], official)


@pytest.mark.parametrize("name", ENTITIES)
def test_fields_choices_and_what_lies_inside_are_those_of_the_official_schema(name):
    entity = ENTITIES[name]
    official = json.loads((OFFICIAL / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    fields = official["properties"]
    lists = {each: spec["items"]["$ref"] for each, spec in fields.items() if spec.get("type") == "array"}
    assert lists == {each: f"{child}.json" for each, child in entity.children.items() if each != "services"}
    assert {column.name for column in entity.required} == set(official["required"])
    assert all(column.choices == tuple(fields[each].get("enum", ())) for each, column in entity.columns.items())


def test_no_official_entity_is_left_out():
    assert set(ENTITIES) == set(BOTTOM_UP) == {each["name"] for each in RESOURCES}


@pytest.mark.parametrize(
    "entity, column, given, expected",
    [
        ("phone", "extension", "100", 100),
        ("phone", "extension", "007", None),
        ("phone", "extension", "tst. 12", None),
        ("location", "latitude", "52.09", 52.09),
        ("location", "latitude", "52,09", None),
        ("cost_option", "amount", float("inf"), None),
        ("cost_option", "amount", 2**60, None),
        ("location", "external_identifier", 10092008082, "10092008082"),
        ("service", "status", "Active", "active"),
        ("service", "status", "closed", None),
        ("service", "name", ["a"], None),
        ("service", "assured_date", "2026-02-29", None),
        ("service", "assured_date", "1-2-2026", None),
        ("service", "assured_date", "2026-02-01T10:00:00Z", "2026-02-01T10:00:00Z"),
        ("schedule", "opens_at", "09:00:00Z", "09:00:00Z"),
        ("schedule", "opens_at", "9 uur", None),
    ],
)
def test_a_value_is_read_where_it_is_clear_and_refused_where_it_is_not(entity, column, given, expected):
    assert fitted(ENTITIES[entity].columns[column], given) == expected


def test_a_value_that_does_not_fit_stays_beside_its_field_and_is_named():
    gathering = Gathering()
    gathering.take("service", {"id": "s", "name": "Wandelen", "status": "active", "minimum_age": "twaalf"}, "f: 1")
    document = unpacked(gathering.finish()[RecordKind.SERVICE, "s"])
    assert document == {"id": "s", "name": "Wandelen", "status": "active", "minimum_age_as_given": "twaalf"}
    assert [(each.code, each.where) for each in gathering.findings.problems("f")] == [("hsds_value_unfit", "f: 1")]


def test_an_obligatory_choice_that_is_missing_is_filled_in_and_named():
    gathering = Gathering()
    gathering.take("service", {"id": "s", "name": "Wandelen"}, "f: 1")
    assert unpacked(gathering.finish()[RecordKind.SERVICE, "s"])["status"] == "active"
    assert [each.code for each in gathering.findings.problems("f")] == ["hsds_filled_in"]


def test_what_one_copy_says_beyond_the_other_is_added_and_a_contradiction_is_named():
    gathering = Gathering()
    gathering.take("organization", {"id": "o", "name": "Kade", "phones": [{"id": "p", "number": "1"}]}, "f: 1")
    more = [{"id": "p", "number": "2", "type": "voice"}, {"id": "q", "number": "3"}]
    gathering.take("organization", {"id": "o", "name": "Kade", "description": "Hulp", "phones": more}, "f: 2")
    document = unpacked(gathering.finish()[RecordKind.ORGANIZATION, "o"])
    phones = [{"id": "p", "number": "1", "type": "voice"}, {"id": "q", "number": "3"}]
    assert (document["description"], document["phones"]) == ("Hulp", phones)
    assert [(each.code, each.values) for each in gathering.findings.problems("f")] == [
        ("hsds_contradiction", (("field", "number"),))
    ]


def test_a_part_without_an_id_gets_the_same_one_every_time():
    def gathered():
        gathering = Gathering()
        gathering.take("service", {"id": "s", "name": "W", "status": "active", "phones": [{"number": "1"}]}, "f: 1")
        return gathering.finish()

    assert unpacked(gathered()[RecordKind.SERVICE, "s"])["phones"][0]["id"]
    assert gathered() == gathered()


def test_what_lies_in_one_thing_and_names_another_lies_in_both():
    phone = {"id": "p", "number": "1", "service_id": "s", "location_id": "l"}
    gathering = Gathering()
    gathering.take("service", {"id": "s", "name": "W", "status": "active", "phones": [phone]}, "f: 1")
    gathering.take("location", {"id": "l", "location_type": "physical"}, "f: 2")
    records = gathering.finish()
    for key in ((RecordKind.SERVICE, "s"), (RecordKind.LOCATION, "l")):
        assert unpacked(records[key])["phones"] == [{"id": "p", "number": "1"}]
