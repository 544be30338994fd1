"""Answers to tick and numbers to cross: every word is there, one beside the other where there is room."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest

from intake_app.export.pdf.markup import MarkupError
from tests.export.pdf.gate import faults_of
from tests.export.pdf.papers import HOSTILE, a_paper, built, opened, pages


def a_question(*answers, many="true"):
    inside = "".join(f"<choice>{escape(each)}</choice>" for each in answers)
    step = f'<step number="1" title="B"><choices many="{many}">{inside}</choices></step>'
    return a_paper(f"<h1>A</h1><h2>C</h2><steps>{step}</steps>")


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 14])
@pytest.mark.parametrize("many", ["true", "false"])
def test_every_answer_is_read_in_its_order(count, many):
    answers = [f"antwoord {chr(97 + at)}" for at in range(count)]
    assert " ".join(answers) in pages(a_question(*answers, many=many))[0]


def test_answers_with_the_form_of_markup_stay_text_and_pass_the_gate():
    assert faults_of(built(a_question(*(each for each in HOSTILE if each.isprintable()), "x" * 300))) == []


def test_two_hundred_answers_go_on_over_the_pages():
    answers = [f"nummer {at}" for at in range(200)]
    told = " ".join(pages(a_question(*answers)))
    assert all(each in told for each in answers)


def test_a_question_without_answers_has_nothing_to_tick():
    assert pages(a_question())[0].endswith("1 van 1")


@pytest.mark.parametrize("size", ["normal", "large"])
def test_a_scale_shows_every_number_on_one_line(size):
    paper = a_paper('<h1>A</h1><scale low="0" high="10" alt="Cijfers van 0 tot en met 10"/>', size=size)
    assert "0 1 2 3 4 5 6 7 8 9 10" in pages(paper)[0]
    assert faults_of(built(paper)) == []


@pytest.mark.parametrize("low,high", [("0", "11"), ("5", "5"), ("", "3"), ("9", "1"), ("0.5", "3")])
def test_a_scale_of_anything_but_two_to_eleven_whole_numbers_is_refused(low, high):
    with pytest.raises(MarkupError):
        built(a_paper(f'<scale low="{low}" high="{high}"/>'))


def test_what_introduces_something_goes_along_to_the_next_page():
    lead = '<p leads="true">Dit hoort erbij</p>'
    filling = "<p>regel</p>" * 28
    for more in range(6):
        paper = a_paper(f"{filling}{'<p>nog</p>' * more}{lead}<box title='Kader'><p>Inhoud</p></box>")
        told = [" ".join(page.extract_text().split()) for page in opened(built(paper)).pages]
        assert any("Dit hoort erbij Kader Inhoud" in each for each in told)
