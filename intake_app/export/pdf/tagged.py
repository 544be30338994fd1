"""A canvas that remembers what it draws: text belongs to an element of the structure tree, the rest is decoration.

A screen reader reads the tree, not the drawing. A block opens its element with `element`, and what it draws for a
reader with `content`; what is only there for the eye stands in `artifact`. `finish` writes the tree into the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas


@dataclass(eq=False, slots=True, kw_only=True)
class Tag:
    """One element of the tree; a block keeps its own on every page that it is divided over.

    Attributes:
        role: a standard type of PDF: P, H1, Table, TH, L, Figure.
        alt: what a figure shows, in words.
        scope: of a header cell: Row or Column.
        numbered: of a list: whether its labels are numbers.
        span: how many columns a cell takes.
        kids: elements, and marked content as its page and number, both counted from 0.
        box: where a figure stands on its page, in points: left, bottom, right, top.
    """

    role: str
    alt: str = ""
    scope: str = ""
    numbered: bool = False
    span: int = 1
    kids: list[Tag | tuple[int, int]] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None
    is_placed: bool = False


class TaggedCanvas(Canvas):  # type: ignore[misc]  # the library has no types
    """Draws, and keeps the tree of what it drew in `root`."""

    def begin(self) -> None:
        """Begin an empty tree, before the first page."""
        self.root = Tag(role="Document", is_placed=True)
        self._path = [self.root]
        self._sheet, self._marks, self._inside = 0, 0, False

    @contextmanager
    def element(self, tag: Tag) -> Iterator[None]:
        """Draw within an element, which stands where it was first read."""
        if not tag.is_placed and not self._inside:
            tag.is_placed = True
            self._path[-1].kids.append(tag)
        self._path.append(tag)
        try:
            yield
        finally:
            self._path.pop()

    @contextmanager
    def content(self) -> Iterator[None]:
        """Draw something that is read, as part of the element that is open."""
        if self._inside:
            yield
            return
        tag = self._path[-1]
        with self._marked(f"/{tag.role} <</MCID {self._marks}>> BDC"):
            tag.kids.append((self._sheet, self._marks))
            self._marks += 1
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Draw something that is only there for the eye, or that was read before: Layout, Pagination."""
        if self._inside:
            yield
            return
        with self._marked(f"/Artifact <</Type /{kind}>> BDC"):
            yield

    @contextmanager
    def _marked(self, operator: str) -> Iterator[None]:
        self._inside = True
        self._code.append(operator)
        try:
            yield
        finally:
            self._code.append("EMC")
            self._inside = False

    def end_page(self) -> None:
        """Go on with the next page."""
        self.showPage()
        self._sheet, self._marks = self._sheet + 1, 0
