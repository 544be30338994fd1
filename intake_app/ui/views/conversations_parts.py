"""The widgets of the list of conversations and their places."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import Kind, LinkButton
from intake_app.ui.fields.filter_box import FilterBox
from intake_app.ui.fields.layer import Overlay
from intake_app.ui.presenters.conversations import Filter, ListState
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.action_button import button_for
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.conversations_cards import RemoveCard, ResumeCard, TodayCard
from intake_app.ui.views.conversations_notices import NoticeRows
from intake_app.ui.views.conversations_table import ConversationTable
from intake_app.ui.views.conversations_taking import TakingCard
from intake_app.ui.views.flow import flow
from intake_app.ui.views.header import ShellHeader
from intake_app.ui.views.paper_form import FormLayer

SIDE = 44


class ConversationsParts(Screen):
    """Builds the screen; what happens on it is its subclass's."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._make_parts()
        self._lay_out()
        self.quick.clicked.connect(self._on_quick)
        self.exploratory.clicked.connect(self._on_exploratory)
        self.settings.clicked.connect(self._on_settings)
        self.directory.clicked.connect(self._on_directory)
        self.tour.clicked.connect(self._on_tour)
        for key, done in (("/", self._on_slash), ("Ctrl+O", self._on_take_in)):
            made = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(done)

    def _make_parts(self) -> None:
        desk = self.context.desk
        self.greeting = parts.text("", Type.QUESTION)
        self.quick = parts.button(self.tr("Kort gesprek"), "Ctrl N", icon="plus")
        self.exploratory = parts.button(self.tr("Verkennend gesprek"), "Ctrl Shift N", icon="plus")
        self.settings = button_for("settings", Kind.PLAIN)
        self.directory = button_for("directory", Kind.PLAIN)
        self.content = parts.Notice("info", self._content_words(len(desk.content_problems)))
        self.content.setVisible(bool(desk.content_problems))
        self.resume = ResumeCard(desk.language)
        self.today = TodayCard(desk.language)
        self.notices = NoticeRows(desk.language)
        self.removal, self.taking = RemoveCard(), TakingCard(self.context)
        self.filters = Chips(self._filter_words(), self.tr("Welke gesprekken"))
        self.filters.choose(Filter.ALL)
        self.search = FilterBox(self.tr("Zoek in gesprekken"))
        self.table = ConversationTable(desk.language)
        self.empty = parts.soft("")
        self.tour_words = parts.soft(self.tr("Rondleiding van vijf stappen?"))
        self.tour_words.setWordWrap(False)
        self.tour = button_for("tour")
        self.tour_line = parts.bare_row(self.tour_words, self.tour, None)
        self.hidden = LinkButton("")
        self.overlay = Overlay(self)
        self.forms = FormLayer(self)

    def _filter_words(self) -> dict[str, str]:
        return {
            Filter.ALL: self.tr("Alle gesprekken"),
            Filter.UNFINISHED: self.tr("Niet af"),
            Filter.STEPS_OPEN: self.tr("Stappen open"),
        }

    def _content_words(self, count: int) -> str:
        return self.tr("Nieuwe inhoud heeft fouten: {count}. U werkt met de vorige.").format(count=count)

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._header())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SIDE, 24, SIDE, 24)
        column.setSpacing(16)
        first = parts.row(self.greeting, flow(self.quick, self.exploratory, at_end=2))
        first.setStretch(1, 1)
        column.addLayout(first)
        for part in self._above():
            column.addWidget(part)
        column.addWidget(flow(self.filters, self.search, at_end=1))
        column.addWidget(self.empty)
        column.addWidget(self.tour_line)
        column.addWidget(self.table, 1)
        column.addWidget(self.hidden, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()  # takes the room of the table while there is none
        page.addWidget(parts.Page(inside), 1)

    def _above(self) -> tuple[QWidget, ...]:
        """Return what comes and goes above the list, from top to bottom."""
        asked = (self.taking.busy, self.taking, self.removal)
        return (self.content, self.resume, self.today, self.notices, *asked)

    def _header(self) -> QWidget:
        practice = self.context.desk.setting("practice_name")
        return ShellHeader(self.context, self.tr("Gesprekken"), practice, (self.directory, self.settings))

    def show_state(self, state: ListState) -> None:
        """Show the talks that one may open."""
        greetings = {
            "morning": self.tr("Goedemorgen"),
            "afternoon": self.tr("Goedemiddag"),
            "evening": self.tr("Goedenavond"),
        }
        self.greeting.setText(greetings[state.part_of_day])
        self.resume.show_talk(state.resume)
        self.today.show_rows(state.today)
        self.table.show_rows(state.rows)
        self.table.setVisible(bool(state.rows))
        self.filters.setVisible(state.in_all > 0)
        self.search.setVisible(state.in_all > 0)
        self.empty.setVisible(not state.rows)
        self.empty.setText(self._empty_words(state.in_all))
        self.tour_line.setVisible(self.context.desk.is_demo or not state.in_all)

    def _empty_words(self, in_all: int) -> str:
        if in_all:
            return self.tr("Hier past geen gesprek bij. Kies Alle gesprekken, of zoek een ander woord.")
        return self.tr("Nog geen gesprekken. Begin er een, of kijk rond met voorbeelden.")

    def show_hidden(self, count: int) -> None:
        """Say how many talks there are that one may not open just like that."""
        one, more = self.tr("Er is 1 gesprek van een collega"), self.tr("Er zijn {n} gesprekken van collega's")
        self.hidden.set_words(one if count == 1 else more.format(n=count))
        self.hidden.setVisible(count > 0)

    @Slot()
    def _on_quick(self) -> None:
        self.context.shell.go("start_quick")

    @Slot()
    def _on_exploratory(self) -> None:
        self.context.shell.go("start_exploratory")

    @Slot()
    def _on_tour(self) -> None:
        self.context.shell.go("tour")

    @Slot()
    def _on_directory(self) -> None:
        self.context.shell.go("directory")

    @Slot()
    def _on_settings(self) -> None:
        self.context.shell.go("settings")

    @Slot()
    def _on_slash(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_take_in(self) -> None:
        self.do("take_in")

    @override
    def leave(self) -> None:
        """Let nothing come of a file that is still being read."""
        self.taking.stop()
