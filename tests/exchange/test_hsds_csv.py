"""The tabular package of HSDS 3.0 goes in and out row by row, and says the same as the JSON."""

from __future__ import annotations

import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_app.core.problems import ProblemsError
from intake_app.directory.documents.document import records_of
from intake_app.directory.hsds.schema import ENTITIES, Form
from intake_app.directory.records import RecordKind, packed, unpacked
from intake_app.exchange.hsds_csv import read_hsds_csv
from intake_app.exchange.hsds_csv_out import write_hsds_csv
from intake_app.exchange.hsds_json import read_hsds_json
from tests.directory.any_service import services
from tests.exchange.hsds_examples import (
    OBJECTS,
    OFFICIAL,
    PACKAGES,
    go_on,
    named,
    read_text,
    schema,
    table,
    tables_of,
    through_csv,
    through_json,
    validator,
)

EXAMPLE = OFFICIAL / "examples" / "csv"
BY_FILE = {f"{entity.table}.csv": entity for entity in ENTITIES.values()}


@pytest.mark.parametrize("folder", PACKAGES, ids=named)
def test_every_row_of_an_official_package_comes_back_with_the_same_values(folder, tmp_path):
    found = read_hsds_csv(folder, go_on)
    write_hsds_csv(tmp_path / "out.zip", found.records, go_on)
    given_tables = {path.name: table(path.read_bytes()) for path in folder.glob("*.csv")}
    assert (found.problems, tables_of(tmp_path / "out.zip")) == ((), given_tables)


@pytest.mark.parametrize("path", OBJECTS, ids=named)
def test_json_through_tables_is_the_same_json(path, tmp_path):
    first = read_hsds_json(path, go_on).records
    assert through_csv(tmp_path / "out.zip", first).records == first


@pytest.mark.parametrize("folder", PACKAGES, ids=named)
def test_tables_through_json_are_the_same_tables(folder, tmp_path):
    first = read_hsds_csv(folder, go_on).records
    assert through_json(tmp_path / "out.json", first).records == first


@settings(deadline=None, max_examples=40)
@given(made=st.lists(services, max_size=3))
def test_our_own_entries_come_back_from_both_forms_alike(tmp_path_factory, made):
    folder = tmp_path_factory.mktemp("own")
    records = {key: data for service in made for key, data in records_of(service).items() if b"\\u0000" not in data}
    if records:
        once = through_json(folder / "out.json", records)
        assert not once.problems
        assert through_csv(folder / "out.zip", records).records == once.records
        assert through_json(folder / "out.json", once.records).records == once.records


def test_a_package_has_the_official_columns_and_fits_the_official_schema(tmp_path):
    records = read_hsds_json(OFFICIAL / "examples" / "service_full.json", go_on).records
    write_hsds_csv(tmp_path / "out.zip", records, go_on)
    official = validator(schema("compiled/tabular"))
    for name, rows in tables_of(tmp_path / "out.zip").items():
        columns = BY_FILE[name].columns
        typed = [{k: json.loads(v) if columns[k].form is Form.NUMBER else v for k, v in row} for row in rows]
        official.validate({BY_FILE[name].name: typed})
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        for each in json.loads(archive.read("datapackage.json"))["resources"]:
            header = archive.read(each["path"]).decode().splitlines()[0].split(",")
            assert (
                header == [field["name"] for field in each["schema"]["fields"]] == list(BY_FILE[each["path"]].columns)
            )


def test_a_row_that_names_several_owners_lies_in_each_of_them():
    found = read_hsds_csv(EXAMPLE, go_on).records
    holders = [key[0] for key, data in found.items() if unpacked(data).get("phones")]
    assert set(holders) == {RecordKind.SERVICE, RecordKind.ORGANIZATION, RecordKind.LOCATION}


def test_a_row_without_an_owner_in_the_package_is_kept_as_it_is():
    loose = {key[1].split("/")[0] for key in read_hsds_csv(EXAMPLE, go_on).records if key[0] is RecordKind.LOOSE}
    assert loose == {"attribute", "metadata", "meta_table_description"}


def test_a_changed_copy_becomes_a_row_with_an_id_of_its_own(tmp_path):
    def record(kind, own, **more):
        return (kind, own), packed({"id": own, "name": own, **more})

    def phone(number):
        return [{"id": "p", "number": number, "languages": [{"id": "t", "code": "nl"}]}]

    one = record(RecordKind.ORGANIZATION, "o", description="", phones=phone("1"))
    other = record(RecordKind.SERVICE, "s", status="active", organization_id="o", phones=phone("2"))
    found = through_csv(tmp_path / "out.zip", dict((one, other))).records
    both = [unpacked(found[key])["phones"][0] for key in (one[0], other[0])]
    assert [each["number"] for each in both] == ["1", "2"]
    assert [each["languages"][0]["code"] for each in both] == ["nl", "nl"]


@pytest.mark.parametrize("value", ["5", 5, 5.0, True, "true", '"x"', "[1]", [1, {"a": None}], "1E5", "=1+1", "007"])
def test_a_field_that_hsds_does_not_know_keeps_its_value_in_a_cell(tmp_path, value):
    records = {(RecordKind.SERVICE, "s"): packed({"id": "s", "name": "W", "status": "active", "eigen": value})}
    assert through_csv(tmp_path / "out.zip", records).records == records


