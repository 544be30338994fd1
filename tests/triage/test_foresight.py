"""Looking ahead: what each open question is worth, and how firm the advice stands."""

from __future__ import annotations

import subprocess
import sys
from functools import cache

import numpy
import pytest

from intake_app.content.load_population import load_population
from intake_app.core.ids import FlagId, KindId, QuestionId
from intake_app.questionnaire.answers import Declined, Given, NotAsked
from intake_app.questionnaire.conditions import Missing, Truth
from intake_app.questionnaire.model import Mode, QuestionKind
from intake_app.questionnaire.situation import Person, Situation
from intake_app.triage.flags import FlagHistory
from intake_app.triage.foresight.likeness import Likeness
from intake_app.triage.foresight.look import Foresight
from intake_app.triage.foresight.rules import followers
from intake_app.triage.what_if import Said
from tests.shipped import TODAY, content, knowledge

QUESTIONNAIRE, ROUTER = knowledge().questionnaire, knowledge().engine.router
PERSON = Person(age=40, gender="woman")
FACTS = Situation(mode=Mode.EXPLORATORY, date=TODAY, person=PERSON).facts(wishes=frozenset(), strengths=frozenset())
OVERVIEW = {
    "own_question": "Weer slapen",
    "area_body": "weighs",
    "which_body": ("moving", "sleep"),
    "area_mind": "goes_well",
    "area_social": "goes_well",
    "area_society": "goes_well",
}


def said(answers=OVERVIEW, history=None):
    given = {QuestionId(id_): Given(value=value) for id_, value in answers.items()}
    return Said(answers=given, facts=FACTS, history=history or FlagHistory())


def marginals():
    return load_population(content().source.part("population"), content().questionnaire, [])


def a_foresight():
    groups = {kind.id: kind.group.value for kind in content().options}
    return Foresight(content().questionnaire, content().rules, groups, marginals)


@cache
def foresight():
    return a_foresight()


@cache
def after_the_overview():
    return foresight().look(said())


def is_open(id_, talk):
    routing = ROUTER.route(talk.answers, talk.facts)
    return routing.applies[id_] is Truth.TRUE and routing.states[id_] is Missing.NOT_ASKED


def everything_answered():
    answers = {QuestionId("own_question"): Given(value="Weer slapen")}
    while True:
        left = [id_ for id_ in QUESTIONNAIRE.order if is_open(id_, Said(answers=answers, facts=FACTS))]
        if not left:
            return Said(answers=answers, facts=FACTS)
        for id_ in left:
            answers[id_] = Given(value=first_answer(QUESTIONNAIRE.questions[id_]))


def first_answer(question):
    if question.kind is QuestionKind.MULTI:
        return (question.options[0].code,)
    if question.kind is QuestionKind.NUMBER:
        return float(question.minimum or 0)
    return question.options[0].code if question.options else "zo is het"


def test_no_gain_is_below_zero_and_some_question_is_worth_asking():
    gains = after_the_overview().gains
    assert min(gains.values()) >= 0
    assert gains["moving_days"] > 0


def test_own_words_can_change_no_rule_and_gain_nothing():
    assert after_the_overview().gains["helped_before"] == 0


def test_exactly_the_questions_that_can_be_asked_now_are_weighed_and_safety_is_not():
    expected = {id_ for id_, each in QUESTIONNAIRE.questions.items() if not each.safety and is_open(id_, said())}
    assert set(after_the_overview().gains) == expected


def test_the_same_talk_always_gives_the_same_outlook():
    assert a_foresight().look(said()) == after_the_overview()


def test_moving_may_still_turn_a_kind_that_is_about_moving():
    turns = after_the_overview().turns["moving_wish"]
    groups = {kind.id: kind.group.value for kind in content().options}
    assert "exercise" in {groups[kind] for kind in turns[:2]}


def test_a_question_without_gain_turns_no_kind():
    outlook = after_the_overview()
    assert not [id_ for id_, gain in outlook.gains.items() if gain == 0 and outlook.turns[id_]]


