"""Where a paper of several parts must begin a page, so that no part stands on two pages if it fits on one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from intake_app.export.pdf.compose import blocks_of
from intake_app.export.pdf.flow import Block, stack_height
from intake_app.export.pdf.fonts import legible, register
from intake_app.export.pdf.markup import Node, parse
from intake_app.export.pdf.measures import measures

_FIRST_ROOM, _ROOM = 740, 704
"""Points on the first page and on others of the person's paper, with a footer of one line; measured: 746 and 710."""


def page_starts(markup: str, fonts_dir: Path, first: str) -> frozenset[int]:
    """Return which parts must begin a page, counted from 0; a part begins at every element named `first`.

    The paper is one for the person, in normal letters. What stands above the first part is kept with it.
    A part longer than a page begins one too, and is divided there.

    Raises:
        MarkupError: The markup is not well formed, or names something that does not exist.
        OSError: A font is missing.
    """
    paper = parse(legible(markup, register(fonts_dir)))
    sizes = measures("person", "normal")
    head, *parts = (blocks_of(replace(paper, children=nodes), sizes) for nodes in _parts(paper, first))
    starts: set[int] = set()
    page: Sequence[Block] = head
    for number, part in enumerate(parts):
        longer = [*page, *part]
        if number and stack_height(longer, sizes.width) > (_ROOM if starts else _FIRST_ROOM):
            starts.add(number)
            longer = part
        page = longer
    return frozenset(starts)


def _parts(paper: Node, first: str) -> Iterator[tuple[Node, ...]]:
    """Yield what stands above the first part, then each part."""
    found: list[Node] = []
    for node in paper.elements:
        if node.name == first:
            yield tuple(found)
            found = []
        found.append(node)
    yield tuple(found)
