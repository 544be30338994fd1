"""The steps of putting a copy back: which copy, its pass phrase, and what it brings beside what it replaces."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.core.text import Language
from intake_app.practice.copies import CopyLine, RestorePreview
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.entry import TickBox
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.restore import RestoreState
from intake_app.ui.theme.roles import Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import parts
from intake_app.ui.views.copies_table import CopyTable
from intake_app.ui.views.moments import count_words, moment_words
from intake_app.ui.views.passphrase import PassphraseField

BESIDE_FROM_EM = 34
"""From this width on the two sides stand beside one another."""


def _column(holder: QWidget, *items: QWidget) -> None:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for item in items:
        column.addWidget(item)


class ChoosePage(QWidget):
    """Which copy: one from the folder, or a file."""

    chosen = Signal(str)
    file_asked = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.table = CopyTable(language)
        self.none = parts.soft(
            self.tr("In de map voor kopieën staat er geen. Kies een bestand op een stick of schijf.")
        )
        self.take = parts.button(self.tr("Deze kopie bekijken"), "Enter", Kind.PRIMARY)
        self.file = parts.button(self.tr("Een ander bestand …"))
        intro = parts.soft(self.tr("Kies een kopie. Er verandert nog niets."))
        _column(self, intro, self.none, self.table, parts.bare_row(self.take, self.file, None))
        self.table.picked.connect(self._on_taken)
        self.take.clicked.connect(self._on_taken)
        self.file.clicked.connect(self.file_asked)
        for part in (self.none, self.table, self.take):
            part.hide()
        self.setFocusProxy(self.file)

    def show_copies(self, copies: Sequence[CopyLine]) -> None:
        """Show what lies in the folder."""
        self.table.show_copies(copies)
        for part in (self.table, self.take):
            part.setVisible(bool(copies))
        self.none.setVisible(not copies)
        had_focus = self.file.hasFocus()
        self.setFocusProxy(self.table if copies else self.file)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_taken(self) -> None:
        copy = self.table.chosen
        if copy is not None:
            self.chosen.emit(copy.path)


class PhrasePage(QWidget):
    """The pass phrase that opens the copy."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = parts.text("", Type.STRONG)
        self.field = PassphraseField()
        self.open = parts.button(self.tr("Kijken wat erin staat"), "Enter", Kind.PRIMARY)
        hint = parts.soft(self.tr("De wachtzin van nu, of die van toen de kopie werd gemaakt. Er verandert nog niets."))
        caps = parts.Notice("info", self.tr("Caps Lock staat aan."))
        caps.hide()
        label = parts.label(self.tr("Wachtzin van de kopie"), self.field)
        _column(self, self.name, label, self.field, caps, hint, parts.bare_row(self.open, None))
        self.field.caps_seen.connect(caps.setVisible)
        self.field.returnPressed.connect(self.entered)
        self.open.clicked.connect(self.entered)
        self.setFocusProxy(self.field)

    def show_copy(self, name: str) -> None:
        """Say which copy it is about."""
        self.name.setText(name)

    def rest(self, *, is_waiting: bool) -> None:
        """Let the button rest while the copy is looked at."""
        self.open.setEnabled(not is_waiting)
        self.field.setReadOnly(is_waiting)

    def forget(self) -> None:
        """Empty the line."""
        self.field.clear()


