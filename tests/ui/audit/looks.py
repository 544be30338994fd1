"""Text contrast, and whether the focus can be seen: with and without it, pixel by pixel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from intake_app.ui.fields.page_preview import PagePreview
from intake_app.ui.theme.focus import ShowsFocus
from tests.ui.audit.faults import Findings, Kind, called
from tests.ui.audit.pixels import contrasts, ink_contrast, luminance, pixels, place_in, seen

LEAST_TEXT, LEAST_PART = 4.5, 3.0
_WRITTEN = (QLabel, QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
_AROUND, _EDGE = 8, 3
_LINE = 2
"""WCAG 2.4.13: the change is at least as large as a line of 2 px around, as far as the edges are in sight."""


def check_text(window: QWidget, root: QWidget, found: Findings) -> None:
    """Say which text stands out too little from what it stands on; a drawing needs less."""
    picture = pixels(window.grab().toImage())
    for widget in root.findChildren(QWidget):
        if isinstance(widget, _WRITTEN) and widget.isVisible():
            place = place_in(window, widget)
            is_whole = place.size() == widget.size() and min(place.width(), place.height()) > 2 * _EDGE
            if is_whole and _shows(widget) and _is_on_top(window, widget, place.center()):
                place.adjust(_EDGE, _EDGE, -_EDGE, -_EDGE)
                _judge_text(widget, picture[place.top() : place.bottom() + 1, place.left() : place.right() + 1], found)


def _judge_text(widget: QWidget, colours: NDArray[np.uint8], found: Findings) -> None:
    is_drawing = isinstance(widget, QLabel) and not widget.text()
    ratio = ink_contrast(colours)
    found.text[called(widget)] = ratio
    if ratio < (LEAST_PART if is_drawing else LEAST_TEXT):
        found.fault(Kind.PALE, widget, f"{ratio:.1f}")


def _shows(widget: QWidget) -> bool:
    if isinstance(widget.parentWidget() and widget.parentWidget().parentWidget(), PagePreview):
        return False  # a picture of paper, which is looked at elsewhere
    if isinstance(widget, QLineEdit):
        return bool(widget.displayText() or widget.placeholderText())
    if isinstance(widget, QPlainTextEdit):
        return bool(widget.toPlainText() or widget.placeholderText())
    if isinstance(widget, QComboBox):
        return bool(widget.currentText())
    return bool(widget.accessibleName() or widget.text())


def _is_on_top(window: QWidget, widget: QWidget, at: QPoint) -> bool:
    top = window.childAt(at)
    return top is not None and (top is widget or widget.isAncestorOf(top) or top.isAncestorOf(widget))


def check_ring(window: QWidget, widget: QWidget, found: Findings) -> None:
    """Say when the focus on this widget is out of sight, or can hardly be seen; it has the focus before and after."""
    mark = widget.focus_mark if isinstance(widget, ShowsFocus) else widget
    place = place_in(window, mark)
    if place.isEmpty():
        found.fault(Kind.HIDDEN, widget)
        return
    around = place.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND) & window.rect()
    with_focus = seen(window, around)
    widget.clearFocus()
    without = seen(window, around)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    changed = (with_focus != without).any(axis=-1)
    ratios = contrasts(luminance(with_focus), luminance(without))
    clear = ratios[changed & (ratios >= LEAST_PART)]
    asked = _LINE * _edges_in_sight(mark, place.size())
    if clear.size < asked:
        found.fault(Kind.RING, widget, f"{clear.size} px of {asked:.0f} asked")
    else:
        found.rings[called(widget)] = float(np.median(clear))


def _edges_in_sight(mark: QWidget, seen_of_it: QSize) -> int:
    """Return how long the edges are that can be seen; of what is higher than its page that is the top and the sides."""
    is_wide, is_high = seen_of_it.width() < mark.width(), seen_of_it.height() < mark.height()
    return seen_of_it.width() * (1 if is_high else 2) + seen_of_it.height() * (1 if is_wide else 2)
