"""Changing many entries of the sociale kaart in one table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.core.problems import ProblemsError
from intake_app.practice.upkeep import BatchLine
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.entry import TickBox
from intake_app.ui.fields.filter_box import FilterBox
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.many import ManyTable
from intake_app.ui.presenters.service_unsaved import leave_unsaved, take_unsaved
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.choose_frame import on_key
from intake_app.ui.views.directory_many_model import ManyModel
from intake_app.ui.views.directory_many_table import ManyView
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.header import ShellFooter, ShellHeader
from intake_app.ui.views.moments import count_words
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.service import LIST, NoForm, who_of
from intake_app.ui.views.service_ask import TakeBack, UnsavedCard
from intake_app.ui.views.told import Told

HERE = "directory_many"
AROUND, TYPING_PAUSE_MS, MOST_FAULTS = 20, 150, 3


def many_screen(context: ScreenContext) -> Screen:
    """Return the table, or why there is nothing to change."""
    if context.office.directory.may_change:
        return ManyScreen(context)
    return NoForm(context, context.desk.read_only_words or context.desk.text("directory_edit.may_not"))


class ManyParts(OfficeScreen):
    """The widgets of the table and their places."""

    def __init__(self, context: ScreenContext, table: ManyTable) -> None:
        super().__init__(context)
        self.words = FilterBox(self.tr("Zoek in de tabel"), "")
        self.only_to_check = TickBox(self.tr("Alleen wat nagekeken moet worden"))
        self.count = Label("", Type.TEXT, Role.TEXT_SOFT, wraps=False)
        self.model = ManyModel(context.desk, table)
        self.table = ManyView(self.model, self.tr("Sociale kaart als tabel"))
        self.here = Label("", Type.STRONG, wraps=False)
        self.empty = parts.soft(self.tr("Hier past niets bij. Zoek iets anders, of maak het zoekveld leeg."))
        self.keys = parts.soft(
            self.tr(
                "F2 of typen: wijzigen · Enter: omlaag · Tab: naar rechts · Ctrl Tab: de tabel uit · "
                "Ctrl C en V: blok · Ctrl D: naar beneden vullen"
            )
        )
        self.faults, self.told, self.busy, self.ask = Told(), Told(), BusyRow(), UnsavedCard()
        self.next_fault = parts.button(self.tr("Naar de volgende fout"), icon="mark")
        self.undo = parts.button(self.tr("Ongedaan maken"), "Ctrl Z", icon="undo")
        self.back = parts.button(self.tr("Terug"), "Esc")
        self.save = parts.button(self.tr("Bewaar"), "Ctrl S", Kind.PRIMARY)
        self._lay_out()

    def _lay_out(self) -> None:
        search = parts.row(self.words, self.only_to_check, self.count)
        search.setStretch(0, 1)
        faults = parts.row(self.faults, self.next_fault)
        faults.setStretch(0, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(AROUND, 12, AROUND, 8)
        column.setSpacing(8)
        column.addLayout(search)
        for part in (self.keys, self.here, self.empty):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addLayout(faults)
        for each in (self.told, self.busy, self.ask):
            column.addWidget(each)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(ShellHeader(self.context, self.tr("Sociale kaart als tabel")))
        page.addWidget(inside, 1)
        page.addWidget(ShellFooter(self.undo, None, self.back, self.save))
        self.setFocusProxy(self.words)


class ManyScreen(ManyParts):
    """The table at work. Nothing is kept before one says so; then all of it is one change."""

    def __init__(self, context: ScreenContext) -> None:
        self.many = ManyTable(context.desk, context.office.directory, who_of(context))
        super().__init__(context, self.many)
        self._later = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._is_busy = False
        waiting = take_unsaved(context.desk, HERE)
        if isinstance(waiting, tuple):
            self.many.put_back(waiting)
            self.told.say(context.desk.text("directory_edit.waiting"))
        self._connect()
        self._on_filter()

    def _connect(self) -> None:
        self._later.timeout.connect(self._on_filter)
        self.words.filtered.connect(self._on_typed)
        self.words.stepped_down.connect(self._on_into_table)
        self.words.accepted.connect(self._on_into_table)
        self.only_to_check.ticked.connect(self._on_filter)
        self.table.changed.connect(self.show_state)
        self.table.stood.connect(self._on_stood)
        self.table.spilled.connect(self._on_spilled)
        self.next_fault.clicked.connect(self._on_next_fault)
        self.undo.clicked.connect(self.table.undo)
        self.back.clicked.connect(self._escape)
        self.save.clicked.connect(self._on_save)
        self.ask.saved.connect(self._on_save)
        self.ask.dropped.connect(self._on_dropped)
        self.ask.stayed.connect(self._on_into_table)
        on_key(self, "Ctrl+S", self._on_save)

    @Slot()
    def _on_typed(self) -> None:
        self._later.start()

    @Slot()
    def _on_filter(self) -> None:
        self._later.stop()
        self.many.filter(self.words.text(), only_to_check=self.only_to_check.isChecked())
        self.model.reset()
        self.empty.setVisible(not self.many.rows)
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """Say how many there are and were changed, and what is wrong."""
        changed, faulty = len(self.many.changed), self.many.faulty()
        numbers = (count_words(each, self.context.desk.language) for each in (len(self.many.rows), self.many.count))
        shown, whole = numbers
        words = self.tr("{shown} van {whole} · gewijzigd: {n}") if changed else self.tr("{shown} van {whole}")
        self.count.setText(words.format(shown=shown, whole=whole, n=changed))
        lines = dict.fromkeys(self.model.fault_words((each,)) for _, each in faulty)
        said = "\n".join([*lines][:MOST_FAULTS])
        if said != self.faults.text():
            self.faults.say(said)
        self.next_fault.setVisible(bool(faulty))
        self.save.setEnabled(bool(changed) and not self._is_busy)
        self.undo.setEnabled(self.many.can_undo)

    @Slot()
    def _on_into_table(self) -> None:
        self.ask.hide()
        if self.many.rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_stood(self) -> None:
        """Say which entry the row is of: its name may have scrolled out of sight."""
        row = self.table.currentIndex().row()
        self.here.setText(self.many.line(row).service.name if 0 <= row < len(self.many.rows) else "")

    @Slot()
    def _on_spilled(self) -> None:
        self.told.say(self.tr("Niet alles paste onder of naast deze cel. Wat paste, staat erin."))

    @Slot()
    def _on_next_fault(self) -> None:
        faulty = [place for place, _ in self.many.faulty()]
        here = self.table.currentIndex()
        if faulty:
            after = [place for place in faulty if here.isValid() and place > self.model.place(here)]
            self.table.go_to(*(after or faulty)[0])

    @Slot()
    def _on_save(self) -> None:
        self.ask.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._is_busy or not self.many.changed:
            return
        if self.many.faulty():
            self._on_next_fault()
            return
        self._begin()
        self.context.shell.run(self.many.save, self._on_saved, self._on_failed)

    def _begin(self) -> None:
        self._is_busy = True
        self.told.say("")
        self.table.setEnabled(False)
        self.busy.begin(self.tr("Bezig …"))

    def _end(self) -> None:
        self._is_busy = False
        self.busy.end()
        self.table.setEnabled(True)

    def _on_saved(self, line: object) -> None:
        self._end()
        self.many.begin_again()
        take_unsaved(self.context.desk, HERE)
        self._on_filter()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(line, BatchLine):
            back = TakeBack(self.context, line.id, self.context.desk.text("directory_edit.undone"), (HERE, ""))
            self.context.shell.toast(self.tr("Bewaard: {n} gewijzigd.").format(n=line.changed + line.added), back)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.show_state()
        self.told.say(fault_words(self.context.desk, error, self.tr("Bewaren lukte niet. Probeer het nog eens.")))
        if not isinstance(error, ProblemsError):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    @override
    def _escape(self) -> None:
        if not self.ask.isHidden():
            self._on_into_table()
        elif self.many.changed:
            self.ask.ask()
        else:
            self._on_done()

    @Slot()
    def _on_dropped(self) -> None:
        self.many.begin_again()
        self._on_done()

    @override
    def asks_to_keep(self) -> bool:
        is_first = bool(self.many.changed) and not self._is_busy and self.ask.isHidden()
        if is_first:
            self.ask.ask()
        return is_first

    @override
    @Slot()
    def _on_done(self) -> None:
        self.context.shell.go(LIST)

    @override
    def leave(self) -> None:
        """Let what was changed wait for who comes back."""
        if self.many.changed and not self._is_busy:
            leave_unsaved(self.context.desk, HERE, self.many.unsaved)
            self.context.shell.toast(
                self.context.desk.text("directory_edit.waiting"), partial(self.context.shell.go, HERE)
            )
