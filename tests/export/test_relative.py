"""The sheet of a relative who was there: what they said and what is for them, and nothing that the person told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_app.content.locate import resources_dir
from intake_app.conversation.model import Wish
from intake_app.core.text import LANGUAGES
from intake_app.export import documents
from intake_app.export.making import Reader
from tests.export.pdf.gate import faults_of
from tests.export.pdf.papers import HOSTILE
from tests.export.talks import MONEY, WAITING, inputs_of, knowledge, locks, markup, papers, said
from tests.export.test_silent import telling_words

SHEET = "relative:relative"
CARING = (resources_dir() / "examples" / "06_zorgen_voor_twee.yaml").read_text(encoding="utf-8")


def sheet(answers=CARING, **changes):
    return said(markup(SHEET, answers, **changes))


def test_there_is_a_sheet_for_a_relative_who_was_there_and_for_nobody_else():
    assert papers(CARING)[SHEET].reader is Reader.RELATIVES
    assert not [each for each in papers(MONEY) if each.startswith("relative")]


def test_it_holds_what_the_relative_said_and_what_was_agreed_for_them():
    told = sheet()
    assert "Weten wat er met mijn geheugen is" in told
    assert "Vaste begeleider aanvragen" in told
    assert "Groep of lijn voor naasten" in told


@pytest.mark.parametrize(
    "words",
    [
        "Hij vergeet steeds meer",
        "Een middag weg zonder schuldgevoel",
        "Samen nog elke dag lachen",
        "De dochter vragen",
        "Even Vrij bellen",
        "Hij wil nog niet",
        "Kunt u het niet meer volhouden",
        "Zij slaapt met een oor open",
        "Waarom:",
    ],
)
def test_nothing_that_the_person_told_stands_on_it(words):
    assert words not in sheet()


def test_no_answer_note_or_choice_of_the_person_changes_it():
    whole = inputs_of(CARING)
    bare = replace(whole.conversation, answers={}, notes={}, choices=(), ties=())
    empty = replace(whole, conversation=bare, picture=knowledge().picture(bare))
    assert sheet() == said(documents.markup(SHEET, empty, large=False, language="nl"))


def test_no_consent_of_the_person_is_asked_for_it():
    spec = papers(CARING)[SHEET]
    assert spec.locked_by == ()
    assert spec.recipient == ""
    assert "geen toestemming van de ander nodig" in sheet()


def test_while_something_must_come_first_it_is_not_made():
    assert locks(WAITING + "participants: [person, relative]\n", SHEET) == ["flag_not_recorded"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_betrays_no_silent_word(language):
    told = sheet(language=language).casefold()
    assert not [each for each in telling_words() if f" {each} " in told]


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_passes_both_checkers(language, large):
    asked = {"large": large, "language": language}
    assert faults_of(documents.pdf(SHEET, inputs_of(CARING), **asked), markup(SHEET, CARING, **asked)) == []


@settings(max_examples=15, deadline=None)
@given(st.sampled_from([*HOSTILE, "é" * 300, "🙂 {{ view }}", "a " * 8_000]) | st.text(max_size=200))
def test_whatever_a_relative_said_becomes_pages(text):
    wishes = tuple(
        Wish(topic=topic, text=text, told_by="relative") for topic in list(knowledge().questionnaire.topics)[:3]
    )
    assert documents.pdf(SHEET, inputs_of(CARING, wishes=wishes), large=False, language="nl").startswith(b"%PDF")
