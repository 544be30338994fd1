"""What one other answer would change: the same as really changing it, and never anything about safety."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_app.core.ids import KindId, QuestionId
from intake_app.questionnaire.answers import Declined, Given
from intake_app.questionnaire.routing import route
from intake_app.triage.evaluate import Engine
from intake_app.triage.model import FlagState, KindState
from intake_app.triage.what_if import KindChange, Said, WhatIf, most_telling, other_values, telling_kinds, what_if
from tests.shipped import a_conversation, knowledge

PERSONAS = sorted((Path(__file__).parents[1] / "personas").glob("p*.yaml"))
QUESTIONNAIRE, ENGINE = knowledge().questionnaire, knowledge().engine
QUESTIONS = QUESTIONNAIRE.questions
TELLING = telling_kinds(ENGINE.rules, QUESTIONNAIRE)
FACTS = {"mode": "quick", "age": 44.0, "gender": "woman", "present": frozenset({"person"}), "wish_topics": frozenset()}


class CountingEngine(Engine):
    """An engine that counts what it was asked."""

    asked = 0

    def judge(self, *known):
        self.asked += 1
        return super().judge(*known)


def said_in(path):
    talk = a_conversation(path.read_text(encoding="utf-8"))
    facts = talk.situation.facts(wishes=talk.wish_topics, strengths=talk.strength_topics)
    return Said(answers=talk.answers, facts=facts, history=talk.history)


def said(**answers):
    return Said(answers={QuestionId(id_): Given(value=value) for id_, value in answers.items()}, facts=FACTS)


def assessed(known, **changed):
    answers = {**known.answers, **{QuestionId(id_): Given(value=value) for id_, value in changed.items()}}
    return ENGINE.assess(route(QUESTIONNAIRE, answers, known.facts), known.history)


def suggested(assessment):
    return {each.kind for each in assessment.kinds if each.state is KindState.SUGGESTED} - TELLING


def needs(assessment):
    return assessment.medical.need, assessment.social.need


def signs(assessment):
    told = (FlagState.RAISED, FlagState.POSSIBLE)
    return [(flag.flag, flag.state, set(flag.all_clauses)) for flag in assessment.flags if flag.state in told]


def is_quiet(id_):
    question = QUESTIONS[id_]
    return question.safety or question.alone or QUESTIONNAIRE.topics[question.topic].silent


@pytest.mark.parametrize("path", PERSONAS, ids=lambda path: path.stem)
def test_each_change_is_what_really_changing_the_answer_gives(path):
    known = said_in(path)
    now = assessed(known)
    for each in what_if(ENGINE, QUESTIONNAIRE, known):
        then = assessed(known, **{each.question: each.after})
        assert {change.kind for change in each.kinds} == suggested(now) ^ suggested(then)
        assert {(change.before, change.after) for change in each.needs} == {
            pair for pair in zip(needs(now), needs(then), strict=True) if pair[0] is not pair[1]
        }
        assert known.answers[each.question] == Given(value=each.before)


@pytest.mark.parametrize("path", PERSONAS[::5], ids=lambda path: path.stem)
def test_no_change_is_left_out_but_those_that_touch_a_flag(path):
    known = said_in(path)
    now = assessed(known)
    found = {(each.question, each.after) for each in what_if(ENGINE, QUESTIONNAIRE, known)}
    given = [id_ for id_, answer in known.answers.items() if isinstance(answer, Given) and not is_quiet(id_)]
    for id_ in given:
        for value in other_values(QUESTIONNAIRE, QUESTIONS[id_], known.answers[id_].value):
            then = assessed(known, **{id_: value})
            changes = suggested(now) != suggested(then) or needs(now) != needs(then)
            assert ((id_, value) in found) is (changes and signs(now) == signs(then))


@pytest.mark.parametrize("path", PERSONAS, ids=lambda path: path.stem)
def test_nothing_about_safety_or_what_is_asked_alone_is_varied(path):
    found = [each.question for each in what_if(ENGINE, QUESTIONNAIRE, said_in(path))]
    assert [id_ for id_ in found if is_quiet(id_)] == []


def test_a_kind_whose_name_would_tell_what_was_asked_alone_is_never_in_it():
    assert "centrum_seksueel_geweld" in TELLING
    found = [
        change.kind
        for path in PERSONAS
        for each in what_if(ENGINE, QUESTIONNAIRE, said_in(path))
        for change in each.kinds
    ]
    assert TELLING.isdisjoint(found)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from([id_ for id_ in QUESTIONS if is_quiet(id_) and QUESTIONS[id_].options]), min_size=1))
def test_safety_answers_alone_give_no_insight(ids):
    answers = {id_: Given(value=QUESTIONS[id_].options[-1].code) for id_ in ids}
    assert list(what_if(ENGINE, QUESTIONNAIRE, Said(answers=answers, facts=FACTS))) == []


def test_without_answers_there_is_nothing_to_vary():
    assert list(what_if(ENGINE, QUESTIONNAIRE, Said(answers={}, facts=FACTS))) == []
    declined = Said(answers={QuestionId("area_body"): Declined()}, facts=FACTS)
    assert list(what_if(ENGINE, QUESTIONNAIRE, declined)) == []


def test_an_answer_that_makes_one_suggestion_is_told_with_it():
    found = what_if(ENGINE, QUESTIONNAIRE, said(area_society="weighs", which_society=("money",), money_round="short"))
    changed = {(each.question, change.kind) for each in found for change in each.kinds}
    assert ("area_society", "eigen_stap") in changed


def test_an_answer_that_would_raise_a_flag_is_never_held_up_as_another_answer():
    known = said(which_mind=("memory",), memory="not_now")
    assert all(
        signs(assessed(known, **{each.question: each.after})) == signs(assessed(known))
        for each in what_if(ENGINE, QUESTIONNAIRE, known)
    )


def test_an_answer_of_which_the_question_is_hidden_is_not_varied():
    known = said(area_body="goes_well", which_body=("sleep",))
    assert "which_body" not in {each.question for each in what_if(ENGINE, QUESTIONNAIRE, known)}


def test_a_multiple_choice_varies_by_one_option_and_respects_the_one_that_excludes():
    question = QUESTIONS[QuestionId("which_body")]
    found = set(other_values(QUESTIONNAIRE, question, ("sleep", "energy")))
    assert {("nothing",), ("sleep",), ("energy",)} <= found
    assert all(len(value) in (1, 3) and (value == ("nothing",) or "nothing" not in value) for value in found)
    assert ("sleep",) in set(other_values(QUESTIONNAIRE, question, ("nothing",)))


def test_the_work_stops_when_nobody_asks_on():
    engine = CountingEngine(ENGINE.rules, QUESTIONNAIRE, tuple(each.kind for each in assessed(said()).kinds))
    list(islice(what_if(engine, QUESTIONNAIRE, said_in(PERSONAS[0])), 1))
    some = engine.asked
    list(what_if(engine, QUESTIONNAIRE, said_in(PERSONAS[0])))
    assert some * 3 < engine.asked


def test_those_that_change_most_suggestions_stand_first():
    def one(question, *kinds):
        changes = [KindChange(kind=KindId(k), before=KindState.BLOCKED, after=KindState.SUGGESTED) for k in kinds]
        return WhatIf(question=QuestionId(question), before="a", after="b", kinds=tuple(changes), needs=())

    found = [one("first", "gli"), one("second", "gli", "maatje"), one("third", "gli")]
    assert [each.question for each in most_telling(found, 2)] == ["second", "first"]
