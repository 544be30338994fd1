from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from intake_app.advice.plan import Choice, Decision, Plan, Step
from intake_app.conversation.model import Wish
from intake_app.core.ids import KindId
from intake_app.export import documents
from intake_app.export.soep import soep
from intake_app.questionnaire.answers import Declined
from tests.export.talks import MONEY, READ_BY_GP, inputs_of, knowledge

WILD = "<b>&amp;{{ view }}]]> 👩‍👧\u202e\x00\x1b € %s " * 400
EVERY_KIND = tuple(Choice(kind=kind.id, decision=Decision.TAKEN, reason=WILD) for kind in knowledge().supply.kinds)
DECLINED = tuple(replace(each, decision=Decision.DECLINED) for each in EVERY_KIND)
ALL_DECLINED = {id_: Declined() for id_ in knowledge().questionnaire.questions}
STEPS = tuple(Step(text=WILD, who=WILD, kind=KindId("geldfit")) for _ in range(200))
CASES = {
    "nothing answered": ("mode: quick\n", {}),
    "everything declined": ("mode: exploratory\n", {"choices": DECLINED}),
    "every kind chosen many times": (MONEY, {"choices": EVERY_KIND * 3}),
    "two hundred wild steps": (MONEY, {"plan": Plan(steps=STEPS, when_worse=WILD, when_it_fails=WILD)}),
    "long notes everywhere": (MONEY, {"notes": dict.fromkeys(map(str, knowledge().questionnaire.topics), WILD)}),
    "wild wishes": (MONEY, {"wishes": tuple(Wish(topic=each, text=WILD) for each in ("", "money", "gone"))}),
    "a kind and a service that are gone": (
        MONEY,
        {"choices": (Choice(kind=KindId("gone"), decision=Decision.TAKEN, service="gone"),)},
    ),
}


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("paper", [documents.PERSON_ADVICE, documents.HUISARTS_SUMMARY])
def test_a_hostile_conversation_becomes_a_readable_file(paper, case, large):
    answers, changes = CASES[case]
    found = documents.pdf(paper, inputs_of(answers + READ_BY_GP, **changes), large=large, language="nl")
    with pypdfium2.PdfDocument(found) as opened:
        assert len(opened) >= 1


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_conversation_becomes_a_journal_text_of_at_most_ten_lines(case):
    answers, changes = CASES[case]
    assert 1 <= len(soep(inputs_of(answers, **changes), "nl").splitlines()) <= 10


def test_with_every_answer_declined_the_summary_is_still_made():
    found = inputs_of("mode: exploratory\n" + READ_BY_GP, answers=ALL_DECLINED)
    assert documents.pdf(documents.HUISARTS_SUMMARY, found, large=False, language="en").startswith(b"%PDF")


def test_the_same_conversation_gives_the_same_file():
    first, second = (
        documents.pdf(documents.PERSON_ADVICE, inputs_of(MONEY), large=False, language="nl") for _ in range(2)
    )
    assert first == second


def test_markup_in_own_words_comes_out_as_letters():
    words = MONEY.replace("Rust in mijn hoofd", "<h1>Kop</h1>")
    found = documents.markup(documents.PERSON_ADVICE, inputs_of(words), large=False, language="nl")
    assert "&lt;h1&gt;Kop&lt;/h1&gt;" in found
