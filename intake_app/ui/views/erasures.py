"""Requests for erasure and clearing away: deciding with two, the certificate, and what goes by itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from intake_app.practice.persons import ErasureRequest
from intake_app.ui.fields.button import Kind
from intake_app.ui.presenters.erasures import ErasuresView, erasures_view
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.choose_frame import empty
from intake_app.ui.views.erasures_cards import OpenCard, PurgeCard
from intake_app.ui.views.erasures_decide import DecideCard
from intake_app.ui.views.erasures_decided import DecidedCard
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.told import Told

FORM_EM = 60


class ErasuresScreen(OfficeScreen):
    """One thing at a time: while something goes on, the rest waits."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._persons = context.office.persons
        self._view: ErasuresView | None = None
        self._wanted = context.about
        self.form: DecideCard | None = None
        language = context.desk.language
        self.told, self.busy = Told(), BusyRow()
        self.open, self.decided, self.purge = OpenCard(language), DecidedCard(context), PurgeCard(language)
        self.done = parts.button(self.tr("Klaar"), "Esc", Kind.PRIMARY)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.done)
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        self._slot = QVBoxLayout()
        column.addWidget(self.told)
        column.addWidget(self.open)
        column.addLayout(self._slot)
        column.addWidget(self.decided)
        column.addWidget(self.purge)
        for card in (self.open, self.decided, self.purge):
            card.hide()
        self._fill_column(self.tr("Verzoeken en opruimen"), column, FORM_EM, self.busy, None, self.done)

    def _connect(self) -> None:
        self.open.wanted.connect(self._on_decide)
        self.purge.wanted.connect(self._on_purge)
        self.done.clicked.connect(self._on_done)

    @override
    def refresh(self) -> None:
        self.busy.begin(self.tr("Bezig met kijken …"))
        self.context.shell.run(partial(erasures_view, self.context.office), self._on_looked, self._on_not_looked)

    def _on_looked(self, found: object) -> None:
        self.busy.end()
        if not isinstance(found, ErasuresView):
            return
        self._view = found
        has_second = bool(found.seconds)
        self.open.show_requests(found.open, self._wanted, may_decide=found.may_decide, has_second=has_second)
        self.open.show()
        self.decided.show_requests(found.decided, self._wanted)
        self.purge.show_notice(found.purge)
        self._go_to_wanted(found)

    def _go_to_wanted(self, found: ErasuresView) -> None:
        """Go to what comes next with the request that one came for, or just decided on."""
        wanted, self._wanted = self._wanted, ""
        if wanted and wanted in {each.id for each in found.decided}:
            self.decided.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        elif wanted:
            self.open.decide.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_looked(self, error: Exception) -> None:
        self.busy.end()
        self.told.say(self._words(error))

    def _words(self, error: Exception) -> str:
        return fault_words(self.context.desk, error, self.tr("Dit lukte niet. Probeer het nog eens."))

    @Slot(str)
    def _on_decide(self, id_: str) -> None:
        request = next((each for each in self._view.open if each.id == id_), None) if self._view else None
        if request is not None and self._view is not None:
            self._close()
            self.form = DecideCard(request, self._view.seconds, self.context.desk.language)
            self.form.submitted.connect(self._on_submitted)
            self.form.left.connect(self._on_left)
            self._slot.addWidget(self.form)
            self.open.setEnabled(False)
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        empty(self._slot)
        self.form = None
        self.open.setEnabled(True)

    @Slot()
    def _on_left(self) -> None:
        self._close()
        self.open.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_submitted(self) -> None:
        if self.form is None or not self.form.judge():
            return
        said = self.form.verdict()
        job = partial(self._persons.decide_erasure, said.request, said.decision, said.reason, said.second, said.phrase)
        self.setEnabled(False)
        self.busy.begin(self.tr("Bezig …"))
        self.context.shell.run(job, self._on_decided, self._on_not_decided)

    def _on_decided(self, found: object) -> None:
        self.setEnabled(True)
        self._close()
        if isinstance(found, ErasureRequest):
            self._wanted = found.id
        self.refresh()
        self.context.shell.toast(self.tr("Het besluit is vastgelegd. Bewaar het bewijs, of druk het af."))

    def _on_not_decided(self, error: Exception) -> None:
        self.setEnabled(True)
        self.busy.end()
        if self.form is not None:
            self.form.refuse(error, self._words(error))

    @Slot()
    def _on_purge(self) -> None:
        self.purge.begin(self.tr("Bezig met opruimen …"))
        self.context.shell.run(self._persons.purge, self._on_purged, self._on_not_purged)

    def _on_purged(self, found: object) -> None:
        one, more = self.tr("1 gesprek is opgeruimd."), self.tr("{n} gesprekken zijn opgeruimd.").format(n=found)
        self.purge.end(one if found == 1 else more)
        self.refresh()

    def _on_not_purged(self, error: Exception) -> None:
        self.purge.end(self._words(error))

    @override
    def _escape(self) -> None:
        leave = self._on_done if self.form is None else self._on_left
        leave()
