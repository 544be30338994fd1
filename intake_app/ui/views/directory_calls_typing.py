"""What is typed in the quick fields of the calling list: opened, read, and kept waiting when one goes elsewhere."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from typing_extensions import override

from intake_app.core.clock import today
from intake_app.core.ids import ServiceId
from intake_app.core.problems import Problem, ProblemsError
from intake_app.ui.presenters.directory_calls_quick import Quick, changed_facts, quick_of, with_quick
from intake_app.ui.presenters.service_area import area_text
from intake_app.ui.presenters.service_form import Filled, Unsaved
from intake_app.ui.presenters.service_unsaved import leave_unsaved, note_way, take_unsaved
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.directory_calls_back import HERE
from intake_app.ui.views.directory_calls_card import ServiceCard
from intake_app.ui.views.directory_calls_parts import CallsParts
from intake_app.ui.views.service import CAME_FROM


class CallsTyping(CallsParts):
    """Nothing that was typed is lost by going to another call, to all fields, or away."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._upkeep, self._language = context.office.directory, context.desk.language
        waiting = take_unsaved(context.desk, HERE)
        self._typed: dict[ServiceId, Quick] = waiting if isinstance(waiting, dict) else {}
        self._has_asked = False

    def _edit(self, card: ServiceCard) -> None:
        call, id_ = self.calls.call, ServiceId(self.pane.current)
        card.edit(quick_of(self._upkeep.service(id_), self._language))
        reasons = call.reasons.get(id_, ()) if call else ()
        card.form.go_to(next(iter(reasons), ""))

    def _fits(self, card: ServiceCard) -> bool:
        """Tell whether what is typed can be read; else say what would."""
        wrong = card.form.misfit
        if wrong is not None:
            self._say(card, ProblemsError((wrong,)))
        return wrong is None

    def _say(self, card: ServiceCard, error: ProblemsError) -> None:
        """Say what is wrong; where it is, its place on the card says."""
        faults = [Problem(code=each.code, values=each.values) for each in error.problems]
        words = "\n".join(dict.fromkeys(map(self.context.desk.problem_text, faults)))
        if card.is_edited:
            card.form.say(words, error.problems)
        else:
            card.told.say(words)

    @Slot()
    def _on_more(self) -> None:
        """Go to all fields, with what was typed here."""
        card, id_ = self.pane.card, ServiceId(self.pane.current)
        if card is None or not self._fits(card):
            return
        service, quick = self._upkeep.service(id_), card.form.quick
        if changed_facts(service, quick, self._language):
            start = Filled(service=service, area=area_text(service, self._language))
            filled = with_quick(service, quick, self._language, today())
            unsaved = Unsaved(start=start, now=replace(start, service=filled))
            leave_unsaved(self.context.desk, f"service:{id_}", unsaved)
        card.form.hide()
        note_way(self.context.desk, CAME_FROM, HERE)
        self.context.shell.go("service", id_)

    def _hold_typed(self) -> None:
        """Remember what is being typed about the services of this call."""
        self._typed |= self._being_typed()

    def _being_typed(self) -> dict[ServiceId, Quick]:
        found = {}
        for id_, card in self.pane.cards.items():
            quick, service = card.form.quick, self._upkeep.service(ServiceId(id_))
            if card.is_edited and changed_facts(service, quick, self._language):
                found[ServiceId(id_)] = quick
        return found

    @override
    def asks_to_keep(self) -> bool:
        is_first = bool(self._typed or self._being_typed()) and not self._has_asked
        if is_first:
            self._has_asked = True
            self.context.shell.toast(self.context.desk.text("directory_edit.closes"))
        return is_first

    @override
    def leave(self) -> None:
        """Let what was typed and not kept wait for who comes back."""
        self._hold_typed()
        if self._typed:
            leave_unsaved(self.context.desk, HERE, dict(self._typed))
            id_ = next(iter(self._typed))
            words = self._words.say("unsaved", name=self._upkeep.service(id_).name)
            self.context.shell.toast(words, partial(self.context.shell.go, HERE, id_))
