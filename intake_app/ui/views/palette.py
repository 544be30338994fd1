"""Everything that can be done, every topic and every question, found by typing (Ctrl K)."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout
from typing_extensions import override

from intake_app.conversation.session import Session
from intake_app.core.text import Language
from intake_app.ui.action import Action
from intake_app.ui.fields.announce import announce
from intake_app.ui.presenters.palette import Entry, found, questions_of, topics_of
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import parts
from intake_app.ui.views.palette_row import ENTRY_ROLE, EntryDelegate

PALETTE_WIDTH, LIST_HEIGHT = 680, 400
REST_MS = 250
"""What is marked is said once the keys rest so long, so that typing is not talked through; eigen oordeel."""
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}


class Palette(QFrame):
    """A line to type in and a list; Enter does what is marked. `picked` carries the entry."""

    picked = Signal(object)

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self._entries = entries
        self.line = QLineEdit(placeholderText=self.tr("Typ wat u zoekt"))
        self.line.setAccessibleName(self.tr("Alles zoeken"))
        self.list = QListWidget()
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(min(current_theme().px(LIST_HEIGHT), LIST_HEIGHT))
        self.list.setAccessibleName(self.tr("Gevonden"))
        self.nothing = parts.soft(self.tr("Niets gevonden. Probeer een ander woord."))
        self._rests = QTimer(self, singleShot=True, interval=REST_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        for part in (self.line, self.nothing, self.list):
            column.addWidget(part)
        self._rests.timeout.connect(self._on_rest)
        self.line.textChanged.connect(self._on_typed)
        self.list.currentRowChanged.connect(self._on_moved)
        self.list.itemClicked.connect(self._on_picked)
        self._on_typed("")

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        self.list.clear()
        for entry in found(self._entries, typed):
            item = QListWidgetItem(entry.name, self.list)
            item.setData(ENTRY_ROLE, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)
            item.setToolTip(entry.spoken)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(self.list.count() == 0)

    @Slot(int)
    def _on_moved(self, _row: int) -> None:
        self._rests.start()

    @Slot()
    def _on_rest(self) -> None:
        """Say what is marked: the focus stays in the line, so that a screen reader would not."""
        entry = self._marked
        announce(self.list, self.nothing.text() if entry is None else entry.spoken)

    @property
    def _marked(self) -> Entry | None:
        found = self.list.currentIndex().data(ENTRY_ROLE)
        return found if isinstance(found, Entry) else None

    @Slot()
    def _on_picked(self) -> None:
        entry = self._marked
        if entry is not None:
            self.picked.emit(entry)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list by arrows while typing; Enter does it."""
        if event.key() in MOVES:
            row = self.list.currentRow() + MOVES[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_picked()
        else:
            super().keyPressEvent(event)


def entries(actions: tuple[Action, ...], talk: Session | None, language: Language) -> tuple[Entry, ...]:
    """Return what can be done now, and the topics and questions of the open talk."""
    done = tuple(
        Entry(target=each.id, name=each.text, below=each.help, key=each.cap, keys=each.keys)
        for each in actions
        if each.in_palette
    )
    return done if talk is None else (*done, *topics_of(talk, language), *questions_of(talk, language))
