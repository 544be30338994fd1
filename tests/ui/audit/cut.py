"""Whether every text has the room that it needs. What ends in an ellipsis on purpose is whole in its tool tip."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDateTimeEdit,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTableView,
    QWidget,
)

from intake_app.ui.fields import painting
from intake_app.ui.fields.label import ElidedLabel
from tests.ui.audit.faults import Findings, Kind

_SLACK = 1
_MOST = 100_000
_CELL_PADDING = 28
_WRAP = int(Qt.TextFlag.TextWordWrap)


def check_cut(root: QWidget, found: Findings) -> None:
    """Say which text is cut: written by Qt, or painted by a widget of the house."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible():
            _check(widget, found)
    with _painted_lines() as lines:
        root.grab()
        for area in root.findChildren(QScrollArea):
            if area.isVisible() and area.widget() is not None:
                area.widget().grab()
    for widget, text, needed, room in lines:
        if needed > room + _SLACK and text not in _tips(widget):
            found.fault(Kind.CUT, widget, f"{text[:40]!r} needs {needed:.0f} of {room:.0f} px")


def _tips(widget: QWidget) -> str:
    """Return what can be read by pointing at a widget; of a list what all of its lines say."""
    view = widget.parentWidget()
    if isinstance(view, QAbstractItemView) and view.viewport() is widget:
        model, tip = view.model(), Qt.ItemDataRole.ToolTipRole
        return "\n".join(str(model.index(row, 0).data(tip) or "") for row in range(model.rowCount()))
    return widget.toolTip()


def _check(widget: QWidget, found: Findings) -> None:
    if isinstance(widget, ElidedLabel):
        if widget.text() != widget.whole and widget.whole not in widget.toolTip():
            found.fault(Kind.CUT, widget, "ends in an ellipsis without a tool tip")
    elif isinstance(widget, QLabel):
        _check_label(widget, found)
    elif isinstance(widget, QComboBox):
        _check_line(widget, widget.currentText(), _combo_room(widget), found)
    elif isinstance(widget, QLineEdit):
        is_date = isinstance(widget.parentWidget(), QDateTimeEdit)
        text = widget.text() if is_date else "" if widget.text() else widget.placeholderText()
        _check_line(widget, text, _line_room(widget), found)
    elif isinstance(widget, QPlainTextEdit):
        _check_hint(widget, found)
    elif isinstance(widget, QAbstractButton):
        _check_button(widget, found)
    elif isinstance(widget, QTableView):
        _check_table(widget, found)
    elif isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
        _check_heads(widget, found)


def _check_label(label: QLabel, found: Findings) -> None:
    room = label.contentsRect()
    if not label.text() or label.pixmap().width():
        return
    needed = _needed(label.fontMetrics(), label.text(), room.width() if label.wordWrap() else _MOST)
    if needed.width() > room.width() + _SLACK or needed.height() > room.height() + _SLACK:
        found.fault(Kind.CUT, label, f"needs {needed.toTuple()} of {room.size().toTuple()}")


def _needed(metrics: QFontMetrics, text: str, width: int) -> QSize:
    return metrics.boundingRect(QRect(0, 0, width, _MOST), _WRAP, text).size()


def _check_line(widget: QWidget, text: str, room: int, found: Findings) -> None:
    needed = widget.fontMetrics().horizontalAdvance(text)
    if needed > room + _SLACK and text not in widget.toolTip():
        found.fault(Kind.CUT, widget, f"{text[:40]!r} needs {needed} of {room} px")


def _combo_room(combo: QComboBox) -> int:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    style, part = combo.style(), QStyle.SubControl.SC_ComboBoxEditField
    return style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, combo).width()


def _line_room(line: QLineEdit) -> int:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    margins = line.textMargins()
    return room.width() - margins.left() - margins.right()


def _check_hint(note: QPlainTextEdit, found: Findings) -> None:
    hint, room = note.placeholderText(), note.viewport().rect()
    if hint and not note.toPlainText():
        needed = _needed(note.fontMetrics(), hint, room.width() - 2 * round(note.document().documentMargin()))
        if needed.height() > room.height():
            found.fault(Kind.CUT, note, f"{hint[:40]!r} needs {needed.height()} of {room.height()} px")


def _check_button(button: QAbstractButton, found: Findings) -> None:
    least = button.minimumSizeHint()
    if button.hasHeightForWidth():
        least.setHeight(button.heightForWidth(button.width()))
    is_low = button.height() + _SLACK < least.height()
    is_told = bool(button.toolTip()) and not is_low
    if (is_low or button.width() + _SLACK < least.width()) and not is_told:
        found.fault(Kind.CUT, button, f"needs {least.toTuple()} of {button.size().toTuple()}")


def _check_table(table: QTableView, found: Findings) -> None:
    model, metrics = table.model(), table.fontMetrics()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            place, text = table.visualRect(index), index.data(Qt.ItemDataRole.DisplayRole)
            if text and not place.isEmpty() and place.intersects(table.viewport().rect()):
                needed = _needed(metrics, str(text), place.width() - _CELL_PADDING if table.wordWrap() else _MOST)
                fits = needed.width() <= place.width() - _CELL_PADDING + _SLACK and needed.height() <= place.height()
                if not fits and str(text) not in str(index.data(Qt.ItemDataRole.ToolTipRole) or ""):
                    room = place.size().toTuple()
                    found.fault(Kind.CUT, table, f"{str(text)[:40]!r} needs {needed.toTuple()} of {room}")


def _check_heads(heads: QHeaderView, found: Findings) -> None:
    for at in range(heads.count()):
        text = str(heads.model().headerData(at, Qt.Orientation.Horizontal) or "")
        tip = str(heads.model().headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) or "")
        is_cut = heads.sectionSizeHint(at) > heads.sectionSize(at) + _SLACK
        if text and text not in tip and not heads.isSectionHidden(at) and is_cut:
            found.fault(Kind.CUT, heads, f"{text!r} needs {heads.sectionSizeHint(at)} of {heads.sectionSize(at)} px")


@contextmanager
def _painted_lines() -> Iterator[list[tuple[QWidget, str, float, float]]]:
    """Hear of every line that a widget paints: on which widget, its words, and the width it needs and has."""
    lines: list[tuple[QWidget, str, float, float]] = []
    usual = {name: getattr(painting, name) for name in ("paint_line", "paint_centred")}

    def hear(name):
        def painted(painter, place, text, font, colour):
            if isinstance(painter.device(), QWidget):
                lines.append((painter.device(), text, painting.text_width(font, text), place.width()))
            usual[name](painter, place, text, font, colour)

        return painted

    users = [(module, name) for module in _modules() for name in usual if getattr(module, name, None) is usual[name]]
    for module, name in users:
        setattr(module, name, hear(name))
    try:
        yield lines
    finally:
        for module, name in users:
            setattr(module, name, usual[name])


def _modules() -> list[object]:
    return [module for name, module in list(sys.modules.items()) if name.startswith("intake_app.ui")]
