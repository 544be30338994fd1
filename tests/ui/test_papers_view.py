"""The papers on the screen: pages, keeping, printing, copying, closing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.core.problems import ProblemsError, problem
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import papers_leaving
from intake_app.ui.views.papers import PapersScreen
from intake_app.ui.views.papers_clipboard import BriefClipboard, leave_nothing_copied
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
    screen.side.consent.tick.click()
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


def test_who_may_not_let_a_paper_leave_keeps_no_file(screen, tmp_path, monkeypatch):
    def refuse(*_args):
        raise ProblemsError((problem("not_allowed", action="paper"),))

    monkeypatch.setattr(screen.context.desk, "released", refuse)
    screen.keep_at(tmp_path / "mijn-advies.pdf")
    assert screen.side.message.text()
    assert not list(tmp_path.iterdir())


def test_a_paper_is_printed_page_by_page(screen, tmp_path):
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "gedrukt.pdf"))
    screen.print_on(printer)
    assert (tmp_path / "gedrukt.pdf").stat().st_size > 0
    assert screen.side.message.text() == ""
    assert [what for _, what in screen.context.desk.given_out] == ["person_advice"]


def test_what_was_printed_is_recorded_and_called_nothing_in_the_queue(screen, monkeypatch):
    names = []
    monkeypatch.setattr(papers_leaving.QPrintDialog, "exec", lambda _: 1)
    monkeypatch.setattr(papers_leaving, "print_pages", lambda _, printer: not names.append(printer.docName()))
    for paper in ("person_advice", "huisarts_summary"):
        screen.papers.choose(paper)
        screen.papers.consent(given=True)
        screen.print_button.setEnabled(True)
        screen.on_print()
    assert names == ["blad", "blad"]
    assert [what for _, what in screen.context.desk.given_out] == ["person_advice", "huisarts_summary"]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_what_was_not_printed_is_not_recorded(screen, tmp_path, monkeypatch):
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "weg" / "gedrukt.pdf"))
    screen.print_on(printer)
    assert "lukte niet" in screen.side.message.text()
    monkeypatch.setattr(papers_leaving.QPrintDialog, "exec", lambda _: 0)
    screen.on_print()
    assert screen.context.desk.given_out == []


def test_who_may_not_make_a_paper_any_more_prints_none(screen, monkeypatch):
    def refuse(*_args):
        raise ProblemsError((problem("not_allowed", action="paper"),))

    printed = []
    monkeypatch.setattr(screen.context.desk, "papers", refuse)
    monkeypatch.setattr(papers_leaving, "print_pages", lambda *_: printed.append("page"))
    screen.print_on(QPrinter())
    assert screen.side.message.text()
    assert not printed


def test_the_list_says_when_a_handover_comes(screen):
    assert "Dan komt hier een overdracht bij." in screen.list.later.text()
    assert screen.list.later.isVisible()


def test_the_journal_is_shown_and_copied(screen):
    screen.list.journal.click()
    assert screen.middle.layer == JOURNAL
    QTest.keyClick(screen, Key.Key_J, Control)
    assert QGuiApplication.clipboard().text().startswith("S:")
    leave_nothing_copied()


def test_beside_the_journal_stands_what_is_about_the_journal(screen):
    screen.list.journal.click()
    side = screen.side
    assert side.title.text() == "Tekst voor het journaal"
    assert "geen toestemming voor nodig" in side.journal.text()
    assert [side.journal.isVisible(), side.letters.isVisible(), side.consent.isVisible()] == [True, False, False]
    screen.list.rows["person_advice"].click()
    assert [side.journal.isVisible(), side.letters.isVisible(), side.consent.isVisible()] == [False, True, True]


def test_a_paper_that_one_does_not_see_beside_the_journal_cannot_leave(screen):
    leaving = (screen.print_button, screen.keep, screen.password.button, screen.data.button)
    screen.list.journal.click()
    assert not any(each.isEnabled() for each in leaving)
    assert [screen.list.journal.isChecked(), screen.list.rows["person_advice"].isChecked()] == [True, False]
    QTest.keyClick(screen, Key.Key_PageDown)
    assert screen.middle.layer == JOURNAL
    screen.list.rows["person_advice"].click()
    assert all(each.isEnabled() for each in leaving)
    assert [screen.list.journal.isChecked(), screen.list.rows["person_advice"].isChecked()] == [False, True]


def test_while_a_page_is_made_it_cannot_be_kept_and_does_not_take_the_place_of_the_journal(screen, monkeypatch):
    waiting = []
    monkeypatch.setattr(screen.context.shell, "run", lambda job, done, _failed: waiting.append((job, done)))
    screen.side.enlarged.emit(True)
    assert not screen.password.button.isEnabled()
    screen.list.journal.click()
    job, done = waiting.pop()
    done(job())
    assert screen.middle.layer == JOURNAL
    assert not screen.password.button.isEnabled()


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


def test_who_closes_with_questions_about_safety_open_is_told(screen):
    talk = screen.context.talk
    assert talk.open_safety()
    screen.close_button.click()
    assert screen.context.shell.said[-1].endswith("De vragen over veiligheid zijn nog niet allemaal gesteld.")
    talk.reopen()
    talk.leave_safety("geen tijd")
    screen.close_button.click()
    assert screen.context.shell.said[-1] == "Het gesprek is afgesloten."


def test_a_password_comes_into_view_and_stays_with_another_paper(screen, qtbot, monkeypatch, tmp_path):
    names = []
    monkeypatch.setattr(screen, "ask_path", lambda name="": names.append(name) or tmp_path / name)
    screen.resize(1366, 560)
    screen.password.button.click()
    area = screen.side.parent()

    def is_in_view():
        top = screen.password.card.mapTo(area, QPoint(0, 0)).y()
        return top >= 0 and top + screen.password.card.height() <= area.height()

    qtbot.waitUntil(is_in_view)
    assert names == ["mijn-advies-met-wachtwoord.pdf"]
    assert screen.password.done.hasFocus()
    screen.list.rows["huisarts_summary"].click()
    assert screen.password.password.text()


@pytest.mark.parametrize("height", [560, 768])
def test_nothing_on_the_right_is_cut_when_a_scroll_bar_comes(screen, height):
    screen.resize(1366, height)
    QApplication.processEvents()
    assert screen.side.width() <= screen.side.parent().width()
