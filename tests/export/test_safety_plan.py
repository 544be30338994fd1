"""Mijn veiligheidskaart: the person's own words, whom to call, and nothing of what was answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake_app.conversation.safety_plan import PlanPerson, SafetyPlan
from intake_app.core.problems import ProblemsError
from intake_app.core.text import LANGUAGES
from intake_app.export import documents
from intake_app.export.pdf.markup import parse
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Situation
from tests.export.pdf.gate import faults_of
from tests.export.pdf.papers import HOSTILE
from tests.export.talks import SETTINGS, inputs_of, locks, papers, said

PAPER = "safety_plan"
HELPED = """
mode: exploratory
person: {age: 45, gender: man}
participants: [person, poh_ggz, ggz_professional]
"""
PLAN = f"""{HELPED}
safety_plan:
  signs: "Ik slaap slecht."
  own_steps: "Een rondje met de hond."
  people: [{{name: "Mijn zus Els", number: "06-12345678"}}, {{name: "Karim"}}]
  helpers: [{{name: "Noor van de praktijk", number: "010-0000001"}}]
  safer_home: "De pillen liggen bij mijn zus."
"""
RECENT = """
answers: {life_not_worth: often, suicide_thoughts: recent, suicide_plan: none, suicide_safe: safe,
          suicide_earlier: "no", too_much_taken: "no", use_daily: none}
"""
ACTED = 'flag_actions: [{flag: suicide_thoughts, done: "Samen gesproken", told: huisarts}]\n'
HARM = """
alone_moment: true
answers: {afraid: "yes", violence: [threats], children_saw: "yes", life_not_worth: "no", suicide_thoughts: "no"}
"""


def inputs(answers=PLAN, settings=SETTINGS, **changes):
    return replace(inputs_of(answers, **changes), settings=settings)


def markup(answers=PLAN, *, large=False, language="nl", **changes):
    return documents.markup(PAPER, inputs(answers, **changes), large=large, language=language)


def codes_on(paper):
    return [each.get("data") for each in _all(parse(paper)) if each.name == "qr"]


def _all(node):
    yield node
    for child in node.elements:
        yield from _all(child)


def test_it_says_in_own_words_what_helps_who_helped_and_whom_to_call():
    words = said(markup())
    for part in ("Ik slaap slecht.", "Een rondje met de hond.", "De pillen liggen bij mijn zus.", "Karim"):
        assert part in words
    assert "Samen ingevuld met de POH-GGZ en de ggz-professional." in words
    assert "Bel 113 of 0800-0113" in words
    assert "Bel 112" in words


def test_every_number_but_that_for_danger_has_a_code_that_calls_it():
    settings = {**SETTINGS, "crisis_phone": "000-2222222"}
    assert codes_on(markup(settings=settings)) == [
        *("tel:0612345678", "tel:0100000001", "tel:0000000000", "tel:0001111111", "tel:0002222222"),
        "tel:08000113",
    ]


def test_the_crisis_service_stands_there_only_where_the_practice_has_its_number():
    assert "crisisdienst" not in said(markup())
    assert "De crisisdienst Als dat met mij is afgesproken." in said(markup(settings={"crisis_phone": "000-2222222"}))


def test_whom_to_call_now_stands_before_everything_that_is_filled_in():
    words = said(markup())
    assert words.index("bel ik 113 of 0800-0113") < words.index("bel ik 112") < words.index("Ik slaap slecht.")


def test_a_part_that_is_empty_can_be_written_in_by_hand():
    lines = [each for each in _all(parse(markup(HELPED))) if each.name == "lines"]
    assert len(lines) == 7
    assert len([each for each in _all(parse(markup(HELPED, settings={}))) if each.name == "lines"]) == 9
    assert said(markup(HELPED)).count("Naam en nummer:") == 2


@pytest.mark.parametrize("helper", ["poh_ggz", "ggz_professional"])
def test_it_is_offered_where_somebody_trained_is_there_whatever_was_answered(helper):
    talk = f"mode: quick\nparticipants: [person, {helper}]\n"
    assert PAPER in papers(talk)
    assert PAPER not in papers(talk.replace(helper, "gp_assistant"))


def test_what_was_filled_in_stays_listed_when_its_helper_leaves_and_names_nobody():
    alone = Situation(mode=Mode.EXPLORATORY, date=inputs().conversation.situation.date)
    assert PAPER in papers(PLAN, situation=alone)
    assert PAPER not in papers(HELPED, situation=alone)
    words = said(markup(situation=alone))
    assert "Ik slaap slecht." in words
    assert "Samen ingevuld" not in words


def test_nothing_of_the_answers_can_be_read_from_it():
    assert papers(HELPED + HARM)[PAPER] == papers(HELPED)[PAPER]
    assert markup(HELPED + HARM) == markup(HELPED)


def test_it_waits_for_what_must_be_done_first():
    assert locks(HELPED + RECENT, PAPER) == ["flag_not_recorded"]
    assert locks(HELPED + "answers: {life_not_worth: often}\n", PAPER) == ["flag_still_possible", "flag_still_possible"]
    assert locks(HELPED + RECENT + ACTED, PAPER) == []
    with pytest.raises(ProblemsError):
        markup(HELPED + RECENT)


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answers", [PLAN, HELPED], ids=["filled in", "empty"])
def test_it_passes_both_checkers(answers, language, large):
    assert faults_of(documents.pdf(PAPER, inputs(answers), large=large, language=language)) == []


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 2_000, "\x00\x07", "😀 Ħěľĺø", " \n \n"])
def test_whatever_is_typed_comes_out_as_letters(text):
    person = PlanPerson(name=text[:60], number=text[:30])
    plan = SafetyPlan(signs=text, people=(person,), helpers=(person,), living_for=text)
    found = inputs(HELPED, safety_plan=plan)
    assert documents.pdf(PAPER, found, large=False, language="nl").startswith(b"%PDF")
    assert codes_on(documents.markup(PAPER, found, large=False, language="nl")) == [
        *("tel:0000000000", "tel:0001111111", "tel:08000113")
    ]
