from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest

from intake_app.advice.plan import Choice, Decision, Plan, Step
from intake_app.core.problems import ProblemsError
from intake_app.directory.model import Availability, Directory, Phone
from intake_app.export import documents
from intake_app.export.pdf.markup import parse
from tests.export.talks import (
    MONEY,
    READ_BY_GP,
    RECORDED,
    TODAY,
    WAITING,
    advice,
    content,
    inputs_of,
    knowledge,
    locks,
    markup,
    papers,
    said,
)

CHOSEN = (
    MONEY
    + """
choices: [{kind: geldfit, decision: taken}, {kind: formulierenhulp, decision: later},
          {kind: taalhuis, decision: declined, reason: "Geen tijd"}]
steps: [{text: "Bel Geldfit", who: person, by: "2026-11-25"}, {text: "Post ordenen", who: relative}]
safety_net: "Bij een brief met een datum belt u ons."
"""
)
BUDDY = next(each for each in content().directory.services if each.id == "wr_maatje")
BUDDY_CHOSEN = "choices: [{kind: maatje, decision: taken, service: wr_maatje}]\n"
GUT = 'mode: quick\ngut_feeling: true\nanswers: {own_question: "Hoofdpijn"}\n'
BED = 'mode: quick\nanswers: {own_question: "Een bed", sleep_place: nowhere}\n'


def _steps(paper):
    return [step.get("title") for node in parse(paper).elements if node.name == "steps" for step in node.elements]


def test_the_paper_begins_with_the_persons_own_words_and_what_goes_well():
    found = advice(MONEY)
    assert found.index("Rust in mijn hoofd") < found.index("Zus belt elke week") < found.index("eerste stap")


def test_without_choices_the_first_steps_are_a_proposal():
    assert "Voorstel" in advice(MONEY)
    assert "Voorstel" not in advice(CHOSEN)


def test_there_are_at_most_three_first_steps():
    assert 1 <= len(_steps(markup(documents.PERSON_ADVICE, MONEY))) <= 3


def test_an_agreed_step_says_who_and_when_and_whom_to_call():
    found = advice(CHOSEN)
    assert "uiterlijk woensdag 25 november" in found
    assert "0800-8115" in found


def test_a_step_that_can_be_called_has_a_code_to_scan():
    assert 'data="tel:08008115"' in markup(documents.PERSON_ADVICE, CHOSEN)


def test_what_was_declined_is_not_on_the_persons_paper():
    taalhuis = next(kind for kind in content().options if kind.id == "taalhuis")
    assert taalhuis.name.nl not in advice(CHOSEN)
    assert "Geen tijd" not in advice(CHOSEN)


def test_what_is_for_later_is_marked_so():
    assert "Voor later" in advice(CHOSEN)


def test_own_network_stands_before_the_other_groups():
    found = advice(MONEY + "choices: [{kind: geldfit, decision: later}, {kind: eigen_stap, decision: later}]\n")
    assert found.index("Uzelf en uw eigen mensen") < found.index("Hulp bij het dagelijks leven")


def test_the_safety_net_names_the_practice_the_evening_and_danger():
    found = advice(CHOSEN)
    assert "Bij een brief met een datum belt u ons." in found
    assert all(number in found for number in ("000-0000000", "000-1111111", "112"))


def test_a_number_that_was_agreed_is_not_said_twice():
    assert advice(MONEY + 'safety_net: "Gevaar? Bel 112."\n').count("112") == 1


def test_the_number_to_talk_stands_there_after_a_recorded_flag_and_else_not():
    assert "0800-0113" in advice(RECORDED)
    assert "0800-0113" not in advice(MONEY)


def test_the_footer_says_that_one_can_always_talk_about_a_referral():
    assert "Dit is een advies. U kunt altijd met uw huisarts over een verwijzing praten." in advice(MONEY)


@pytest.mark.parametrize("word", ["patiënt", "score", "dossier", "alarm", "zelfmoord", "nood"])
def test_a_word_that_does_not_belong_there_is_not_on_the_persons_paper(word):
    assert word not in advice(RECORDED).lower()


def test_no_answer_about_safety_is_given_as_a_reason():
    clauses = {clause.text.nl for flag in knowledge().engine.rules.flags for clause in flag.clauses}
    assert not [text for text in clauses if text in advice(BED) or text in advice(RECORDED)]


def test_while_a_flag_waits_the_paper_is_its_action_page():
    found = advice(WAITING)
    assert found.startswith("Eerst dit")
    assert "De huisarts praat vandaag met u verder." in found
    assert "eerste stap" not in found


def test_an_unease_without_reason_gives_a_plain_appointment_page():
    found = advice(GUT)
    assert "Uw afspraak" in found
    assert "113" not in found
    assert "pluis" not in found.lower()


def test_a_flag_that_goes_on_puts_todays_help_first():
    found = advice(BED)
    assert found.index("Vandaag nog") < found.index("Een bed")


def test_a_possible_flag_holds_the_persons_paper_back():
    unclear = "mode: quick\nanswers: {life_not_worth: sometimes}\n"
    assert locks(unclear, documents.PERSON_ADVICE)[0] == "flag_still_possible"
    with pytest.raises(ProblemsError):
        markup(documents.PERSON_ADVICE, unclear)


