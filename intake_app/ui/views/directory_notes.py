"""Notes from practice: how it went with a service, one after the other, and writing another."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.ui.fields.label import Label
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.presenters.directory_entry import NoteView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import parts
from intake_app.ui.views.ask_card import AskCard
from intake_app.ui.views.choose_frame import empty
from intake_app.ui.views.told import Told


class NotesBox(QWidget):
    """`written` tells that the words in the field are to be kept; `removed` carries the id of a note."""

    written = Signal()
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._leaving, self._may_change = "", False
        self._about, self._unsent = "", dict[str, str]()
        self.list = QVBoxLayout()
        self.list.setSpacing(8)
        self.field = NoteField(self.tr("Hoe ging het?"), self.tr("Bijvoorbeeld: belt terug binnen twee dagen"))
        self.field.finished.connect(self.written)
        self.keep = parts.button(self.tr("Notitie bewaren"), "Ctrl Enter", icon="note")
        self.keep.clicked.connect(self.written)
        self.told = Told()
        self.ask = AskCard(self.tr("Laat staan"), self.tr("Haal weg"))
        self.ask.confirmed.connect(self._on_confirmed)
        self._writing = QWidget()
        inside = QVBoxLayout(self._writing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        hint = Label(self.tr("Schrijf over het aanbod, niets over een persoon."), Type.SMALL, Role.TEXT_SOFT)
        for part in (self.field, hint, self.told, parts.bare_row(self.keep, None)):
            inside.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Uit de praktijk"), Type.HEADING))
        column.addLayout(self.list)
        column.addWidget(self.ask)
        column.addWidget(self._writing)

    def show_notes(self, about: str, notes: tuple[NoteView, ...], *, may_change: bool) -> None:
        """Show the notes about a service; what was being typed about another waits until that is shown again."""
        self._turn_to(about)
        empty(self.list)
        self._may_change = may_change
        self._writing.setVisible(may_change)
        self.ask.hide()
        self.told.say("")
        for note in notes:
            self.list.addWidget(self._line(note))
        if not notes:
            self.list.addWidget(parts.soft(self.tr("Nog geen notities.")))

    def _turn_to(self, about: str) -> None:
        if about != self._about:
            self._unsent[self._about] = self.field.toPlainText()
            self.field.setPlainText(self._unsent.get(about, ""))
        self._about = about

    def _line(self, note: NoteView) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(note.text))
        away = parts.button(self.tr("Weghalen"))
        away.make_small()
        away.setAccessibleName(self.tr("Notitie weghalen: {note}").format(note=note.text))
        away.setProperty("note", note.id)
        away.clicked.connect(self._on_away)
        column.addWidget(parts.bare_row(Label(note.by, Type.SMALL, Role.TEXT_SOFT, wraps=False), None, away))
        away.setVisible(self._may_change)  # shown without a parent it would be a window of its own for a moment
        return line

    @Slot()
    def _on_away(self) -> None:
        self._leaving = str(self.sender().property("note"))
        self.ask.ask(self.tr("Deze notitie weghalen? Dat kan niet ongedaan worden gemaakt."))

    @Slot()
    def _on_confirmed(self) -> None:
        self.removed.emit(self._leaving)
