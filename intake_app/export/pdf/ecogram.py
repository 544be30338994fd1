"""The drawing of who is around the person, on paper: places as on the screen, strokes that need no colour."""

from __future__ import annotations

from dataclasses import dataclass

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
)
from intake_app.export.pdf.drawings import Drawing
from intake_app.export.pdf.fonts import REGULAR, SEMIBOLD, shortened, text_width
from intake_app.export.pdf.measures import HAIRLINE, INK, PETROL, STONE, WHITE
from intake_app.export.pdf.tagged import TaggedCanvas

_BOX_LINES = 1.8
"""The height of a box with a name, in sizes of its letters."""
_WIDTHS = (0.9, 0.9, 2.2, 4.8)
_SPLIT = 2.0
_BASE, _SMALLEST = 0.35, 0.8
"""How far letters stand below their middle; and how small those of a long name may get: the list has it whole."""


@dataclass(frozen=True, kw_only=True)
class Ecogram(Drawing):
    """The person in the middle and who is around; as high as its letters need."""

    middle: str
    figures: tuple[Figure, ...]
    letters: float

    @property
    def _high(self) -> float:
        """The height of the circle's radius, in points."""
        return self.letters * _BOX_LINES / (2 * HALF_HEIGHT)

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """Return the height."""
        return 2 * REACH_Y * self._high

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw how far each strength reaches, the lines, the person, the names, and what each costs."""
        pen = _Pen(
            canvas=canvas,
            x=x + width / 2,
            y=top - REACH_Y * self._high,
            wide=width / 2 / REACH_X,
            high=self._high,
            letters=self.letters,
        )
        canvas.saveState()
        for reach in (1.0, *ZONES):
            pen.ring(reach)
        for figure in self.figures:
            pen.tie(figure)
        pen.person(self.middle)
        for figure in self.figures:
            pen.name(figure)
        for figure in self.figures:
            pen.sign(figure)
        canvas.restoreState()


@dataclass(frozen=True, kw_only=True)
class _Pen:
    """Draws on a canvas with the person at `x`, `y`; `wide` and `high` are the radius of the circle, in points."""

    canvas: TaggedCanvas
    x: float
    y: float
    wide: float
    high: float
    letters: float

    def _at(self, point: Point) -> tuple[float, float]:
        return self.x + point.x * self.wide, self.y - point.y * self.high

    def ring(self, reach: float) -> None:
        """Draw how far a strength reaches."""
        self.canvas.setStrokeColor(HAIRLINE)
        self.canvas.setLineWidth(0.75)
        wide, high = reach * self.wide, reach * self.high
        self.canvas.ellipse(self.x - wide, self.y - high, self.x + wide, self.y + high)

    def tie(self, figure: Figure) -> None:
        """Draw a line: in dashes where it is broken off, thin, thick, or double where it is very close."""
        start, end, canvas = self._at(figure.place.start), self._at(figure.place.end), self.canvas
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(_WIDTHS[figure.strength])
        canvas.setDash([4, 4] if figure.strength == 0 else [])
        canvas.line(*start, *end)
        canvas.setDash([])
        if figure.strength == len(_WIDTHS) - 1:
            canvas.setStrokeColor(WHITE)
            canvas.setLineWidth(_SPLIT)
            canvas.line(*start, *end)

    def _box(self, middle: Point, half: tuple[float, float], *, is_filled: bool) -> float:
        """Draw a box; returns its width."""
        x, y = self._at(middle)
        wide, high = half[0] * self.wide, half[1] * self.high
        self.canvas.setFillColor(PETROL if is_filled else WHITE)
        self.canvas.setStrokeColor(PETROL if is_filled else STONE)
        self.canvas.setLineWidth(0.75)
        self.canvas.roundRect(x - wide, y - high, 2 * wide, 2 * high, min(high, 4), stroke=1, fill=1)
        return 2 * wide

    def person(self, words: str) -> None:
        """Draw the person in the middle."""
        self._box(Point(x=0, y=0), (MIDDLE_WIDTH, MIDDLE_HEIGHT), is_filled=True)
        room = 2 * MIDDLE_WIDTH * self.wide - 4
        size = min(self.letters, self.letters * room / max(text_width(words, SEMIBOLD, self.letters), 1))
        self.canvas.setFillColor(WHITE)
        self.canvas.setFont(SEMIBOLD, size)
        self.canvas.drawCentredString(self.x, self.y - size * _BASE, words)

    def name(self, figure: Figure) -> None:
        """Draw a name in its box, with a tick where they may think along; a long one gets smaller, then is cut."""
        tick = self.letters if figure.thinks_along else 0
        room = self._box(figure.place.at, (HALF_WIDTH, HALF_HEIGHT), is_filled=False) - tick - self.letters * 0.6
        size = max(min(1, room / max(text_width(figure.name, REGULAR, self.letters), 1)), _SMALLEST) * self.letters
        words = shortened(figure.name, REGULAR, size, room)
        x, y = self._at(figure.place.at)
        left = x - (text_width(words, REGULAR, size) + tick) / 2
        if tick:
            self._tick(left, y)
        self.canvas.setFillColor(INK)
        self.canvas.setFont(REGULAR, size)
        self.canvas.drawString(left + tick, y - size * _BASE, words)

    def _tick(self, left: float, middle: float) -> None:
        size = self.letters
        self.canvas.setStrokeColor(PETROL)
        self.canvas.setLineWidth(size * 0.14)
        self.canvas.line(left, middle, left + size * 0.25, middle - size * 0.28)
        self.canvas.line(left + size * 0.25, middle - size * 0.28, left + size * 0.7, middle + size * 0.32)

    def sign(self, figure: Figure) -> None:
        """Draw what a tie costs: one weight for some, two for much."""
        x, y = self._at(figure.place.sign)
        side = self.letters
        for number in range(figure.strain):
            self._weight(x + (number - (figure.strain - 1) / 2) * side * 1.15, y, side)

    def _weight(self, x: float, y: float, side: float) -> None:
        canvas = self.canvas
        canvas.setFillColor(WHITE)
        canvas.setStrokeColor(WHITE)
        canvas.circle(x, y, side * 0.62, stroke=0, fill=1)
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        canvas.setLineWidth(side * 0.1)
        canvas.circle(x, y + side * 0.22, side * 0.14, stroke=1, fill=0)
        path = canvas.beginPath()
        path.moveTo(x - side * 0.24, y + side * 0.1)
        path.lineTo(x + side * 0.24, y + side * 0.1)
        path.lineTo(x + side * 0.38, y - side * 0.42)
        path.lineTo(x - side * 0.38, y - side * 0.42)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
