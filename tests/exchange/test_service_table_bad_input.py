"""Tables that are broken, hostile or clumsy: a clear problem, nothing half read, nothing run, nothing fetched."""

from __future__ import annotations

import csv
import datetime
import io
import socket
import zipfile

import openpyxl
import pytest

from intake_app.core.problems import ProblemsError
from intake_app.directory.import_plan import Format
from intake_app.directory.model import Phone
from intake_app.exchange import service_table, service_table_xlsx
from intake_app.exchange.service_table import read_table, write_table
from tests.exchange.table_words import a_service, go_on, nl, read_services, words
from tests.shipped import TODAY, content

HEADER = ["Naam", "Organisatie", "Soort hulp", "Omschrijving"]
ROW = ["Koken", "De Brink", "Buurthuis", "één pan"]
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
"""Eight entities that grow to a hundred million words, had anybody worked them out."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_args, **_named):
        raise AssertionError("a table asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def as_csv(rows, delimiter=";"):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def read(folder, data, name="lijst.csv"):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_table(path, words(), TODAY, go_on)


def read_sheet(folder, *rows, title="Blad1"):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(folder / "lijst.xlsx")
    return read_table(folder / "lijst.xlsx", words(), TODAY, go_on)


def remade(folder, changes, *, add=()):
    """Write a good workbook, then change the text of its parts; returns its path."""
    write_table(folder / "goed.xlsx", Format.TABLE_XLSX, [a_service(description=nl("een pan"))], words(), go_on)
    path = folder / "lijst.xlsx"
    with zipfile.ZipFile(folder / "goed.xlsx") as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name).decode()
            for part, before, after in changes:
                data = data.replace(before, after, 1) if name == part else data
            new.writestr(name, data)
        for name, data in add:
            new.writestr(name, data)
    return path


def refusal(path):
    with pytest.raises(ProblemsError) as refused:
        read_table(path, words(), TODAY, go_on)
    return said(refused.value.problems)


def said(problems):
    """Return the codes, once it is sure that each has words in both languages, a place, and no gap."""
    for each in problems:
        for language in ("nl", "en"):
            text = content().wording.of_problem(each, language)
            assert text.startswith("lijst.")
            assert "{" not in text
            assert text != each.code
    return [(each.code, each.where) for each in problems]


GOOD = as_csv([HEADER, ROW])

REFUSED = {
    "an empty file": (b"", "lijst.csv", "file_empty"),
    "blank lines only": (b"\r\n\r\n;;\r\n", "lijst.csv", "file_empty"),
    "a header only": (as_csv([HEADER]), "lijst.csv", "table_no_rows"),
    "columns that are missing": ("Naam;Telefoon\r\nKoken;112\r\n", "lijst.csv", "table_columns_missing"),
    "no header": ("Koken;De Brink;Buurthuis\r\n", "lijst.csv", "table_columns_missing"),
    "a column twice": (as_csv([[*HEADER, "naam *"], ROW]), "lijst.csv", "table_column_twice"),
    "letters in no known order": (b"\x81\xfe" + GOOD.encode("cp1252"), "lijst.csv", "text_encoding"),
    "wide letters without their mark": (GOOD.encode("utf-16-le"), "lijst.csv", "text_encoding"),
    "half a sign": ((GOOD + "é").encode()[:-1], "lijst.csv", "file_cut_off"),
    "half a row": (as_csv([HEADER, ROW, ROW])[:-20], "lijst.csv", "file_cut_off"),
    "half a cell": (as_csv([HEADER, ROW[:3]])[:-2] + ';"een p', "lijst.csv", "table_quotes"),
    "ten million signs in one cell": (as_csv([HEADER, [*ROW[:3], "x" * 10_000_000]]), "lijst.csv", "table_quotes"),
    "an old workbook": (b"\xd0\xcf\x11\xe0", "lijst.xls", "table_format"),
    "a workbook of another program": (b"PK\x03\x04", "lijst.ods", "table_format"),
    "a letter": (b"PK\x03\x04", "lijst.docx", "table_format"),
    "a workbook that calls itself text": (b"PK\x03\x04\x14\x00", "lijst.csv", "text_encoding"),
    "text that calls itself a workbook": (GOOD, "lijst.xlsx", "zip_broken"),
    "a locked workbook": (b"\xd0\xcf\x11\xe0" * 200, "lijst.xlsx", "zip_broken"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_a_table_is_refused_with_a_remedy(tmp_path, name):
    data, file, code = REFUSED[name]
    (tmp_path / file).write_bytes(data if isinstance(data, bytes) else data.encode())
    assert refusal(tmp_path / file) == [(code, file)]


READ = {
    "semicolons": GOOD.encode(),
    "commas": as_csv([HEADER, ROW], ",").encode(),
    "tabs": as_csv([HEADER, ROW], "\t").encode(),
    "the line of Excel": b"sep=,\r\n" + as_csv([HEADER, ROW], ",").encode(),
    "Windows letters": GOOD.encode("cp1252"),
    "wide letters": GOOD.encode("utf-16"),
    "a mark": GOOD.encode("utf-8-sig"),
    "a blank line above": ("\r\n;;;\r\n" + GOOD).encode(),
    "ends of an old Mac": GOOD.replace("\r\n", "\r").encode(),
    "no end of the last line": GOOD.rstrip().encode(),
    "empty cells left out": as_csv([[*HEADER, "Kosten", "Let op"], ROW]).encode(),
}


@pytest.mark.parametrize("name", READ)
def test_what_spreadsheets_make_of_csv_is_read(tmp_path, name):
    (service,) = read_services(read(tmp_path, READ[name])).values()
    assert (service.name, service.description.nl) == ("Koken", "één pan")


def test_a_row_with_a_fault_is_skipped_and_named_and_the_others_are_read(tmp_path):
    rows = [
        ["Naam", "Organisatie", "Soort hulp", "Wachttijd in dagen"],
        ["Goed", "De Brink", "Buurthuis", "1"],
        ["Zonder soort", "De Brink", "", "1"],
        ["", "De Brink", "Buurthuis", "1"],
        ["Veel cellen", "De Brink", "Buurthuis", "1", "2"],
        ["Twee fouten", "De Brink", "Burthuis", "lang"],
        ["goed", "de brink", "Buurthuis", "2"],
    ]
    found = read(tmp_path, as_csv(rows))
    assert [each.name for each in read_services(found).values()] == ["Goed"]
    assert said(found.problems) == [
        ("table_kind_missing", "lijst.csv, rij 3, kolom Soort hulp"),
        ("service_name", "lijst.csv, rij 4, kolom Naam"),
        ("table_row_long", "lijst.csv, rij 5"),
        ("table_cell_choices", "lijst.csv, rij 6, kolom Soort hulp"),
        ("table_cell_number", "lijst.csv, rij 6, kolom Wachttijd in dagen"),
        ("table_row_again", "lijst.csv, rij 7"),
    ]


def test_a_key_that_comes_twice_is_named(tmp_path):
    rows = [["Kenmerk", *HEADER], ["a", *ROW], ["a", "Eten", *ROW[1:]], ["b" * 201, *ROW]]
    found = read(tmp_path, as_csv(rows))
    assert list(read_services(found)) == ["a"]
    assert said(found.problems) == [
        ("table_row_again", "lijst.csv, rij 3"),
        ("table_cell_long", "lijst.csv, rij 4, kolom Kenmerk"),
    ]


def test_a_column_that_is_not_ours_is_named_and_left_out(tmp_path):
    found = read(tmp_path, as_csv([[*HEADER, "Parkeren", "", "Leeg"], [*ROW, "gratis", "iets", ""], ROW[:4]]))
    assert dict(found.dropped) == {"Parkeren": 1, "kolom 6 zonder naam": 1, "Leeg": 0}
    assert len(read_services(found)) == 1


def test_more_problems_than_anyone_mends_are_counted(tmp_path):
    found = read(tmp_path, as_csv([HEADER, *(["", "x", "Buurthuis", ""] for _ in range(1_500))]))
    assert len(found.problems) == 1_001
    assert dict(found.problems[-1].values)["count"] == "500"


def test_a_table_has_a_largest_number_of_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(service_table, "MOST_ROWS", 3)
    (tmp_path / "lijst.csv").write_text(as_csv([HEADER, ROW, [], ROW, ROW, ROW]), encoding="utf-8")
    assert refusal(tmp_path / "lijst.csv") == [("table_too_long", "lijst.csv")]


def test_reading_can_be_stopped(tmp_path):
    (tmp_path / "lijst.csv").write_text(as_csv([HEADER, *([ROW] * 200)]), encoding="utf-8")
    with pytest.raises(ProblemsError, match="exchange_stopped"):
        read_table(tmp_path / "lijst.csv", words(), TODAY, lambda _done, _total: False)


def test_twenty_thousand_rows_are_read(tmp_path):
    rows = [HEADER, *([f"Koken {number}", *ROW[1:]] for number in range(20_000))]
    assert len(read_services(read(tmp_path, as_csv(rows)))) == 20_000


def test_excels_own_dates_numbers_and_truths_are_understood(tmp_path):
    header = [*HEADER, "Wachttijd in dagen", "Wachttijd gevraagd op", "Telefoon", "Postcode", "Gratis"]
    cells = [21.0, datetime.datetime(2026, 11, 2, 8, 0), 612345678, 2511, True]  # noqa: DTZ001  as Excel has them
    (service,) = read_services(read_sheet(tmp_path, header, [*ROW, *cells])).values()
    assert (service.wait_days, service.wait_on) == (21, datetime.date(2026, 11, 2))
    assert service.phones == (Phone(number="0612345678"),)
    assert (service.location.pc4, service.free) == ("2511", True)


def test_a_formula_without_an_outcome_is_named_and_one_with_an_outcome_is_read_as_that(tmp_path):
    found = read_sheet(tmp_path, HEADER, [*ROW[:3], "=1+1"], ["Eten", *ROW[1:3], "#N/A"], ["Thee", *ROW[1:3], "pot"])
    assert said(found.problems) == [
        ("table_cell_formula", "lijst.xlsx, rij 2, kolom Omschrijving"),
        ("table_cell_formula", "lijst.xlsx, rij 3, kolom Omschrijving"),
    ]
    assert [each.name for each in read_services(found).values()] == ["Thee"]
    formula = "<f>WEBSERVICE(&quot;http://x.example&quot;)</f><v>twee pannen</v>"
    sheet = ("xl/worksheets/sheet1.xml", 't="inlineStr"><is><t>een pan</t></is>', f't="str">{formula}')
    (service,) = read_services(read_table(remade(tmp_path, [sheet]), words(), TODAY, go_on)).values()
    assert service.description.nl == "twee pannen"


def test_half_a_workbook_is_refused(tmp_path):
    path = remade(tmp_path, [])
    path.write_bytes(path.read_bytes()[:-400])
    assert refusal(path) == [("zip_broken", "lijst.xlsx")]


def test_ten_million_signs_in_one_cell_of_a_workbook_are_named(tmp_path):
    text = "".join(f"{number:07}" for number in range(1_500_000))
    path = remade(tmp_path, [("xl/worksheets/sheet1.xml", "<t>een pan</t>", f"<t>{text}</t>")])
    found = read_table(path, words(), TODAY, go_on)
    assert said(found.problems) == [("table_cell_long", "lijst.xlsx, rij 2, kolom Omschrijving")]
    assert found.records == {}


BROKEN = {
    "a sheet that stops": ("xl/worksheets/sheet1.xml", "</sheetData>", ""),
    "laughs in a sheet": ("xl/worksheets/sheet1.xml", "<worksheet", f"{LAUGHS}<worksheet"),
    "laughs in the workbook": ("xl/workbook.xml", "<workbook", f"{LAUGHS}<workbook"),
    "laughs in the styles": ("xl/styles.xml", "<styleSheet", f"{LAUGHS}<styleSheet"),
    "a file of this computer": (
        "xl/worksheets/sheet1.xml",
        "<worksheet",
        '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><worksheet',
    ),
    "a cell nowhere": ("xl/worksheets/sheet1.xml", 'r="A2"', 'r="2A"'),
    "no workbook at all": ("[Content_Types].xml", "sheet.main+xml", "other+xml"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_workbook_that_is_broken_or_hostile_is_refused(tmp_path, name):
    assert refusal(remade(tmp_path, [BROKEN[name]])) == [("table_broken", "lijst.xlsx")]


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    bomb = remade(tmp_path, [], add=[("xl/media/bomb.png", bytes(50_000_000))])
    assert refusal(bomb) == [("zip_too_large", "lijst.xlsx")]
    monkeypatch.setattr(service_table_xlsx, "LARGEST_WORKBOOK", 1_000)
    assert refusal(remade(tmp_path, [])) == [("zip_too_large", "lijst.xlsx")]


def test_links_to_elsewhere_are_not_followed(tmp_path):
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    start = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    relation = f'<Relationship Id="rId99" Type="{office}/externalLink" Target="externalLinks/externalLink1.xml"/>'
    target = 'Target="http://x.example/other.xlsx" TargetMode="External"'
    reference = f'<externalReferences><externalReference xmlns:r="{office}" r:id="rId99"/></externalReferences>'
    path = remade(
        tmp_path,
        [
            ("xl/_rels/workbook.xml.rels", "</Relationships>", f"{relation}</Relationships>"),
            ("xl/workbook.xml", "</sheets>", f"</sheets>{reference}"),
        ],
        add=[
            (
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                f'{start}<Relationship Id="rId1" Type="{office}/externalLinkPath" {target}/></Relationships>',
            ),
            (
                "xl/externalLinks/externalLink1.xml",
                '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
            ),
        ],
    )
    assert [each.name for each in read_services(read_table(path, words(), TODAY, go_on)).values()] == ["Koken"]


def test_a_sheet_far_below_and_far_aside_costs_nothing(tmp_path):
    sheet = "xl/worksheets/sheet1.xml"
    stray = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    found = read_table(remade(tmp_path, [(sheet, "</sheetData>", stray)]), words(), TODAY, go_on)
    assert [each.name for each in read_services(found).values()] == ["Koken"]


def test_the_sheet_to_fill_in_is_found_wherever_it_stands(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Notities"])
    sheet = book.create_sheet("Invullen")
    sheet.append(HEADER)
    sheet.append(ROW)
    book.save(tmp_path / "lijst.xlsx")
    assert len(read_services(read_table(tmp_path / "lijst.xlsx", words(), TODAY, go_on))) == 1
