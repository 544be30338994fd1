"""The sheet with all keys (F1)."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from intake_app.ui.actions import Action, Where, all_actions
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.label import KeyCap
from intake_app.ui.fields.layer import Overlay
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts

SHEET_WIDTH = 920
COLUMNS, KEYS_EM, WORDS_EM = 2, 6, 13
ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "+": " "}


def key_words(shortcut: str) -> str:
    """Return a shortcut as it stands on a key cap."""
    for name, sign in ARROWS.items():
        shortcut = shortcut.replace(name, sign)
    return shortcut


class KeySheet(QFrame):
    """Every key, by where it works."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(16)
        for where, title in self._titles().items():
            column.addWidget(parts.text(title, Type.TITLE))
            column.addLayout(self._grid([each for each in all_actions() if each.where is where and each.shortcut]))
        column.addStretch(1)
        self.close_button = parts.button(self.tr("Sluiten"), "Esc", Kind.PRIMARY)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 24, 28, 20)
        outer.setSpacing(16)
        outer.addWidget(parts.text(self.tr("Toetsen"), Type.QUESTION))
        outer.addWidget(parts.Page(inside), 1)
        outer.addLayout(parts.row(parts.soft(self._note()), self.close_button))

    def _note(self) -> str:
        return self.tr("Cijfers geven antwoord. Losse letters rusten terwijl u typt.")

    def _titles(self) -> dict[Where, str]:
        return {
            Where.EVERYWHERE: self.tr("Overal"),
            Where.LIST: self.tr("Bij de gesprekken"),
            Where.TALK: self.tr("In het gesprek"),
            Where.CHOOSE: self.tr("Bij samen kiezen"),
            Where.PAPERS: self.tr("Bij de papieren"),
            Where.DIRECTORY: self.tr("Bij de sociale kaart"),
        }

    def _grid(self, actions: list[Action]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for at, each in enumerate(actions):
            line, column = divmod(at, COLUMNS)
            grid.addWidget(KeyCap(key_words(each.shortcut)), line, 2 * column)
            grid.addWidget(parts.text(each.text), line, 2 * column + 1)
        for column in (0, 2):
            grid.setColumnMinimumWidth(column, round(KEYS_EM * parts.em()))
            grid.setColumnStretch(column + 1, 1)
            grid.setColumnMinimumWidth(column + 1, round(WORDS_EM * parts.em()))
        return grid


def show_keys(layer: Overlay) -> None:
    """Lay the sheet over the window."""
    sheet = KeySheet()
    sheet.close_button.clicked.connect(layer.close_layer)
    layer.open(sheet, SHEET_WIDTH, sheet.close_button)
