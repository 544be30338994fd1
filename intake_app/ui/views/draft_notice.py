"""Gives back what was typed before the program locked, where its field is not there any more."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import parts
from intake_app.ui.views.papers_clipboard import the_clipboard

NOTICE_WIDTH = 640
TEXT = "text"


class DraftNotice(QFrame):
    """Each text under its name, to copy. `closed`: one is done with it."""

    closed = Signal()

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self.texts = dict(texts)
        self.setProperty("look", "sheet")
        title = self.tr("Dit typte u voor het scherm dicht ging")
        self.setAccessibleName(title)
        self.close_button = ActionButton(self.tr("Klaar, weg ermee"), kind=Kind.OUTLINED)
        self.close_button.clicked.connect(self.closed)
        self.buttons: list[ActionButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(Label(title, Type.TITLE))
        said = self.tr("Het stond in een formulier dat nog niet was vastgelegd. Kopieer wat u nog nodig hebt.")
        column.addWidget(Label(said, Type.TEXT, Role.TEXT_SOFT))
        for name, text in self.texts.items():
            self._add(column, name, text)
        column.addLayout(parts.row(None, self.close_button))
        self.setFocusProxy(self.buttons[0] if self.buttons else self.close_button)

    def _add(self, column: QVBoxLayout, name: str, text: str) -> None:
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setMaximumHeight(round(6 * parts.em()))
        copy = ActionButton(self.tr("Kopieer"))
        copy.setAccessibleDescription(name)
        copy.setProperty(TEXT, text)
        copy.clicked.connect(self._on_copy)
        self.buttons.append(copy)
        line = parts.row(parts.label(name, shown), copy)
        line.setStretch(0, 1)
        column.addLayout(line)
        column.addWidget(shown)

    @Slot()
    def _on_copy(self) -> None:
        the_clipboard().put(str(self.sender().property(TEXT)))