def test_the_action_page_is_never_held_back():
    assert locks(WAITING.replace(", suicide_safe: safe", ""), documents.PERSON_ADVICE) == []


def test_file_names_give_nothing_away():
    assert {each.file_name for each in papers(WAITING).values()} == {"mijn-advies.pdf", "samenvatting.pdf"}


def test_a_fictional_service_is_marked_as_an_example():
    examples = [each for each in content().directory.services if each.example and each.kinds]
    service = next(each for each in examples if each.kinds[0] not in {"huisarts", "poh_ggz", "poh_ouderen"})
    chosen = f"choices: [{{kind: {service.kinds[0]}, decision: taken, service: {service.id}}}]\n"
    assert "(voorbeeld)" in advice(MONEY + chosen)


def test_a_service_that_nobody_checked_for_a_year_carries_a_warning():
    found = inputs_of(CHOSEN.replace("mode: quick", 'mode: quick\ndate: "2029-01-01"'))
    assert "Bel eerst of het nog klopt" in documents.markup("person_advice", found, large=False, language="nl")


def reprinted(*services, **changes):
    """Return the words of the paper of somebody who chose a buddy, with the sociale kaart as it is now."""
    found = inputs_of(MONEY + BUDDY_CHOSEN)
    knowledge = found.knowledge.restocked(Directory(services=services))
    talk = replace(found.conversation, **changes)
    now = replace(found, knowledge=knowledge, conversation=talk, picture=knowledge.picture(talk))
    return said(documents.markup("person_advice", now, large=False, language="nl"))


def test_what_was_chosen_keeps_its_name_and_number_when_it_is_gone_from_the_sociale_kaart():
    paper = reprinted()
    assert BUDDY.name in paper
    assert BUDDY.phones[0].number in paper
    assert "Dit staat niet meer in onze lijst. Bel eerst of het nog klopt." in paper


@pytest.mark.parametrize(
    "why", [{"never_offer": "neemt niet op"}, {"availability": Availability.DEFUNCT}], ids=["never", "closed"]
)
def test_what_was_set_aside_since_is_not_handed_out_again(why):
    paper = reprinted(replace(BUDDY, **why))
    assert BUDDY.name not in paper
    assert BUDDY.phones[0].number not in paper
    assert "neemt niet op" not in paper
    assert "Wat u koos, kan nu niet. Bel ons. Dan zoeken wij samen iets anders." in paper


def test_a_number_that_changed_since_is_the_new_one():
    paper = reprinted(replace(BUDDY, phones=(Phone(number="000-7654321"),)))
    assert "000-7654321" in paper
    assert "niet meer in onze lijst" not in paper


@pytest.mark.parametrize(
    "days, wait_on, told",
    [
        (1, TODAY, "ongeveer een dag (op 22 november 2026)"),
        (10, TODAY, "ongeveer 10 dagen (op 22 november 2026)"),
        (28, TODAY, "ongeveer 4 weken (op 22 november 2026)"),
        (28, TODAY - datetime.timedelta(days=85), "Vraag hoe lang u moet wachten."),
    ],
)
def test_an_old_waiting_time_is_to_be_asked(days, wait_on, told):
    paper = reprinted(replace(BUDDY, wait_days=days, wait_on=wait_on))
    assert f"Wachttijd: {told}" in paper


def test_an_entry_that_nobody_ever_checked_carries_the_warning_and_no_day():
    paper = reprinted(replace(BUDDY, assured_date=datetime.date.min))
    assert "Bel eerst of het nog klopt" in paper
    assert " 1 januari 1" not in paper


def test_an_amount_carries_its_year():
    kind = next(each for each in content().options if each.pays_year)
    assert kind.pays_year in advice(f"mode: quick\nchoices: [{{kind: {kind.id}, decision: taken}}]\n")


def test_the_mark_is_gone_when_somebody_answers_for_the_use():
    found = replace(inputs_of(MONEY), trial=False)
    assert "Proefgebruik" not in documents.markup("person_advice", found, large=False, language="nl")
    assert "Proefgebruik" in advice(MONEY)


def test_the_english_paper_holds_no_dutch_label():
    found = advice(CHOSEN, language="en")
    assert "Your first steps" in found
    assert not re.search(r"\b(Waarom|Kosten|Zo begint u|Nagekeken)\b", found)


def test_an_unknown_paper_is_a_problem():
    with pytest.raises(ProblemsError):
        markup("something_else", MONEY + READ_BY_GP)


def test_a_step_in_own_words_gets_no_invented_reason_cost_or_date():
    plan = Plan(steps=(Step(text="Mijn zus bellen op zaterdag", kind="eigen_stap"),))
    choices = (Choice(kind="eigen_stap", decision=Decision.TAKEN, reason="Mijn zus bellen op zaterdag"),)
    found = advice(MONEY, plan=plan, choices=choices)
    step = found[found.index("Mijn zus bellen") : found.index("erger")]
    assert not [word for word in ("Waarom", "Kosten", "Nagekeken") if word in step]
