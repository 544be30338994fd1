"""The form to fill in by hand: whole for who leads the talk, and for the person without what nobody may ask a sheet."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import product

import pytest
from pypdf import PdfReader

from intake_app.content.locate import resources_dir
from intake_app.core.text import LANGUAGES
from intake_app.export.press import Press
from intake_app.export.questionnaire_form import form_markup, questionnaire_form_pdf
from intake_app.export.views_form_routes import Form, Routes, exploratory, numbered, quick
from intake_app.questionnaire.for_person import is_for_person, may_name_topic
from intake_app.questionnaire.model import Mode
from tests.export.pdf.gate import faults_of
from tests.export.talks import content, said
from tests.export.test_silent import telling_words

PRESS = Press(wording=content().wording, templates=resources_dir() / "templates", fonts=resources_dir() / "fonts")
BANK = content().questionnaire
FORMS = [Form(questionnaire=BANK, mode=mode, for_person=own) for mode, own in product(Mode, (False, True))]
NAMES = [f"{form.mode.value}-{'own' if form.for_person else 'led'}" for form in FORMS]
WHOLE, OWN = FORMS[NAMES.index("exploratory-led")], FORMS[NAMES.index("exploratory-own")]
QUICK = FORMS[NAMES.index("quick-led")]
every_form = pytest.mark.parametrize("form", FORMS, ids=NAMES)


def words(form, language="nl"):
    return said(form_markup(form, PRESS, language))


def asked(form):
    before, after = quick(form) if form.mode is Mode.QUICK else (exploratory(form), ())
    return (*before, *after)


def route(id_, form=WHOLE, language="nl"):
    routes = Routes(form=form, numbers=numbered(asked(form)), says=PRESS.speech(language))
    return routes.of_question(BANK.questions[id_])


def number(id_, form=WHOLE):
    return numbered(asked(form))[id_]


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("language", LANGUAGES)
@every_form
def test_every_form_passes_both_checkers(form, language, large):
    markup = form_markup(form, PRESS, language, large=large)
    assert faults_of(questionnaire_form_pdf(form, PRESS, language, large=large), markup) == []


def test_who_leads_a_whole_talk_has_every_question_once():
    assert sorted(each.id for each in exploratory(WHOLE)) == sorted(BANK.questions)


@pytest.mark.parametrize("language", LANGUAGES)
@every_form
def test_every_question_stands_on_the_form_with_every_answer(form, language):
    told = words(form, language)
    for question in asked(form):
        assert question.text.of(language) in told
        assert all(option.label.of(language) in told for option in form.options(question))


@pytest.mark.parametrize("form", [form for form in FORMS if form.for_person], ids=lambda form: form.mode.value)
def test_the_person_is_asked_nothing_about_safety_nothing_alone_and_no_silent_topic(form):
    assert all(is_for_person(question, BANK) for question in asked(form))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [form for form in FORMS if form.for_person], ids=lambda form: form.mode.value)
def test_the_form_of_the_person_betrays_no_silent_word(form, language):
    told = set(re.findall(r"\w+", words(form, language).casefold()))
    assert told & telling_words() == set()
    hidden = [topic for topic in BANK.topics.values() if not may_name_topic(topic)]
    assert not [topic.id for topic in hidden if topic.name.of(language) in words(form, language)]


def test_what_is_asked_alone_stands_apart_on_a_sheet_of_its_own():
    before, apart = form_markup(WHOLE, PRESS, "nl").split('<pagebreak front="true"/>')
    alone = [each for each in BANK.questions.values() if each.alone]
    assert alone
    assert all(each.text.nl in apart and each.text.nl not in before for each in alone)


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [WHOLE, QUICK], ids=["exploratory", "quick"])
def test_what_is_asked_alone_begins_on_a_sheet_of_its_own_when_both_sides_are_printed(form, language, large):
    pages = PdfReader(BytesIO(questionnaire_form_pdf(form, PRESS, language, large=large))).pages
    heading, of = PRESS.speech(language).say("form.alone_then"), "van" if language == "nl" else "of"
    told = [" ".join(page.extract_text().split()) for page in pages]
    (first,) = [number for number, text in enumerate(told, start=1) if heading in text]
    assert first % 2 == 1
    assert all(f"{number} {of} {len(pages)}" in text for number, text in enumerate(told, start=1))


@pytest.mark.parametrize(
    "form", [form for form in FORMS if form.mode is Mode.QUICK], ids=lambda form: str(form.for_person)
)
def test_on_a_short_form_a_gate_stands_before_what_it_opens(form):
    places = numbered(asked(form))
    for question in asked(form):
        columns = {column for gate in form.gates(question) or () for column in gate.columns} & set(places)
        assert all(int(places[column]) < int(places[question.id]) for column in columns)


def test_the_form_of_the_person_says_whom_to_talk_to_at_any_hour():
    assert "0800-0113" in words(OWN)
    assert "0800-0113" not in words(WHOLE)


@every_form
def test_a_route_points_only_at_questions_and_answers_that_stand_on_the_form(form):
    known, told = numbered(asked(form)), words(form)
    for found in re.findall(r"bij vraag (\d+)", told):
        assert int(found) <= len(known)
    for question in asked(form):
        for gate in form.gates(question) or ():
            inside = [BANK.questions[column] for column in gate.columns if column in BANK.questions]
            assert all(form.is_asked(each) for each in inside)


def test_a_gate_stands_before_what_it_opens():
    places, block = [each.id for each in exploratory(WHOLE)], set(BANK.safety_block)
    for question in exploratory(WHOLE):
        if question.id not in block:
            columns = {column for gate in question.asked_when for column in gate.columns} & set(places) - block
            assert all(places.index(column) < places.index(question.id) for column in columns)


@pytest.mark.parametrize(
    "id_,words",
    [
        ("sleep_quality", ""),
        (
            "sleep_cause",
            "Alleen als bij vraag {sleep_quality} “Gaat wel”, “Slecht” of “Ik slaap bijna niet” is gekozen.",
        ),
        ("care_fails", ""),
        (
            "pregnancy",
            (
                "Alleen als de persoon een vrouw of “anders” is en de persoon 16 tot en met 55 jaar is, "
                "of als bij vraag {which_body} “Zwanger of net bevallen” is gekozen."
            ),
        ),
        ("phq9_item9", ""),
    ],
)
def test_the_routing_is_said_in_words(id_, words):
    assert route(id_) == words.format_map({each: number(each) for each in BANK.questions})


def test_to_the_person_the_routing_is_said_as_u():
    assert route("loss_share", OWN).startswith(f"Alleen als u bij vraag {number('loss', OWN)} “Ja, het wordt zachter”")


def test_a_question_that_only_a_safety_question_opens_is_not_on_the_form_of_the_person():
    assert "pregnancy_mood" not in {each.id for each in exploratory(OWN)}
    assert str(number("cares_for")) not in re.findall(r"\d+", route("caring_backup", OWN))


def test_a_short_form_never_points_at_a_question_that_it_does_not_have():
    assert "past" not in route("too_much_taken", QUICK)
    assert f"bij vraag {number('suicide_thoughts', QUICK)}" in route("too_much_taken", QUICK)


def test_every_topic_says_when_its_questions_are_asked():
    said_ = words(WHOLE)
    for topic in BANK.topics.values():
        is_in_block = all(each.id in BANK.safety_block for each in topic.questions)
        if not topic.always and not is_in_block:
            assert topic.name.nl in said_
            assert topic.opener.nl in said_
    assert f"Alleen als bij vraag {number('which_body')} “Slapen” is gekozen" in said_


def test_the_same_form_is_the_same_file():
    assert questionnaire_form_pdf(QUICK, PRESS, "nl") == questionnaire_form_pdf(QUICK, PRESS, "nl")
