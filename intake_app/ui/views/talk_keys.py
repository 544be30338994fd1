"""The keys of a talk, from the registry: those with a modifier anywhere on the screen, letters while not typing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from intake_app.ui.action import Where
from intake_app.ui.actions import all_actions

FIELD_KEYS = frozenset({"leave_note"})
"""Keys that the field itself listens to."""
NAMED = {
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Return",
    Qt.Key.Key_Backspace: "Backspace",
}
PLAIN = frozenset(
    {
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.KeypadModifier,
    }
)


class TalkKeys(QObject):
    """Tells the id of the action whose key was pressed."""

    pressed = Signal(str)

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._plain: dict[str, str] = {}
        for each in all_actions():
            if each.where is not Where.TALK or not each.by_screen or each.id in FIELD_KEYS:
                continue
            for key in filter(None, (each.shortcut, each.second)):
                if len(key) == 1 or key in NAMED.values():
                    self._plain[key] = each.id
                else:
                    self._listen(screen, each.id, key)

    def _listen(self, screen: QWidget, id_: str, shortcut: str) -> None:
        key = QShortcut(QKeySequence(shortcut), screen)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.setObjectName(id_)
        key.activated.connect(self._on_activated)

    @Slot()
    def _on_activated(self) -> None:
        self.pressed.emit(self.sender().objectName())

    def take(self, event: QKeyEvent) -> bool:
        """Tell the action of a key that no field wanted; False when it means nothing."""
        if event.modifiers() not in PLAIN:
            return False
        name = NAMED.get(Qt.Key(event.key()), event.text().upper())
        action = self._plain.get(name)
        if action is not None:
            self.pressed.emit(action)
        return action is not None
