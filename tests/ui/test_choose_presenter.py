"""Choosing together without a screen: what is offered, what may be said, and what is kept."""

from __future__ import annotations

import pytest

from intake_app.advice.plan import DecidedBy, Decision
from intake_app.questionnaire.situation import Participant
from intake_app.triage.model import FlagEffect
from intake_app.ui.presenters.choose import NOT_NOW, Choosing
from tests.ui.choosing_talk import WORDS, a_full_talk

GROUPS = ["own_network", "care", "social", "peer", "exercise"]


def a_choice(answers=None, **changes):
    desk, session = a_full_talk(answers=answers, **changes)
    return session, Choosing(desk, session)


def cards(choosing):
    return [card for column in choosing.state().columns for card in column.cards]


def every_word(choosing):
    """Return all that the screen could show, the reasons of every kind included."""
    state = choosing.state()
    kinds = [card.kind for column in state.columns for card in (*column.cards, *column.more)]
    return repr(state) + repr([choosing.reasons(kind) for kind in kinds])


def test_own_network_stands_first():
    _, choosing = a_choice()
    assert [column.group for column in choosing.state().columns] == GROUPS


def test_digits_count_on_through_the_columns():
    _, choosing = a_choice()
    shown = cards(choosing)[:9]
    assert [card.digit for card in shown] == [str(at) for at in range(1, len(shown) + 1)]


def test_a_column_has_at_most_four_cards():
    _, choosing = a_choice()
    assert max(len(column.cards) for column in choosing.state().columns) <= 4


def test_own_words_say_why_but_only_once():
    _, choosing = a_choice()
    assert sum(WORDS in card.why for card in cards(choosing)) == 1


def test_a_digit_takes_and_undo_takes_it_back():
    session, choosing = a_choice()
    choosing.take_digit("1")
    assert session.conversation.choices[0].decision is Decision.TAKEN
    session.undo()
    assert not session.conversation.choices


def test_a_fourth_goes_to_later_and_says_so():
    session, choosing = a_choice()
    kinds = [card.kind for card in cards(choosing)][:4]
    said = [choosing.take(kind) for kind in kinds]
    assert said[:3] == ["", "", ""]
    assert said[3]
    assert session.conversation.choice(kinds[3]).decision is Decision.LATER


@pytest.mark.parametrize("reason", NOT_NOW)
def test_not_now_keeps_its_reason_in_words(reason):
    session, choosing = a_choice()
    kind = cards(choosing)[0].kind
    choosing.decline(kind, reason)
    assert session.conversation.choice(kind).reason
    assert "choose." not in cards(choosing)[0].decision_text


def test_what_was_chosen_names_its_service():
    session, choosing = a_choice()
    choosing.take("geldfit")
    assert session.conversation.choice("geldfit").service


def test_a_step_of_ones_own_is_kept_and_can_be_emptied():
    session, choosing = a_choice()
    choosing.write_own_step("  Zus bellen ")
    assert choosing.state().own_step.text == "Zus bellen"
    choosing.write_own_step("")
    assert not session.conversation.choices


def test_the_talk_was_enough_is_no_first_step():
    _, choosing = a_choice()
    assert choosing.enough_asks_why()
    assert choosing.take_anyway("gesprek_was_genoeg", "Meer wil mevrouw nu niet.") == ""
    assert choosing.state().is_enough
    assert choosing.state().counter.startswith("0")
    assert not choosing.enough_asks_why()


def test_comparing_starts_with_what_is_open_and_digits_take_there():
    session, choosing = a_choice()
    choosing.take(cards(choosing)[0].kind)
    choosing.compare()
    first = choosing.state().compared[0]
    choosing.take_digit("1")
    assert session.conversation.choice(first.kind).decision is Decision.TAKEN
    assert first.do
    assert first.means


def test_a_flag_that_waits_leaves_no_columns():
    _, choosing = a_choice({"suicide_thoughts": "recent"})
    state = choosing.state()
    assert state.held.lines
    assert not state.columns


