"""The calling list: who to ring this week so that the sociale kaart stays right, one key for each answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from intake_app.core.clock import today
from intake_app.core.ids import ServiceId
from intake_app.core.problems import ProblemsError
from intake_app.directory.checks import Verdict
from intake_app.directory.model import Service
from intake_app.ui.presenters.directory_calls import Answer, Week
from intake_app.ui.presenters.directory_calls_quick import changed_facts, with_quick
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.choose_frame import plain_key
from intake_app.ui.views.directory_calls_back import TakeBack
from intake_app.ui.views.directory_calls_typing import CallsTyping
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.service import LIST

_KEYS = {"J": Verdict.STILL_RIGHT, "W": Verdict.CHANGED, "G": Verdict.GONE, "N": Verdict.NOT_REACHED}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class CallsScreen(CallsTyping):
    """The list is made off the drawing thread. After each answer one stands on the next thing to ask."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._connect()
        self.show_panes()
        self.busy.begin(self.tr("De bellijst wordt gemaakt …"))
        context.shell.run(self.calls.load, self._on_loaded, self._on_not_loaded)

    def _connect(self) -> None:
        self.list.moved.connect(self._on_moved)
        self.list.opened.connect(self._on_opened)
        self.pane.answered.connect(self.answer)
        self.pane.all_answered.connect(self.answer_all)
        self.pane.edited.connect(self._on_edited)
        self.pane.more.connect(self._on_more)
        self.pane.taken_back.connect(self._on_taken_back)
        self.back.clicked.connect(self._on_back)
        self.done.clicked.connect(self._on_done)

    def _on_loaded(self, week: object) -> None:
        self.busy.end()
        if isinstance(week, Week):
            self.calls.begin(week, self.context.about or next(iter(self._typed), ""))
        self.show_state()
        self._show_call()
        self._on_opened()

    def _on_not_loaded(self, error: Exception) -> None:
        self.busy.end()
        words = self.tr("De bellijst kon niet worden gemaakt. Sluit dit scherm en probeer het nog eens.")
        self.told.say(fault_words(self.context.desk, error, words))

    def _show_call(self) -> None:
        """Show the call in hand, with what was being typed about it."""
        call = self.calls.call
        if call is None:
            return
        self.pane.show_call(self._words.view(self.calls, call), may_change=not self.refusal)
        for id_, card in self.pane.cards.items():
            quick = self._typed.pop(ServiceId(id_), None)
            if quick is not None and card.takes_answers:
                card.edit(quick)
                card.told.say(self._words.say("unsaved", name=card.name.text()))

    @Slot(int)
    def _on_moved(self, at: int) -> None:
        self._hold_typed()
        self.calls.at = at
        self._show_call()

    @Slot()
    def _on_opened(self) -> None:
        """Go into the call in hand; to the way out where there is none."""
        self._is_reading_one = True
        self.show_panes()
        self.pane.go_to(self.pane.current)
        if self.calls.call is None:
            self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        verdict = _KEYS.get(plain_key(event))
        if verdict is None or event.modifiers() & _HELD:
            super().keyPressEvent(event)
        elif self.pane.isVisible() and not event.isAutoRepeat():
            is_all = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.answer_all if is_all else self.answer)(verdict)

    @Slot(Verdict)
    def answer(self, verdict: Verdict) -> None:
        """Answer for the service that the keys are for; what changed is asked first."""
        card = self.pane.card
        if card is None or not card.takes_answers:
            return
        if verdict is Verdict.CHANGED:
            self._edit(card)
        else:
            self._note((ServiceId(self.pane.current),), self._answer(verdict))

    @Slot(Verdict)
    def answer_all(self, verdict: Verdict) -> None:
        """Answer for all services of the call at once; those whose fields are open are left out."""
        call = self.calls.call
        ids = {Verdict.STILL_RIGHT: self.calls.unknown, Verdict.NOT_REACHED: self.calls.left}.get(verdict)
        if call is None or ids is None:
            return
        found = tuple(each for each in ids(call) if self.pane.cards[each].takes_answers)
        if found:
            self._note(found, self._answer(verdict))

    def _answer(self, verdict: Verdict, facts: tuple[str, ...] = ()) -> Answer:
        named = ", ".join(self._words.say(f"fact_{each}").lower() for each in facts)
        text = self._words.say("text_changed", facts=named) if facts else ""
        return Answer(verdict=verdict, how=self.pane.how_now, at=parts.now(), facts=facts, text=text)

    def _note(self, ids: Sequence[ServiceId], answer: Answer, changed: Service | None = None) -> None:
        """Keep an answer, offer to undo it, and go on; what is wrong is said at the service that it is about."""
        at = ids[0]
        try:
            for at in ids:
                self.calls.note(at, answer, changed)
        except ProblemsError as error:
            self._show_noted(ids)
            self._say(self.pane.cards[at], error)
        else:
            undo = TakeBack(self, ids) if self.calls.can_take_back(ids) else None
            self.context.shell.toast(self._noted_words(ids, answer.verdict), undo)
            self._show_noted(ids)
            self._go_on(ids[-1])

    def _noted_words(self, ids: Sequence[ServiceId], verdict: Verdict) -> str:
        said = self._words.verdict(verdict, self.calls.back_on)
        if len(ids) == 1:
            return self._words.say("noted_about", name=self.pane.cards[ids[0]].name.text(), verdict=said)
        return self._words.say("noted_many", count=str(len(ids)), verdict=said)

    def _show_noted(self, ids: Sequence[str]) -> None:
        """Show what was noted of these, or taken back; a service that failed keeps what was typed."""
        self.show_state()
        call = self.calls.call
        if call is None:
            return
        view = self._words.view(self.calls, call)
        for ask in view.asks:
            if ask.id in ids and (ask.noted or not self.pane.cards[ask.id].is_edited):
                self.pane.cards[ask.id].show_ask(ask, may_change=not self.refusal)
        self.pane.show_whole(view, may_change=not self.refusal)

    def _go_on(self, after: ServiceId) -> None:
        """Go to the next thing to ask: of this call, else of the next one; else to the way out."""
        call = self.calls.call
        left = self.calls.left(call, after=after) if call else ()
        if left:
            self.pane.go_to(left[0])
            return
        self._hold_typed()
        if self.calls.go_on():
            self._show_call()
            self.show_state()
            self._on_opened()
        else:
            self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def come_back(self, id_: ServiceId) -> None:
        """Show a service again of which something was taken back."""
        self._hold_typed()
        self.calls.begin(self.calls.week, id_)
        self.show_state()
        self._show_call()
        self._is_reading_one = True
        self.show_panes()
        self.pane.go_to(id_)

    @Slot()
    def _on_taken_back(self) -> None:
        TakeBack(self, (ServiceId(self.pane.current),))()

    @Slot()
    def _on_edited(self) -> None:
        """Keep the quick fields, as the answer that something was changed."""
        card, id_ = self.pane.card, ServiceId(self.pane.current)
        if card is None or not self._fits(card):
            return
        service, quick = self._upkeep.service(id_), card.form.quick
        facts = changed_facts(service, quick, self._language)
        if facts:
            changed = with_quick(service, quick, self._language, today())
            self._note((id_,), self._answer(Verdict.CHANGED, facts), changed)
        else:
            card.form.say(self.tr("U hebt hier niets gewijzigd. Klopt alles nog? Sluit dit met Esc en kies J."))

    @override
    def _escape(self) -> None:
        card = self.pane.card
        if card is not None and card.is_edited:
            card.form.close_form()
        elif self.is_narrow and self.pane.isVisible():
            self._on_back()
        else:
            self._on_done()

    @Slot()
    def _on_back(self) -> None:
        self._is_reading_one = False
        self.show_panes()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    @Slot()
    def _on_done(self) -> None:
        self.context.shell.go(LIST)
