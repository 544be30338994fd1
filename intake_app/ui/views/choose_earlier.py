"""The service in view on the sheet "Waarom dit?": how it went before, on one key, and the way to the whole entry."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.choose_earlier import EarlierView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column
from intake_app.ui.views.flow import Flow

HIDES = Qt.Key.Key_F8
"""The key that hides what a side glance must not see, as in the talk."""


class Earlier(QWidget):
    """Begins closed: the notes are for the practitioner, and the person sits beside. `opened` carries the service."""

    opened = Signal(str)

    def __init__(self, view: EarlierView) -> None:
        super().__init__()
        self._service, self._count = view.service, len(view.notes) + view.more
        self.show_notes = ActionButton("", "Z", Kind.PLAIN)
        self.entry = ActionButton(self.tr("Alle gegevens"), "O", Kind.PLAIN)
        said = [Label(words, Type.TEXT) for words in view.notes]
        if view.more:
            said.append(Label(self.tr("Er zijn er meer: zie alle gegevens."), Type.SMALL, Role.TEXT_SOFT))
        self.notes = QWidget()
        self.notes.setLayout(column(*said, gap=6))
        keys = Flow()
        for button in (self.show_notes, self.entry):
            button.make_small()
            keys.add(button)
        self.setLayout(column(Label(view.name, Type.LABEL, Role.TEXT_SOFT), keys, self.notes))
        self.show_notes.setVisible(bool(view.notes))
        self.show_notes.clicked.connect(self._on_notes)
        self.entry.clicked.connect(self._on_entry)
        self._show(is_on=False)

    def press(self, key: int, text: str) -> bool:
        """Do what a key asks; tells whether it was one of these."""
        if key == HIDES:
            self._show(is_on=False)
        elif text.upper() == self.show_notes.key and self._count:
            self._on_notes()
        elif text.upper() == self.entry.key:
            self._on_entry()
        else:
            return False
        return True

    def _show(self, *, is_on: bool) -> None:
        self.notes.setVisible(is_on)
        words = self.tr("Verberg hoe het eerder ging") if is_on else self.tr("Zo ging het eerder ({count})")
        self.show_notes.set_words(words.format(count=self._count))

    @Slot()
    def _on_notes(self) -> None:
        self._show(is_on=self.notes.isHidden())

    @Slot()
    def _on_entry(self) -> None:
        self.opened.emit(self._service)
