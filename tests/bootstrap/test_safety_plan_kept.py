"""The safety plan is kept in the store as it was written."""

from __future__ import annotations

from intake_app.conversation.safety_plan import PlanPerson, SafetyPlan
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant, Person, Situation
from tests.bootstrap.team import FIRST
from tests.shipped import TODAY

PLAN = SafetyPlan(signs="Ik slaap slecht 😀", people=(PlanPerson(name="Els"), PlanPerson(number="06-1")))


def test_a_plan_is_there_again_after_locking_without_what_was_undone(desk):
    present = (Participant.PERSON, Participant.POH_GGZ)
    session = desk.start(Situation(mode=Mode.QUICK, date=TODAY, person=Person(age=40), participants=present))
    session.plan_safety(PLAN)
    session.plan_safety(SafetyPlan())
    session.undo()
    desk.lock()
    desk.unlock(FIRST)
    assert desk.open(session.conversation.id).conversation.safety_plan == PLAN
