"""Nothing about violence leaves the program: not on a paper, not in the journal text, not in a file name."""

from __future__ import annotations

import dataclasses
import itertools
import re
from functools import cache

import pypdfium2
import pytest

from intake_app.core.text import LANGUAGES, Text
from intake_app.export import documents
from intake_app.export.soep import soep
from intake_app.triage.model import FlagEffect, FlagState
from tests.export.talks import READ_BY_GP, content, inputs_of, knowledge, said

WORD = re.compile(r"[^\W\d_]{5,}")
TOLD = """
mode: exploratory
person: {age: 34, pc4: "2512", gender: woman}
participants: [person, poh_ggz]
alone_moment: true
answers: {own_question: "Ik slaap slecht", afraid: "yes", controlled: "yes", cares_for: [children, ill_relative],
          violence: [threats, hitting, choking, sexual_force, stalking], children_saw: "yes",
          child_care: not_tonight, safe_person: "yes", violence_signals: answers_for_person,
          dependent_harm: pushing_or_withholding, pregnancy: pregnant, pregnancy_use: "no", caring_load: heavy,
          sleep_quality: poor, which_social: [caring], suicide_thoughts: "no", life_not_worth: "no", use_daily: none}
notes: {afraid: "wonderboom", violence: "kraanvogel", home_safety: "zeepaard", child_care: "vuurtoren"}
wishes: [{topic: home_safety, text: "dakpan"}, {topic: sleep, text: "Beter slapen"}]
strengths: [{topic: home_safety, text: "waterlelie"}]
flag_actions: [{flag: domestic_violence, done: "regenjas", told: "lantaarn", agreed: "zonnebloem"},
               {flag: child_safety, done: "hazelnoot", told: "kastanje"},
               {flag: dependent_safety, done: "molensteen", told: "klaproos"}]
"""
CHOICES = 'choices: [{kind: centrum_seksueel_geweld, decision: taken, reason: "papegaai"}]\n'
LATER = 'choices: [{kind: centrum_seksueel_geweld, decision: declined, reason: "papegaai"}]\n'
LEFT_OUT = """
mode: quick
participants: [person, relative]
not_asked: {afraid: "niet alleen", violence: "niet alleen"}
answers: {own_question: "Ik slaap slecht"}
"""
MARKS = re.findall(r'"([a-z]{6,})"', TOLD + CHOICES)
TALKS = {"told": TOLD, "chosen": TOLD + CHOICES, "declined": TOLD + LATER, "left out": LEFT_OUT}


def _texts(value):
    """Yield every text inside a piece of content."""
    if isinstance(value, Text):
        yield from (value.nl, value.en)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))


def _words(values):
    return {word.casefold() for text in _texts(values) for word in WORD.findall(text)}


def _is_silent(flag):
    return flag.effect is FlagEffect.SILENT


@cache
def telling_words():
    """Return the words that occur in silent content and nowhere else."""
    rules, questionnaire = content().rules, content().questionnaire
    topics = [topic for topic in questionnaire.topics.values() if topic.silent]
    hidden = [q for q in questionnaire.questions.values() if q.alone or questionnaire.topics[q.topic].silent]
    flags = [flag for flag in rules.flags if _is_silent(flag)]
    clauses = [c for flag in rules.flags for c in flag.clauses if c.effect is FlagEffect.SILENT]
    kinds = [kind for kind in content().options if kind.id == "centrum_seksueel_geweld"]
    silent = _words([topics, hidden, [dataclasses.replace(f, paper_lines=()) for f in flags], clauses, kinds])
    return silent - _open_words(hidden, kinds)


def _open_words(hidden, kinds):
    rules, questionnaire = content().rules, content().questionnaire
    closed = {question.id for question in hidden}
    questions = [q for q in questionnaire.questions.values() if q.id not in closed]
    topics = [dataclasses.replace(t, questions=()) for t in questionnaire.topics.values() if not t.silent]
    others = [kind for kind in content().options if kind not in kinds]
    services = [each for each in content().directory.services if kinds[0].id not in each.kinds]
    loud = [flag for flag in rules.flags if not _is_silent(flag)]
    loud = [
        dataclasses.replace(f, clauses=tuple(c for c in f.clauses if c.effect is not FlagEffect.SILENT)) for f in loud
    ]
    return _words([questions, topics, others, services, loud, rules.tables, rules.urgency, _paper_words()])


def _paper_words():
    return [text for key, text in content().wording.texts.items() if not key.startswith("problems.")]


def _everything(answers, language):
    found = inputs_of(answers + READ_BY_GP)
    specs = documents.papers(found.knowledge, found.conversation, found.picture)
    papers = [said(documents.markup(each.id, found, large=False, language=language)) for each in specs]
    return " ".join([*papers, soep(found, language), *(each.file_name for each in specs)]).casefold()


def test_the_talk_raises_every_silent_flag():
    flags = inputs_of(TOLD).picture.assessment.flags
    raised = {flag.flag for flag in flags if flag.state is FlagState.RAISED and flag.is_silent}
    assert raised >= {"domestic_violence", "child_safety", "dependent_safety"}


def test_there_are_telling_words_to_look_for():
    assert {"geslagen", "bedreigd", "violence"} <= telling_words()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("talk", TALKS)
def test_no_telling_word_leaves_the_program(talk, language):
    found = set(WORD.findall(_everything(TALKS[talk], language)))
    assert not found & telling_words()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("talk", ["told", "chosen", "declined"])
def test_no_word_that_was_written_down_with_it_leaves_the_program(talk, language):
    found = _everything(TALKS[talk], language)
    assert not [mark for mark in MARKS if mark in found]


@pytest.mark.parametrize("talk", TALKS)
def test_the_moment_alone_is_not_spoken_of(talk):
    found = _everything(TALKS[talk], "nl")
    assert not re.search(r"niet alleen|even samen|veilig thuis|meldcode|kindcheck|geweld|mishandel", found)


def test_the_pages_themselves_hold_no_telling_word():
    found = documents.pdf(documents.HUISARTS_SUMMARY, inputs_of(TOLD + READ_BY_GP), large=False, language="nl")
    with pypdfium2.PdfDocument(found) as opened:
        words = set(WORD.findall(" ".join(page.get_textpage().get_text_range() for page in opened).casefold()))
    assert not words & telling_words()


def test_the_rest_of_the_talk_is_still_there():
    found = _everything(TOLD, "nl")
    assert "slaapt slecht" in found
    assert "beter slapen" in found


def test_a_kind_that_rests_on_the_silent_alone_is_not_offered():
    rules = knowledge().engine.rules.kinds
    named = {rule.kind for rule in rules if set(rule.when.columns) & {"violence"}}
    names = [kind.name.nl.casefold() for kind in content().options if kind.id in named]
    assert not [name for name in names if name in _everything(TOLD, "nl")]


def test_a_text_leaves_the_same_words_whether_or_not_it_was_asked():
    without = {key: _everything(LEFT_OUT, key) for key in LANGUAGES}
    never = re.sub(r"not_asked:.*\n", "", LEFT_OUT)
    assert without == {key: _everything(never, key) for key, _ in itertools.product(LANGUAGES, "x")}
