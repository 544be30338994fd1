"""Every picture on a paper is there in words too: the wheel, the need bars, and a code that calls a number."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from intake_app.core.ids import KindId, ServiceId
from intake_app.core.text import LANGUAGES
from intake_app.export import documents
from intake_app.export.pdf.markup import parse
from tests.export.pdf.gate import faults_of
from tests.export.talks import MONEY, READ_BY_GP, inputs_of, markup

RATED = MONEY.replace("answers: {", "answers: {area_body: goes_well, area_social: ok, area_society: weighs, ")
SILENT = RATED.replace("answers: {", 'answers: {afraid: "yes", ').replace("participants: [person, gp_assistant]", "")


def elements(paper, name):
    """Return every element with a name, wherever it stands."""
    waiting, found = [parse(paper)], []
    while waiting:
        node = waiting.pop()
        found += [node] if node.name == name else []
        waiting += node.elements
    return found


def wheel(answers, language="nl"):
    return elements(markup(documents.PERSON_ADVICE, answers, language=language), "wheel")


def test_the_wheel_shows_what_the_person_rated_and_leaves_open_what_nobody_asked():
    (drawn,) = wheel(RATED)
    assert {each.get("name"): each.get("value") for each in drawn.elements} == {
        "Lijf": "3",
        "Hoofd": "",
        "Geld, werk, wonen": "1",
        "Mensen": "2",
    }


@pytest.mark.parametrize(
    "language,words",
    [
        ("nl", "Lijf: Gaat goed. Mensen: Het gaat wel. Geld, werk, wonen: Dat drukt op mij."),
        ("en", "Body: Goes well. People: It is all right. Money, work, home: It weighs on me."),
    ],
)
def test_the_wheel_is_there_in_words(language, words):
    (drawn,) = wheel(RATED, language)
    assert drawn.get("alt").endswith(words)


def test_without_a_rating_there_is_no_wheel():
    assert wheel(MONEY) == []


def test_at_home_nobody_reads_how_it_goes_with_the_people_around_while_something_must_stay_inside():
    assert wheel(SILENT) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_says_what_number_it_calls(language):
    codes = elements(markup(documents.PERSON_ADVICE, RATED, language=language), "qr")
    assert codes
    for each in codes:
        number = re.sub(r"\D", "", each.get("data"))
        assert re.sub(r"\D", "", each.get("alt")) == number
        assert each.get("alt").startswith({"nl": "Code om ", "en": "Code to call "}[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bar_says_its_word_and_its_interval(language):
    found = elements(markup(documents.HUISARTS_SUMMARY, RATED + READ_BY_GP, language=language), "bar")
    for each in found:
        assert each.get("alt").startswith(f"{each.get('name')}: {each.get('word')}.")
        assert all(each.get(end) in each.get("alt") for end in ("low", "high"))


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_with_the_wheel_passes_both_checkers(language, large):
    asked = {"large": large, "language": language}
    made = documents.pdf(documents.PERSON_ADVICE, inputs_of(RATED), **asked)
    assert faults_of(made, markup(documents.PERSON_ADVICE, RATED, **asked)) == []


def test_help_without_a_number_has_a_code_for_its_website():
    talk = MONEY + "choices: [{kind: geldfit, decision: taken}]\n"
    found = inputs_of(talk)
    first, url = found.knowledge.supply.directory.services[0], "https://geld.example/hulp"
    bare = replace(first, id=ServiceId("niet_meer"), kinds=(KindId("geldfit"),), phones=(), url=url)
    choice = replace(found.conversation.choices[0], service=bare.id, shown=bare)
    told = markup(documents.PERSON_ADVICE, talk, choices=(choice,))
    (code,) = [each for each in elements(told, "qr") if each.get("data") == bare.url]
    assert code.get("alt") == f"Code om met uw telefoon naar {bare.url} te gaan"