def test_a_possible_flag_asks_its_question_first():
    session, choosing = a_choice()
    session.clear("body_sudden")
    asked = choosing.state().ask_first
    assert session.picture.advice.ask_first
    choosing.jump(asked[0].question)
    assert session.conversation.place == asked[0].question


def test_a_flag_that_goes_on_stands_on_top_with_its_kinds():
    session, choosing = a_choice({"sleep_place": "nowhere"})
    raised = [flag for flag in session.picture.assessment.raised() if flag.effect is FlagEffect.GOES_ON]
    assert raised
    assert choosing.state().today


def test_no_reason_of_a_silent_flag_is_shown():
    session, choosing = a_choice({"violence": ("hitting",)}, participants=(Participant.PERSON,))
    silent = [flag for flag in session.picture.assessment.raised() if flag.is_silent]
    rule = session.knowledge.engine.rules.flag(silent[0].flag)
    shown = every_word(choosing)
    assert all(clause.text.nl not in shown for clause in rule.clauses)
    assert rule.say.nl not in shown


def test_blocked_by_a_silent_flag_reads_like_not_fitting():
    _, quiet = a_choice()
    _, loud = a_choice({"violence": ("hitting",)})
    said = {card.why for column in quiet.state().columns for card in column.more if card.is_blocked}
    now = {card.why for column in loud.state().columns for card in column.more if card.is_blocked}
    assert "Dit past nu niet." in said & now


def test_a_telling_name_is_hidden_while_somebody_hears():
    _, choosing = a_choice(participants=(Participant.PERSON, Participant.RELATIVE))
    assert "centrum_seksueel_geweld" not in every_word(choosing)


def test_entering_with_somebody_there_notes_what_was_not_asked():
    session, choosing = a_choice(participants=(Participant.PERSON, Participant.RELATIVE))
    choosing.enter()
    assert session.conversation.screen == "choose"


def test_what_the_rules_block_is_taken_by_the_practitioner_with_a_reason():
    session, choosing = a_choice({"reading": "hard"})
    assert choosing.take("e_health") == "Schrijf erbij waarom."
    assert choosing.take_anyway("e_health", "Haar zus leest voor") == ""
    choice = session.conversation.choice("e_health")
    assert (choice.decision, choice.by, choice.reason) == (
        Decision.TAKEN, DecidedBy.PRACTITIONER, "Haar zus leest voor"
    )  # fmt: skip


def test_the_reason_of_the_practitioner_stands_on_no_card():
    _, choosing = a_choice({"reading": "hard"})
    choosing.take_anyway("e_health", "Haar zus leest voor")
    choosing.leave("geldfit", "Is daar net vastgelopen")
    said = {card.kind: card.decision_text for card in cards(choosing)}
    assert said["e_health"] == "Gekozen, met een reden"
    assert said["geldfit"] == "Niet nu, zegt de hulpverlener"


def test_what_is_in_the_way_is_said_and_nothing_breaks():
    session, choosing = a_choice()
    choosing.take("geldfit")
    session.answer("suicide_thoughts", "recent")
    service = session.conversation.choice("geldfit").service
    first_this = "Eerst dit: leg vast"
    assert choosing.take("maatschappelijk_werk").startswith(first_this)
    assert choosing.pick("geldfit", f"{service}-other").startswith(first_this)
    assert choosing.enough().startswith(first_this)
    assert choosing.write_own_step("Zus bellen").startswith(first_this)
    assert [each.kind for each in session.conversation.choices] == ["geldfit"]


def test_blocked_by_a_silent_flag_can_be_taken_like_anything_else_that_does_not_fit():
    session, choosing = a_choice({"afraid": "yes"})
    view = choosing.reasons("naaste_betrekken")
    assert (view.cons, view.short) == ((), "Dit past nu niet.")
    assert choosing.take_anyway("naaste_betrekken", "Met haar zus erbij") == ""
    assert session.conversation.choice("naaste_betrekken").by is DecidedBy.PRACTITIONER
