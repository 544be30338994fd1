"""The people around the person as a list, and what the signs of the drawing mean."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from intake_app.ui.fields.ecogram_ink import paint_line, paint_sign, paint_tick
from intake_app.ui.fields.painting import Frame, paint_frame, text_width, wrapped_height
from intake_app.ui.presenters.ecogram import PersonRow
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.flow import Flow

ROW_ROLE = Qt.ItemDataRole.UserRole
LEAST_ROWS = 3
_PADDING, _SAMPLE = 12, 34
_WRAP = int(Qt.TextFlag.TextWordWrap)
_Index = QModelIndex | QPersistentModelIndex


class _RowDelegate(QStyledItemDelegate):
    """Draws a name and, under it, what is known; both go on below where the text is large."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row, theme = index.data(ROW_ROLE), current_theme()
        room = option.rect.width() - 2 * theme.gap(_PADDING)
        name, facts = _heights(row, room)
        return QSize(0, max(round(name + facts) + theme.gap(_PADDING), theme.height(44)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, theme, place = index.data(ROW_ROLE), current_theme(), QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            frame = Frame(fill=theme.colour(Role.SELECTED), line=theme.colour(Role.ACCENT), width=2)
            paint_frame(painter, place.adjusted(1, 1, -1, -1), frame)
        pad = theme.gap(_PADDING)
        inside = place.adjusted(pad, pad / 2, -pad, 0)
        name, facts = _heights(row, inside.width())
        painter.setFont(theme.font(Type.STRONG))
        painter.setPen(theme.colour(Role.TEXT))
        painter.drawText(QRectF(inside.left(), inside.top(), inside.width(), name + 1), _WRAP, row.name)
        painter.setFont(theme.font(Type.SMALL))
        painter.setPen(theme.colour(Role.TEXT_SOFT))
        painter.drawText(QRectF(inside.left(), inside.top() + name, inside.width(), facts + 1), _WRAP, row.facts)


def _heights(row: PersonRow, room: float) -> tuple[float, float]:
    theme = current_theme()
    name = wrapped_height(theme.font(Type.STRONG), row.name, room)
    return name, wrapped_height(theme.font(Type.SMALL), row.facts, room)


class PeopleList(QListWidget):
    """Up and Down go through the people; every other key is the screen's. `looked_at` carries an id."""

    looked_at = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Mensen om u heen"))
        self.setItemDelegate(_RowDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._on_current)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_rows(self, rows: tuple[PersonRow, ...], chosen: str) -> None:
        """Show these people without telling anybody; where only words changed nothing moves."""
        self.blockSignals(True)
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            QListWidgetItem(self)
        for at, row in enumerate(rows):
            item = self.item(at)
            if item.data(ROW_ROLE) != row:
                item.setData(ROW_ROLE, row)
                item.setText(f"{row.name}: {row.facts}")
                item.setToolTip(row.name)
        at = next((at for at, row in enumerate(rows) if row.id == chosen), -1)
        if at != self.currentRow():
            self.setCurrentRow(at)
            self.scrollToItem(self.currentItem())
        self.blockSignals(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if rows else Qt.FocusPolicy.NoFocus)

    @Slot(QListWidgetItem)
    def _on_current(self, item: QListWidgetItem | None) -> None:
        row = item.data(ROW_ROLE) if item is not None else None
        if isinstance(row, PersonRow):
            self.looked_at.emit(row.id)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(LEAST_ROWS * (current_theme().px(40) + current_theme().gap(_PADDING)))
        self.scheduleDelayedItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}:
            super().keyPressEvent(event)
        else:
            event.ignore()


class _Sample(QLabel):
    """A stroke of the drawing with its word: a line by strength, weights by strain, or the tick."""

    def __init__(self, words: str, *, strength: int | None = None, strain: int = 0) -> None:
        super().__init__()
        self._words, self._strength, self._strain = words, strength, strain
        self.setAccessibleName(words)
        theme_source().changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _taken(self) -> int:
        theme = current_theme()
        if self._strength is not None:
            return theme.px(_SAMPLE)
        return theme.px(18) * max(self._strain, 1) + theme.gap(8)

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = self._taken() + theme.gap(6) + text_width(theme.font(Type.SMALL), self._words)
        return QSize(round(width) + 2, theme.height(28))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, place = current_theme(), QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        taken, middle = self._taken(), place.center().y()
        if self._strength is not None:
            paint_line(painter, theme, (QPointF(0, middle), QPointF(taken, middle)), self._strength)
        elif self._strain:
            paint_sign(painter, theme, QPointF(taken / 2, middle), self._strain)
        else:
            side = theme.px(16)
            paint_tick(painter, theme, QRectF((taken - side) / 2, middle - side / 2, side, side))
        painter.setFont(theme.font(Type.SMALL))
        painter.setPen(theme.colour(Role.TEXT_SOFT))
        words = QRectF(taken + theme.gap(6), 0, place.width(), place.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._words)


class Legend(Flow):
    """What the strokes of the drawing mean."""

    def __init__(self, strengths: tuple[str, ...], strains: tuple[str, ...], tick: str) -> None:
        super().__init__(12)
        for strength in reversed(range(len(strengths))):
            self.add(_Sample(strengths[strength], strength=strength))
        self.weights = [_Sample(words, strain=strain) for strain, words in enumerate(strains, start=1)]
        for each in (*self.weights, _Sample(tick)):
            self.add(each)

    def show_weights(self, *, are_shown: bool) -> None:
        """Show what the weights mean, or leave them out while none may be seen."""
        for each in self.weights:
            each.setVisible(are_shown)
        self.updateGeometry()
