"""Letting something go to a recipient that otherwise stays inside, one by one, when the person is alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.core.problems import ProblemsError
from intake_app.ui.fields.button import LinkButton
from intake_app.ui.fields.entry import TickBox
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.papers import Papers, PapersState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.choose_frame import column, empty

ALONE, NOT_ALONE = "alone", "not_alone"


class PaperRelease(QWidget):
    """A link; behind it first whether the person is alone, only then what could be released. It closes by itself.

    The link stands there whether or not anything stays inside, so that it tells nothing.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._papers: Papers | None = None
        self._recipient = ""
        self.boxes: dict[str, TickBox] = {}
        self.link = LinkButton(self.tr("Nog iets meegeven …"))
        words = {ALONE: self.tr("Ja, er is niemand bij"), NOT_ALONE: self.tr("Nee, of ik weet het niet")}
        self.alone = Chips(words, self.tr("Is de persoon nu alleen?"))
        self.told = Label("", Type.SMALL, Role.TEXT_SOFT)
        self._inside, self._rows = QWidget(), QVBoxLayout()
        title = Label(self.alone.accessibleName(), Type.LABEL, Role.TEXT_SOFT)
        self._inside.setLayout(column(title, self.alone, self.told, self._rows, gap=6))
        whole = column(gap=6)
        whole.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._inside)
        self.setLayout(whole)
        self.link.clicked.connect(self._on_link)
        self.alone.chosen.connect(self._on_alone)
        self.shut()

    def serve(self, papers: Papers) -> None:
        """Keep what is ticked in these papers."""
        self._papers = papers

    def show_state(self, state: PapersState) -> None:
        """Be there for a recipient who may read the paper in view; with another one what stood open shuts."""
        if state.consent.recipient != self._recipient:
            self.shut()
            self._recipient = state.consent.recipient
        self.setVisible(state.consent.is_given and not state.is_reading)

    def shut(self) -> None:
        """Put everything away."""
        empty(self._rows)
        self.boxes = {}
        self.alone.choose()
        self.told.setText("")
        self._inside.hide()

    @Slot()
    def _on_link(self) -> None:
        is_open = self._inside.isVisible()
        self.shut()
        self._inside.setVisible(not is_open)

    @Slot(str)
    def _on_alone(self, code: str) -> None:
        empty(self._rows)
        self.boxes = {}
        self.told.setText(self.tr("Doe dit een andere keer."))
        if self._papers is None:
            return
        self._papers.consents.be_alone(on=code == ALONE)
        if code == ALONE:
            self._offer(self._papers)
        self.changed.emit()

    def _offer(self, papers: Papers) -> None:
        try:
            found = papers.consents.held()
        except ProblemsError as error:
            self.told.setText(papers.in_words(error.problems))
            return
        released = papers.consents.released(self._recipient)
        self.boxes = {each.item: TickBox(each.text) for each in found}
        for item, box in self.boxes.items():
            box.setChecked(item in released)
            box.ticked.connect(self._on_ticked)
            self._rows.addWidget(box)
        some = self.tr("Alleen wat u aankruist, gaat mee. Vraag het per regel.")
        self.told.setText(some if found else self.tr("Er is niets dat binnen blijft."))

    @Slot(bool)
    def _on_ticked(self, is_released: bool) -> None:
        item = next((item for item, box in self.boxes.items() if box is self.sender()), "")
        if self._papers is not None and item:
            self._papers.consents.release(self._recipient, item, is_released=is_released)
            self.changed.emit()
