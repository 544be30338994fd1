"""The table that a practice manager fills in: what is written is read the same, what is typed is understood."""

from __future__ import annotations

import csv
import datetime
import io
import string
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_app.core.ids import KindId
from intake_app.core.problems import ProblemsError
from intake_app.core.text import LANGUAGES, Text
from intake_app.directory.documents.document import settled
from intake_app.directory.facts import DAYS, FACTS, laid_over
from intake_app.directory.faults import faults_of
from intake_app.directory.import_plan import Format
from intake_app.directory.model import Availability, Contact, How, Location, OpeningHours, Phone
from intake_app.exchange.service_table import read_table, write_table, write_template
from intake_app.exchange.service_table_columns import columns
from intake_app.exchange.service_table_forms import tidied
from tests.exchange.table_words import a_service, go_on, nl, read_services, words
from tests.shipped import TODAY, content

FORMATS = {Format.TABLE_CSV: "lijst.csv", Format.TABLE_XLSX: "lijst.xlsx"}
EACH_FORMAT = pytest.mark.parametrize("format_", FORMATS)
HEADER = ("Naam", "Organisatie", "Soort hulp")
ROW = ("Koken", "De Brink", "Buurthuis")


def there_and_back(folder, format_, services, language="nl"):
    path = folder / FORMATS[format_]
    write_table(path, format_, services, words(language), go_on)
    return read_table(path, words(), TODAY, go_on)


def read_rows(folder, *rows, today=TODAY):
    """Read a table that somebody made, with semicolons."""
    path = folder / "lijst.csv"
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")
    return read_table(path, words(), today, go_on)


def read_cell(folder, header, cell):
    """Read one cell beside what every table needs; returns the fact, or the code of what is wrong and where."""
    found = read_rows(folder, (*HEADER, header), (*ROW, cell))
    if found.problems:
        return [(each.code, each.where) for each in found.problems]
    (service,) = read_services(found).values()
    (name,) = found.fields - {"name", "organization", "kinds"}
    return FACTS[name].of(service)


TEXTS = st.text(st.sampled_from("=@+-';\",\n\r\t\\ |é€\u200b\u2028\u0000#N/A0aB") | st.characters(), max_size=40).map(
    tidied
)
NAMES = TEXTS.filter(bool)
BOTH = st.builds(Text, nl=TEXTS, en=TEXTS)
DATES = st.dates(datetime.date(2000, 1, 1), TODAY)
DAY = st.sampled_from([(), (("09:00", "12:00"),), (("00:00", "08:30"), ("08:30", "24:00"))])
PLACES = st.builds(
    Location,
    address=TEXTS,
    pc4=st.sampled_from(["", "2511", "8951"]),
    city=TEXTS,
    wheelchair=st.sampled_from([True, False, None]),
    accessibility=BOTH,
)
WEEKS = st.lists(DAY, min_size=7, max_size=7).map(
    lambda week: tuple(
        OpeningHours(day=day, opens=opens, closes=closes) for day, hours in enumerate(week) for opens, closes in hours
    )
)
SERVICES = st.builds(
    a_service,
    name=NAMES,
    kinds=st.lists(st.sampled_from(sorted(words().kinds)), unique=True).map(tuple),
    description=BOTH,
    alternate_name=TEXTS,
    availability=st.sampled_from(Availability),
    phones=st.lists(
        st.builds(Phone, number=st.sampled_from(["06 1", "+31 70 1", "(070) 1;2", "112"]), description=BOTH), max_size=3
    ).map(tuple),
    contact=st.builds(Contact, name=TEXTS, reachable=BOTH, what_happens=BOTH, picture=st.just(b"\xff\xd8\xff")),
    free=st.booleans(),
    wait_days=st.none() | st.integers(0, 3650),
    wait_on=st.none() | DATES,
    minimum_age=st.none() | st.integers(0, 50),
    maximum_age=st.none() | st.integers(50, 120),
    genders=st.lists(st.sampled_from(["woman", "man", "other"]), unique=True).map(tuple),
    required_documents=st.lists(NAMES, max_size=3).map(tuple),
    languages=st.lists(st.sampled_from(["nl", "zgh", "xx", "nl-BE"]), unique=True).map(tuple),
    nationwide=st.booleans(),
    service_area=st.lists(st.sampled_from([(2500, 2599), (2611, 2611)]), unique=True).map(tuple),
    locations=st.lists(PLACES, max_size=2).map(tuple),
    opening=WEEKS,
    referral_by=BOTH,
    assured_date=DATES | st.just(datetime.date.min),
    assured_how=st.sampled_from(How),
    never_offer=TEXTS,
)


