"""The menu with everything that can be done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from intake_app.ui.action import Action
from intake_app.ui.actions import action, all_actions, menu_names, with_mnemonics


class ActionMenu(QMenu):
    """All actions by menu; those that cannot be done now are grey. `picked` carries the id. Frees itself."""

    picked = Signal(str)

    def __init__(self, parent: QWidget, possible: frozenset[str]) -> None:
        super().__init__(parent)
        self._possible = possible
        self.setAccessibleName(action("menu").text)
        names = menu_names()
        for menu, title in zip(names, with_mnemonics(tuple(names.values())), strict=True):
            self._add(title, [each for each in all_actions() if each.menu is menu])
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, title: str, actions: list[Action]) -> None:
        below = QMenu(title, self)
        below.setToolTipsVisible(True)
        for each, text in zip(actions, with_mnemonics([each.text for each in actions]), strict=True):
            # The key is only shown, behind the tab: the window and its screens listen to it.
            entry = QAction(f"{text}\t{each.keys}".rstrip(), below)
            entry.setToolTip(each.help)
            entry.setEnabled(each.id in self._possible)
            entry.setData(each.id)
            entry.triggered.connect(self._on_triggered)
            below.addAction(entry)
        below.setEnabled(any(entry.isEnabled() for entry in below.actions()))
        self.addMenu(below)

    @Slot()
    def _on_triggered(self) -> None:
        entry = self.sender()
        if isinstance(entry, QAction):
            self.picked.emit(str(entry.data()))

    def open_below(self, corner: QPoint) -> None:
        """Show it at a place of the screen, its first entry ready."""
        self.popup(corner)
        self.setActiveAction(next(entry for entry in self.actions() if entry.isEnabled()))
