"""Buttons that do an action of the registry: their words and key come from there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from intake_app.ui.actions import action
from intake_app.ui.fields.button import ActionButton, Kind


def button_for(id_: str, kind: Kind = Kind.OUTLINED, *, icon: str = "") -> ActionButton:
    """Return a button with the words and the key of an action; who owns it has it done."""
    found = action(id_)
    return ActionButton(found.text, found.cap, kind, icon=icon)


class MenuButton(ActionButton):
    """Opens the menu. A click leaves the focus where it is, so that the menu is about what one was doing."""

    def __init__(self) -> None:
        menu = action("menu")
        super().__init__(menu.text, menu.cap, Kind.PLAIN)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def corner(self) -> QPoint:
        """Return where the menu opens, on the screen."""
        return self.mapToGlobal(self.rect().bottomLeft())
