"""The arrows on the screen of choosing together: up and down within a group, left and right to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from intake_app.ui.views.choose_column import Column
from intake_app.ui.views.choose_frame import on_key
from intake_app.ui.views.choose_not_now import NotNow

Stops = Sequence[tuple[QWidget, QWidget]]


class Arrows(QObject):
    """Takes the focus from card to card. `columns` tells which groups there are now."""

    def __init__(self, area: QWidget, below: QWidget, columns: Callable[[], Sequence[Column]]) -> None:
        """Listen within the area of the groups, and to Up on the bar below it."""
        super().__init__(area)
        self._columns = columns
        ways = {"Up": self._on_up, "Down": self._on_down, "Left": self._on_left, "Right": self._on_right}
        for key, told in ways.items():
            on_key(area, key, told)
        on_key(below, "Up", self._on_enter)

    @Slot()
    def _on_up(self) -> None:
        self._go(0, -1)

    @Slot()
    def _on_down(self) -> None:
        self._go(0, 1)

    @Slot()
    def _on_left(self) -> None:
        self._go(-1, 0)

    @Slot()
    def _on_right(self) -> None:
        self._go(1, 0)

    @Slot()
    def _on_enter(self) -> None:
        first = next((stop for each in self._columns() for _, stop in each.stops()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _go(self, across: int, down: int) -> None:
        focus = QApplication.focusWidget()
        reasons = focus.parentWidget() if focus is not None else None
        if isinstance(reasons, NotNow):
            reasons.step(across + down)
            return
        groups = [stops for each in self._columns() if (stops := each.stops())]
        at, row = _place_of(focus, groups)
        stops = groups[min(max(at + across, 0), len(groups) - 1)]
        _, stop = stops[min(max(row + down, 0), len(stops) - 1)]
        stop.setFocus(Qt.FocusReason.TabFocusReason)


def _place_of(focus: QWidget | None, groups: Sequence[Stops]) -> tuple[int, int]:
    """Return the group and the row of the part that has the focus; the first of all where none has."""
    for at, stops in enumerate(groups):
        for row, (part, _) in enumerate(stops):
            if focus is not None and (part is focus or part.isAncestorOf(focus)):
                return at, row
    return 0, 0
