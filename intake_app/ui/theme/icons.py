"""Icons: drawings in one colour, filled with the colour of a role."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.theme import Theme


def pixmap(theme: Theme, name: str, role: Role, size: int, ratio: float = 1.0) -> QPixmap:
    """Return a tinted icon of `size` logical pixels; `ratio` is that of the screen.

    Raises:
        KeyError: no icon has that name.
    """
    colour, side = theme.hex(role), max(round(size * ratio), 1)
    key = f"house-icon/{name}/{colour}/{side}/{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(theme.icons[name])).render(painter, QRectF(0, 0, side, side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(drawn.rect(), theme.colour(role))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def icon(theme: Theme, name: str, role: Role, size: int) -> QIcon:
    """Return a tinted icon for a Qt widget that takes one, sharp on dense screens too."""
    made = QIcon(pixmap(theme, name, role, size))
    made.addPixmap(pixmap(theme, name, role, size, 2.0))
    return made


def paint_icon(painter: QPainter, theme: Theme, name: str, role: Role, place: QRectF) -> None:
    """Draw a tinted icon into a square place, sharp on the device that is painted."""
    drawn = pixmap(theme, name, role, round(place.width()), painter.device().devicePixelRatio())
    painter.drawPixmap(place.topLeft(), drawn)
