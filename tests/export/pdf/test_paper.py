from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import DictionaryObject

from intake_app.export.pdf.paper import build
from intake_app.export.templating import clean
from tests.export.pdf.gate import faults_of
from tests.export.pdf.listening import aloud
from tests.export.pdf.papers import HOSTILE, a_paper, built, everywhere, opened, pages, solid
from tests.export.pdf.room import crowded

LONG = {
    "words": "Dit is een heel lang verhaal. " * 667,
    "one word": "Woordzonderspatie" * 1177,
    "lines": "regel\n" * 1000,
    "300 signs": "W" * 300,
}


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_comes_out_as_it_was_typed(text: str) -> None:
    assert pages(everywhere(text))[0].count(text) >= 5


@pytest.mark.parametrize("kind", ["person", "huisarts"])
@pytest.mark.parametrize("size", ["normal", "large"])
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_text_of_any_length_wraps_and_is_printed_whole(text: str, size: str, kind: str) -> None:
    markup = a_paper(f"<h2>Kop</h2><p>{clean(text)}</p>", kind=kind, size=size, footer="")
    read = [solid(page.extract_text()) for page in opened(built(markup)).pages]
    printed = "".join(re.sub(r"(Mijnadvies)?\d+van\d+$", "", page) for page in read)
    assert printed == "Kop" + solid(text)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_long_text_fits_in_every_place(text: str) -> None:
    assert len(pages(everywhere(text[:6000], size="large"))) > 1


def test_control_characters_vanish_and_a_picture_without_a_letter_is_a_square() -> None:
    markup = a_paper("<p>a\x00b\x07c \U0001f642 \U0001f468\u200d\U0001f469\u200d\U0001f467 \u202edef \ud800</p>")
    assert "abc □ □ def □" in pages(markup)[0]


def test_the_same_markup_gives_the_same_bytes() -> None:
    markup = everywhere("Café ’s avonds – Ğülşen")
    assert built(markup) == built(markup)


def test_every_font_is_embedded_and_none_is_another() -> None:
    for page in opened(built(everywhere("tekst"))).pages:
        fonts = page["/Resources"].get_object()["/Font"].get_object().values()
        for font in (entry.get_object() for entry in fonts):
            assert isinstance(font, DictionaryObject)
            assert "Inter" in font["/BaseFont"]
            assert "/FontFile2" in font["/FontDescriptor"].get_object()


def test_the_file_says_title_and_language_and_no_author() -> None:
    reader = opened(built(a_paper("<h1>Mijn advies</h1>")))
    assert reader.metadata is not None
    assert reader.metadata.title == "Mijn advies"
    assert not reader.metadata.author
    assert reader.trailer["/Root"]["/Lang"] == "nl-NL"


def test_headings_are_bookmarks_also_when_a_level_is_left_out() -> None:
    reader = opened(built(a_paper("<h2>Een</h2><p>a</p><h3>Twee</h3><p>b</p><h1>Drie</h1>")))
    assert "Een" in str(reader.outline[0]["/Title"])
    assert "Drie" in str(reader.outline[-1]["/Title"])


@pytest.mark.parametrize("lang,words", [("nl", "1 van 2"), ("en", "1 of 2")])
def test_every_page_has_its_number_the_footer_and_the_mark(lang: str, words: str) -> None:
    both = pages(a_paper("<h1>T</h1><pagebreak/><p>b</p>", lang=lang, mark="Proefgebruik|Regels 1"))
    assert words in both[0]
    assert all("Dit is een advies." in page and "Proefgebruik" in page and "Regels 1" in page for page in both)


@pytest.mark.parametrize("size", ["normal", "large"])
@pytest.mark.parametrize("lines", range(18, 42))
def test_lines_to_write_on_are_never_alone_on_the_last_page(lines: int, size: str) -> None:
    told = "".join(f"<p>Regel {number}.</p>" for number in range(lines))
    markup = a_paper(f'<h1>Kop</h1>{told}<h2>Mijn vragen</h2><lines count="2"/>', size=size)
    made = built(markup)
    assert faults_of(made, markup) == []
    last = opened(made).pages[-1].extract_text()
    assert "Regel" in last
    assert "Mijn vragen" in last


@pytest.mark.parametrize("lines", range(20, 44))
def test_a_heading_is_never_the_last_on_a_page(lines: int) -> None:
    filler = "<p>vulling</p>" * lines
    table = "<table>" + "<row><cell>rij</cell></row>" * 3 + "</table>"
    for page in pages(a_paper(f"{filler}<h2>Koptekst</h2><h3>Onderkop</h3>{table}", footer="")):
        assert ("Koptekst" in page) == ("Onderkop rij" in page)


@pytest.mark.parametrize("lines", range(20, 44))
def test_the_title_of_a_step_is_never_the_last_on_a_page(lines: int) -> None:
    steps = f'<steps><step number="1" title="Titel"><p>vervolg</p>{"<p>meer</p>" * 30}</step></steps>'
    for page in pages(a_paper(f"{'<p>vulling</p>' * lines}{steps}", footer="")):
        assert ("Titel" in page) == ("Titel vervolg" in page)


@pytest.mark.parametrize("word", ["{}", "een <b>{}</b> en", "<quote>{}</quote>"])
def test_a_word_that_is_divided_over_lines_is_heard_as_one(word: str) -> None:
    long = "Praktijkondersteuner" * 9
    heard = " ".join(aloud(built(a_paper(f"<p>a<br/>b {word.format(long)} c</p>"))))
    assert long in heard
    assert "a b" in heard
    assert heard.endswith("c Dit is een advies.")


@pytest.mark.parametrize("kind", ["person", "huisarts"])
def test_a_number_of_many_pages_stays_on_its_line(kind: str) -> None:
    made = built(a_paper("<p>x</p><pagebreak/>" * 300, kind=kind))
    assert crowded(made) == []
    assert "9 van 300" in opened(made).pages[8].extract_text()
    assert "288/300" in opened(made).pages[287].extract_text()


@pytest.mark.parametrize("lines", range(20, 44, 3))
def test_a_box_stays_on_one_page(lines: int) -> None:
    filler = "<p>vulling</p>" * lines
    for page in pages(a_paper(f'{filler}<box title="Begin"><p>midden</p><p>einde</p></box>')):
        assert ("Begin" in page) == ("einde" in page)


def test_the_head_of_a_table_returns_on_the_next_page() -> None:
    rows = "<row><cell>x</cell></row>" * 60
    several = pages(a_paper(f'<table><row head="true"><cell>Kolomkop</cell></row>{rows}</table>'))
    assert len(several) > 1
    assert all("Kolomkop" in page for page in several)


def test_own_words_get_quotation_marks_once() -> None:
    page = pages(a_paper("<quote>“rust”</quote><quote>slaap</quote>"))[0]
    assert "“rust” “slaap”" in page


def test_an_empty_paper_is_one_page() -> None:
    assert len(pages(a_paper("<p></p>"))) == 1


def test_a_missing_font_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Inter"):
        build(a_paper("<p>a</p>"), tmp_path)


TYPED = st.text(st.characters(), max_size=400)


@settings(max_examples=40, deadline=None)
@given(text=TYPED, size=st.sampled_from(["normal", "large"]))
def test_no_text_keeps_a_paper_from_being_printed(text: str, size: str) -> None:
    assert built(everywhere(text, size=size)).startswith(b"%PDF")
