"""The text for the journal on screen: to read, and to copy as a whole in the one way that is logged and cleared."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override


class JournalText(QPlainTextEdit):
    """Read only. Ctrl+C asks to copy all of it (`copy_asked`): what Qt copies is neither logged nor cleared."""

    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Hand out nothing: not to the clipboard, not to what is selected, not to a drag."""
        return QMimeData()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        is_copy = e.matches(QKeySequence.StandardKey.Copy) or e.matches(QKeySequence.StandardKey.Cut)
        if is_copy or (e.key() == Qt.Key.Key_Insert and e.modifiers() == Qt.KeyboardModifier.ControlModifier):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(e)

    @override
    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        """Show no menu of Qt's: its words are English, and it copies in its own way."""
        e.accept()
