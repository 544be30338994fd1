"""The table for many entries at work: cells typed, copied, pasted, filled down and undone by key."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from intake_app.ui.presenters.many import ManyTable
from intake_app.ui.presenters.many_cells import COLUMNS, Column
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views import parts
from intake_app.ui.views.directory_many_model import ManyModel
from intake_app.ui.views.table_look import ENTER, ROW, shape_table

_WIDTHS = {
    Column.NAME: 16,
    Column.ORGANIZATION: 12,
    Column.KINDS: 13,
    Column.PHONES: 9,
    Column.CONTACT: 8,
    Column.WAIT: 7,
    Column.WAIT_ON: 7,
    Column.PLACES: 5,
    Column.FEES: 10,
    Column.SELF_REFERRAL: 5,
    Column.AVAILABILITY: 7,
    Column.CHECKED: 8,
}
"""In text sizes."""
_Index = QModelIndex | QPersistentModelIndex
_LEAVES = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_ASKS = QEvent.Type.ShortcutOverride
RECT = "rect"
"""The place of a cell; Qt's stubs leave it out."""


class CellEditor(QStyledItemDelegate):
    """One line over the cell; where a cell is one of a list, what is typed is completed."""

    def __init__(self, table: ManyTable) -> None:
        super().__init__()
        self._table = table

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        line = QLineEdit(parent)
        line.setMaxLength(2_000)
        line.setStyleSheet("border-radius: 0; padding: 0 12px;")
        column = COLUMNS[index.column()]
        line.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        choices = list(self._table.cells.choices(column))
        if choices and column is not Column.KINDS:
            completer = QCompleter(QStringListModel(choices, line), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        return line

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the ground of a marked cell first: a style sheet leaves it out."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(ground, QColor):
            place: QRect = getattr(option, RECT)
            painter.fillRect(place.adjusted(0, 0, 0, -1), ground)
        super().paint(painter, option, index)

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        place: QRect = getattr(option, RECT)
        editor.setGeometry(place)


class ManyView(QTableView):
    """`changed`: cells are different; `stood`: one stands elsewhere; `spilled`: not all of a paste had room."""

    changed = Signal()
    stood = Signal()
    spilled = Signal()

    def __init__(self, model: ManyModel, name: str) -> None:
        super().__init__()
        self._model, self._table = model, model.table
        self._editor = CellEditor(model.table)
        self.setModel(model)
        self.setItemDelegate(self._editor)
        self.setWordWrap(False)
        head = shape_table(self, name)
        self.setAccessibleDescription(self.tr("Ctrl Tab gaat de tabel uit."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.AnyKeyPressed | trigger.DoubleClicked)
        self.setTabKeyNavigation(True)
        self.setStyleSheet("QAbstractScrollArea::corner { background: transparent; border: 0; }")
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._keys = {
            QKeySequence("Ctrl+C"): self.copy,
            QKeySequence("Ctrl+V"): self.paste,
            QKeySequence("Ctrl+D"): self.fill_down,
            QKeySequence("Ctrl+Z"): self.undo,
            QKeySequence("Ctrl+Y"): self.redo,
        }
        model.typed.connect(self.changed)
        theme_source().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        em = parts.em()
        theme = current_theme()
        self.verticalHeader().setDefaultSectionSize(theme.height(ROW))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(COLUMNS.index(column), round(width * em) + 28)

    def go_to(self, row: int, column: Column) -> None:
        """Stand at a cell."""
        self.setCurrentIndex(self._model.index(row, COLUMNS.index(column)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> tuple[list[int], list[Column]]:
        """Return the rows and columns that are selected; those of the cell one stands at where none are."""
        cells = self.selectedIndexes() or [self.currentIndex()]
        rows = sorted({cell.row() for cell in cells if cell.isValid()})
        columns = sorted({cell.column() for cell in cells if cell.isValid()})
        return rows, [COLUMNS[column] for column in columns]

    @Slot()
    def copy(self) -> None:
        """Put the selected block on the clipboard."""
        rows, columns = self._chosen()
        if rows:
            QGuiApplication.clipboard().setText(self._table.copy(rows, columns))

    @Slot()
    def paste(self) -> None:
        """Write the block of the clipboard over the cells from the corner on."""
        rows, columns = self._chosen()
        text = QGuiApplication.clipboard().text()
        if not rows or not text:
            return
        fits = self._table.paste((rows[0], columns[0]), (len(rows), len(columns)), text)
        self._show()
        if not fits:
            self.spilled.emit()

    @Slot()
    def fill_down(self) -> None:
        """Write the top cells of the selection into those below."""
        rows, columns = self._chosen()
        if rows:
            self._table.fill_down(rows, columns)
            self._show()

    @Slot()
    def undo(self) -> None:
        """Go one step back."""
        if self._table.undo():
            self._show()

    @Slot()
    def redo(self) -> None:
        """Do again what was undone."""
        if self._table.redo():
            self._show()

    def _clear(self) -> None:
        rows, columns = self._chosen()
        self._table.write({(row, column): "" for row in rows for column in columns})
        self._show()

    def _show(self) -> None:
        self._model.redraw()
        self.changed.emit()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the window from taking the keys of the table."""
        match event:
            case QKeyEvent() if QKeySequence(event.keyCombination()) in self._keys and event.type() == _ASKS:
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = QKeySequence(event.keyCombination())
        if typed in self._keys:
            self._keys[typed]()
        elif event.key() in ENTER and self.state() != QAbstractItemView.State.EditingState:
            self._step(1, 0)
        elif event.key() == Qt.Key.Key_Delete:
            self._clear()
        elif event.key() in _LEAVES and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._leave(forward=event.key() == Qt.Key.Key_Tab)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go down after Enter; Tab goes right by itself."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._step(1, 0)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes to the next cell, and out of the table after the last."""
        here = self.currentIndex()
        last = (self._model.rowCount() - 1, len(COLUMNS) - 1) if next else (0, 0)
        if not here.isValid() or (here.row(), here.column()) == last:
            return self._leave(forward=next)
        return super().focusNextPrevChild(next)

    def _leave(self, *, forward: bool) -> bool:
        """Go out of the table, from any cell."""
        self.setTabKeyNavigation(False)
        moved = super().focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)
        return moved

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.stood.emit()

    def _step(self, down: int, right: int) -> None:
        here = self.currentIndex()
        there = self._model.index(here.row() + down, here.column() + right)
        if there.isValid():
            self.setCurrentIndex(there)
