"""Texts and headings as blocks, in the looks of one paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from intake_app.export.pdf.flow import Block
from intake_app.export.pdf.markup import Node
from intake_app.export.pdf.measures import INK, PETROL, SOFT, Measures, Type
from intake_app.export.pdf.tagged import Tag
from intake_app.export.pdf.text import Heading, Look, Text, inline, paragraph, plain, quoted

_LONGEST_BOOKMARK = 120


class Scribe:
    """Writes the texts of one paper; it counts the headings, so take a new one for every paper."""

    def __init__(self, measures: Measures, paper: int = 1) -> None:
        """Write the paper with this number in its file, with these measures."""
        self.measures = measures
        self._paper = paper
        self.body = Look(type=measures.body)
        self.soft = Look(type=measures.small, colour=SOFT)
        self._headings = 0
        self._level = -1

    def written(self, content: Iterable[Node | str], look: Look, between: float) -> Iterator[Block]:
        """Yield a text with inline elements, unless it is empty."""
        markup = inline(content, self.measures)
        if markup:
            yield Text(paragraph=paragraph(markup, look), before=between, after=between, tag=Tag(role="P"))

    def p(self, node: Node) -> Iterator[Block]:
        """Yield a paragraph."""
        return self.written(node.children, self.body, self.measures.between)

    def big(self, node: Node) -> Iterator[Block]:
        """Yield large letters that are no heading."""
        look = Look(type=self.measures.h1, font=self.measures.bold)
        return self.written(node.children, look, self.measures.between)

    def small(self, node: Node) -> Iterator[Block]:
        """Yield a quieter paragraph."""
        return self.written(node.children, self.soft, self.measures.between)

    def sub(self, node: Node) -> Iterator[Block]:
        """Yield the line under the title."""
        return self.written(node.children, self.soft, 0)

    def quote(self, node: Node) -> Iterator[Block]:
        """Yield someone's own words as a paragraph."""
        return self._quote(node, self.measures.between)

    def _quote(self, node: Node, between: float) -> Iterator[Block]:
        markup = quoted(node, self.measures)
        if markup:
            yield Text(paragraph=paragraph(markup, self.body), before=between, after=between, tag=Tag(role="P"))

    def tight(self, node: Node) -> Iterator[Block]:
        """Yield p, small or quote as they stand in a step or box: close together."""
        if node.name == "quote":
            return self._quote(node, 0)
        return self.written(node.children, self.soft if node.name == "small" else self.body, 0)

    def h1(self, node: Node) -> Iterator[Block]:
        """Yield the title of the paper."""
        return self._heading(node, self.measures.h1, INK, 0)

    def h2(self, node: Node) -> Iterator[Block]:
        """Yield the heading of a part."""
        return self._heading(node, self.measures.h2, PETROL, 1)

    def h3(self, node: Node) -> Iterator[Block]:
        """Yield a heading within a part."""
        return self._heading(node, self.measures.h3, INK, 2)

    def box_title(self, title: str) -> Heading:
        """Return the heading of a box."""
        look = Look(type=self.measures.h2, font=self.measures.bold)
        return self._bookmarked(plain(title, look), title, 1, before=0)

    def step_title(self, title: str) -> Text:
        """Return the heading of a step, which is no bookmark."""
        text = plain(title, Look(type=self.measures.h3, font=self.measures.bold), f"H{self._level + 2}")
        return replace(text, leads=True)

    def _heading(self, node: Node, letters: Type, colour: str, level: int) -> Iterator[Block]:
        look = Look(type=letters, font=self.measures.bold, colour=colour)
        markup = inline(node.children, self.measures)
        if markup:
            text = Text(paragraph=paragraph(markup, look))
            before = self.measures.before_h2 if level else 0
            yield self._bookmarked(text, node.words(), level, before=before)

    def _bookmarked(self, text: Text, title: str, level: int, *, before: float) -> Heading:
        self._headings += 1
        # A reader's outline may not skip a level.
        self._level = min(level, self._level + 1)
        return Heading(
            paragraph=text.paragraph,
            title=title[:_LONGEST_BOOKMARK],
            key=f"heading-{self._paper}-{self._headings}",
            level=self._level,
            before=before,
            after=self.measures.after_h2 if level else 0,
            tag=Tag(role=f"H{self._level + 1}"),
        )
