"""A question that helps now, as a card to press."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy
from typing_extensions import override

from intake_app.ui.fields.painting import Frame, paint_frame, wrapped_height
from intake_app.ui.presenters.talk_picture import NextState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

PADDING, ABOVE, BETWEEN = 12, 6, 2
WRAP = int(Qt.TextFlag.TextWordWrap)
LABEL_LINES, WHY_LINES = 2, 2
"""Lines that a card always has room for: another question in its place moves nothing on the screen."""


class NextCard(QPushButton):
    """Two lines: the question, and why it helps. `asked` carries the question."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state: NextState | None = None
        self._measured: dict[int, tuple[float, float]] = {}
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)
        theme_source().changed.connect(self._on_theme_changed)

    def show_next(self, state: NextState | None) -> None:
        """Show a question, or nothing."""
        self.setVisible(state is not None)
        if state == self._state:
            return
        self._state = state
        if state is not None:
            self.setAccessibleName(state.label)
            self.setAccessibleDescription(state.why)
        self._on_theme_changed()

    @Slot()
    def _on_clicked(self) -> None:
        if self._state is not None:
            self.asked.emit(str(self._state.question))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measured = {}
        self.updateGeometry()
        self.update()

    def _heights(self, width: int) -> tuple[float, float]:
        """Return the heights of question and reason; a layout asks for them again and again."""
        found = self._measured.get(width)
        if found is None:
            theme, room = current_theme(), width - 2 * PADDING
            label, why = (self._state.label, self._state.why) if self._state else ("", "")
            found = self._measured[width] = (
                wrapped_height(theme.font(Type.TEXT), label, room),
                wrapped_height(theme.font(Type.SMALL), why, room),
            )
        return found

    def _least_height(self, width: int) -> float:
        theme, room = current_theme(), width - 2 * PADDING
        label = wrapped_height(theme.font(Type.TEXT), "\n".join("x" * LABEL_LINES), room)
        return label + wrapped_height(theme.font(Type.SMALL), "\n".join("x" * WHY_LINES), room)

    @override
    def heightForWidth(self, width: int) -> int:
        label, why = self._heights(width)
        return round(max(label + why, self._least_height(width))) + BETWEEN + 2 * current_theme().gap(ABOVE)

    @override
    def sizeHint(self) -> QSize:
        width = current_theme().px(260)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, current_theme().height(36))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._state is None:
            return
        theme, painter, place = current_theme(), QPainter(self), QRectF(self.rect())
        line = theme.colour(Role.CONTROL_BORDER if self.underMouse() else Role.HAIRLINE)
        paint_frame(painter, place, Frame(fill=theme.colour(Role.SURFACE), line=line))
        label, why = self._heights(self.width())
        top, room = theme.gap(ABOVE), place.width() - 2 * PADDING
        for words, use, role, height in (
            (self._state.label, Type.TEXT, Role.TEXT, label),
            (self._state.why, Type.SMALL, Role.TEXT_SOFT, why),
        ):
            painter.setFont(theme.font(use))
            painter.setPen(theme.colour(role))
            painter.drawText(QRectF(PADDING, top, room, height + 1), WRAP, words)
            top += round(height) + BETWEEN
