"""One line of a list that is looked through: what it is, what it is beside, and what can be decided about it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.directory.import_plan import NEW, SKIP, Outcome, PlanLine
from intake_app.directory.importing.match import MOST_CANDIDATES
from intake_app.ui.fields.entry import TickBox
from intake_app.ui.presenters.directory_files import Review
from intake_app.ui.presenters.directory_files_compare import Comparer
from intake_app.ui.presenters.directory_files_words import ListWords
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.directory_files_table import FactsTable
from intake_app.ui.views.flow import Flow

ANSWER = "answer"
TEN = 10


class LinePane(QWidget):
    """`answered` carries the id of an entry here, `NEW` or `SKIP`; `let_go` whether an entry goes away."""

    answered = Signal(str)
    let_go = Signal(bool)

    def __init__(self, words: ListWords, review: Review, comparer: Comparer) -> None:
        super().__init__()
        self._words, self._review, self._comparer = words, review, comparer
        self.name, self.owner, self.about = parts.text("", Type.HEADING), parts.soft(""), parts.text("")
        self.facts = FactsTable(self.tr("Naast elkaar"))
        self.same = [
            parts.button(self.tr("Is deze"), str(number % TEN), icon="check")
            for number in range(1, MOST_CANDIDATES + 1)
        ]
        self.new = parts.button(self.tr("Is nieuw"), "N", icon="plus")
        self.skip = parts.button(self.tr("Overslaan"), "O", icon="skip")
        self.goes = TickBox(self.tr("Haal dit weg uit de sociale kaart"), self.tr("Spatie"))
        self._lay_out()
        self.new.setProperty(ANSWER, NEW)
        self.skip.setProperty(ANSWER, SKIP)
        for button in (*self.same, self.new, self.skip):
            button.clicked.connect(self._on_answer)
        self.goes.ticked.connect(self.let_go)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._answers = Flow()
        for button in (*self.same, self.new, self.skip):
            self._answers.add(button)
        for part in (self.name, self.owner, self.about, self._answers, self.goes):
            column.addWidget(part)
        column.addWidget(self.facts, 1)
        column.addStretch()

    def show_line(self, line: PlanLine) -> None:
        """Show a line; what can be decided about it stands above what it is beside, and keeps its place."""
        outcome = line.outcome
        self.name.setText(line.name)
        self.owner.setText(line.organization)
        self.owner.setVisible(bool(line.organization))
        fields = self._words.fields(line.fields)
        self.about.setText(self._words.say(f"about_{outcome.value}", fields=fields))
        self._answers.setVisible(outcome is Outcome.UNSURE)
        for at, button in enumerate(self.same):
            button.setVisible(at < len(line.candidates))
            button.setProperty(ANSWER, line.candidates[at] if at < len(line.candidates) else "")
        self.goes.setVisible(outcome is Outcome.GONE)
        self.goes.setChecked(self._review.is_going(line))
        self.facts.show_facts(self._comparer.compared(line))

    def press(self, key: str) -> bool:
        """Decide by key, as its button would; tells whether that key decides anything here."""
        buttons = (*self.same, self.new, self.skip)
        button = next((each for each in buttons if each.key == key and each.isVisible()), None)
        if button is not None:
            button.click()
        return button is not None

    @Slot()
    def _on_answer(self) -> None:
        self.answered.emit(str(self.sender().property(ANSWER)))
