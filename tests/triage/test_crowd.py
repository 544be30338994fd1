"""Many people at once are judged exactly as each of them alone."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_app.questionnaire.answers import Declined, Given
from intake_app.questionnaire.conditions import CodeTest, Condition, Missing, RangeTest, StateTest
from intake_app.questionnaire.model import QuestionKind
from intake_app.triage.crowd.columns import FIRST, NOT_ASKED, Answers, Codebook, SetColumn
from intake_app.triage.outcome import Status
from tests.shipped import content
from tests.triage.crowds import crowd, judged_alone, judged_in_crowd, population, single

QUESTIONS = content().questionnaire.questions
NOBODY = Answers(size=1, columns={})


def _thinned(answers, seed):
    """Leave out answers of a random part of the questions per person, and decline some."""
    chance = numpy.random.default_rng(seed)
    keep = chance.random(answers.size)
    columns = dict(answers.columns)
    for name in set(columns) & set(QUESTIONS):
        drawn = chance.random(answers.size)
        codes = numpy.where(drawn > keep, columns[name].dtype.type(NOT_ASKED), columns[name])
        columns[name] = numpy.where(drawn < 0.05, codes.dtype.type(1), codes)
    return answers.replaced(columns)


PEOPLE = {
    "interviewed": lambda: population().interviewed(crowd(), 150, seed=3),
    "with answers left out": lambda: _thinned(population().interviewed(crowd(), 150, seed=4), 4),
    "with answers that no gate opened": lambda: _thinned(population().sample(60, seed=5), 5),
}


@pytest.mark.parametrize("which", PEOPLE)
def test_a_crowd_is_judged_as_each_person_alone(which):
    people = PEOPLE[which]()
    judged = crowd().judge(people)
    for at in range(people.size):
        assert judged_in_crowd(judged, at) == judged_alone(*single(people, at))


def test_every_status_occurs_among_the_people_compared():
    found = crowd().judge(PEOPLE["interviewed"]()).status
    assert set(found.tolist()) == set(range(len(Status)))


def _value(question):
    options = [option.code for option in question.options]
    if question.kind is QuestionKind.SINGLE:
        return st.sampled_from(options)
    if question.kind is QuestionKind.MULTI:
        return st.lists(st.sampled_from(options), min_size=1, max_size=4, unique=True).map(tuple)
    if question.kind is QuestionKind.NUMBER:
        return st.floats(question.minimum, question.maximum).map(lambda number: round(number, 1))
    return st.just("iets")


ANSWERS = st.fixed_dictionaries(
    {}, optional={id_: _value(question).map(lambda value: Given(value=value)) for id_, question in QUESTIONS.items()}
)
FACTS = st.fixed_dictionaries(
    {
        "mode": st.sampled_from(["quick", "exploratory"]),
        "language": st.sampled_from(["nl", "en", "ar"]),
        "wish_topics": st.frozensets(st.sampled_from(sorted(content().questionnaire.topics)), max_size=3),
        "strength_topics": st.frozensets(st.sampled_from(sorted(content().questionnaire.topics)), max_size=3),
        "present": st.frozensets(st.sampled_from(["person", "relative", "child"]), max_size=3),
        "gut_feeling": st.sampled_from(["no", "yes"]),
    },
    optional={"age": st.integers(16, 100).map(float), "gender": st.sampled_from(["woman", "man", "other"])},
)


@settings(max_examples=40)
@given(answers=ANSWERS, facts=FACTS, declined=st.sets(st.sampled_from(sorted(QUESTIONS))))
def test_any_conversation_is_judged_the_same_in_a_crowd(answers, facts, declined):
    told = {**answers, **{id_: Declined() for id_ in declined}}
    alone, together = judged_alone(told, facts), judged_in_crowd(crowd().judge(crowd().codebook.encode(told, facts)), 0)
    numbers = {id_ for id_, question in QUESTIONS.items() if question.kind in {QuestionKind.NUMBER, QuestionKind.TEXT}}
    for found in (alone, together):
        found["states"] = {name: state for name, state in found["states"].items() if name not in numbers}
    assert together == alone


def test_one_conversation_stands_for_all_until_a_column_is_sampled():
    known = crowd().codebook.encode({"area_mind": Given(value="weighs")}, {"mode": "exploratory"})
    moods = crowd().codebook.codes("mood", ["good", "often_low", Missing.DECLINED])
    judged = crowd().judge(known.replaced({"mood": moods}, size=3))
    for at, mood in enumerate(("good", "often_low")):
        told = {"area_mind": Given(value="weighs"), "mood": Given(value=mood)}
        assert judged_in_crowd(judged, at) == judged_alone(told, {"mode": "exploratory"})


def test_an_interview_asks_everything_that_applies_and_nothing_else():
    people = crowd().interview(NOBODY, population().sample(400, seed=6))
    judged = crowd().judge(people)
    for at, name in enumerate(content().questionnaire.order):
        asked = people.columns[name] != NOT_ASKED
        assert numpy.array_equal(asked, judged.applies[:, at] == 2), name


def test_talking_is_asking_and_judging_at_once():
    offered = population().sample(300, seed=6)
    people, judged = crowd().talk(NOBODY, offered)
    apart = crowd().judge(crowd().interview(NOBODY, offered))
    assert all(judged_in_crowd(judged, at) == judged_in_crowd(apart, at) for at in range(300))
    assert people.size == judged.size == 300


def test_an_interview_keeps_what_was_already_said():
    known = crowd().codebook.encode({"area_body": Given(value="goes_well")}, {"mode": "quick"})
    people = crowd().interview(known, population().sample(50, seed=7))
    assert {crowd().codebook.states(people, at)["area_body"] for at in range(50)} == {"goes_well"}
    assert not people.columns["which_body"].any()


def test_people_can_be_judged_on_one_more_condition():
    people = population().interviewed(crowd(), 200, seed=8)
    woman = Condition(tests=(("gender", CodeTest(codes=frozenset({"woman"}))),))
    codes = crowd().codebook.codes("gender", ["woman"])
    truths = crowd().truths(crowd().judge(people), woman)
    assert ((truths == 2) == (people.columns["gender"] == codes)).all()


@pytest.mark.parametrize("number, same_as", [(18.0, 18.0), (17.2, 16.5), (0.0, -3.0), (99.0, 18.5)])
def test_a_number_is_kept_as_far_as_a_rule_can_see_it(number, same_as):
    column = _small_book(RangeTest(low=18.0, high=float("inf"))).columns["age"]
    assert column.encode(number) == column.encode(same_as)


def _small_book(test):
    return Codebook(content().questionnaire, [Condition(tests=(("age", test),))])


@pytest.mark.parametrize(
    "test",
    [
        CodeTest(codes=frozenset({"b", "t30"})),
        CodeTest(codes=frozenset({"b"}), negated=True),
        StateTest(states=frozenset({Missing.DECLINED})),
        StateTest(states=frozenset(), answered=True),
    ],
)
@pytest.mark.parametrize("more", [0, 40], ids=["by a table", "bit by bit"])
def test_a_set_is_judged_the_same_by_table_and_bit_by_bit(test, more):
    column = SetColumn(["a", "b", "t30", *(f"x{at}" for at in range(more))])
    states = [frozenset(), frozenset("a"), frozenset("ab"), frozenset({"t30"}), *Missing]
    codes = numpy.array([column.encode(state) for state in states], dtype=column.dtype)
    index = codes if column.size is None else codes.astype(numpy.intp)
    assert column.truths(test, index).tolist() == [int(test.truth(state)) for state in states]
    assert [column.decode(int(code)) for code in codes] == states


def test_a_person_can_be_taken_out_of_a_crowd():
    people = population().interviewed(crowd(), 30, seed=9)
    chosen = people.chosen(numpy.array([4, 17]))
    assert single(chosen, 1) == single(people, 17)
    assert chosen.size == 2
    assert all(int(code) >= FIRST for code in chosen.columns["age"])
