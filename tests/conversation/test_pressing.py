"""A lowered urgency covers what was known then, and nothing that begins to press later."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from intake_app.conversation.model import OwnUrgency
from intake_app.conversation.pressing import pressing
from intake_app.triage.model import FlagEffect, FlagState, Urgency
from tests.conversation.walks import a_value
from tests.shipped import a_session, knowledge

LATER = [("phq9_item9", 2.0), ("body_alarm", ("chest_pressure_effort",)), ("life_not_worth", "often")]
SAFETY = [each for each in knowledge().questionnaire.questions.values() if each.safety]


def haste(session):
    """Return all that presses, read from the assessment and the rules themselves."""
    assessment = session.picture.assessment
    held = {reason.rule for reason in assessment.urgency_reasons}
    found = {rule.id: rule.level for rule in session.knowledge.engine.rules.urgency if rule.id in held}
    for flag in assessment.flags:
        is_raised, waits = flag.state is FlagState.RAISED, flag.effect is FlagEffect.WAITS
        if is_raised or (flag.state is FlagState.POSSIBLE and waits):
            most = Urgency.NOW if is_raised else Urgency.TODAY
            found |= {(clause.id, flag.state): min(clause.urgency, most) for clause in flag.all_clauses}
    return found


def lowered():
    """Return a talk whose niet-pluis was judged and set to routine."""
    session = a_session()
    session.gut_feeling(on=True)
    session.set_urgency(Urgency.ROUTINE, "Samen met de huisarts bekeken")
    assert session.urgency is Urgency.ROUTINE
    return session


def test_flags_that_become_possible_and_rules_that_begin_to_hold_count_after_lowering():
    session = lowered()
    for question, value in LATER:
        session.answer(question, value)
    possible = {flag.flag for flag in session.picture.assessment.possible()}
    assert {"suicide_acute", "suicide_thoughts", "somatic_emergency"} <= possible
    assert session.urgency is Urgency.TODAY


@pytest.mark.parametrize("question, value", LATER)
def test_each_of_them_counts_by_itself(question, value):
    session = lowered()
    session.answer(question, value)
    assert session.urgency is Urgency.TODAY


def test_a_clause_that_was_only_possible_counts_anew_when_its_flag_is_raised():
    session = a_session()
    session.answer("suicide_thoughts", "recent")
    raised = session.picture.assessment
    flags = tuple(replace(flag, state=FlagState.POSSIBLE) if flag.waits else flag for flag in raised.flags)
    hinted = replace(raised, flags=flags)
    own = OwnUrgency(level=Urgency.ROUTINE, said=raised.urgency, known=frozenset(pressing(hinted)))
    assert own.over(hinted) is Urgency.ROUTINE
    assert own.over(raised) is raised.raised()[0].urgency > Urgency.ROUTINE


@pytest.mark.parametrize("seed", range(40))
def test_whatever_begins_to_press_after_lowering_lifts_the_level_to_its_own(seed):
    drawn = random.Random(seed)
    session = a_session()
    for question in drawn.sample(SAFETY, 3):
        session.answer(question.id, a_value(drawn, question))
    session.set_urgency(Urgency.ROUTINE, "Samen bekeken")
    known = haste(session)
    assert session.urgency is Urgency.ROUTINE
    for question in drawn.sample(SAFETY, 6):
        session.answer(question.id, a_value(drawn, question))
        new = [level for rule, level in haste(session).items() if rule not in known]
        assert session.urgency == max(new, default=Urgency.ROUTINE)


@pytest.mark.parametrize("seed", range(15))
def test_the_most_that_presses_is_the_urgency_of_the_rules(seed):
    drawn = random.Random(seed)
    session = a_session()
    for question in drawn.sample(SAFETY, 5):
        session.answer(question.id, a_value(drawn, question))
        found = pressing(session.picture.assessment)
        assert max(found.values(), default=Urgency.ROUTINE) is session.picture.assessment.urgency
