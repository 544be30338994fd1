"""Who is around the person, on paper: only with consent, never beside something silent, and the same in words."""

from __future__ import annotations

import datetime

import pypdfium2
import pytest

from intake_app.core.text import LANGUAGES
from intake_app.export import documents
from intake_app.export.person_export import PersonTalk, person_markup, person_record, releasable
from intake_app.export.press import Press
from intake_app.export.soep import soep
from tests.export.talks import MONEY, WAITING, inputs_of, said
from tests.export.test_silent import TOLD

AROUND = """
around:
  - {name: "Jacobien", kind: family, strength: 3, may_think_along: true}
  - {name: "Hartger", kind: partner, strength: 1, strain: 2}
"""
BOTH = "consents: [{recipient: huisarts, items: [all, around]}, {recipient: person, items: [around]}]\n"
GP_ALL = "consents: [{recipient: huisarts, items: [all]}]\n"
NAMES = ("Jacobien", "Hartger")
MADE = datetime.datetime(2026, 12, 3, 9, 30, tzinfo=datetime.UTC)
PAPERS = (documents.PERSON_ADVICE, documents.HUISARTS_SUMMARY)


def pages(paper, answers, **asked):
    found = documents.pdf(paper, inputs_of(answers), large=asked.get("large", False), language="nl")
    with pypdfium2.PdfDocument(found) as opened:
        return " ".join(page.get_textpage().get_text_range() for page in opened)


def names_in(text):
    return [name for name in NAMES if name in text]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", PAPERS)
def test_with_consent_the_drawing_and_the_list_name_everybody(paper, large):
    found = pages(paper, MONEY + AROUND + BOTH, large=large)
    assert [found.count(name) for name in NAMES] == [2, 2]
    assert "mag meedenken" in found


@pytest.mark.parametrize("paper", PAPERS)
def test_consent_for_the_rest_is_no_consent_for_who_is_around(paper):
    assert not names_in(pages(paper, MONEY + AROUND + GP_ALL))


def test_what_somebody_costs_is_for_the_huisarts_and_stays_off_the_paper_that_goes_home():
    assert "kost veel kracht" in pages(documents.HUISARTS_SUMMARY, MONEY + AROUND + BOTH)
    assert "kracht" not in said(
        documents.markup(PAPERS[0], inputs_of(MONEY + AROUND + BOTH), large=False, language="nl")
    )


def test_the_page_that_comes_first_while_something_waits_names_nobody():
    assert not names_in(pages(documents.PERSON_ADVICE, WAITING + AROUND + BOTH))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("talk", [TOLD, 'mode: quick\nalone_moment: true\nanswers: {afraid: "yes"}\n'])
def test_beside_something_silent_nobody_is_named_whatever_was_agreed(talk, language):
    found = inputs_of(talk + AROUND + BOTH)
    texts = [said(documents.markup(each, found, large=False, language=language)) for each in PAPERS]
    assert not names_in(" ".join([*texts, soep(found, language)]))


@pytest.mark.parametrize("drop", [AROUND, ""])
def test_beside_something_silent_the_papers_are_the_same_with_and_without_them(drop):
    with_, without = inputs_of(TOLD + AROUND + BOTH), inputs_of(TOLD + BOTH + AROUND.replace(drop, ""))
    for paper in PAPERS:
        one, other = (documents.markup(paper, each, large=False, language="nl") for each in (with_, without))
        assert one == other


def record(answers, *, released=()):
    talk = PersonTalk(inputs=inputs_of(answers))
    return person_record([talk], [], released, made=MADE, language="nl")


def test_the_persons_own_record_holds_everybody_with_what_is_known():
    found = record(MONEY + AROUND).talks[0].around
    assert [(each.name, each.kind.words, each.strain.words) for each in found] == [
        ("Jacobien", "familie", "kost geen kracht"),
        ("Hartger", "partner", "kost veel kracht"),
    ]
    press = Press(**{each: getattr(inputs_of(MONEY), each) for each in ("wording", "templates", "fonts")})
    assert names_in(said(person_markup(record(MONEY + AROUND), press, "nl")[0])) == list(NAMES)


def test_beside_something_silent_the_record_names_nobody_until_each_is_released():
    talk = PersonTalk(inputs=inputs_of(TOLD + AROUND))
    items = [each for each in releasable([talk], "nl") if "/tie:" in each.id]
    assert [each.text for each in items] == [
        "Om u heen: Jacobien: familie, heel dichtbij, mag meedenken.",
        "Om u heen: Hartger: partner, los contact, kost veel kracht.",
    ]
    assert record(TOLD + AROUND).talks[0].around == ()
    assert [each.text for each in record(TOLD + AROUND, released=[items[0].id]).released] == [items[0].text]
    assert not [each for each in releasable([PersonTalk(inputs=inputs_of(MONEY + AROUND))], "nl") if "tie" in each.id]


@pytest.mark.parametrize("count", [1, 12, 40, 55])
def test_many_people_stand_on_paper_with_hostile_names(count):
    people = "".join(f'  - {{name: "<b>&{at} \\u202e😀 {"w" * 40}", strength: {at % 4}}}\n' for at in range(count))
    found = pages(documents.HUISARTS_SUMMARY, f"{MONEY}around:\n{people}{BOTH}")
    assert found.count("iemand anders") == count
