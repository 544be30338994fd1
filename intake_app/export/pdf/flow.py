"""How blocks share pages: each knows its height, can be divided, and draws itself from its top downwards.

A block never changes. Dividing one gives two new ones, so a paper is laid out before its first page is drawn
and the number of pages is known in time. Measures are points; `top` is counted from the page's lower edge.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from intake_app.export.pdf.tagged import Tag, TaggedCanvas

_HAIR = 0.01
# A higher head is divided like a row, and does not return.
_HIGHEST_HEAD = 200
_LONGEST_LEAD = 200


class PaperError(ValueError):
    """A block that fits on no page."""


@dataclass(frozen=True, kw_only=True)
class Block(ABC):
    """A piece of a paper; `leads` marks one that may not be the last on a page.

    `tag` is what it is to a reader; the parts that it is divided into share it.
    """

    before: float = 0
    after: float = 0
    leads: bool = False
    tag: Tag | None = None

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read here by itself: a heading, or a line to write on."""
        return self.leads

    def put(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw it as the element that it is."""
        if self.tag is None:
            self.draw(canvas, x, top, width)
            return
        with canvas.element(self.tag):
            self.draw(canvas, x, top, width)

    @abstractmethod
    def height(self, width: float) -> float:
        """Return the height at a width."""

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw with the upper left corner at x, top."""

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 - see below
        """Divide into what fits in the room and what does not; None when that cannot be."""
        return None


@dataclass(frozen=True, kw_only=True)
class Space(Block):
    """Room that is left empty."""

    points: float

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """Return the height."""
        return self.points

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, kw_only=True)
class PageBreak(Space):
    """The end of a page. With `to_front` the next one begins on a sheet of its own, also where both sides are used."""

    points: float = 0
    to_front: bool = False


def _gap(above: Block | None, below: Block) -> float:
    return max(above.after, below.before) if above else 0


def stack_height(blocks: Sequence[Block], width: float) -> float:
    """Return the height of blocks under one another."""
    total = 0.0
    above: Block | None = None
    for block in blocks:
        total += _gap(above, block) + block.height(width)
        above = block
    return total


