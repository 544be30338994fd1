"""Whether everything is kept."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.theme.roles import Role, Type

PATIENCE_MS = 300
"""Saving that is quicker than this shows nothing."""


class Saving(StrEnum):
    """How it stands with saving."""

    SAVED = "saved"
    BUSY = "busy"
    FAILED = "failed"


class SaveState(QWidget):
    """Says "Opgeslagen 10:32"; busy only when it takes over 300 ms; a failure in red, spoken at once."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("check", Role.TEXT_SOFT, 16)
        self._words = Label("", Type.TEXT, Role.TEXT_SOFT, wraps=False)
        self._saving = Saving.SAVED
        self._pending = ""
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_over)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._icon.hide()

    @property
    def words(self) -> str:
        """What is shown."""
        return self._words.text()

    @property
    def saving(self) -> Saving:
        """How it stands, as shown."""
        return self._saving

    def show_state(self, saving: Saving, words: str) -> None:
        """Show how it stands, in the words given."""
        self._patience.stop()
        if saving is Saving.BUSY:
            self._pending = words
            self._patience.start()
            return
        self._show(saving, words)

    @Slot()
    def _on_patience_over(self) -> None:
        self._show(Saving.BUSY, self._pending)

    def _show(self, saving: Saving, words: str) -> None:
        failed, was_failed = saving is Saving.FAILED, self._saving is Saving.FAILED
        self._saving = saving
        self._words.setText(words)
        self._words.set_use(Type.STRONG if failed else Type.TEXT)
        self._words.set_tone(Role.ALARM if failed else Role.TEXT_SOFT)
        name, role = ("mark", Role.ALARM) if failed else ("check", Role.TEXT_SOFT)
        self._icon.show_icon(name, role)
        self._icon.setVisible(saving is not Saving.BUSY and bool(words))
        self.setAccessibleName(words)
        if failed or was_failed:
            announce(self, words, is_urgent=failed)