def facts(service, names):
    return {name: FACTS[name].of(service) for name in names}


def check_round_trip(folder, format_, service):
    found = there_and_back(folder, format_, [service])
    assert found.problems == ()
    (again,) = read_services(found).values()
    assert facts(again, found.fields) == facts(service, found.fields)
    assert laid_over(service, again, found.fields) == service


@settings(deadline=None, max_examples=60)
@given(service=SERVICES)
def test_what_is_written_as_csv_is_read_the_same(tmp_path_factory, service):
    check_round_trip(tmp_path_factory.mktemp("table"), Format.TABLE_CSV, service)


@settings(deadline=None, max_examples=15)
@given(service=SERVICES)
def test_what_is_written_as_xlsx_is_read_the_same(tmp_path_factory, service):
    check_round_trip(tmp_path_factory.mktemp("table"), Format.TABLE_XLSX, service)


@EACH_FORMAT
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_services_come_back_whole_in_either_language(tmp_path, format_, language):
    services = content().directory.services
    found = there_and_back(tmp_path, format_, services, language)
    again = read_services(found)
    assert [laid_over(each, again[each.id], found.fields) for each in services] == list(services)
    assert (found.problems, found.dropped, found.partial) == ((), (), True)


def test_every_fact_has_a_column_and_every_column_says_what_it_is_for():
    for language in LANGUAGES:
        found = columns(words(language))
        assert {each.name for each in found} == {name for name in FACTS if not name.endswith(".en")} | {"id"}
        assert all(each.header and each.about for each in found)
        headers = [name for each in found for name in each.found_by]
        assert len(headers) == len(set(headers))


def test_english_columns_are_there_only_where_something_is_in_english(tmp_path):
    found = there_and_back(tmp_path, Format.TABLE_CSV, [a_service(description=Text(nl="a", en="b"), alert=nl("c"))])
    assert {name for name in found.fields if name.endswith(".en")} == {"description.en"}


