"""The look can be switched while the program runs, and its measures grow with the text."""

from __future__ import annotations

import gc

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFocusFrame,
    QLineEdit,
    QMainWindow,
    QProxyStyle,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from intake_app.ui.fields.label import Label
from intake_app.ui.theme.apply import apply_theme
from intake_app.ui.theme.focus import install_focus_ring
from intake_app.ui.theme.icons import icon, pixmap
from intake_app.ui.theme.roles import Role, ThemeName, Type
from intake_app.ui.theme.sheet import style_sheet
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.theme.style import RING_MARGIN
from intake_app.ui.theme.theme import FAMILY, load
from intake_app.ui.views.parts import Page

pytestmark = pytest.mark.usefixtures("source")


def test_there_is_one_source_and_it_tells_of_a_switch(qtbot, qapp, source, resources):
    with qtbot.waitSignal(source.changed):
        again = apply_theme(qapp, load(resources, "dark", 1.5))
    assert again is source is theme_source()
    assert current_theme().name is ThemeName.DARK


def test_the_palette_follows_the_look(qapp, resources):
    apply_theme(qapp, load(resources, "dark"))
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#13181A")


@pytest.mark.parametrize("percent,expected", [(50, 0.8), (80, 0.8), (150, 1.5), (300, 2.0)])
def test_the_text_scale_stays_within_its_bounds(resources, percent, expected):
    assert load(resources, "light", percent / 100).text_scale == expected


def test_a_control_is_never_lower_than_asked_for(resources):
    assert load(resources, "light", 0.8).height(44) == 44
    assert load(resources, "light", 2).height(44) > 60


def test_the_screen_font_is_the_house_font_in_all_weights(resources):
    theme = load(resources, "light")
    assert theme.font(Type.QUESTION).pixelSize() == 26
    assert all(theme.font(use).families()[0] == FAMILY for use in Type)


def test_a_label_grows_when_the_text_does(qtbot, qapp, resources):
    label = Label("Hoe gaat het?", Type.QUESTION)
    qtbot.addWidget(label)
    label.ensurePolished()
    before = label.fontMetrics().height()
    apply_theme(qapp, load(resources, "light", 2))
    assert label.fontMetrics().height() == pytest.approx(before * 2, abs=2)


@pytest.mark.parametrize("name", ThemeName)
def test_the_style_sheet_leaves_no_value_open(resources, name):
    sheet = style_sheet(load(resources, name))
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_an_icon_is_drawn_in_the_colour_of_its_role(resources):
    theme = load(resources, "light")
    image = pixmap(theme, "good", Role.GOOD, 20).toImage()
    assert image.pixelColor(10, 9) == QColor(theme.hex(Role.GOOD))


def test_every_icon_draws_something(resources):
    theme = load(resources, "light")
    empty = [name for name in theme.icons if icon(theme, name, Role.TEXT, 18).isNull()]
    assert not empty
    assert len(theme.icons) == 62


def test_the_ring_follows_the_focus_within_its_window(qtbot):
    window, one, other = QWidget(), QLineEdit(), QCheckBox("mee")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(one)
    column.addWidget(other)
    ring = install_focus_ring(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    assert ring.surrounded is other
    one.setFocus()
    assert ring.surrounded is one


def test_the_ring_survives_the_screen_it_was_on(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    ring = install_focus_ring(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for _ in range(2):
        field = QLineEdit(window)
        field.show()
        field.setFocus()
        assert ring.surrounded is field
        with qtbot.waitSignal(field.destroyed):
            field.deleteLater()


def test_the_ring_keeps_its_distance_and_lies_above(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    install_focus_ring(window)
    field, neighbour = QLineEdit(window), QLineEdit(window)
    for each, left in ((field, 20), (neighbour, 120)):
        each.setGeometry(left, 20, 100, 40)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    ring = window.findChild(QFocusFrame)
    assert ring.geometry() == field.geometry().adjusted(-RING_MARGIN, -RING_MARGIN, RING_MARGIN, RING_MARGIN)
    assert window.children().index(ring) > window.children().index(neighbour)
    assert ring.mask().isEmpty()


def test_a_style_written_in_python_serves_nothing_but_a_ring(qapp, source):
    apply_theme(qapp, source.theme)
    made = [each for each in gc.get_objects() if issubclass(type(each), QProxyStyle) and shiboken6.isValid(each)]
    assert all(isinstance(each.parent(), QFocusFrame) for each in made)


def test_the_ring_comes_along_when_the_focus_scrolls_into_sight(qtbot):
    inside, window = QWidget(), QMainWindow()
    column = QVBoxLayout(inside)
    column.setSpacing(500)
    buttons = [QPushButton(str(number)) for number in range(4)]
    for button in buttons:
        column.addWidget(button)
    install_focus_ring(window)  # before the page, as the program does
    window.setCentralWidget(Page(inside))
    window.resize(400, 400)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    buttons[0].setFocus()
    for button in buttons[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button
        qtbot.waitUntil(lambda: not window.findChild(QFocusFrame).visibleRegion().isEmpty())
