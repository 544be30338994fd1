"""A list of which only the lines that are seen are put into words: a file may hold a hundred thousand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QTableView,
    QTableWidget,
)
from typing_extensions import override

from intake_app.ui.presenters.directory_files_compare import Comparison
from intake_app.ui.presenters.directory_files_words import Row
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views import parts
from intake_app.ui.views.table_look import ENTER, ROW, WholeWords, cell, shape_table

SEEN_LINES, LEAST_LINES, ICON, LEAST_FACT_EM = 200, 4, 16, 8
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_Roles = Qt.ItemDataRole


class RowsModel(QAbstractTableModel):
    """Things of any kind, and what puts one of them into words."""

    def __init__(self, heads: Sequence[str], row_of: Callable[[object], Row]) -> None:
        super().__init__()
        self._heads, self._row_of = tuple(heads), lru_cache(SEEN_LINES)(row_of)
        self.things: Sequence[object] = ()

    def show_things(self, things: Sequence[object]) -> None:
        """Show other things."""
        self.beginResetModel()
        self._row_of.cache_clear()
        self.things = things
        self.endResetModel()

    def redraw(self) -> None:
        """Put the same things into words again."""
        self._row_of.cache_clear()
        if self.things:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.things) - 1, len(self._heads) - 1))

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.things)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Roles.DisplayRole) -> object:
        is_head = orientation == Qt.Orientation.Horizontal and role == _Roles.DisplayRole
        return self._heads[section] if is_head else None

    @override
    def data(self, index: _Index, role: int = _Roles.DisplayRole) -> object:
        row, column = self._row_of(self.things[index.row()]), index.column()
        if role in {_Roles.DisplayRole, _Roles.ToolTipRole}:
            return row.cells[column]
        if column == 0 and role == _Roles.DecorationRole and row.icon:
            return parts.icon(row.icon, row.role, ICON)
        if column == 0 and role == _Roles.AccessibleTextRole:
            return row.spoken
        return None


class RowsTable(QTableView):
    """`looked_at`: the line one stands on is another; `opened`: Enter on it, or a double click. Letters pass through.

    Columns share the room by their weights; `folds` names those that give way below a width in text sizes.
    """

    looked_at = Signal()
    opened = Signal()

    def __init__(self, name: str, model: RowsModel, weights: Sequence[int], folds: Mapping[int, int]) -> None:
        super().__init__()
        self.rows, self._weights, self._folds = model, tuple(weights), folds
        self.setModel(model)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        shape_table(self, name).setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self.opened)
        theme_source().changed.connect(self._fit)
        self._fit()

    @property
    def at(self) -> int:
        """The line that one stands on; -1 for none."""
        return self.currentIndex().row()

    def show_things(self, things: Sequence[object], at: int = 0) -> None:
        """Show other things, and stand on one of them."""
        self.rows.show_things(things)
        self.stand_at(at)
        self.looked_at.emit()

    def stand_at(self, at: int) -> None:
        """Stand on a line."""
        if self.rows.things:
            self.setCurrentIndex(self.rows.index(min(max(at, 0), len(self.rows.things) - 1), 0))

    @override
    def sizeHint(self) -> QSize:
        """Ask for no more than the least: a page that scrolls gives a table all that it asks for."""
        return self.minimumSize()

    @Slot()
    def _fit(self) -> None:
        theme = current_theme()
        row = theme.height(ROW)
        self.verticalHeader().setDefaultSectionSize(row)
        self.setIconSize(QSize(theme.px(ICON), theme.px(ICON)))
        self.setMinimumHeight((LEAST_LINES + 1) * row + theme.px(8))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = current_theme().em(self.width())
        for column, least in self._folds.items():
            self.setColumnHidden(column, width < least)
        shown = {at: weight for at, weight in enumerate(self._weights) if not self.isColumnHidden(at)}
        for column, weight in shown.items():
            self.setColumnWidth(column, self.viewport().width() * weight // sum(shown.values()))

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.looked_at.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.opened.emit()
        elif event.text().strip() or event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)


class FactsTable(QTableWidget):
    """Entries beside one another, fact by fact. Where they do not fit, one scrolls sideways; letters pass through."""

    def __init__(self, name: str) -> None:
        super().__init__()
        shape_table(self, name).setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setItemDelegate(WholeWords(self))
        # The words are broken again once every column has its new width, and not between two of them.
        self._break_later = QTimer(self, singleShot=True, interval=0)
        self._break_later.timeout.connect(self.resizeRowsToContents)
        theme_source().changed.connect(self._fit)
        self._fit()

    def show_facts(self, comparison: Comparison) -> None:
        """Show these facts; away where there are none."""
        self.setVisible(bool(comparison.rows))
        self.setColumnCount(len(comparison.heads))
        self.setRowCount(len(comparison.rows))
        for column, head in enumerate(comparison.heads):
            self.setHorizontalHeaderItem(column, cell(head))
        if comparison.heads and (first := self.horizontalHeaderItem(0)) is not None:
            first.setData(_Roles.AccessibleTextRole, self.tr("Gegeven"))
        for number, row in enumerate(comparison.rows):
            for column, words in enumerate(row):
                self.setItem(number, column, cell(words))
        self._fit()
        if comparison.rows:
            self.setCurrentCell(0, 0)

    @Slot()
    def _fit(self) -> None:
        theme, least = current_theme(), round(LEAST_FACT_EM * parts.em())
        self.verticalHeader().setMinimumSectionSize(theme.height(ROW))
        self.setMinimumHeight((LEAST_LINES + 1) * theme.height(ROW))
        room = self.viewport().width() - least
        for column in range(self.columnCount()):
            self.setColumnWidth(column, max(least, room // (self.columnCount() - 1)) if column else least)
        self._break_later.start()

    @override
    def sizeHint(self) -> QSize:
        """Ask for no more than the least, as above."""
        return self.minimumSize()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() or event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)
