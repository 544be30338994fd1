from __future__ import annotations

import datetime

import pytest

from intake_app.questionnaire.answers import Declined, Given
from intake_app.questionnaire.conditions import Missing, Truth
from intake_app.questionnaire.model import Mode, QuestionKind
from intake_app.questionnaire.routing import asked_in_order, gates_filled, route
from intake_app.questionnaire.situation import Interpreter, Participant, Person, Situation
from tests.shipped import TODAY, knowledge

NOTHING_STANDS_OUT = {
    "own_question": "Rust",
    "reading": "easy",
    "body_sudden": "nothing_new",
    "area_body": "goes_well",
    "area_mind": "goes_well",
    "area_social": "goes_well",
    "area_society": "goes_well",
    "first_topic": "not_sure",
    "support": "several",
    "sleep_place": "safe_place",
    "needs_missing": ("none",),
    "cares_for": ("nobody",),
    "life_not_worth": "no",
    "suicide_thoughts": "no",
    "afraid": "no",
    "violence_signals": "none",
    "use_daily": ("none",),
    "confidence": 7.0,
}


def situation(**changes):
    return Situation(**{"mode": Mode.QUICK, "date": TODAY, "person": Person(age=40, gender="man"), **changes})


def routed(answers, **changes):
    given = {id_: value if isinstance(value, Declined) else Given(value=value) for id_, value in answers.items()}
    facts = situation(**changes).facts(wishes=frozenset(), strengths=frozenset())
    return route(knowledge().questionnaire, given, facts)


def test_a_quick_talk_in_which_nothing_stands_out_takes_seventeen_questions():
    found = asked_in_order(knowledge().questionnaire, routed(NOTHING_STANDS_OUT), situation())
    assert set(found) == set(NOTHING_STANDS_OUT)
    assert 14 <= len(found) <= 18


def test_a_topic_that_the_person_names_is_asked_about():
    answers = {"area_society": "weighs", "which_society": ("money",)}
    assert routed(answers).applies["money_round"] is Truth.TRUE
    assert routed({"area_society": "weighs", "which_society": ("work",)}).applies["money_round"] is Truth.FALSE


def test_a_topic_stays_open_while_its_area_is_declined():
    assert routed({"area_society": Declined()}).applies["money_round"] is Truth.UNKNOWN


def test_a_hidden_answer_counts_for_nothing_and_comes_back():
    hidden = routed({"mood": "good", "mood_duration": "longer"})
    shown = routed({"mood": "sometimes_low", "mood_duration": "longer"})
    assert hidden.states["mood_duration"] is Missing.NOT_APPLICABLE
    assert shown.states["mood_duration"] == "longer"


def test_an_answer_to_a_safety_question_counts_whatever_its_gate_says():
    told = routed({"suicide_thoughts": "no", "suicide_plan": ("plan",), "life_not_worth": "no"})
    assert told.states["suicide_plan"] == frozenset({"plan"})
    assert told.is_shown("suicide_plan")


def test_an_answer_given_before_its_gate_opens_the_gate():
    assert routed({"suicide_plan": ("plan",)}).applies["suicide_plan"] is Truth.TRUE


def test_answering_a_follow_up_fills_a_gate_with_one_way_in():
    filled = gates_filled(knowledge().questionnaire, {}, "high_energy_signs")
    assert filled == {"high_energy": Given(value="yes")}


OVERHEARD = [
    {"participants": (Participant.PERSON, Participant.RELATIVE)},
    {"participants": (Participant.PERSON, Participant.CHILD)},
    {"interpreter": Interpreter.LAY},
    {"speaks_freely": False},
]


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("changes", OVERHEARD)
def test_no_alone_question_is_asked_while_somebody_can_hear(changes, mode):
    questionnaire = knowledge().questionnaire
    where = situation(mode=mode, **changes)
    routing = routed({**NOTHING_STANDS_OUT, "afraid": "yes"}, mode=mode, **changes)
    asked = asked_in_order(questionnaire, routing, where)
    assert not [id_ for id_ in asked if questionnaire.questions[id_].alone]


def test_alone_questions_are_asked_again_in_a_moment_alone():
    where = situation(participants=(Participant.PERSON, Participant.RELATIVE), alone_now=True)
    assert "afraid" in asked_in_order(knowledge().questionnaire, routed({}), where)


def test_every_question_of_the_exploratory_talk_has_a_place_and_safety_comes_late():
    order = asked_in_order(
        knowledge().questionnaire,
        routed({"area_body": "ok", "which_body": ("sleep",)}, mode=Mode.EXPLORATORY),
        situation(mode=Mode.EXPLORATORY),
    )
    assert order.index("sleep_quality") < order.index("suicide_thoughts") < order.index("confidence")


def test_an_age_from_the_year_alone_is_the_lower_of_the_two():
    assert Person(birth_year=2010).age_on(datetime.date(2026, 11, 22)) == 15
    assert Person(birth_year=2010, age=16).age_on(datetime.date(2026, 11, 22)) == 16


def test_every_choice_question_has_at_least_two_options():
    choices = {QuestionKind.SINGLE, QuestionKind.MULTI}
    questions = [each for each in knowledge().questionnaire.questions.values() if each.kind in choices]
    assert all(len(each.options) >= 2 for each in questions)
