"""What is drawn rather than written: number, QR code, need bar, wheel and lines to write on."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass

import segno
from segno.encoder import DataOverflowError

from intake_app.conversation.ecogram import Point
from intake_app.conversation.wheel import BEST, end_of, points, reach, sides
from intake_app.export.pdf.flow import Block
from intake_app.export.pdf.fonts import REGULAR, text_width
from intake_app.export.pdf.measures import (
    HAIRLINE,
    INK,
    INTERVAL,
    MILLIMETRE,
    PETROL,
    SAND,
    SOFT,
    STONE,
    WHEEL_FILL,
    WHITE,
)
from intake_app.export.pdf.tagged import Tag, TaggedCanvas

FIGURE = "Figure"
QR_SIDE = 26 * MILLIMETRE
_QR_QUIET = 4
# Beyond this version the modules on 26 mm become too small for most telephones.
_QR_LARGEST = 10


@dataclass(frozen=True, kw_only=True)
class Drawing(Block):
    """Something drawn: a figure or label where it has a tag, else only there for the eye."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw it, and note for a reader where it stands."""
        if self.tag is None:
            with canvas.artifact():
                self.paint(canvas, x, top, width)
            return
        if self.tag.role == FIGURE:
            self.tag.box = (x, top - self.height(width), x + width, top)
        with canvas.content():
            self.paint(canvas, x, top, width)

    @abstractmethod
    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw with the upper left corner at x, top."""


def _fitted(text: str, font: str, size: float, room: float) -> float:
    width = text_width(text, font, size)
    return size if width <= room else max(size * room / width, 1)


@dataclass(frozen=True, kw_only=True)
class Disc(Drawing):
    """A number in a filled circle."""

    number: str
    diameter: float
    font: str

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """Return the diameter."""
        return self.diameter

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002 - as above
        """Draw the circle and the number in its middle."""
        radius = self.diameter / 2
        canvas.setFillColor(PETROL)
        canvas.circle(x + radius, top - radius, radius, stroke=0, fill=1)
        size = _fitted(self.number, self.font, self.diameter * 0.53, self.diameter * 0.8)
        canvas.setFillColor(WHITE)
        canvas.setFont(self.font, size)
        canvas.drawCentredString(x + radius, top - radius - size * 0.36, self.number)


@dataclass(frozen=True, kw_only=True)
class QrCode(Drawing):
    """A full QR code of 26 mm with four modules of white around it, in the middle of its column."""

    modules: tuple[tuple[bool, ...], ...]

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """Return the side of the square."""
        return QR_SIDE

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw every row of dark modules as a path of bars."""
        side = QR_SIDE / (len(self.modules) + 2 * _QR_QUIET)
        left = x + (width - QR_SIDE) / 2 + _QR_QUIET * side
        path = canvas.beginPath()
        for index, row in enumerate(self.modules):
            y = top - (_QR_QUIET + index + 1) * side
            start = None
            for column, dark in enumerate((*row, False)):
                if dark and start is None:
                    start = column
                elif not dark and start is not None:
                    path.rect(left + start * side, y, (column - start) * side, side)
                    start = None
        canvas.setFillColor(INK)
        canvas.drawPath(path, stroke=0, fill=1)


def figure(alt: str) -> Tag:
    """Return what a picture is to a reader: what it shows, in words."""
    return Tag(role=FIGURE, alt=alt)


def qr_code(data: str, alt: str) -> QrCode | None:
    """Make a QR code; None when there is nothing to encode or too much for a telephone to read."""
    if not data:
        return None
    try:
        code = segno.make(data, micro=False)
    except DataOverflowError:
        return None
    if int(code.version) > _QR_LARGEST:
        return None
    return QrCode(tag=figure(alt), modules=tuple(tuple(bool(module) for module in row) for row in code.matrix))


