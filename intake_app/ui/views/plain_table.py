"""A table of words: one row is one thing, long words break, Enter goes on with the row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem
from typing_extensions import override

from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.table_look import ENTER, ROW, shape_table

MOST_LINES = 6
ID_ROLE = Qt.ItemDataRole.UserRole


class PlainTable(QTableWidget):
    """As high as its rows, up to six lines; then it scrolls. `wide` is the column that takes what is left."""

    chosen = Signal()
    entered = Signal()

    def __init__(self, name: str, heads: Sequence[str], wide: int) -> None:
        super().__init__(0, len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = shape_table(self, name)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.itemSelectionChanged.connect(self.chosen)
        # The words are broken again once every column has its new width, and not between two of them.
        self._fit_later = QTimer(self, singleShot=True, interval=0)
        self._fit_later.timeout.connect(self._fit)
        head.sectionResized.connect(self._on_section_resized)
        theme_source().changed.connect(self._fit)

    @property
    def chosen_id(self) -> str:
        """The id of the row that is chosen; empty when there is none."""
        item = self.item(self.currentRow(), 0)
        return "" if item is None else str(item.data(ID_ROLE))

    def show_rows(self, rows: Sequence[tuple[str, Sequence[str]]], wanted: str = "") -> None:
        """Show rows, each with its id; choose the one wanted, else the one that was chosen, else the first."""
        before = wanted or self.chosen_id
        self.setRowCount(len(rows))
        for line, (id_, cells) in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setData(ID_ROLE, id_)
                self.setItem(line, column, item)
        self._fit()
        if rows:
            ids = [id_ for id_, _ in rows]
            self.setCurrentCell(ids.index(before) if before in ids else 0, 0)
        self.chosen.emit()

    @Slot()
    def _on_section_resized(self) -> None:
        self._fit_later.start()

    @Slot()
    def _fit(self) -> None:
        self.verticalHeader().setMinimumSectionSize(current_theme().height(ROW))
        self.resizeRowsToContents()
        shown = min(self.rowCount(), MOST_LINES)
        rows = sum(self.rowHeight(line) for line in range(shown))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.chosen_id:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
