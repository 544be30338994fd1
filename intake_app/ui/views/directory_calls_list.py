"""Whom to ring this week, as a list: each with the number large and why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from intake_app.ui.fields.painting import Frame, paint_frame, paint_line, text_width
from intake_app.ui.presenters.directory_calls_words import CallRow
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.directory_row import line_height
from intake_app.ui.views.table_look import ENTER

ROW_ROLE = Qt.ItemDataRole.UserRole
LEAST_LINES = 2
_LINES = (Type.STRONG, Type.TITLE, Type.SMALL, Type.SMALL)
_PADDING, _BETWEEN, _ICON = 12, 2, 16
_Index = QModelIndex | QPersistentModelIndex


def row_height() -> int:
    """Return the height in pixels of every line of the list."""
    theme = current_theme()
    between = (len(_LINES) - 1) * theme.gap(_BETWEEN)
    return round(sum(map(line_height, _LINES)) + between + 2 * theme.gap(_PADDING))


class CallDelegate(QStyledItemDelegate):
    """Draws a call: who, the number large, how much and why; what is done is quieter."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, CallRow):
            return
        place, theme = QRectF(option.rect), current_theme()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            frame = Frame(fill=theme.colour(Role.SELECTED), line=theme.colour(Role.ACCENT), width=2)
            paint_frame(painter, place.adjusted(1, 1, -1, -1), frame)
        else:
            painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), theme.colour(Role.HAIRLINE))
        padding = theme.gap(_PADDING)
        self._paint_words(painter, place.adjusted(padding, padding, -padding, -padding), row)
        painter.restore()

    def _paint_words(self, painter: QPainter, inside: QRectF, row: CallRow) -> None:
        theme, top = current_theme(), inside.top()
        ink = Role.TEXT_SOFT if row.state else Role.TEXT
        taken = self._paint_state(painter, inside, row) if row.state else 0.0
        words = (row.organization, row.number, row.about, row.why)
        for use, said in zip(_LINES, words, strict=True):
            height = line_height(use)
            role = Role.TEXT_SOFT if use is Type.SMALL else ink
            line = QRectF(inside.left(), top, inside.width() - taken, height)
            paint_line(painter, line, said, theme.font(use), theme.colour(role))
            top, taken = top + height + theme.gap(_BETWEEN), 0.0

    def _paint_state(self, painter: QPainter, inside: QRectF, row: CallRow) -> float:
        """Draw at the right end of the first line what became of it; returns how much room that took."""
        theme = current_theme()
        font, side, gap = theme.font(Type.SMALL), theme.px(_ICON), theme.gap(6)
        width = min(text_width(font, row.state) + 2, inside.width() / 2)
        line = QRectF(inside.right() - width, inside.top(), width, line_height(Type.STRONG))
        paint_line(painter, line, row.state, font, theme.colour(Role.TEXT_SOFT))
        left = line.left() - gap - side
        place = QRectF(left, line.center().y() - side / 2, side, side)
        paint_icon(painter, theme, row.icon, Role.TEXT_SOFT, place)
        return inside.right() - left + gap


class CallsList(QListWidget):
    """Up and Down take another call in hand (`moved` carries which), Enter goes into it; letters are the screen's."""

    moved = Signal(int)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Wie u deze week belt"))
        self.setItemDelegate(CallDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.currentRowChanged.connect(self.moved)
        self.itemDoubleClicked.connect(self._on_double_clicked)
        theme_source().changed.connect(self._fit)
        self._fit()

    def show_rows(self, rows: tuple[CallRow, ...], at: int) -> None:
        """Show these calls, and stand on one of them; nobody is told."""
        self.blockSignals(True)
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            self.addItem(QListWidgetItem())
        for number, row in enumerate(rows):
            self.item(number).setData(ROW_ROLE, row)
            self.item(number).setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
        self.setCurrentRow(at)
        self.blockSignals(False)
        self.viewport().update()

    @Slot(QListWidgetItem)
    def _on_double_clicked(self, _item: QListWidgetItem) -> None:
        self.opened.emit()

    @Slot()
    def _fit(self) -> None:
        self.setMinimumHeight(LEAST_LINES * row_height() + current_theme().px(4))
        self.scheduleDelayedItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.opened.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