def test_when_everything_is_answered_nothing_is_ahead_and_the_advice_stands():
    outlook = foresight().look(everything_answered())
    assert outlook.gains == {}
    assert outlook.robustness == 1


def test_the_advice_stands_firmer_at_the_end_than_at_the_beginning():
    begun = foresight().look(said({"own_question": "Weer slapen"}))
    almost = dict(everything_answered().answers)
    del almost[QuestionId("helped_before")]
    assert begun.robustness < foresight().look(Said(answers=almost, facts=FACTS)).robustness == 1


def test_what_was_answered_is_not_weighed_again_and_a_declined_answer_stands():
    answers = {**said().answers, QuestionId("sleep_quality"): Declined()}
    assert "sleep_quality" not in foresight().look(Said(answers=answers, facts=FACTS)).gains


def test_a_question_that_was_left_out_may_still_be_weighed():
    answers = {**said().answers, QuestionId("sleep_quality"): NotAsked(reason="geen tijd")}
    assert "sleep_quality" in foresight().look(Said(answers=answers, facts=FACTS)).gains


def test_a_topic_that_was_not_named_is_not_weighed():
    assert "falls" not in after_the_overview().gains


@cache
def people():
    look = foresight()
    look.look(said())
    return look._pool


@pytest.mark.parametrize("code", ["good", "hardly"])
def test_who_is_chosen_gave_the_answers_of_the_talk(code):
    pool = people()
    known = pool._crowd.codebook.encode({QuestionId("sleep_quality"): Given(value=code)}, {})
    rows = pool._likeness.closest(known, 20)
    assert set(pool._people.columns["sleep_quality"][rows]) == set(known.columns["sleep_quality"])


def test_the_more_answers_agree_the_closer_somebody_is():
    pool = people()
    columns = {name: pool._people.columns[name][7:8] for name in ("area_body", "area_mind", "support", "which_body")}
    known = pool._people.chosen(numpy.arange(1)).replaced(columns)
    known = type(known)(size=1, columns=columns)
    assert 7 in pool._likeness.closest(known, 40)


def test_nobody_is_closer_while_nothing_was_said():
    pool = people()
    likeness = Likeness(QUESTIONNAIRE, pool._people)
    assert list(likeness.closest(pool._crowd.codebook.encode({}, {}), 3)) == [0, 1, 2]


def test_a_gate_takes_what_hangs_on_it_along_and_an_overview_its_topics():
    behind = followers(QUESTIONNAIRE)
    assert "work_strain" in behind[QuestionId("work")]
    assert {"sleep_quality", "sleep_cause"} <= set(behind[QuestionId("which_body")])
    assert not behind[QuestionId("helped_before")]


def test_a_flag_that_was_dealt_with_holds_no_help_back_in_what_lies_ahead():
    talk = {**OVERVIEW, "body_sudden": "now", "body_alarm": ("chest_pressure_now",)}
    flag = FlagId("somatic_emergency")
    held = foresight().look(said(talk))
    free = foresight().look(said(talk, FlagHistory(recorded=frozenset({flag}))))
    assert sum(map(len, free.turns.values())) > sum(map(len, held.turns.values()))


def test_a_flag_that_was_withdrawn_holds_nothing_back_either_and_one_that_stands_does():
    flag = next(each for each in content().rules.flags if each.id == "somatic_emergency")
    clauses = {flag.id: frozenset(clause.id for clause in flag.clauses)}
    free, stands = (
        foresight().look(said(OVERVIEW, FlagHistory(**{way: clauses}))) for way in ("withdrawn", "standing")
    )
    assert len(stands.turns["moving_wish"]) < len(free.turns["moving_wish"])


def test_kinds_are_named_by_their_id():
    known = {kind.id for kind in content().options}
    assert {KindId(kind) for kinds in after_the_overview().turns.values() for kind in kinds} <= known


def test_numpy_is_loaded_at_the_first_look_and_not_before():
    modules = "intake_app.triage.foresight.look, intake_app.triage.next_question"
    code = f"import sys, {modules}; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
