"""The line above every screen: trial use, example data, and a change that could not be saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from intake_app.ui.fields.label import Label
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import parts


class Banner(QFrame):
    """Shows what holds for the whole program now; away when there is nothing to say."""

    retry_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "sunken")
        self.words = Label("", Type.TEXT)
        self.fault = Label("", Type.STRONG, Role.ALARM)
        self.retry = parts.button(self.tr("Probeer opnieuw"))
        self.retry.clicked.connect(self.retry_asked)
        line = parts.row(self.words, self.fault, self.retry)
        line.setStretch(0, 1)
        line.setStretch(1, 2)
        line.setContentsMargins(20, 4, 20, 4)
        self.setLayout(line)
        self.show_facts(is_demo=False, is_trial=False)
        self.show_fault("")

    def show_facts(self, *, is_demo: bool, is_trial: bool) -> None:
        """Say that the people are invented, or that nobody answers for the use yet."""
        said = []
        if is_demo:
            said.append(self.tr("Voorbeeldgegevens: fictieve mensen"))
        if is_trial:
            said.append(self.tr("Proefgebruik: nog niet vastgelegd wie voor het gebruik instaat"))
        self.words.setText(" · ".join(said))
        self._fit()

    def show_fault(self, words: str) -> None:
        """Say that the last change was not saved, with what to do; an empty text takes it away."""
        self.fault.setText(words)
        self._fit()

    def _fit(self) -> None:
        """Show what there is; a fault stands alone, so that it is one line."""
        pieces: tuple[tuple[QWidget, bool], ...] = (
            (self.words, bool(self.words.text()) and not self.fault.text()),
            (self.fault, bool(self.fault.text())),
            (self.retry, bool(self.fault.text())),
        )
        for piece, is_shown in pieces:
            piece.setVisible(is_shown)
        self.setVisible(any(is_shown for _piece, is_shown in pieces))
