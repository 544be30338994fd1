"""Draws one entry of the palette: its name and key, and quietly below it what it does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from intake_app.ui.fields.painting import Frame, key_size, middle_left, paint_frame, paint_key, paint_line
from intake_app.ui.presenters.palette import Entry
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme

ENTRY_ROLE = Qt.ItemDataRole.UserRole
_PADDING, _AROUND = 14, 6
_Index = QModelIndex | QPersistentModelIndex


def _line_height(use: Type) -> float:
    return QFontMetricsF(current_theme().font(use)).height()


def row_height() -> int:
    """Return the height in pixels of every entry."""
    return round(_line_height(Type.TEXT) + _line_height(Type.SMALL) + 2 * current_theme().gap(_AROUND))


class EntryDelegate(QStyledItemDelegate):
    """Every entry is equally high; what does not fit ends in an ellipsis and is read aloud whole."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        theme, place = current_theme(), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            frame = Frame(fill=theme.colour(Role.SELECTED), line=theme.colour(Role.ACCENT), width=2)
            paint_frame(painter, place.adjusted(1, 1, -1, -1), frame)
        sides, around = theme.gap(_PADDING), theme.gap(_AROUND)
        inside = place.adjusted(sides, around, -sides, -around)
        cap = key_size(theme, entry.key)
        if entry.key:
            paint_key(painter, theme, middle_left(inside, inside.right() - cap.width(), cap), entry.key)
            inside.setRight(inside.right() - cap.width() - sides)
        name = QRectF(inside.left(), inside.top(), inside.width(), _line_height(Type.TEXT))
        below = QRectF(name.left(), name.bottom(), name.width(), _line_height(Type.SMALL))
        paint_line(painter, name, entry.name, theme.font(Type.TEXT), theme.colour(Role.TEXT))
        paint_line(painter, below, entry.below, theme.font(Type.SMALL), theme.colour(Role.TEXT_SOFT))
        painter.restore()
