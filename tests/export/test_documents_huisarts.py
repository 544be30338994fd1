from __future__ import annotations

import datetime
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from intake_app.conversation.model import Consent, OwnUrgency, Withdrawal
from intake_app.core.ids import FlagId, RuleId
from intake_app.core.problems import ProblemsError
from intake_app.core.text import LANGUAGES
from intake_app.export import documents
from intake_app.triage.flags import FlagHistory
from intake_app.triage.model import Urgency
from tests.export.talks import MONEY, READ_BY_GP, RECORDED, TODAY, WAITING, inputs_of, locks, markup, said, summary

SUMMARY = documents.HUISARTS_SUMMARY
CHOSEN = (
    MONEY
    + """
choices: [{kind: poh_ggz, decision: taken}, {kind: geldfit, decision: later},
          {kind: taalhuis, decision: declined, reason: "Geen tijd"}]
steps: [{text: "Bel Geldfit", who: person, by: "2026-11-25"}]
safety_net: "Bij een brief met een datum belt u ons."
referrer: {role: huisarts, reason: "Slaapt slecht"}
"""
)


def test_without_consent_the_summary_is_held_back():
    assert locks(MONEY, SUMMARY) == ["consent_missing"]
    with pytest.raises(ProblemsError):
        markup(SUMMARY, MONEY)


def test_a_consent_that_was_taken_back_holds_it_back_again():
    taken_back = Consent(recipient="huisarts", items=("all",), on=TODAY, revoked=True)
    with pytest.raises(ProblemsError):
        markup(SUMMARY, MONEY, consents=(taken_back,))


def test_a_consent_for_one_item_shows_that_item_only():
    found = said(markup(SUMMARY, MONEY + "consents: [{recipient: huisarts, items: [question]}]\n"))
    assert "Rust in mijn hoofd" in found
    assert "loopt achter met betalen" not in found


def test_the_summary_names_who_was_there_the_question_and_the_referrer():
    found = summary(CHOSEN)
    assert "persoon, doktersassistente" in found
    assert "“Rust in mijn hoofd”" in found
    assert "Huisarts: Slaapt slecht" in found


def test_need_is_a_word_with_an_open_bar_where_too_little_is_known():
    found = markup(SUMMARY, MONEY + READ_BY_GP)
    assert 'word="nog niet genoeg bekend"' in found
    assert 'known="false"' in found


def test_what_weighs_is_said_in_the_third_person():
    assert "loopt achter met betalen" in summary(MONEY)


def test_what_is_asked_of_the_huisarts_stands_near_the_top():
    found = summary(CHOSEN)
    assert found.index("Gevraagd van u") < found.index("Beeld")
    assert "Bespreken of dit past: Praktijkondersteuner" in found


def test_chosen_later_and_declined_stand_there_with_the_reason():
    found = summary(CHOSEN)
    assert "Bel Geldfit" in found
    assert "Voor later: Geldfit" in found
    assert "(“Geen tijd”)" in found


@pytest.mark.parametrize(
    "answer, words",
    [
        ("no", "denkt niet aan zelfmoord"),
        ("declined", "wil hierover niets zeggen"),
        ("unknown", "weet het niet"),
        ("", "Naar zelfmoord is niet gevraagd"),
    ],
)
def test_whether_suicide_was_asked_about_is_said_in_words(answer, words):
    answers = f'mode: quick\nanswers: {{suicide_thoughts: "{answer}"}}\n' if answer else "mode: quick\n"
    assert words in summary(answers)


def test_a_recorded_flag_says_what_was_done_and_who_was_told():
    found = summary(RECORDED)
    assert "Dacht de laatste weken aan zelfmoord." in found
    assert "Gedaan: Huisarts erbij gehaald. Verteld aan: huisarts." in found


def test_a_flag_without_record_says_so():
    assert "Nog niet vastgelegd wat er is gedaan." in summary(WAITING)


