"""Asking who may read the paper in view: one sentence to say, a tick, and what is left out."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.conversation.desk import PERSON_ADVICE
from intake_app.ui.fields.button import ActionButton
from intake_app.ui.fields.card import FactLine
from intake_app.ui.fields.entry import TickBox
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.papers import Papers, PapersState
from intake_app.ui.presenters.papers_consent import ConsentView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column, empty
from intake_app.ui.views.papers_release import PaperRelease


class PaperConsent(QWidget):
    """The consent of one recipient. While somebody else hears it, it waits; taking back never does."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._papers: Papers | None = None
        self._recipient = ""
        self.items: dict[str, TickBox] = {}
        self.free = Label(self.tr("Dit papier is voor wie het meekrijgt. Daar is geen toestemming voor nodig."))
        self.overheard = FactLine(
            "info", self.tr("Er luistert iemand mee. Vraag dit als u met de persoon alleen bent."), Type.TEXT, Role.TEXT
        )
        self.alone = ActionButton(self.tr("Wij zijn nu alleen"))
        self.ask = Label("")
        self.tick = TickBox(self.tr("Ja, dat mag"), "", self.tr("Dit mag u altijd terugnemen"))
        self.said = Label("", Type.SMALL, Role.TEXT_SOFT)
        self.release = PaperRelease()
        self._left_out, self._boxes = QWidget(), QVBoxLayout()
        title = Label(self.tr("Wie mag dit zien?"), Type.LABEL, Role.TEXT_SOFT)
        except_for = Label(self.tr("Dit niet meegeven:"), Type.LABEL, Role.TEXT_SOFT)
        self._left_out.setLayout(column(except_for, self._boxes, gap=4))
        waits = (self.free, self.overheard, self.alone)
        self.setLayout(column(title, *waits, self.ask, self.tick, self.said, self._left_out, self.release, gap=10))
        self.tick.ticked.connect(self._on_ticked)
        self.alone.clicked.connect(self._on_alone)
        self.release.changed.connect(self.changed)

    def serve(self, papers: Papers) -> SignalInstance:
        """Keep what is ticked in these papers; returns the signal that tells so."""
        self._papers = papers
        self.release.serve(papers)
        return self.changed

    def show_state(self, state: PapersState) -> None:
        """Show the consent for the reader of the paper in view."""
        view, may_change = state.consent, not state.is_reading
        is_asked = bool(view.recipient)
        waits = view.is_overheard and may_change and (is_asked or _drawing_is_asked(state))
        self.free.setVisible(not is_asked)
        self.overheard.setVisible(waits)
        self.alone.setVisible(waits)
        self.ask.setText(view.ask)
        self.said.setText(view.said)
        self.tick.setChecked(view.is_given)
        self.tick.setEnabled(may_change and (view.is_given or not view.is_overheard))
        for part, is_there in (
            (self.ask, is_asked),
            (self.tick, is_asked),
            (self.said, view.is_given),
            (self._left_out, view.is_given),
        ):
            part.setVisible(is_there)
        self._show_items(view, may_change=may_change)
        self.release.show_state(state)

    def _show_items(self, view: ConsentView, *, may_change: bool) -> None:
        if (view.recipient, *(each.item for each in view.items)) != (self._recipient, *self.items):
            empty(self._boxes)
            self._recipient = view.recipient
            self.items = {each.item: TickBox(each.label) for each in view.items}
            for box in self.items.values():
                box.ticked.connect(self._on_left_out)
                self._boxes.addWidget(box)
        for each in view.items:
            box = self.items[each.item]
            box.setChecked(each.is_left_out)
            box.setEnabled(may_change and not (view.is_overheard and each.is_left_out))

    @Slot(bool)
    def _on_ticked(self, is_given: bool) -> None:
        if self._papers is not None:
            self._papers.consent(given=is_given)
            self.changed.emit()

    @Slot(bool)
    def _on_left_out(self, is_left_out: bool) -> None:
        item = next((item for item, box in self.items.items() if box is self.sender()), "")
        if self._papers is not None and item:
            self._papers.consents.leave_out(self._recipient, item, is_left_out=is_left_out)
            self.changed.emit()

    @Slot()
    def _on_alone(self) -> None:
        if self._papers is not None:
            self._papers.consents.be_alone()
            self.changed.emit()
            if self.tick.isVisible():
                self.tick.setFocus()


def _drawing_is_asked(state: PapersState) -> bool:
    """Tell whether it is still to be asked if who is around may stand on the person's own paper."""
    return state.chosen.id == PERSON_ADVICE and state.around.is_offered and not state.around.for_person
