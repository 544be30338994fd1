"""The table of the log: one event a row, newest first, as many as there are."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

from intake_app.practice.log_book import LogLine
from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views import parts
from intake_app.ui.views.log_words import LogWords
from intake_app.ui.views.table_look import shape_table

ROW, LEAST_LINES = 36, 5
WHEN, WHO, WHAT, TALK, OUTCOME, GLASS, REASON = range(7)
_WIDTHS = {WHEN: 9.5, WHO: 11.0, TALK: 7.5, OUTCOME: 6.5, GLASS: 8.0}
"""In text sizes; what was done and the reason share what is left."""
_FOLDS = {REASON: 66, TALK: 54, OUTCOME: 46, GLASS: 40}
"""Below this many text sizes of width a column is left out: the details below the table say it all."""
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _HORIZONTAL = Qt.ItemDataRole.DisplayRole, Qt.Orientation.Horizontal


class LogModel(QAbstractTableModel):
    """The events that were found. Words are made for the rows that are looked at only."""

    def __init__(self, words: LogWords) -> None:
        super().__init__()
        self._words = words
        self._heads = (
            self.tr("Wanneer"),
            self.tr("Wie"),
            self.tr("Wat"),
            self.tr("Gesprek van"),
            self.tr("Uitkomst"),
            self.tr("Noodknop"),
            self.tr("Reden"),
        )
        self.lines: tuple[LogLine, ...] = ()

    def show_lines(self, lines: tuple[LogLine, ...]) -> None:
        """Show other events."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        return self._heads[section] if orientation == _HORIZONTAL and role == _DISPLAY else None

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        line, column = self.lines[index.row()], index.column()
        if role in {_DISPLAY, Qt.ItemDataRole.ToolTipRole}:
            return self._word(line, column)
        if role == Qt.ItemDataRole.DecorationRole and column == GLASS and line.break_glass:
            return parts.icon("mark", Role.TEXT, 16)
        return None

    def _word(self, line: LogLine, column: int) -> str:
        words = self._words
        made = {
            WHEN: lambda: words.when_in_short(line),
            WHO: lambda: line.who or words.nobody(),
            WHAT: lambda: line.what,
            TALK: lambda: words.talk_in_short(line),
            OUTCOME: lambda: words.outcome(line),
            GLASS: lambda: self.tr("noodknop") if line.break_glass else "",
            REASON: lambda: line.reason,
        }
        return made[column]()


class LogTable(QTableView):
    """Shows the events; the arrows go through them, and `looked_at` tells which one the row stands on."""

    looked_at = Signal()

    def __init__(self, words: LogWords) -> None:
        super().__init__()
        self.found = LogModel(words)
        self.setModel(self.found)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = shape_table(self, self.tr("Logboek"))
        for column in (WHAT, REASON):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        theme_source().changed.connect(self._fit)
        self._fit()

    @property
    def chosen(self) -> LogLine | None:
        """The event that the row stands on."""
        at = self.currentIndex().row()
        return self.found.lines[at] if 0 <= at < len(self.found.lines) else None

    def show_lines(self, lines: tuple[LogLine, ...]) -> None:
        """Show other events; the place stays with the event that was looked at, where it is there again."""
        before = self.chosen.seq if self.chosen else 0
        self.found.show_lines(lines)
        at = next((at for at, line in enumerate(lines) if line.seq == before), 0)
        if lines:
            self.setCurrentIndex(self.found.index(at, 0))
        self.looked_at.emit()

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.looked_at.emit()

    @Slot()
    def _fit(self) -> None:
        theme = current_theme()
        row, em = theme.height(ROW), parts.em()
        self.verticalHeader().setDefaultSectionSize(row)
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.setMinimumHeight((LEAST_LINES + 1) * row + theme.px(8))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, round(width * em) + 28)
        self._fold()

    def _fold(self) -> None:
        width = current_theme().em(self.width())
        for column, least in _FOLDS.items():
            self.setColumnHidden(column, width < least)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
