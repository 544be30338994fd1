"""How a person rates the four areas, drawn as a wheel with four spokes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.theme.theme import Theme

BEST = 3
_RADIUS, _INNER = 64, 9
_DIRECTIONS = ((0, -1), (1, 0), (0, 1), (-1, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke:
    """An area with the person's own rating: 0 (lowest) to 3, or None when it was not asked."""

    name: str
    rating: int | None = None


class Wheel(QLabel):
    """Four spokes, clockwise from the top; 0 lies just outside the middle. A spoke that was not asked is dotted."""

    def __init__(self) -> None:
        super().__init__()
        self._spokes: tuple[Spoke, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme_source().changed.connect(self._on_theme_changed)

    @property
    def spokes(self) -> tuple[Spoke, ...]:
        """What is shown."""
        return self._spokes

    def show_spokes(self, spokes: tuple[Spoke, Spoke, Spoke, Spoke], spoken: str) -> None:
        """Show four ratings. `spoken`: the same facts in words, for who does not see the picture."""
        self._spokes = spokes
        self.setAccessibleName(spoken)
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(264), theme.px(2 * _RADIUS) + 2 * theme.px(22))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(200), self.sizeHint().height())

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

    def _point(self, theme: Theme, centre: QPointF, at: int, rating: int) -> QPointF:
        radius, inner = theme.px(_RADIUS), theme.px(_INNER)
        reach = inner + (radius - inner) * rating / BEST
        return centre + QPointF(*_DIRECTIONS[at]) * reach

    def _paint_web(self, painter: QPainter, theme: Theme, centre: QPointF) -> None:
        radius = theme.px(_RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(Role.HAIRLINE), 1))
        for ring in range(1, BEST + 1):
            reach = theme.px(_INNER) + (radius - theme.px(_INNER)) * ring / BEST
            painter.drawEllipse(centre, reach, reach)
        for at, spoke in enumerate(self._spokes):
            pen = QPen(theme.colour(Role.HAIRLINE), 1)
            if spoke.rating is None:
                pen = QPen(theme.colour(Role.CONTROL_BORDER), 1.5)
                pen.setDashPattern([1.5, 3.0])
            painter.setPen(pen)
            painter.drawLine(centre, centre + QPointF(*_DIRECTIONS[at]) * radius)

    def _paint_shape(self, painter: QPainter, theme: Theme, centre: QPointF) -> None:
        rated = [(at, spoke.rating) for at, spoke in enumerate(self._spokes) if spoke.rating is not None]
        points = {at: self._point(theme, centre, at, rating) for at, rating in rated}
        painter.setPen(QPen(theme.colour(Role.ACCENT), 2))
        if len(points) == len(_DIRECTIONS):
            painter.setBrush(theme.colour(Role.ACCENT, 0.18))
            painter.drawPolygon(QPolygonF(list(points.values())))
        else:
            for at, point in points.items():
                following = points.get((at + 1) % len(_DIRECTIONS))
                if following is not None:
                    painter.drawLine(point, following)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Role.ACCENT))
        dot = theme.px(4)
        for point in points.values():
            painter.drawEllipse(point, dot, dot)

    def _paint_names(self, painter: QPainter, theme: Theme, centre: QPointF) -> None:
        font = theme.font(Type.SMALL)
        painter.setFont(font)
        painter.setPen(theme.colour(Role.TEXT_SOFT))
        metrics, radius, away = QFontMetricsF(font), theme.px(_RADIUS), 7
        line, side = metrics.height(), centre.x() - radius - away
        places = (
            (QRectF(0, centre.y() - radius - line - 3, self.width(), line), Qt.AlignmentFlag.AlignHCenter),
            (QRectF(centre.x() + radius + away, centre.y() - line, side, 2 * line), Qt.AlignmentFlag.AlignLeft),
            (QRectF(0, centre.y() + radius + 3, self.width(), line), Qt.AlignmentFlag.AlignHCenter),
            (QRectF(0, centre.y() - line, side, 2 * line), Qt.AlignmentFlag.AlignRight),
        )
        for spoke, (place, align) in zip(self._spokes, places, strict=True):
            flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(place, int(flags), spoke.name)
