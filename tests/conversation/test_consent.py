"""Who may read what: per recipient and per item, dated, and to be taken back."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from intake_app.conversation.around import AROUND, PERSON
from intake_app.conversation.consent import (
    HANDOVER_ITEMS,
    HUISARTS,
    RELEASE,
    SUMMARY_ITEMS,
    consent_of,
    drawing,
    given,
    items_of,
    may_read,
    released_to,
    releasing,
    service_recipient,
    taken_back,
    without,
)
from intake_app.conversation.model import Consent, Conversation
from intake_app.core.ids import ConversationId
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Situation

TODAY = datetime.date(2026, 11, 22)
LATER = TODAY + datetime.timedelta(days=3)
SOCIAL = service_recipient("wr_maatschappelijk_werk")
ONE_THING = f"{RELEASE}0123456789abcdef"


def a_talk(*consents):
    opened = datetime.datetime.combine(TODAY, datetime.time(10))
    situation = Situation(mode=Mode.QUICK, date=TODAY)
    return Conversation(id=ConversationId("a"), situation=situation, opened=opened, consents=consents)


def after(talk, consent):
    """Return the talk with this consent instead of the one before for the same recipient."""
    others = tuple(each for each in talk.consents if each.recipient != consent.recipient)
    return replace(talk, consents=(*others, consent))


@pytest.mark.parametrize("recipient, items", [(HUISARTS, SUMMARY_ITEMS), (SOCIAL, HANDOVER_ITEMS), ("someone", ())])
def test_a_recipient_may_read_only_what_is_meant_for_them(recipient, items):
    assert items_of(recipient) == items
    talk = a_talk(Consent(recipient=recipient, items=("all", "everything_else"), on=TODAY))
    assert may_read(talk, recipient) == frozenset(items)


def test_nobody_may_read_anything_unasked():
    assert may_read(a_talk(), HUISARTS) == frozenset()
    assert may_read(a_talk(given(a_talk(), HUISARTS, TODAY)), SOCIAL) == frozenset()


def test_the_drawing_and_what_was_released_are_never_among_everything():
    talk = a_talk(given(a_talk(), HUISARTS, TODAY))
    assert AROUND not in may_read(talk, HUISARTS)
    assert released_to(talk, HUISARTS) == frozenset()


def test_what_is_left_out_comes_back_and_the_rest_stays():
    talk = a_talk(Consent(recipient=HUISARTS, items=("all", AROUND, ONE_THING), on=TODAY))
    talk = after(talk, without(talk, HUISARTS, "safety", TODAY, is_without=True))
    assert may_read(talk, HUISARTS) == {*SUMMARY_ITEMS, AROUND} - {"safety"}
    talk = after(talk, without(talk, HUISARTS, "safety", TODAY, is_without=False))
    assert consent_of(talk, HUISARTS).items == ("all", AROUND, ONE_THING)


def test_one_thing_is_released_to_one_recipient_and_taken_back():
    talk = a_talk(given(a_talk(), HUISARTS, TODAY), given(a_talk(), SOCIAL, TODAY))
    talk = after(talk, releasing(talk, SOCIAL, ONE_THING, TODAY, is_released=True))
    assert released_to(talk, SOCIAL) == {ONE_THING}
    assert released_to(talk, HUISARTS) == frozenset()
    talk = after(talk, releasing(talk, SOCIAL, ONE_THING, TODAY, is_released=False))
    assert released_to(talk, SOCIAL) == frozenset()


def test_the_drawing_goes_beside_the_rest_and_taking_it_back_leaves_the_rest():
    talk = a_talk(given(a_talk(), HUISARTS, TODAY))
    talk = after(talk, drawing(talk, HUISARTS, LATER, is_given=True))
    assert (consent_of(talk, HUISARTS).items, consent_of(talk, HUISARTS).on) == (("all", AROUND), LATER)
    talk = after(talk, drawing(talk, HUISARTS, LATER, is_given=False))
    assert consent_of(talk, HUISARTS).items == ("all",)
    assert drawing(talk, HUISARTS, LATER, is_given=False) is None


def test_where_the_drawing_was_all_taking_it_back_ends_the_consent():
    talk = a_talk(drawing(a_talk(), PERSON, TODAY, is_given=True))
    assert consent_of(talk, PERSON).items == (AROUND,)
    assert consent_of(after(talk, drawing(talk, PERSON, TODAY, is_given=False)), PERSON) is None


def test_the_day_is_that_of_the_widest_yes():
    talk = a_talk(given(a_talk(), HUISARTS, TODAY))
    talk = after(talk, without(talk, HUISARTS, "safety", LATER, is_without=True))
    assert consent_of(talk, HUISARTS).on == TODAY
    talk = after(talk, without(talk, HUISARTS, "safety", LATER, is_without=False))
    assert consent_of(talk, HUISARTS).on == LATER


def test_what_is_taken_back_keeps_its_day_and_lets_nothing_through():
    talk = a_talk(Consent(recipient=HUISARTS, items=("all", ONE_THING), on=TODAY))
    talk = after(talk, taken_back(talk, HUISARTS))
    assert (talk.consents[0].on, talk.consents[0].revoked) == (TODAY, True)
    assert may_read(talk, HUISARTS) == released_to(talk, HUISARTS) == frozenset()
    assert taken_back(talk, HUISARTS) is None


def test_saying_yes_again_releases_nothing_that_was_released_before():
    talk = a_talk(Consent(recipient=HUISARTS, items=("all", ONE_THING), on=TODAY, revoked=True))
    assert released_to(after(talk, given(talk, HUISARTS, LATER)), HUISARTS) == frozenset()
