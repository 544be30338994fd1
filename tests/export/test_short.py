"""The short sentences on the summary: on page one how settled it is, in the annex why."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdf
import pytest

from intake_app.export import documents
from intake_app.export.views import speech
from intake_app.export.views_short import settled, short_view
from intake_app.export.views_visible import Visible
from intake_app.triage.outcome import Status
from intake_app.triage.short_form import LONGEST
from tests.export.talks import MONEY, READ_BY_GP, inputs_of, markup, said, summary

SILENT = """
mode: exploratory
person: {age: 34, gender: woman}
alone_moment: true
answers: {own_question: "Ik slaap slecht", afraid: "yes", controlled: "yes", violence: [hitting, sexual_force],
          area_body: weighs, sleep_quality: poor, money_round: short}
"""


def view_of(file, language="nl"):
    inputs = inputs_of(file)
    return Visible(inputs), speech(inputs, language)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_need_and_each_suggested_kind_has_one_short_sentence(language):
    found = short_view(*view_of(MONEY, language))
    assert len(found.needs) == 2
    assert "Geldfit" in {name for name, _ in found.kinds}
    assert all(0 < len(each) <= LONGEST for each in (*found.needs, *(why for _, why in found.kinds)))


def test_how_settled_it_is_stands_behind_the_heading_of_the_picture():
    found = markup(documents.HUISARTS_SUMMARY, MONEY + READ_BY_GP)
    assert "<h2>Beeld <small>nog niet compleet: een nodige vraag is nog open</small></h2>" in found


def test_a_paper_never_says_that_an_outcome_is_settled():
    inputs = inputs_of(MONEY)
    judgement = inputs.picture.judgement
    final = replace(judgement.assessment, status=Status.FINAL, missing_essentials=())
    picture = replace(inputs.picture, judgement=replace(judgement, assessment=final))
    assert settled(Visible(replace(inputs, picture=picture)), speech(inputs, "nl")).startswith("voorlopig")


def test_where_something_is_held_back_no_need_is_said():
    found = short_view(*view_of(SILENT))
    assert all("nog niet genoeg bekend" in each for each in found.needs)


def test_no_sentence_tells_what_was_said_alone():
    found = short_view(*view_of(SILENT))
    words = " ".join([*found.needs, *(f"{name} {why}" for name, why in found.kinds)]).lower()
    assert not re.search("geweld|bang|geslagen|seksueel", words)


def test_the_sentences_follow_what_the_person_agreed_to_show():
    only = "consents: [{recipient: huisarts, items: [answers]}]\n"
    assert "In het kort" in summary(MONEY)
    assert "In het kort" not in said(markup(documents.HUISARTS_SUMMARY, MONEY + only))


def test_the_first_page_stays_one_page():
    data = documents.pdf(documents.HUISARTS_SUMMARY, inputs_of(MONEY + READ_BY_GP), large=False, language="nl")
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    assert "Vangnet en vervolg" in pages[0]
    assert "Bijlage: Alle antwoorden" in pages[1]
