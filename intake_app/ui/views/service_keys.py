"""Undo and redo for a whole form: the field where one types comes first, for as long as it has something to undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

_UNDO, _REDO = QKeySequence("Ctrl+Z"), QKeySequence("Ctrl+Y")


class FormUndoKeys(QObject):
    """Listens at whatever has the focus within a form. `moved` tells that another field has it."""

    undone = Signal()
    redone = Signal()
    moved = Signal()

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None and self._form.isAncestorOf(now):
            now.installEventFilter(self)
            self.moved.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() not in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return super().eventFilter(watched, event)
        typed = QKeySequence(event.keyCombination())
        if typed not in {_UNDO, _REDO} or _has_own(watched, is_undo=typed == _UNDO):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            (self.undone if typed == _UNDO else self.redone).emit()
        event.accept()
        return True


def _has_own(field: QObject, *, is_undo: bool) -> bool:
    """Tell whether a field has something of its own to undo or to redo."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if is_undo else field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        return field.document().isUndoAvailable() if is_undo else field.document().isRedoAvailable()
    return False
