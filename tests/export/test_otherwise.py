"""Where the practitioner chose otherwise: on the summary, under one heading, and never what is silent."""

from __future__ import annotations

import datetime

import pytest

from intake_app.advice.plan import Choice, DecidedBy, Decision
from intake_app.advice.proposals import ENOUGH
from intake_app.conversation.model import OwnUrgency, Withdrawal
from intake_app.core.ids import FlagId, KindId, RuleId
from intake_app.export import documents
from intake_app.export.soep import soep
from intake_app.triage.flags import FlagHistory
from intake_app.triage.model import Urgency
from tests.export.talks import MONEY, READ_BY_GP, WAITING, advice, inputs_of, markup, said, summary

HEADING = "Waar de hulpverlener anders koos"
HARD = MONEY.replace("support: one_person", "support: one_person, reading: hard")
VIOLENCE = MONEY.replace("support: one_person", 'support: one_person, afraid: "yes"')
SET = OwnUrgency(level=Urgency.ROUTINE, reason="Heeft een bed", said=Urgency.TODAY)


def by_practitioner(kind, decision, reason="zeepaard"):
    return Choice(kind=KindId(kind), decision=decision, reason=reason, by=DecidedBy.PRACTITIONER)


def part(found):
    """Return what stands under the heading."""
    return found.split(HEADING, 1)[1].split("Samen gekozen")[0]


def test_without_another_choice_there_is_no_heading():
    assert HEADING not in summary(HARD)


def test_the_urgency_stands_there_with_what_the_rules_said_and_the_reason():
    found = part(summary(MONEY, urgency_set=SET))
    assert "Spoed gezet op: gewoon. De regels zeiden toen: vandaag. Reden: Heeft een bed." in found


def test_an_urgency_that_agrees_with_the_rules_is_no_other_choice():
    same = OwnUrgency(level=Urgency.TODAY, said=Urgency.TODAY)
    assert HEADING not in summary(MONEY, urgency_set=same)


def test_the_urgency_in_force_is_the_one_that_came_later():
    found = summary(WAITING, urgency_set=OwnUrgency(level=Urgency.ROUTINE, reason="x", said=Urgency.ROUTINE))
    assert "Spoed: vandaag." in found or "Spoed: nu." in found
    assert HEADING not in found


def test_a_withdrawn_flag_stands_there_once_with_its_reason():
    flag = FlagId("suicide_thoughts")
    gone = Withdrawal(flag=flag, reason="Verkeerde toets", at=datetime.datetime(2026, 11, 22, 10, 0))  # noqa: DTZ001
    history = FlagHistory(withdrawn={flag: frozenset({RuleId("st-1")})})
    found = summary(WAITING, withdrawals=(gone,), history=history)
    assert "Reden: Verkeerde toets" in part(found)
    assert found.count("Verkeerde toets") == 1


def test_a_kind_against_the_rules_stands_there_with_what_speaks_against_it():
    found = summary(HARD, choices=(by_practitioner("e_health", Decision.TAKEN),))
    assert "Hiertegen spreekt: Lezen is lastig. Praten past dan beter." in part(found)
    assert "Reden: Zeepaard." in part(found)


def test_a_suggestion_that_was_not_followed_stands_there_with_the_reason():
    found = summary(MONEY, choices=(by_practitioner("geldfit", Decision.DECLINED),))
    assert "Wel voorgesteld, niet gevolgd: " in part(found)
    assert found.count("eepaard") == 1


def test_what_the_person_decides_is_no_choice_of_the_practitioner():
    choice = Choice(kind=KindId("geldfit"), decision=Decision.DECLINED, reason="te duur")
    found = summary(MONEY, choices=(choice,))
    assert HEADING not in found
    assert "(“te duur”)" in found


@pytest.mark.parametrize("by", list(DecidedBy))
def test_that_the_talk_was_enough_against_a_flag_stands_there_whoever_said_so(by):
    homeless = MONEY.replace("support: one_person", "support: one_person, sleep_place: nowhere")
    enough = Choice(kind=ENOUGH, decision=Decision.TAKEN, reason="zeepaard", by=by)
    found = part(summary(homeless, choices=(enough,)))
    assert "Een veilige plek om te slapen gaat nu voor" in found
    assert "Reden: Zeepaard." in found


def test_that_the_talk_was_enough_with_nothing_against_it_is_no_other_choice():
    calm = "mode: quick\nanswers: {support: one_person}\n"
    assert HEADING not in summary(calm, choices=(Choice(kind=ENOUGH, decision=Decision.TAKEN),))


def test_the_heading_follows_what_the_person_agreed_to_show():
    agreed = MONEY + "consents: [{recipient: huisarts, items: [choices]}]\n"
    found = said(markup(documents.HUISARTS_SUMMARY, agreed, urgency_set=SET))
    assert HEADING not in found
    assert "Heeft een bed" not in found


@pytest.mark.parametrize("decision", [Decision.TAKEN, Decision.DECLINED])
def test_the_reason_of_the_practitioner_is_not_on_the_paper_of_the_person(decision):
    assert "eepaard" not in advice(HARD, choices=(by_practitioner("e_health", decision),))


@pytest.mark.parametrize("kind", [kind.id for kind in inputs_of(MONEY).knowledge.supply.kinds])
@pytest.mark.parametrize("decision", list(Decision))
def test_a_choice_that_rests_on_something_silent_gives_nothing_away(kind, decision):
    inputs = inputs_of(VIOLENCE + READ_BY_GP, choices=(by_practitioner(kind, decision),))
    outcome = inputs.picture.advice.proposal(kind).outcome
    columns = {column for reason in (*outcome.reasons, *outcome.against) for column in reason.columns}
    found = said(documents.markup(documents.HUISARTS_SUMMARY, inputs, large=False, language="nl"))
    is_silent = bool(columns & {"afraid", "flag_domestic_violence"})
    assert not (is_silent and "eepaard" in found + soep(inputs, "nl"))


def test_while_a_silent_flag_stands_an_urgency_by_hand_says_nothing():
    found = summary(VIOLENCE, urgency_set=OwnUrgency(level=Urgency.NOW, reason="zeepaard", said=Urgency.ROUTINE))
    assert "eepaard" not in found
    assert HEADING not in found


def test_an_urgency_set_while_a_silent_flag_stood_says_nothing_after_it_was_withdrawn():
    clauses = inputs_of(VIOLENCE).knowledge.engine.rules.flag(FlagId("domestic_violence")).clauses
    own = OwnUrgency(level=Urgency.ROUTINE, reason="zeepaard", said=Urgency.NOW, known=frozenset(c.id for c in clauses))
    assert "eepaard" not in summary(MONEY, urgency_set=own)
