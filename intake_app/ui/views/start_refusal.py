"""The page that is shown when somebody is too young for this program: why, the way out, and whom to call."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.ui.fields.button import Kind
from intake_app.ui.presenters.start import Refusal
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts

FORM_EM = 40


class RefusalPage(QWidget):
    """Says it calmly, with large numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.reason = parts.text("")
        self.ways = parts.text("")
        self.correct = parts.button(self.tr("De leeftijd klopt niet"))
        self.back = parts.button(self.tr("Terug naar de gesprekken"), "Enter", Kind.PRIMARY)
        self._calls = QVBoxLayout()
        self._calls.setSpacing(8)
        self._made: list[QWidget] = []
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(parts.text(self.tr("Dit gesprek kan hier niet"), Type.QUESTION))
        column.addWidget(self.reason)
        column.addWidget(parts.text(self.tr("Wat u nu kunt doen"), Type.TITLE))
        column.addWidget(self.ways)
        column.addLayout(self._calls)
        column.addLayout(parts.row(self.correct, None, self.back))
        column.addStretch(1)
        parts.centred(self, column, FORM_EM * parts.em())

    def show_refusal(self, refusal: Refusal) -> None:
        """Show the words and numbers of a refusal."""
        self.reason.setText(refusal.reason)
        self.ways.setText("\n".join(f"{at}. {way}" for at, way in enumerate(refusal.ways_out, start=1)))
        for old in self._made:
            old.deleteLater()
        missing = self.tr("Het nummer staat nog niet bij Instellingen.")
        self._made = [parts.CallLine(call.text, call.number or missing) for call in refusal.calls]
        for call in self._made:
            self._calls.addWidget(call)
