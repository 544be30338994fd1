"""Tab goes as one reads: by the layouts, and not by the order in which things were made."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.tab_order import step_focus


class Form(QWidget):
    """A window whose Tab goes as one reads."""

    @override
    def focusNextPrevChild(self, next):
        return step_focus(self, forward=next)


def named(*words):
    return [QPushButton(each) for each in words]


def a_column_made_from_below():
    form = Form()
    three, two, one = named("3", "2", "1")
    column = QVBoxLayout(form)
    for button in (one, two, three):
        column.addWidget(button)
    return form


def a_screen_that_names_its_first_field():
    form = a_column_made_from_below()
    form.setFocusProxy(form.findChildren(QPushButton)[1])
    return form


def rows_within_a_column():
    form = Form()
    buttons = named("1", "2", "3")
    row, column = QHBoxLayout(), QVBoxLayout(form)
    row.addWidget(buttons[0])
    row.addWidget(buttons[1])
    column.addLayout(row)
    column.addWidget(buttons[2])
    return form


def a_grid_filled_by_columns():
    form = Form()
    one, three, two = named("1", "3", "2")
    grid = QGridLayout(form)
    for button, place in ((one, (0, 0)), (three, (1, 0)), (two, (0, 1))):
        grid.addWidget(button, *place)
    return form


def placed_by_hand():
    form = Form()
    form.resize(300, 200)
    for words, at in (("3", (0, 80)), ("2", (150, 4)), ("1", (0, 0))):
        button = QPushButton(words, form)
        button.setGeometry(*at, 100, 40)
    return form


def with_parts_that_take_no_focus():
    form = a_column_made_from_below()
    layout = form.layout()
    hidden, grey = QPushButton("verborgen"), QPushButton("uit")
    for at, button in enumerate((hidden, grey)):
        layout.insertWidget(at, button)
    hidden.hide()
    grey.setEnabled(False)
    return form


@pytest.mark.parametrize(
    "make",
    [
        a_column_made_from_below,
        a_screen_that_names_its_first_field,
        rows_within_a_column,
        a_grid_filled_by_columns,
        placed_by_hand,
        with_parts_that_take_no_focus,
    ],
)
@pytest.mark.parametrize("key,order", [(Qt.Key.Key_Tab, "1231"), (Qt.Key.Key_Backtab, "1321")])
def test_every_stop_is_reached_in_reading_order_both_ways(shown, make, key, order):
    form = shown(make())
    next(each for each in form.findChildren(QPushButton) if each.text() == "1").setFocus()
    met = ""
    for _ in order:
        met += QApplication.focusWidget().text()
        QTest.keyClick(QApplication.focusWidget(), key)
    assert met == order
