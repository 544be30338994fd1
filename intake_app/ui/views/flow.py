"""A row of widgets that wraps where it is full, as words do.

It is a widget that places its children, and no layout: a layout of our own has to answer Qt with "no item", and
each such answer costs Python a reference to None (PySide 6.12), until the process ends.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override


class Flow(QWidget):
    """Places what is added from left to right, and goes on below; what is hidden takes no room.

    `at_end`: so many of the last parts stand at the right end where all of them fit on one line.
    """

    def __init__(self, gap: int = 8, *, at_end: int = 0) -> None:
        super().__init__()
        self._placed: list[QWidget] = []
        self._gap, self._at_end = gap, at_end
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind the others."""
        widget.setParent(self)
        self._placed.append(widget)
        self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(width, is_trial=True)

    @override
    def sizeHint(self) -> QSize:
        sizes = [widget.sizeHint() for widget in self._placed if not widget.isHidden()]
        width = sum(size.width() + self._gap for size in sizes) - self._gap
        return QSize(max(width, 0), max((size.height() for size in sizes), default=0))

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max((widget.sizeHint().width() for widget in self._placed if not widget.isHidden()), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), is_trial=False)
        if event.oldSize().width() != self.width():
            self.updateGeometry()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Place again: Qt asks nothing of who is hidden when a child comes or goes meanwhile."""
        super().showEvent(event)
        self._place(self.width(), is_trial=False)
        self.updateGeometry()

    @override
    def event(self, event: QEvent) -> bool:
        """Place again when a child asks for another size (text size, other words)."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place(self.width(), is_trial=False)
            self.updateGeometry()
        return super().event(event)

    def _place(self, width: int, *, is_trial: bool) -> int:
        """Place everything, or only measure; returns the height."""
        left = top = line = 0
        placed: list[tuple[QWidget, QRect]] = []
        shown = [widget for widget in self._placed if not widget.isHidden()]
        spare = max(width - self.sizeHint().width(), 0)
        for widget in shown:
            if spare and widget in self._placed[len(self._placed) - self._at_end :]:
                left, spare = left + spare, 0
            size = widget.sizeHint()
            size.setWidth(min(size.width(), max(width, widget.minimumSizeHint().width())))
            if left > 0 and left + size.width() > width:
                _settle(placed, line)
                left, top, line = 0, top + line + self._gap, 0
            if not is_trial:
                placed.append((widget, QRect(QPoint(left, top), size)))
            left += size.width() + self._gap
            line = max(line, size.height())
        _settle(placed, line)
        return top + line


def _settle(placed: list[tuple[QWidget, QRect]], line: int) -> None:
    """Put the parts of a line that is full beside one another, by their middles."""
    for widget, place in placed:
        widget.setGeometry(place.translated(0, (line - place.height()) // 2))
    placed.clear()


def flow(*parts: QWidget, gap: int = 12, at_end: int = 0) -> Flow:
    """Return a row of these parts, which wraps."""
    made = Flow(gap, at_end=at_end)
    for part in parts:
        made.add(part)
    return made