@pytest.mark.parametrize(
    "text", ["Met, komma", 'Met "aanhaling"', "Twee\r\nregels", "Een\rkeer", "=1+1", " spaties ", "null"]
)
def test_any_text_comes_back_as_it_was(tmp_path, text):
    records = {(RecordKind.SERVICE, "s"): packed({"id": "s", "name": text, "status": "active"})}
    assert through_csv(tmp_path / "out.zip", records).records == records


@pytest.mark.parametrize(
    "text, encoding",
    [
        ("id;name;status\r\ns;Café;active\r\n", "cp1252"),
        ("id\tname\tstatus\ns\tCafé\tactive\n", "utf-16"),
        ("id,name,status\n\ns,Café,active", "utf-8-sig"),
    ],
)
def test_what_a_spreadsheet_makes_of_a_table_is_read(tmp_path, text, encoding):
    found = read_text(tmp_path / "services.csv", text, encoding=encoding)
    assert unpacked(found.records[RecordKind.SERVICE, "s"]) == {"id": "s", "name": "Café", "status": "active"}


def test_tables_are_found_in_a_folder_of_a_zip_and_by_what_describes_them(tmp_path):
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.writestr("lijst/aanbod.csv", "id,name,status\ns,Wandelen,active\n")
        archive.writestr("lijst/leesmij.txt", "Hallo")
        archive.writestr("datapackage.json", '{"resources": [{"name": "service", "path": "lijst/aanbod.csv"}]}')
    found = read_hsds_csv(tmp_path / "in.zip", go_on)
    assert (list(found.records), found.dropped) == ([(RecordKind.SERVICE, "s")], (("leesmij.txt", 1),))


def test_a_row_with_too_few_cells_is_skipped_and_named_by_its_line(tmp_path):
    found = read_text(tmp_path / "services.csv", 'id,name,status\ns,"Twee\nregels",active\nt,Half\n')
    assert list(found.records) == [(RecordKind.SERVICE, "s")]
    assert [(each.code, each.where.split("/")[-1]) for each in found.problems] == [("hsds_row_cells", "services.csv:4")]


@pytest.mark.parametrize(
    "text, code",
    [
        ("name,status\nWandelen,active\n", "hsds_header_wrong"),
        ("id,id,status\ns,s,active\n", "hsds_header_wrong"),
        ('id,name,status\ns,"Half', "hsds_csv_broken"),
        ('id,name,status\ns,"Los" aanhalingsteken,active\n', "hsds_csv_broken"),
        ("id,name,status\ns," + "x" * 1_000_001 + ",active\n", "hsds_csv_broken"),
        ("id,name,status\n", "hsds_nothing_found"),
        ("", "file_empty"),
        ("id,name,status\ns,\x00,active\n", "text_encoding"),
    ],
)
def test_a_table_that_cannot_be_read_whole_refuses_the_package(tmp_path, text, code):
    with pytest.raises(ProblemsError, match=code):
        read_text(tmp_path / "services.csv", text)


def test_half_a_zip_is_refused(tmp_path):
    write_hsds_csv(tmp_path / "out.zip", read_hsds_csv(EXAMPLE, go_on).records, go_on)
    data = (tmp_path / "out.zip").read_bytes()
    (tmp_path / "half.zip").write_bytes(data[: len(data) // 2])
    with pytest.raises(ProblemsError, match="zip_broken"):
        read_hsds_csv(tmp_path / "half.zip", go_on)


def test_a_table_that_stands_in_a_zip_twice_is_refused_for_one_would_be_lost(tmp_path):
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.writestr("a/services.csv", "id,name,status\ns,Wandelen,active\n")
        archive.writestr("b/services.csv", "id,name,status\nt,Fietsen,active\n")
    with pytest.raises(ProblemsError, match="hsds_table_twice"):
        read_hsds_csv(tmp_path / "in.zip", go_on)


def test_a_damaged_table_in_a_zip_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.writestr("services.csv", "id,name,status\ns,Wandelen,active\n")
    data = (tmp_path / "in.zip").read_bytes()
    (tmp_path / "in.zip").write_bytes(data.replace(b"Wandelen", b"Handelen"))
    with pytest.raises(ProblemsError, match="zip_broken"):
        read_hsds_csv(tmp_path / "in.zip", go_on)


def test_equal_records_make_equal_packages(tmp_path):
    records = read_hsds_csv(EXAMPLE, go_on).records
    for name in ("one.zip", "other.zip"):
        write_hsds_csv(tmp_path / name, records, go_on)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_reading_and_writing_can_be_stopped(tmp_path):
    records = read_hsds_csv(EXAMPLE, go_on).records
    with pytest.raises(ProblemsError, match="exchange_stopped"):
        read_hsds_csv(EXAMPLE, lambda _done, _total: False)
    with pytest.raises(ProblemsError, match="exchange_stopped"):
        write_hsds_csv(tmp_path / "out.zip", records, lambda _done, _total: False)
    assert not list(tmp_path.iterdir())
