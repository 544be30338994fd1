"""The paper shows as much haste as the screen, as far as it may be told."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from intake_app.conversation.model import OwnUrgency
from intake_app.conversation.pressing import pressing
from intake_app.export.views_visible import Visible
from intake_app.triage.model import FlagEffect, Urgency
from tests.conversation.walks import step
from tests.export.talks import MONEY, inputs_of, summary
from tests.shipped import a_session

ALARM = "mode: quick\nperson: {age: 45, gender: man}\nanswers: {body_sudden: now}\n"
CALM = "mode: quick\nperson: {age: 45, gender: man}\nanswers: {support: one_person}\n"
VIOLENCE = MONEY.replace("support: one_person", 'support: one_person, afraid: "yes"')


def is_open(visible, assessment):
    """Tell whether nothing that presses is held back."""
    rules = [reason.columns for reason in assessment.urgency_reasons]
    silent = [clause for flag in assessment.flags for clause in flag.all_clauses if clause.effect is FlagEffect.SILENT]
    return not silent and not any(map(visible.held.touches, rules))


def test_a_flag_that_must_still_be_asked_on_makes_the_paper_say_today():
    assert inputs_of(ALARM).picture.assessment.urgency is Urgency.TODAY
    assert "Spoed: vandaag." in summary(ALARM)


@pytest.mark.parametrize("seed", range(12))
def test_with_nothing_silent_the_paper_says_what_the_screen_says(seed):
    drawn, session, seen = random.Random(seed), a_session(), 0
    for _ in range(20):
        step(session, drawn)
        inputs = replace(inputs_of(CALM), conversation=session.conversation, picture=session.picture)
        visible, assessment = Visible(inputs), session.picture.assessment
        assert visible.urgency() <= assessment.urgency
        if is_open(visible, assessment):
            seen += 1
            assert visible.urgency() is assessment.urgency
    assert seen


@pytest.mark.parametrize("answers, level", [(VIOLENCE, Urgency.NOW), (CALM, Urgency.THIS_WEEK)])
def test_an_urgency_that_was_set_upwards_stands_on_the_paper(answers, level):
    known = frozenset(pressing(inputs_of(answers).picture.assessment))
    found = summary(answers, urgency_set=OwnUrgency(level=level, said=Urgency.ROUTINE, reason="zeepaard", known=known))
    word = {Urgency.NOW: "nu", Urgency.THIS_WEEK: "deze week"}[level]
    assert f"Spoed: {word}, vastgesteld door de gespreksvoerder." in found
    assert ("eepaard" in found) is (answers == CALM)


def test_beside_something_silent_a_lower_urgency_takes_nothing_from_what_may_be_told():
    told = Visible(inputs_of(VIOLENCE)).urgency()
    own = OwnUrgency(level=Urgency.ROUTINE, said=Urgency.NOW, reason="zeepaard")
    found = Visible(inputs_of(VIOLENCE, urgency_set=own))
    assert found.urgency_in_force() == (told, False)
    assert found.own_urgency() is None
