"""The drawing of the people around a person: near is close, the line says how strong, signs say what it costs.

It is drawn for who looks along and for the mouse; the list beside it holds the same for keys and screen readers.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip
from typing_extensions import override

from intake_app.conversation.ecogram import (
    HALF_HEIGHT,
    HALF_WIDTH,
    MIDDLE_HEIGHT,
    MIDDLE_WIDTH,
    REACH_X,
    REACH_Y,
    ZONES,
    Figure,
    Point,
    strength_at,
)
from intake_app.ui.fields.ecogram_ink import paint_box, paint_line, paint_middle, paint_sign, paint_zones
from intake_app.ui.fields.painting import paint_centred
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

WIDTH, HEIGHT = 480, 440
"""The least room in pixels at 100 %: a short name finds place in its box, at 200 % in a window of 1024 too."""
_FROM = 6
"""Pixels that a name is pulled before it counts as dragging."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """Somebody was put nearer or farther: their id, and the strength that goes with it."""

    id: str
    strength: int


class EcogramPicture(QLabel):
    """Draws who is around. A click chooses somebody; pulling them nearer or farther says how close they are."""

    picked = Signal(str)
    stood = Signal(Stood)

    def __init__(self, middle: str, strengths: tuple[str, ...]) -> None:
        super().__init__()
        self._middle, self._strengths = middle, strengths
        self._figures: tuple[Figure, ...] = ()
        self._chosen = ""
        self._held: Figure | None = None
        self._pressed_at, self._pulled_to = QPointF(), QPointF()
        self._is_pulled = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        theme_source().changed.connect(self._on_theme_changed)

    def show_figures(self, figures: tuple[Figure, ...], chosen: str, spoken: str) -> None:
        """Show these people. `spoken`: the same facts in words, for who does not see the drawing."""
        self._figures, self._chosen = figures, chosen
        if self.accessibleName() != spoken:
            self.setAccessibleName(spoken)
        self.update()

    def place_of(self, figure: Figure) -> QRectF:
        """Return where a name stands, in pixels."""
        size = self._scaled(Point(x=2 * HALF_WIDTH, y=2 * HALF_HEIGHT)) - self._scaled(Point(x=0, y=0))
        place = QRectF(0, 0, size.x(), size.y())
        place.moveCenter(self._pulled_to if self._is_pulled and figure is self._held else self._scaled(figure.place.at))
        return place

    def point_of(self, strength: int) -> QPointF:
        """Return a point right above the middle where somebody of this strength would stand, in pixels."""
        edges = (1.0, *ZONES, 0.0)
        return self._scaled(Point(x=0.0, y=-(edges[strength] + edges[strength + 1]) / 2))

    def _scaled(self, point: Point) -> QPointF:
        return QPointF((point.x / REACH_X + 1) / 2 * self.width(), (point.y / REACH_Y + 1) / 2 * self.height())

    def _strength_under(self, point: QPointF) -> int:
        x, y = point.x() / self.width() * 2 - 1, point.y() / self.height() * 2 - 1
        return strength_at(x * REACH_X, y * REACH_Y)

    def _under(self, point: QPointF) -> Figure | None:
        return next((each for each in reversed(self._figures) if self.place_of(each).contains(point)), None)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(WIDTH), theme.px(HEIGHT))

    @override
    def event(self, event: QEvent) -> bool:
        """Tell a name that is cut whole, under the pointer."""
        if isinstance(event, QHelpEvent):
            found = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), found.name if found else "", self)
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held, self._is_pulled = self._under(event.position()), False
        self._pressed_at = event.position()
        if self._held is not None:
            self.picked.emit(self._held.place.id)
            self._held = next((each for each in self._figures if each.place.id == self._held.place.id), None)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        shape = Qt.CursorShape.PointingHandCursor if self._under(at) else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)
        if self._held is None:
            return
        self._is_pulled = self._is_pulled or (at - self._pressed_at).manhattanLength() > _FROM
        inside = QRectF(self.rect())
        self._pulled_to = QPointF(min(max(at.x(), 0), inside.right()), min(max(at.y(), 0), inside.bottom()))
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, was_pulled = self._held, self._is_pulled
        self._held, self._is_pulled = None, False
        self.update()
        if held is not None and was_pulled:
            self.stood.emit(Stood(id=held.place.id, strength=self._strength_under(self._pulled_to)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        aim = self._strength_under(self._pulled_to) if self._is_pulled else None
        reach = [self._scaled(Point(x=edge, y=edge)) - self._scaled(Point(x=0, y=0)) for edge in (1.0, *ZONES)]
        paint_zones(painter, theme, QRectF(self.rect()).center(), reach, aim)
        for figure in self._figures:
            if not (self._is_pulled and figure is self._held):
                self._paint_tie(painter, figure)
        self._paint_middle(painter)
        for figure in sorted(self._figures, key=lambda each: each is self._held):
            paint_box(painter, theme, self.place_of(figure), figure, is_chosen=figure.place.id == self._chosen)
        for figure in self._figures:
            if figure.strain and not (self._is_pulled and figure is self._held):
                paint_sign(painter, theme, self._scaled(figure.place.sign), figure.strain)
        if aim is not None:
            self._paint_aim(painter, aim)

    def _paint_tie(self, painter: QPainter, figure: Figure) -> None:
        theme, place = current_theme(), figure.place
        ends = (self._scaled(place.start), self._scaled(place.end))
        paint_line(painter, theme, ends, figure.strength, is_chosen=place.id == self._chosen)

    def _paint_middle(self, painter: QPainter) -> None:
        corner = self._scaled(Point(x=MIDDLE_WIDTH, y=MIDDLE_HEIGHT)) - self._scaled(Point(x=0, y=0))
        place = QRectF(0, 0, 2 * corner.x(), 2 * corner.y())
        place.moveCenter(QRectF(self.rect()).center())
        paint_middle(painter, current_theme(), place, self._middle)

    def _paint_aim(self, painter: QPainter, aim: int) -> None:
        """Say beside the name that is pulled how close that would be."""
        theme = current_theme()
        place = QRectF(0, 0, theme.px(220), theme.px(24))
        under = self._pulled_to.y() + theme.px(34)
        place.moveCenter(QPointF(self._pulled_to.x(), under if under < self.height() else under - theme.px(68)))
        place.moveLeft(min(max(place.left(), 0), self.width() - place.width()))
        paint_centred(painter, place, self._strengths[aim], theme.font(Type.STRONG), theme.colour(Role.TEXT))
