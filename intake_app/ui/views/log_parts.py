"""The widgets of the log and their places; who may not read it, is told who may."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.practice.log_book import LogLine
from intake_app.ui.fields.button import Kind
from intake_app.ui.presenters.log import watchers
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.log_filters import LogFilters
from intake_app.ui.views.log_table import LogTable
from intake_app.ui.views.log_words import LogWords
from intake_app.ui.views.moments import count_words
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.told import Told

SIDE = 44


class LogDetails(QFrame):
    """One event, whole. Keeps its place, so that the table does not jump."""

    def __init__(self, words: LogWords) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._words = words
        self.what = parts.text("", Type.STRONG)
        self.facts, self.reason = parts.text(""), parts.text("")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        for part in (self.what, self.facts, self.reason):
            column.addWidget(part)

    def show_line(self, line: LogLine | None) -> None:
        """Show an event, or that none is chosen."""
        self.what.setText(line.what if line else self.tr("Kies een regel om er alles van te zien."))
        self.facts.setText(self._facts(line) if line else "")
        self.reason.setText(self._extra(line) if line else "")

    def _facts(self, line: LogLine) -> str:
        talk = self._words.talk(line)
        facts = (
            self._words.when(line),
            self._words.who(line),
            self.tr("gesprek van {day}").format(day=talk) if line.talk_opened else "",
            self._words.outcome(line),
            self.tr("met de noodknop") if line.break_glass else "",
            self.tr("nummer {seq}").format(seq=line.seq),
        )
        return " · ".join(filter(None, facts))

    def _extra(self, line: LogLine) -> str:
        reason = self.tr("Reden: {reason}").format(reason=line.reason) if line.reason else ""
        return " · ".join(filter(None, (reason, line.detail)))


class LogParts(OfficeScreen):
    """Builds the screen; what happens on it is its subclass's."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._back = self._way_back
        self._make_parts()
        self._lay_out()
        self.settings.clicked.connect(self._on_settings)
        self.done.clicked.connect(self._on_done)

    def _make_parts(self) -> None:
        desk, people = self.context.desk, self.context.office.people
        words = LogWords(desk.language)
        self.settings = parts.button(self.tr("Instellingen"), "", Kind.PLAIN)
        self.filters = LogFilters(people.everyone(), desk.language)
        self.table = LogTable(words)
        self.details = LogDetails(words)
        self.count = parts.soft("")
        self.empty = parts.soft(self.tr("Hier past niets bij. Kies een langere periode, of haal een filter weg."))
        self.empty.hide()
        self.busy, self.outcome = BusyRow(), Told()
        self.refusal = parts.text(self._refusal_words(watchers(people)))
        self.review = parts.button(self.tr("Noodknop nakijken"), icon="mark")
        self.export = parts.button(self.tr("Bewaren als csv"), icon="file")
        self.check = parts.button(self.tr("Logboek controleren"), icon="shield")
        self.done = parts.button(self.tr("Klaar"), "Esc")

    def _refusal_words(self, names: tuple[str, ...]) -> str:
        if names:
            words = self.tr("Het logboek is voor de functionaris gegevensbescherming. Dat is hier: {names}.")
            return words.format(names=", ".join(names))
        return self.tr(
            "Het logboek is voor de functionaris gegevensbescherming. Nog niemand heeft die rol; "
            "een beheerder geeft hem bij Wie werken ermee."
        )

    def _lay_out(self) -> None:
        self.inside = QWidget()
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.filters)
        found = parts.row(self.count, self.busy, self.review)
        found.setStretch(0, 1)
        column.addLayout(found)
        column.addWidget(self.outcome)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addWidget(self.details)
        column.addStretch()
        whole = QWidget()
        around = QVBoxLayout(whole)
        around.setContentsMargins(SIDE, 20, SIDE, 16)
        around.addWidget(self.refusal)
        around.addWidget(self.inside, 1)
        self._fill(self.tr("Logboek"), whole, self.export, self.check, None, self.done, ways=(self.settings,))

    def show_rights(self, *, may_read: bool) -> None:
        """Show the log, or who may read it."""
        self.refusal.setVisible(not may_read)
        for part in (self.inside, self.export, self.check):
            part.setVisible(may_read)
        self.done.setVisible(self._back != "log")
        self.setFocusProxy(self.filters.words if may_read else self.done)

    def show_lines(self, lines: tuple[LogLine, ...]) -> None:
        """Show what was found, and how much it is."""
        count = count_words(len(lines), self.context.desk.language)
        found = self.tr("Gebeurtenissen: {count}, de nieuwste boven").format(count=count)
        self.count.setText(found if lines else "")
        self.table.show_lines(lines)
        self.empty.setVisible(not lines)
        for part in (self.table, self.details):
            part.setVisible(bool(lines))

    @Slot()
    def _on_settings(self) -> None:
        self.context.shell.go("settings")

    @override
    @Slot()
    def _on_done(self) -> None:
        if self._back != "log":
            self.context.shell.go(self._back)
