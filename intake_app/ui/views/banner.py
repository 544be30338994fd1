"""The line above every screen: trial use, example data, rules not proved, and a change that could not be saved."""

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
        self.unproved = Label(self.tr("De regels van deze inhoud zijn niet nagerekend."), Type.STRONG)
        self.fault = Label("", Type.STRONG, Role.ALARM)
        self.retry = parts.button(self.tr("Probeer opnieuw"))
        self.retry.clicked.connect(self.retry_asked)
        line = parts.row(self.unproved, self.words, self.fault, self.retry)
        for place, share in enumerate((1, 1, 2)):
            line.setStretch(place, share)
        line.setContentsMargins(20, 4, 20, 4)
        self.setLayout(line)
        self._is_certified = True
        self.show_facts(is_demo=False, is_trial=False, is_certified=True)
        self.show_fault("")

    def show_facts(self, *, is_demo: bool, is_trial: bool, is_certified: bool) -> None:
        """Say that the people are invented, that nobody answers for the use yet, or that the rules are not proved."""
        self._is_certified = is_certified
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
        """Show what there is; beside a fault only that the rules are not proved, so that it is one line."""
        pieces: tuple[tuple[QWidget, bool], ...] = (
            (self.unproved, not self._is_certified),
            (self.words, bool(self.words.text()) and not self.fault.text()),
            (self.fault, bool(self.fault.text())),
            (self.retry, bool(self.fault.text())),
        )
        for piece, is_shown in pieces:
            piece.setVisible(is_shown)
        self.setVisible(any(is_shown for _piece, is_shown in pieces))
