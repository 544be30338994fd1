"""The Dutch that the person reads is plain: short sentences, who does what, and no words of an office."""

from __future__ import annotations

import re
import string
from dataclasses import astuple
from functools import cache
from pathlib import Path

import pytest

from intake_app.export import documents
from intake_app.export.making import Reader
from intake_app.export.pdf.markup import parse
from intake_app.export.readable import AVERAGE, EXPLAINED, MOST, Rule, average, faults, sentences, words
from intake_app.questionnaire.answers import Given
from tests.export.talks import content, inputs_of

LANGUAGES = ("nl", "en")
TESTS, RESOURCES = Path(__file__).resolve().parents[1], Path(__file__).resolve().parents[2] / "resources"
TALKS = sorted((*TESTS.glob("personas/p*.yaml"), *RESOURCES.glob("examples/*.yaml")))
SECTIONS = (
    *("person_paper", "person_help", "groups", "who", "spoken_paper", "around_paper"),
    *("safety_plan", "waiting_card", "relative_paper"),
)
"""Fixed words of the papers that the person and the relatives take home; the sections that are there."""
LONGEST = {"day": "donderdag 26 november 2026", "number": "000-1111111", "year": "2026"}
PRINTED = ("name", "for_whom", "what", "pays", "route", "expect", "step", "smallest_start")
"""What a paper prints of a kind of help."""


class Filled(dict):
    """Fills a gap with one word; a text of somebody else with none."""

    def __missing__(self, key):
        return "" if key in {"text", "words", "own"} else "iets"


def fixed(language):
    texts = content().wording.texts
    found = (text.of(language) for key, text in texts.items() if key.partition(".")[0] in SECTIONS)
    return [string.Formatter().vformat(each, (), Filled(LONGEST)) for each in found]


def of_flags(language):
    rules = content().rules.flags
    return [each.of(language) for rule in rules for each in (rule.paper_title, *rule.paper_lines)]


def of_kinds(language):
    return [getattr(kind, name).of(language) for kind in content().options for name in PRINTED]


def of_reasons(language):
    return [rule.text.of(language) for rule in content().rules.kinds]


def told(found):
    return "\n".join(f"{each.rule}: {each.found} -> {each.instead} | {each.sentence}" for each in found)


# --- the check itself ---


@pytest.mark.parametrize(
    "text, rule, found",
    [
        ("Er wordt binnenkort contact met u opgenomen.", Rule.PASSIVE, "wordt opgenomen"),
        ("U wordt gebeld.", Rule.PASSIVE, "wordt gebeld"),
        ("De formulieren worden samen ingevuld.", Rule.PASSIVE, "worden ingevuld"),
        ("Uw vraag werd besproken en behandeld.", Rule.PASSIVE, "werd behandeld"),
        ("Dit is door de huisarts bekeken en ingevuld.", Rule.PASSIVE, "is ingevuld"),
        ("Wij gaan u doorverwijzen.", Rule.WORD, "doorverwij"),
        ("U praat met lotgenoten.", Rule.WORD, "lotgeno"),
        ("Indien u dat wilt, kan het.", Rule.WORD, "indien"),
        ("De Psychosociale hulp begint.", Rule.WORD, "psychosociale"),
        ("U dient te bellen.", Rule.WORD, "dient te"),
        ("een " * 15 + "twee.", Rule.LONG, "16"),
    ],
)
def test_what_is_hard_to_read_is_found(text, rule, found):
    assert [(each.rule, each.found) for each in faults(text, "nl")] == [(rule, found)]


@pytest.mark.parametrize(
    "text",
    [
        "Wordt het erger, of lukt het niet?",
        "Wordt u suf of benauwd?",
        "De gesprekken worden langer.",
        "U hebt gebeld.",
        "De deur is geopend.",
        "Bel het steunpunt mantelzorg.",
        "een " * 14 + "twee.",
        "",
    ],
)
def test_what_is_plain_is_let_through(text):
    assert faults(text, "nl") == ()


def test_a_word_of_the_insurer_is_let_through_where_it_is_explained():
    assert [each.rule for each in faults("Hier geldt geen eigen risico.", "nl")] == [Rule.WORD]
    assert faults("Hier geldt geen eigen risico.", "nl", EXPLAINED) == ()


