"""One line of own words; it saves itself while one types."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from intake_app.ui.fields.note_field import RESTING_MS


class LineField(QLineEdit):
    """One line of text. `edited` carries it a moment after the last key, and at once when the field is left.

    Attributes:
        opener: what is pressed to bring the line into view, where it is not always there.
    """

    edited = Signal(str)

    def __init__(self, name: str, text: str = "", hint: str = "") -> None:
        super().__init__(text)
        self._told = text
        self.opener: QWidget | None = None
        self.setCursorPosition(0)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._resting = QTimer(self, singleShot=True, interval=RESTING_MS)
        self._resting.timeout.connect(self.flush)
        self.textChanged.connect(self._on_changed)
        self.editingFinished.connect(self.flush)

    @property
    def told(self) -> str:
        """The text that was told last, or shown; what differs from it is being typed."""
        return self._told

    def show_text(self, text: str) -> None:
        """Show another text without telling anybody; what is being typed stays."""
        is_typing = self.hasFocus() and (self.text() != self._told or self.text().strip() == text)
        if not is_typing and text != self.text():
            self._told = text
            self.setText(text)
            self._resting.stop()
            self.setCursorPosition(0)

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        if text != self._told:
            self._resting.start()

    @Slot()
    def flush(self) -> None:
        """Tell what was typed since the last time, now."""
        self._resting.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.edited.emit(self._told)
