"""The list of conversations: go on where one was, begin a new one, find one, or delete one."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake_app.core.ids import ConversationId
from intake_app.core.problems import ProblemsError
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.filter_box import FilterBox
from intake_app.ui.presenters.conversations import Conversations, Filter, ListState, place_of
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.conversations_cards import RemoveCard, ResumeCard, TodayCard
from intake_app.ui.views.conversations_table import ConversationTable
from intake_app.ui.views.header import ShellHeader

SEARCH_PAUSE_MS = 120
SIDE = 44


class ConversationsScreen(Screen):
    """Greeting, where one was, whom to speak to today, and all conversations."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._list = Conversations(context.desk, parts.now())
        self._search_later = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._show(self._list.state())
        self.setFocusProxy(self.resume.button if self._list.state().resume else self.quick)

    def _make_parts(self) -> None:
        desk = self.context.desk
        self.greeting = parts.text("", Type.QUESTION)
        self.quick = parts.button(self.tr("Kort gesprek"), "Ctrl N", icon="plus")
        self.exploratory = parts.button(self.tr("Verkennend gesprek"), "Ctrl Shift N", icon="plus")
        self.settings = parts.button(self.tr("Instellingen"), "", Kind.PLAIN)
        self.content = parts.Notice("info", self._content_words(len(desk.content_problems)))
        self.content.setVisible(bool(desk.content_problems))
        self.resume = ResumeCard(desk.language)
        self.today = TodayCard(desk.language)
        self.removal = RemoveCard()
        self.filters = Chips(self._filter_words(), self.tr("Welke gesprekken"))
        self.filters.choose(Filter.ALL)
        self.search = FilterBox(self.tr("Zoek in gesprekken"))
        self.table = ConversationTable(desk.language)
        self.empty = parts.soft("")

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
        column.addLayout(parts.row(self.greeting, None, self.quick, self.exploratory))
        for part in (self.content, self.resume, self.today, self.removal):
            column.addWidget(part)
        column.addLayout(self._find_row())
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        page.addWidget(parts.Page(inside), 1)

    def _find_row(self) -> QHBoxLayout:
        row = parts.row(self.filters, None, self.search)
        self.search.setMinimumWidth(round(20 * parts.em()))
        return row

    def _header(self) -> QWidget:
        practice = self.context.desk.setting("practice_name")
        return ShellHeader(self.context, self.tr("Gesprekken"), practice, (self.settings,))

    def _connect(self) -> None:
        self._search_later.timeout.connect(self._on_searched)
        self.search.filtered.connect(self._on_typed)
        self.search.stepped_down.connect(self._on_kept)
        self.search.accepted.connect(self._on_kept)
        self.filters.chosen.connect(self._on_filter)
        self.quick.clicked.connect(self._on_quick)
        self.exploratory.clicked.connect(self._on_exploratory)
        self.settings.clicked.connect(self._on_settings)
        for source in (self.resume, self.today, self.table):
            source.opened.connect(self._on_opened)
        self.table.removal_asked.connect(self._on_removal_asked)
        self.removal.confirmed.connect(self._on_removed)
        self.removal.dropped.connect(self._on_kept)
        slash = QShortcut(QKeySequence("/"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        slash.activated.connect(self._on_slash)

    def refresh(self) -> None:
        """Read the conversations again."""
        self._list.reload()
        self._show(self._list.state())

    def _show(self, state: ListState) -> None:
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

    def _empty_words(self, in_all: int) -> str:
        if in_all:
            return self.tr("Hier past geen gesprek bij. Kies Alle gesprekken, of zoek een ander woord.")
        return self.tr("Nog geen gesprekken. Begin er een, of kijk rond met voorbeelden: ./run --demo")

    @Slot()
    def _on_typed(self) -> None:
        self._search_later.start()

    @Slot()
    def _on_searched(self) -> None:
        self._list.search(self.search.text())
        self._show(self._list.state())

    @Slot(str)
    def _on_filter(self, code: str) -> None:
        self._list.choose_filter(Filter(code))
        self._show(self._list.state())

    @Slot()
    def _on_quick(self) -> None:
        self.context.shell.go("start_quick")

    @Slot()
    def _on_exploratory(self) -> None:
        self.context.shell.go("start_exploratory")

    @Slot()
    def _on_settings(self) -> None:
        self.context.shell.go("settings")

    @Slot()
    def _on_slash(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str)
    def _on_opened(self, id_: str) -> None:
        try:
            session = self.context.desk.open(ConversationId(id_))
        except ProblemsError as error:
            self.context.shell.toast(" ".join(map(self.context.desk.problem_text, error.problems)))
            return
        self.context.shell.hold(session)
        self.context.shell.go(place_of(session))

    @Slot(str)
    def _on_removal_asked(self, id_: str) -> None:
        self.removal.ask(id_)

    @Slot(str)
    def _on_removed(self, id_: str) -> None:
        self.context.desk.remove(ConversationId(id_))
        self.refresh()
        self.context.shell.toast(self.tr("Het gesprek is verwijderd."))
        self.setFocus()

    @Slot()
    def _on_kept(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
