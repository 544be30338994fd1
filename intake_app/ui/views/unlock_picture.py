"""The left half of the first window: the person in the middle, four areas around."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views import parts

SIDE = 360.0
"""The picture is drawn on a square of this many units, and grows with the window."""
_QUARTERS = (0, 90, 180, 270)
_OUTER_RADIUS, _INNER_RADIUS, _OUTER_SPAN, _INNER_SPAN = 136.0, 84.0, 80, 79


class UnlockPicture(QFrame):
    """Name of the program, the rings, and what it is for."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "pane_left")
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 44, 44, 44)
        rings = Rings()
        rings.painted.connect(self.painted)
        column.addWidget(parts.text(self.tr("Verkennend gesprek"), Type.TITLE))
        column.addWidget(rings, 1)
        column.addWidget(parts.soft(self.tr("Samen kijken wat er speelt, wat al goed gaat en wat helpt.")))
        column.addWidget(parts.soft(self.tr("U en de persoon beslissen. Het programma denkt mee.")))


class Rings(QWidget):
    """Two broken rings around a person. Tells once when it was drawn."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._was_painted = False
        self.setMinimumSize(160, 160)
        theme_source().changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw in the colours of the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width(), self.height(), SIDE) / SIDE
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(scale, scale)
        self._ring(painter, _OUTER_RADIUS, _OUTER_SPAN, self._pen(Role.ACCENT, 2.5))
        self._ring(painter, _INNER_RADIUS, _INNER_SPAN, self._pen(Role.CONTROL_BORDER, 1.5))
        painter.setPen(self._pen(Role.TEXT, 3))
        painter.drawEllipse(QPointF(0, -16), 17, 17)
        shoulders = QPainterPath(QPointF(-32, 34))
        shoulders.cubicTo(-32, 16, -18, 6, 0, 6)
        shoulders.cubicTo(18, 6, 32, 16, 32, 34)
        painter.drawPath(shoulders)
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def _pen(self, role: Role, width: float) -> QPen:
        return QPen(current_theme().colour(role), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)

    def _ring(self, painter: QPainter, radius: float, span: int, pen: QPen) -> None:
        painter.setPen(pen)
        box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
        for quarter in _QUARTERS:
            painter.drawArc(box, (quarter * 16) + (90 - span) * 8, span * 16)
