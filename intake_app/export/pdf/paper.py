"""One paper: markup in, the bytes of a PDF out. Nothing else is opened, read or fetched.

The same markup gives the same bytes: no clock, no random identity, and no author in the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from reportlab import rl_config

from intake_app.export.pdf.compose import beside_mark, mark_width
from intake_app.export.pdf.finish import finish
from intake_app.export.pdf.flow import Block, draw_stack, paginate
from intake_app.export.pdf.fonts import REGULAR, legible, register, shortened, text_width
from intake_app.export.pdf.markup import MarkupError, Node, parse
from intake_app.export.pdf.measures import HAIRLINE, PAGE_HEIGHT, PAGE_WIDTH, SOFT, Measures, Type, measures
from intake_app.export.pdf.tagged import TaggedCanvas
from intake_app.export.pdf.text import Look, Text, plain

_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
_PAGE_OF = {"nl": "{page} van {pages}", "en": "{page} of {pages}"}
_PAGE_OF_ANY = "{page} / {pages}"
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_MOST_MARK_LINES = 3
_MOST_FOOTER_LINES = 4
_HEADER_LINES = 2  # that the mark may take on the pages after the first
_ASCENT = 0.97  # the height of a line above its base, as a part of the letter's size


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What surrounds the text of every page."""

    sizes: Measures
    lang: str
    title: str
    mark: tuple[str, ...]
    footer: Text

    @property
    def footer_width(self) -> float:
        return self.sizes.width - self.sizes.small.size * 6

    @property
    def _look(self) -> Look:
        return Look(type=_footer_type(self.sizes), colour=SOFT)

    @property
    def footer_top(self) -> float:
        lines = max(self.footer.height(self.footer_width), self._look.type.leading)
        return self.sizes.bottom + lines + 7.5

    @property
    def header_height(self) -> float:
        return max(block.height(width) for block, width in self._header()) + self.sizes.before_h2

    def _header(self) -> tuple[tuple[Text, float], tuple[Text, float]]:
        """Return title and mark, with their widths, as they stand on every page but the first."""
        letters = self.sizes.small.size
        mark = shortened(" · ".join(self.mark), REGULAR, letters, self.sizes.width * 0.4 * _HEADER_LINES)
        right = mark_width((mark,), self.sizes)
        left = self.sizes.width - right - self.sizes.gutter
        marked = Look(type=self.sizes.small, colour=SOFT, align="right")
        title = shortened(self.title, REGULAR, letters, left)
        titled = Look(type=self.sizes.small, colour=SOFT)
        return (plain(title, titled), left), (plain(mark, marked), right + 1)

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw mark, running title and page number, and the line above the footer."""
        sizes = self.sizes
        right = PAGE_WIDTH - sizes.side
        top = PAGE_HEIGHT - sizes.top
        if page > 1:
            (title, title_width), (mark, width) = self._header()
            title.draw(canvas, sizes.side, top, title_width)
            mark.draw(canvas, right - width, top, width)
        elif self.mark:
            self._draw_first_mark(canvas, right, top)
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.75)
        canvas.line(sizes.side, self.footer_top, right, self.footer_top)
        number = _PAGE_OF.get(self.lang, _PAGE_OF_ANY).format(page=page, pages=pages)
        look = Look(type=self._look.type, colour=SOFT, align="right")
        width = sizes.width - self.footer_width
        if text_width(number, REGULAR, look.type.size) > width:  # from about a hundred pages
            number = f"{page}/{pages}"
        plain(number, look).draw(canvas, right - width, self.footer_top - 7.5, width)

    def draw_footer(self, canvas: TaggedCanvas) -> None:
        """Draw what stands at the foot of every page."""
        self.footer.put(canvas, self.sizes.side, self.footer_top - 7.5, self.footer_width)

    def _draw_first_mark(self, canvas: TaggedCanvas, right: float, top: float) -> None:
        """Draw the mark with its first line on the line of the title."""
        width = mark_width(self.mark, self.sizes)
        top -= (self.sizes.h1.size - self.sizes.small.size) * _ASCENT
        look = Look(type=self.sizes.small, colour=SOFT, align="right")
        for line in self.mark:
            block = plain(line, look)
            block.draw(canvas, right - width, top, width)
            top -= block.height(width)


def _footer_type(sizes: Measures) -> Type:
    """Return the footer's letters: those of small text, with closer lines."""
    return Type(size=sizes.small.size, leading=sizes.small.size * 1.35)


