"""The record of why as plain data: codes only, and nothing in own words."""

from __future__ import annotations

import json

import pytest

from intake_app.core.ids import KindId, QuestionId
from intake_app.exchange.explanation import explanation, what_if_data
from intake_app.triage.explain import explain
from intake_app.triage.model import KindState, Target
from intake_app.triage.outcome import Need
from intake_app.triage.what_if import KindChange, NeedChange, WhatIf
from tests.shipped import a_conversation, knowledge

TALK = """mode: quick
person: {age: 44, gender: woman}
answers:
  own_question: "Kaatje Kruimel wil slapen"
  helped_before: "Kaatje Kruimel liep graag"
  area_body: weighs
  which_body: [sleep, energy]
  sleep_quality: declined
  moving_days: 2
  contacts: unknown
  suicide_plan: plan
notes: {area_body: "Kaatje Kruimel is moe"}
flag_actions: [{flag: suicide_acute, done: "gebeld met Kaatje Kruimel", told: huisarts}]
"""


@pytest.fixture(scope="module")
def record():
    found = a_conversation(TALK)
    picture = knowledge().picture(found)
    made = explain(knowledge().engine.rules, picture.routing, picture.assessment, found.history)
    return json.loads(json.dumps(explanation(made, knowledge().questionnaire)))


def test_nothing_in_own_words_is_in_the_record(record):
    assert "Kruimel" not in json.dumps(record)
    assert record["states"]["own_question"] == "?answered"


@pytest.mark.parametrize(
    "column, state",
    [
        ("area_body", "weighs"),
        ("which_body", ["energy", "sleep"]),
        ("moving_days", 2.0),
        ("sleep_quality", "?declined"),
        ("contacts", "?not_known"),
        ("area_mind", "?not_asked"),
        ("flag_suicide_acute", "raised"),
        ("age", 44.0),
    ],
)
def test_a_state_is_a_code_a_number_or_why_there_is_none(record, column, state):
    assert record["states"][column] == state


def test_a_flag_tells_the_clause_it_rests_on_and_what_was_recorded(record):
    flag = next(each for each in record["flags"] if each["flag"] == "suicide_acute")
    assert (flag["state"], flag["rests_on"]) == ("raised", ["sa-2"])
    assert flag["holds"] == [{"rule": "sa-2", "states": {"suicide_plan": ["plan"]}, "open": [], "amount": 0}]
    assert record["history"]["recorded"] == ["suicide_acute"]
    assert (record["urgency"]["level"], record["urgency"]["flags"][0]) == ("now", "suicide_acute")


def test_an_open_rule_names_what_it_hangs_on(record):
    lines = [line for kind in record["kinds"] for line in kind["open"]] + record["scores"]["medical"]["open"]
    assert lines
    assert all(line["open"] and set(line["open"]) <= set(line["states"]) for line in lines)


def test_what_one_other_answer_changes_is_plain_data_too():
    kind = KindChange(kind=KindId("gli"), before=KindState.POSSIBLE, after=KindState.SUGGESTED)
    need = NeedChange(target=Target.MEDICAL, before=Need.LOW, after=Need.MODERATE)
    found = WhatIf(question=QuestionId("q"), before=("a", "b"), after=("a",), kinds=(kind,), needs=(need,))
    assert json.loads(json.dumps(what_if_data((found,)))) == [
        {
            "question": "q",
            "from": ["a", "b"],
            "to": ["a"],
            "kinds": [{"kind": "gli", "before": "possible", "after": "suggested"}],
            "needs": [{"score": "medical", "before": "low", "after": "moderate"}],
        }
    ]
