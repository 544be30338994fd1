"""What is said, in own words; it saves itself while one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QToolTip
from typing_extensions import override

from intake_app.ui.theme.source import theme_source

RESTING_MS = 600
MOST_LINES = 6
LONGEST = 20_000
"""Characters that one note can hold."""
_AROUND = 16


class NoteField(QPlainTextEdit):
    """Plain text. Grows to six lines, then scrolls; Ctrl+Enter leaves it.

    No more than `LONGEST` characters go in; `full` are the words that say so. `edited` carries the whole text,
    a moment after the last key, and at once when the field is left or hidden.
    """

    edited = Signal(str)
    finished = Signal()

    def __init__(self, name: str, hint: str = "", least_lines: int = 2, full: str = "") -> None:
        super().__init__()
        self._least_lines, self._full = least_lines, full
        self._told = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._resting = QTimer(self, singleShot=True, interval=RESTING_MS)
        self._resting.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        theme_source().changed.connect(self._on_size_changed)
        self._on_size_changed()

    @property
    def told(self) -> str:
        """The text that was told last, or shown; what differs from it is being typed."""
        return self._told

    def show_text(self, text: str) -> None:
        """Show a text without telling anybody; what is being typed stays."""
        if text == self.toPlainText() or self._resting.isActive():
            return
        self._told = text
        self.setPlainText(text)
        self._resting.stop()

    @Slot()
    def flush(self) -> None:
        """Tell what was typed since the last time, now."""
        self._resting.stop()
        text = self.toPlainText()
        if text != self._told:
            self._told = text
            self.edited.emit(text)

    @Slot()
    def _on_text_changed(self) -> None:
        if len(self.toPlainText()) > LONGEST:
            self._cut()
        if self.toPlainText() != self._told:
            self._resting.start()

    def _cut(self) -> None:
        """Take off what is more than can be kept, at the end, and say so."""
        cursor = self.textCursor()
        place = min(cursor.position(), LONGEST)
        self.setPlainText(self.toPlainText()[:LONGEST])
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        if self._full:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self._full, self)

    @Slot()
    def _on_size_changed(self) -> None:
        # A plain text document measures its height in lines.
        lines = min(max(round(self.document().size().height()), self._least_lines), MOST_LINES)
        self.setFixedHeight(lines * QFontMetrics(self.font()).lineSpacing() + 2 * _AROUND)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.flush()
            self.finished.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)