TYPED = [
    ("Wachttijd in dagen", "21", 21),
    ("Wachttijd in dagen", "21,0", 21),
    ("Wachttijd in dagen", "3 weken", [("table_cell_number", "lijst.csv, rij 2, kolom Wachttijd in dagen")]),
    ("Wachttijd gevraagd op", "22-11-2026", datetime.date(2026, 11, 22)),
    ("Wachttijd gevraagd op", "2/11/26", datetime.date(2026, 11, 2)),
    ("Wachttijd gevraagd op", "2026-11-02 00:00:00", datetime.date(2026, 11, 2)),
    ("Wachttijd gevraagd op", "31-02-2026", [("table_cell_date", "lijst.csv, rij 2, kolom Wachttijd gevraagd op")]),
    ("Nagekeken op", "23-11-2026", [("service_future", "lijst.csv, rij 2, kolom Nagekeken op")]),
    ("Telefoon", "612345678", ("0612345678",)),
    ("Telefoon", "31612345678; 112", ("+31612345678", "112")),
    ("Telefoon", "6,12E+08", [("service_phone", "lijst.csv, rij 2, kolom Telefoon")]),
    ("Gratis", "JA", True),
    ("Gratis", "x", True),
    ("Gratis", "onwaar", False),
    ("Gratis", "soms", [("table_cell_choice", "lijst.csv, rij 2, kolom Gratis")]),
    ("Rolstoel", "onbekend", None),
    ("Groep of alleen", "Groep", True),
    ("Voor wie", "Vrouwen", ("woman",)),
    ("Talen", "turks; Nederlands; oekraiens; xx", ("tr", "nl", "uk", "xx")),
    ("Talen", "Klingon", [("table_cell_choices", "lijst.csv, rij 2, kolom Talen")]),
    ("Gebied", "2500 - 2599, 2611", (False, ((2500, 2599), (2611, 2611)))),
    ("Gebied", "heel nederland", (True, ())),
    ("Gebied", "de wijk", [("table_cell_area", "lijst.csv, rij 2, kolom Gebied")]),
    ("Gebied", "2599-2500", [("table_cell_area", "lijst.csv, rij 2, kolom Gebied")]),
    ("Postcode", "2511 ab", "2511"),
    ("Postcode", "251", [("table_cell_postcode", "lijst.csv, rij 2, kolom Postcode")]),
    ("Maandag", "9-12 en 13.30 tot 17 uur", (("09:00", "12:00"), ("13:30", "17:00"))),
    ("Maandag", "13:00–17:00\n9:00–12:00", (("09:00", "12:00"), ("13:00", "17:00"))),
    ("Maandag", "gesloten", ()),
    ("Maandag", "'s ochtends", [("table_cell_hours", "lijst.csv, rij 2, kolom Maandag")]),
    ("Maandag", "17:00-9:00", [("table_cell_hours", "lijst.csv, rij 2, kolom Maandag")]),
    ("Dinsdag", "9-12, 11-13", [("service_opening_overlap", "lijst.csv, rij 2, kolom Dinsdag")]),
    ("Website", "www.brink.example", "https://www.brink.example"),
    ("Website", "brink", [("service_web", "lijst.csv, rij 2, kolom Website")]),
    ("E-mail", "geen", [("service_email", "lijst.csv, rij 2, kolom E-mail")]),
    ("Wat meenemen", 'een pas; "geld; veel"', ("een pas", "geld; veel")),
    ("Open of gesloten", "tijdelijk gesloten", Availability.TEMPORARILY_CLOSED),
    ("Nagekeken hoe", "Telefoon", How.TELEPHONE),
    ("Omschrijving", "x" * 2_001, [("service_long", "lijst.csv, rij 2, kolom Omschrijving")]),
    ("Omschrijving", "x" * 32_768, [("table_cell_long", "lijst.csv, rij 2, kolom Omschrijving")]),
    ("what_happens", "'=1+1", "=1+1"),
]


@pytest.mark.parametrize("header, cell, expected", TYPED)
def test_what_a_person_types_is_understood_or_named(tmp_path, header, cell, expected):
    assert read_cell(tmp_path, header, cell) == expected


def test_headings_are_known_without_capitals_accents_and_signs(tmp_path):
    found = read_rows(tmp_path, ("NAAM*", " organisatie ", "Kind of help", "wie-verwijst?"), (*ROW, "de huisarts"))
    assert found.fields == {"name", "organization", "kinds", "referral_by"}


def test_a_row_without_a_key_gets_the_same_one_each_time(tmp_path):
    one = read_rows(tmp_path, (*HEADER, "Postcode"), (*ROW, "2511"))
    other = read_rows(tmp_path, ("Postcode", *HEADER), ("2511 AB", "KOKEN", *ROW[1:]))
    assert list(read_services(one)) == list(read_services(other))


def test_rows_of_the_same_organization_share_it(tmp_path):
    found = read_rows(tmp_path, HEADER, ROW, ("Eten", "de brink", "Buurthuis"))
    assert len({each.organization.id for each in read_services(found).values()}) == 1


def test_a_column_that_is_not_there_leaves_its_fact_alone_and_an_empty_cell_empties_it(tmp_path):
    here = a_service(contact=Contact(name="Fatma"), fees=Text(nl="4 euro", en="4 euros"), email="a@b")
    found = read_rows(tmp_path, ("Kenmerk", *HEADER, "Kosten", "E-mail"), ("s1", *ROW, "5 euro", ""))
    merged = laid_over(here, read_services(found)["s1"], found.fields)
    assert merged == replace(here, fees=nl("5 euro"), email="")


def test_a_new_waiting_time_without_its_day_does_not_keep_the_old_day(tmp_path):
    here = a_service(wait_days=7, wait_on=TODAY)
    same = read_rows(tmp_path, ("Kenmerk", *HEADER, "Wachttijd in dagen"), ("s1", *ROW, "7"))
    assert laid_over(here, read_services(same)["s1"], same.fields) == here
    other = read_rows(tmp_path, ("Kenmerk", *HEADER, "Wachttijd in dagen"), ("s1", *ROW, "8"))
    assert laid_over(here, read_services(other)["s1"], other.fields) == replace(here, wait_days=8, wait_on=None)


