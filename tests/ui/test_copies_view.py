"""Copies on the screen, and putting one back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.practice.users import Role
from intake_app.ui.views.copies import CopiesScreen
from intake_app.ui.views.restore_panel import RestorePanel
from tests.ui.fake_copies import PHRASE, FakeCopies, a_copy, a_preview
from tests.ui.practice_desk import PromptShell, practice_desk

Key = Qt.Key


@pytest.fixture
def make_screen(show_screen):
    def make(*roles, copies=None, waits=False):
        return show_screen(CopiesScreen, practice_desk(*roles, copies=copies), waits=waits)

    return make


def test_it_says_when_the_last_copy_was_made_and_where_they_go(make_screen):
    screen = make_screen()
    assert screen.standing.text().startswith("De laatste kopie is van za 21 nov 2026")
    assert screen.folder.text() == "/stick"
    assert screen.table.rowCount() == 5


def test_without_copies_it_says_what_to_do(make_screen):
    screen = make_screen(copies=FakeCopies())
    assert screen.standing.text() == "Er is nog geen reservekopie. Maak er nu een."
    assert screen.empty.isVisible()
    assert not screen.put_back.isEnabled()


def test_a_failed_copy_says_why(make_screen):
    copies = FakeCopies(a_copy())
    copies.problem = "De schijf is vol. Maak ruimte."
    assert "De schijf is vol. Maak ruimte." in make_screen(copies=copies).standing.text()


def test_a_copy_is_made_and_shown(make_screen):
    screen = make_screen()
    screen.make.click()
    assert screen.made.text() == "De reservekopie is gemaakt en nagekeken."
    assert screen.table.rowCount() == 6


def test_the_work_shows_how_far_it_is_and_can_be_stopped(make_screen, qtbot):
    screen = make_screen(waits=True)
    screen.context.shell.work()
    screen.make.click()
    assert not screen.elsewhere.isEnabled()
    screen.state_busy._work.tell(2, 4)
    qtbot.waitUntil(lambda: screen.state_busy.bar.value() == 500, timeout=3000)
    screen.state_busy.stop.click()
    screen.context.shell.work()
    assert "gestopt" in screen.made.text()
    assert screen.table.rowCount() == 5
    assert screen.make.isEnabled()


def test_trying_a_copy_says_that_it_works_and_ends_the_reminder(make_screen):
    screen = make_screen()
    assert screen.remind.isVisible()
    QTest.keyClick(screen.table, Key.Key_Down)
    QTest.keyClick(screen.table, Key.Key_Return)
    assert screen.tried.text().startswith("De kopie van vr 20 nov 2026")
    assert not screen.remind.isVisible()


def test_a_copy_that_does_not_work_says_so(make_screen):
    copies = FakeCopies(a_copy())
    screen = make_screen(copies=copies)
    copies.fails = "store_backup_damaged"
    screen.try_out.click()
    assert "beschadigd" in screen.tried.text()


def test_another_folder_is_taken_and_one_that_cannot_be_is_said(make_screen):
    screen = make_screen()
    screen.context.office.copies.fails = "store_not_permitted"
    screen.move_to("/dicht")
    assert "Kies een andere map" in screen.moved.text()
    screen.move_to("/schijf")
    assert screen.folder.text() == "/schijf"


def test_putting_back_locks_first_and_only_when_it_is_meant(make_screen):
    screen = make_screen()
    screen.put_back.click()
    assert screen.restore.isVisible()
    screen.restore.keep.click()
    assert screen.context.shell.went == []
    screen.put_back.click()
    screen.restore.go.click()
    assert screen.context.shell.went == [("unlock", a_copy().path)]


def test_escape_leaves_the_question_first_and_then_the_screen(make_screen):
    screen = make_screen()
    screen.put_back.click()
    QTest.keyClick(screen.focusWidget(), Key.Key_Escape)
    assert not screen.restore.isVisible()
    assert screen.focusWidget() is screen.table
    assert screen.context.shell.went == []
    QTest.keyClick(screen.focusWidget(), Key.Key_Escape)
    assert screen.context.shell.went == ["list"]


def test_only_an_administrator_sees_putting_back(make_screen):
    assert not make_screen(Role.ASSISTANT).put_back.isVisible()


def test_who_may_not_copy_is_told_who_may(make_screen):
    screen = make_screen(Role.PRIVACY_OFFICER)
    assert screen.refusal.isVisible()
    assert not any(card.isVisible() for card in screen.cards)


@pytest.fixture
def make_panel(show):
    def make(*copies, found=None, waits=False):
        kept = FakeCopies(*copies)
        kept.found = found or a_preview()
        desk, shell = practice_desk(copies=kept), PromptShell(waits=waits)
        made = RestorePanel(desk, kept, shell.run)
        made.shell, made.kept, made.told = shell, kept, []
        made.done.connect(made.told.append)
        return show(made, 800, 700)

    return make


def opened(panel, phrase=PHRASE):
    panel.choose_page.take.click()
    panel.phrase_page.field.setText(phrase)
    QTest.keyClick(panel.phrase_page.field, Key.Key_Return)
    return panel.preview_page


def test_a_copy_is_put_back_after_it_was_compared_and_agreed_to(make_panel):
    panel = make_panel(a_copy())
    page = opened(panel)
    assert "Gesprekken: 14, wijzigingen: 900" in page.copy.lines.text()
    assert "Gesprekken: 15, wijzigingen: 962" in page.present.lines.text()
    assert "minstens 62" in page.newer.words.text()
    assert not page.go.isEnabled()
    page.has_read.click()
    page.go.click()
    assert panel.told == ["De kopie is teruggezet. Wat er stond, is bewaard als praktijk-vervangen-20261122-103200.db."]


def test_a_wrong_phrase_keeps_one_where_it_is_typed(make_panel):
    panel = make_panel(a_copy())
    opened(panel, "iets heel anders dan dat")
    assert panel.phrase_page.isVisible()
    assert "past niet" in panel.fault.text()


def test_what_cannot_be_read_now_is_said(make_panel):
    nothing = {"present_talks": None, "present_changes": None, "present_touched": None}
    panel = make_panel(a_copy(), found=a_preview(**nothing))
    page = opened(panel)
    assert "niet te lezen" in page.present.lines.text()
    assert not page.newer.isVisible()


def test_a_copy_of_another_store_asks_a_second_choice(make_panel):
    panel = make_panel(a_copy(), found=a_preview(of_this_store=False))
    page = opened(panel)
    page.has_read.click()
    assert not page.go.isEnabled()
    page.wants_other.click()
    page.go.click()
    assert panel.kept.put == [(a_copy().path, PHRASE, True)]


def test_what_fails_leaves_everything_as_it_was_and_says_so(make_panel):
    panel = make_panel(a_copy())
    page = opened(panel)
    page.has_read.click()
    panel.kept.fails = "store_disk_full"
    page.go.click()
    assert page.isVisible()
    assert "De schijf is vol" in panel.fault.text()
    assert panel.told == []


def test_escape_goes_back_step_by_step_and_leaves_at_last(make_panel, qtbot):
    panel = make_panel(a_copy())
    opened(panel)
    panel.back.click()
    assert panel.phrase_page.isVisible()
    panel.back.click()
    assert panel.choose_page.isVisible()
    with qtbot.waitSignal(panel.left):
        panel.back.click()


def test_while_it_is_put_back_nobody_can_leave(make_panel):
    panel = make_panel(a_copy(), waits=True)
    panel.shell.work()
    page = opened(panel)
    panel.shell.work()
    page.has_read.click()
    page.go.click()
    assert not panel.back.isVisible()
    QTest.keyClick(panel, Key.Key_Escape)
    panel.shell.work()
    assert len(panel.told) == 1


def test_a_file_from_elsewhere_can_be_taken(make_panel):
    panel = make_panel()
    assert panel.choose_page.none.isVisible()
    panel.choose("/elders/oud.intake")
    assert panel.phrase_page.name.text() == "oud.intake"


def test_nothing_typed_stays_behind(make_panel):
    panel = make_panel(a_copy())
    opened(panel)
    assert panel.phrase_page.field.text() == ""