def _frame(paper: Node, sizes: Measures) -> _Frame:
    letters = _footer_type(sizes)
    mark = [line.strip() for line in paper.get("mark").split("|") if line.strip()][:_MOST_MARK_LINES]
    room = sizes.width * 0.4
    footer = shortened(paper.get("footer"), REGULAR, letters.size, sizes.width * _MOST_FOOTER_LINES)
    return _Frame(
        sizes=sizes,
        lang=_language(paper),
        title=paper.get("title"),
        mark=tuple(shortened(line, REGULAR, sizes.small.size, room) for line in mark),
        footer=plain(footer, Look(type=letters, colour=SOFT)),
    )


def _language(paper: Node) -> str:
    """Return the language of a paper: Dutch where it names none."""
    code = paper.get("lang") or "nl"
    if not _LANGUAGE.fullmatch(code):
        raise MarkupError("must be the code of a language, like nl or pl", "lang", paper.line)
    return code


def _one_of(paper: Node, name: str, allowed: tuple[str, ...]) -> str:
    value = paper.get(name) or allowed[0]
    if value not in allowed:
        raise MarkupError(f"must be one of {', '.join(allowed)}", name, paper.line)
    return value


def _pages(paper: Node, frame: _Frame, number: int) -> list[list[Block]]:
    sizes = frame.sizes
    blocks = beside_mark(paper, frame.mark, sizes, number)
    room = PAGE_HEIGHT - sizes.top - frame.footer_top - sizes.between
    return paginate(blocks, sizes.width, room, room - frame.header_height)


def _canvas(target: BytesIO, frame: _Frame) -> TaggedCanvas:
    canvas = TaggedCanvas(
        target,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=REGULAR,
        initialFontSize=frame.sizes.body.size,
        initialLeading=frame.sizes.body.leading,
        lang=_LANGUAGES.get(frame.lang, frame.lang),
    )
    canvas.setTitle(frame.title)
    for empty in (canvas.setAuthor, canvas.setSubject, canvas.setCreator, canvas.setKeywords):
        empty("")
    canvas.begin()
    return canvas


def _write(canvas: TaggedCanvas, pages: Sequence[Sequence[Block]], frame: _Frame) -> None:
    first_top = PAGE_HEIGHT - frame.sizes.top
    for number, blocks in enumerate(pages, start=1):
        top = first_top if number == 1 else first_top - frame.header_height
        draw_stack(blocks, canvas, frame.sizes.side, top, frame.sizes.width)
        if number == len(pages):
            frame.draw_footer(canvas)  # read once, at the end
        with canvas.artifact("Pagination"):
            frame.draw(canvas, number, len(pages))
            if number < len(pages):
                frame.draw_footer(canvas)
        canvas.end_page()


def build(markup: str, fonts_dir: Path, *more: str) -> bytes:
    """Make a PDF of a paper.

    Args:
        markup: The paper, in the language of `intake_app.export.pdf.markup`.
        fonts_dir: Where the files of Inter are.
        more: Papers that follow in the same file; each counts its own pages, and the first gives the file its title.

    Returns:
        The bytes of the file; the same markup always gives the same.

    Raises:
        MarkupError: The markup is not well formed, or names something that does not exist.
        OSError: A font is missing.
    """
    # Our paragraphs hold no pictures; should one ever slip through, the library may open nothing.
    rl_config.trustedHosts = []
    rl_config.trustedSchemes = []
    rl_config.useA85 = 0  # the last step packs every stream anew; as printable signs they would only cost time
    letters = register(fonts_dir)
    papers = [parse(legible(each, letters)) for each in (markup, *more)]
    frames = [_frame(paper, _sizes(paper)) for paper in papers]
    target = BytesIO()
    canvas = _canvas(target, frames[0])
    for number, (paper, frame) in enumerate(zip(papers, frames, strict=True), start=1):
        _write(canvas, _pages(paper, frame, number), frame)
    canvas.save()
    frame = frames[0]
    lang = _LANGUAGES.get(frame.lang, frame.lang)
    return finish(target.getvalue(), canvas.root, title=frame.title, lang=lang, fonts_dir=fonts_dir)


def _sizes(paper: Node) -> Measures:
    return measures(_one_of(paper, "kind", ("person", "huisarts")), _one_of(paper, "size", ("normal", "large")))
