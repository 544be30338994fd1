"""The safety plan of a talk: made with somebody trained for it, undone, replayed, and merged by part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake_app.conversation import changes as c
from intake_app.conversation.history import fold
from intake_app.conversation.replay import as_changes
from intake_app.conversation.safety_plan import PlanPerson, SafetyPlan
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.situation import Participant
from tests.conversation.test_merging import ID, merged
from tests.shipped import NOON, a_session

WALK = SafetyPlan(own_steps="Een rondje met de hond")
SISTER = PlanPerson(name="Mijn zus Els", number="06-12345678")


def a_helped_session(*present):
    session = a_session()
    present = present or (Participant.PERSON, Participant.POH_GGZ)
    session.change_situation(replace(session.conversation.situation, participants=present))
    return session


def test_the_plan_is_kept_at_once_and_one_key_takes_the_last_change_back():
    session = a_helped_session()
    session.plan_safety(WALK)
    session.plan_safety(replace(WALK, people=(SISTER,)))
    kept = len(session.changes)
    session.plan_safety(replace(WALK, people=(SISTER,)))
    assert len(session.changes) == kept
    session.undo()
    assert session.conversation.safety_plan == WALK
    session.redo()
    assert session.conversation.safety_plan.people == (SISTER,)


def test_the_plan_means_nothing_to_the_rules():
    session = a_helped_session()
    before = session.picture
    session.plan_safety(SafetyPlan(signs="Ik denk aan zelfmoord"))
    assert session.picture is before


def test_a_talk_that_came_in_whole_has_its_plan():
    session = a_helped_session()
    session.plan_safety(WALK)
    assert fold(session.conversation.id, as_changes(session.conversation, NOON)).safety_plan == WALK


@pytest.mark.parametrize(
    "plan, present, code",
    [
        (WALK, (Participant.PERSON, Participant.GP_ASSISTANT), "safety_plan_alone"),
        (SafetyPlan(signs="x" * 20_001), (Participant.GGZ_PROFESSIONAL,), "note_too_long"),
        (SafetyPlan(people=(SISTER,) * 5), (Participant.POH_GGZ,), "safety_plan_too_many"),
        (SafetyPlan(helpers=(SISTER,) * 3), (Participant.POH_GGZ,), "safety_plan_too_many"),
        (SafetyPlan(people=(PlanPerson(name="x" * 61),)), (Participant.POH_GGZ,), "safety_plan_name_too_long"),
        (SafetyPlan(people=(PlanPerson(number="1" * 31),)), (Participant.POH_GGZ,), "safety_plan_name_too_long"),
    ],
)
def test_what_cannot_be_kept_is_refused_before_anything_changes(plan, present, code):
    session = a_helped_session(*present)
    with pytest.raises(ProblemsError) as refused:
        session.plan_safety(plan)
    assert [each.code for each in refused.value.problems] == [code]
    assert session.conversation.safety_plan.is_empty


def test_two_people_who_write_in_different_parts_both_keep_their_words():
    mine = c.SafetyPlanSet(plan=SafetyPlan(living_for="Mijn dochter"))
    found = fold(ID, merged([], [c.SafetyPlanSet(plan=WALK)], [mine]))
    assert found.safety_plan == replace(WALK, living_for="Mijn dochter")
    assert found.contested == ()


def test_two_people_who_write_in_one_part_are_asked():
    mine = c.SafetyPlanSet(plan=SafetyPlan(own_steps="Muziek"))
    found = fold(ID, merged([], [c.SafetyPlanSet(plan=WALK)], [mine]))
    assert found.safety_plan == WALK
    assert [each.change for each in found.contested] == [mine]
