"""The way of the Tab key: every stop of a window in the order in which one reads it.

Qt goes by the order in which widgets were made, and jumps from a widget with a focus proxy to that proxy: what lies
between the two is never reached (tried with Qt 6.12). A screen names its first field that way, so here Tab goes by
the layouts instead: from the top left to the bottom right, part by part.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QWidget


def step_focus(root: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next stop inside a widget, round and round; False where there is no other."""
    every = list(_in_reading_order(root))
    here = QApplication.focusWidget()
    at = every.index(here) if here in every else 0
    after = [*every[at + 1 :], *every[:at]]
    stop = next((each for each in (after if forward else reversed(after)) if _is_stop(each)), None)
    if stop is None:
        return False
    stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _is_stop(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isEnabled() and widget.focusProxy() is None


def _in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for part in _parts(widget):
        if not part.isHidden() and not part.isWindow():
            yield from _in_reading_order(part)


def _parts(widget: QWidget) -> list[QWidget]:
    """Return what a widget holds: first what its layout holds, then what lies over it or was placed by hand."""
    layout = widget.layout()
    placed = list(_laid_out(layout)) if layout is not None else []
    others = [part for part in widget.children() if isinstance(part, QWidget) and part not in placed]
    return [*placed, *_line_by_line(others)]


def _line_by_line(parts: list[QWidget]) -> Iterator[QWidget]:
    """Yield what was placed by hand as one reads it; what begins in the upper half of another stands beside it."""
    lines: list[list[QWidget]] = []
    for part in sorted(parts, key=QWidget.y):
        if lines and part.y() < lines[-1][0].y() + lines[-1][0].height() / 2:
            lines[-1].append(part)
        else:
            lines.append([part])
    for line in lines:
        yield from sorted(line, key=QWidget.x)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=partial(_cell, layout))
    for item in map(layout.itemAt, places):
        inside, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inside is not None:
            yield from _laid_out(inside)


def _cell(grid: QGridLayout, at: int) -> tuple[int, int]:
    """Return the row and the column of what a grid holds: it tells them in the order in which they were put in."""
    row, column, _rows, _columns = cast("tuple[int, int, int, int]", grid.getItemPosition(at))
    return row, column
