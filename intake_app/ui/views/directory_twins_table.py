"""Two entries side by side, fact by fact, with what becomes of each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem
from typing_extensions import override

from intake_app.ui.presenters.twins import Compared, Side
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views import parts
from intake_app.ui.views.table_look import ROW, WholeWords, cell, shape_table

_HEADS = FACT, LEFT, RIGHT, OUTCOME = range(4)
_SIDES = {Side.LEFT: LEFT, Side.RIGHT: RIGHT}
_KEYS = {Qt.Key.Key_1: Side.LEFT, Qt.Key.Key_2: Side.RIGHT}
FACT_EM, ICON = 11, 16


class TwinsTable(QTableWidget):
    """1 and 2 take the left or the right for the row one stands on; `taken` carries which."""

    taken = Signal(Side)

    def __init__(self) -> None:
        super().__init__(0, 4)
        heads = (self.tr("Wat"), self.tr("Eerste (1)"), self.tr("Tweede (2)"), self.tr("Zo wordt het"))
        for column, words in enumerate(heads):
            self.setHorizontalHeaderItem(column, cell(words))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = shape_table(self, self.tr("De twee naast elkaar"))
        self.setItemDelegate(WholeWords(self))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(FACT, QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.cellDoubleClicked.connect(self._on_double_clicked)
        theme_source().changed.connect(self._fit)
        self._fit()

    @property
    def at(self) -> int:
        """The row that one stands on; -1 for none."""
        return self.currentRow()

    def show_rows(self, rows: tuple[Compared, ...], at: int = 0) -> None:
        """Show these facts, and stand at a row."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, words in enumerate((row.name, row.left, row.right, row.outcome)):
                self.setItem(number, column, self._item(row, column, words))
        if rows:
            self.setCurrentCell(min(at, len(rows) - 1), FACT)

    def _item(self, row: Compared, column: int, words: str) -> QTableWidgetItem:
        item = cell(words)
        is_taken = row.side is not None and _SIDES[row.side] == column
        if is_taken:
            item.setIcon(parts.icon("check", Role.ACCENT, ICON))
            said = self.tr("gekozen")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {said}")
        if row.differs and column == FACT:
            item.setIcon(parts.icon("compare", Role.ACCENT, ICON))
            said = self.tr("verschilt")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {said}")
        if is_taken or (row.differs and column in {FACT, OUTCOME}):
            item.setFont(current_theme().font(Type.STRONG))
        return item

    @Slot()
    def _fit(self) -> None:
        theme = current_theme()
        self.verticalHeader().setMinimumSectionSize(theme.height(ROW))
        self.setIconSize(QSize(theme.px(ICON), theme.px(ICON)))
        self.setColumnWidth(FACT, min(round(FACT_EM * parts.em()) + 28, self.width() // (len(_HEADS) + 1)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot(int, int)
    def _on_double_clicked(self, _row: int, column: int) -> None:
        side = next((side for side, at in _SIDES.items() if at == column), None)
        if side is not None:
            self.taken.emit(side)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        side = _KEYS.get(Qt.Key(event.key()))
        if side is not None and self.at >= 0:
            self.taken.emit(side)
        else:
            super().keyPressEvent(event)
