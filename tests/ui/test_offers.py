"""What is offered: only what this person may, on this screen, in this talk; and all of it does something."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from intake_app.core.ids import QuestionId
from intake_app.practice.users import Role
from intake_app.questionnaire.situation import Participant
from intake_app.ui import tour
from intake_app.ui.actions import all_actions
from intake_app.ui.fields.layer import Overlay
from intake_app.ui.offers import Here, offered
from intake_app.ui.views import papers_leaving
from intake_app.ui.views.conversations_taking import TakingCard
from intake_app.ui.views.save_dialog import SaveDialog
from tests.ui.choosing_talk import PaperDesk, a_full_talk
from tests.ui.fake_desk import a_situation
from tests.ui.fake_upkeep import FakeUpkeep
from tests.ui.practice_desk import practice_desk

BY_TALK = frozenset({"gut_feeling", "undo", "redo", "person_window"})
OF_A_SCREEN = {
    "list": {"search_list", "remove", "take_in"},
    "conversation": {"next", "topic_up", "decline", "wish", "note", "alone", "picture", "reasons", "choose", "clear"},
    "priorities": {"add_topic"},
    "choose": {"own_step", "compare"},
    "agree": {"add_step"},
    "papers": {"save_pdf", "print", "journal", "picture"},
    "directory": {
        "search_directory",
        "filters",
        "edit_service",
        "new_service",
        "leaflet",
        "pick_service",
        "still_right",
    },
}


def offered_to(desk, screen="list", talk=None, by_screen=()):
    here = Here(desk=desk, talk=talk, screen=screen, by_screen=dict(by_screen), by_window=BY_TALK)
    return {each.id for each in offered(here)}


ALL_ROLES = {
    Role.ASSISTANT: {"quick", "directory_calls", "copies"},
    Role.INTAKER: {"quick", "erasures", "directory_many", "copies"},
    Role.CLINICIAN: {"exploratory", "erasures", "directory_twins", "copies"},
    Role.ADMINISTRATOR: {"copies", "directory_many"},
    Role.PRIVACY_OFFICER: {"log"},
}


@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_offered_what_it_may_and_nothing_else(role):
    found = offered_to(practice_desk(role), screen="settings")
    assert found >= ALL_ROLES[role] | {"lock", "keys", "palette", "people", "directory"}
    may_not = {
        Role.ASSISTANT: {"log", "erasures"},
        Role.INTAKER: {"log"},
        Role.CLINICIAN: {"log"},
        Role.ADMINISTRATOR: {"quick", "exploratory", "list", "log", "erasures"},
        Role.PRIVACY_OFFICER: {
            "quick",
            "exploratory",
            "list",
            "copies",
            "erasures",
            "directory_many",
            "directory_calls",
        },
    }
    assert not found & may_not[role]


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.PRIVACY_OFFICER])
def test_who_reads_no_talk_is_offered_nothing_of_one(role):
    desk = practice_desk(role)
    _, session = a_full_talk(desk)
    needs = {each.id for each in all_actions() if each.needs_talk}
    assert not offered_to(desk, "directory", session) & needs


def test_without_a_talk_nothing_of_a_talk_is_offered():
    assert not offered_to(practice_desk()) & {each.id for each in all_actions() if each.needs_talk}


def test_where_one_can_only_read_nothing_that_changes_is_offered():
    desk = practice_desk(is_read_only=True)
    _, session = a_full_talk()
    found = offered_to(desk, "papers", session)
    assert not found & {"quick", "undo", "redo", "gut_feeling", "choose", "agree", "conversation", "directory_many"}
    assert found >= {"list", "directory", "settings"}


def test_the_screen_that_is_shown_is_not_offered():
    assert "settings" not in offered_to(practice_desk(), "settings")
    assert "settings" in offered_to(practice_desk(), "list")


def test_what_a_screen_does_itself_it_decides():
    assert "compare" in offered_to(*talking("choose"), by_screen={"compare": True})
    assert "compare" not in offered_to(*talking("choose"), by_screen={"compare": False})
    assert "choose" not in offered_to(*talking("conversation"), by_screen={"choose": False})


def talking(screen):
    desk, session = a_full_talk(practice_desk())
    return desk, screen, session


class Walk:
    """A window with a talk in which much was said, brought to a screen again and again."""

    def __init__(self, make_probe, screen):
        desk = PaperDesk()
        desk.office.directory = FakeUpkeep()
        self.screen = screen
        there = (Participant.PERSON, Participant.RELATIVE)
        is_free = screen == "papers"  # nothing may stand in the way of a paper
        self.session = desk.start(a_situation()) if is_free else a_full_talk(desk, participants=there)[1]
        self.probe = make_probe(desk)
        self.window = self.probe.window
        self.probe.unlock()

    def prepare(self):
        """Go to the screen, where one stands on something."""
        window = self.window
        if window.is_locked:
            self.probe.enter(self.probe.desk.passphrase)
            self.probe.qtbot.waitUntil(lambda: not window.is_locked)
        window.layer.close_layer()
        for other in [each for each in QApplication.topLevelWidgets() if each is not window and each.isVisible()]:
            other.close()
        self.session.move("conversation", QuestionId("sleep_quality"))
        window.hold(self.session)
        window.go(self.screen)
        QApplication.processEvents()
        if self.screen == "list":
            window.shown.table.setFocus(Qt.FocusReason.OtherFocusReason)
            window.shown.table.setCurrentCell(0, 0)
        if self.screen == "directory":  # it begins in the field that one searches in
            window.shown.focusNextChild()
        while self.screen == "conversation" and window.shown.layer.is_open:  # niet-pluis was raised before
            window.shown.layer.close_sheet()
        if self.screen == "papers":
            self.probe.qtbot.waitUntil(window.shown.print_button.isEnabled)

    def offered(self):
        return [each.id for each in offered(window_here(self.window))]

    def state(self):
        """Return everything that one could notice."""
        window = self.window
        open_ = [each for each in window.findChildren(Overlay) if each.isVisible()]
        tops = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        return (
            window.screen_name,
            len(open_),
            len(tops),
            len(self.session.changes),
            id(window.focusWidget()),
            window.grab().toImage(),
        )


def window_here(window):
    return window._finding._here(window.desk)


@pytest.mark.parametrize("screen", list(OF_A_SCREEN))
def test_everything_that_is_offered_on_a_screen_is_there_and_does_something(make_probe, monkeypatch, screen):
    asked = []
    monkeypatch.setattr(SaveDialog, "ask", lambda _: asked.append("save"))
    monkeypatch.setattr(TakingCard, "ask_path", lambda _: asked.append("open") or "")
    monkeypatch.setattr(tour.QProcess, "startDetached", lambda *_: (asked.append("demo") is None, 0))
    monkeypatch.setattr(papers_leaving.QPrintDialog, "exec", lambda _: asked.append("print") or 0)
    walk = Walk(make_probe, screen)
    walk.prepare()
    found = walk.offered()
    assert set(found) >= OF_A_SCREEN[screen]
    own = walk.window.shown.own_actions()
    # What can be done from everywhere is tried from the talk.
    for id_ in [each for each in found if screen == "conversation" or each in own]:
        walk.prepare()
        before, asked_before = walk.state(), len(asked)
        walk.window.do(id_)
        QApplication.processEvents()
        assert walk.state() != before or len(asked) > asked_before, id_
    walk.prepare()
