"""The widgets of the calling list and their places: whom to ring left, the call in hand right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.core.clock import today
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.progress import ProgressBar
from intake_app.ui.presenters.directory_calls import CallList
from intake_app.ui.presenters.directory_calls_words import CallWords
from intake_app.ui.presenters.directory_words import FactWords, refusal_words
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.choose_frame import column
from intake_app.ui.views.directory_calls_list import CallsList
from intake_app.ui.views.directory_calls_pane import CallPane
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.told import Told

SIDE, TWO_PANES_EM, LIST_SHARE, PANE_SHARE = 28, 62, 2, 3


class CallsParts(OfficeScreen):
    """Builds the screen; what happens on it is its subclass's."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        upkeep = context.office.directory
        self.calls = CallList(context.office, today())
        self._words = CallWords(context.desk, upkeep, FactWords(context.desk, upkeep.kinds, today()))
        self.refusal = refusal_words(context.desk, upkeep)
        self._is_reading_one = True
        self.progress, self.bar = Label("", Type.STRONG, wraps=False), ProgressBar(1)
        self.only_reading, self.over = parts.soft(self.refusal), Told()
        self.busy, self.told = BusyRow(), Told()
        self.list, self.pane = CallsList(), CallPane(self._words.hows())
        self.back = parts.button(self.tr("Terug naar de lijst"), "Esc", icon="back")
        self.done = parts.button(self.tr("Klaar"), "Esc")
        self._lay_out()

    def _lay_out(self) -> None:
        gives_way = self.busy.sizePolicy()
        gives_way.setRetainSizeWhenHidden(False)
        self.busy.setSizePolicy(gives_way)
        self._left, self._right, whole = QWidget(), QWidget(), QWidget()
        left = column(self.progress, self.bar, self.list, gap=8)
        left.setStretch(2, 1)
        self._left.setLayout(left)
        self._right.setLayout(column(self.pane))
        panes = QHBoxLayout()
        panes.setSpacing(20)
        panes.addWidget(self._left, LIST_SHARE)
        panes.addWidget(self._right, PANE_SHARE)
        page = QVBoxLayout(whole)
        page.setContentsMargins(SIDE, 16, SIDE, 12)
        page.setSpacing(10)
        page.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.only_reading, self.over, self.told, self.busy):
            page.addWidget(part)
        page.addLayout(panes, 1)
        page.addStretch()
        self.only_reading.setVisible(bool(self.refusal))
        self._fill(self.tr("Bellijst"), whole, None, self.done)

    @property
    def is_narrow(self) -> bool:
        """Tell whether there is room for the list or for one call, not for both."""
        return current_theme().em(self.width()) < TWO_PANES_EM

    def show_panes(self) -> None:
        """Show the list, the call in hand, or both, as there is room and somebody to ring."""
        has_calls = self.calls.call is not None
        self._left.setVisible(has_calls and not (self.is_narrow and self._is_reading_one))
        self._right.setVisible(has_calls and (not self.is_narrow or self._is_reading_one))
        self.back.setVisible(has_calls and self.is_narrow and self._is_reading_one)
        in_sight = [part for part in (self.list, self.back) if part.isVisibleTo(self)]
        self.setFocusProxy(next(iter(in_sight), self.done))

    def show_state(self) -> None:
        """Show the lines of the list, how far one is, and that it is over where it is."""
        rows = tuple(self._words.row(self.calls, call) for call in self.calls.week.calls)
        self.list.show_rows(rows, self.calls.at)
        done, whole = self.calls.progress
        self.progress.setText(self._words.progress(self.calls))
        self.bar.setMaximum(max(whole, 1))
        self.bar.setValue(done)
        self.bar.setAccessibleName(self.progress.text())
        over = self._words.over(self.calls)
        if over != self.over.text():
            self.over.say(over)
        self.show_panes()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_panes()
