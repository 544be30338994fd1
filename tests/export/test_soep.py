from __future__ import annotations

import datetime
from dataclasses import replace

from intake_app.conversation.model import Withdrawal
from intake_app.export.soep import soep
from intake_app.export.views import speech
from intake_app.export.views_safety import suicide_line
from intake_app.export.views_visible import Visible
from intake_app.questionnaire.situation import Participant
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


def test_s_keeps_no_words_of_a_relative():
    told = 'wishes: [{topic: contacts, text: "Zij komt nergens meer", told_by: relative}]\n'
    assert "nergens meer" not in "".join(_lines("mode: exploratory\nparticipants: [person, relative]\n" + told))


def test_one_day_is_said_as_one():
    (line,) = [each for each in _lines("answers: {moving_days: 1}\nmode: exploratory\n") if "bewegen" in each]
    assert "1 dag per week" in line


def test_e_says_what_weighs_and_names_no_diagnosis():
    (evaluation,) = [line for line in _lines(CHOSEN) if line.startswith("E:")]
    assert "loopt achter met betalen" in evaluation
    assert evaluation.endswith("Geen diagnose.")


def test_the_gravest_answers_about_suicide_are_never_cut_off():
    everybody = ", ".join(each.value for each in Participant)
    grave = """
mode: exploratory
answers: {suicide_thoughts: recent, suicide_plan: [plan, prepared], suicide_safe: cannot_say, suicide_earlier: yes}
"""
    alone = inputs_of(grave)
    said = suicide_line(Visible(alone), speech(alone, "nl"))
    lines = _lines(f"{grave}participants: [{everybody}]\n")
    assert f"O: {said}" in lines
    assert len(lines) <= 10


def test_a_flag_goes_before_nothing_was_named():
    (evaluation,) = [line for line in _lines("answers: {suicide_thoughts: recent}\nmode: quick\n") if line[0] == "E"]
    assert "niets genoemd" not in evaluation
    assert "te weinig besproken" not in evaluation


def test_e_holds_the_codes_that_were_ticked_and_no_score():
    lines = soep(inputs_of(CHOSEN), "nl", ["Z01", "Z07"]).splitlines()
    (evaluation,) = [line for line in lines if line.startswith("E:")]
    assert evaluation.endswith("ICPC-1 Z01, Z07. Geen diagnose.")
    assert "behoefte" not in "".join(lines)


def test_the_safety_net_is_always_the_last_line():
    everything = RECORDED + CHOSEN[CHOSEN.index("wishes") :].replace("topic: money", "topic: contacts")
    lines = _lines(everything)
    assert len(lines) <= 10
    assert lines[-1].startswith("P: vangnet")


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
    assert [line for line in lines if line.startswith("O: Ingetrokken") and "Verkeerd verstaan" in line]
