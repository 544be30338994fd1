"""When a question is asked: as FHIR says it where FHIR means the same, else in words; never about what is silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake_app.exchange.fhir.conditions import asked_when
from intake_app.questionnaire.conditions import CodeTest, Condition, Missing, RangeTest, StateTest
from tests.exchange.fhir.makers import basis
from tests.shipped import knowledge

QUICK = ("mode", CodeTest(codes=frozenset({"quick"})))
ONE = ("worry", CodeTest(codes=frozenset({"often"})))
SEVERAL = ("worry", CodeTest(codes=frozenset({"often", "sometimes"})))
NOT = ("worry", CodeTest(codes=frozenset({"often"}), negated=True))
GROWN = ("age", RangeTest(low=65, high=float("inf")))
BETWEEN = ("confidence", RangeTest(low=0, high=4))
SAID = ("worry", StateTest(states=frozenset(), answered=True))
DECLINED = ("worry", StateTest(states=frozenset({Missing.DECLINED})))
SILENT = ("afraid", CodeTest(codes=frozenset({"yes"})))


def of(*conditions, safety=False):
    question = knowledge().questionnaire.questions["debts"]
    made = tuple(Condition(tests=tests) for tests in conditions)
    return asked_when(replace(question, asked_when=made, safety=safety), basis())


def told(found):
    return [(test["question"], test["operator"]) for test in found["enableWhen"]], found.get("enableBehavior")


@pytest.mark.parametrize(
    "conditions, tests, join",
    [
        ([(ONE,)], [("worry", "=")], None),
        ([(QUICK,)], [("talk.mode", "=")], None),
        ([(SEVERAL,)], [("worry", "="), ("worry", "=")], "any"),
        ([(ONE,), (QUICK,)], [("worry", "="), ("talk.mode", "=")], "any"),
        ([(ONE, QUICK)], [("worry", "="), ("talk.mode", "=")], "all"),
        ([(NOT,)], [("worry", "exists"), ("worry", "!=")], "all"),
        ([(GROWN,)], [("talk.age", ">=")], None),
        ([(BETWEEN,)], [("confidence", ">="), ("confidence", "<=")], "all"),
        ([(SAID,)], [("worry", "exists")], None),
    ],
)
def test_what_fhir_can_say_is_said_as_a_condition(conditions, tests, join):
    assert told(of(*conditions)) == (tests, join)


@pytest.mark.parametrize(
    "conditions, words",
    [
        ([(SEVERAL, QUICK)], " en "),
        ([(ONE, QUICK), (GROWN,)], "; of "),
        ([(BETWEEN,), (ONE,)], "0–4"),
        ([(NOT,), (ONE,)], "≠"),
        ([(DECLINED,)], "wil niet zeggen"),
    ],
)
def test_what_fhir_cannot_say_stands_in_words(conditions, words):
    found = of(*conditions)
    assert found.keys() == {"extension"}
    assert words in found["extension"][0]["valueString"]


def test_a_safety_question_is_never_closed_to_an_answer():
    assert of((ONE,), safety=True).keys() == {"extension"}


def test_a_condition_on_what_is_silent_is_left_out_whole():
    assert of((ONE,), (SILENT,)) == {}
    assert of((SILENT,), safety=True) == {}
    assert of() == {}
