"""The papers without a screen: what is ready, what holds one back, consent and closing."""

from __future__ import annotations

import datetime

import pytest

from intake_app.advice.plan import Choice, Decision
from intake_app.conversation.desk import Paper
from intake_app.conversation.safety_plan import SafetyPlan
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.situation import Participant
from intake_app.ui.presenters.papers import ASK, CONSENT, FLAG, Papers
from tests.ui.choosing_talk import SERVICE, PaperDesk, a_full_talk
from tests.ui.fake_desk import NOW, a_situation

TODAY = NOW.date()


def papers(answers=None):
    desk = PaperDesk()
    session = desk.start(a_situation())
    for question, value in (answers or {}).items():
        session.answer(question, value)
    return session, Papers(desk, session, TODAY)


def test_without_consent_the_summary_is_locked_and_cannot_be_made():
    _, shown = papers()
    shown.choose("huisarts_summary")
    assert [hold.way for hold in shown.state().chosen.holds] == [CONSENT]
    with pytest.raises(ProblemsError):
        shown.job()()


def test_consent_unlocks_and_can_be_taken_back():
    session, shown = papers()
    shown.choose("huisarts_summary")
    shown.consent(given=True)
    assert all(each.is_ready for each in shown.state().papers)
    assert session.conversation.consents[0].on == TODAY
    shown.consent(given=False)
    assert not shown.state().consent.is_given
    assert session.conversation.consents[0].revoked


def test_a_paper_of_the_person_asks_for_no_consent_and_keeps_none():
    session, shown = papers()
    shown.consent(given=True)
    assert session.conversation.consents == ()
    assert shown.state().consent.recipient == ""


def test_consent_keeps_its_day_when_it_is_taken_back_later():
    session, shown = papers()
    shown.choose("huisarts_summary")
    shown.consent(given=True)
    later = Papers(PaperDesk(), session, TODAY + datetime.timedelta(days=9))
    later.choose("huisarts_summary")
    later.consent(given=False)
    assert session.conversation.consents[0].on == TODAY


def test_what_holds_back_is_said_without_its_id():
    _, shown = papers({"suicide_thoughts": "recent"})
    hold = next(each for each in shown.state().chosen.holds if each.way == FLAG)
    assert "suicide" not in hold.text
    assert hold.text.startswith("Eerst dit")


def test_the_list_says_when_papers_come_that_are_not_there_yet():
    session, shown = papers()
    overdracht, naaste = "Dan komt hier een overdracht bij.", "Dan komt hier ook een blad voor de naaste."
    assert overdracht in shown.state().later
    assert naaste in shown.state().later
    session.choose(Choice(kind="maatschappelijk_werk", decision=Decision.TAKEN, service=SERVICE))
    assert overdracht not in shown.state().later
    shown.close()
    assert shown.state().later == ""


def test_a_talk_closes_when_nothing_waits():
    session, shown = papers()
    assert shown.close() == ()
    assert session.conversation.closed
    assert shown.state().is_closed


def test_a_flag_that_waits_keeps_the_talk_open_and_says_why():
    session, shown = papers({"suicide_thoughts": "recent"})
    assert {hold.way for hold in shown.close()} & {FLAG, ASK}
    assert session.conversation.closed is None


def test_file_names_give_nothing_away():
    _, shown = papers()
    assert shown.file_name() == "mijn-advies.pdf"


def test_hard_reading_starts_with_large_letters():
    desk, session = a_full_talk(PaperDesk())
    assert not Papers(desk, session, TODAY).state().is_large


class PlanDesk(PaperDesk):
    """Has the safety plan as well."""

    def papers(self, session):
        return (*super().papers(session), Paper(id="safety_plan", file_name="mijn-kaart.pdf"))


def test_who_comes_from_the_safety_plan_sees_that_paper_and_an_empty_one_is_called_so():
    desk = PlanDesk()
    session = desk.start(a_situation(participants=(Participant.PERSON, Participant.POH_GGZ)))
    session.move("safety_plan", "")
    shown = Papers(desk, session, TODAY)
    shown.enter()
    assert shown.state().chosen.id == "safety_plan"
    assert shown.state().chosen.detail == "leeg, met lijnen om te schrijven"
    session.plan_safety(SafetyPlan(signs="Ik slaap slecht."))
    assert shown.state().chosen.detail == "klaar"
    shown.enter()
    again = Papers(desk, session, TODAY)
    again.enter()
    assert again.state().chosen.id == "person_advice"
