"""What several widgets draw: frames, key caps, numbered boxes, text in one line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.theme import Theme

RADIUS, CARD_RADIUS = 8.0, 12.0
_ARROWS = {"←": "back", "→": "next", "↑": "up", "↓": "down"}
_KEY_HEIGHT, _KEY_PADDING = 20, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a rounded surface looks."""

    fill: QColor | None = None
    line: QColor | None = None
    width: float = 1.0
    radius: float = RADIUS
    is_dashed: bool = False


def paint_frame(painter: QPainter, place: QRectF, frame: Frame) -> None:
    """Draw a rounded surface with its line inside the place."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(frame.fill or Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen)
    half = 0.0
    if frame.line:
        style = Qt.PenStyle.DashLine if frame.is_dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(frame.line, frame.width, style))
        half = frame.width / 2
    painter.drawRoundedRect(place.adjusted(half, half, -half, -half), frame.radius, frame.radius)
    painter.restore()


def text_width(font: QFont, text: str) -> float:
    """Return the width of one line of text."""
    return QFontMetricsF(font).horizontalAdvance(text)


def wrapped_height(font: QFont, text: str, width: float) -> float:
    """Return the height of text that is broken to a width."""
    flags = int(Qt.TextFlag.TextWordWrap)
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, max(width, 1), 100_000), flags, text).height()


def paint_line(painter: QPainter, place: QRectF, text: str, font: QFont, colour: QColor) -> None:
    """Draw one line of text, in the middle of the height; what does not fit ends in an ellipsis."""
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, flags, shown)


def paint_centred(painter: QPainter, place: QRectF, text: str, font: QFont, colour: QColor) -> None:
    """Draw text in the middle of a place."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _pieces(key: str) -> list[str]:
    """Split a key into runs of text and single arrows, which are drawn as icons."""
    pieces: list[str] = []
    for sign in key:
        if sign in _ARROWS or not pieces or pieces[-1] in _ARROWS:
            pieces.append(sign)
        else:
            pieces[-1] += sign
    return pieces


def key_size(theme: Theme, key: str) -> QSizeF:
    """Return the size of a key cap; empty without a key."""
    if not key:
        return QSizeF(0, 0)
    font, arrow = theme.font(Type.KEY), theme.px(14)
    inside = sum(arrow if piece in _ARROWS else text_width(font, piece) for piece in _pieces(key))
    return QSizeF(max(inside + 2 * theme.px(_KEY_PADDING), theme.px(_KEY_HEIGHT)), theme.px(_KEY_HEIGHT))


def paint_key(painter: QPainter, theme: Theme, place: QRectF, key: str, on: Role | None = None) -> None:
    """Draw a key cap. `on`: the ink to use on a filled ground; without it the quiet cap is drawn."""
    ink = on or Role.TEXT_SOFT
    line = theme.colour(on or Role.HAIRLINE)
    paint_frame(painter, place, Frame(fill=None if on else theme.colour(Role.GROUND), line=line, radius=4))
    font, arrow = theme.font(Type.KEY), theme.px(14)
    widths = [arrow if piece in _ARROWS else text_width(font, piece) for piece in _pieces(key)]
    left = place.left() + (place.width() - sum(widths)) / 2
    for piece, width in zip(_pieces(key), widths, strict=True):
        if piece in _ARROWS:
            top = place.center().y() - arrow / 2
            paint_icon(painter, theme, _ARROWS[piece], ink, QRectF(left, top, arrow, arrow))
        else:
            box = QRectF(left, place.top(), width + 1, place.height())
            paint_centred(painter, box, piece, font, theme.colour(ink))
        left += width


def paint_digit(painter: QPainter, theme: Theme, place: QRectF, digit: str, *, is_on: bool) -> None:
    """Draw the box with an option's digit: bordered, or filled when chosen."""
    fill = theme.colour(Role.ACCENT) if is_on else None
    line = theme.colour(Role.ACCENT if is_on else Role.CONTROL_BORDER)
    paint_frame(painter, place, Frame(fill=fill, line=line, radius=6))
    ink = theme.colour(Role.ON_ACCENT if is_on else Role.TEXT)
    paint_centred(painter, place, digit, theme.font(Type.STRONG), ink)


def middle_left(place: QRectF, left: float, size: QSizeF) -> QRectF:
    """Return a box of a size at a left edge, in the middle of a place's height."""
    return QRectF(QPointF(left, place.center().y() - size.height() / 2), size)
