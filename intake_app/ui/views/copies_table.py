"""The table of copies: when each was made, what is in it, and how large it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget
from typing_extensions import override

from intake_app.core.text import Language
from intake_app.practice.copies import CopyLine
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.moments import count_words, moment_words, size_words
from intake_app.ui.views.table_look import ENTER, ROW, cell, shape_table

MOST_LINES = 6


class CopyTable(QTableWidget):
    """One copy a row, newest first. `picked` tells that one was chosen with Enter or a double click."""

    picked = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(0, 3)
        self._language: Language = language
        self._copies: tuple[CopyLine, ...] = ()
        self.setHorizontalHeaderLabels([self.tr("Gemaakt op"), self.tr("Gesprekken"), self.tr("Grootte")])
        self.setWordWrap(False)
        head = shape_table(self, self.tr("Reservekopieën"))
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.cellDoubleClicked.connect(self.picked)
        theme_source().changed.connect(self._fit)

    @property
    def chosen(self) -> CopyLine | None:
        """The copy that the row stands on."""
        at = self.currentRow()
        return self._copies[at] if 0 <= at < len(self._copies) else None

    def show_copies(self, copies: Sequence[CopyLine]) -> None:
        """Show these copies; the place in the table stays with the copy that was chosen."""
        before = self.chosen
        self._copies = tuple(copies)
        self.setRowCount(len(copies))
        for line, copy in enumerate(copies):
            for column, words in enumerate(self._words(copy)):
                self.setItem(line, column, cell(words))
        paths = [copy.path for copy in copies]
        self._fit()
        if paths:
            self.setCurrentCell(paths.index(before.path) if before and before.path in paths else 0, 0)

    def _words(self, copy: CopyLine) -> tuple[str, str, str]:
        made = moment_words(copy.made, self._language)
        if copy.of_this_store is False:
            made = self.tr("{moment}, van een andere opslag").format(moment=made)
        return made, count_words(copy.talks, self._language), size_words(copy.size, self._language)

    @Slot()
    def _fit(self) -> None:
        row = current_theme().height(ROW)
        self.verticalHeader().setDefaultSectionSize(row)
        self.setFixedHeight((min(max(self.rowCount(), 1), MOST_LINES) + 1) * row + current_theme().px(8))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.chosen is not None:
            self.picked.emit()
        else:
            super().keyPressEvent(event)
