"""The window: keys that work everywhere, locking, saving, banners."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from intake_app.conversation.desk import SaveStatus
from intake_app.conversation.safety_plan import SafetyPlan
from intake_app.core.ids import QuestionId
from intake_app.core.problems import problem
from intake_app.questionnaire.situation import Participant
from intake_app.ui import main_window
from intake_app.ui.fields.save_state import SaveState
from intake_app.ui.presenters.read_only import OF_A_TALK
from intake_app.ui.screen import Screen
from intake_app.ui.screens import PLACES
from tests.ui.fake_desk import FakeDesk, a_situation

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class TalkScreen(Screen):
    """Stands for the screens of a talk: notes what it was asked."""

    def __init__(self, context):
        super().__init__(context)
        self.asked = []
        self.line, self.saved = QLineEdit(self), SaveState()
        self.saved.setParent(self)
        self.setFocusProxy(self.line)

    def leave(self):
        self.asked.append("leave")

    def refresh(self):
        self.asked.append("refresh")

    def show_flag(self, flag_id):
        self.asked.append(flag_id)


@pytest.fixture
def talking(make_probe, monkeypatch):
    """Return a probe with an open talk, on a screen that only notes."""
    real = main_window.factory
    monkeypatch.setattr(main_window, "factory", lambda name: TalkScreen if name in OF_A_TALK else real(name))
    probe = make_probe()
    probe.unlock()
    probe.session = probe.desk.start(a_situation())
    probe.window.hold(probe.session)
    probe.window.go("conversation")
    return probe


def answer(session):
    session.answer(QuestionId("own_question"), "Weer slapen")


def test_the_title_says_only_what_the_program_is(talking):
    talking.session.note("own_question", "iets")
    assert talking.window.windowTitle() == "Verkennend gesprek"


@pytest.mark.parametrize(
    "key,modifiers,name",
    [(Qt.Key.Key_N, CTRL, "start_quick"), (Qt.Key.Key_N, CTRL | SHIFT, "start_exploratory")],
)
def test_a_new_talk_is_one_key_away(talking, key, modifiers, name):
    talking.press(key, modifiers)
    assert talking.name == name


def test_niet_pluis_is_raised_and_its_sheet_opened(talking):
    talking.press(Qt.Key.Key_F9)
    assert talking.session.conversation.situation.gut_feeling
    assert "gut_feeling" in talking.screen.asked


def test_niet_pluis_from_a_screen_without_the_sheet_goes_to_the_talk_first(talking):
    talking.window.go("settings")
    talking.press(Qt.Key.Key_F9)
    assert talking.name == "conversation"
    assert "gut_feeling" in talking.screen.asked


def test_niet_pluis_without_a_talk_does_nothing(make_probe):
    probe = make_probe()
    probe.unlock()
    probe.press(Qt.Key.Key_F9)
    assert probe.name == "list"


def test_undo_and_redo_work_on_the_talk_and_the_screen_follows(talking):
    answer(talking.session)
    talking.window.do("undo")
    assert not talking.session.conversation.answers
    talking.window.do("redo")
    assert talking.session.conversation.answers
    assert talking.screen.asked == ["leave", "refresh", "leave", "refresh"]


def test_undo_and_redo_name_the_safety_plan(talking):
    situation = talking.session.conversation.situation
    helped = (*situation.participants, Participant.POH_GGZ)
    talking.session.change_situation(replace(situation, participants=helped))
    talking.session.plan_safety(SafetyPlan(signs="Ik slaap slecht"))
    for action in ("undo", "redo"):
        talking.window.do(action)
        assert "veiligheidskaart" in " ".join(each.text() for each in talking.window.toasts.findChildren(QLabel))


def test_undo_with_nothing_to_undo_says_so(talking):
    talking.window.do("undo")
    assert talking.window.toasts.isVisible()
    assert talking.screen.asked == ["leave"]


def test_our_keys_work_while_one_types(talking):
    QTest.keyClicks(talking.screen.line, "woorden")
    talking.press(Qt.Key.Key_K, CTRL)
    assert talking.window.layer.isVisible()
    assert talking.screen.line.text() == "woorden"


def test_undo_while_one_types_belongs_to_the_text(talking):
    answer(talking.session)
    QTest.keyClicks(talking.screen.line, "woorden")
    talking.press(Qt.Key.Key_Z, CTRL)
    assert talking.session.conversation.answers


def test_locking_closes_the_store_and_unlocking_comes_back_to_the_same_place(talking):
    talking.window.go("choose")
    talking.press(Qt.Key.Key_L, CTRL)
    assert (talking.name, talking.desk.is_open) == ("unlock", False)
    talking.enter(talking.desk.passphrase)
    talking.wait_for("choose")


@pytest.mark.parametrize("action", ["quick", "palette", "undo", "gut_feeling", "list", "settings", "papers"])
def test_nothing_opens_while_locked(make_probe, action):
    probe = make_probe()
    probe.take()
    probe.window.do(action)
    assert probe.name == "unlock"
    assert not probe.window.layer.isVisible()


@pytest.mark.parametrize("name", sorted(OF_A_TALK))
def test_a_screen_of_a_talk_is_not_shown_without_one(make_probe, name):
    probe = make_probe()
    probe.unlock()
    probe.window.go(name)
    assert probe.name == "list"


def test_the_sheet_of_keys_opens_by_f1_and_closes_by_escape(talking):
    talking.press(Qt.Key.Key_F1)
    assert talking.window.layer.isVisible()
    talking.press(Qt.Key.Key_Escape)
    assert not talking.window.layer.isVisible()
    assert talking.window.focusWidget() is talking.screen.line


def test_a_failed_save_is_said_in_red_on_every_screen_with_what_to_do(talking, qtbot):
    talking.desk.become(SaveStatus.FAILED, problem("store_disk_full"))
    qtbot.waitUntil(lambda: talking.screen.saved.words == "Niet opgeslagen: schijf vol")
    assert "schijf is vol" in talking.window.banner.fault.text()
    talking.window.banner.retry.click()
    assert talking.desk.retried == 1


def test_a_save_is_told_on_the_screen(talking, qtbot):
    talking.desk.become(SaveStatus.SAVED)
    qtbot.waitUntil(lambda: talking.screen.saved.words == "Opgeslagen 10:32")


@pytest.mark.parametrize("is_demo,is_trial,shown", [(True, False, "fictieve"), (False, True, "Proefgebruik")])
def test_the_banner_says_what_holds(make_probe, is_demo, is_trial, shown):
    probe = make_probe(FakeDesk(is_demo=is_demo, is_trial=is_trial))
    probe.unlock()
    assert shown in probe.window.banner.words.text()


def test_content_with_faults_is_told_on_the_list(make_probe):
    desk = FakeDesk()
    desk.content_problems = (problem("key_missing"), problem("key_empty"))
    probe = make_probe(desk)
    probe.unlock()
    assert "fouten: 2" in probe.screen.content.words.text()


def test_closing_the_window_saves_and_locks(talking):
    screen = talking.screen
    talking.window.close()
    assert screen.asked == ["leave"]
    assert not talking.desk.is_open


def test_a_toast_gives_the_way_back(talking):
    done = []
    talking.window.toast("Gedaan.", lambda: done.append(True))
    talking.window.toasts.undone.emit()
    assert done == [True]


@pytest.mark.parametrize("name", ["list", "start_quick", "start_exploratory", "settings"])
@pytest.mark.parametrize("percent", ["100", "200"])
def test_no_words_are_wider_than_the_window(make_probe, name, percent):
    desk = FakeDesk()
    desk.settings["text_scale"] = percent
    probe = make_probe(desk)
    probe.unlock()
    probe.window.resize(1366, 768)
    probe.window.go(name)
    labels = [label for label in probe.screen.findChildren(QLabel) if label.isVisible()]
    assert not [label.text() for label in labels if label.mapTo(probe.window, label.rect().topRight()).x() > 1366]


def test_every_screen_has_its_place():
    assert set(PLACES) >= OF_A_TALK
