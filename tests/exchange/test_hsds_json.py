"""HSDS 3.0 as JSON goes in and out without loss, and a faulty file never gets in half."""

from __future__ import annotations

import json

import pytest

from intake_app.core.problems import ProblemsError
from intake_app.directory.hsds.schema import ENTITIES, LISTS
from intake_app.directory.records import RecordKind, unpacked
from intake_app.exchange.hsds_json import read_hsds_json
from intake_app.exchange.hsds_json_out import write_hsds_json
from tests.exchange.hsds_examples import (
    OBJECTS,
    OFFICIAL,
    as_json,
    go_on,
    leaves,
    named,
    read_text,
    schema,
    through_json,
    validator,
)

SERVICE = '{"id": "s", "name": "Wandelen", "status": "active"}'
PAGE = {"total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty"}


@pytest.mark.parametrize("path", OBJECTS, ids=named)
def test_an_official_example_comes_in_without_a_word(path):
    found = read_hsds_json(path, go_on)
    assert found.records
    assert (found.problems, found.dropped) == ((), ())


@pytest.mark.parametrize("path", OBJECTS, ids=named)
def test_what_was_taken_in_comes_back_the_same(path, tmp_path):
    first = read_hsds_json(path, go_on)
    assert through_json(tmp_path / "out.json", first.records).records == first.records


@pytest.mark.parametrize("path", OBJECTS, ids=named)
def test_every_value_of_an_official_example_is_found_back(path, tmp_path):
    given = json.loads(path.read_text(encoding="utf-8"))
    for name in PAGE:
        given.pop(name, None)
    assert leaves(given) <= leaves(as_json(tmp_path / "out.json", read_hsds_json(path, go_on).records))


@pytest.mark.parametrize("path", OBJECTS, ids=named)
def test_what_goes_out_fits_the_official_schema(path, tmp_path):
    page = as_json(tmp_path / "out.json", read_hsds_json(path, go_on).records)
    validator(schema("openapi")["components"]["schemas"]["Page"]).validate(page)
    for each in page.pop("contents"):
        validator(schema("service")).validate(each)
    for listed in page.keys() & LISTS.keys():
        for each in page[listed]:
            validator(schema(LISTS[listed])).validate(each)
    assert page.keys() <= PAGE | LISTS.keys()


def test_a_full_service_is_split_into_records_that_refer_to_one_another():
    records = read_hsds_json(OFFICIAL / "examples" / "service_full.json", go_on).records
    (service,) = (unpacked(data) for key, data in records.items() if key[0] is RecordKind.SERVICE)
    organization = unpacked(records[RecordKind.ORGANIZATION, service["organization_id"]])
    assert [each["id"] for each in organization["programs"]] == [service["program_id"]]
    assert (RecordKind.LOCATION, service["service_at_locations"][0]["location_id"]) in records
    assert (RecordKind.TAXONOMY_TERM, service["attributes"][0]["taxonomy_term_id"]) in records
    assert not service.keys() & {"organization", "program"}


def test_shared_things_stand_whole_in_a_file_once(tmp_path):
    org = {"id": "o", "name": "Kade", "description": "Lang verhaal", "phones": [{"id": "p", "number": "1"}]}
    services = [{"id": each, "name": each, "status": "active", "organization": org} for each in "ab"]
    found = read_text(tmp_path / "in.json", json.dumps(services))
    first, second = as_json(tmp_path / "out.json", found.records)["contents"]
    assert (first["organization"], second["organization"].keys()) == (org, {"id", "name", "description"})
    assert through_json(tmp_path / "out.json", found.records).records == found.records


def test_fields_that_hsds_does_not_know_are_kept_and_counted(tmp_path):
    text = '{"id": "s", "name": "W", "status": "active", "x": {"deep": [1, null]}, "phones": [{"id": "p", "y": 2}]}'
    found = read_text(tmp_path / "in.json", text)
    assert found.kept == (("phone.y", 1), ("service.x", 1))
    again = through_json(tmp_path / "out.json", found.records)
    assert unpacked(again.records[RecordKind.SERVICE, "s"])["x"] == {"deep": [1, None]}


