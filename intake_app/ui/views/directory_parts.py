"""The widgets of the sociale kaart and their places: searching above, what was found left, one service right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.core.clock import today
from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.filter_box import FilterBox
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.directory_entry import EntryWords
from intake_app.ui.presenters.directory_rows import row_of
from intake_app.ui.presenters.directory_search import SearchWords
from intake_app.ui.presenters.directory_words import FactWords
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.directory_entry import EntryPane
from intake_app.ui.views.directory_filters import ActiveFilters, FilterPanel
from intake_app.ui.views.directory_leaflet import LeafletLayer
from intake_app.ui.views.directory_list import FoundList
from intake_app.ui.views.flow import Flow
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.told import Told

SIDE, TWO_PANES_EM, LIST_SHARE, ENTRY_SHARE = 28, 62, 11, 10
ANNOUNCE_MS = 700
"""A screen reader hears how much was found once the typing rests."""


class CountLine(QWidget):
    """How much was found, how words were read, what was picked; said aloud once the typing rests."""

    leaflet_asked = Signal()
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rests = QTimer(self, singleShot=True, interval=ANNOUNCE_MS)
        self._rests.timeout.connect(self._on_rest)
        self.count = Label("", Type.STRONG, wraps=False)
        self.read_as = Label("", Type.TEXT, Role.TEXT_SOFT, wraps=False)
        self.picked = Label("", Type.TEXT, Role.ACCENT, wraps=False)
        self.make, self.drop = parts.button(self.tr("Maak blad"), icon="printer"), parts.button(self.tr("Laat los"))
        self.make.clicked.connect(self.leaflet_asked)
        self.drop.clicked.connect(self.let_go)
        flow = Flow(gap=12)
        for part in (self.count, self.read_as, self.picked, self.make, self.drop):
            flow.add(part)
        for label in (self.count, self.read_as, self.picked):
            label.setMinimumHeight(self.make.sizeHint().height())
        self.note = parts.soft("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(flow)
        column.addWidget(self.note)
        self.show_found("", "", "")
        self.show_picked(0)

    def show_found(self, count: str, read_as: str, note: str) -> None:
        """Show how much was found, how words were read, and what to know about it."""
        said = (count, read_as, note)
        for label, words in zip((self.count, self.read_as, self.note), said, strict=True):
            label.setText(words)
            label.setVisible(bool(words))
        self._rests.start()

    def show_picked(self, count: int) -> None:
        """Show how many were picked for one leaflet."""
        self.picked.setText(self.tr("Voor een blad: {count}").format(count=count))
        for part in (self.picked, self.make, self.drop):
            part.setVisible(bool(count))

    @Slot()
    def _on_rest(self) -> None:
        words = ". ".join(filter(None, (self.count.text(), self.read_as.text(), self.note.text())))
        if words:
            announce(self, words)


class DirectoryParts(OfficeScreen):
    """Builds the screen; what happens on it is its subclass's."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._upkeep = context.office.directory
        self._facts = FactWords(context.desk, self._upkeep.kinds, today())
        self._search = SearchWords(context.desk, self._upkeep.kinds, self._facts)
        self._entry_words = EntryWords(context.desk, self._facts)
        self._is_reading_one = False
        self._make_parts()
        self._lay_out()
        self.layer = LeafletLayer(self)
        self.setFocusProxy(self.words)

    def _make_parts(self) -> None:
        self.words = FilterBox(self.tr("Zoek hulp: een woord, een naam, een plaats"))
        self.more = parts.button(self.tr("Filters"), "Ctrl F")
        self.more.setCheckable(True)
        self.filters, self.active = FilterPanel(self._search), ActiveFilters()
        self.line, self.busy, self.outcome = CountLine(), BusyRow(), Told()
        gives_way = self.busy.sizePolicy()
        gives_way.setRetainSizeWhenHidden(False)
        self.busy.setSizePolicy(gives_way)
        self.list = FoundList(partial(row_of, self._facts), self._facts.say("picked"))
        self.empty, self.entry = parts.text(""), EntryPane()
        self.back = parts.button(self.tr("Terug naar de lijst"), "Esc", icon="back")
        self.calls = parts.button(self.tr("Bellijst"), icon="phone")
        self.many, self.twins = parts.button(self.tr("Tabel")), parts.button(self.tr("Dubbele"), icon="copy")
        self.files = parts.button(self.tr("Bestanden"), icon="file")
        self.done = parts.button(self.tr("Klaar"), "Esc")
        self.new = parts.button(self.tr("Nieuw"), "F4", Kind.PRIMARY, icon="plus")

    @property
    def ways(self) -> dict[str, ActionButton]:
        """The ways to the other screens of the sociale kaart, by the name of the screen."""
        return {
            "directory_calls": self.calls,
            "directory_many": self.many,
            "directory_twins": self.twins,
            "directory_files": self.files,
            "service": self.new,
        }

    def _lay_out(self) -> None:
        top = parts.row(self.words, self.more)
        top.setContentsMargins(0, 0, 0, 0)
        self._top, self._left, self._right = QWidget(), QWidget(), QWidget()
        over = _column(self._top)
        over.addLayout(top)
        for part in (self.filters, self.active, self.busy, self.outcome):
            over.addWidget(part)
        lines = _column(self._left)
        lines.addWidget(self.line)
        lines.addWidget(self.empty)
        lines.addWidget(self.list, 1)
        lines.addStretch()
        page = _column(self._right)
        page.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        page.addWidget(self.entry, 1)
        panes = QHBoxLayout()
        panes.setSpacing(20)
        panes.addWidget(self._left, LIST_SHARE)
        panes.addWidget(self._right, ENTRY_SHARE)
        whole = QWidget()
        column = _column(whole)
        column.setContentsMargins(SIDE, 16, SIDE, 12)
        column.addWidget(self._top)
        column.addLayout(panes, 1)
        ways = Flow()
        for way in (self.calls, self.many, self.twins, self.files):
            ways.add(way)
        self._fill(self.tr("Sociale kaart"), whole, ways, self.done, self.new)

    @property
    def is_narrow(self) -> bool:
        """Tell whether there is room for the list or for one service, not for both."""
        return current_theme().em(self.width()) < TWO_PANES_EM

    def show_panes(self) -> None:
        """Show the list, the service, or both, as there is room and something to show."""
        has_entry = bool(self.entry.shown) and bool(self.list.found.hits)
        is_alone = self.is_narrow and self._is_reading_one and has_entry
        for part in (self._top, self._left):
            part.setVisible(not is_alone)
        self._right.setVisible(has_entry and (not self.is_narrow or self._is_reading_one))
        self.back.setVisible(self.is_narrow)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_panes()


def _column(holder: QWidget) -> QVBoxLayout:
    """Lay out a widget as a column without room around it."""
    made = QVBoxLayout(holder)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(10)
    return made
