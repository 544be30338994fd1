"""Many entries in one table: typing, pasting, filling down, undoing, and keeping it as one change."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.model import Availability
from intake_app.practice.upkeep import BatchKind
from intake_app.ui.presenters.many import ManyTable, read_block, write_block
from intake_app.ui.presenters.many_cells import COLUMNS, Cells, Column
from intake_app.ui.presenters.service_form import Who
from intake_app.ui.views.directory_many import many_screen
from intake_app.ui.views.service import NoForm, today
from tests.ui.fake_upkeep import FakeUpkeep, a_dozen, many
from tests.ui.practice_desk import practice_desk

DAY = datetime.date(2026, 11, 22)
WHO = Who(name="Annet de Vries", today=DAY)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def upkeep():
    return FakeUpkeep()


@pytest.fixture
def table(upkeep):
    return ManyTable(practice_desk(), upkeep, WHO)


@pytest.fixture
def cells(upkeep):
    return Cells(practice_desk(), upkeep, WHO)


@pytest.fixture
def make_screen(show_screen, upkeep):
    made = []

    def make(desk=None, services=()):
        desk = desk or practice_desk()
        upkeep.services_ = services
        desk.office.directory = upkeep
        made.append(show_screen(many_screen, desk))  # kept: Python would free it piece by piece
        return made[-1]

    yield make
    made.clear()


@pytest.fixture
def screen(make_screen):
    made = make_screen()
    made.table.go_to(0, Column.NAME)
    return made


def row_of(table, id_):
    return table.rows.index(id_)


def test_every_cell_reads_back_as_it_was_written(cells):
    for service in a_dozen():
        for column in COLUMNS:
            assert cells.written(service, column, cells.text(service, column)) == service


@pytest.mark.parametrize(
    "column,text,path,value",
    [
        (Column.WAIT, "3 weken", "wait_days", 21),
        (Column.WAIT, "", "wait_days", None),
        (Column.WAIT_ON, "1-2-2026", "wait_on", datetime.date(2026, 2, 1)),
        (Column.WAIT_ON, "vandaag", "wait_on", DAY),
        (Column.PLACES, "2", "free_places_on", DAY),
        (Column.SELF_REFERRAL, "Nee", "self_referral", False),
        (Column.AVAILABILITY, "bestaat niet meer", "availability", Availability.DEFUNCT),
        (Column.FEES, "gratis", "free", True),
        (Column.KINDS, "maatje; Buurthuis", "kinds", ("maatje", "buurthuis")),
        (Column.CHECKED, "2026-11-20", "assured_by", WHO.name),
    ],
)
def test_cells_are_read_as_people_write_them(cells, column, text, path, value):
    assert getattr(cells.written(a_dozen()[3], column, text), path) == value


@pytest.mark.parametrize(
    "column,text,code",
    [
        (Column.WAIT, "lang", "cell_wait"),
        (Column.WAIT_ON, "31-2-2026", "cell_day"),
        (Column.PLACES, "een paar", "cell_number"),
        (Column.SELF_REFERRAL, "soms", "cell_yes"),
        (Column.AVAILABILITY, "misschien", "cell_choice"),
        (Column.KINDS, "toverij", "cell_kind"),
    ],
)
def test_what_a_cell_cannot_hold_is_named(cells, column, text, code):
    with pytest.raises(ProblemsError) as error:
        cells.written(a_dozen()[0], column, text)
    assert error.value.problems[0].code == code


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00")), min_size=2, max_size=3)))
def test_a_block_reads_back_as_it_was_copied(rows):
    assert read_block(write_block(rows)) == tuple(map(tuple, rows))


def test_another_number_keeps_the_words_of_those_that_stay(cells):
    service = a_dozen()[0]
    both = cells.written(service, Column.PHONES, f"{service.phones[0].number}; 112")
    assert (both.phones[0], both.phones[1].number) == (service.phones[0], "112")
    assert both.phone_assured == DAY


def test_two_rows_of_a_new_organisation_are_of_one(table):
    table.write({(0, Column.ORGANIZATION): "Nieuw Huis", (1, Column.ORGANIZATION): "nieuw huis"})
    assert table.line(0).service.organization == table.line(1).service.organization


def test_a_pasted_block_is_one_step(table):
    first = table.text((0, Column.CONTACT))
    assert table.paste((0, Column.CONTACT), (1, 1), "Fatima\t3\n\tvier")
    assert (table.text((0, Column.WAIT)), table.text((1, Column.WAIT))) == ("3", "vier")
    assert [column for (_, column), _ in table.faulty()] == [Column.WAIT]
    assert table.undo()
    assert (table.text((0, Column.CONTACT)), table.changed) == (first, ())
    assert table.redo()
    assert len(table.changed) == 2


def test_a_pasted_day_wins_over_today(table):
    table.paste((0, Column.WAIT), (1, 1), "3\t1-11-2026")
    assert table.line(0).service.wait_on == datetime.date(2026, 11, 1)


def test_one_cell_fills_the_selection_and_what_has_no_room_is_told(table):
    assert table.paste((0, Column.CONTACT), (3, 1), "Balie")
    assert [table.text((row, Column.CONTACT)) for row in range(3)] == ["Balie"] * 3
    assert not table.paste((len(table.rows) - 1, Column.CONTACT), (1, 1), "A\nB")


def test_a_changed_row_stays_in_sight_of_the_filter(table):
    table.write({(0, Column.CONTACT): "Balie"})
    changed = table.line(0).service.id
    table.filter("schuldhulp", only_to_check=False)
    assert set(table.rows) == {changed, "wr_schuldhulp"}


def test_only_what_is_to_be_checked_is_shown(table):
    table.filter("", only_to_check=True)
    assert 0 < len(table.rows) < table.count


def test_faults_hold_back_everything(table, upkeep):
    table.write({(0, Column.CONTACT): "Balie", (1, Column.NAME): ""})
    with pytest.raises(ProblemsError):
        table.save()
    assert upkeep.batches() == ()


def test_typing_a_cell_and_enter_goes_down(screen, qtbot):
    QTest.keyClick(screen.table, Qt.Key.Key_F2)
    editor = screen.table.findChild(QLineEdit)
    editor.setText("Andere naam")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.table.currentIndex().row() == 1)
    assert screen.many.text((0, Column.NAME)) == "Andere naam"
    assert screen.save.isEnabled()


def test_tab_goes_right_and_leaves_after_the_last_cell(screen):
    QTest.keyClick(screen.table, Qt.Key.Key_Tab)
    assert screen.table.currentIndex().column() == 1
    screen.table.go_to(len(screen.many.rows) - 1, COLUMNS[-1])
    QTest.keyClick(screen.table, Qt.Key.Key_Tab)
    assert not screen.table.hasFocus()


def test_copy_paste_and_fill_down_by_key(screen):
    screen.table.go_to(0, Column.CONTACT)
    name = screen.many.text((0, Column.CONTACT))
    QTest.keyClick(screen.table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == f"{name}\n"
    screen.table.go_to(1, Column.CONTACT)
    QTest.keyClick(screen.table, Qt.Key.Key_V, CTRL)
    QTest.keyClick(screen.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(screen.table, Qt.Key.Key_D, CTRL)
    assert [screen.many.text((row, Column.CONTACT)) for row in (1, 2)] == [name, name]
    for _ in range(2):
        QTest.keyClick(screen.table, Qt.Key.Key_Z, CTRL)
    assert screen.many.changed == ()


def test_delete_empties_the_selected_cells(screen):
    screen.table.go_to(0, Column.CONTACT)
    QTest.keyClick(screen.table, Qt.Key.Key_Delete)
    assert screen.many.text((0, Column.CONTACT)) == ""


def test_everything_is_kept_as_one_change(screen, upkeep):
    screen.many.write({(0, Column.CONTACT): "Balie", (1, Column.CONTACT): "Balie"})
    QTest.keyClick(screen.table, Qt.Key.Key_S, CTRL)
    line = upkeep.batches()[0]
    assert (line.kind, line.changed) == (BatchKind.MANY, 2)
    assert screen.context.shell.said == ["Bewaard: 2 gewijzigd."]
    assert screen.many.changed == ()


def test_a_fault_is_listed_and_gone_to(screen, upkeep):
    screen.many.write({(2, Column.WAIT_ON): "morgen"})
    screen.table._show()
    assert "geen dag" in screen.faults.text()
    assert "geen dag" in screen.model.index(2, COLUMNS.index(Column.WAIT_ON)).data(Qt.ItemDataRole.ToolTipRole)
    screen.save.click()
    here = screen.table.currentIndex()
    assert (here.row(), COLUMNS[here.column()]) == (2, Column.WAIT_ON)
    assert upkeep.batches() == ()


def test_what_the_store_refuses_is_told_and_nothing_is_lost(screen, upkeep):
    upkeep.fails = (problem("service_unknown"),)
    screen.many.write({(0, Column.CONTACT): "Balie"})
    screen.table._show()
    screen.save.click()
    assert screen.told.isVisible()
    assert len(screen.many.changed) == 1


def test_escape_asks_and_leaving_keeps_it_waiting(make_screen):
    desk = practice_desk()
    screen = make_screen(desk)
    screen.many.write({(0, Column.CONTACT): "Balie"})
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.ask.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert not screen.ask.isVisible()
    screen.leave()
    again = make_screen(desk)
    assert again.many.text((0, Column.CONTACT)) == "Balie"


def test_who_may_not_change_it_is_told_so(make_screen, upkeep):
    upkeep.may_change = False
    assert isinstance(make_screen(), NoForm)


def test_two_thousand_rows_are_quick(make_screen):
    screen = make_screen(services=many(2_000))
    begun = time.perf_counter()
    screen.many.filter("schuld", only_to_check=False)
    screen.many.filter("schuldhulp", only_to_check=True)
    screen.many.filter("", only_to_check=False)
    screen.many.write({(row, Column.WAIT): "14" for row in range(2_000)})
    screen.table._show()
    assert len(screen.many.changed) == 2_000
    assert screen.many.line(0).service.wait_on == today()
    assert time.perf_counter() - begun < 2.0
