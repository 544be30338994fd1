"""Three panes with fixed places; the outer ones fold to strips when the text needs the room."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.strip import Strip, StripItem
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.theme.theme import Theme

LEFT_WIDTH, RIGHT_WIDTH = 268, 304
ALL_EM, TWO_EM, TWO_PX = 80, 60, 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Folding:
    """Which of the outer panes are strips."""

    left: bool
    right: bool


def folding(theme: Theme, width: int) -> Folding:
    """Decide by the width in text sizes: from 80 em three panes, then two, below 60 em (or 1000 px) one."""
    em = theme.em(width)
    return Folding(left=em < TWO_EM or width < TWO_PX, right=em < ALL_EM)


class _Side(QFrame):
    """An outer pane with its strip."""

    def __init__(self, look: str, width: int, content: QWidget) -> None:
        super().__init__()
        self.setProperty("look", look)
        self.content, self.full_width = content, width
        self.strip = Strip(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)


class PaneSplit(QWidget):
    """Left, middle, right. F8 hides the right pane, or opens it where it is folded; Esc closes what is opened.

    `folded` tells that the panes were folded or unfolded.
    """

    folded = Signal()

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget, hide_key: str = "F8") -> None:
        super().__init__()
        self._left = _Side("pane_left", LEFT_WIDTH, left)
        self._right = _Side("pane_right", RIGHT_WIDTH, right)
        self._is_right_hidden = False
        self._opened: _Side | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._left.strip)
        self._row.addWidget(self._left)
        self._row.addWidget(middle, 1)
        self._row.addWidget(self._right)
        self._row.addWidget(self._right.strip)
        self._left.strip.picked.connect(self._on_left_picked)
        self._right.strip.picked.connect(self._on_right_picked)
        if hide_key:
            QShortcut(QKeySequence(hide_key), self, self.toggle_right)
        theme_source().changed.connect(self._fold)
        self._fold()

    @property
    def left_strip(self) -> Strip:
        """The strip at the left; its `picked` tells which icon was taken."""
        return self._left.strip

    @property
    def right_strip(self) -> Strip:
        """The strip at the right."""
        return self._right.strip

    @property
    def is_right_hidden(self) -> bool:
        """Whether the right pane was put out of sight by key."""
        return self._is_right_hidden

    @property
    def folding(self) -> Folding:
        """Which panes are strips now, by room or by key."""
        by_room = folding(current_theme(), self.width())
        return Folding(left=by_room.left, right=by_room.right or self._is_right_hidden)

    def show_strips(self, left: tuple[StripItem, ...], right: tuple[StripItem, ...]) -> None:
        """Say what stands on the strips."""
        self._left.strip.show_items(left)
        self._right.strip.show_items(right)

    @Slot()
    def toggle_right(self) -> None:
        """Hide the right pane or show it; where it is folded by room, open it over the middle or close it."""
        if self._opened is self._right:
            self.close_opened()
        elif folding(current_theme(), self.width()).right:
            self._open(self._right)
        else:
            self._is_right_hidden = not self._is_right_hidden
            self._fold()

    def hide_right(self) -> None:
        """Keep the right pane out of sight, as by key."""
        self._is_right_hidden = True
        self._fold()

    @Slot()
    def open_left(self) -> None:
        """Open the left pane over the middle where it is folded."""
        if self.folding.left:
            self._open(self._left)

    @Slot()
    def close_opened(self) -> None:
        """Fold a pane that was opened over the middle."""
        if self._opened is not None:
            side, self._opened = self._opened, None
            self._row.insertWidget(1 if side is self._left else 3, side)
            self._fold()

    @Slot(str)
    def _on_left_picked(self, _code: str) -> None:
        self._open(self._left)

    @Slot(str)
    def _on_right_picked(self, _code: str) -> None:
        if folding(current_theme(), self.width()).right:
            self._open(self._right)
        else:
            self.toggle_right()

    def _open(self, side: _Side) -> None:
        if self._opened is side:
            self.close_opened()
            return
        self.close_opened()
        self._opened = side
        self._row.removeWidget(side)
        side.show()
        side.raise_()
        self._place_opened()
        side.content.setFocus(Qt.FocusReason.OtherFocusReason)
        side.focusNextChild()

    def _place_opened(self) -> None:
        if self._opened is None:
            return
        strip, room = current_theme().px(48), self.width()
        width = min(current_theme().px(self._opened.full_width), room - 2 * strip)
        left = strip if self._opened is self._left else room - strip - width
        self._opened.setMinimumWidth(0)
        self._opened.setMaximumWidth(width)
        self._opened.setGeometry(left, 0, width, self.height())

    @Slot()
    def _fold(self) -> None:
        now = self.folding
        for side, is_folded in ((self._left, now.left), (self._right, now.right)):
            side.strip.setVisible(is_folded)
            if side is self._opened:
                continue
            side.setFixedWidth(current_theme().px(side.full_width))
            side.setVisible(not is_folded)
        self._place_opened()
        self.folded.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self._left.strip.isHidden(), self._right.strip.isHidden()
        now = self.folding
        if before != (not now.left, not now.right):
            self.close_opened()
            self._fold()
        self._place_opened()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._opened is not None:
            self.close_opened()
            return
        super().keyPressEvent(event)
