"""What has changed in the sociale kaart, newest first, and undoing it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.practice.upkeep import BatchLine
from intake_app.ui.presenters.directory_files_changes import change_row, undo_is_possible
from intake_app.ui.presenters.directory_files_words import ListWords, Row
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.directory_files_table import RowsModel, RowsTable
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.moments import moment_words
from intake_app.ui.views.told import Told

FOLDS_EM = 60
"""Below this width who did it stands under the table only."""

if TYPE_CHECKING:
    from collections.abc import Sequence


class ChangesPart(QWidget):
    """How it goes stands in `busy` and `told`. `written`: something was undone, so that entries are different."""

    written = Signal()

    def __init__(self, context: ScreenContext, words: ListWords) -> None:
        super().__init__()
        self._context, self._words, self._upkeep = context, words, context.office.directory
        self._moment = partial(moment_words, language=context.desk.language)
        self.lines: Sequence[BatchLine] = ()
        heads = (self.tr("Wanneer"), self.tr("Wie"), self.tr("Wat"), self.tr("Hoeveel"), self.tr("Stand"))
        self.table = RowsTable(
            self.tr("Wat er is veranderd"), RowsModel(heads, self._row), (6, 5, 9, 6, 4), {1: FOLDS_EM}
        )
        self.empty = parts.text(self.tr("Er is nog niets veranderd. Wat u bewaart of binnenhaalt, komt hier te staan."))
        self.whole = parts.text("", Type.STRONG)
        self.undo = parts.button(self.tr("Ongedaan maken"), icon="undo")
        self.busy, self.told = BusyRow(), Told()
        self._lay_out()
        self.table.looked_at.connect(self._on_looked_at)
        self.undo.clicked.connect(self._on_undo)
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        column.addWidget(parts.bare_row(self.undo, None))
        column.addStretch()
        self._show(())

    def _row(self, thing: object) -> Row:
        if isinstance(thing, BatchLine):
            return change_row(self._words, self._moment, thing)
        return Row(cells=("",) * 5)

    def look(self) -> None:
        """Look up what has changed."""
        self._context.shell.run(self._upkeep.batches, self._on_found, self._on_not_found)

    def _on_found(self, found: object) -> None:
        self._show(found if isinstance(found, tuple) else ())

    def _on_not_found(self, error: Exception) -> None:
        words = self.tr("Dit kon niet worden opgezocht. Sluit dit scherm en probeer het nog eens.")
        self.told.say(fault_words(self._context.desk, error, words))

    def _show(self, lines: Sequence[BatchLine]) -> None:
        at = self.table.at
        self.lines = lines
        self.empty.setVisible(not lines)
        self.table.setVisible(bool(lines))
        self.table.show_things(lines, at)

    @property
    def chosen(self) -> BatchLine | None:
        """The change that one stands on."""
        return self.lines[self.table.at] if 0 <= self.table.at < len(self.lines) else None

    @Slot()
    def _on_looked_at(self) -> None:
        line = self.chosen
        self.whole.setText(self._row(line).spoken if line else "")
        self.undo.setVisible(undo_is_possible(line, may_change=self._upkeep.may_change))

    @Slot()
    def _on_undo(self) -> None:
        line = self.chosen
        if line is not None:
            self.told.say("")
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.undo.setEnabled(False)
            self.busy.begin(self.tr("Bezig met terugdraaien …"))
            self._context.shell.run(partial(self._upkeep.undo, line.id), self._on_undone, self._on_not_undone)

    def _end(self) -> None:
        self.busy.end()
        self.undo.setEnabled(True)

    def _on_undone(self, _line: object) -> None:
        self._end()
        self.told.say(self._context.desk.text("directory_edit.undone"))
        self.look()
        self.written.emit()

    def _on_not_undone(self, error: Exception) -> None:
        self._end()
        self.told.say(fault_words(self._context.desk, error, self._context.desk.text("directory_edit.undo_failed")))
