"""What a list would do, line by line, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.directory.import_plan import Outcome, PlanLine
from intake_app.ui.fields.announce import announce
from intake_app.ui.presenters.directory_files import Review, Shown
from intake_app.ui.presenters.directory_files_words import ListWords, Row
from intake_app.ui.theme.roles import Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.directory_files_line import LinePane
from intake_app.ui.views.directory_files_table import RowsModel, RowsTable
from intake_app.ui.views.directory_files_told import ToldPane
from intake_app.ui.views.flow import Flow

if TYPE_CHECKING:
    from intake_app.ui.presenters.directory_files_compare import Comparer

TWO_PANES_EM, FOLDS_EM, LIST_SHARE, LINE_SHARE, AROUND = 62, 40, 6, 5, 20


class PlanPane(QWidget):
    """1, 2, … take that entry, N says new, O skips, Space lets go. `decided` tells that something was decided."""

    decided = Signal()

    def __init__(self, words: ListWords, review: Review, comparer: Comparer) -> None:
        super().__init__()
        self.review, self._shown = review, Shown.ALL
        self.title, self.fields = parts.text(review.title(), Type.STRONG), parts.soft(review.fields_words())
        self.filters = Chips(review.filters(), self.tr("Wat u bekijkt"))
        heads = (self.tr("Naam"), self.tr("Van wie"), self.tr("Wat er gebeurt"))
        self.table = RowsTable(
            self.tr("Wat er in het bestand staat"), RowsModel(heads, self._row), (6, 4, 6), {1: FOLDS_EM}
        )
        self.line, self.told = LinePane(words, review, comparer), ToldPane(words, review)
        self.skip_rest = parts.button(self.tr("Sla de rest over"), icon="skip")
        self.all_go = parts.button(self.tr("Haal alles hier weg"), icon="cross")
        self.none_goes = parts.button(self.tr("Laat alles staan"), icon="undo")
        self._lay_out()
        self._connect()
        self.filters.choose(review.first.value)
        self._on_shown(review.first)

    def _lay_out(self) -> None:
        self._left, self._panes = QWidget(), QWidget()
        deeds = Flow()
        for button in (self.skip_rest, self.all_go, self.none_goes):
            deeds.add(button)
        lines = QVBoxLayout(self._left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.table, 1)
        lines.addWidget(deeds)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._panes)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(AROUND)
        self._beside.addWidget(self._left, LIST_SHARE)
        self._beside.addWidget(self.line, LINE_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.title, self.fields, self.filters):
            column.addWidget(part)
        column.addWidget(self._panes, 1)
        column.addWidget(self.told, 1)
        self.fields.setVisible(bool(self.fields.text()))
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.filters.chosen.connect(self._on_shown)
        self.table.looked_at.connect(self._on_looked_at)
        self.table.opened.connect(self._on_opened)
        self.line.answered.connect(self._on_answered)
        self.line.let_go.connect(self._on_let_go)
        self.skip_rest.clicked.connect(self._on_skip_rest)
        self.all_go.clicked.connect(self._on_all_go)
        self.none_goes.clicked.connect(self._on_none_goes)

    def _row(self, thing: object) -> Row:
        return self.review.row(thing) if isinstance(thing, PlanLine) else Row(cells=("", "", ""))

    @property
    def chosen(self) -> PlanLine | None:
        """The line that one stands on."""
        at, lines = self.table.at, self._lines
        return lines[at] if 0 <= at < len(lines) else None

    @Slot(str)
    def _on_shown(self, shown: str) -> None:
        self._shown = Shown(shown)
        self._lines = self.review.lines(self._shown)
        is_told = self._shown is Shown.TOLD
        self._panes.setVisible(not is_told)
        self.told.setVisible(is_told)
        self.skip_rest.setVisible(self._shown is Shown.UNSURE)
        for button in (self.all_go, self.none_goes):
            button.setVisible(self._shown is Shown.GONE)
        self.table.show_things(self._lines)

    @Slot()
    def _on_looked_at(self) -> None:
        line = self.chosen
        self.line.setVisible(line is not None)
        if line is not None:
            self.line.show_line(line)

    @Slot()
    def _on_opened(self) -> None:
        """Go on to what can be decided about the line."""
        self.line.setFocus(Qt.FocusReason.TabFocusReason)
        self.focusNextChild()

    @Slot(str)
    def _on_answered(self, answer: str) -> None:
        """Decide what a line is, and go on with the next that is unsure."""
        line = self.chosen
        if line is not None:
            self.review.answer(line, answer)
            announce(self, self.review.state(line))
            self._redraw()
            self.table.stand_at(self.review.next_unsure(self._lines, self.table.at))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _on_let_go(self, goes: bool) -> None:
        line = self.chosen
        if line is not None:
            self.review.let_go(line, goes=goes)
            announce(self, self.review.state(line))
            self._redraw()

    @Slot()
    def _on_skip_rest(self) -> None:
        self.review.skip_rest()
        self._redraw()

    @Slot()
    def _on_all_go(self) -> None:
        self.review.let_all_go(goes=True)
        self._redraw()

    @Slot()
    def _on_none_goes(self) -> None:
        self.review.let_all_go(goes=False)
        self._redraw()

    def _redraw(self) -> None:
        self.table.rows.redraw()
        self._on_looked_at()
        self.decided.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the line beside the list where there is room for both, else below it."""
        super().resizeEvent(event)
        is_wide = current_theme().em(self.width()) >= TWO_PANES_EM
        way = QBoxLayout.Direction
        self._beside.setDirection(way.LeftToRight if is_wide else way.TopToBottom)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.chosen
        is_space = event.key() == Qt.Key.Key_Space and line is not None and line.outcome is Outcome.GONE
        if is_space and line is not None:
            self._on_let_go(not self.review.is_going(line))
        elif not (self.line.isVisible() and self.line.press(event.text().upper())):
            super().keyPressEvent(event)