def test_sentences_are_told_apart_and_numbers_are_one_word():
    text = "Wilt u praten? Bel 113 of 0800-0113. Het is gratis, dag en nacht.\n12 - 13"
    assert [len(words(each)) for each in sentences(text)] == [3, 4, 6]


def test_headings_do_not_make_the_average_shorter():
    assert average(["Kosten:", "Mijn advies", "Dit zijn vier woorden. En dit zijn er zes, ja."]) == 5
    assert average(["Kosten:"]) == 0


# --- our texts ---


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("texts", [fixed, of_flags, of_kinds, of_reasons], ids=lambda each: each.__name__)
def test_every_sentence_that_we_wrote_for_the_person_is_plain(texts, language):
    found = [fault for each in texts(language) for fault in faults(each, language, EXPLAINED)]
    assert not found, told(found)
    assert average(texts(language)) <= AVERAGE[language]


# --- whole papers ---


def blocks(node):
    """Yield the texts of a paper, each paragraph, point and heading by itself, without labels that end in a colon."""
    yield node.get("title")
    own = []
    for child in node.children:
        if isinstance(child, str):
            own.append(child)
        elif child.name in {"b", "small", "quote"} and all(isinstance(each, str) for each in child.children):
            text = "".join(child.children).strip()
            own.append("" if text.endswith(":") else text)
        else:
            yield from blocks(child)
    yield " ".join(" ".join(own).split())


def own_words(talk):
    """Return what was said and typed in the talk: nobody mends that."""
    said = [each.value for each in talk.answers.values() if isinstance(each, Given) and isinstance(each.value, str)]
    said += [text for wish in talk.wishes for text in (wish.text, wish.one_higher)]
    said += [text for step in talk.plan.steps for text in (step.text, step.smallest_start)]
    said += [each.text for each in talk.strengths]
    said += [line for text in astuple(talk.safety_plan) if isinstance(text, str) for line in text.splitlines()]
    said += [*talk.notes.values(), talk.plan.when_worse, talk.plan.speak_how]
    return [each.strip() for each in said if len(each.strip()) > 3]


@cache
def talk(path):
    return inputs_of(path.read_text(encoding="utf-8"))


def taken_home(inputs):
    found = documents.papers(inputs.knowledge, inputs.conversation, inputs.picture)
    return [each.id for each in found if each.reader in {Reader.PERSON, Reader.RELATIVES} and not each.locked_by]


@cache
def doors():
    """Return what matches the name of a service: it is theirs."""
    names = {name for each in content().directory.services for name in (each.name, each.organization.name) if name}
    return re.compile("|".join(re.escape(each) for each in sorted(names, key=len, reverse=True)))


def ours(inputs, paper, language):
    own = own_words(inputs.conversation)
    found = blocks(parse(documents.markup(paper, inputs, large=False, language=language)))
    written = [each for each in found if each and "“" not in each and not any(said in each for said in own)]
    return [doors().sub("", each) for each in written]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", TALKS, ids=lambda each: each.stem)
def test_every_paper_that_goes_home_is_plain(path, language):
    inputs = talk(path)
    for paper in taken_home(inputs):
        texts = ours(inputs, paper, language)
        explained = EXPLAINED if any("eerste deel van uw zorgkosten" in each for each in texts) else frozenset()
        found = [fault for each in texts for fault in faults(each, language, explained)]
        assert not found, f"{paper}\n{told(found)}"
        assert average(texts) <= AVERAGE[language], paper


def test_the_bounds_are_those_of_the_house():
    assert (AVERAGE["nl"], MOST["nl"]) == (10, 15)
    assert sum(bool(taken_home(talk(path))) for path in TALKS) >= 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_that_names_the_part_one_pays_oneself_says_what_it_is(language):
    term = content().wording.texts["documents.own_part_term"].of(language)
    said = content().wording.texts["documents.own_part"].of(language)
    for path in TALKS:
        inputs = talk(path)
        if documents.PERSON_ADVICE in taken_home(inputs):
            texts = ours(inputs, documents.PERSON_ADVICE, language)
            assert any(term in each for each in texts if each != said) is (said in texts), path.stem
