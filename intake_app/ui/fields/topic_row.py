"""A row of the list at the left: how a topic is, its name, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy
from typing_extensions import override

from intake_app.ui.fields.painting import middle_left, paint_line, text_width
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source


class TopicState(StrEnum):
    """How a topic is; the name is that of its icon."""

    UNTOUCHED = "untouched"
    TALKED = "talked"
    GOOD = "good"
    WEIGHS = "weighs"


_INK = {
    TopicState.UNTOUCHED: Role.TEXT_SOFT,
    TopicState.TALKED: Role.TEXT_SOFT,
    TopicState.GOOD: Role.GOOD,
    TopicState.WEIGHS: Role.WEIGHS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicItem:
    """What a row shows. `spoken`: all of it in words; `number`: its place in a short conversation."""

    code: str
    name: str
    spoken: str
    state: TopicState = TopicState.UNTOUCHED
    has_wish: bool = False
    has_mark: bool = False
    number: str = ""


class TopicRow(QPushButton):
    """A topic to open: Enter, Space or a click. Only the icons are coloured; the name stays ink."""

    opened = Signal(str)

    def __init__(self, item: TopicItem) -> None:
        super().__init__()
        self._item, self._is_current = item, False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(item.spoken)
        self.setToolTip(item.name)
        self.clicked.connect(self._on_clicked)
        theme_source().changed.connect(self._on_theme_changed)

    @property
    def item(self) -> TopicItem:
        """What is shown."""
        return self._item

    @property
    def is_current(self) -> bool:
        """Whether this topic is the one in the middle."""
        return self._is_current

    def show_item(self, item: TopicItem) -> None:
        """Show another state, in place."""
        if item != self._item:
            self._item = item
            self.setAccessibleName(item.spoken)
            self.setToolTip(item.name)
            self.update()

    def set_current(self, *, is_current: bool) -> None:
        """Mark it as the topic in the middle."""
        if is_current is not self._is_current:
            self._is_current = is_current
            self.update()

    @Slot()
    def _on_clicked(self) -> None:
        self.opened.emit(self._item.code)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(200), current_theme().height(36))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, current_theme().height(36))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, place = QPainter(self), current_theme(), QRectF(self.rect())
        if self._is_current:
            painter.fillRect(place, theme.colour(Role.SELECTED))
            painter.fillRect(QRectF(0, 0, 4, place.height()), theme.colour(Role.ACCENT))
        elif self.underMouse():
            painter.fillRect(place, theme.colour(Role.SUNKEN))
        side, left = theme.px(18), float(theme.gap(20))
        if self._item.number:
            width = text_width(theme.font(Type.TEXT), "00")
            left += width - text_width(theme.font(Type.TEXT), self._item.number)
            box = QRectF(left, 0, width, place.height())
            paint_line(painter, box, self._item.number, theme.font(Type.TEXT), theme.colour(Role.TEXT_SOFT))
            left = theme.gap(20) + width + 10
        box = middle_left(place, left, QSizeF(side, side))
        paint_icon(painter, theme, self._item.state.value, _INK[self._item.state], box)
        right = self._paint_asked(painter, place, side)
        left += side + 10
        font = theme.font(Type.STRONG if self._is_current else Type.TEXT)
        room = QRectF(left, 0, right - left, place.height())
        paint_line(painter, room, self._item.name, font, theme.colour(Role.TEXT))

    def _paint_asked(self, painter: QPainter, place: QRectF, side: int) -> float:
        """Draw what is asked at the right end; return where the name has to stop."""
        theme, right = current_theme(), place.right() - current_theme().gap(16)
        asked = ((self._item.has_wish, "wish", Role.WISH), (self._item.has_mark, "mark", Role.TEXT_SOFT))
        for is_there, name, ink in asked:
            if is_there:
                right -= side
                paint_icon(painter, theme, name, ink, middle_left(place, right, QSizeF(side, side)))
                right -= 6
        return right
