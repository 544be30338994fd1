"""Asking, in place, whether to go on with what cannot be undone at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from intake_app.ui.fields.announce import announce
from intake_app.ui.views import parts


class AskCard(QFrame):
    """Away until it asks; the question is said aloud too. Not going on is the easy answer."""

    confirmed = Signal()
    dropped = Signal()

    def __init__(self, keep: str, go: str) -> None:
        """`keep` stands on the button that leaves everything as it is."""
        super().__init__()
        self.setProperty("look", "card_resume")
        self.question = parts.text("")
        self.keep, self.go = parts.button(keep, "Esc"), parts.button(go)
        self.keep.clicked.connect(self._on_kept)
        self.go.clicked.connect(self._on_gone)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(12)
        column.addWidget(self.question)
        column.addLayout(parts.row(None, self.keep, self.go))
        parts.on_escape(self, self._on_kept)
        self.hide()

    def ask(self, words: str) -> None:
        """Ask this, and go to the easy answer."""
        self.question.setText(words)
        self.show()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    @Slot()
    def _on_kept(self) -> None:
        self.hide()
        self.dropped.emit()

    @Slot()
    def _on_gone(self) -> None:
        self.hide()
        self.confirmed.emit()
