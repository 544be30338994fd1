"""A safety plan in a file of answers."""

from __future__ import annotations

import pytest

from intake_app.conversation.safety_plan import PlanPerson, SafetyPlan
from intake_app.core.problems import ProblemsError
from tests.shipped import a_conversation

HELPED = "mode: quick\nparticipants: [person, poh_ggz]\n"


def test_the_plan_is_read_with_every_part_that_is_there():
    found = a_conversation(
        f"{HELPED}safety_plan:\n"
        '  signs: "Ik slaap slecht"\n'
        '  people: [{name: "Mijn zus", number: "06-12345678"}, {name: "Karim"}]\n'
        '  helpers: [{number: "010-0000001"}]\n'
    )
    sister = PlanPerson(name="Mijn zus", number="06-12345678")
    helpers = (PlanPerson(number="010-0000001"),)
    people = (sister, PlanPerson(name="Karim"))
    assert found.safety_plan == SafetyPlan(signs="Ik slaap slecht", people=people, helpers=helpers)


def test_without_a_plan_it_is_empty_whoever_is_there():
    assert a_conversation("mode: quick\n").safety_plan.is_empty


@pytest.mark.parametrize(
    "head, body, code, line",
    [
        ("mode: quick\n", "{signs: Slecht}", "safety_plan_alone", 2),
        (HELPED, "{signs: [Slecht]}", "not_a_text", 3),
        (HELPED, "{sign: Slecht}", "key_unknown", 3),
        (HELPED, "[Slecht]", "not_a_mapping", 3),
        (HELPED, "{people: Els}", "not_a_list", 3),
        (HELPED, "{people: [{name: Els, age: 40}]}", "key_unknown", 3),
        (HELPED, "{people: [{}, {}, {}, {}, {}]}", "safety_plan_too_many", 3),
        (HELPED, f"{{helpers: [{{name: {'x' * 61}}}]}}", "safety_plan_name_too_long", 3),
    ],
)
def test_a_fault_is_told_with_its_line_and_a_remedy(head, body, code, line):
    with pytest.raises(ProblemsError) as refused:
        a_conversation(f"{head}safety_plan: {body}\n")
    assert [(each.code, each.where) for each in refused.value.problems] == [(code, f"test.yaml:{line}")]
