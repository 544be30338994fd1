"""Pictures for the person's side: calm faces, a ring that fills, and pictograms in a thin line."""

from __future__ import annotations

from dataclasses import replace
from math import asin, degrees

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.theme.theme import Theme

FACE, AMOUNT = "face", "amount"
GRID = 44.0
"""The side of the square in which the faces are drawn; everything below counts in it."""
_LINE, _RING = 2.6, 19.0
_MIDDLE = QPointF(GRID / 2, GRID / 2)
_EYES, _EYE = (QPointF(15.5, 18), QPointF(28.5, 18)), 1.8
_THIN = (b'stroke-width="1.6"', b'stroke-width="1"')


def paint_picture(painter: QPainter, place: QRectF, name: str, level: float, role: Role = Role.ACCENT) -> None:
    """Draw a picture into a square: a face, a ring that fills, an icon by its name; nothing where there is none.

    `level` runs from 0 (well, nothing) to 1 (badly, very much).
    """
    if name == FACE:
        _paint_face(painter, place, level, role)
    elif name == AMOUNT:
        _paint_amount(painter, place, level, role)
    elif name:
        side = place.width() * 0.8
        away = (place.width() - side) / 2
        thin = thin_theme(name)
        paint_icon(painter, thin, _thin_name(name), role, place.adjusted(away, away, -away, -away))


def _begin(painter: QPainter, place: QRectF, role: Role) -> None:
    colour = current_theme().colour(role)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / GRID, place.height() / GRID)
    painter.setPen(QPen(colour, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))


def _paint_face(painter: QPainter, place: QRectF, level: float, role: Role) -> None:
    """Draw a face that smiles at 0, looks straight at one half, and is sad at 1."""
    _begin(painter, place, role)
    painter.drawEllipse(_MIDDLE, _RING, _RING)
    ends, bend = 26.5 + 6 * level, 7.5 - 15 * level
    mouth = QPainterPath(QPointF(13, ends))
    mouth.cubicTo(QPointF(17.5, ends + bend), QPointF(26.5, ends + bend), QPointF(31, ends))
    painter.drawPath(mouth)
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    for eye in _EYES:
        painter.drawEllipse(eye, _EYE, _EYE)
    painter.restore()


def _paint_amount(painter: QPainter, place: QRectF, level: float, role: Role) -> None:
    """Draw a ring that is empty at 0 and full at 1, filled from below as a glass."""
    _begin(painter, place, role)
    painter.drawEllipse(_MIDDLE, _RING, _RING)
    inside = _RING - 4
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    if level > 0:
        edge = degrees(asin(max(min(2 * level - 1, 1), -1)))
        box = QRectF(_MIDDLE.x() - inside, _MIDDLE.y() - inside, 2 * inside, 2 * inside)
        painter.drawChord(box, round((180 - edge) * 16), round((180 + 2 * edge) * 16))
    painter.restore()


def _thin_name(name: str) -> str:
    return f"{name}/thin"


def thin_theme(name: str) -> Theme:
    """Return the look with one icon in a thinner line: large, a line made for small icons would be too heavy."""
    theme = current_theme()
    return replace(theme, icons={_thin_name(name): theme.icons[name].replace(*_THIN)})


class Pictogram(QLabel):
    """A large picture of what a question is about; the words say it too, so it is not read aloud."""

    def __init__(self, side: int = 72) -> None:
        super().__init__()
        self._name, self._side = "", side
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def name(self) -> str:
        """The name of the icon."""
        return self._name

    def show_picture(self, name: str) -> None:
        """Show another picture; none when empty."""
        self._name = name
        self.setVisible(bool(name))
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        side = current_theme().px(self._side)
        self.setFixedSize(side, side)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            place = QRectF(self.rect())
            paint_icon(QPainter(self), thin_theme(self._name), _thin_name(self._name), Role.ACCENT, place)
