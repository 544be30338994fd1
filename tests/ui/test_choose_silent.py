from __future__ import annotations

from dataclasses import replace

from intake_app.questionnaire.situation import Participant
from intake_app.ui.presenters.choose import Choosing
from tests.shipped import a_session
from tests.ui.fake_desk import FakeDesk

WITH_RELATIVE = (Participant.PERSON, Participant.RELATIVE)


def cards(session):
    return {card.kind: card for column in Choosing(FakeDesk(), session).state().columns for card in column.cards}


def told_alone(session, **answers):
    here = session.conversation.situation
    session.change_situation(replace(here, alone_now=True, alone_moment=True))
    for question, value in answers.items():
        session.answer(question, value)
    session.change_situation(replace(session.conversation.situation, alone_now=False))


def test_the_huisarts_is_offered_without_the_reason_that_may_not_be_named():
    session = a_session(participants=WITH_RELATIVE)
    told_alone(session, afraid="yes", violence=("choking",))
    found = cards(session)
    assert set(found) == {"huisarts"}
    assert (
        found["huisarts"].why == "De huisarts kijkt, luistert en denkt met u mee. Ook een verwijzing bespreekt u hier."
    )


def test_a_relative_in_the_room_takes_no_ordinary_proposal_away():
    session = a_session(participants=WITH_RELATIVE)
    for question, value in {"area_body": "weighs", "which_body": ("complaints",), "complaint_seen": "not_seen"}.items():
        session.answer(question, value)
    session.answer("complaint_burden", "much")
    assert "huisarts" in cards(session)
