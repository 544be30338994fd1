"""Cards: proposals and steps."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from intake_app.ui.fields.button import ActionButton
from intake_app.ui.fields.card import Surface
from intake_app.ui.fields.flag_rows import ActionRow, CallRow
from intake_app.ui.fields.line_field import LineField
from intake_app.ui.fields.proposal_card import Fact, ProposalCard, ProposalLook, ProposalWords, Stand
from intake_app.ui.fields.step_card import StepCard, StepValue, StepWords

WORDS = ProposalWords(why="Waarom dit?", take="Neem", later="Later", decline="Niet nu", take_back="Toch niet")
LOOK = ProposalLook(title="Geldfit", why="U komt tekort.", facts=(Fact(icon="euro", words="gratis"),), key="3")
STEP_WORDS = StepWords(
    what="Wat",
    who="Wie",
    when="Wanneer",
    start="Kleinste begin",
    remove="Weghalen",
    no_date="kies een dag",
    people=(("person", "u zelf"), ("practice", "de praktijk")),
)
STEP = StepValue(what="Geldfit bellen", who="person", by=date(2026, 11, 25), start="Nummer opslaan")


def _card(shown, look=LOOK):
    card = ProposalCard(WORDS)
    card.show_look(look)
    return shown(card)


def _press(card, words):
    next(button for button in card.findChildren(ActionButton) if button.words == words).click()


@pytest.mark.parametrize(
    "words,signal",
    [("Neem", "taken"), ("Later", "postponed"), ("Niet nu", "declined"), ("Waarom dit?", "why_asked")],
)
def test_each_button_tells_what_was_decided(qtbot, shown, words, signal):
    card = _card(shown)
    with qtbot.waitSignal(getattr(card, signal)):
        _press(card, words)


def test_a_chosen_card_shows_it_and_offers_the_way_back(qtbot, shown):
    card = _card(shown, ProposalLook(title="Geldfit", why="", stand=Stand.TAKEN, stand_words="Gekozen"))
    assert card.surface is Surface.CHOSEN
    assert card.accessibleName() == "Geldfit, Gekozen"
    with qtbot.waitSignal(card.taken_back):
        _press(card, "Toch niet")


def test_a_card_shows_other_facts_in_place(shown):
    card = _card(shown)
    card.show_look(ProposalLook(title="Geldfit", why="", facts=(Fact(icon="pin", words="1 km"),) * 2))
    assert len(card._lines) == 2


def test_a_step_tells_all_of_itself_after_a_change(qtbot, shown):
    card = shown(StepCard(1, STEP_WORDS))
    card.show_step(1, STEP)
    assert card.value == STEP
    what = card.findChildren(LineField)[0]
    qtbot.keyClicks(what, " morgen")
    with qtbot.waitSignal(card.edited) as told:
        qtbot.keyClick(what, Qt.Key.Key_Return)
    assert "morgen" in told.args[0].what


def test_a_step_can_be_taken_away(qtbot, shown):
    card = shown(StepCard(2, STEP_WORDS))
    with qtbot.waitSignal(card.removed):
        _press(card, "Weghalen")


def test_a_call_is_spoken_with_its_number(shown):
    assert shown(CallRow("3", "Bel", "112")).accessibleName() == "3. Bel 112"
    assert shown(ActionRow("1", "Overleg vandaag")).accessibleName() == "1. Overleg vandaag"
