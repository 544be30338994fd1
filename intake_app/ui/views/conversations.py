"""The list of conversations: go on where one was, begin one, find one, and what more can be done about one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from typing_extensions import override

from intake_app.core.ids import ConversationId
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.access import HiddenTalk
from intake_app.ui.presenters.conversations import Conversations, Filter, RowView, place_of
from intake_app.ui.presenters.notices import Notice, notices
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.colleagues import WIDTH, ColleagueSheet, GlassSheet, Handing, HandOverSheet, Opening
from intake_app.ui.views.conversations_parts import ConversationsParts
from intake_app.ui.views.faults import fault_words

SEARCH_PAUSE_MS = 120


class ConversationsScreen(ConversationsParts):
    """Greeting, where one was, whom to speak to today, what is waiting, and all conversations."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._list = Conversations(context.desk, parts.now())
        self._hidden: tuple[HiddenTalk, ...] = ()
        self._search_later = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._connect()
        self._show()
        self.setFocusProxy(self.resume.button if self._list.state().resume else self.quick)

    def _connect(self) -> None:
        self._search_later.timeout.connect(self._on_searched)
        self.search.filtered.connect(self._on_typed)
        self.search.stepped_down.connect(self._on_kept)
        self.search.accepted.connect(self._on_kept)
        self.filters.chosen.connect(self._on_filter)
        self.notices.asked.connect(self._on_notice)
        for source in (self.resume, self.today, self.table):
            source.opened.connect(self._on_opened)
        self.table.removal_asked.connect(self._on_removal_asked)
        self.table.handing_asked.connect(self._on_handing_asked)
        for asker in (self.table, self.removal):
            asker.rights_asked.connect(self._on_rights)
        self.removal.confirmed.connect(self._on_removed)
        self.removal.dropped.connect(self._on_kept)
        self.hidden.clicked.connect(self._on_hidden)
        self.taking.taken.connect(self._on_taken)
        self.taking.opened.connect(self._on_opened)
        self.taking.closed.connect(self._on_kept)

    @override
    def refresh(self) -> None:
        """Read the conversations again, and look what is waiting."""
        self._list.reload()
        self._show()

    def _show(self) -> None:
        desk, office = self.context.desk, self.context.office
        may_write = not desk.is_read_only
        self.show_state(self._list.state())
        for button in (self.quick, self.exploratory):
            button.setEnabled(may_write)
        self._hidden = office.access.hidden() if may_write else ()
        self.show_hidden(len(self._hidden))
        self.table.set_more(has_more=may_write, can_hand_over=may_write and bool(office.access.colleagues()))
        if may_write and not desk.is_demo:
            self.context.shell.run(partial(notices, office, parts.now()), self._on_looked, self._on_not_looked)

    def _on_looked(self, found: object) -> None:
        if isinstance(found, tuple):
            self.notices.show_notices(tuple(each for each in found if isinstance(each, Notice)))

    def _on_not_looked(self, _error: Exception) -> None:
        self.notices.show_notices(())

    @Slot(str)
    def _on_notice(self, place: str) -> None:
        self.context.shell.go(place)

    @Slot()
    def _on_typed(self) -> None:
        self._search_later.start()

    @Slot()
    def _on_searched(self) -> None:
        self._list.search(self.search.text())
        self.show_state(self._list.state())

    @Slot(str)
    def _on_filter(self, code: str) -> None:
        self._list.choose_filter(Filter(code))
        self.show_state(self._list.state())

    @Slot(str)
    def _on_opened(self, id_: str) -> None:
        try:
            session = self.context.desk.open(ConversationId(id_))
        except ProblemsError as error:
            self._say(error)
            return
        self.context.shell.hold(session)
        self.context.shell.go(place_of(session))

    def _say(self, error: Exception) -> None:
        words = self.tr("Dit lukte niet. Probeer het nog eens.")
        self.context.shell.toast(fault_words(self.context.desk, error, words))

    def _row(self, id_: str) -> RowView | None:
        return next((row for row in self._list.state().rows if row.id == id_), None)

    @Slot(str)
    def _on_rights(self, id_: str) -> None:
        self.context.shell.go("person", id_)

    @Slot(str)
    def _on_removal_asked(self, id_: str) -> None:
        row = self._row(id_)
        if row is not None and row.may_remove:
            self.removal.ask(id_)
        else:
            self._explain_removal(id_)

    def _explain_removal(self, id_: str) -> None:
        self.removal.explain(id_, self.context.desk.problem_text(problem("remove_only_today")))

    @override
    def own_actions(self) -> Mapping[str, Callable[[], object]]:
        return {
            "search_list": self._on_slash,
            "remove": self._on_remove_key,
            "paper_form": self.forms.open_form,
            "take_in": self.taking.choose,
        }

    @override
    def possible_actions(self) -> frozenset[str]:
        """Return what can be done: about a talk only where one stands on its line."""
        is_found = {"paper_form", *(["search_list"] if self.search.isVisible() else [])}
        row = self.table.row_at(self.table.currentRow())
        may_remove = row is not None and self.table.isVisible() and not self.context.desk.is_read_only
        is_found |= {"take_in"} if self.taking.can_begin else set()
        return frozenset(is_found | ({"remove"} if may_remove else set()))

    def _on_remove_key(self) -> None:
        row = self.table.row_at(self.table.currentRow())
        if row is not None:
            self._on_removal_asked(str(row.id))

    @Slot(str)
    def _on_removed(self, id_: str) -> None:
        try:
            self.context.desk.remove(ConversationId(id_))
        except ProblemsError as error:
            self._say(error)
        else:
            self.refresh()
            self.context.shell.toast(self.tr("Het gesprek is verwijderd."))
        self.setFocus()

    @Slot(str)
    def _on_taken(self, id_: str) -> None:
        self._list.show_all()
        self.filters.choose(Filter.ALL)
        self.search.clear()
        self.refresh()
        self.table.choose(id_)

    @Slot()
    def _on_kept(self) -> None:
        here = self.table if self.table.isVisible() else self.quick
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_handing_asked(self, id_: str) -> None:
        row = self._row(id_)
        if row is not None:
            sheet = HandOverSheet(id_, row.who, self.context.office.access.colleagues())
            sheet.wanted.connect(self._on_handing)
            self._open_sheet(sheet)

    def _open_sheet(self, sheet: ColleagueSheet) -> None:
        sheet.closed.connect(self.overlay.close_layer)
        self.overlay.open(sheet, WIDTH, sheet.focusProxy())

    @Slot(object)
    def _on_handing(self, wanted: Handing) -> None:
        try:
            self.context.office.access.hand_over(wanted.talk, wanted.user, keep=wanted.keep)
        except ProblemsError as error:
            self._refuse(error)
            return
        self.overlay.close_layer()
        self.refresh()
        self.context.shell.toast(self.tr("{name} gaat verder met dit gesprek.").format(name=wanted.name))

    def _refuse(self, error: Exception) -> None:
        if isinstance(self.overlay.sheet, ColleagueSheet):
            self.overlay.sheet.refuse(fault_words(self.context.desk, error, ""))
            self.overlay.open(self.overlay.sheet, WIDTH)

    @Slot()
    def _on_hidden(self) -> None:
        sheet = GlassSheet(self._hidden, self.context.desk.language)
        sheet.wanted.connect(self._on_glass)
        self._open_sheet(sheet)

    @Slot(object)
    def _on_glass(self, wanted: Opening) -> None:
        try:
            self.context.office.access.break_glass(wanted.talk, wanted.reason)
        except ProblemsError as error:
            self._refuse(error)
            return
        self.overlay.close_layer()
        self._on_opened(wanted.talk)
