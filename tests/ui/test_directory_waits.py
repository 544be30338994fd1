"""What nobody kept yet, and where one was: neither is lost by going elsewhere, locking, or closing the program."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from intake_app.core.ids import ServiceId
from intake_app.core.problems import ProblemsError
from intake_app.ui.presenters.many import ManyTable
from intake_app.ui.presenters.many_cells import Column
from intake_app.ui.presenters.service_form import ServiceForm, Who
from intake_app.ui.presenters.service_unsaved import has_unsaved, note_way
from intake_app.ui.views.service import CAME_FROM
from tests.shipped import TODAY
from tests.ui.fake_upkeep import FakeUpkeep
from tests.ui.practice_desk import practice_desk

DEBTS, MATE = ServiceId("wr_schuldhulp"), ServiceId("wr_maatje")
WHO = Who(name="Annet de Vries", today=TODAY)


class Going:
    """A window on the sociale kaart; tests speak of where one goes and what one types."""

    def __init__(self, probe):
        self.probe, self.window = probe, probe.window
        self.upkeep = probe.desk.office.directory
        self.window.activateWindow()

    @property
    def screen(self):
        return self.window.shown

    @property
    def said(self):
        return self.window.toasts._words.text()

    def go(self, screen, about=""):
        self.window.go(screen, about)
        if screen == "directory":
            self.look()

    def look(self):
        wait = self.probe.qtbot.waitUntil
        wait(lambda: self.screen._is_ready)
        wait(lambda: not self.screen._looks.isActive() and not self.screen._searches.isActive())

    def type(self, words):
        QTest.keyClicks(QApplication.focusWidget(), words)

    def press(self, key, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, held)

    def closes(self):
        self.window.close()
        return not self.window.isVisible()


@pytest.fixture
def going(make_probe):
    probe = make_probe()
    probe.unlock()
    return Going(probe)


def test_one_comes_back_from_changing_an_entry_to_what_one_looked_for(going):
    going.go("directory")
    going.type("w")
    going.look()
    going.screen.filters.toggles.choose("self_referral")
    going.screen.filters.changed.emit()
    going.look()
    going.press(Qt.Key.Key_Down)
    going.press(Qt.Key.Key_Down)
    going.look()
    before, entry = going.screen.chosen, going.screen.entry.shown
    going.go("service", entry)
    going.press(Qt.Key.Key_Escape)
    going.look()
    assert (going.screen.chosen, going.screen.entry.shown) == (before, entry)
    assert going.screen.words.selectedText() == "w"


def test_an_entry_that_is_not_among_what_was_looked_for_is_shown_all_the_same(going):
    going.go("directory")
    going.type("maatje")
    going.look()
    going.go("service", DEBTS)
    going.press(Qt.Key.Key_Escape)
    going.look()
    assert (going.screen.words.text(), going.screen.entry.shown) == ("", DEBTS)


def test_who_is_done_begins_anew_the_next_time(going):
    going.go("directory")
    going.type("maatje")
    going.look()
    going.screen.done.click()
    going.go("directory")
    assert going.screen.words.text() == ""


def test_the_way_back_from_all_fields_leads_to_the_calling_list_once(going):
    note_way(going.probe.desk, CAME_FROM, "directory_calls")
    going.go("service", DEBTS)
    going.press(Qt.Key.Key_Escape)
    assert going.probe.name == "directory_calls"
    going.go("service", DEBTS)
    going.press(Qt.Key.Key_Escape)
    assert going.probe.name == "directory"


@pytest.mark.parametrize("screen", ["service", "directory_many"])
def test_closing_with_changes_that_are_not_kept_asks_first_and_once(going, screen):
    going.go(screen, DEBTS if screen == "service" else "")
    if screen == "service":
        going.type("X")
    else:
        going.screen.many.write({(0, Column.WAIT): "77"})
    assert not going.closes()
    assert going.screen.ask.isVisible()
    assert going.closes()


def test_closing_with_changes_that_wait_elsewhere_says_so_once(going):
    going.go("service", DEBTS)
    going.type("X")
    going.go("settings")
    assert not going.closes()
    assert "nog wijzigingen die niet bewaard zijn" in going.said
    assert going.closes()


def test_closing_without_changes_just_closes(going):
    going.go("service", DEBTS)
    assert going.closes()


def test_what_was_changed_elsewhere_meanwhile_is_not_written_over_unseen():
    upkeep = FakeUpkeep()
    form = ServiceForm(upkeep, DEBTS, WHO)
    form.change("name", "Schuldhulp Zuid")
    upkeep.save(replace(upkeep.service(DEBTS), email="nieuw@example.org"))
    with pytest.raises(ProblemsError) as refused:
        form.save()
    assert [each.code for each in refused.value.problems] == ["service_changed_meanwhile"]
    assert (form.value("name"), form.value("email")) == ("Schuldhulp Zuid", "nieuw@example.org")
    form.save()
    kept = upkeep.service(DEBTS)
    assert (kept.name, kept.email) == ("Schuldhulp Zuid", "nieuw@example.org")


def test_changes_that_waited_go_over_the_entry_as_it_is_now():
    upkeep = FakeUpkeep()
    form = ServiceForm(upkeep, DEBTS, WHO)
    form.change("name", "Schuldhulp Zuid")
    upkeep.save(replace(upkeep.service(DEBTS), email="nieuw@example.org"))
    again = ServiceForm(upkeep, DEBTS, WHO)
    again.put_back(form.unsaved)
    again.save()
    kept = upkeep.service(DEBTS)
    assert (kept.name, kept.email) == ("Schuldhulp Zuid", "nieuw@example.org")


def a_table(upkeep):
    return ManyTable(practice_desk(), upkeep, WHO)


def wait_of(table, id_, text):
    table.write({(table.rows.index(id_), Column.WAIT): text})


def test_the_table_takes_over_what_was_changed_elsewhere_before_it_keeps_anything():
    upkeep = FakeUpkeep()
    table = a_table(upkeep)
    wait_of(table, DEBTS, "9")
    upkeep.save(replace(upkeep.service(DEBTS), email="nieuw@example.org"))
    with pytest.raises(ProblemsError):
        table.save()
    table.save()
    kept = upkeep.service(DEBTS)
    assert (kept.wait_days, kept.email) == (9, "nieuw@example.org")


def test_rows_that_waited_go_over_the_entries_as_they_are_now_and_those_gone_are_left_out():
    upkeep = FakeUpkeep()
    table = a_table(upkeep)
    wait_of(table, DEBTS, "9")
    wait_of(table, MATE, "8")
    upkeep.save(replace(upkeep.service(DEBTS), email="nieuw@example.org"))
    upkeep.remove([MATE])
    again = a_table(upkeep)
    again.put_back(table.unsaved)
    assert [line.service.id for line in again.changed] == [DEBTS]
    again.save()
    kept = upkeep.service(DEBTS)
    assert (kept.wait_days, kept.email) == (9, "nieuw@example.org")


def test_nothing_waits_once_it_is_kept(going):
    going.go("service", DEBTS)
    going.type("X")
    going.go("directory")
    assert has_unsaved(going.probe.desk)
    going.go("service", DEBTS)
    going.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not has_unsaved(going.probe.desk)


class Windows(QObject):
    """Notes every window that comes up."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):  # noqa: N802  as Qt calls it
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_of_a_note_comes_up_as_a_window_of_its_own(going, qapp):
    going.upkeep.write_note(DEBTS, "Belt terug binnen twee dagen.")
    going.go("directory")
    windows = Windows()
    qapp.installEventFilter(windows)
    going.go("directory", DEBTS)
    qapp.removeEventFilter(windows)
    assert (going.screen.entry.shown, windows.seen) == (DEBTS, [])


def test_tab_comes_by_every_field_in_the_order_in_which_they_stand(going):
    going.go("service", DEBTS)
    start, seen = QApplication.focusWidget(), []
    while start not in seen and len(seen) < 300:
        going.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    places = going.screen.boxes["locations"]
    after_row = seen.index(places.rows[0].drop)
    assert seen[after_row + 1] is places.add
    assert seen.index(places.add) < seen.index(going.screen.back) < seen.index(going.screen.save)
    assert "Menu" in {getattr(each, "words", "") for each in seen}


def test_what_is_said_on_the_calling_list_leaves_the_keys_for_the_answers_free(going):
    going.go("directory")
    going.window.toast("Bewaard.")
    footer = going.screen.done.parentWidget()
    above = going.window.toasts.geometry().bottom()
    assert above < footer.mapTo(going.window.centralWidget(), footer.rect().topLeft()).y()
    going.go("directory_calls")
    footer = going.screen.done.parentWidget()
    going.probe.qtbot.waitUntil(lambda: footer.y() > 0)
    assert (
        going.window.toasts.geometry().bottom()
        > footer.mapTo(going.window.centralWidget(), footer.rect().topLeft()).y()
    )
