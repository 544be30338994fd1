"""The order of proposals: what the rules say, then support, and among equals what serves the person's first wish."""

from __future__ import annotations

from intake_app.advice.kinds import Group
from intake_app.advice.proposals import NO_WISH
from intake_app.conversation.model import Wish
from intake_app.triage.model import KindState
from tests.shipped import a_session

SAID = {"money_round": "short", "debts": "arrears", "post": "piles_up", "contacts": "hardly", "lonely": "often"}


def order(session, group=Group.SOCIAL):
    return [each.kind.id for each in session.picture.advice.groups[group]]


def a_talk(*wishes):
    """Return a talk in which money and contacts weigh alike."""
    session = a_session()
    for question, value in SAID.items():
        session.answer(question, value)
    for topic in wishes:
        session.wish(Wish(topic=topic))
    return session


def standing(session, *, with_wish):
    """Return what the order rests on, for all proposals of a group."""
    states = list(KindState)
    found = session.picture.advice.groups[Group.SOCIAL]
    return [(states.index(each.state), -each.rank, each.priority if with_wish else 0) for each in found]


def test_the_order_of_the_wishes_decides_among_equals_and_only_there():
    money, contacts = a_talk("money", "contacts"), a_talk("contacts", "money")
    assert sorted(order(money)) == sorted(order(contacts))
    for session in (money, contacts):
        assert standing(session, with_wish=True) == sorted(standing(session, with_wish=True))
    ranks = [{each.kind.id: each.rank for each in s.picture.advice.groups[Group.SOCIAL]} for s in (money, contacts)]
    assert ranks[0] == ranks[1]


def test_a_proposal_knows_the_first_wish_that_it_serves():
    session = a_talk("sleep", "money")
    proposals = {each.kind.id: each for found in session.picture.advice.groups.values() for each in found}
    assert proposals["geldfit"].priority == 1
    assert proposals["huisarts"].priority == NO_WISH


def test_another_order_is_seen_at_once_and_undone():
    session = a_talk("money", "contacts")
    before = {each.kind.id: each.priority for each in session.picture.advice.groups[Group.SOCIAL]}
    session.rank_wishes(["contacts", "money"])
    after = {each.kind.id: each.priority for each in session.picture.advice.groups[Group.SOCIAL]}
    assert before["geldfit"] == 0
    assert after["geldfit"] == 1
    session.undo()
    assert {each.kind.id: each.priority for each in session.picture.advice.groups[Group.SOCIAL]} == before
