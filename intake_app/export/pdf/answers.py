"""What a hand fills in on paper: answers to tick, and a row of numbers to circle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake_app.export.pdf.drawings import Drawing, figure
from intake_app.export.pdf.flow import Block, Column, Columns, Rows
from intake_app.export.pdf.fonts import REGULAR, text_width
from intake_app.export.pdf.markup import MarkupError, Node
from intake_app.export.pdf.measures import INK, STONE, WHITE
from intake_app.export.pdf.scribe import Scribe
from intake_app.export.pdf.tagged import Tag, TaggedCanvas

_MOST_COLUMNS = 3
_MOST_NUMBERS = 11
_BOX, _AWAY = 0.92, 0.55
"""The side of a box to tick, and the room beside it, in sizes of the letters."""
_BASE = 0.36
"""How far letters stand below their middle, in sizes of themselves."""


@dataclass(frozen=True, kw_only=True)
class Tick(Drawing):
    """A place to tick: round where one answer is meant, square where there may be more. Only there for the eye."""

    side: float
    line: float
    is_round: bool

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """Return the height of the line of text that it stands before."""
        return self.line

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002 - as above
        """Draw it in the middle of its line."""
        half, middle = self.side / 2, top - self.line / 2
        canvas.setStrokeColor(INK)
        canvas.setFillColor(WHITE)
        canvas.setLineWidth(0.9)
        if self.is_round:
            canvas.circle(x + half, middle, half, stroke=1, fill=1)
        else:
            canvas.roundRect(x, middle - half, self.side, self.side, 1.5, stroke=1, fill=1)


@dataclass(frozen=True, kw_only=True)
class Scale(Drawing):
    """Numbers in a row, each in a box to circle or cross."""

    numbers: tuple[int, ...]
    letters: float

    @property
    def _side(self) -> float:
        return self.letters * 2

    def height(self, width: float) -> float:
        """Return the side of a box; narrower where the row would not fit."""
        return min(self._side, width / len(self.numbers) * 0.86)

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the boxes from the left, each with its number."""
        side = self.height(width)
        step = min(side * 1.3, width / len(self.numbers))
        size = min(self.letters, side * 0.6)
        canvas.setLineWidth(0.9)
        canvas.setStrokeColor(STONE)
        for at, number in enumerate(self.numbers):
            left = x + at * step
            canvas.setFillColor(WHITE)
            canvas.roundRect(left, top - side, side, side, 2.5, stroke=1, fill=1)
            canvas.setFillColor(INK)
            canvas.setFont(REGULAR, size)
            canvas.drawCentredString(left + side / 2, top - side / 2 - size * _BASE, str(number))


def choices(scribe: Scribe, node: Node) -> Iterator[Block]:
    """Yield answers to tick, side by side where their words leave room for it; read row by row."""
    given = [each for each in node.elements if each.words()]
    many = node.flag("many", default=False)
    sizes = scribe.measures
    room = sizes.width - sizes.disc - sizes.gutter
    columns = _columns([each.words() for each in given], room, sizes.body.size)
    rows = [given[at : at + columns] for at in range(0, len(given), columns)]
    if rows:
        yield Rows(
            rows=tuple(_row(scribe, row, columns, is_round=not many) for row in rows),
            before=sizes.between / 3,
            after=sizes.between / 3,
            tag=Tag(role="L"),
        )


def _columns(words: Sequence[str], room: float, letters: float) -> int:
    """Return how many columns there are, so that every answer stands on one line; else one."""
    own = letters * (_BOX + _AWAY)
    widest = max((text_width(each, REGULAR, letters) for each in words), default=0) + own
    fitting = (count for count in range(_MOST_COLUMNS, 1, -1) if widest <= (room - letters * (count - 1)) / count)
    return next(fitting, 1)


def _row(scribe: Scribe, row: Sequence[Node], columns: int, *, is_round: bool) -> Block:
    found = [_choice(scribe, each, is_round=is_round) for each in row]
    found += [Column()] * (columns - len(found))
    return Columns(columns=tuple(found), gap=scribe.measures.body.size, pad_top=1, pad_bottom=1)


def _choice(scribe: Scribe, node: Node, *, is_round: bool) -> Column:
    letters = scribe.measures.body
    tick = Tick(side=letters.size * _BOX, line=letters.leading, is_round=is_round)
    text = tuple(scribe.written(node.children, scribe.body, 0))
    beside = Columns(
        columns=(Column(blocks=(tick,), width=tick.side), Column(blocks=text, tag=Tag(role="LBody"))),
        gap=letters.size * _AWAY,
    )
    return Column(blocks=(beside,), tag=Tag(role="LI"))


def scale(scribe: Scribe, node: Node) -> Iterator[Block]:
    """Yield numbers in a row, from low to high."""
    low, high = node.number("low"), node.number("high")
    if low is None or high is None or not 0 < high - low < _MOST_NUMBERS or int(low) != low:
        raise MarkupError("a scale has two to eleven whole numbers", "scale", node.line)
    sizes = scribe.measures
    yield Scale(
        numbers=tuple(range(int(low), int(high) + 1)),
        letters=sizes.body.size,
        before=sizes.between,
        after=sizes.between,
        tag=figure(node.get("alt") or f"{low:g}–{high:g}"),
    )
