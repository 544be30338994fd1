"""The form on paper, reached from the list of conversations: the one that is chosen is made and shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.core.problems import ProblemsError, problem
from intake_app.questionnaire.model import Mode
from intake_app.ui.views.conversations import ConversationsScreen
from intake_app.ui.views.paper_form import LARGE, OWN, FormSheet
from intake_app.ui.views.save_dialog import SaveDialog
from tests.ui.fake_desk import ONE_PAGE, FakeDesk

FIRST = (Mode.QUICK, "nl", False, False)


@pytest.fixture
def screen(show_screen):
    return show_screen(ConversationsScreen, FakeDesk())


def opened(screen):
    assert screen.do("paper_form")
    assert isinstance(screen.forms.sheet, FormSheet)
    return screen.forms.sheet


def test_without_any_talk_the_form_can_be_made(screen):
    sheet = opened(screen)
    assert screen.context.desk.forms == [FIRST]
    assert sheet.print.isEnabled()


@pytest.mark.parametrize(
    "chips,code,made",
    [
        ("who", OWN, (Mode.QUICK, "nl", True, False)),
        ("mode", "exploratory", (Mode.EXPLORATORY, "nl", False, False)),
        ("language", "en", (Mode.QUICK, "en", False, False)),
        ("letters", LARGE, (Mode.QUICK, "nl", False, True)),
    ],
)
def test_another_choice_makes_another_form(screen, chips, code, made):
    sheet = opened(screen)
    getattr(sheet, chips).chip(code).click()
    assert screen.context.desk.forms == [FIRST, made]
    assert sheet.keep.isEnabled()


def test_a_form_that_cannot_be_made_is_told_in_place(screen, monkeypatch):
    def refuse(*_asked, **_more):
        raise ProblemsError((problem("store_damaged"),))

    monkeypatch.setattr(screen.context.desk, "questionnaire_form", refuse)
    sheet = opened(screen)
    assert sheet.middle.notice.text()
    assert not sheet.print.isEnabled()
    assert not sheet.keep.isEnabled()


def test_the_form_is_kept_where_one_says(screen, monkeypatch, tmp_path):
    names = []

    def ask(dialog):
        names.extend(Path(each).name for each in dialog.selectedFiles())
        return tmp_path / "blad.pdf"

    monkeypatch.setattr(SaveDialog, "ask", ask)
    sheet = opened(screen)
    sheet.keep.click()
    assert (tmp_path / "blad.pdf").read_bytes() == ONE_PAGE
    assert names == ["vragenformulier.pdf"]
    assert sheet.told.isVisible()


def test_escape_closes_the_form_and_frees_it(screen):
    opened(screen)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert screen.forms.sheet is None
