"""The safety plan on screen: only with somebody trained there, kept as it is typed, back where one came from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake_app.conversation import changes as c
from intake_app.conversation.safety_plan import PlanPerson, SafetyPlan
from intake_app.questionnaire.situation import Participant
from intake_app.ui.offers import Here, offered
from intake_app.ui.presenters.conflict import Conflicts
from intake_app.ui.presenters.safety_plan import SafetyPlanning
from tests.ui.fake_desk import FakeDesk, a_situation

SISTER = PlanPerson(name="Mijn zus Els", number="06-12345678")
HELPED = (Participant.PERSON, Participant.POH_GGZ)


def a_talk(*present):
    desk = FakeDesk()
    return desk, desk.start(a_situation(participants=present or HELPED))


def plan_of(session):
    return session.conversation.safety_plan


@pytest.mark.parametrize(
    "present, words",
    [
        (HELPED, "Samen met de POH-GGZ."),
        ((*HELPED, Participant.GGZ_PROFESSIONAL), "Samen met de POH-GGZ en de ggz-professional."),
        ((Participant.PERSON, Participant.GP_ASSISTANT), "Die is er nu niet bij."),
    ],
)
def test_it_says_with_whom_it_is_made_or_why_it_cannot_be_made_now(present, words):
    desk, session = a_talk(*present)
    state = SafetyPlanning(desk, session).state()
    assert words in state.about
    assert state.is_offered == (Participant.POH_GGZ in present)


def test_words_are_kept_as_they_are_typed_part_by_part():
    desk, session = a_talk()
    planning = SafetyPlanning(desk, session)
    planning.write("signs", "Ik slaap slecht ")
    planning.write("living_for", "Mijn dochter")
    assert plan_of(session) == SafetyPlan(signs="Ik slaap slecht ", living_for="Mijn dochter")


def test_a_row_keeps_its_place_and_empty_ones_at_the_end_are_not_kept():
    desk, session = a_talk()
    planning = SafetyPlanning(desk, session)
    planning.name_people((PlanPerson(), SISTER, PlanPerson(), PlanPerson()))
    planning.name_helpers((PlanPerson(), PlanPerson()))
    assert plan_of(session).people == (PlanPerson(), SISTER)
    assert plan_of(session).helpers == ()
    assert planning.state().people == (PlanPerson(), SISTER, PlanPerson(), PlanPerson())


def test_once_nobody_trained_is_there_nothing_changes_and_what_was_written_stays():
    desk, session = a_talk()
    planning = SafetyPlanning(desk, session)
    planning.write("signs", "Ik slaap slecht")
    session.change_situation(replace(session.conversation.situation, participants=(Participant.PERSON,)))
    planning.write("signs", "")
    assert plan_of(session).signs == "Ik slaap slecht"


@pytest.mark.parametrize("before, back", [("agree", "agree"), ("safety_plan", "conversation"), ("", "conversation")])
def test_one_goes_back_to_where_one_came_from(before, back):
    desk, session = a_talk()
    session.move(before, "area_body")
    planning = SafetyPlanning(desk, session)
    planning.enter()
    assert planning.came_from == back
    assert (session.conversation.screen, session.conversation.place) == ("safety_plan", "area_body")


@pytest.mark.parametrize("present, is_offered", [(HELPED, True), ((Participant.PERSON,), False)])
def test_the_menu_offers_it_only_with_somebody_trained_there(present, is_offered):
    desk, session = a_talk(*present)
    here = Here(desk=desk, talk=session, screen="conversation", by_screen={}, by_window=frozenset())
    assert ("safety_plan" in {each.id for each in offered(here)}) == is_offered


def test_a_plan_that_is_not_empty_stays_within_reach_and_says_why_it_cannot_be_changed():
    desk, session = a_talk()
    session.plan_safety(SafetyPlan(signs="Ik slaap slecht"))
    session.change_situation(replace(session.conversation.situation, participants=(Participant.PERSON,)))
    here = Here(desk=desk, talk=session, screen="conversation", by_screen={}, by_window=frozenset())
    assert "safety_plan" in {each.id for each in offered(here)}
    state = SafetyPlanning(desk, session).state()
    assert not state.is_offered
    assert "staat op het papier" in state.about


@pytest.mark.parametrize("company, is_shown", [(HELPED, True), ((*HELPED, Participant.RELATIVE), False)])
def test_what_two_people_wrote_is_asked_about_in_words_but_never_while_a_relative_may_look_along(company, is_shown):
    desk, session = a_talk(*company)
    session.plan_safety(SafetyPlan(signs="Ik slaap slecht"))
    theirs = SafetyPlan(signs="Ik blijf in bed", people=(SISTER,))
    session._keep(c.Contested(change=c.SafetyPlanSet(plan=theirs)))
    asked = Conflicts(desk, session).to_ask()
    assert (asked is not None) == is_shown
    if asked is not None:
        assert asked.title == "De veiligheidskaart"
        assert (asked.stands, asked.had) == ("Ik slaap slecht", "Ik blijf in bed\nMijn zus Els 06-12345678")


def test_it_says_whose_number_the_practice_still_has_to_fill_in():
    desk, session = a_talk()
    planning = SafetyPlanning(desk, session)
    assert "Nog zonder nummer: Mijn huisarts, De huisartsenspoedpost." in planning.everybody_words()
    desk.set_setting("gp_phone", "000-0000000")
    assert "Nog zonder nummer: De huisartsenspoedpost." in planning.everybody_words()
    desk.set_setting("out_of_hours_phone", "000-1111111")
    assert "zonder nummer" not in planning.everybody_words()
