"""The papers on the screen: pages, keeping, printing, copying, closing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.papers import PapersScreen
from intake_app.ui.views.papers_clipboard import BriefClipboard
from intake_app.ui.views.papers_middle import JOURNAL, PAGE, SENTENCE
from tests.ui.choosing_talk import NotingShell, PaperDesk
from tests.ui.fake_desk import RESOURCES, a_situation

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(qtbot, house):
    desk = PaperDesk()
    session = desk.start(a_situation())
    context = ScreenContext(desk=desk, shell=NotingShell(), themes=house, resources=RESOURCES, session=session)
    made = PapersScreen(context)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_the_first_page_is_shown_and_pages_turn(screen):
    assert screen.middle.layer == PAGE
    assert screen.middle.place.text() == "Bladzijde 1 van 2"
    QTest.keyClick(screen, Key.Key_PageDown)
    assert screen.middle.place.text() == "Bladzijde 2 van 2"


def test_control_plus_enlarges(screen):
    QTest.keyClick(screen, Key.Key_Plus, Control)
    assert screen.middle.preview.zoom > 1


def test_a_locked_paper_says_why_and_cannot_be_printed_or_kept(screen):
    screen.list.rows["huisarts_summary"].click()
    assert screen.middle.layer == SENTENCE
    assert not screen.print_button.isEnabled()
    assert not screen.keep.isEnabled()


def test_consent_opens_the_lock(screen):
    screen.list.rows["huisarts_summary"].click()
    screen.side.consent.click()
    assert screen.middle.layer == PAGE
    assert screen.print_button.isEnabled()


def test_a_kept_paper_is_for_its_owner_alone(screen, tmp_path):
    path = tmp_path / "mijn-advies.pdf"
    screen.keep_at(path)
    assert path.read_bytes().startswith(b"%PDF")
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["mijn-advies.pdf"]


def test_a_place_that_cannot_be_written_is_said_in_place(screen, tmp_path):
    screen.keep_at(tmp_path / "weg" / "mijn-advies.pdf")
    assert "lukte niet" in screen.side.message.text()


def test_a_paper_is_printed_page_by_page(screen, tmp_path):
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "gedrukt.pdf"))
    screen.print_on(printer)
    assert (tmp_path / "gedrukt.pdf").stat().st_size > 0
    assert screen.side.message.text() == ""


def test_the_journal_is_shown_and_copied(screen):
    screen.list.journal.click()
    assert screen.middle.layer == JOURNAL
    QTest.keyClick(screen, Key.Key_J, Control)
    assert QGuiApplication.clipboard().text().startswith("S:")
    screen.context.shell.said.clear()


def test_the_clipboard_is_emptied_when_the_text_is_still_ours(qapp, qtbot):  # noqa: ARG001
    brief = BriefClipboard(stays_ms=20)
    brief.put("S: rust")
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "", timeout=2000)


def test_what_somebody_else_copied_stays(qapp):  # noqa: ARG001
    brief = BriefClipboard()
    brief.put("S: rust")
    QGuiApplication.clipboard().setText("iets anders")
    brief.clear()
    assert QGuiApplication.clipboard().text() == "iets anders"


def test_closing_goes_back_to_the_list(screen):
    screen.close_button.click()
    assert screen.context.talk.conversation.closed
    assert screen.context.shell.went == ["list"]