class _Side(QFrame):
    """One side of the comparison: a title and its lines."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        column.addWidget(Label(title, Type.TITLE))
        self.lines = Label("")
        column.addWidget(self.lines)
        column.addStretch(1)


class PreviewPage(QWidget):
    """What the copy brings beside what it replaces, and the one button after it was read."""

    ticked = Signal()
    agreed = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language: Language = language
        self.copy = _Side(self.tr("Dit brengt de kopie terug"))
        self.present = _Side(self.tr("Dit staat er nu"))
        self._sides = parts.row(self.copy, self.present)
        self._sides.setContentsMargins(0, 0, 0, 0)
        both = QWidget()
        both.setLayout(self._sides)
        self.newer, self.other = parts.Notice("info", "", Type.STRONG), parts.Notice("info", "", Type.STRONG)
        self.other.words.setText(
            self.tr(
                "Dit is een kopie van een andere opslag dan die hier staat: van een andere praktijk of computer. "
                "De gesprekken die hier nu staan, ziet u daarna niet meer."
            )
        )
        self.kept = parts.soft(self.tr("Wat er nu staat, wordt niet weggegooid. Het blijft ernaast bewaard."))
        self.has_read = TickBox(self.tr("Ik heb dit gelezen"))
        self.wants_other = TickBox(self.tr("Ja, ik wil de kopie van die andere opslag"))
        self.go = parts.button(self.tr("Zet deze kopie terug"), kind=Kind.PRIMARY)
        ticks = (self.has_read, self.wants_other)
        _column(self, both, self.newer, self.other, self.kept, *ticks, parts.bare_row(self.go, None))
        for tick in ticks:
            tick.ticked.connect(self.ticked)
        self.go.clicked.connect(self.agreed)
        self.setFocusProxy(self.has_read)

    def show_state(self, state: RestoreState) -> None:
        """Show the comparison, and what must still be said."""
        found = state.preview
        if found is not None:
            self.copy.lines.setText(self._copy_lines(found))
            self.present.lines.setText(self._present_lines(found))
        self.newer.words.setText(self._newer_words(state))
        self.newer.setVisible(bool(self.newer.words.text()))
        self.kept.setVisible(found is not None and found.has_present)
        self.other.setVisible(state.asks_other)
        self.wants_other.setVisible(state.asks_other)
        self.has_read.setChecked(state.has_read)
        self.wants_other.setChecked(state.wants_other)
        self.go.setEnabled(state.may_put_back)

    def summary(self) -> str:
        """Return the comparison as it is read aloud."""
        told = (self.copy.lines, self.present.lines, self.newer.words)
        return "\n".join(each.text() for each in told if each.text())

    def _figures(self, talks: int, changes: int) -> str:
        words = self.tr("Gesprekken: {talks}, wijzigingen: {changes}")
        language = self._language
        return words.format(talks=count_words(talks, language), changes=count_words(changes, language))

    def _moment(self, at: datetime.datetime) -> str:
        return moment_words(at, self._language)

    def _copy_lines(self, found: RestorePreview) -> str:
        made = self.tr("Gemaakt op {moment}").format(moment=self._moment(found.made))
        version = self.tr("Met versie {program}").format(program=found.program)
        return "\n".join((self._figures(found.talks, found.changes), made, version))

    def _present_lines(self, found: RestorePreview) -> str:
        if not found.has_present:
            return self.tr("Nog niets.")
        if found.present_talks is None or found.present_changes is None:
            return self.tr("Dit is niet te lezen: het is beschadigd, of het gaat met een andere wachtzin open.")
        touched = found.present_touched
        last = self.tr("Laatst gewijzigd op {moment}").format(moment=self._moment(touched)) if touched else ""
        return "\n".join(filter(None, (self._figures(found.present_talks, found.present_changes), last)))

    def _newer_words(self, state: RestoreState) -> str:
        if state.asks_other or not state.is_now_newer:
            return ""
        if not state.newer_changes:
            return self.tr("Na deze kopie is er nog gewerkt. Wat toen is vastgelegd, ziet u daarna niet meer.")
        words = self.tr("Na deze kopie is er nog gewerkt. Wijzigingen die u daarna niet meer ziet: minstens {count}.")
        return words.format(count=count_words(state.newer_changes, self._language))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two sides below one another where it is narrow."""
        super().resizeEvent(event)
        is_wide = current_theme().em(self.width()) >= BESIDE_FROM_EM
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(direction)
