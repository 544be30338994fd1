"""The keys that work on every screen, made from the registry of actions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from intake_app.ui.actions import all_actions

LEFT_TO_THE_FIELD = frozenset({"undo", "redo"})
"""While one types these belong to the text."""


class WindowKeys(QObject):
    """Tells the id of the action whose key was pressed anywhere in the window."""

    pressed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._ours: list[QKeySequence] = []
        for each in all_actions():
            if each.shortcut and not each.by_screen:
                key = QAction(window)
                key.setShortcut(QKeySequence(each.shortcut))
                key.setData(each.id)
                key.triggered.connect(self._on_triggered)
                window.addAction(key)
                if each.id not in LEFT_TO_THE_FIELD:
                    self._ours.append(key.shortcut())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @Slot()
    def _on_triggered(self) -> None:
        key = self.sender()
        if isinstance(key, QAction):
            self.pressed.emit(str(key.data()))

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a text field from taking our keys (on X11 Ctrl K would delete the rest of its line)."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            wanted = QKeySequence(event.keyCombination())
            if any(wanted.matches(ours) == QKeySequence.SequenceMatch.ExactMatch for ours in self._ours):
                event.ignore()
                return True
        return super().eventFilter(watched, event)
