"""One sentence at the bottom left about what was just done, with the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.theme.source import current_theme

STAYS_MS = 8000
_AWAY = 20


class Toast(QFrame):
    """Lies over its host, above the footer; stays 8 seconds, longer while the mouse is on it."""

    undone = Signal()
    gone = Signal()

    def __init__(self, host: QWidget, footer_height: int = 60) -> None:
        super().__init__(host)
        self._host, self._footer = host, footer_height
        self._lies_on_footer = False
        self.setProperty("look", "sheet")
        self._words = Label("", wraps=False)
        self._undo = ActionButton("", kind=Kind.PLAIN)
        self._undo.clicked.connect(self._on_undo)
        self._time = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._time.timeout.connect(self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        host.installEventFilter(self)
        self.hide()

    def say(self, words: str, undo: str = "", key: str = "") -> None:
        """Show a sentence; with the way back when there is one."""
        self._words.setText(words)
        self._undo.set_words(undo, key)
        self._undo.setVisible(bool(undo))
        self._place()
        self.show()
        self.raise_()
        self._time.start()
        announce(self, words)

    def lie_on_footer(self, lies: bool) -> None:
        """Lie on the footer instead, where there is room at its left and what one presses stands above it."""
        self._lies_on_footer = lies
        if self.isVisible():
            self._place()

    @Slot()
    def put_away(self) -> None:
        """Take it off the screen, and forget the words."""
        self._time.stop()
        self._words.setText("")
        if self.isVisible():
            self.hide()
            self.gone.emit()

    @Slot()
    def _on_undo(self) -> None:
        self.put_away()
        self.undone.emit()

    def _place(self) -> None:
        most = self._host.width() - 2 * _AWAY
        fits = self.sizeHint().width() <= most
        self._words.setWordWrap(not fits)
        self.ensurePolished()
        self.adjustSize()
        self.setFixedWidth(min(self.sizeHint().width(), most))
        self.adjustSize()
        footer = current_theme().height(self._footer)
        below = max(0, (footer - self.height()) // 2) if self._lies_on_footer else footer + _AWAY
        self.move(_AWAY, self._host.height() - below - self.height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._time.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._time.start()
        super().leaveEvent(event)
