"""How a person rates the four areas, drawn as a wheel with four spokes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from intake_app.conversation.ecogram import Point
from intake_app.conversation.wheel import BEST, end_of, points, reach, sides
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.theme.theme import Theme

_RADIUS = 64
LARGEST_DOT = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke:
    """An area with the person's own rating: 0 (lowest) to 3, or None when it was not asked."""

    name: str
    rating: int | None = None


class Wheel(QLabel):
    """Four spokes, clockwise from the top; 0 lies just outside the middle. A spoke that was not asked is dotted."""

    def __init__(self, size: float = 1.0) -> None:
        """`size`: how many times larger than in a pane."""
        super().__init__()
        self._size = size
        self._spokes: tuple[Spoke, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme_source().changed.connect(self._on_theme_changed)

    @property
    def spokes(self) -> tuple[Spoke, ...]:
        """What is shown."""
        return self._spokes

    def show_spokes(self, spokes: tuple[Spoke, Spoke, Spoke, Spoke], spoken: str) -> None:
        """Show four ratings. `spoken`: the same facts in words, for who does not see the picture."""
        self.setAccessibleName(spoken)
        if spokes != self._spokes:
            self._spokes = spokes
            self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._px(264), self._px(2 * _RADIUS + 44))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._px(200), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._spokes:
            return
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QRectF(self.rect()).center()
        self._paint_web(painter, theme, centre)
        self._paint_shape(painter, theme, centre)
        self._paint_names(painter, theme, centre)

    def _px(self, length: float) -> int:
        return current_theme().px(length * self._size)

    def _on(self, centre: QPointF, point: Point) -> QPointF:
        return centre + QPointF(point.x, point.y) * self._px(_RADIUS)

    @property
    def _ratings(self) -> tuple[int | None, ...]:
        return tuple(spoke.rating for spoke in self._spokes)

    def _paint_web(self, painter: QPainter, theme: Theme, centre: QPointF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(Role.HAIRLINE), 1))
        for ring in range(1, BEST + 1):
            far = reach(ring) * self._px(_RADIUS)
            painter.drawEllipse(centre, far, far)
        for at, spoke in enumerate(self._spokes):
            pen = QPen(theme.colour(Role.HAIRLINE), 1)
            if spoke.rating is None:
                pen = QPen(theme.colour(Role.CONTROL_BORDER), 1.5)
                pen.setDashPattern([1.5, 3.0])
            painter.setPen(pen)
            painter.drawLine(centre, self._on(centre, end_of(at)))

    def _paint_shape(self, painter: QPainter, theme: Theme, centre: QPointF) -> None:
        rated = [self._on(centre, point) for point in points(self._ratings) if point]
        painter.setPen(QPen(theme.colour(Role.ACCENT), 2))
        if len(rated) == len(self._spokes):
            painter.setBrush(theme.colour(Role.ACCENT, 0.18))
            painter.drawPolygon(QPolygonF(rated))
        else:
            for here, there in sides(self._ratings):
                painter.drawLine(self._on(centre, here), self._on(centre, there))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Role.ACCENT))
        dot = theme.px(min(4 * self._size, LARGEST_DOT))
        for point in rated:
            painter.drawEllipse(point, dot, dot)

    def _paint_names(self, painter: QPainter, theme: Theme, centre: QPointF) -> None:
        font = theme.font(Type.SMALL if self._size <= 1 else Type.PERSON_SMALL)
        painter.setFont(font)
        painter.setPen(theme.colour(Role.TEXT_SOFT))
        metrics, radius, away = QFontMetricsF(font), self._px(_RADIUS), 7 * self._size
        above = 3 * self._size
        line, side = metrics.height(), centre.x() - radius - away
        places = (
            (QRectF(0, centre.y() - radius - line - above, self.width(), line), Qt.AlignmentFlag.AlignHCenter),
            (QRectF(centre.x() + radius + away, centre.y() - line, side, 2 * line), Qt.AlignmentFlag.AlignLeft),
            (QRectF(0, centre.y() + radius + above, self.width(), line), Qt.AlignmentFlag.AlignHCenter),
            (QRectF(0, centre.y() - line, side, 2 * line), Qt.AlignmentFlag.AlignRight),
        )
        for spoke, (place, align) in zip(self._spokes, places, strict=True):
            flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(place, int(flags), spoke.name)
