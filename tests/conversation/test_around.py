"""Who around the person may be named, and where the drawing may go."""

from __future__ import annotations

import pytest

from intake_app.conversation.around import AROUND, may_be_drawn, must_stay_inside, thinking_along
from intake_app.conversation.model import Consent, Tie
from tests.shipped import TODAY, a_session

SISTER = Tie(id="1", name="Mijn zus", may_think_along=True)
MOTHER = Tie(id="2", name="Moeder")


def a_talk(**answers):
    session = a_session()
    for tie in (SISTER, MOTHER):
        session.tie(tie)
    for question, value in answers.items():
        session.answer(question, value)
    return session


def named(session):
    return thinking_along(session.conversation, session.picture)


def test_only_who_may_think_along_is_named():
    assert named(a_talk()) == (SISTER,)


@pytest.mark.parametrize("question, value", [("violence", ("threats",)), ("afraid", "yes")])
def test_nobody_is_named_while_something_silent_stands_or_may_be_so(question, value):
    session = a_talk(**{question: value})
    assert must_stay_inside(session.picture.assessment)
    assert named(session) == ()


@pytest.mark.parametrize(
    "items, revoked, may",
    [((AROUND,), False, True), (("all",), False, False), (("all", AROUND), False, True), ((AROUND,), True, False)],
)
def test_the_drawing_goes_along_only_where_it_was_named_itself(items, revoked, may):
    session = a_talk()
    session.consent(Consent(recipient="huisarts", items=items, on=TODAY, revoked=revoked))
    assert may_be_drawn(session.conversation, "huisarts") is may
    assert not may_be_drawn(session.conversation, "person")
