"""A table of words: one row is one thing, long words break, Enter goes on with the row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget
from typing_extensions import override

from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.theme.theme import TEXT_PX
from intake_app.ui.views.table_look import ENTER, ROW, WholeWords, cell, shape_table

LEAST_EM = 8
ID_ROLE = Qt.ItemDataRole.UserRole


class PlainTable(QTableWidget):
    """As high as its rows, up to `most_lines`; then it scrolls. `wide` is the column that takes what is left."""

    most_lines: int | None = 6
    """None when the page scrolls and not the table."""

    chosen = Signal()
    entered = Signal()

    def __init__(self, name: str, heads: Sequence[str], wide: int) -> None:
        super().__init__(0, len(heads))
        self._wide = wide
        for column, words in enumerate(heads):
            self.setHorizontalHeaderItem(column, cell(words))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = shape_table(self, name)
        self.setItemDelegate(WholeWords(self))
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
                item = cell(words)
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
        self._share()
        self.verticalHeader().setMinimumSectionSize(current_theme().height(ROW))
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(line) for line in range(self.rowCount())[: self.most_lines])
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2)

    def _share(self) -> None:
        """Give each column what its words need and the wide one the rest; all the same where that is too little."""
        modes, heads = QHeaderView.ResizeMode, self.horizontalHeader()
        others = [column for column in range(self.columnCount()) if column != self._wide]
        needed = sum(max(self.sizeHintForColumn(each), heads.sectionSizeHint(each)) for each in others)
        has_room = self.viewport().width() - needed >= LEAST_EM * current_theme().px(TEXT_PX)
        for column in range(self.columnCount()):
            fits = has_room and column != self._wide
            heads.setSectionResizeMode(column, modes.ResizeToContents if fits else modes.Stretch)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.chosen_id:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
