"""Text as blocks: paragraphs that wrap and divide, and headings that are also bookmarks."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Self
from xml.sax.saxutils import escape  # it writes, it does not parse

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from intake_app.export.pdf.flow import Block
from intake_app.export.pdf.fonts import REGULAR
from intake_app.export.pdf.hyphens import Fitted, fitted
from intake_app.export.pdf.markup import LINE_BREAK, Node
from intake_app.export.pdf.measures import INK, SOFT, Measures, Type
from intake_app.export.pdf.tagged import Tag, TaggedCanvas

_Lines = Any  # a paragraph broken into lines, a private type of the library
_ENDLESS = 1e9
_HAIR = 0.01
_colour = lru_cache(maxsize=32)(HexColor)  # reading one anew for every piece of text takes a tenth of a paper's time
_TOGETHER = 2
_QUOTES = "\"'“”„‟‘’«»"
_ALIGNED = {"left": 0, "centre": 1, "right": 2}
_INDENT = (0, 0.5, 1)
"""By alignment: which part of the room that a line leaves stands before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a text looks."""

    type: Type
    font: str = REGULAR
    colour: str = INK
    align: str = "left"


def _escaped(text: str) -> str:
    return escape(text).replace(LINE_BREAK, "<br/>")


def inline(content: Iterable[Node | str], measures: Measures) -> str:
    """Write texts and inline elements in the paragraph language of the PDF library; every text is escaped."""
    pieces = []
    for part in content:
        if isinstance(part, str):
            pieces.append(_escaped(part))
        elif part.name == "br":
            pieces.append("<br/>")
        elif part.name == "b":
            pieces.append(f'<font name="{measures.bold}">{inline(part.children, measures)}</font>')
        elif part.name == "small":
            size = measures.small.size
            pieces.append(f'<font size="{size}" color="{SOFT}">{inline(part.children, measures)}</font>')
        else:
            pieces.append(quoted(part, measures))
    return "".join(pieces).strip(" ")


def quoted(node: Node, measures: Measures) -> str:
    """Write someone's own words between quotation marks, once, also when they were typed with marks."""
    children = list(node.children)
    if children and isinstance(children[0], str):
        children[0] = children[0].lstrip(f" {_QUOTES}")
    if children and isinstance(children[-1], str):
        children[-1] = children[-1].rstrip(f" {_QUOTES}")
    words = inline(children, measures)
    return f"“{words}”" if words else ""


@dataclass(frozen=True, kw_only=True)
class Text(Block):
    """Lines of a paragraph, all of them or from one to another; a word that is too long is divided.

    The paragraph is broken into lines once for every width; dividing it over pages only counts them.
    That keeps twenty thousand signs in a narrow column cheap.
    """

    paragraph: Paragraph
    start: int = 0
    end: int | None = None
    _broken: dict[float, Fitted] = field(default_factory=dict, repr=False, compare=False)

    def _fitted(self, width: float) -> Fitted:
        if width not in self._broken:
            found = fitted(self.paragraph, width)
            found.paragraph.wrap(width, _ENDLESS)
            self._broken[width] = found
        return self._broken[width]

    def _count(self, width: float) -> int:
        total = len(self._fitted(width).paragraph.blPara.lines)
        return (total if self.end is None else self.end) - self.start

    @property
    def _leading(self) -> float:
        return float(self.paragraph.style.leading)

    def height(self, width: float) -> float:
        """Return the height of its lines."""
        return self._count(width) * self._leading

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw its lines."""
        with canvas.content():
            found = self._fitted(width)
            style, lines = self.paragraph.style, found.paragraph.blPara
            pen = canvas.beginText()
            y = top - style.leading + self._descent
            cut = _cut_lines(found.paragraph, lines)
            for number, line in enumerate(lines.lines[self.start : self.end], start=self.start):
                pieces, left_over = _pieces(line, lines)
                pen.setTextOrigin(x + _INDENT[style.alignment] * max(left_over, 0), y)
                text = word = ""
                for piece in pieces:
                    pen.textOut(text)
                    pen.setFont(piece.fontName, piece.fontSize)
                    pen.setFillColor(piece.textColor)
                    text, word = piece.text, piece.text.rpartition(" ")[2]
                pen.textOut(text.removesuffix(word) + found.drawn.get(word, word))
                if number not in cut and word not in found.drawn:
                    pen.textOut(" ")  # a reader joins lines: without it the words at both ends would be one
                y -= style.leading
            canvas.drawText(pen)

    @property
    def _descent(self) -> float:
        """How far the foot of a line stands above the bottom of its room, as the library sets a line."""
        return float(self.paragraph.style.leading - self.paragraph.style.fontSize)

    def split(self, width: float, room: float) -> tuple[Self, Self] | None:
        """Divide between lines, at least two on either side."""
        count = self._count(width)
        fitting = min(int((room + _HAIR) / self._leading), count - _TOGETHER)
        if fitting < _TOGETHER:
            return None
        middle = self.start + fitting
        return replace(self, end=middle, after=0), self._rest(middle)

    def _rest(self, middle: int) -> Self:
        return replace(self, start=middle, before=0)


@dataclass(frozen=True, kw_only=True)
class Heading(Text):
    """A paragraph that is a bookmark as well, and stays with what follows."""

    title: str
    key: str
    level: int
    leads: bool = True

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw its lines, and set the bookmark where it begins."""
        if self.start == 0:
            canvas.bookmarkHorizontalAbsolute(self.key, top)
            canvas.addOutlineEntry(self.title, self.key, self.level)
        super().draw(canvas, x, top, width)


def _pieces(line: _Lines, lines: _Lines) -> tuple[Iterable[_Lines], float]:
    """Return the pieces of one line in one look each, and the room that the line leaves."""
    if lines.kind == 0:
        room, words = line
        piece = copy(lines)
        piece.text = " ".join(words)
        return (piece,), room
    return (each for each in line.words if each.text), line.extraSpace


def _cut_lines(paragraph: Paragraph, lines: _Lines) -> frozenset[int]:
    """Return which lines end within a word: the library divides one that is longer than its line."""
    if not getattr(paragraph, "_splitLongWordCount", 0):
        return frozenset()
    text, at, cut = paragraph.getPlainText(), 0, set()
    for number, line in enumerate(lines.lines):
        for piece in _pieces(line, lines)[0]:
            for sign in piece.text.split():
                at = text.index(sign[0], at) + len(sign)
        if text[at : at + 1].strip() and not getattr(line, "lineBreak", False):
            cut.add(number)
    return frozenset(cut)


def paragraph(markup: str, look: Look) -> Paragraph:
    """Make a paragraph of the PDF library; `markup` comes from `inline` or `plain`."""
    style = ParagraphStyle(
        "text",
        fontName=look.font,
        fontSize=look.type.size,
        leading=look.type.leading,
        textColor=_colour(look.colour),
        alignment=_ALIGNED[look.align],
        splitLongWords=1,
    )
    return Paragraph(markup, style)


def plain(text: str, look: Look, role: str = "P") -> Text:
    """Make a block of a text without any markup."""
    return Text(paragraph=paragraph(_escaped(text), look), tag=Tag(role=role))
