"""The elements that draw: need bars, wheel, ecogram, QR code, lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake_app.conversation.ecogram import Figure, Place, Point, line_to
from intake_app.export.pdf.drawings import Track, Wheel, WritingLine, figure, qr_code
from intake_app.export.pdf.ecogram import Ecogram
from intake_app.export.pdf.flow import Block, Column, Columns
from intake_app.export.pdf.markup import MarkupError, Node
from intake_app.export.pdf.measures import Type
from intake_app.export.pdf.scribe import Scribe
from intake_app.export.pdf.tagged import Tag
from intake_app.export.pdf.text import Look, plain

_AXES = 4
_MOST_LINES = 40
_DRAWN_LETTERS = 12
"""Points; on large print the list below the drawing is large: in the drawing larger letters would cut the names."""


def bars(scribe: Scribe, node: Node) -> Iterator[Block]:
    """Yield the bars, two side by side."""
    for index in range(0, len(node.elements), 2):
        yield from _pair(scribe, node.elements[index : index + 2])


def _pair(scribe: Scribe, pair: Sequence[Node]) -> Iterator[Block]:
    """Yield names, tracks and notes of two bars, each on one height, and all of it on one page."""
    space = scribe.measures.between
    notes = [bar.get("note") for bar in pair]
    # A reader hears one bar after the other, although they are drawn side by side.
    tags = [Tag(role="Div") for _ in pair]
    names = _halves(scribe, [tuple(_name(scribe, bar)) for bar in pair], tags)
    tracks = _halves(scribe, [(_track(scribe, bar),) for bar in pair], tags)
    yield replace(names, before=space, leads=True)
    if any(notes):
        yield replace(tracks, after=space / 3, leads=True)
        texts = [(plain(note, scribe.soft),) if note else () for note in notes]
        yield replace(_halves(scribe, texts, tags), after=space)
    else:
        yield replace(tracks, after=space)


def _halves(scribe: Scribe, contents: Sequence[tuple[Block, ...]], tags: Sequence[Tag]) -> Columns:
    """Return contents side by side, each on half the width."""
    columns = [Column(blocks=blocks, tag=tag) for blocks, tag in zip(contents, tags, strict=True)]
    columns += [Column()] * (2 - len(columns))
    return Columns(columns=tuple(columns), gap=scribe.measures.gutter * 2)


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
        tag=figure(bar.get("alt") or f"{bar.get('name')}: {bar.get('word')}"),
    )


def wheel(scribe: Scribe, node: Node) -> Iterator[Block]:
    """Yield the wheel of four areas."""
    axes = tuple((axis.get("name"), axis.number("value")) for axis in node.elements)
    if len(axes) != _AXES:
        raise MarkupError("four axes are needed", "wheel", node.line)
    sizes = scribe.measures
    said = node.get("alt") or ", ".join(f"{name}: {'–' if value is None else f'{value:g}'}" for name, value in axes)
    yield Wheel(
        axes=axes,
        radius=sizes.wheel,
        letters=sizes.small.size,
        before=sizes.between,
        after=sizes.between,
        tag=figure(said),
    )


def ecogram(scribe: Scribe, node: Node) -> Iterator[Block]:
    """Yield the drawing of who is around."""
    figures = tuple(_figure(tie) for tie in node.elements)
    sizes = scribe.measures
    yield Ecogram(
        middle=node.get("middle"),
        figures=figures,
        letters=min(sizes.small.size, _DRAWN_LETTERS),
        before=sizes.between,
        after=sizes.between,
        tag=figure(node.get("alt") or ", ".join((node.get("middle"), *(each.name for each in figures)))),
    )


def _figure(node: Node) -> Figure:
    at, sign = (Point(x=node.number(x) or 0, y=node.number(y) or 0) for x, y in (("x", "y"), ("sign_x", "sign_y")))
    start, end = line_to(at)
    return Figure(
        place=Place(id="", at=at, start=start, end=end, sign=sign),
        name=node.get("name"),
        strength=int(node.number("strength") or 0),
        strain=int(node.number("strain") or 0),
        thinks_along=node.flag("along", default=False),
    )


def code(scribe: Scribe, node: Node) -> Iterator[Block]:
    """Yield a QR code with its caption; nothing when there is nothing to scan."""
    drawn = qr_code(node.get("data"), node.get("alt") or node.get("caption") or node.get("data"))
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
