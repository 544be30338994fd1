"""The sheet with all keys (F1): what each does, by where it works, with a line to find one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QScrollBar, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.action import Action, Where
from intake_app.ui.actions import all_keys, where_names
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.filter_box import FilterBox
from intake_app.ui.fields.label import KeyCap, Label
from intake_app.ui.fields.layer import Overlay
from intake_app.ui.presenters.palette import Entry, found
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import parts

SHEET_WIDTH = 920
KEYS_EM, LINE_EM, TWO_COLUMNS_EM, BESIDE = 6.6, 19, 52, 12
"""So wide are the caps and the line to type in; from this width there are two columns. Two caps of so many letters
together stand beside one another, longer ones below. Measured on the texts."""


class KeyRow(QWidget):
    """One key: its cap, and what it does."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        is_short = len(action.cap) + len(action.second_cap) <= BESIDE
        caps = QBoxLayout(QBoxLayout.Direction.LeftToRight if is_short else QBoxLayout.Direction.TopToBottom)
        caps.setSpacing(4)
        for cap in filter(None, (action.cap, action.second_cap)):
            caps.addWidget(KeyCap(cap), 0, Qt.AlignmentFlag.AlignLeft)
        caps.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(action.text))
        words.addWidget(Label(action.help, Type.SMALL, Role.TEXT_SOFT))
        line = QGridLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setHorizontalSpacing(12)
        line.setColumnMinimumWidth(0, round(KEYS_EM * parts.em()))
        line.setColumnStretch(1, 1)
        line.addLayout(caps, 0, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 0, 1)


class KeyGroup(QWidget):
    """The keys of one place under its name."""

    def __init__(self, title: str, actions: list[Action]) -> None:
        super().__init__()
        self._rows = {each.id: KeyRow(each) for each in actions}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(parts.text(title, Type.TITLE))
        whole.addLayout(self._grid)

    def show_only(self, ids: frozenset[str], across: int) -> None:
        """Show these keys close together, so many side by side; without any of them the group goes away."""
        shown = [row for id_, row in self._rows.items() if id_ in ids]
        for row in self._rows.values():
            self._grid.removeWidget(row)
            row.hide()
        for at, row in enumerate(shown):
            self._grid.addWidget(row, at // across, at % across, Qt.AlignmentFlag.AlignTop)
            row.show()  # once it has its place: before, it would be a window of its own
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self.setVisible(bool(shown))


_PLACES: Mapping[str, Where] = MappingProxyType(
    {
        "conversation": Where.TALK,
        "directory_calls": Where.CALLS,
        "directory_twins": Where.TWINS,
        **dict.fromkeys(("service", "directory_many", "directory_files"), Where.MENDING),
        **dict.fromkeys(("settings", "people", "recovery", "copies", "log", "person", "erasures"), Where.PRACTICE),
    }
)
"""Screens whose place has another name than they have."""


def _places_from(screen: str) -> Iterator[tuple[Where, str]]:
    """Return the places where keys work by name: the one of this screen first, what works everywhere, the others."""
    here = _PLACES.get(screen, screen)
    yield from sorted(where_names().items(), key=lambda place: place[0] != here)


class KeySheet(QFrame):
    """Every key, by where it works. Arrows, Page Up and Page Down move the page while one types."""

    def __init__(self, screen: str = "") -> None:
        """`screen` is the name of the one that it lies over: its keys stand on top."""
        super().__init__()
        self.setProperty("look", "sheet")
        keyed = all_keys()
        self._entries = tuple(
            Entry(target=each.id, name=each.text, below=each.help, also=f"{each.cap} {each.keys}") for each in keyed
        )
        self._groups = [
            KeyGroup(title, [each for each in keyed if each.where is where]) for where, title in _places_from(screen)
        ]
        self._across = 0
        self.line = FilterBox(self.tr("Zoek een toets of een woord"), key="")
        self.line.setMinimumWidth(round(LINE_EM * parts.em()))
        self.nothing = parts.soft(self.tr("Geen toets gevonden. Probeer een ander woord."))
        self.close_button = parts.button(self.tr("Sluiten"), "Esc", Kind.PRIMARY)
        self._page = parts.Page(self._inside())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 24, 28, 20)
        outer.setSpacing(16)
        outer.addLayout(parts.row(parts.text(self.tr("Toetsen"), Type.QUESTION), None, self.line))
        outer.addWidget(self._page, 1)
        outer.addLayout(parts.row(parts.soft(self._note()), self.close_button))
        self.line.filtered.connect(self._on_typed)
        self.line.stepped_down.connect(self._on_down)
        self._fit()

    def _inside(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(24)
        for part in (self.nothing, *self._groups):
            column.addWidget(part)
        column.addStretch(1)
        return inside

    def _note(self) -> str:
        return self.tr("Cijfers geven antwoord. Losse letters rusten terwijl u typt.")

    def _fit(self) -> None:
        across = 2 if current_theme().em(self.width()) >= TWO_COLUMNS_EM else 1
        if across != self._across:
            self._across = across
            self._on_typed()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _on_typed(self) -> None:
        ids = frozenset(each.target for each in found(self._entries, self.line.text(), len(self._entries)))
        for group in self._groups:
            group.show_only(ids, self._across)
        self.nothing.setVisible(not ids)
        self._bar.setValue(0)

    @Slot()
    def _on_down(self) -> None:
        self._bar.setValue(self._bar.value() + self._bar.singleStep())

    @property
    def _bar(self) -> QScrollBar:
        return self._page.verticalScrollBar()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._bar
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def show_keys(layer: Overlay, screen: str) -> None:
    """Lay the sheet over the window, which shows this screen."""
    sheet = KeySheet(screen)
    sheet.close_button.clicked.connect(layer.close_layer)
    layer.open(sheet, SHEET_WIDTH, sheet.line)
