"""What happens without the focus moving is told to a screen reader: once, and at once where it cannot wait."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from intake_app.conversation.desk import SaveStatus
from intake_app.core.ids import QuestionId
from intake_app.core.problems import ProblemsError, problem
from intake_app.questionnaire.model import Mode
from intake_app.ui.fields import announce as announcing
from intake_app.ui.fields.save_state import SaveState, Saving
from tests.ui.audit import scenes

FLAG = {"suicide_thoughts": "recent"}


class Bus:
    """Stands for Qt's accessibility: notes the words of each announcement, and whether it could wait."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self):
        self.said, self.urgent = [], []

    def updateAccessibility(self, event):  # noqa: N802  Qt names it
        self.said.append(event.message())
        if event.politeness() is self.AnnouncementPoliteness.Assertive:
            self.urgent.append(event.message())


@pytest.fixture
def bus(monkeypatch):
    made = Bus()
    monkeypatch.setattr(announcing, "QAccessible", made)
    return made


@pytest.fixture
def opened(house):  # noqa: ARG001  the look comes first
    """Return what opens a scene; it is closed at the end."""
    made = []

    def opened(scene, *args, **facts):
        made.append(scene("nl", *args, **facts))
        return made[-1]

    yield opened
    for each in made:
        each.close()


def test_the_first_save_on_a_screen_is_said_once_and_a_failure_with_what_to_do(opened, bus):
    house = opened(scenes.talk)
    for words in ("Rust", "Rust in mijn buik"):
        house.window.session.answer(QuestionId("own_question"), words)
        house.settle()
    assert bus.said == ["Opgeslagen 10:32"]
    house.desk.become(SaveStatus.FAILED, problem("store_disk_full"))
    house.settle()
    assert bus.urgent == [f"Niet opgeslagen: {house.desk.problem_text(problem('store_disk_full'))}"]
    house.desk.become(SaveStatus.SAVED)
    house.settle()
    assert bus.said[-1] == "Opgeslagen 10:32"


def test_saving_that_goes_quickly_is_no_news(shown_save, bus):
    for _ in range(3):
        shown_save.show_state(Saving.SAVED, "Opgeslagen 10:32")
    assert bus.said == ["Opgeslagen 10:32"]


@pytest.fixture
def shown_save(show):
    state = show(SaveState(), 300, 60)
    state.show_state(Saving.SAVED, "Opgeslagen 10:31")
    return state


def test_a_message_with_a_way_back_is_said(opened, bus):
    opened(scenes.toast)
    assert bus.said == ["Het gesprek is weg."]


def test_a_wrong_pass_phrase_is_said(opened, bus):
    house = opened(scenes.refused)
    assert house.screen.form.fault.text() in bus.said


def test_that_it_locks_soon_is_said_at_once_and_once(opened, bus):
    house = opened(scenes.soon_locked)
    house.window.idle_line.show_left(10)
    assert [words.split(" ")[:2] for words in bus.urgent] == [["Over", "20"]]


def test_an_answer_that_cannot_be_kept_is_said_at_once(opened, bus, monkeypatch):
    house = opened(scenes.talk, place="area_body")

    def refuse(*_args):
        raise ProblemsError((problem("store_disk_full"),))

    monkeypatch.setattr(house.window.session, "answer", refuse)
    QTest.keyClick(house.window.focusWidget(), Qt.Key.Key_1)
    assert house.screen.panel.fault.text() in bus.urgent


def test_half_a_record_of_a_flag_is_said_at_once(opened, bus):
    house = opened(scenes.talk, mode=Mode.EXPLORATORY, answers=FLAG)
    sheet = house.screen.layer.sheet
    sheet.form.show_fault("Zeg ook wie ervan weet.")
    assert bus.urgent == ["Zeg ook wie ervan weet."]
