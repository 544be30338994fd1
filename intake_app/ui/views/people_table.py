"""The table of who works with the program; Enter goes to what can be done about one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem
from typing_extensions import override

from intake_app.ui.presenters.people import UserRow
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.people_words import name_of, roles_of, stands_of
from intake_app.ui.views.table_look import ENTER, ROW, shape_table


class PeopleTable(QTableWidget):
    """Name, roles, and how it stands. It is as high as its rows: the page scrolls, not the table."""

    chosen = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__(0, 3)
        self._rows: tuple[UserRow, ...] = ()
        self.setHorizontalHeaderLabels([self.tr("Naam"), self.tr("Rol"), self.tr("Stand")])
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = shape_table(self, self.tr("Wie werken ermee"))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.itemSelectionChanged.connect(self.chosen)
        theme_source().changed.connect(self._fit)

    @property
    def chosen_row(self) -> UserRow | None:
        """The user that is chosen."""
        at = self.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def show_rows(self, rows: tuple[UserRow, ...], at_user: str = "") -> None:
        """Show these users, and choose one of them: the one asked for, else the one that was chosen."""
        wanted = at_user or (self.chosen_row.user.id if self.chosen_row else "")
        self._rows = rows
        self.setRowCount(len(rows))
        for line, row in enumerate(rows):
            for column, words in enumerate((name_of(row), roles_of(row), stands_of(row))):
                self.setItem(line, column, QTableWidgetItem(words))
        self._fit()
        at = next((line for line, row in enumerate(rows) if row.user.id == wanted), 0)
        self.setCurrentCell(at, 0)
        self.chosen.emit()

    @Slot()
    def _fit(self) -> None:
        self.verticalHeader().setMinimumSectionSize(current_theme().height(ROW))
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(line) for line in range(self.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words again at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to what can be done."""
        if event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
