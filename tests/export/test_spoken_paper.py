"""The person's paper in a language of their own: what counts, what stays Dutch, and whom to call in both."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from intake_app.content.load_languages import Basis, read_languages
from intake_app.content.locate import resources_dir
from intake_app.core.problems import ProblemsError
from intake_app.export import documents
from tests.export.talks import MONEY, READ_BY_GP, WAITING, content, inputs_of, said

CODES = ("es", "pl", "tr")
MARK = "NL: "


@cache
def languages():
    basis = Basis(questionnaire=content().questionnaire, texts=content().wording.texts)
    return {each.code: each for each in read_languages(resources_dir(), basis).found}


def paper(answers, code):
    spoken = languages()[code]
    return said(
        documents.markup(documents.PERSON_ADVICE, inputs_of(answers), large=False, language="nl", spoken=spoken)
    )


def made(spoken, paper_id=documents.PERSON_ADVICE):
    return documents.pdf(paper_id, inputs_of(MONEY + READ_BY_GP), large=False, language="nl", spoken=spoken)


@pytest.mark.parametrize("code", CODES)
def test_it_says_that_nobody_checked_it_and_that_dutch_counts_in_both_languages(code):
    words = paper(MONEY, code)
    assert languages()[code].words["spoken_paper.draft"] in words
    assert "Het papier in het Nederlands geldt." in words


def test_a_reviewed_one_no_longer_says_that_nobody_checked_it():
    spoken = replace(languages()["pl"], status="reviewed")
    found = documents.markup(documents.PERSON_ADVICE, inputs_of(MONEY), large=False, language="nl", spoken=spoken)
    assert spoken.words["spoken_paper.reviewed"] in said(found)
    assert spoken.words["spoken_paper.draft"] not in said(found)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("answers", [MONEY, WAITING])
def test_whom_to_call_stands_in_both_languages(code, answers):
    words = paper(answers, code)
    for key in ("net_call_number", "net_evening_number", "net_danger"):
        for text in (languages()[code].words[f"person_paper.{key}"], content().wording.texts[f"person_paper.{key}"].nl):
            assert text.split("{")[0].strip() in words
    assert words.count("000-0000000") >= 2


@pytest.mark.parametrize("code", CODES)
def test_the_number_to_talk_stands_in_both_languages_while_a_flag_asks_for_it(code):
    words = paper(WAITING, code)
    assert languages()[code].words["person_paper.net_talk"] in words
    assert "Wilt u praten? Bel 113" in words


def test_own_words_in_dutch_never_push_out_the_translated_line():
    words = paper(MONEY + 'safety_net: "Gevaar? Bel 112."\n', "pl")
    assert "NL: Gevaar? Bel 112." in words
    assert languages()["pl"].words["person_paper.net_danger"] in words


def test_what_the_content_says_is_dutch_and_marked():
    words = paper(MONEY, "pl")
    kind = next(each for each in content().options if each.what.nl in words)
    assert MARK + kind.what.nl in words
    assert "Dlaczego: NL:" in words
    assert "NL: Zus belt elke week." in words


def test_dates_are_written_in_the_language():
    assert "Rozmowa: 22 listopada 2026" in paper(MONEY, "pl")


def test_on_a_paper_in_dutch_nothing_is_marked():
    found = documents.markup(documents.PERSON_ADVICE, inputs_of(MONEY), large=False, language="nl")
    assert MARK not in said(found)


@pytest.mark.parametrize("code", CODES)
def test_the_file_names_its_language_and_counts_its_pages(code):
    reader = PdfReader(BytesIO(made(languages()[code])))
    assert reader.trailer["/Root"]["/Lang"] == code
    assert f"1 / {len(reader.pages)}" in reader.pages[0].extract_text()


@pytest.mark.parametrize(
    "change", [{"right_to_left": True}, {"words": {"person_paper.title": "ምክር"}}], ids=["right to left", "letters"]
)
def test_a_language_that_cannot_be_drawn_is_refused(change):
    with pytest.raises(ProblemsError, match="language_not_on_paper"):
        made(replace(languages()["pl"], **change))


def test_no_other_paper_speaks_it():
    with pytest.raises(ProblemsError, match="paper_unknown"):
        made(languages()["pl"], documents.HUISARTS_SUMMARY)
