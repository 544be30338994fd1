"""From the markup's nodes to blocks: which element becomes what on a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from intake_app.export.pdf.answers import choices, scale
from intake_app.export.pdf.drawings import QR_SIDE, Disc
from intake_app.export.pdf.flow import Block, Box, Column, Columns, PageBreak, Rows
from intake_app.export.pdf.fonts import REGULAR, text_width
from intake_app.export.pdf.markup import MarkupError, Node, runs
from intake_app.export.pdf.measures import HAIRLINE, INK, PETROL, SOFT, Measures
from intake_app.export.pdf.pictures import bars, code, ecogram, lines, wheel
from intake_app.export.pdf.scribe import Scribe
from intake_app.export.pdf.tagged import Tag
from intake_app.export.pdf.text import Look, plain

# Up to these heights (points) a block moves to the next page as a whole; a page has about 700.
_WHOLE_STEP = 360
_WHOLE_ROW = 160
_WHOLE_BOX = 560
_HUNDRED = 100
_CLOSE = frozenset({"p", "small", "quote"})


def blocks_of(paper: Node, measures: Measures, number: int = 1) -> list[Block]:
    """Return the blocks of a whole paper; `number` is its place in the file.

    Raises:
        MarkupError: A value in the markup is not what it should be.
    """
    scribe = Scribe(measures, number)
    return [block for node in paper.elements for block in _BLOCKS[node.name](scribe, node)]


def _inside(scribe: Scribe, nodes: Sequence[Node]) -> Iterator[Block]:
    """Compose what stands in a step or box, where texts are close together."""
    for node in nodes:
        yield from scribe.tight(node) if node.name in _CLOSE else _BLOCKS[node.name](scribe, node)


def _steps(scribe: Scribe, node: Node) -> Iterator[Block]:
    steps = [
        _step(scribe, step, before=0 if index else scribe.measures.after_h2) for index, step in enumerate(node.elements)
    ]
    if steps:
        yield Rows(rows=tuple(steps), before=steps[0].before, tag=Tag(role="L", numbered=True))


def _step(scribe: Scribe, step: Node, *, before: float) -> Block:
    sizes = scribe.measures
    disc = Disc(number=step.get("number"), diameter=sizes.disc, font=sizes.bold, tag=Tag(role="Lbl"))
    body = Tag(role="LBody")
    title = (scribe.step_title(step.get("title")),) if step.get("title") else ()
    texts = [inner for inner in step.elements if inner.name != "qr"]
    codes = [block for inner in step.elements if inner.name == "qr" for block in code(scribe, inner)]
    columns = [Column(blocks=(disc,), width=sizes.disc), Column(blocks=(*title, *_inside(scribe, texts)), tag=body)]
    if codes:
        # A body of its own: where a step goes on on the next page, its code is read after the words before it.
        own = Tag(role="LBody")
        columns.append(Column(blocks=tuple(codes), width=max(QR_SIDE, sizes.body.size * 6.4), tag=own))
    return Columns(
        columns=tuple(columns),
        gap=sizes.gutter,
        pad_top=sizes.row_pad,
        pad_bottom=sizes.row_pad,
        rule_above=HAIRLINE,
        whole=_WHOLE_STEP,
        before=before,
        tag=Tag(role="LI"),
    )


def _box(scribe: Scribe, node: Node) -> Iterator[Block]:
    title = (scribe.box_title(node.get("title")),) if node.get("title") else ()
    inside = (*title, *_inside(scribe, node.elements))
    if inside:
        space = scribe.measures.before_h2 * 0.8
        pad = scribe.measures.box_pad
        yield Box(
            blocks=inside,
            pad=pad,
            colour=INK,
            whole=_WHOLE_BOX,
            before=space,
            after=space,
            tag=Tag(role="Sect"),
        )


def _list(scribe: Scribe, node: Node) -> Iterator[Block]:
    space = scribe.measures.between / 3
    items = tuple(_item(scribe, content) for each in node.elements if (content := tuple(scribe.tight(each))))
    if items:
        yield Rows(rows=items, before=space, after=space, tag=Tag(role="L"))


def _item(scribe: Scribe, content: tuple[Block, ...]) -> Block:
    sizes = scribe.measures
    bullet = plain("•", Look(type=sizes.body, colour=PETROL), "Lbl")
    columns = (Column(blocks=(bullet,), width=sizes.body.size), Column(blocks=content, tag=Tag(role="LBody")))
    return Columns(columns=columns, before=sizes.between / 3, after=sizes.between / 3, tag=Tag(role="LI"))


def _table(scribe: Scribe, node: Node) -> Iterator[Block]:
    has_rules = node.flag("rules", default=True)
    has_head = bool(node.elements) and node.elements[0].flag("head", default=False)
    first = _FIRST_CELLS if has_head else _NAMING_CELLS
    head: list[Block] = []
    rows: list[Block] = []
    shares: list[float | None] = []
    for row in node.elements:
        own = _shares(row)
        shares = own if any(own) or len(own) != len(shares) else shares
        is_head = row.flag("head", default=False) and not rows
        roles = None if not has_rules else _HEAD_CELLS if is_head else first
        (head if is_head else rows).append(_row(scribe, row, shares, roles))
    if head or rows:
        space = scribe.measures.between
        tag = Tag(role="Table") if has_rules else None
        yield Rows(head=tuple(head) if rows else (), rows=tuple(rows or head), before=space, after=space, tag=tag)


def _shares(row: Node) -> list[float | None]:
    shares = [cell.number("width") for cell in row.elements]
    given = [share for share in shares if share is not None]
    open_ones = len(shares) - len(given)
    if any(share <= 0 for share in given) or sum(given) > (_HUNDRED - 1 if open_ones else _HUNDRED):
        raise MarkupError("the widths of a row leave no room", "width", row.line)
    return shares


_HEAD_CELLS = (("TH", "Column"), ("TH", "Column"))
_FIRST_CELLS = (("TD", ""), ("TD", ""))
_NAMING_CELLS = (("TH", "Row"), ("TD", ""))
"""What the first cell of a row is to a reader, and what the others are; a table without a head is named by its rows."""


def _cell_tag(roles: Sequence[tuple[str, str]] | None, at: int) -> Tag | None:
    if roles is None:
        return None
    role, scope = roles[min(at, 1)]
    return Tag(role=role, scope=scope)


def _row(scribe: Scribe, row: Node, shares: Sequence[float | None], roles: Sequence[tuple[str, str]] | None) -> Block:
    sizes = scribe.measures
    gap = sizes.row_pad * 1.6
    room = sizes.width - gap * max(len(shares) - 1, 0)
    look = Look(type=sizes.table)
    if row.flag("head", default=False):
        look = Look(type=sizes.table, font=sizes.bold, colour=SOFT)
    columns = tuple(
        Column(
            blocks=tuple(_cell(scribe, cell, look)),
            width=None if share is None else room * share / _HUNDRED,
            tag=_cell_tag(roles, at),
        )
        for at, (cell, share) in enumerate(zip(row.elements, shares, strict=True))
    )
    pad = sizes.row_pad * (0.3 if roles is None else 0.9)
    return Columns(
        columns=columns,
        gap=gap,
        pad_top=pad,
        pad_bottom=pad,
        rule_below="" if roles is None else HAIRLINE,
        whole=_WHOLE_ROW,
        tag=None if roles is None else Tag(role="TR"),
    )


def _cell(scribe: Scribe, cell: Node, look: Look) -> Iterator[Block]:
    for part in runs(cell):
        if isinstance(part, tuple):
            yield from scribe.written(part, look, 0)
        elif part.name == "p":
            yield from scribe.written(part.children, look, scribe.measures.between / 3)
        else:
            yield from _BLOCKS[part.name](scribe, part)


def _p(scribe: Scribe, node: Node) -> Iterator[Block]:
    return _led(scribe.p(node), node)


def _small(scribe: Scribe, node: Node) -> Iterator[Block]:
    return _led(scribe.small(node), node)


def _led(blocks: Iterator[Block], node: Node) -> Iterator[Block]:
    """Yield the blocks of a text; one that introduces what follows stays with it."""
    leads = node.flag("leads", default=False)
    return (replace(block, leads=leads) for block in blocks)


def _pagebreak(_scribe: Scribe, node: Node) -> Iterator[Block]:
    yield PageBreak(to_front=node.flag("front", default=False))


_BLOCKS: Mapping[str, Callable[[Scribe, Node], Iterator[Block]]] = MappingProxyType(
    {
        "h1": Scribe.h1,
        "h2": Scribe.h2,
        "h3": Scribe.h3,
        "sub": Scribe.sub,
        "big": Scribe.big,
        "p": _p,
        "quote": Scribe.quote,
        "small": _small,
        "steps": _steps,
        "box": _box,
        "table": _table,
        "bars": bars,
        "wheel": wheel,
        "ecogram": ecogram,
        "list": _list,
        "lines": lines,
        "choices": choices,
        "scale": scale,
        "pagebreak": _pagebreak,
    }
)


def mark_width(mark: Sequence[str], measures: Measures) -> float:
    """Return how wide the mark is; a long one wraps at two fifths of the page."""
    widest = max((text_width(line, REGULAR, measures.small.size) for line in mark), default=0)
    return min(widest + 1, measures.width * 0.4) if widest else 0


def beside_mark(paper: Node, mark: Sequence[str], measures: Measures, number: int = 1) -> list[Block]:
    """Return the blocks of a paper, its title and the line under it kept clear of the mark top right."""
    blocks = blocks_of(paper, measures, number)
    room = mark_width(mark, measures)
    if not room or not blocks:
        return blocks
    under = len(blocks) > 1 and [node.name for node in paper.elements[:2]] == ["h1", "sub"]
    head, rest = (blocks[:2], blocks[2:]) if under else (blocks[:1], blocks[1:])
    columns = (Column(blocks=tuple(head)), Column(width=room))
    beside = Columns(columns=columns, gap=measures.gutter, after=head[-1].after, leads=head[0].leads)
    return [beside, *rest]
