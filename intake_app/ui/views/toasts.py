"""One sentence bottom left, for eight seconds, with a way back where there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import Kind
from intake_app.ui.views import parts

SHOWN_MS = 8000
EDGE, ABOVE_FOOTER = 20, 76
SHARE = 0.6


class Toasts(QFrame):
    """The place of the toasts in a window; a new one takes the place of the one before."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._undo: Callable[[], None] | None = None
        self.setProperty("look", "sheet")
        self.words = parts.text("")
        self.undo_button = parts.button(self.tr("Ongedaan maken"), "", Kind.PLAIN, icon="undo")
        self.undo_button.clicked.connect(self._on_undo)
        line = parts.row(self.words, self.undo_button)
        line.setStretch(0, 1)
        line.setContentsMargins(16, 8, 12, 8)
        self.setLayout(line)
        self._end = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._end.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def show_words(self, words: str, undo: Callable[[], None] | None) -> None:
        """Show and say a sentence."""
        self._undo = undo
        self.words.setText(words)
        self.words.setMinimumWidth(min(self.words.fontMetrics().horizontalAdvance(words) + 4, self._widest()))
        self.undo_button.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._end.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _widest(self) -> int:
        return round(self._window.width() * SHARE)

    def _place(self) -> None:
        self.layout().activate()
        size = self.sizeHint()
        width = min(size.width(), self._widest() + 200)
        height = max(self.heightForWidth(width), size.height())
        self.setGeometry(EDGE, self._window.height() - height - ABOVE_FOOTER, width, height)

    @Slot()
    def _on_undo(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay bottom left when the window changes."""
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