@pytest.mark.parametrize(
    "bad, code",
    [
        ('{"name": "Zonder id", "status": "active"}', "hsds_id_missing"),
        ('{"id": "x", "status": "active"}', "hsds_name_missing"),
        ('{"id": "x", "name": "N", "status": "active", "extra": ' + "[" * 5000 + "]" * 5000 + "}", "hsds_row_unfit"),
        ('{"id": "x"}', "hsds_not_recognised"),
        ("12", "hsds_not_recognised"),
    ],
)
def test_a_faulty_row_is_skipped_and_named_and_the_others_come_in(tmp_path, bad, code):
    found = read_text(tmp_path / "lijst.json", f'{{"contents": [{SERVICE}, {bad}]}}')
    assert set(found.records) == {(RecordKind.SERVICE, "s")}
    assert [(each.code, each.where) for each in found.problems] == [(code, "lijst.json: contents[1]")]


def test_a_problem_inside_names_its_place(tmp_path):
    text = '[{"id": "s", "name": "W", "status": "active", "phones": [{"id": "p", "number": "1", "extension": "x"}]}]'
    found = read_text(tmp_path / "lijst.json", text)
    assert [each.where for each in found.problems] == ["lijst.json: [0].phones[0]"]


def test_beyond_a_thousand_problems_one_line_says_how_many_more(tmp_path):
    found = read_text(tmp_path / "in.json", f"[{SERVICE}" + ', {"name": "Zonder id", "status": "active"}' * 1_100 + "]")
    assert (len(found.problems), found.problems[-1].code) == (1_001, "hsds_more_problems")
    assert found.problems[-1].values == (("count", "100"),)


@pytest.mark.parametrize(
    "data, code",
    [
        (f"[{SERVICE}, ".encode(), "hsds_json_broken"),
        (b'{"contents": [{"id": "s", "na', "hsds_json_broken"),
        ('{"id": "s", "name": "Café"}'.encode("latin-1"), "hsds_json_broken"),
        (b"id;naam\r\n1;Wandelen\r\n", "hsds_json_broken"),
        (b'{"id": NaN}', "hsds_json_broken"),
        (b"", "file_empty"),
        (b"{}", "hsds_not_recognised"),
        (b"[]", "hsds_nothing_found"),
        (b'{"contents": []}', "hsds_nothing_found"),
        ((OFFICIAL / "examples" / "base.json").read_bytes(), "hsds_not_recognised"),
    ],
)
def test_a_file_that_cannot_be_read_whole_is_refused(tmp_path, data, code):
    (tmp_path / "in.json").write_bytes(data)
    with pytest.raises(ProblemsError) as refused:
        read_hsds_json(tmp_path / "in.json", go_on)
    assert {each.code for each in refused.value.problems} == {code}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_before_the_text_does_no_harm(tmp_path, encoding):
    text = SERVICE.replace("Wandelen", "Café")
    found = read_text(tmp_path / "in.json", text, encoding=encoding)
    assert unpacked(found.records[RecordKind.SERVICE, "s"])["name"] == "Café"


def test_an_object_a_line_is_read_too(tmp_path):
    other = SERVICE.replace('"s"', '"t"')
    assert len(read_text(tmp_path / "in.json", f"{SERVICE}\n{other}\n").records) == 2


@pytest.mark.parametrize("name", ENTITIES)
def test_what_lies_in_nothing_comes_back_in_a_list_of_its_own(tmp_path, name):
    row = {column.name: column.choices[0] if column.choices else "x" for column in ENTITIES[name].required}
    listed = next(each for each, entity in LISTS.items() if entity == name)
    found = read_text(tmp_path / "in.json", json.dumps({listed: [row]}))
    assert found.problems == tuple(each for each in found.problems if each.code == "hsds_value_unfit")
    assert through_json(tmp_path / "out.json", found.records).records == found.records


def test_reading_can_be_stopped():
    with pytest.raises(ProblemsError, match="exchange_stopped"):
        read_hsds_json(OBJECTS[0], lambda _done, _total: False)


def test_writing_that_is_stopped_leaves_what_was_there(tmp_path):
    records = read_hsds_json(OFFICIAL / "examples" / "service_full.json", go_on).records
    (tmp_path / "out.json").write_text("hier stond iets")
    with pytest.raises(ProblemsError, match="exchange_stopped"):
        write_hsds_json(tmp_path / "out.json", records, lambda _done, _total: False)
    assert [each.name for each in tmp_path.iterdir()] == ["out.json"]
    assert (tmp_path / "out.json").read_text() == "hier stond iets"
