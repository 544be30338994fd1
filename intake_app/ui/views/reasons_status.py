"""The line on top of "Waarom?": how settled the outcome is, and how firm the advice stands."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.reasons_outcome import FirmnessState, OutcomeState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.reasons_need import is_narrow


class StatusLine(QFrame):
    """Keeps its height: what looking ahead says is put where "wordt doorgerekend" stood."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        self.name, self.meaning = Label("", Type.STRONG), Label("", Type.SMALL, Role.TEXT_SOFT)
        self.firmness, self.how = Label(""), Label("", Type.SMALL, Role.TEXT_SOFT)
        note = self.tr("Een indicatie, geen bewijs. U en de persoon beslissen.")
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if is_narrow() else QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(28, 8, 28, 10)
        row.setSpacing(8 if is_narrow() else 28)
        firm = (self.firmness, Label(note, Type.SMALL, Role.TEXT_SOFT), self.how)
        for labels in ((self.name, self.meaning), firm):
            column = QVBoxLayout()
            column.setSpacing(0)
            for label in labels:
                column.addWidget(label)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.how.hide()
        self.firmness.setText(self.tr("Hoe vast het advies staat, wordt doorgerekend …"))

    def show_outcome(self, state: OutcomeState) -> None:
        """Say how settled the outcome is."""
        self.name.setText(state.name)
        self.meaning.setText(state.meaning)

    def show_firmness(self, state: FirmnessState | None) -> None:
        """Say how firm the advice stands; None where that could not be worked out."""
        unknown = self.tr("Hoe vast het advies staat, kon nu niet worden doorgerekend.")
        self.firmness.setText(unknown if state is None else state.words)
        self.how.setText("" if state is None else state.how)

    def show_more(self, *, is_on: bool) -> None:
        """Say how that was worked out, or not."""
        self.how.setVisible(is_on and bool(self.how.text()))
