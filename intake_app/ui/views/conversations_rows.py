"""The rows of conversations as they are shown: when, who, what about, how far, and the next step."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem
from typing_extensions import override

from intake_app.conversation.desk import Standing
from intake_app.core.text import Language
from intake_app.ui.presenters.conversations import RowView
from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views import parts
from intake_app.ui.views.conversations_cards import day_words
from intake_app.ui.views.table_look import ROW, cell, shape_table

ICON = 18
MOST_LINES, STANDING, NEXT_STEP, MORE, MORE_EM = 6, 3, 4, 5, 5
_FOLDS = {NEXT_STEP: 56, STANDING: 44}
"""Below this many text sizes of width a column is left out."""
ICONS = {
    Standing.TALKING: "talked",
    Standing.CHOOSING: "compare",
    Standing.AGREEING: "steps",
    Standing.PAPER: "file",
    Standing.CLOSED: "check",
}


class ConversationRows(QTableWidget):
    """One talk a row; the last column is left for what more can be done about it."""

    def __init__(self, language: Language) -> None:
        super().__init__(0, 6)
        self._language: Language = language
        self._rows: tuple[RowView, ...] = ()
        self.setHorizontalHeaderLabels(
            [
                self.tr("Wanneer"),
                self.tr("Wie"),
                self.tr("Ging over"),
                self.tr("Stand"),
                self.tr("Volgende stap"),
                "",
            ]
        )
        self.setWordWrap(False)
        self._shape_head(shape_table(self, self.tr("Gesprekken")))
        if (more := self.horizontalHeaderItem(MORE)) is not None:
            more.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("Meer"))
        self._fit()
        theme_source().changed.connect(self._fit)

    def _shape_head(self, head: QHeaderView) -> None:
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(MORE, QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(100)

    @Slot()
    def _fit(self) -> None:
        theme = current_theme()
        self.verticalHeader().setDefaultSectionSize(theme.height(ROW))
        self.setIconSize(QSize(theme.px(ICON), theme.px(ICON)))
        lines = min(self.rowCount(), MOST_LINES) + 1
        self.setColumnWidth(MORE, round(MORE_EM * parts.em()))
        self.setMinimumHeight(lines * theme.height(ROW) + theme.px(ICON))
        self._fold()

    def _fold(self) -> None:
        """Leave the last columns out where the text is large for the window."""
        width = current_theme().em(self.width())
        for column, least in _FOLDS.items():
            self.setColumnHidden(column, width < least)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def show_rows(self, rows: tuple[RowView, ...]) -> None:
        """Show these rows; the place in the table stays."""
        at = max(self.currentRow(), 0)
        self._rows = rows
        self.setRowCount(len(rows))
        for line, row in enumerate(rows):
            for column, item in enumerate(self._items(row)):
                self.setItem(line, column, item)
        self._fit()
        if rows:
            self.setCurrentCell(min(at, len(rows) - 1), 0)

    def _items(self, row: RowView) -> tuple[QTableWidgetItem, ...]:
        about = self.tr("“{words}”").format(words=row.about) if row.about else self.tr("Nog niet gezegd")
        day = day_words(row.next_on, self._language) if row.next_on else ""
        next_ = ", ".join(word for word in (row.next_step, day) if word)
        standing = cell(row.standing_text)
        standing.setIcon(parts.icon(ICONS[row.standing], Role.TEXT_SOFT))
        return (
            cell(day_words(row.on, self._language)),
            cell(row.who),
            cell(about),
            standing,
            cell(next_ or self.tr("geen")),
        )

    def choose(self, id_: str) -> None:
        """Stand on the line of a talk, where it is shown."""
        at = next((line for line, row in enumerate(self._rows) if row.id == id_), self.currentRow())
        self.setCurrentCell(at, 0)

    def row_at(self, at: int) -> RowView | None:
        """Return the talk on a line."""
        return self._rows[at] if 0 <= at < len(self._rows) else None
