"""The lines on the left of the flag sheet: a numbered action, and whom to call."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.presenters.flags import CallLine
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

RING, RING_WIDTH = 30, 2


class NumberRing(QLabel):
    """A number in a ring."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self._number = number
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        side = current_theme().px(RING)
        self.setFixedSize(side, side)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, place = current_theme(), QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(Role.TEXT), RING_WIDTH))
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        painter.setFont(theme.font(Type.STRONG))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._number)


class ActionLine(QWidget):
    """One thing to do, numbered."""

    def __init__(self, number: str, words: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{number}. {words}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(14)
        row.addWidget(NumberRing(number), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, Type.ACTION), 1)


class CallCard(QFrame):
    """Whom to call: a large number, or where to fill in a missing one. Red only for a call that saves a life."""

    def __init__(self, call: CallLine, *, is_loud: bool) -> None:
        super().__init__()
        self.setProperty("look", "card_alarm" if is_loud else "card")
        self.setAccessibleName(f"{call.text}: {call.number}")
        ink = Role.ALARM if is_loud else Role.TEXT
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(Label(call.text, Type.TEXT), 1)
        row.addWidget(IconLabel("phone", ink, 20))
        use, tone = (Type.SMALL, Role.TEXT_SOFT) if call.is_missing else (Type.TITLE, ink)
        row.addWidget(Label(call.number, use, tone, wraps=call.is_missing), 1 if call.is_missing else 0)
