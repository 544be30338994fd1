from __future__ import annotations

import datetime
from dataclasses import replace

from intake_app.conversation.model import Withdrawal
from intake_app.export.soep import soep
from tests.export.talks import MONEY, RECORDED, WAITING, inputs_of

CHOSEN = (
    MONEY
    + """
choices: [{kind: geldfit, decision: later}, {kind: taalhuis, decision: declined, reason: "Geen tijd"}]
steps: [{text: "Post ordenen met zus", who: person}]
safety_net: "Bij een brief met een datum belt u ons."
"""
)


def _lines(answers, language="nl"):
    return soep(inputs_of(answers), language).splitlines()


def test_the_lines_come_in_the_order_s_o_e_p():
    letters = [line[0] for line in _lines(CHOSEN)]
    assert letters == sorted(letters, key="SOEP".index)
    assert set(letters) == set("SOEP")


def test_there_are_at_most_ten_lines():
    assert all(len(_lines(answers)) <= 10 for answers in (CHOSEN, RECORDED, WAITING, "mode: quick\n"))


def test_s_keeps_the_persons_own_words():
    assert _lines(CHOSEN)[0] == "S: “Rust in mijn hoofd”"


def test_e_says_what_weighs_and_names_no_diagnosis():
    evaluation = [line for line in _lines(CHOSEN) if line.startswith("E:")]
    assert "loopt achter met betalen" in evaluation[0]
    assert evaluation[1].endswith("Geen diagnose.")


def test_p_holds_the_steps_what_was_not_chosen_and_the_safety_net():
    plan = " ".join(line for line in _lines(CHOSEN) if line.startswith("P:"))
    assert "Post ordenen met zus" in plan
    assert "(“Geen tijd”)" in plan
    assert "vangnet: Bij een brief met een datum belt u ons." in plan


def test_steps_that_nobody_chose_are_a_proposal():
    assert any("voorstel, nog niet gekozen" in line for line in _lines(MONEY))


def test_a_flag_and_what_was_done_are_in_it():
    found = "\n".join(_lines(RECORDED))
    assert "let op: vandaag samen met de huisarts verder praten" in found
    assert "al gedaan: Huisarts erbij gehaald" in found


def test_an_english_text_can_be_made_too():
    assert any("No diagnosis." in line for line in _lines(CHOSEN, "en"))


def test_a_withdrawn_flag_is_told_with_its_reason():
    inputs = inputs_of(MONEY)
    at = datetime.datetime(2026, 11, 22, 10, 0, tzinfo=datetime.UTC)
    gone = (Withdrawal(flag="suicide_thoughts", reason="Verkeerd verstaan", at=at),)
    talk = replace(inputs.conversation, withdrawals=gone)
    lines = soep(replace(inputs, conversation=talk), "nl").splitlines()
    assert [line for line in lines if line.startswith("E: Ingetrokken") and "Verkeerd verstaan" in line]
