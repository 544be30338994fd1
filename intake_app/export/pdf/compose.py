"""From the markup's nodes to blocks: which element becomes what on a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from intake_app.export.pdf.drawings import QR_SIDE, Disc
from intake_app.export.pdf.flow import Block, Box, Column, Columns, PageBreak, Table
from intake_app.export.pdf.fonts import REGULAR, text_width
from intake_app.export.pdf.markup import MarkupError, Node, runs
from intake_app.export.pdf.measures import HAIRLINE, INK, PETROL, SOFT, Measures
from intake_app.export.pdf.pictures import bars, code, lines, wheel
from intake_app.export.pdf.scribe import Scribe
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
    for index, step in enumerate(node.elements):
        yield _step(scribe, step, before=0 if index else scribe.measures.after_h2)


def _step(scribe: Scribe, step: Node, *, before: float) -> Block:
    sizes = scribe.measures
    disc = Disc(number=step.get("number"), diameter=sizes.disc, font=sizes.bold)
    title = (scribe.step_title(step.get("title")),) if step.get("title") else ()
    texts = [inner for inner in step.elements if inner.name != "qr"]
    codes = [block for inner in step.elements if inner.name == "qr" for block in code(scribe, inner)]
    columns = [Column(blocks=(disc,), width=sizes.disc), Column(blocks=(*title, *_inside(scribe, texts)))]
    if codes:
        columns.append(Column(blocks=tuple(codes), width=max(QR_SIDE, sizes.body.size * 6.4)))
    return Columns(
        columns=tuple(columns),
        gap=sizes.gutter,
        pad_top=sizes.row_pad,
        pad_bottom=sizes.row_pad,
        rule_above=HAIRLINE,
        whole=_WHOLE_STEP,
        before=before,
    )


def _box(scribe: Scribe, node: Node) -> Iterator[Block]:
    title = (scribe.box_title(node.get("title")),) if node.get("title") else ()
    inside = (*title, *_inside(scribe, node.elements))
    if inside:
        space = scribe.measures.before_h2 * 0.8
        pad = scribe.measures.box_pad
        yield Box(blocks=inside, pad=pad, colour=INK, whole=_WHOLE_BOX, before=space, after=space)


def _list(scribe: Scribe, node: Node) -> Iterator[Block]:
    sizes = scribe.measures
    for item in node.elements:
        content = tuple(scribe.tight(item))
        bullet = plain("•", Look(type=sizes.body, colour=PETROL))
        if content:
            columns = (Column(blocks=(bullet,), width=sizes.body.size), Column(blocks=content))
            yield Columns(columns=columns, before=sizes.between / 3, after=sizes.between / 3)


def _table(scribe: Scribe, node: Node) -> Iterator[Block]:
    rule = HAIRLINE if node.flag("rules", default=True) else ""
    head: list[Block] = []
    rows: list[Block] = []
    shares: list[float | None] = []
    for row in node.elements:
        own = _shares(row)
        shares = own if any(own) or len(own) != len(shares) else shares
        is_head = row.flag("head", default=False) and not rows
        (head if is_head else rows).append(_row(scribe, row, shares, rule))
    if head or rows:
        space = scribe.measures.between
        yield Table(head=tuple(head) if rows else (), rows=tuple(rows or head), before=space, after=space)


def _shares(row: Node) -> list[float | None]:
    shares = [cell.number("width") for cell in row.elements]
    given = [share for share in shares if share is not None]
    open_ones = len(shares) - len(given)
    if any(share <= 0 for share in given) or sum(given) > (_HUNDRED - 1 if open_ones else _HUNDRED):
        raise MarkupError("the widths of a row leave no room", "width", row.line)
    return shares


def _row(scribe: Scribe, row: Node, shares: Sequence[float | None], rule: str) -> Block:
    sizes = scribe.measures
    gap = sizes.row_pad * 1.6
    room = sizes.width - gap * max(len(shares) - 1, 0)
    look = Look(type=sizes.table)
    if row.flag("head", default=False):
        look = Look(type=sizes.table, font=sizes.bold, colour=SOFT)
    columns = tuple(
        Column(blocks=tuple(_cell(scribe, cell, look)), width=None if share is None else room * share / _HUNDRED)
        for cell, share in zip(row.elements, shares, strict=True)
    )
    pad = sizes.row_pad * (0.9 if rule else 0.3)
    return Columns(columns=columns, gap=gap, pad_top=pad, pad_bottom=pad, rule_below=rule, whole=_WHOLE_ROW)


def _cell(scribe: Scribe, cell: Node, look: Look) -> Iterator[Block]:
    for part in runs(cell):
        if isinstance(part, tuple):
            yield from scribe.written(part, look, 0)
        elif part.name == "p":
            yield from scribe.written(part.children, look, scribe.measures.between / 3)
        else:
            yield from _BLOCKS[part.name](scribe, part)


def _pagebreak(_scribe: Scribe, _node: Node) -> Iterator[Block]:
    yield PageBreak()


_BLOCKS: Mapping[str, Callable[[Scribe, Node], Iterator[Block]]] = MappingProxyType(
    {
        "h1": Scribe.h1,
        "h2": Scribe.h2,
        "h3": Scribe.h3,
        "sub": Scribe.sub,
        "big": Scribe.big,
        "p": Scribe.p,
        "quote": Scribe.quote,
        "small": Scribe.small,
        "steps": _steps,
        "box": _box,
        "table": _table,
        "bars": bars,
        "wheel": wheel,
        "list": _list,
        "lines": lines,
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
