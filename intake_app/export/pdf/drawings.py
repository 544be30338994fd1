"""What is drawn rather than written: number, QR code, need bar, wheel and lines to write on."""

from __future__ import annotations

import math
from dataclasses import dataclass

import segno
from reportlab.pdfgen.canvas import Canvas
from segno.encoder import DataOverflowError

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

QR_SIDE = 26 * MILLIMETRE
_QR_QUIET = 4
# Beyond this version the modules on 26 mm become too small for most telephones.
_QR_LARGEST = 10
_AXES = 4
_TEN = 10


def _fitted(text: str, font: str, size: float, room: float) -> float:
    width = text_width(text, font, size)
    return size if width <= room else max(size * room / width, 1)


@dataclass(frozen=True, kw_only=True)
class Disc(Block):
    """A number in a filled circle."""

    number: str
    diameter: float
    font: str

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """Return the diameter."""
        return self.diameter

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:  # noqa: ARG002 - as above
        """Draw the circle and the number in its middle."""
        radius = self.diameter / 2
        canvas.setFillColor(PETROL)
        canvas.circle(x + radius, top - radius, radius, stroke=0, fill=1)
        size = _fitted(self.number, self.font, self.diameter * 0.53, self.diameter * 0.8)
        canvas.setFillColor(WHITE)
        canvas.setFont(self.font, size)
        canvas.drawCentredString(x + radius, top - radius - size * 0.36, self.number)


@dataclass(frozen=True, kw_only=True)
class QrCode(Block):
    """A full QR code of 26 mm with four modules of white around it, in the middle of its column."""

    modules: tuple[tuple[bool, ...], ...]

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """Return the side of the square."""
        return QR_SIDE

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
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


def qr_code(data: str) -> QrCode | None:
    """Make a QR code; None when there is nothing to encode or too much for a telephone to read."""
    if not data:
        return None
    try:
        code = segno.make(data, micro=False)
    except DataOverflowError:
        return None
    if int(code.version) > _QR_LARGEST:
        return None
    return QrCode(modules=tuple(tuple(bool(module) for module in row) for row in code.matrix))


@dataclass(frozen=True, kw_only=True)
class Track(Block):
    """A need bar: what is known as an interval on a track from 0 to 100, with its point."""

    low: float | None
    high: float | None
    point: float | None
    known: bool
    thickness: float

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """Return the height with room for the point, which stands out."""
        return self.thickness * 2

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
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
class Wheel(Block):
    """The person's own rating of four areas, 0 just outside the middle and 10 on the outer ring."""

    axes: tuple[tuple[str, float | None], ...]
    radius: float
    letters: float

    @property
    def _label(self) -> float:
        return self.letters * 1.6

    def height(self, width: float) -> float:
        """Return the height with the names above and below."""
        return 2 * (self._round(width) + self._label)

    def _round(self, width: float) -> float:
        return min(self.radius, width / 4)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Draw rings, axes, the shape between the ratings, and the names."""
        radius = self._round(width)
        middle = (x + width / 2, top - radius - self._label)
        canvas.saveState()
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.75)
        for part in (1, 2, 3):
            canvas.circle(*middle, radius * part / 3, stroke=1, fill=0)
        for index, (_, value) in enumerate(self.axes):
            canvas.setDash([1, 2.5] if value is None else [])
            canvas.line(*middle, *self._at(middle, index, radius))
        canvas.restoreState()
        self._draw_shape(canvas, middle, radius)
        self._draw_names(canvas, middle, radius, width)

    @staticmethod
    def _at(middle: tuple[float, float], index: int, distance: float) -> tuple[float, float]:
        angle = math.pi / 2 - index * 2 * math.pi / _AXES
        return middle[0] + distance * math.cos(angle), middle[1] + distance * math.sin(angle)

    def _draw_shape(self, canvas: Canvas, middle: tuple[float, float], radius: float) -> None:
        points: list[tuple[float, float] | None] = []
        for index, (_, value) in enumerate(self.axes):
            part = None if value is None else 0.1 + 0.9 * min(max(value, 0), _TEN) / _TEN
            points.append(None if part is None else self._at(middle, index, part * radius))
        canvas.setStrokeColor(PETROL)
        canvas.setFillColor(WHEEL_FILL)
        canvas.setLineWidth(1.5)
        rated = [point for point in points if point]
        if len(rated) == _AXES:
            path = canvas.beginPath()
            path.moveTo(*rated[0])
            for point in rated[1:]:
                path.lineTo(*point)
            path.close()
            canvas.drawPath(path, stroke=1, fill=1)
        else:
            for here, there in zip(points, [*points[1:], *points[:1]], strict=True):
                if here and there:
                    canvas.line(*here, *there)
        canvas.setFillColor(PETROL)
        for point in rated:
            canvas.circle(*point, 2.8, stroke=0, fill=1)

    def _draw_names(self, canvas: Canvas, middle: tuple[float, float], radius: float, width: float) -> None:
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


@dataclass(frozen=True, kw_only=True)
class WritingLine(Block):
    """A line to write on."""

    room: float

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """Return the room above the line."""
        return self.room

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Draw the line."""
        canvas.setStrokeColor(STONE)
        canvas.setLineWidth(0.75)
        canvas.line(x, top - self.room, x + width, top - self.room)
