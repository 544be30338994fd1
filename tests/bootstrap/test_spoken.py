"""The languages of the person's side on a real desk."""

from __future__ import annotations

import pytest

from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person, Situation
from tests.shipped import TODAY


def a_talk(desk):
    return desk.start(Situation(mode=Mode.QUICK, date=TODAY, person=Person(age=40, gender="woman", language="pl")))


def test_no_start_waits_for_the_languages(desk):
    assert "_languages" not in vars(desk)
    assert [each.code for each in desk.spoken_languages] == ["es", "pl", "tr"]
    assert desk.spoken_languages is desk.spoken_languages
    assert desk.spoken_problems == ()


def test_the_paper_of_the_person_is_made_in_their_language(desk):
    session = a_talk(desk)
    made = desk.pdf(session, "person_advice", spoken="pl")
    assert made.startswith(b"%PDF-")
    assert made != desk.pdf(session, "person_advice")


def test_a_language_without_a_file_makes_no_paper(desk):
    with pytest.raises(ProblemsError, match="language_not_on_paper"):
        desk.pdf(a_talk(desk), "person_advice", spoken="uk")
