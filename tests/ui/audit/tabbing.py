"""The way of the Tab key through a window, as pressed: what it reaches, in which order, and whether it gets stuck."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.audit.faults import Findings, Kind, called
from tests.ui.audit.looks import check_ring
from tests.ui.audit.nodes import PRESSED, nodes

PATIENCE = 4
"""A day, a month and a year are three stops in one field."""
_ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left)


def check_tabbing(window: QWidget, root: QWidget, found: Findings, *, rings: bool) -> None:
    """Press Tab all the way round; at every stop look whether the focus can be seen, where that is asked."""
    pressable = list(_pressable(root))
    order = _round(root, found, window if rings else None)
    _check_order(window, order, found)
    missed = [widget for widget in pressable if widget not in order and widget.isVisible()]
    for stop in {stop for widget in missed for stop in order if _are_beside(stop, widget)}:
        reached = _by_arrows(stop)
        missed = [widget for widget in missed if widget not in reached]
    for widget in missed:
        found.fault(Kind.UNREACHED, widget)


def _stops(root: QWidget) -> list[QWidget]:
    every = [root, *root.findChildren(QWidget)]
    return [each for each in every if _takes_tab(each)]


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes and widget.isVisible() and widget.isEnabled()


def _round(root: QWidget, found: Findings, window: QWidget | None) -> list[QWidget]:
    stops = _stops(root)
    if not stops:
        return []
    first = QApplication.focusWidget()
    first = first if first in stops else stops[0]
    first.clearFocus()  # it comes into sight as it gets the focus, and the window may have another size since
    first.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    order: list[QWidget] = []
    while (at := QApplication.focusWidget()) is not None and at not in order and len(order) <= len(stops):
        order.append(at)
        if window is not None:
            check_ring(window, at, found)
        if not _leave(at) and len(stops) > 1:
            found.fault(Kind.TRAP, at)
            _step_over(at, root)
    return order


def _leave(widget: QWidget) -> bool:
    """Press Tab; where that stays inside, the key that the widget itself tells."""
    keys = [Qt.KeyboardModifier.NoModifier] * PATIENCE
    if "Ctrl Tab" in widget.accessibleDescription():
        keys.append(Qt.KeyboardModifier.ControlModifier)
    for modifier in keys:
        QTest.keyClick(widget, Qt.Key.Key_Tab, modifier)
        if QApplication.focusWidget() is not widget:
            settle()
            return True
    return False


def settle() -> None:
    """Let what has the focus come into sight: pages scroll once the event is done."""
    for _ in range(3):
        QApplication.processEvents()


def _step_over(widget: QWidget, root: QWidget) -> None:
    at = widget.nextInFocusChain()
    while at is not widget and not (_takes_tab(at) and root.isAncestorOf(at)):
        at = at.nextInFocusChain()
    at.setFocus(Qt.FocusReason.TabFocusReason)


def _pressable(root: QWidget) -> Iterator[QWidget]:
    for node in nodes(root):
        holder = node.widget.parentWidget()
        is_own = node.widget.focusProxy() is None and (holder is None or holder.focusProxy() is None)
        if node.role in PRESSED and not node.is_part and node.widget.isEnabled() and is_own:
            yield node.widget


def _are_beside(stop: QWidget, widget: QWidget) -> bool:
    """Tell whether the two are of one scale or list, which is one stop: the arrows do the rest."""
    return type(stop) is type(widget) and stop.parent() is widget.parent()


def _by_arrows(stop: QWidget) -> set[QWidget]:
    """Return what the arrows reach from a stop."""
    reached = {stop}
    for key in _ARROWS:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        at, passed = stop, list[QWidget]()
        while at is not None and at not in passed and _are_beside(stop, at):
            passed.append(at)
            QTest.keyClick(at, key)
            at = QApplication.focusWidget()
        reached |= set(passed)
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    return reached


def _check_order(window: QWidget, order: list[QWidget], found: Findings) -> None:
    """Say where Tab goes back: up or to the left. Once is right: from the last stop to the first."""
    steps = list(pairwise([*order, *order[:1]]))
    back = [(one, two) for one, two in steps if _is_back(window, one, two)]
    if len(back) > 1:
        for one, two in back:
            found.fault(Kind.ORDER, two, f"after {called(one)}")


def _is_back(window: QWidget, one: QWidget, two: QWidget) -> bool:
    first, second = _branches(window, one, two)
    is_above = second.bottom() <= first.top() and second.left() < first.right()
    is_left = second.right() <= first.left() and second.top() < first.bottom()
    return is_above or is_left


def _branches(window: QWidget, one: QWidget, two: QWidget) -> tuple[QRect, QRect]:
    """Return the places of the largest parts of the window that hold the one and not the other."""
    ways = [_way(window, one), _way(window, two)]
    while len(ways[0]) > 1 and len(ways[1]) > 1 and ways[0][0] is ways[1][0]:
        ways = [ways[0][1:], ways[1][1:]]
    return _place(window, ways[0][0]), _place(window, ways[1][0])


def _way(window: QWidget, widget: QWidget) -> list[QWidget]:
    way = [widget]
    while way[0] is not window and way[0].parentWidget() is not None:
        way.insert(0, way[0].parentWidget())
    return way


def _place(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
