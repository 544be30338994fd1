"""Draws one line of what was found: what it is, whom to call, the facts that decide, and how sure we are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from intake_app.ui.fields.painting import Frame, paint_frame, paint_line, text_width
from intake_app.ui.presenters.directory_rows import RowView
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.theme.style import BOX, paint_box

ROW_ROLE = Qt.ItemDataRole.UserRole
PICKED_ROLE = Qt.ItemDataRole.CheckStateRole
_Index = QModelIndex | QPersistentModelIndex
_LINES = (Type.HEADING, Type.TEXT, Type.STRONG, Type.SMALL)
_PADDING, _BETWEEN, _ICON = 12, 3, 16
ONE_LINE_EM = 44
"""At this width the facts of most services fit on one line (measured over Waterrijk); more ends in an ellipsis."""


def line_height(use: Type) -> float:
    """Return the height of one line of text, in pixels."""
    return QFontMetricsF(current_theme().font(use)).height()


def fact_lines(width: int) -> int:
    """Return over how many lines the facts go at a width in pixels."""
    return 1 if current_theme().em(width) >= ONE_LINE_EM else 2


def row_height(width: int) -> int:
    """Return the height in pixels of every entry of a list that is so wide."""
    theme, more = current_theme(), (fact_lines(width) - 1) * line_height(_LINES[-1])
    return round(sum(map(line_height, _LINES)) + more + 3 * theme.gap(_BETWEEN) + 2 * theme.gap(_PADDING))


def box_place(row: QRectF) -> QRectF:
    """Return where the tick box of a line stands."""
    theme = current_theme()
    side = theme.px(BOX)
    return QRectF(row.left() + theme.gap(_PADDING), row.top() + theme.gap(_PADDING), side, side)


class RowDelegate(QStyledItemDelegate):
    """Every line is equally high, so that a list of thousands is placed at once."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, row_height(option.rect.width()))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, RowView):
            return
        theme, place = current_theme(), QRectF(option.rect)
        painter.save()
        self._paint_ground(painter, place, is_chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        box = box_place(place)
        paint_box(painter, box, is_on=index.data(PICKED_ROLE) == Qt.CheckState.Checked)
        left = box.right() + theme.gap(_PADDING)
        padding = theme.gap(_PADDING)
        inside = QRectF(left, box.top(), place.right() - padding - left, place.height() - padding)
        self._paint_words(painter, inside, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRectF, *, is_chosen: bool) -> None:
        theme = current_theme()
        if is_chosen:
            frame = Frame(fill=theme.colour(Role.SELECTED), line=theme.colour(Role.ACCENT), width=2)
            paint_frame(painter, place.adjusted(1, 1, -1, -1), frame)
        else:
            painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), theme.colour(Role.HAIRLINE))

    def _paint_words(self, painter: QPainter, inside: QRectF, row: RowView) -> None:
        top, between = inside.top(), current_theme().gap(_BETWEEN)
        told = (
            (row.name, Role.TEXT, (row.mark.icon, row.mark.role, row.mark.words)),
            (row.about, Role.TEXT_SOFT, ("mark", Role.WEIGHS, row.hindrance)),
            (row.speaks, Role.TEXT, ("", Role.TEXT, "")),
        )
        for use, (words, role, (icon, tone, aside)) in zip(_LINES, told, strict=False):
            height = line_height(use)
            line = QRectF(inside.left(), top, inside.width(), height)
            taken = self._paint_aside(painter, line, icon, tone, aside) if aside else 0.0
            font = current_theme().font(use)
            paint_line(painter, line.adjusted(0, 0, -taken, 0), words, font, current_theme().colour(role))
            top += height + between
        self._paint_facts(painter, QRectF(inside.left(), top, inside.width(), inside.bottom() - top), row.facts)

    def _paint_facts(self, painter: QPainter, place: QRectF, facts: str) -> None:
        font, colour = current_theme().font(_LINES[-1]), current_theme().colour(Role.TEXT)
        height = line_height(_LINES[-1])
        if place.height() < 2 * height:
            paint_line(painter, QRectF(place.left(), place.top(), place.width(), height), facts, font, colour)
            return
        painter.setFont(font)
        painter.setPen(colour)
        painter.setClipRect(place)
        painter.drawText(place, int(Qt.TextFlag.TextWordWrap), facts)

    def _paint_aside(self, painter: QPainter, line: QRectF, icon: str, tone: Role, words: str) -> float:
        """Draw an icon and words at the right end of a line; returns how much room they took."""
        theme = current_theme()
        font, side, gap = theme.font(Type.SMALL), theme.px(_ICON), theme.gap(6)
        width = min(text_width(font, words) + 2, line.width() / 2)
        place = QRectF(line.right() - width, line.top(), width, line.height())
        paint_line(painter, place, words, font, theme.colour(tone))
        left = place.left() - gap - side
        paint_icon(painter, theme, icon, tone, QRectF(left, line.center().y() - side / 2, side, side))
        return line.right() - left + 2 * gap
