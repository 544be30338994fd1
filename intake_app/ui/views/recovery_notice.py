"""A reminder, on the list and beside the people, until the recovery sheet was tried from the paper."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from intake_app.ui.presenters.recovery import is_asked_for
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.recovery_cards import StandLine


class RecoveryNotice(QFrame):
    """One sentence and the way to the sheet; away for who cannot make one, and when it was tried."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._context = context
        self.stand = StandLine(context.desk.language)
        self.open_button = parts.button(self.tr("Naar het herstelblad"))
        self.open_button.clicked.connect(self._on_open)
        row = parts.row(self.stand, self.open_button)
        row.setStretch(0, 1)
        row.setContentsMargins(20, 14, 20, 14)
        self.setLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Look again how it stands."""
        people = self._context.office.people
        is_asked = is_asked_for(people)
        if is_asked:
            self.stand.show_recovery(people.recovery())
        self.setVisible(is_asked)

    @Slot()
    def _on_open(self) -> None:
        self._context.shell.go("recovery")
