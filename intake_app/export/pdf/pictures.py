"""The elements that draw: need bars, wheel, QR code, lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from intake_app.export.pdf.drawings import Track, Wheel, WritingLine, qr_code
from intake_app.export.pdf.flow import Block, Column, Columns, Space
from intake_app.export.pdf.markup import MarkupError, Node
from intake_app.export.pdf.measures import Type
from intake_app.export.pdf.scribe import Scribe
from intake_app.export.pdf.text import Look, plain

_AXES = 4
_MOST_LINES = 40


def bars(scribe: Scribe, node: Node) -> Iterator[Block]:
    """Yield the bars, two side by side."""
    for index in range(0, len(node.elements), 2):
        yield from _pair(scribe, node.elements[index : index + 2])


def _pair(scribe: Scribe, pair: Sequence[Node]) -> Iterator[Block]:
    """Yield names, tracks and notes of two bars, each on one height, and all of it on one page."""
    space = scribe.measures.between
    notes = [bar.get("note") for bar in pair]
    names = [tuple(_name(scribe, bar)) for bar in pair]
    tracks = [(_track(scribe, bar),) for bar in pair]
    yield _halves(scribe, names, Space(points=0, before=space, leads=True))
    if any(notes):
        yield _halves(scribe, tracks, Space(points=0, after=space / 3, leads=True))
        texts = [(plain(note, scribe.soft),) if note else () for note in notes]
        yield _halves(scribe, texts, Space(points=0, after=space))
    else:
        yield _halves(scribe, tracks, Space(points=0, after=space))


def _halves(scribe: Scribe, contents: Sequence[tuple[Block, ...]], like: Space) -> Columns:
    """Return contents side by side, each on half the width, with the spaces of `like` around them."""
    columns = [Column(blocks=blocks) for blocks in contents]
    return Columns(
        columns=(*columns, *(Column(),) * (2 - len(columns))),
        gap=scribe.measures.gutter * 2,
        before=like.before,
        after=like.after,
        leads=like.leads,
    )


def _name(scribe: Scribe, bar: Node) -> Iterator[Block]:
    name = Node(name="b", attributes={}, children=(bar.get("name"),), line=bar.line)
    return scribe.written((name, f" {bar.get('word')}"), scribe.body, 0)


def _track(scribe: Scribe, bar: Node) -> Track:
    return Track(
        low=bar.number("low"),
        high=bar.number("high"),
        point=bar.number("point"),
        known=bar.flag("known", default=True),
        thickness=scribe.measures.bar,
    )


def wheel(scribe: Scribe, node: Node) -> Iterator[Block]:
    """Yield the wheel of four areas."""
    axes = tuple((axis.get("name"), axis.number("value")) for axis in node.elements)
    if len(axes) != _AXES:
        raise MarkupError("four axes are needed", "wheel", node.line)
    sizes = scribe.measures
    yield Wheel(axes=axes, radius=sizes.wheel, letters=sizes.small.size, before=sizes.between, after=sizes.between)


def code(scribe: Scribe, node: Node) -> Iterator[Block]:
    """Yield a QR code with its caption; nothing when there is nothing to scan."""
    drawn = qr_code(node.get("data"))
    if drawn:
        yield drawn
        size = scribe.measures.small.size
        if node.get("caption"):
            yield plain(node.get("caption"), Look(type=Type(size=size, leading=size * 1.25), align="centre"))


def lines(scribe: Scribe, node: Node) -> Iterator[Block]:
    """Yield lines to write on, two unless told."""
    count = node.number("count")
    for _ in range(int(min(max(2 if count is None else count, 0), _MOST_LINES))):
        yield WritingLine(room=scribe.measures.writing_line)
