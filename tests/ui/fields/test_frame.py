"""What is around a screen: bars, panes, sheets over it, and the toast."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from intake_app.ui.fields.bars import Footer, Header
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.layer import Overlay, SideSheet
from intake_app.ui.fields.pane_split import Folding, PaneSplit, folding
from intake_app.ui.fields.strip import StripItem
from intake_app.ui.fields.toast import Toast
from intake_app.ui.theme.theme import load


@pytest.mark.parametrize(
    "width,percent,left,right",
    [
        (1366, 100, False, False),
        (1200, 100, False, False),
        (1199, 100, False, True),
        (1024, 100, False, True),
        (999, 100, True, True),
        (1366, 150, False, True),
        (1366, 175, True, True),
        (2560, 200, False, False),
    ],
)
def test_panes_fold_by_width_and_text(resources, width, percent, left, right):
    theme = load(resources, "light", percent / 100)
    assert folding(theme, width) == Folding(left=left, right=right)


def _split(shown, width):
    split = PaneSplit(QLineEdit(), QWidget(), QPushButton("beeld"))
    item = StripItem(code="eye", icon="eye", name="Beeld", key="F8")
    split.show_strips((item,), (item,))
    split.resize(width, 600)
    return shown(split)


def test_the_key_hides_the_right_pane_and_brings_it_back(qtbot, shown):
    split = _split(shown, 1366)
    qtbot.keyClick(split, Qt.Key.Key_F8)
    assert split.is_right_hidden
    assert not split.findChild(QPushButton, options=Qt.FindChildOption.FindChildrenRecursively).isHidden()
    assert split.right_strip.isVisible()
    split.toggle_right()
    assert not split.right_strip.isVisible()


def test_a_folded_pane_opens_over_the_middle_and_escape_folds_it(qtbot, shown):
    split = _split(shown, 900)
    field = split.findChild(QLineEdit)
    assert not field.isVisible()
    split.open_left()
    assert field.isVisible()
    qtbot.keyClick(split, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_a_narrow_bar_drops_key_caps_then_what_is_optional(shown):
    bar, extra = Footer(), ActionButton("Pauze of overdragen", kind=Kind.PLAIN)
    bar.add_left(ActionButton("Vorige", "Alt ←"))
    bar.add_right(extra, optional=True)
    bar.add_right(ActionButton("Volgende vraag", "Enter", Kind.PRIMARY))
    bar.resize(800, 60)
    assert not shown(bar).findChild(ActionButton).isHidden()
    bar.resize(320, 60)
    assert extra.isHidden()


def test_a_header_says_where_one_is_and_with_whom(shown):
    header = shown(Header("Kort gesprek", "mevrouw, 35 jaar"))
    texts = [label.accessibleName() or label.text() for label in header.findChildren(Label)]
    assert texts[:2] == ["Kort gesprek", "mevrouw, 35 jaar"]


def _window(shown):
    window = QWidget()
    below = QLineEdit()
    QVBoxLayout(window).addWidget(below)
    window.resize(900, 600)
    shown(window)
    below.setFocus()
    return window, below


def _sheet():
    sheet = QFrame()
    column = QVBoxLayout(sheet)
    column.addWidget(QLineEdit())
    column.addWidget(QLineEdit())
    return sheet


def test_the_focus_goes_round_inside_a_sheet(qtbot, shown):
    window, below = _window(shown)
    layer, sheet = Overlay(window), _sheet()
    layer.open(sheet, 400)
    seen = []
    for _ in range(4):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert below not in seen
    assert set(seen) == set(sheet.findChildren(QLineEdit))


def test_the_focus_cannot_be_put_below_a_sheet(shown):
    window, below = _window(shown)
    layer = Overlay(window)
    layer.open(_sheet(), 400)
    below.setFocus()
    assert QApplication.focusWidget() is not below


def test_escape_closes_the_sheet_and_gives_the_focus_back(qtbot, shown):
    window, below = _window(shown)
    layer = Overlay(window)
    layer.open(_sheet(), 400)
    with qtbot.waitSignal(layer.closed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert layer.isHidden()
    assert QApplication.focusWidget() is below


def test_a_sheet_may_keep_escape_for_itself(qtbot, shown):
    window, _ = _window(shown)
    layer = Overlay(window)
    layer.set_escape(closes=False)
    layer.open(_sheet(), 400)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert layer.isVisible()


def test_a_sheet_that_is_closed_is_freed(qtbot, shown):
    window, _ = _window(shown)
    layer, sheet = Overlay(window), _sheet()
    layer.open(sheet, 400)
    with qtbot.waitSignal(sheet.destroyed):
        layer.close_layer()


def test_a_sheet_higher_than_the_window_stays_inside_it(shown):
    window, _ = _window(shown)
    layer, sheet = Overlay(window), _sheet()
    sheet.setMinimumHeight(2000)
    layer.open(sheet, 400)
    assert sheet.visibleRegion().boundingRect().height() < window.height()


def test_a_side_sheet_has_a_title_and_closes(qtbot, shown):
    window, _ = _window(shown)
    layer = SideSheet(window)
    layer.open_page("Waarom?", QWidget(), "Sluiten")
    assert layer.sheet.geometry().width() == 460
    with qtbot.waitSignal(layer.closed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_a_toast_offers_the_way_back_and_goes(qtbot, shown):
    window, _ = _window(shown)
    toast = Toast(window)
    toast.say("Staat op niet nu.", "Ongedaan maken", "Ctrl Z")
    assert window.rect().contains(toast.geometry())
    with qtbot.waitSignals([toast.gone, toast.undone]):
        toast.findChild(ActionButton).click()
    assert toast.isHidden()