def draw_stack(blocks: Sequence[Block], canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
    """Draw blocks under one another."""
    above: Block | None = None
    for block in blocks:
        top -= _gap(above, block)
        block.put(canvas, x, top, width)
        top -= block.height(width)
        above = block


def take(blocks: Sequence[Block], width: float, room: float) -> tuple[list[Block], list[Block]]:
    """Take from the front what fits in a room; a heading goes along with what it leads.

    Returns:
        What fits (perhaps nothing) and what is left.
    """
    taken: list[Block] = []
    left = room
    for index, block in enumerate(blocks):
        if isinstance(block, PageBreak):
            return taken, list(blocks[index if block.to_front else index + 1 :])
        space = _gap(taken[-1] if taken else None, block)
        height = block.height(width)
        if height + space <= left + _HAIR:
            taken.append(block)
            left -= height + space
            continue
        parts = block.split(width, left - space)
        if parts:
            return [*taken, parts[0]], [parts[1], *blocks[index + 1 :]]
        kept = _without_leads(taken, width)
        return taken[:kept], [*taken[kept:], *blocks[index:]]
    return taken, []


def _without_leads(taken: Sequence[Block], width: float) -> int:
    """Return how many blocks are left when the headings at the end go along with what they lead."""
    kept = len(taken)
    while kept and taken[kept - 1].leads:
        kept -= 1
    # A heading as long as a text stays: it would take its page along.
    return kept if stack_height(taken[kept:], width) <= _LONGEST_LEAD else len(taken)


def paginate(blocks: Sequence[Block], width: float, first: float, following: float) -> list[list[Block]]:
    """Share blocks out over pages with the room of the first page and of those after it.

    Raises:
        PaperError: A block that cannot be divided is higher than a page.
    """
    pages: list[list[Block]] = []
    rest = list(blocks)
    while rest:
        if isinstance(rest[0], PageBreak) and rest[0].to_front:
            pages.extend([[]] * (len(pages) % 2))
            rest = rest[1:]
            continue
        room = following if pages else first
        taken, left = take(rest, width, room)
        if not taken and len(left) == len(rest):
            if rest[0].height(width) > room + _HAIR:
                message = f"{type(rest[0]).__name__} is higher than a page"
                raise PaperError(message)
            taken, left = rest[:1], rest[1:]
        if taken:
            pages.append(taken)
        rest = left
    return _in_company(pages, width, following) or [[]]


def _in_company(pages: list[list[Block]], width: float, room: float) -> list[list[Block]]:
    """Have something to read go along to a last page that holds lines to write on only, with at most their heading."""
    last = pages[-1] if len(pages) > 1 else []
    if not last or not all(block.is_blank for block in last) or sum(block.leads for block in last) > 1:
        return pages
    before = pages[-2]
    at = next((at for at in reversed(range(len(before))) if not before[at].is_blank), 0)
    parts = before[at].split(width, before[at].height(width) / 2) or (before[at],)
    kept = [*before[:at], *parts[:-1]]
    kept = kept[: _without_leads(kept, width)]
    last = [*before[len(kept) : at], parts[-1], *before[at + 1 :], *last]
    return [*pages[:-2], kept, last] if kept and stack_height(last, width) <= room else pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Blocks under one another; without a share (points) it takes what the others leave."""

    blocks: tuple[Block, ...] = ()
    width: float | None = None
    tag: Tag | None = None

    def put(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the blocks as the element that the column is."""
        if self.tag is None:
            draw_stack(self.blocks, canvas, x, top, width)
            return
        with canvas.element(self.tag):
            draw_stack(self.blocks, canvas, x, top, width)


@dataclass(frozen=True, kw_only=True)
class Columns(Block):
    """Columns side by side, between hairlines when asked for; not divided while lower than `whole`."""

    columns: tuple[Column, ...]
    gap: float = 0
    pad_top: float = 0
    pad_bottom: float = 0
    rule_above: str = ""
    rule_below: str = ""
    whole: float = 0

    def _widths(self, width: float) -> list[float]:
        gaps = self.gap * (len(self.columns) - 1)
        fixed = sum(column.width or 0 for column in self.columns)
        open_ones = sum(column.width is None for column in self.columns)
        share = max(width - gaps - fixed, 1) / open_ones if open_ones else 0
        return [share if column.width is None else column.width for column in self.columns]

    def height(self, width: float) -> float:
        """Return the height of the highest column."""
        pairs = zip(self.columns, self._widths(width), strict=True)
        inner = max((stack_height(column.blocks, own) for column, own in pairs), default=0)
        return inner + self.pad_top + self.pad_bottom

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the hairlines and every column from the top."""
        low = top - self.height(width)
        for colour, y in ((self.rule_above, top), (self.rule_below, low)):
            if colour:
                with canvas.artifact():
                    canvas.setStrokeColor(colour)
                    canvas.setLineWidth(0.75)
                    canvas.line(x, y, x + width, y)
        left = x
        for column, own in zip(self.columns, self._widths(width), strict=True):
            column.put(canvas, left, top - self.pad_top, own)
            left += own + self.gap

    def split(self, width: float, room: float) -> tuple[Self, Self] | None:
        """Divide every column at the same height."""
        if self.height(width) <= self.whole:
            return None
        inner = room - self.pad_top - self.pad_bottom
        shares = [
            take(column.blocks, own, inner) for column, own in zip(self.columns, self._widths(width), strict=True)
        ]
        if any(column.blocks and not taken for column, (taken, _) in zip(self.columns, shares, strict=True)):
            return None
        if not any(rest for _, rest in shares):
            return None
        pairs = list(zip(self.columns, shares, strict=True))
        above = tuple(replace(column, blocks=tuple(taken)) for column, (taken, _) in pairs)
        below = tuple(replace(column, blocks=tuple(rest)) for column, (_, rest) in pairs)
        return replace(self, columns=above, rule_below=""), replace(self, columns=below, rule_above="")


@dataclass(frozen=True, kw_only=True)
class Rows(Block):
    """Rows of a table or items of a list under one another; the head returns on every page."""

    rows: tuple[Block, ...]
    head: tuple[Block, ...] = ()

    def height(self, width: float) -> float:
        """Return the height of head and rows."""
        return stack_height((*self.head, *self.rows), width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw head and rows; a head that returns on a later page was read before."""
        if any(row.tag is not None and row.tag.is_placed for row in self.head):
            with canvas.artifact("Pagination"):
                draw_stack(self.head, canvas, x, top, width)
            height = stack_height(self.head, width) + _gap(self.head[-1], self.rows[0])
            draw_stack(self.rows, canvas, x, top - height, width)
        else:
            draw_stack((*self.head, *self.rows), canvas, x, top, width)

    def split(self, width: float, room: float) -> tuple[Rows, Rows] | None:
        """Divide between rows, or within a row that is too high."""
        head_height = stack_height(self.head, width)
        if head_height > _HIGHEST_HEAD:
            return replace(self, head=(), rows=(*self.head, *self.rows)).split(width, room)
        taken, rest = take(self.rows, width, room - head_height)
        if not taken or not rest:
            return None
        return replace(self, rows=tuple(taken)), replace(self, rows=tuple(rest))


@dataclass(frozen=True, kw_only=True)
class Box(Block):
    """Blocks in a rounded frame; not divided while lower than `whole`."""

    blocks: tuple[Block, ...]
    pad: float
    colour: str
    whole: float

    def height(self, width: float) -> float:
        """Return the height with the frame."""
        return stack_height(self.blocks, width - 2 * self.pad) + 2 * self.pad

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the frame and what stands in it."""
        height = self.height(width)
        with canvas.artifact():
            canvas.setStrokeColor(self.colour)
            canvas.setLineWidth(1.5)
            canvas.roundRect(x + 0.75, top - height + 0.75, width - 1.5, height - 1.5, 7.5, stroke=1, fill=0)
        draw_stack(self.blocks, canvas, x + self.pad, top - self.pad, width - 2 * self.pad)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Divide into two frames."""
        if self.height(width) <= self.whole:
            return None
        taken, rest = take(self.blocks, width - 2 * self.pad, room - 2 * self.pad)
        if not taken or not rest:
            return None
        return replace(self, blocks=tuple(taken)), replace(self, blocks=tuple(rest))
