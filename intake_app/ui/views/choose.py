"""Choosing together: "Wat wilt u proberen?" Five groups side by side, digits take, V compares."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from intake_app.advice.proposals import ENOUGH
from intake_app.ui.presenters.choose import Choosing
from intake_app.ui.presenters.choose_state import ChooseState
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import choose_otherwise
from intake_app.ui.views.choose_arrows import Arrows
from intake_app.ui.views.choose_card import CardAsked, ProposalCard
from intake_app.ui.views.choose_column import Column
from intake_app.ui.views.choose_frame import is_typing, on_key, plain_key
from intake_app.ui.views.choose_sheets import ChooseSheets
from intake_app.ui.views.conflict import ConflictLayer

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ChooseScreen(ChooseSheets):
    """The screen of choosing together."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._columns: dict[str, Column] = {}
        Arrows(self.columns, self.bar, self._shown_columns)
        self.conflicts = ConflictLayer(self, self.header)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        on_key(self, "Alt+Left", self._on_back)
        self.compare.clicked.connect(self._on_compare)
        self.panel.close_button.clicked.connect(self._on_compare)
        self.panel.asked.connect(self._on_asked)
        self.own_step.typed.connect(self._on_typed)
        self.own_step.written.connect(self._on_written)
        self.enough.clicked.connect(self._on_enough)
        self.back.clicked.connect(self._on_back)
        self.onward.clicked.connect(self._on_onward)
        self.notes.question_asked.connect(self._on_question)
        self.notes.safety_left.connect(self._on_safety_left)
        self.held.flag_asked.connect(self._on_back)
        self.sheet.decided.connect(self._on_decided)
        self.sheet.entry_asked.connect(self._on_entry)
        self.services.picked.connect(self._on_asked)
        self.notes.order_asked.connect(self._on_order)

    def _shown_columns(self) -> list[Column]:
        return list(self._columns.values())

    def column(self, group: str) -> Column:
        """Return the column of a group."""
        return self._columns[group]

    def card(self, kind: str) -> ProposalCard:
        """Return the card of a kind that is shown."""
        return next(each.cards[kind] for each in self._columns.values() if kind in each.cards)

    def refresh(self) -> None:
        """Show the state again."""
        self.header.show_saved()
        state = self.choosing.state()
        self.held.show_view(state.held)
        self.page.setVisible(state.held is None)
        self.setFocusProxy(self.onward if state.held is None else self.held.button)
        for part in (self.enough, self.counter, self.onward):
            self.bar.set_wanted(part, is_wanted=state.held is None)
        self._show_columns(state)
        self.notes.show_state(state)
        self.notes.setVisible(self.notes.has_words and not state.is_comparing)
        self.own_step.show_view(state.own_step, self._own_words(state))
        self.panel.setVisible(state.is_comparing)
        self.panel.show_views(state.compared)
        self.counter.setText(state.counter)
        self.invitation.setText(self._invitation())
        self.enough.set_icon("check" if state.is_enough else "")

    def _show_columns(self, state: ChooseState) -> None:
        if list(self._columns) != [each.group for each in state.columns]:
            self._make_columns(state)
        for each in state.columns:
            self._columns[each.group].show_view(each, is_comparing=state.is_comparing)

    def _make_columns(self, state: ChooseState) -> None:
        self.own_step.setParent(self)
        self.own_step.setVisible(bool(state.columns))
        own = [self.own_step, *[None] * len(state.columns)]
        self._columns = {each.group: Column(each, card) for each, card in zip(state.columns, own, strict=False)}
        for each in self._columns.values():
            each.asked.connect(self._on_asked)
            each.more_asked.connect(self._on_more)
        self.columns.set_columns(list(self._columns.values()))

    def _own_words(self, state: ChooseState) -> str:
        if not state.own_step.text:
            return ""
        return self.tr("Gekozen") if state.own_step.is_taken else self.tr("Later")

    @Slot(CardAsked)
    def _on_asked(self, asked: CardAsked) -> None:
        """Do what was pressed on a card."""
        if asked.what == "reasons" or asked.what in choose_otherwise.OTHERWISE:
            self.open_reasons(asked)
            return
        if asked.what == "entry":
            self._on_entry(asked.value)
            return
        if asked.what == "others":
            self.open_services(asked.kind)
            return
        said = _do(self.choosing, asked)
        self.refresh()
        self._tell(said)

    @Slot(CardAsked)
    def _on_decided(self, asked: CardAsked) -> None:
        """Keep what the practitioner decided otherwise, with the reason."""
        self.sheet.close_layer()
        said = _do(self.choosing, asked)
        self.refresh()
        self._tell(said)

    def _tell(self, said: str) -> None:
        if said:
            self.context.shell.toast(said)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.choosing.write_own_step(text)
        self.refresh()

    @Slot(str)
    def _on_written(self, text: str) -> None:
        said = self.choosing.write_own_step(text)
        self.onward.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()
        self._tell(said)

    @Slot(str)
    def _on_more(self, group: str) -> None:
        self.choosing.toggle_more(group)
        self.refresh()

    @Slot()
    def _on_compare(self) -> None:
        self.choosing.compare()
        self.refresh()
        QTimer.singleShot(0, self._show_panel)

    @Slot()
    def _show_panel(self) -> None:
        """Bring the comparison into view once it has its place."""
        if self.panel.isVisible():
            bar = self.page.verticalScrollBar()
            bar.setValue(min(bar.maximum(), max(0, self.panel.y() - self.page.height() // 3)))

    @Slot()
    def _on_enough(self) -> None:
        if self.choosing.enough_asks_why():
            self.open_reasons(CardAsked(what=choose_otherwise.ANYWAY, kind=ENOUGH))
            return
        said = self.choosing.enough()
        self.refresh()
        self._tell(said)

    @Slot(str)
    def _on_safety_left(self, reason: str) -> None:
        self.choosing.leave_safety(reason)
        self.refresh()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits take, V compares, N writes; Enter goes on, Esc closes the top layer."""
        if event.key() == Qt.Key.Key_Escape and self.panel.isVisible():
            self._on_compare()
        elif event.key() in ENTER and not is_typing() and self.onward.isVisible():
            self._on_onward()
        elif not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier) and self._press(plain_key(event)):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _press(self, key: str) -> bool:
        if not self.page.isVisible() or not key:
            return False
        if key == "V":
            self._on_compare()
        elif key == "N":
            self.own_step.write()
        elif key.isdigit():
            said = self.choosing.take_digit(key)
            self.refresh()
            self._tell(said)
        else:
            return False
        return True


def _do(choosing: Choosing, asked: CardAsked) -> str:
    """Do what was asked of a card; returns what should be said about it."""
    match asked.what:
        case "take":
            return choosing.take(asked.kind)
        case "later":
            return choosing.later(asked.kind)
        case "service":
            return choosing.pick(asked.kind, asked.value)
        case choose_otherwise.ANYWAY:
            return choosing.take_anyway(asked.kind, asked.value)
        case choose_otherwise.LEAVE:
            return choosing.leave(asked.kind, asked.value)
        case "decline":
            choosing.decline(asked.kind, asked.value)
        case "back":
            choosing.take_back(asked.kind)
        case "compare":
            choosing.toggle_compared(asked.kind)
    return ""
