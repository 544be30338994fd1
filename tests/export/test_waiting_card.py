"""Mijn wachttijdkaart: what helps until a treatment begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake_app.core.text import LANGUAGES
from intake_app.export import documents
from tests.export.pdf.gate import faults_of
from tests.export.talks import MONEY, inputs_of, locks, papers, said
from tests.export.talks import markup as made

PAPER = "waiting_card"
TREATED = """
choices:
  - {kind: specialist_ggz, decision: taken}
  - {kind: buurthuis, decision: later}
  - {kind: wandelgroep, decision: taken, service: wr_wandelgroep}
  - {kind: maatje, decision: declined}
  - {kind: poh_ggz, decision: taken}
"""
AGREED = """
steps:
  - {text: "Elke dag een half uur lopen", who: person, smallest_start: "Schoenen bij de deur"}
  - {text: "De verwijzing bespreken", who: huisarts}
  - {text: "Dinsdag mee met de wandelgroep", who: person}
"""
CARD = MONEY + TREATED + AGREED


def card(answers=CARD, **changes):
    return said(made(PAPER, answers, **changes))


def test_it_is_there_once_a_treatment_was_chosen():
    assert PAPER in papers(CARD)
    assert PAPER not in papers(MONEY)
    assert PAPER not in papers(MONEY + "choices: [{kind: specialist_ggz, decision: later}]\n")
    assert PAPER not in papers(MONEY + "choices: [{kind: poh_ggz, decision: taken}]\n")


def test_it_names_own_steps_and_what_begins_without_a_referral():
    words = card()
    assert "Elke dag een half uur lopen. Kleinste begin: Schoenen bij de deur." in words
    assert "Samen wandelen in de buurt" in words
    assert "Buurthuis Voor later" in words
    for left_out in ("De verwijzing bespreken", "Dinsdag mee", "Maatje"):
        assert left_out not in words


def test_what_is_chosen_for_now_stands_before_what_is_for_later():
    words = card()
    assert words.index("Samen wandelen") < words.index("Buurthuis")


def test_the_part_that_one_pays_oneself_is_explained_where_a_cost_names_it():
    assert "eerste deel van uw zorgkosten" not in card()
    words = card(CARD.replace("kind: maatje, decision: declined", "kind: valpreventie, decision: taken"))
    assert "eerste deel van uw zorgkosten" in words


def test_where_nothing_was_chosen_it_says_what_can_be():
    words = card(MONEY + "choices: [{kind: specialist_ggz, decision: taken}]\n")
    assert "Vraag ons wat er in de buurt is." in words


def test_it_says_whom_to_call_when_it_gets_worse_and_when_the_wait_is_too_long():
    words = card(CARD + 'safety_net: "Bel Noor als het donker wordt."\n')
    assert "Bel Noor als het donker wordt." in words
    assert "000-0000000" in words
    assert "112" in words
    assert "Vraag naar wachtlijstbemiddeling." in words
    assert "weken wachten" not in words


def test_it_does_not_say_that_somebody_referred():
    words = card()
    assert "Misschien krijgt u een behandeling. Uw huisarts beslist over een verwijzing." in words
    assert "U wacht" not in words
    assert words.index("Hebt u al een verwijzing?") < words.index("zorgverzekeraar")
    assert "Dit is een advies." in made(PAPER, CARD)


def test_it_says_when_we_speak_again_or_leaves_room_for_it():
    plan = replace(inputs_of(CARD).conversation.plan, speak_how="de POH belt u")
    assert "Dag en tijd:" in card(plan=plan)
    on = replace(plan, speak_again=plan.steps[0].by or inputs_of(CARD).conversation.situation.date)
    assert "Wij spreken elkaar weer op zondag 22 november: de POH belt u." in card(plan=on)


def test_it_waits_for_what_must_be_done_first():
    asked = CARD.replace('life_not_worth: "no"', "life_not_worth: often").replace('suicide_thoughts: "no", ', "")
    assert set(locks(asked, PAPER)) == {"flag_still_possible"}


def test_rules_that_were_not_proved_are_told():
    found = inputs_of(CARD)
    unproved = replace(found, knowledge=replace(found.knowledge, is_certified=False))
    assert "zijn niet nagerekend" in said(documents.markup(PAPER, unproved, large=False, language="nl"))


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_passes_both_checkers(language, large):
    assert faults_of(documents.pdf(PAPER, inputs_of(CARD), large=large, language=language)) == []