def test_a_withdrawal_stands_there_with_its_reason():
    flag = FlagId("suicide_thoughts")
    gone = Withdrawal(flag=flag, reason="Verkeerde toets", at=datetime.datetime(2026, 11, 22, 10, 0))  # noqa: DTZ001
    history = FlagHistory(withdrawn={flag: frozenset({RuleId("st-1")})})
    found = summary(WAITING, withdrawals=(gone,), history=history)
    assert "Ingetrokken" in found
    assert "Verkeerde toets" in found


def test_an_urgency_set_by_hand_stands_there_with_its_reason():
    found = summary(MONEY, urgency_set=OwnUrgency(level=Urgency.TODAY, reason="Ziet er slecht uit"))
    assert "Spoed: vandaag" in found
    assert "Ziet er slecht uit" in found


def test_what_was_left_out_on_purpose_stands_there_with_the_reason():
    assert "Werk en inkomen (geen tijd)" in summary(MONEY + "not_asked: {work: geen tijd}\n")


def test_how_much_was_not_talked_about_stands_there_per_area():
    found = summary("mode: quick\nanswers: {sleep_quality: poor, mood: often_low}\n")
    assert "Onderwerpen: Lijf 12 van 13; Hoofd 8 van 9;" in found
    assert "Geld, werk, wonen alle 11." in found
    assert "geen vraag bewust overgeslagen" not in found


def test_what_was_asked_without_an_answer_did_come_up():
    found = summary("mode: quick\nanswers: {reading: declined, sleep_quality: unknown}\n")
    assert "Lijf 12 van 13;" in found
    assert "Geld, werk, wonen 10 van 11." in found


def test_declined_and_unknown_answers_are_told_apart():
    found = summary("mode: quick\nanswers: {sleep_place: declined, reading: unknown}\n")
    assert "Wil niet zeggen: Bed, eten, medicijnen." in found
    assert "Weet het niet: Lezen en taal." in found


def test_an_answer_that_is_hidden_by_routing_is_not_printed():
    shown = MONEY.replace("debts: arrears", "debts: arrears, work: works, work_strain: heavy")
    hidden = shown.replace("work: works", "work: retired")
    assert "vindt werk of studie zwaar" in summary(shown)
    assert "vindt werk of studie zwaar" not in summary(hidden)


def test_every_reason_comes_with_the_source_of_its_rule():
    found = summary(MONEY)
    assert found.index("Redenen bij sociaal") < found.rindex("eigen oordeel")


def test_the_day_of_the_consent_stands_with_the_annex():
    found = summary(MONEY)
    assert found.index("Alle antwoorden") < found.index(
        "De persoon vond op 22 november 2026 goed dat de huisarts dit leest."
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("persona", ["p03", "p04", "p05", "p08", "p13"])
def test_what_matters_stands_on_one_page_also_with_alarm_signals(persona, language):
    """The longest summaries of the personas; what follows is the annex."""
    told = (Path(__file__).parents[1] / "personas" / f"{persona}.yaml").read_text(encoding="utf-8")
    inputs = inputs_of(told if "consents" in told else told + READ_BY_GP)
    first, second, *_ = PdfReader(BytesIO(documents.pdf(SUMMARY, inputs, large=False, language=language))).pages
    words = {"nl": ("Vangnet en vervolg", "Niet besproken", "Bijlage"), "en": ("Safety net", "Not discussed", "Annex")}
    net, left_out, annex = words[language]
    assert net in first.extract_text()
    assert left_out in first.extract_text()
    assert annex in second.extract_text()


def test_what_a_relative_told_is_said_to_be_theirs():
    found = summary(MONEY.replace("importance: 8", "told_by: relative, importance: 8"))
    assert found.count("naaste vertelt: “De post weer open durven doen”") == 2


def test_notes_stand_whole_in_the_annex():
    note = "heel veel woorden " * 100
    assert note.strip() in summary(MONEY + f'notes: {{money: "{note}"}}\n')


def test_the_rules_version_stands_beside_the_mark():
    inputs = inputs_of(MONEY + READ_BY_GP)
    found = documents.markup(SUMMARY, replace(inputs, trial=False), large=False, language="nl")
    assert f'mark="Regels {inputs.knowledge.engine.rules.version}"' in found