@dataclass(frozen=True, kw_only=True)
class Track(Drawing):
    """A need bar: what is known as an interval on a track from 0 to 100, with its point."""

    low: float | None
    high: float | None
    point: float | None
    known: bool
    thickness: float

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """Return the height with room for the point, which stands out."""
        return self.thickness * 2

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the track, the interval and the point."""
        radius = self.thickness / 2
        low_edge = top - 1.5 * self.thickness
        canvas.setFillColor(SAND)
        canvas.roundRect(x, low_edge, width, self.thickness, radius, stroke=0, fill=1)
        if self.low is None or self.high is None:
            return
        low, high = sorted(min(max(value, 0), 100) / 100 for value in (self.low, self.high))
        length = max((high - low) * width, self.thickness)
        left = min(x + low * width, x + width - length)
        canvas.saveState()
        canvas.setLineWidth(0.6)
        canvas.setFillColor(INTERVAL if self.known else WHITE)
        canvas.setStrokeColor(PETROL if self.known else STONE)
        if not self.known:
            canvas.setDash(2.5, 2)
        canvas.roundRect(left, low_edge, length, self.thickness, radius, stroke=1, fill=1)
        canvas.restoreState()
        if self.known and self.point is not None:
            middle = x + min(max(self.point, 0), 100) / 100 * width
            canvas.setFillColor(PETROL)
            canvas.roundRect(middle - 1.5, top - self.thickness * 2, 3, self.thickness * 2, 1.2, stroke=0, fill=1)


@dataclass(frozen=True, kw_only=True)
class Wheel(Drawing):
    """The person's own rating of four areas, as on the screen (`intake_app.conversation.wheel`)."""

    axes: tuple[tuple[str, float | None], ...]
    radius: float
    letters: float

    @property
    def _label(self) -> float:
        return self.letters * 1.6

    @property
    def _ratings(self) -> tuple[float | None, ...]:
        return tuple(rating for _, rating in self.axes)

    def height(self, width: float) -> float:
        """Return the height with the names above and below."""
        return 2 * (self._round(width) + self._label)

    def _round(self, width: float) -> float:
        return min(self.radius, width / 4)

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw rings, axes, the shape between the ratings, and the names."""
        radius = self._round(width)
        middle = (x + width / 2, top - radius - self._label)
        canvas.saveState()
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.75)
        for ring in range(1, BEST + 1):
            canvas.circle(*middle, radius * reach(ring), stroke=1, fill=0)
        for spoke, rating in enumerate(self._ratings):
            canvas.setDash([1, 2.5] if rating is None else [])
            canvas.setStrokeColor(STONE if rating is None else HAIRLINE)
            canvas.line(*middle, *_on(middle, end_of(spoke), radius))
        canvas.restoreState()
        self._draw_shape(canvas, middle, radius)
        self._draw_names(canvas, middle, radius, width)

    def _draw_shape(self, canvas: TaggedCanvas, middle: tuple[float, float], radius: float) -> None:
        canvas.setStrokeColor(PETROL)
        canvas.setFillColor(WHEEL_FILL)
        canvas.setLineWidth(1.5)
        rated = [_on(middle, point, radius) for point in points(self._ratings) if point]
        if len(rated) == len(self.axes):
            path = canvas.beginPath()
            path.moveTo(*rated[0])
            for point in rated[1:]:
                path.lineTo(*point)
            path.close()
            canvas.drawPath(path, stroke=1, fill=1)
        else:
            for here, there in sides(self._ratings):
                canvas.line(*_on(middle, here, radius), *_on(middle, there, radius))
        canvas.setFillColor(PETROL)
        for point in rated:
            canvas.circle(*point, 2.8, stroke=0, fill=1)

    def _draw_names(self, canvas: TaggedCanvas, middle: tuple[float, float], radius: float, width: float) -> None:
        canvas.setFillColor(SOFT)
        x, y = middle
        beside = width / 2 - radius - 8
        places = (
            (x, y + radius + self.letters * 0.45, width, canvas.drawCentredString),
            (x + radius + 6, y - self.letters * 0.36, beside, canvas.drawString),
            (x, y - radius - self.letters * 1.15, width, canvas.drawCentredString),
            (x - radius - 6, y - self.letters * 0.36, beside, canvas.drawRightString),
        )
        for (name, _), (left, base, room, write) in zip(self.axes, places, strict=True):
            canvas.setFont(REGULAR, _fitted(name, REGULAR, self.letters, room))
            write(left, base, name)


def _on(middle: tuple[float, float], point: Point, radius: float) -> tuple[float, float]:
    """Return where a point of the wheel lies on the page."""
    return middle[0] + point.x * radius, middle[1] - point.y * radius


@dataclass(frozen=True, kw_only=True)
class WritingLine(Drawing):
    """A line to write on."""

    room: float

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read here by itself."""
        return True

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """Return the room above the line."""
        return self.room

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the line."""
        canvas.setStrokeColor(STONE)
        canvas.setLineWidth(0.75)
        canvas.line(x, top - self.room, x + width, top - self.room)
