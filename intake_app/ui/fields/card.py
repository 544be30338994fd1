"""Surfaces with a hairline around them, and small parts that stand on them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.label import IconLabel, Label, set_look
from intake_app.ui.fields.painting import CARD_RADIUS, Frame, paint_centred, paint_frame
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source


class Surface(StrEnum):
    """What a card says about itself by its ground and line."""

    PLAIN = "card"
    CHOSEN = "card_chosen"
    RESUME = "card_resume"
    OPEN = "card_open"
    ALARM = "card_alarm"
    TODAY = "card_today"


_THICK = {Surface.CHOSEN, Surface.RESUME}


class Card(QFrame):
    """A card with a column inside. Choosing it makes its line thicker and moves nothing."""

    def __init__(self, surface: Surface = Surface.PLAIN, padding: int = 16) -> None:
        super().__init__()
        self._padding = padding
        self.column = QVBoxLayout(self)
        self.column.setSpacing(6)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._surface = surface
        self.setProperty("look", surface.value)
        theme_source().changed.connect(self._on_card_theme_changed)
        self._on_card_theme_changed()

    @property
    def surface(self) -> Surface:
        """What it says about itself."""
        return self._surface

    def set_surface(self, surface: Surface) -> None:
        """Take another ground and line."""
        self._surface = surface
        set_look(self, "look", surface.value)
        self._on_card_theme_changed()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._surface is Surface.OPEN:
            theme = current_theme()
            line, fill = theme.colour(Role.CONTROL_BORDER), theme.colour(Role.SURFACE)
            frame = Frame(fill=fill, line=line, radius=CARD_RADIUS, is_dashed=True)
            paint_frame(QPainter(self), QRectF(self.rect()), frame)

    @Slot()
    def _on_card_theme_changed(self) -> None:
        # A frame's contents start inside its line, so a thicker line takes its pixel from the padding.
        padding = current_theme().gap(self._padding) - (1 if self._surface in _THICK else 0)
        self.column.setContentsMargins(padding, padding, padding, padding)


class NumberMark(QLabel):
    """A number in a filled round (a step), or in a ring (something to do now)."""

    def __init__(self, number: str, role: Role = Role.ACCENT, *, is_ring: bool = False) -> None:
        super().__init__()
        self._number, self._role, self._is_ring = number, role, is_ring
        self.setAccessibleName(number)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_number(self, number: str) -> None:
        """Show another number."""
        self._number = number
        self.setAccessibleName(number)
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        side = current_theme().px(30)
        self.setFixedSize(QSize(side, side))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, place = current_theme(), QPainter(self), QRectF(self.rect())
        colour = theme.colour(self._role)
        fill = None if self._is_ring else colour
        frame = Frame(fill=fill, line=colour, width=2, radius=place.height() / 2 - 1)
        paint_frame(painter, place, frame)
        ink = colour if self._is_ring else theme.colour(Role.ON_ACCENT)
        paint_centred(painter, place, self._number, theme.font(Type.STRONG), ink)


class FactLine(QWidget):
    """An icon and a few words: cost, distance, waiting time, checked on."""

    def __init__(self, icon: str, words: str, use: Type = Type.SMALL, tone: Role = Role.TEXT_SOFT) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(IconLabel(icon, tone, 16 if use is Type.SMALL else 18), 0, Qt.AlignmentFlag.AlignTop)
        self.words = Label(words, use, tone)
        row.addWidget(self.words, 1)


class GroupHead(QWidget):
    """The icon and the name above a column of cards."""

    def __init__(self, icon: str, name: str, detail: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, Role.TEXT, 18))
        self.name = Label(name, Type.STRONG, wraps=not detail)
        row.addWidget(self.name, 0 if detail else 1)
        if detail:
            row.addWidget(Label(detail, Type.TEXT, Role.TEXT_SOFT, wraps=False))
            row.addStretch()
