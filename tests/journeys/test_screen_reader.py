"""A talk by ear: everything is found by its role and name on the accessibility bus, and what happens is heard."""

from __future__ import annotations

import pytest

from intake_app.core.ids import QuestionId
from intake_app.questionnaire.answers import Declined, Given
from tests.journeys.by_ear import by_ear
from tests.journeys.test_quick_conversation import NAME, PASSPHRASE, SECRET, desk_of, nothing_told

pytestmark = [pytest.mark.journey, pytest.mark.required, pytest.mark.timeout(240)]
BUTTON, FIELD, SECRET_FIELD, OPTION, MARK = "push button", "text", "password text", "radio button", "check box"


def begin(ear):
    ear.fill(FIELD, "Uw naam", NAME)
    ear.fill(SECRET_FIELD, "Uw wachtzin", PASSPHRASE)
    ear.fill(SECRET_FIELD, "Nog een keer dezelfde wachtzin", PASSPHRASE)
    ear.press(BUTTON, "Openen")
    ear.press(BUTTON, "Later")
    ear.press(BUTTON, "Kort gesprek")
    ear.press(BUTTON, "Begin het gesprek")


def test_a_store_is_made_and_a_talk_is_held_by_ear_alone(tmp_path):
    with by_ear(tmp_path) as ear:
        ear.fill(SECRET_FIELD, "Uw wachtzin", "kort")
        ear.fill(FIELD, "Uw naam", NAME)
        ear.press(BUTTON, "Openen")
        ear.hear("12 tekens")
        begin(ear)
        ear.fill(FIELD, "Waar moet het voor u over gaan?", f"Rust, en {SECRET}")
        ear.press(MARK, "Hier wil ik over praten")
        ear.hear("Opgeslagen")
        ear.press(BUTTON, "Volgende vraag")
        ear.press(OPTION, "Makkelijk")
        ear.find("label", "Vraag 3")
        ear.press(BUTTON, "Wil niet zeggen")
        ear.find(OPTION, "Drukt op mij")
        ear.press(BUTTON, "Terug")
        ear.hear("Ongedaan gemaakt")
        assert not [line for line in ear.read() if SECRET in line and line.startswith("frame")]
        ear.press(BUTTON, "Pauze of overdragen")
        ear.hear("Alles is bewaard")
        ear.find(BUTTON, "Ga verder")
    desk = desk_of(tmp_path)
    desk.unlock(PASSPHRASE)
    talk = desk.open(desk.rows()[0].id).conversation
    desk.lock()
    assert talk.answers[QuestionId("own_question")] == Given(value=f"Rust, en {SECRET}")
    assert talk.answers[QuestionId("reading")] == Given(value="easy")
    assert not [each for each in talk.answers.values() if isinstance(each, Declined)]
    assert [wish.topic for wish in talk.wishes] == ["opening"]
    assert "Traceback" not in (tmp_path / "errors.txt").read_text(encoding="utf-8")
    assert nothing_told(tmp_path)
