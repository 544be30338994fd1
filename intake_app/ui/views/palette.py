"""Everything that can be done, and every topic, found by typing (Ctrl K)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout
from typing_extensions import override

from intake_app.conversation.session import Session
from intake_app.core.text import Language
from intake_app.ui.actions import available
from intake_app.ui.presenters.palette import Entry, found, topics_of
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import parts
from intake_app.ui.views.shortcuts import key_words

PALETTE_WIDTH, LIST_HEIGHT, ROW = 640, 380, 40
MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
ENTRY_ROLE = Qt.ItemDataRole.UserRole


class Palette(QFrame):
    """A line to type in and a list; Enter does what is marked."""

    picked = Signal(object)

    def __init__(self, session: Session | None, language: Language) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self._entries = entries(session, language)
        self.line = QLineEdit(placeholderText=self.tr("Typ wat u zoekt"))
        self.line.setAccessibleName(self.tr("Alles zoeken"))
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(LIST_HEIGHT)
        self.list.setAccessibleName(self.tr("Gevonden"))
        self.nothing = parts.soft(self.tr("Niets gevonden. Probeer een ander woord."))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        for part in (self.line, self.nothing, self.list):
            column.addWidget(part)
        self.line.textChanged.connect(self._on_typed)
        self.list.itemClicked.connect(self._on_picked)
        self._on_typed("")

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        self.list.clear()
        for entry in found(self._entries, typed):
            words = "  ·  ".join(word for word in (entry.name, entry.under, entry.key) if word)
            item = QListWidgetItem(words, self.list)
            item.setData(ENTRY_ROLE, entry)
            item.setSizeHint(QSize(0, current_theme().height(ROW)))
        self.list.setCurrentRow(0)
        self.nothing.setVisible(self.list.count() == 0)

    @Slot()
    def _on_picked(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.picked.emit(item.data(ENTRY_ROLE))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list by arrows while typing; Enter does it."""
        if event.key() in MOVES:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
            row = self.list.currentRow() + steps[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_picked()
        else:
            super().keyPressEvent(event)


def entries(session: Session | None, language: Language) -> tuple[Entry, ...]:
    """Return what can be done now, and the topics of the open talk."""
    actions = available(has_talk=session is not None)
    done = tuple(Entry(target=each.id, name=each.text, key=key_words(each.shortcut)) for each in actions)
    return done if session is None else (*done, *topics_of(session, language))
