from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.questionnaire.conditions import (
    CodeTest,
    Condition,
    Missing,
    RangeTest,
    StateTest,
    Truth,
    any_holds,
)

CODES = ("a", "b", "c")
OPEN = (Missing.NOT_ASKED, Missing.DECLINED, Missing.NOT_KNOWN)
codes = st.frozensets(st.sampled_from(CODES), min_size=1)
tests = st.builds(CodeTest, codes=codes, negated=st.booleans())
conditions = st.lists(tests, min_size=1, max_size=3).map(
    lambda found: Condition(tests=tuple((f"q{at}", test) for at, test in enumerate(found)))
)


@pytest.mark.parametrize("state", OPEN)
def test_a_test_on_an_open_question_is_unknown_whatever_the_reason(state):
    assert CodeTest(codes=frozenset("a")).truth(state) is Truth.UNKNOWN
    assert RangeTest(low=0, high=1).truth(state) is Truth.UNKNOWN


def test_a_test_on_a_question_that_does_not_apply_is_false_also_when_negated():
    assert CodeTest(codes=frozenset("a"), negated=True).truth(Missing.NOT_APPLICABLE) is Truth.FALSE


def test_a_multiple_choice_holds_when_it_contains_one_of_the_codes():
    assert CodeTest(codes=frozenset("ab")).truth(frozenset("bc")) is Truth.TRUE
    assert CodeTest(codes=frozenset("a"), negated=True).truth(frozenset("bc")) is Truth.TRUE


def test_a_test_of_the_answer_state_is_never_unknown():
    declined = StateTest(states=frozenset({Missing.DECLINED}))
    assert [declined.truth(each) for each in (Missing.DECLINED, Missing.NOT_ASKED, "a")] == [2, 0, 0]


@given(conditions, st.data())
def test_a_decided_condition_keeps_its_value_in_every_completion(condition, data):
    partial = {column: data.draw(st.sampled_from((*CODES, Missing.NOT_ASKED))) for column in condition.columns}
    found = condition.truth(partial)
    open_ = [column for column, state in partial.items() if state is Missing.NOT_ASKED]
    completions = [{**partial, **dict(zip(open_, filled, strict=True))} for filled in product(CODES, repeat=len(open_))]
    values = {condition.truth(each) for each in completions}
    assert found is Truth.UNKNOWN or values == {found}


@given(st.lists(conditions, min_size=1, max_size=3))
def test_alternatives_are_as_true_as_the_truest(found):
    states = {"q0": "a", "q1": Missing.NOT_ASKED}
    assert any_holds(tuple(found), states) is max(each.truth(states) for each in found)


def test_no_alternatives_means_always():
    assert any_holds((), {}) is Truth.TRUE
