"""The sheet with all keys (F1)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.ui.actions import all_keys, where_names
from intake_app.ui.views.shortcuts import KeyRow, KeySheet


@pytest.fixture
def sheet(show):
    """Return the sheet as it lies over the window."""
    return show(KeySheet(), 920, 640)


def rows(sheet):
    return [row for row in sheet.findChildren(KeyRow) if row.isVisible()]


def test_every_key_is_on_it_once(sheet):
    assert len(rows(sheet)) == len(all_keys())


@pytest.mark.parametrize(
    "screen, first",
    [
        ("conversation", "In het gesprek"),
        ("choose", "Bij samen kiezen"),
        ("log", "Bij de praktijk"),
        ("unlock", "Overal"),
    ],
)
def test_the_keys_of_where_one_is_stand_on_top(show, screen, first):
    sheet = show(KeySheet(screen), 920, 640)
    titles = [group.layout().itemAt(0).widget().text() for group in sheet._groups]
    assert titles[0] == first
    assert titles == sorted(titles, key=lambda each: (each != first, list(where_names().values()).index(each)))


@pytest.mark.parametrize(
    "typed, count", [("niet-pluis", 1), ("wachtzin", 1), ("f9", 1), ("dichterbij", 1), ("qqqq", 0)]
)
def test_a_key_is_found_by_a_word_of_it_or_by_the_key(sheet, typed, count):
    QTest.keyClicks(sheet.line, typed)
    assert len(rows(sheet)) == count
    assert sheet.nothing.isVisible() == (count == 0)


def test_the_page_moves_while_one_types(sheet):
    bar = sheet._bar
    QTest.keyClick(sheet.line, Qt.Key.Key_PageDown)
    below = bar.value()
    QTest.keyClick(sheet.line, Qt.Key.Key_Down)
    assert bar.value() > below > 0
    QTest.keyClick(sheet.line, Qt.Key.Key_PageUp)
    QTest.keyClick(sheet.line, Qt.Key.Key_Up)
    assert bar.value() == 0


def test_two_columns_become_one_where_there_is_no_room(sheet):
    wide = {row.mapTo(sheet, row.rect().topLeft()).x() for row in rows(sheet)}
    sheet.resize(620, 640)
    QTest.qWait(1)
    narrow = {row.mapTo(sheet, row.rect().topLeft()).x() for row in rows(sheet)}
    assert (len(wide), len(narrow)) == (2, 1)


def test_esc_empties_the_line_and_then_closes(make_probe):
    probe = make_probe()
    probe.unlock()
    probe.press(Qt.Key.Key_F1)
    line = probe.window.layer.sheet.line
    QTest.keyClicks(line, "alt")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert probe.window.layer.isHidden()
