"""One service in full: what one must know first, whom one speaks to, every fact, and how it went before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from intake_app.ui.fields.card import FactLine
from intake_app.ui.fields.label import IconLabel, Label, Line
from intake_app.ui.presenters.directory_entry import EntryView, Section
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import parts
from intake_app.ui.views.choose_frame import empty
from intake_app.ui.views.directory_contact import ContactCard, FactList
from intake_app.ui.views.directory_deeds import DeedsBox
from intake_app.ui.views.directory_notes import NotesBox

SECTIONS, SIDE, LEAST_EM = 5, 20, 10


class _SectionBox(QWidget):
    """A title, and facts below it."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.facts = Label("", Type.HEADING), FactList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (Line(), self.title, self.facts):
            column.addWidget(part)

    def show_section(self, section: Section | None) -> None:
        """Show a section; away without one."""
        self.setVisible(section is not None)
        if section is not None:
            self.title.setText(section.title)
            self.facts.show_section(section)


class EntryPane(QFrame):
    """Shows a service in place of the one before. Its page takes the focus, so that the arrows scroll it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        self._make_parts()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SIDE, 16, SIDE, SIDE)
        column.setSpacing(12)
        head = parts.row(self.mark_icon, self.mark, gap=8)
        head.setStretch(1, 1)
        history = (Label(self.tr("Eerder nagekeken"), Type.HEADING), self.checks)
        column.addWidget(self.name)
        column.addWidget(self.about)
        column.addLayout(head)
        column.addLayout(self._warnings)
        below: tuple[QWidget, ...] = (*self._sections, Line(), *history, Line(), self.notes)
        for part in (self.contact, self.deeds, *below):
            column.addWidget(part)
        column.addStretch(1)
        self.page = parts.Page(inside)
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # It takes the height that is there, and asks for none: the page around it would scroll too.
        self.page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.page.setMinimumHeight(round(LEAST_EM * parts.em()))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.page)
        self.setFocusProxy(self.page)

    def _make_parts(self) -> None:
        self.name, self.about = Label("", Type.QUESTION), parts.soft("")
        self.mark_icon, self.mark = IconLabel("check", size=16), Label("", Type.SMALL)
        self.contact, self.deeds, self.notes = ContactCard(), DeedsBox(), NotesBox()
        self.checks = parts.text("")
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(6)
        self._sections = tuple(_SectionBox() for _ in range(SECTIONS))
        self.warnings: tuple[str, ...] = ()
        self.shown = ""
        self._view: EntryView | None = None

    def show_entry(self, entry: EntryView, *, may_change: bool) -> bool:
        """Show a service, from its top unless it is the same one; tells whether anything is different now.

        What is shown already is left alone, with what is being asked or typed about it.
        """
        if entry == self._view:
            return False
        self._view = entry
        self.page.setAccessibleName(entry.name)
        self.name.setText(entry.name)
        self.about.setText(entry.about)
        self.mark.setText(entry.mark.words)
        self.mark.set_tone(entry.mark.role)
        self.mark_icon.show_icon(entry.mark.icon, entry.mark.role)
        self._show_warnings(entry.warnings)
        self.contact.show_entry(entry)
        sections = (*entry.sections, *(None,) * SECTIONS)
        for box, section in zip(self._sections, sections, strict=False):
            box.show_section(section)
        self.checks.setText("\n".join(entry.checks))
        self.notes.show_notes(entry.id, entry.notes, may_change=may_change)
        if self.shown != entry.id:
            self.page.verticalScrollBar().setValue(0)
        self.shown = entry.id
        return True

    def _show_warnings(self, warnings: tuple[str, ...]) -> None:
        self.warnings = warnings
        empty(self._warnings)
        for words in warnings:
            self._warnings.addWidget(FactLine("mark", words, Type.TEXT, Role.WEIGHS))
