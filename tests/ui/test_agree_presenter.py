"""Agreements without a screen: what is filled in, what can change, and what is kept."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from intake_app.advice.plan import Choice, Decision
from intake_app.core.ids import KindId, ServiceId
from intake_app.directory.model import Directory
from intake_app.ui.presenters.agree import Agreeing
from intake_app.ui.presenters.agree_plan import filled_day, speak_day
from intake_app.ui.presenters.choose import Choosing
from tests.shipped import content
from tests.ui.choosing_talk import a_full_talk
from tests.ui.fake_desk import NOW, FakeDesk

TODAY = NOW.date()
WEEK = [TODAY + datetime.timedelta(days=at) for at in range(7)]


def agreements(*kinds):
    desk, session = a_full_talk()
    for kind in kinds:
        session.choose(Choice(kind=KindId(kind), decision=Decision.TAKEN, reason="Zo is het goed."))
    return session, Agreeing(desk, session, TODAY)


@pytest.mark.parametrize("today", WEEK)
def test_a_first_step_is_within_a_week_and_never_on_a_sunday(today):
    day = filled_day(today)
    assert today < day <= today + datetime.timedelta(days=7)
    assert day.isoweekday() != 7


@pytest.mark.parametrize("today", WEEK)
def test_we_speak_again_on_a_working_day(today):
    assert speak_day(today).isoweekday() <= 5


def test_each_choice_becomes_a_step_with_a_smallest_start():
    _, agreeing = agreements("huisarts", "geldfit")
    steps = agreeing.state().steps
    assert [step.number for step in steps] == [1, 2]
    assert all(step.text and step.smallest_start and step.by for step in steps)


def test_the_talk_was_enough_makes_no_step():
    _, agreeing = agreements("gesprek_was_genoeg")
    assert not agreeing.state().steps


def test_a_fourth_step_stands_under_later():
    _, agreeing = agreements("huisarts", "geldfit", "maatje")
    agreeing.add_step()
    assert agreeing.state().steps[3].number == 0


def two_buddies():
    """Return a desk, and a talk in which the first of two buddies was chosen and agreed on."""
    desk = FakeDesk()
    model = next(each for each in content().directory.services if each.id == "wr_maatje")
    both = tuple(
        replace(model, id=ServiceId(f"b{name}"), name=f"Maatje {name}", nationwide=True) for name in ("Ali", "Bea")
    )
    desk.knowledge = desk.knowledge.restocked(Directory(services=both))
    _, session = a_full_talk(desk)
    choose(session, "bAli")
    agreeing = Agreeing(desk, session, TODAY)
    return desk, session, agreeing, both


def choose(session, service):
    session.choose(Choice(kind=KindId("maatje"), decision=Decision.TAKEN, service=ServiceId(service), reason="Goed."))


@pytest.mark.parametrize("own_words, told", [("", "Maatje Bea"), ("Ik bel zaterdag", "Ik bel zaterdag")])
def test_a_step_follows_to_another_service_unless_its_words_are_somebodys_own(own_words, told):
    desk, session, agreeing, _ = two_buddies()
    if own_words:
        agreeing.write_step(0, own_words, "")
    agreeing.save()
    choose(session, "bBea")
    step = Agreeing(desk, session, TODAY).state().steps[0]
    assert told in step.text
    assert "Ali" not in step.text


def test_a_step_no_longer_names_what_was_set_aside():
    desk, session, agreeing, (ali, bea) = two_buddies()
    agreeing.save()
    session.restock(Directory(services=(replace(ali, never_offer="neemt niet op"), bea)))
    choose(session, "bBea")
    assert "Maatje Bea" in Agreeing(desk, session, TODAY).state().steps[0].text


def test_words_that_were_changed_survive_reading_the_talk_again():
    session, agreeing = agreements("huisarts")
    agreeing.write_step(0, "Dokter De Wit bellen", "")
    agreeing.save()
    agreeing.reload()
    assert session.conversation.plan.steps[0].text == "Dokter De Wit bellen"
    assert len(agreeing.state().steps) == 1


def test_an_empty_step_is_not_kept():
    session, agreeing = agreements("huisarts")
    agreeing.add_step()
    agreeing.save()
    assert len(session.conversation.plan.steps) == 1


def test_a_step_that_is_taken_away_takes_its_choice_along():
    session, agreeing = agreements("huisarts")
    agreeing.remove(0)
    assert not session.conversation.choices
    assert not session.conversation.plan.steps


def test_steps_change_places():
    _, agreeing = agreements("huisarts", "geldfit")
    second = agreeing.state().steps[1].text
    assert agreeing.move(1, -1) == 0
    assert agreeing.state().steps[0].text == second
    assert agreeing.move(0, -1) == 0


def test_the_safety_net_names_the_practice_number():
    desk, session = a_full_talk()
    desk.settings["gp_phone"] = "000 000 00 00"
    state = Agreeing(desk, session, TODAY).state()
    assert "000 000 00 00" in state.when_worse
    assert "112" in state.when_worse
    assert state.when_it_fails


@pytest.mark.parametrize("number, asked", [(0, 1), (5, 6), (10, 0)])
def test_the_question_after_confidence_is_one_higher(number, asked):
    session, agreeing = agreements()
    agreeing.be_sure(number)
    assert agreeing.state().one_higher == asked
    assert session.conversation.answers["confidence"].value == number


def test_a_step_of_ones_own_reads_as_it_was_written():
    desk, session = a_full_talk()
    Choosing(desk, session).write_own_step("Zus bellen")
    assert Agreeing(desk, session, TODAY).state().steps[0].text == "Zus bellen"
