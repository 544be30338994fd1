"""The draft of a referral and the sheets of a warm handover: what stands on them, what is left open, what stays off."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from intake_app.advice.plan import Choice, Decision, Plan, Step
from intake_app.conversation.consent import given, may_read, releasing, service_recipient, without
from intake_app.conversation.model import Consent
from intake_app.core.problems import ProblemsError
from intake_app.core.text import LANGUAGES
from intake_app.export import documents
from intake_app.export.consented import held_items
from intake_app.export.views import speech
from tests.export.pdf.gate import faults_of
from tests.export.talks import MONEY, READ_BY_GP, RECORDED, TODAY, WAITING, inputs_of, markup, papers, said

SOCIAL, PEER = "wr_maatschappelijk_werk", "wr_herstelacademie"
REFERRAL, TO_SOCIAL, TO_PEER = "referral_draft", f"handover:{SOCIAL}", f"handover:{PEER}"
CHOICES = tuple(
    Choice(kind=kind, decision=Decision.TAKEN, service=service)
    for kind, service in (("maatschappelijk_werk", SOCIAL), ("herstelacademie", PEER), ("basis_ggz", ""))
)
PLAN = Plan(
    steps=(
        Step(text="Samen de post openen", kind="maatschappelijk_werk", service=SOCIAL, smallest_start="Eén brief"),
        Step(text="Een rondje lopen", who="peer_worker", kind="herstelacademie"),
        Step(text="Bloed prikken", who="huisarts", kind="huisarts"),
    ),
    speak_again=datetime.date(2026, 12, 6),
)
SILENT = """
mode: quick
person: {age: 45, gender: woman}
alone_moment: true
answers: {own_question: "Rust in mijn hoofd", afraid: "yes"}
"""
READ = tuple(Consent(recipient=each, items=("all",), on=TODAY) for each in map(service_recipient, (SOCIAL, PEER)))
BY_GP = Consent(recipient="huisarts", items=("all",), on=TODAY)


def paper(id_, file=MONEY, *, language="nl", **changes):
    """Return the words of a paper of a talk in which help was chosen and everybody may read theirs."""
    whole = {"choices": CHOICES, "plan": PLAN, "consents": (BY_GP, *READ)} | changes
    return " ".join(said(markup(id_, file, language=language, **whole)).split())


def refused(id_, file=MONEY, **changes):
    with pytest.raises(ProblemsError) as refusal:
        paper(id_, file, **changes)
    return [each.code for each in refusal.value.problems]


def with_settings(**settings):
    inputs = inputs_of(MONEY, choices=CHOICES, consents=(BY_GP,))
    found = replace(inputs, settings={**inputs.settings, **settings})
    return said(documents.markup(REFERRAL, found, large=False, language="nl"))


def released(file, words, recipient, **changes):
    """Return consents in which everything with these words is released to a recipient."""
    inputs = inputs_of(file, choices=CHOICES, consents=(BY_GP, *READ), **changes)
    talk = inputs.conversation
    for each in held_items(inputs, speech(inputs, "nl")):
        if words in each.text:
            mine = releasing(talk, recipient, each.item, TODAY, is_released=True)
            talk = replace(talk, consents=(*(one for one in talk.consents if one.recipient != recipient), mine))
    return talk.consents


# --- the draft of a referral ---


def test_what_only_the_huisarts_may_say_is_left_open_and_no_page_goes_without_the_mark():
    found = paper(REFERRAL).replace(" 50 ", " ")  # the widths of cells
    for field in ("Datum: AGB-code: Naam: Functie:", "Handtekening:", "Adres:"):
        assert field in found
    assert "(Vermoeden van) DSM-stoornis: Basis-ggz of specialistische ggz: Verwezen naar: Uit het gesprek" in found
    assert "CONCEPT|" in markup(REFERRAL, MONEY + READ_BY_GP, choices=CHOICES)


def test_the_draft_refers_nobody_and_proposes_no_echelon():
    found = paper(REFERRAL)
    assert "verwezen naar:" in found.lower()
    assert "u bent verwezen" not in found.lower()
    assert "Kortere behandeling" not in found
    assert "Maatschappelijk werk" in found


def test_own_words_what_was_tried_and_what_weighs_stand_on_the_draft():
    file = MONEY.replace("answers: {", 'answers: {helped_before: "Lopen met de hond", ')
    found = paper(REFERRAL, file)
    for words in ("“Rust in mijn hoofd”", "“Lopen met de hond”", "komt geld tekort", "Zus belt elke week"):
        assert words in found


@pytest.mark.parametrize(
    "order, words",
    [("before", "vóór een verwijzing"), ("after", "na een verwijzing"), ("", "Er is nog niets besloten. De huisarts")],
)
def test_the_setting_says_whether_the_talk_comes_before_or_after(order, words):
    assert words in with_settings(referral_order=order)


@pytest.mark.parametrize("id_", [REFERRAL, "huisarts_summary"])
@pytest.mark.parametrize(
    "item, words",
    [
        ("question", "Rust in mijn"),
        ("picture", "komt geld tekort"),
        ("safety", "zelfmoord"),
        ("choices", "Ook gekozen"),
    ],
)
def test_what_the_person_left_out_stands_on_no_paper_for_the_huisarts(id_, item, words):
    items = ("question", "picture", "safety", "choices")
    some, others = (
        (Consent(recipient="huisarts", items=each, on=TODAY),)
        for each in (items, tuple(each for each in items if each != item))
    )
    assert words in paper("huisarts_summary", consents=some)
    assert words not in paper(id_, consents=others)


def test_there_is_a_draft_only_where_there_is_occasion_for_one():
    social = tuple(each for each in CHOICES if each.kind != "basis_ggz")
    assert REFERRAL in papers(MONEY, choices=CHOICES)
    assert REFERRAL not in papers(MONEY, choices=social)
    assert refused(REFERRAL, consents=READ) == ["consent_missing"]


# --- a warm handover ---


def test_each_chosen_organisation_has_a_sheet_of_its_own():
    found = papers(MONEY, choices=CHOICES)
    assert found[TO_SOCIAL].about == "Maatschappelijk werk Waterrijk"
    assert {TO_SOCIAL, TO_PEER} == {each for each in found if each.startswith("handover")}
    assert len({each.file_name for each in found.values()}) == len(found)
    later = tuple(replace(each, decision=Decision.LATER) for each in CHOICES)
    assert not [each for each in papers(MONEY, choices=later) if each.startswith("handover")]


def test_a_sheet_is_locked_until_the_person_said_that_this_organisation_may_read_it():
    assert refused(TO_SOCIAL, consents=(BY_GP, READ[1])) == ["consent_missing_service"]
    assert "Rust in mijn hoofd" in paper(TO_SOCIAL)


def test_an_organisation_reads_what_was_agreed_with_it_and_not_with_others():
    found = paper(TO_SOCIAL)
    assert "Samen de post openen (persoon). Kleinste begin: Eén brief." in found
    for other in ("Een rondje lopen", "Bloed prikken", "komt geld tekort", "zelfmoord", "2512"):
        assert other not in found
    assert "Een rondje lopen (ervaringsdeskundige)." in paper(TO_PEER)


@pytest.mark.parametrize(
    "item, words", [("person", "Man, 45 jaar"), ("question", "Rust in mijn"), ("agreed", "post openen")]
)
def test_an_organisation_reads_only_the_items_that_were_agreed_to(item, words):
    assert words in paper(TO_SOCIAL)
    talk = inputs_of(MONEY, consents=READ).conversation
    less = without(talk, service_recipient(SOCIAL), item, TODAY, is_without=True)
    assert words not in paper(TO_SOCIAL, consents=(less,))


def test_a_paper_says_what_the_consent_covers_since_when_and_that_it_can_be_taken_back():
    talk = inputs_of(MONEY, consents=READ).conversation
    less = without(talk, service_recipient(SOCIAL), "agreed", TODAY, is_without=True)
    found = paper(TO_SOCIAL, consents=(less,))
    assert "De persoon vond op 22 november 2026 goed dat Maatschappelijk werk Waterrijk dit leest." in found
    assert "Dit mag mee: om wie het gaat en de vraag in eigen woorden. De persoon mag dit altijd terugnemen." in found


def test_a_sheet_asks_for_word_back():
    assert "Aan: Praktijk Waterrijk, 000-0000000. Graag vóór 6 december 2026." in paper(TO_SOCIAL)


@pytest.mark.parametrize("id_", [REFERRAL, TO_SOCIAL, TO_PEER])
def test_no_paper_with_choices_leaves_while_a_flag_waits_but_the_summary_does(id_):
    assert refused(id_, file=WAITING) == ["flag_not_recorded"]
    assert "Ik ben op" in paper("huisarts_summary", WAITING)
    assert "Ik ben op" in paper(id_, RECORDED)


# --- what stays inside ---


def test_how_to_call_safely_goes_along_only_when_it_was_released():
    talk = inputs_of(MONEY).conversation
    situation = replace(talk.situation, call_back="Alleen overdag op het werk")
    assert "overdag op het werk" not in paper(TO_SOCIAL, situation=situation)
    consents = released(MONEY, "overdag op het werk", service_recipient(SOCIAL), situation=situation)
    assert "overdag op het werk" in paper(TO_SOCIAL, situation=situation, consents=consents)
    assert "overdag op het werk" not in paper(TO_PEER, situation=situation, consents=consents)


def test_what_is_silent_leaves_only_on_the_paper_of_the_recipient_to_whom_it_was_released():
    consents = released(SILENT, "bang", "huisarts")
    assert "bang" not in paper("huisarts_summary", SILENT)
    assert "bang" in paper("huisarts_summary", SILENT, consents=consents)
    for other in (REFERRAL, TO_SOCIAL, TO_PEER):
        assert "bang" not in paper(other, SILENT, consents=consents)


def test_a_release_covers_what_was_said_then_and_not_what_was_mended_later():
    first = replace(inputs_of(MONEY).conversation.situation, call_back="Alleen overdag")
    consents = released(MONEY, "Alleen overdag", service_recipient(SOCIAL), situation=first)
    mended = replace(first, call_back="Alleen overdag, nooit in het weekend")
    assert "Alleen overdag" not in paper(TO_SOCIAL, situation=mended, consents=consents)


def test_what_was_released_is_the_same_in_both_languages():
    inputs = inputs_of(SILENT)
    dutch, english = (held_items(inputs, speech(inputs, each)) for each in LANGUAGES)
    assert [each.item for each in dutch] == [each.item for each in english]
    assert len({each.item for each in dutch}) == len(dutch) > 0


def test_a_consent_for_everything_stands_for_every_item():
    talk = inputs_of(MONEY).conversation
    assert may_read(replace(talk, consents=(given(talk, "huisarts", TODAY),)), "huisarts") == may_read(
        inputs_of(MONEY + READ_BY_GP).conversation, "huisarts"
    )


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id_", [REFERRAL, TO_SOCIAL, TO_PEER])
def test_the_papers_pass_both_checkers(id_, language, large):
    inputs = inputs_of(MONEY, choices=CHOICES, plan=PLAN, consents=(BY_GP, *READ))
    assert faults_of(documents.pdf(id_, inputs, large=large, language=language)) == []