def test_a_number_keeps_its_words_when_others_come_beside_it():
    one, other = Phone(number="1", description=nl("balie")), Phone(number="2", description=nl("avond"))
    here, comes = a_service(phones=(one, other)), a_service(phones=(Phone(number="3"), Phone(number="2"), one))
    found = laid_over(here, comes, {"phones"}).phones
    assert [(each.number, each.description.nl) for each in found] == [("3", ""), ("2", "avond"), ("1", "balie")]


@EACH_FORMAT
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_reads_as_a_table_without_rows(tmp_path, format_, language):
    path = tmp_path / FORMATS[format_]
    write_template(path, format_, words(language))
    with pytest.raises(ProblemsError, match="table_no_rows"):
        read_table(path, words(), TODAY, go_on)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_the_template_has_no_faults_once_it_is_somebodys_own(tmp_path, language):
    found = columns(words(language))
    example = ["Koken" if each.name == "name" else each.example for each in found]
    incoming = read_rows(tmp_path, [each.header for each in found], example)
    (service,) = read_services(incoming).values()
    assert (incoming.problems, faults_of(service, TODAY)) == ((), ())
    assert service.kinds == (KindId("buurthuis"),)
    assert service.id not in {"voorbeeld", "example"}


def test_the_workbook_explains_each_column_and_offers_lists(tmp_path):
    path = tmp_path / "lijst.xlsx"
    write_template(path, Format.TABLE_XLSX, words())
    book = openpyxl.load_workbook(path)
    fill_in, explained, choices = book.worksheets
    assert [each.title for each in book] == ["Invullen", "Uitleg", "Keuzes"]
    assert fill_in.freeze_panes == "C2"
    headers = [cell.value.rstrip(" *") for cell in fill_in[1]]
    assert [row[0].value for row in explained.iter_rows(min_row=7)] == headers
    lists = {str(each.sqref): each.formula1 for each in fill_in.data_validations.dataValidation}
    assert lists["D2:D1048576"] == f"'Keuzes'!$A$2:$A${len(words().kinds) + 1}"
    assert choices["A2"].value in {each.nl for each in words().kinds.values()}
    assert len(lists) == len([cell for cell in choices[1] if cell.value]) == 11


def test_cells_of_a_workbook_stay_as_they_were_typed(tmp_path):
    service = a_service(phones=(Phone(number="0612345678"),), description=nl("=1+1"), never_offer="#N/A")
    there_and_back(tmp_path, Format.TABLE_XLSX, [service])
    cells = [cell for cell in openpyxl.load_workbook(tmp_path / "lijst.xlsx").worksheets[0][2] if cell.value]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    assert {"0612345678", "=1+1", "2026-11-22"} <= {cell.value for cell in cells}


LIVE = ["=1+1", "@SUM(A1)", "+1+2", "-2+3+cmd|' /C calc'!A0", "-x", "'=1", "''@x", "+(1)"]


@pytest.mark.parametrize("text", LIVE)
def test_nothing_in_the_csv_begins_as_a_formula(tmp_path, text):
    there_and_back(tmp_path, Format.TABLE_CSV, [a_service(description=nl(text), alternate_name="+31 70 123")])
    with (tmp_path / "lijst.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = list(csv.reader(file, delimiter=";"))[1]
    assert f"'{text}" in cells
    assert "+31 70 123" in cells


def test_the_csv_is_what_a_dutch_excel_opens(tmp_path):
    there_and_back(tmp_path, Format.TABLE_CSV, [a_service(description=nl("é"))])
    data = (tmp_path / "lijst.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfKenmerk;Naam *;Organisatie *;")
    assert data.endswith(b"\r\n")


def test_the_days_of_the_week_are_columns():
    assert len(DAYS) == 7
    assert set(DAYS) <= set(FACTS)


def test_writing_can_be_stopped_and_leaves_nothing(tmp_path):
    services = [settled(replace(a_service(), id=letter * 2)) for letter in string.printable[:60] * 2]
    with pytest.raises(ProblemsError, match="exchange_stopped"):
        write_table(tmp_path / "a.csv", Format.TABLE_CSV, services, words(), lambda _done, _total: False)
    assert list(tmp_path.iterdir()) == []
