"""Two ticks: may the drawing of who is around stand with the summary, and on the person's own paper."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from intake_app.conversation.around import PERSON
from intake_app.conversation.consent import HUISARTS
from intake_app.conversation.desk import PERSON_ADVICE
from intake_app.ui.fields.entry import TickBox
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.papers import Papers, PapersState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column


class PaperAround(QWidget):
    """Hidden where there is nothing to ask; each tick comes with the paper that it is about."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._papers: Papers | None = None
        self.with_summary = TickBox(self.tr("Ook bij de samenvatting voor de huisarts"))
        self.on_own = TickBox(self.tr("Ook op mijn eigen papier"), "", self.tr("Thuis kan een ander het lezen"))
        title = Label(self.tr("Wie er om u heen is: mag dat erbij?"), Type.LABEL, Role.TEXT_SOFT)
        self.setLayout(column(title, self.with_summary, self.on_own, gap=4))
        self.with_summary.ticked.connect(self._on_summary)
        self.on_own.ticked.connect(self._on_own)
        self.hide()

    def show_state(self, state: PapersState) -> None:
        """Show where the drawing may stand."""
        around, consent = state.around, state.consent
        with_summary = consent.recipient == HUISARTS and consent.is_given
        on_own = state.chosen.id == PERSON_ADVICE
        self.setVisible(around.is_offered and (with_summary or on_own))
        self.with_summary.setVisible(with_summary)
        self.on_own.setVisible(on_own)
        self.with_summary.setChecked(around.for_huisarts)
        self.on_own.setChecked(around.for_person)
        for tick in (self.with_summary, self.on_own):
            tick.setEnabled(not state.is_reading and (tick.isChecked() or not consent.is_overheard))

    def serve(self, papers: Papers) -> SignalInstance:
        """Keep what is ticked in these papers; returns the signal that tells so."""
        self._papers = papers
        return self.changed

    @Slot(bool)
    def _on_summary(self, is_given: bool) -> None:
        self._agree(HUISARTS, is_given=is_given)

    @Slot(bool)
    def _on_own(self, is_given: bool) -> None:
        self._agree(PERSON, is_given=is_given)

    def _agree(self, recipient: str, *, is_given: bool) -> None:
        if self._papers is not None:
            self._papers.agree_around(recipient, given=is_given)
            self.changed.emit()
