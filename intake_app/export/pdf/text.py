"""Text as blocks: paragraphs that wrap and divide, and headings that are also bookmarks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape  # it writes, it does not parse

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from intake_app.export.pdf.flow import Block
from intake_app.export.pdf.fonts import REGULAR
from intake_app.export.pdf.markup import LINE_BREAK, Node
from intake_app.export.pdf.measures import INK, SOFT, Measures, Type

_ENDLESS = 1e9
_QUOTES = "\"'“”„‟‘’«»"
_ALIGNED = {"left": 0, "centre": 1, "right": 2}


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
    """A paragraph. It wraps anywhere when a word is too long, and leaves no line alone on a page."""

    paragraph: Paragraph
    _heights: dict[float, float] = field(default_factory=dict, repr=False, compare=False)

    def height(self, width: float) -> float:
        """Return the height of its lines."""
        if width not in self._heights:
            self._heights[width] = float(self.paragraph.wrap(width, _ENDLESS)[1])
        return self._heights[width]

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Draw its lines."""
        height = float(self.paragraph.wrap(width, _ENDLESS)[1])
        self.paragraph.drawOn(canvas, x, top - height)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Divide between lines, at least two on either side."""
        if room <= 0:
            return None
        self.paragraph.wrap(width, _ENDLESS)
        parts = self.paragraph.split(width, room)
        if len(parts) != 2:  # noqa: PLR2004 - the library gives none or one when it cannot divide
            return None
        return Text(paragraph=parts[0], before=self.before), Text(paragraph=parts[1], after=self.after)


@dataclass(frozen=True, kw_only=True)
class Heading(Text):
    """A paragraph that is a bookmark as well, and stays with what follows."""

    title: str
    key: str
    level: int
    leads: bool = True

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Draw its lines and set the bookmark."""
        canvas.bookmarkHorizontalAbsolute(self.key, top)
        canvas.addOutlineEntry(self.title, self.key, self.level)
        super().draw(canvas, x, top, width)


def paragraph(markup: str, look: Look) -> Paragraph:
    """Make a paragraph of the PDF library; `markup` comes from `inline` or `plain`."""
    style = ParagraphStyle(
        "text",
        fontName=look.font,
        fontSize=look.type.size,
        leading=look.type.leading,
        textColor=look.colour,
        alignment=_ALIGNED[look.align],
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )
    return Paragraph(markup, style)


def plain(text: str, look: Look, *, before: float = 0, after: float = 0) -> Text:
    """Make a block of a text without any markup."""
    return Text(paragraph=paragraph(_escaped(text), look), before=before, after=after)
