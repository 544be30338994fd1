"""Whether widgets stay within what holds them, and beside one another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QComboBox, QFocusFrame, QLayout, QWidget

from tests.ui.audit.faults import Findings, Kind, called

_SLACK = 1
_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def check_places(root: QWidget, found: Findings) -> None:
    """Say what sticks out of its parent where nothing scrolls, and what lies over what stands beside it."""
    for widget in root.findChildren(QWidget):
        parent = widget.parentWidget()
        if widget.isVisible() and parent is not None and not _is_of_qt(widget):
            _check_inside(widget, parent, found)
    for holder in [root, *root.findChildren(QWidget)]:
        if holder.isVisible() and holder.layout() is not None and not _is_of_qt(holder):
            _check_beside(list(_laid_out(holder.layout())), found)


def _is_of_qt(widget: QWidget) -> bool:
    """Tell whether it is a part that Qt places itself: in a table, a list, a scroll area's frame; or the focus ring."""
    if isinstance(widget, QFocusFrame):
        return True
    parent = widget.parentWidget()
    kinds = (QAbstractItemView, QComboBox)
    is_frame = isinstance(parent, QAbstractScrollArea)
    return is_frame or widget.isWindow() or any(isinstance(at, kinds) for at in (parent, parent and parent.parent()))


def _check_inside(widget: QWidget, parent: QWidget, found: Findings) -> None:
    place, room = widget.geometry(), parent.rect()
    area = parent.parentWidget()
    scrolls = isinstance(area, QAbstractScrollArea) and area.viewport() is parent
    across = not scrolls or area.horizontalScrollBarPolicy() == _OFF
    down = not scrolls or area.verticalScrollBarPolicy() == _OFF
    sticks_out = across and (place.left() < -_SLACK or place.right() > room.right() + _SLACK)
    if sticks_out or (down and (place.top() < -_SLACK or place.bottom() > room.bottom() + _SLACK)):
        found.fault(Kind.OUTSIDE, widget, f"{place.getRect()} in {room.size().toTuple()}")


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item.widget() is not None and item.widget().isVisible():
            yield item.widget()
        elif item.layout() is not None:
            yield from _laid_out(item.layout())


def _check_beside(widgets: list[QWidget], found: Findings) -> None:
    for one, other in combinations(widgets, 2):
        shared: QRect = one.geometry() & other.geometry()
        if shared.width() > _SLACK and shared.height() > _SLACK:
            found.fault(Kind.OVERLAP, one, f"{shared.getRect()} over {called(other)}")
