"""Filling in: text, numbers, dates, picks, ticks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from intake_app.ui.fields.entry import DateField, PickBox, TickBox
from intake_app.ui.fields.filter_box import FilterBox
from intake_app.ui.fields.line_field import LineField
from intake_app.ui.fields.note_field import MOST_LINES, RESTING_MS, NoteField
from intake_app.ui.fields.number_field import NumberField

TODAY = QDate.currentDate().toPython()


def test_a_note_tells_what_was_typed_a_moment_after_the_last_key(qtbot, shown):
    note = shown(NoteField("Eigen woorden"))
    with qtbot.waitSignal(note.edited) as told:
        qtbot.keyClicks(note, "dan leg ik de post op tafel")
    assert told.args == ["dan leg ik de post op tafel"]


def test_control_enter_leaves_a_note_and_nothing_is_lost(qtbot, shown):
    note = shown(NoteField("Eigen woorden"))
    qtbot.keyClicks(note, "af")
    with qtbot.waitSignals([note.edited, note.finished], order="strict"):
        qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert note.toPlainText() == "af"


def test_a_note_that_is_hidden_tells_first_what_was_typed(qtbot, shown):
    note = shown(NoteField("Eigen woorden"))
    qtbot.keyClicks(note, "half")
    with qtbot.waitSignal(note.edited):
        note.hide()


def test_showing_a_note_tells_nobody(qtbot, shown):
    note = shown(NoteField("Eigen woorden"))
    with qtbot.assertNotEmitted(note.edited, wait=0):
        note.show_text("van eerder")
        note.flush()


def test_a_note_grows_to_six_lines_and_no_further(shown):
    note = shown(NoteField("Eigen woorden"))
    heights = []
    for lines in (1, 4, MOST_LINES, 40):
        note.show_text("\n".join(["regel"] * lines))
        heights.append(note.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


@pytest.mark.parametrize("typed,number", [("178", 178), ("300", None), ("7", None)])
def test_a_number_counts_within_its_range_only(qtbot, shown, typed, number):
    field = shown(NumberField("Lengte", 100, 250, "cm"))
    qtbot.keyClicks(field.findChild(QLineEdit), typed)
    assert field.number == number
    assert field.is_out_of_range is (number is None)


def test_a_number_field_takes_no_letters_and_tells_none_when_emptied(qtbot, shown):
    field = shown(NumberField("Lengte", 1, 250))
    qtbot.keyClicks(field.findChild(QLineEdit), "a9")
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClick(field.findChild(QLineEdit), Qt.Key.Key_Backspace)
    assert told.args == [None]


def test_a_date_may_be_empty_and_can_be_emptied_again(qtbot, shown):
    field = shown(DateField("Wanneer", "kies een dag"))
    assert (field.day, field.text()) == (None, "kies een dag")
    field.show_day(date(2026, 11, 29))
    assert field.day == date(2026, 11, 29)
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert told.args == [None]


def test_tab_leaves_an_empty_date(qtbot, shown):
    page = QWidget()
    field, beside = DateField("Wanneer", "kies een dag"), QLineEdit()
    line = QHBoxLayout(page)
    line.addWidget(field)
    line.addWidget(beside)
    shown(page)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert beside.hasFocus()


def test_a_date_tells_the_day_that_was_picked(qtbot, shown):
    field = shown(DateField("Wanneer"))
    with qtbot.waitSignal(field.edited) as told:
        field.setDate(QDate(2026, 12, 7))
    assert told.args == [date(2026, 12, 7)]


def test_a_day_can_be_typed_into_an_empty_field_and_is_told_once_it_is_whole(qtbot, shown):
    field = shown(DateField("Wanneer", "kies een dag"))
    told = []
    field.edited.connect(told.append)
    qtbot.keyClicks(field, f"{TODAY.day:02}")
    assert told == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [TODAY]


def test_another_day_than_today_can_be_typed_into_an_empty_field(qtbot, shown):
    field = shown(DateField("Wanneer", "kies een dag"))
    other = "12" if TODAY.day != 12 else "13"
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClicks(field, other)
    assert told.args == [TODAY.replace(day=int(other))]


def test_a_day_that_is_not_whole_yet_tells_nobody(qtbot, shown):
    field = shown(DateField("Wanneer"))
    field.show_day(date(2026, 11, 22))
    field.setCurrentSectionIndex(3)
    with qtbot.assertNotEmitted(field.edited, wait=2 * RESTING_MS):
        qtbot.keyClicks(field, "202")
    assert field.day == date(2026, 11, 22)


def test_the_arrows_of_an_empty_field_begin_near_today(qtbot, shown):
    field = shown(DateField("Wanneer", "kies een dag"))
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.day - TODAY <= timedelta(days=31)


def test_a_pick_carries_its_code(qtbot, shown):
    box = shown(PickBox("Wie", (("person", "u zelf"), ("practice", "de praktijk"))))
    with qtbot.waitSignal(box.picked) as told:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert told.args == [box.code] == ["practice"]


def test_a_tick_is_set_with_space_and_has_a_name(qtbot, shown):
    tick = shown(TickBox("Huisarts gebeld", "1", "vandaag"))
    with qtbot.waitSignal(tick.ticked) as told:
        qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert told.args == [True]
    assert tick.accessibleName() == "Huisarts gebeld"


def test_a_line_tells_once_when_it_is_left(qtbot, shown):
    line = shown(LineField("Wat", "bellen"))
    told = []
    line.edited.connect(told.append)
    qtbot.keyClicks(line, " morgen")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line.clearFocus()
    assert len(told) == 1


def test_escape_empties_a_search_and_down_goes_to_what_was_found(qtbot, shown):
    box = shown(FilterBox("Zoek"))
    qtbot.keyClicks(box, "slaap")
    with qtbot.waitSignal(box.stepped_down):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.filtered) as told:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert told.args == [""]
