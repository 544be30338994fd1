"""The page that is shown when somebody is too young for this program: why, the way out, and whom to call."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.ui.presenters.start import Refusal
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts

FORM_EM = 40


class RefusalPage(QWidget):
    """Says it calmly, with large numbers."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._themes = context.themes
        self.reason = parts.text("", "body")
        self.ways = parts.text("", "body")
        self.correct = parts.button(self.tr("De leeftijd klopt niet"), "")
        self.back = parts.button(self.tr("Terug naar de gesprekken"), "Enter", "primary")
        self._calls = QVBoxLayout()
        self._calls.setSpacing(8)
        self._made: list[QWidget] = []
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(parts.text(self.tr("Dit gesprek kan hier niet"), "title"))
        column.addWidget(self.reason)
        column.addWidget(parts.text(self.tr("Wat u nu kunt doen"), "heading"))
        column.addWidget(self.ways)
        column.addLayout(self._calls)
        column.addLayout(parts.row(self.correct, None, self.back))
        column.addStretch(1)
        parts.centred(self, column, FORM_EM * parts.em(self._themes))

    def show_refusal(self, refusal: Refusal) -> None:
        """Show the words and numbers of a refusal."""
        self.reason.setText(refusal.reason)
        self.ways.setText("\n".join(f"{at}. {way}" for at, way in enumerate(refusal.ways_out, start=1)))
        for old in self._made:
            old.deleteLater()
        self._made = [
            parts.call(self._themes, call.text, call.number or self.tr("Het nummer staat nog niet bij Instellingen."))
            for call in refusal.calls
        ]
        for call in self._made:
            self._calls.addWidget(call)
