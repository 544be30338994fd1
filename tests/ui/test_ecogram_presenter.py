"""Who is around, without a screen: kept at once, quiet about what it costs while somebody may see it."""

from __future__ import annotations

import datetime
from itertools import count

import pytest

from intake_app.conversation.model import Tie, TieKind
from intake_app.questionnaire.situation import Participant
from intake_app.ui.presenters.agree import Agreeing
from intake_app.ui.presenters.choose import Choosing
from intake_app.ui.presenters.ecogram import Ecogram, who_thinks_along
from intake_app.ui.presenters.papers import Papers
from tests.ui.choosing_talk import PaperDesk, a_full_talk
from tests.ui.fake_desk import NOW, FakeDesk, a_situation

WITH_RELATIVE = (Participant.PERSON, Participant.GP_ASSISTANT, Participant.RELATIVE)
SISTER = Tie(id="z", name="Mijn zus", kind=TieKind.FAMILY, strength=3, strain=1, may_think_along=True)


def an_ecogram(*ties, desk=None, **changes):
    desk = desk or FakeDesk()
    session = desk.start(a_situation(**changes))
    for tie in ties:
        session.tie(tie)
    ids = count(1)
    return session, Ecogram(desk, session, lambda: f"new{next(ids)}")


def test_somebody_without_a_name_is_not_kept_yet_and_keeps_what_was_said_meanwhile():
    session, ecogram = an_ecogram()
    ecogram.begin()
    ecogram.be(TieKind.FRIEND)
    ecogram.call("   ")
    assert session.conversation.ties == ()
    ecogram.call(" Fatima ")
    assert session.conversation.ties == (Tie(id="new1", name="Fatima", kind=TieKind.FRIEND),)


def test_an_empty_name_leaves_the_one_before():
    session, ecogram = an_ecogram(SISTER)
    ecogram.call("")
    assert session.conversation.ties == (SISTER,)


def test_what_is_said_of_somebody_stays_on_its_scale():
    session, ecogram = an_ecogram(SISTER)
    ecogram.stand(4)
    ecogram.cost(3)
    assert session.conversation.ties[0].strength == 3
    assert session.conversation.ties[0].strain == 2


def test_the_next_one_is_looked_at_when_somebody_is_taken_out():
    session, ecogram = an_ecogram(SISTER, Tie(id="m", name="Moeder"))
    assert ecogram.remove()
    assert ecogram.chosen is not None
    assert [ecogram.chosen.name, *(tie.name for tie in session.conversation.ties)] == ["Moeder", "Moeder"]
    assert ecogram.remove()
    assert not ecogram.remove()


def test_the_list_and_the_drawing_in_words_hold_the_same_facts():
    _, ecogram = an_ecogram(Tie(id="b", name="De buurman", kind=TieKind.NEIGHBOUR, strength=1), SISTER)
    state = ecogram.state()
    assert [row.facts for row in state.rows] == [
        "buur, los contact",
        "familie, heel dichtbij, kost soms kracht, mag meedenken",
    ]
    assert state.spoken.index("Mijn zus: familie, heel dichtbij") < state.spoken.index("De buurman: buur")


def test_while_somebody_may_see_it_nothing_tells_what_anybody_costs_and_it_cannot_be_set():
    session, ecogram = an_ecogram(SISTER, participants=WITH_RELATIVE)
    state = ecogram.state()
    assert not state.may_strain
    assert state.figures[0].strain == 0
    assert "kracht" not in state.spoken + state.rows[0].facts
    ecogram.cost(2)
    assert session.conversation.ties == (SISTER,)
    ecogram.set_alone(on=True)
    assert "kost soms kracht" in ecogram.state().spoken


def test_who_told_it_is_asked_only_when_others_are_there():
    assert an_ecogram(SISTER)[1].state().tellers == ()
    session, ecogram = an_ecogram(SISTER, participants=WITH_RELATIVE)
    assert [words for _, words in ecogram.state().tellers] == ["u", "de doktersassistente", "uw naaste"]
    ecogram.tell("relative")
    assert session.conversation.ties[0].told_by == "relative"


@pytest.mark.parametrize("people, words", [(11, ""), (12, "Dit is al een vol beeld"), (42, "Nog 2 mensen")])
def test_a_full_drawing_is_told_kindly(people, words):
    _, ecogram = an_ecogram(*(Tie(id=str(at), name=f"Naam {at}") for at in range(people)))
    remark = ecogram.state().remark
    assert remark.startswith(words)
    assert bool(remark) is bool(words)


@pytest.mark.parametrize("screen, back", [("agree", "agree"), ("choose", "choose"), ("list", "conversation")])
def test_one_goes_back_to_where_one_came_from(screen, back):
    desk = FakeDesk()
    session = desk.start(a_situation())
    session.move(screen, "area_body")
    ecogram = Ecogram(desk, session, str)
    ecogram.enter()
    assert ecogram.came_from == back
    assert (session.conversation.screen, session.conversation.place) == ("ecogram", "area_body")


@pytest.mark.parametrize(
    "names, said",
    [([], ""), (["Els"], "Els mag meedenken"), (["Els", "Kees", "Jan"], "Els, Kees en Jan mogen meedenken")],
)
def test_who_thinks_along_is_said_in_one_line(names, said):
    desk = FakeDesk()
    session, _ = an_ecogram(*(Tie(id=name, name=name, may_think_along=True) for name in names), desk=desk)
    assert who_thinks_along(desk, session) == said


def cards_and_names(**answers):
    desk, session = a_full_talk(answers={"area_society": "weighs", "support": "one_person", **answers})
    session.tie(SISTER)
    columns = Choosing(desk, session).state().columns
    facts = [fact.text for column in columns for card in column.cards for fact in card.facts]
    return facts, [each.text for each in Agreeing(desk, session, NOW.date()).state().who]


def test_who_may_think_along_stands_on_the_card_and_among_who_does_a_step():
    facts, who = cards_and_names()
    assert "Mijn zus mag meedenken" in facts
    assert "Mijn zus" in who


def test_beside_something_silent_nobody_is_named_anywhere():
    facts, who = cards_and_names(afraid="yes")
    assert not [said for said in (*facts, *who) if "Mijn zus" in said]


def the_papers(**answers):
    desk = PaperDesk()
    session, _ = an_ecogram(SISTER, desk=desk)
    for question, value in answers.items():
        session.answer(question, value)
    papers = Papers(desk, session, NOW.date())
    papers.choose("huisarts_summary")
    return session, papers


def test_each_paper_has_a_tick_of_its_own_and_taking_one_back_leaves_the_rest():
    session, papers = the_papers()
    papers.consent(given=True)
    papers.agree_around("huisarts", given=True)
    papers.agree_around("person", given=True)
    assert papers.state().around.for_huisarts
    assert papers.state().around.for_person
    papers.agree_around("huisarts", given=False)
    papers.agree_around("person", given=False)
    assert {each.recipient: (each.items, each.revoked) for each in session.conversation.consents} == {
        "huisarts": (("all",), False),
        "person": (("around",), True),
    }


def test_consent_for_the_summary_says_nothing_about_who_is_around():
    session, papers = the_papers()
    papers.consent(given=True)
    assert not papers.state().around.for_huisarts
    assert session.conversation.consents[0].on == NOW.date() == datetime.date(2026, 11, 22)


@pytest.mark.parametrize("answers, is_offered", [({}, True), ({"afraid": "yes"}, False)])
def test_the_ticks_are_there_only_where_the_drawing_may_leave(answers, is_offered):
    assert the_papers(**answers)[1].state().around.is_offered is is_offered
