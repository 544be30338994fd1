"""The strokes of the drawing of who is around: zones, lines by strength, signs, names. The legend uses them too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from intake_app.conversation.ecogram import Figure
from intake_app.ui.fields.painting import Frame, paint_centred, paint_frame, text_width
from intake_app.ui.fields.painting import paint_line as paint_words
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.theme import Theme

_WIDTHS = (1.5, 1.5, 3.5, 8.0)
"""How thick a line is by strength; the thickest is a double one."""
_SPLIT = 3.0
_SIGN, _TICK = 16, 16


def paint_zones(
    painter: QPainter, theme: Theme, middle: QPointF, reach: Sequence[QPointF], aim: int | None = None
) -> None:
    """Draw how far each strength reaches, from the rim inwards; the zone that one aims at is filled."""
    painter.save()
    for strength, corner in enumerate(reach):
        painter.setPen(QPen(theme.colour(Role.HAIRLINE), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if aim is not None:
            painter.setBrush(theme.colour(Role.SELECTED if strength == aim else Role.GROUND))
        painter.drawEllipse(middle, corner.x(), corner.y())
    painter.restore()


def paint_line(
    painter: QPainter, theme: Theme, ends: tuple[QPointF, QPointF], strength: int, *, is_chosen: bool = False
) -> None:
    """Draw a tie: dashed where it is broken off, thin, thick, or double where it is very close."""
    painter.save()
    ink = theme.colour(Role.ACCENT if is_chosen else Role.TEXT_SOFT)
    pen = QPen(ink, theme.gap(_WIDTHS[strength]), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if strength == 0:
        pen.setDashPattern([5.0, 5.0])
    painter.setPen(pen)
    painter.drawLine(*ends)
    if strength == len(_WIDTHS) - 1:
        split = QPen(theme.colour(Role.GROUND), theme.gap(_SPLIT), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.setPen(split)
        painter.drawLine(*ends)
    painter.restore()


def paint_sign(painter: QPainter, theme: Theme, at: QPointF, strain: int) -> None:
    """Draw what a tie costs: one weight for some, two for much."""
    side, pad = theme.px(_SIGN), theme.gap(4)
    place = QRectF(0, 0, side * strain + 2 * pad, side + 2 * pad)
    place.moveCenter(at)
    frame = Frame(fill=theme.colour(Role.WEIGHS_TINT), line=theme.colour(Role.WEIGHS), radius=place.height() / 2)
    paint_frame(painter, place, frame)
    for number in range(strain):
        box = QRectF(place.left() + pad + number * side, place.top() + pad, side, side)
        paint_icon(painter, theme, "weighs", Role.WEIGHS, box)


def paint_tick(painter: QPainter, theme: Theme, place: QRectF) -> None:
    """Draw that somebody may think along."""
    paint_icon(painter, theme, "check", Role.ACCENT, place)


def paint_middle(painter: QPainter, theme: Theme, place: QRectF, words: str) -> None:
    """Draw the person in the middle."""
    fill = theme.colour(Role.ACCENT)
    paint_frame(painter, place, Frame(fill=fill, radius=place.height() / 2))
    paint_centred(painter, place, words, theme.font(Type.STRONG), theme.colour(Role.ON_ACCENT))


def paint_box(painter: QPainter, theme: Theme, place: QRectF, figure: Figure, *, is_chosen: bool) -> None:
    """Draw a name in its box, with a tick where they may think along; a long name is smaller, then cut."""
    frame = Frame(
        fill=theme.colour(Role.SELECTED if is_chosen else Role.SURFACE),
        line=theme.colour(Role.ACCENT if is_chosen else Role.CONTROL_BORDER),
        width=2 if is_chosen else 1,
    )
    paint_frame(painter, place, frame)
    side, pad = theme.px(_TICK), theme.gap(8)
    taken = side + theme.gap(4) if figure.thinks_along else 0
    font = theme.font(Type.STRONG if is_chosen else Type.TEXT)
    room = place.width() - 2 * pad - taken
    if text_width(font, figure.name) > room:
        font = theme.font(Type.LABEL if is_chosen else Type.SMALL)
    width = min(text_width(font, figure.name) + 1, room)
    left = place.left() + (place.width() - width - taken) / 2
    if figure.thinks_along:
        paint_tick(painter, theme, QRectF(left, place.center().y() - side / 2, side, side))
    words = QRectF(left + taken, place.top(), width, place.height())
    paint_words(painter, words, figure.name, font, theme.colour(Role.TEXT))
