"""Small rounded marks: an icon and a few words in the colour of what they mean."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy
from typing_extensions import override

from intake_app.ui.fields.assisted import Assisted
from intake_app.ui.fields.painting import Frame, middle_left, paint_frame, paint_line, text_width
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, ThemeName, Type
from intake_app.ui.theme.source import current_theme, theme_source


class Tone(StrEnum):
    """What a mark means."""

    WISH = "wish"
    GOOD = "good"
    WEIGHS = "weighs"
    ALARM = "alarm"
    NEUTRAL = "neutral"


_COLOURS = {
    Tone.WISH: (Role.WISH, Role.WISH_TINT),
    Tone.GOOD: (Role.GOOD, Role.GOOD_TINT),
    Tone.WEIGHS: (Role.WEIGHS, Role.WEIGHS_TINT),
    Tone.ALARM: (Role.ALARM, Role.ALARM_TINT),
    Tone.NEUTRAL: (Role.TEXT_SOFT, Role.SUNKEN),
}
_PADDING, _BETWEEN, _ICON, _HEIGHT = 12, 6, 14, 30


def _size(words: str, icon: str, height: int) -> QSize:
    theme = current_theme()
    width = text_width(theme.font(Type.LABEL), words) + 2 * _PADDING + 2
    width += theme.px(_ICON) + _BETWEEN if icon else 0
    return QSize(round(width), theme.height(height))


def _paint(painter: QPainter, place: QRectF, words: str, icon: str, tone: Tone | None) -> None:
    """Draw a mark; without a tone it is one that could be set."""
    theme = current_theme()
    ink, tint = _COLOURS[tone] if tone else (Role.ACCENT, Role.SURFACE)
    lined = tone is None or theme.name is ThemeName.CONTRAST
    line = theme.colour(ink if tone else Role.CONTROL_BORDER) if lined else None
    frame = Frame(fill=theme.colour(tint), line=line, radius=place.height() / 2 - 0.5)
    paint_frame(painter, place, frame)
    left = float(_PADDING)
    if icon:
        side = theme.px(_ICON)
        paint_icon(painter, theme, icon, ink, middle_left(place, left, QSizeF(side, side)))
        left += side + _BETWEEN
    box = QRectF(left, 0, place.width() - left - _PADDING, place.height())
    paint_line(painter, box, words, theme.font(Type.LABEL), theme.colour(ink))


class Chip(QLabel):
    """A mark to look at."""

    def __init__(self, words: str, tone: Tone = Tone.NEUTRAL, icon: str = "") -> None:
        super().__init__()
        self._words, self._tone, self._icon = words, tone, icon
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme_source().changed.connect(self._on_theme_changed)

    def show_words(self, words: str, tone: Tone, icon: str = "") -> None:
        """Show something else."""
        self._words, self._tone, self._icon = words, tone, icon
        self.setAccessibleName(words)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return _size(self._words, self._icon, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(60), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(QPainter(self), QRectF(self.rect()), self._words, self._icon, self._tone)


class ChipButton(Assisted, QPushButton):
    """A mark that can be set and taken off ("Hier wil ik over praten"). `marked` carries its state."""

    marked = Signal(bool)

    def __init__(self, words: str, tone: Tone, icon: str = "", icon_off: str = "") -> None:
        super().__init__()
        self._words, self._tone = words, tone
        self._icon, self._icon_off = icon, icon_off or icon
        self.setCheckable(True)
        self.hear_assistance()
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.marked)
        theme_source().changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return _size(self._words, self._icon, 36)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(60), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tone = self._tone if self.isChecked() else None
        icon = self._icon if tone else self._icon_off
        _paint(QPainter(self), QRectF(self.rect()), self._words, icon, tone)
