"""Whether everything is kept."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.label import ElidedLabel, IconLabel
from intake_app.ui.theme.roles import Role, Type

PATIENCE_MS = 300
"""Saving that is quicker than this shows nothing."""


class Saving(StrEnum):
    """How it stands with saving."""

    SAVED = "saved"
    BUSY = "busy"
    FAILED = "failed"


class SaveState(QWidget):
    """Says "Opgeslagen 10:32"; busy only when it takes over 300 ms; a failure in red, spoken at once.

    A screen reader hears that it was saved once on each screen and again after a failure: it can be read any time.
    `grew`: it says something of another length now. `made` holds all there are: to search a whole screen for them at
    every answer takes longer than to show the state.
    """

    grew = Signal()
    made: ClassVar[WeakSet[SaveState]] = WeakSet()

    def __init__(self) -> None:
        super().__init__()
        SaveState.made.add(self)
        self._icon = IconLabel("check", Role.TEXT_SOFT, 16)
        self._words = ElidedLabel("", Type.TEXT, Role.TEXT_SOFT)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._saving = Saving.SAVED
        self._pending, self._detail = "", ""
        self._has_begun = self._has_said = False
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
        return self._words.whole

    @property
    def saving(self) -> Saving:
        """How it stands, as shown."""
        return self._saving

    def show_state(self, saving: Saving, words: str, detail: str = "") -> None:
        """Show how it stands, in the words given; `detail` says the same with what to do, for who hears it."""
        if saving is Saving.BUSY:
            self._pending = words
            if not self._patience.isActive():
                self._patience.start()
            return
        self._patience.stop()
        is_other = (saving, words, detail) != (self._saving, self.words, self._detail)
        if is_other or (self._has_begun and not self._has_said):
            self._detail = detail
            self._show(saving, words)
        self._has_begun = True

    @Slot()
    def _on_patience_over(self) -> None:
        self._show(Saving.BUSY, self._pending)

    def _show(self, saving: Saving, words: str) -> None:
        failed, was_failed = saving is Saving.FAILED, self._saving is Saving.FAILED
        is_first_save = saving is Saving.SAVED and self._has_begun and not self._has_said
        self._saving = saving
        self._words.set_use(Type.STRONG if failed else Type.TEXT)
        self._words.set_tone(Role.ALARM if failed else Role.TEXT_SOFT)
        self._words.set_text(words)
        name, role = ("mark", Role.ALARM) if failed else ("check", Role.TEXT_SOFT)
        self._icon.show_icon(name, role)
        self._icon.setVisible(saving is not Saving.BUSY and bool(words))
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._detail if failed else "")
        if failed or was_failed or is_first_save:
            self._has_said = True
            announce(self, self._detail if failed and self._detail else words, is_urgent=failed)
        if failed or was_failed:
            self.grew.emit()
