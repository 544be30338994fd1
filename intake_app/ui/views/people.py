"""Who works with the program: the table, what can be done about one, one's own pass phrase, the recovery sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from intake_app.practice.rights import Action
from intake_app.practice.users import User
from intake_app.ui.fields.button import Kind
from intake_app.ui.presenters.first_place import first_place
from intake_app.ui.presenters.people import Deed, rows_of
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.choose_frame import empty
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.people_confirm import AdmitCard, BlockCard, unblocking
from intake_app.ui.views.people_forms import FormCard, OwnForm, RenewForm, Task, TellCard, UserForm
from intake_app.ui.views.people_parts import DeedsRow, OwnCard, SheetCard
from intake_app.ui.views.people_table import PeopleTable
from intake_app.ui.views.told import Told

FORM_EM = 60


class PeopleScreen(OfficeScreen):
    """What somebody may not do is not shown to them; one form is open at a time, below the table."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._people = context.office.people
        self.form: FormCard | None = None
        self._task: Task | None = None
        self.table, self.deeds, self.told, self.busy = PeopleTable(), DeedsRow(), Told(), BusyRow()
        self.own, self.sheet = OwnCard(), SheetCard(context)
        self.add = parts.button(self.tr("Iemand toevoegen"), icon="plus")
        self.alone = parts.soft(self.tr("U werkt hier nog alleen. Voeg collega's toe, elk met een eigen wachtzin."))
        self.awaits = parts.Notice(
            "info",
            self.tr(
                "U bent nog niet toegelaten; gesprekken zijn voor u nog dicht. Vraag een collega die gesprekken leest, "
                "om u op dit scherm toe te laten."
            ),
            Type.STRONG,
        )
        self.done = parts.button(self.tr("Klaar"), "Esc", Kind.PRIMARY)
        self._lay_out()
        self.table.chosen.connect(self._on_chosen)
        self.table.entered.connect(self.deeds.focus_first)
        self.deeds.asked.connect(self._on_deed)
        self.add.clicked.connect(self._on_add)
        self.own.change.clicked.connect(self._on_own)
        self.done.clicked.connect(self._on_done)
        self.setFocusProxy(self.table)
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        self._slot = QVBoxLayout()
        for part in (self.awaits, self.alone, self.table, self.deeds):
            column.addWidget(part)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._slot)
        for below in (self.told, self.own, self.sheet):
            column.addWidget(below)
        self._fill_column(self.tr("Wie werken ermee"), column, FORM_EM, self.busy, None, self.done)

    @override
    def refresh(self, chosen: str = "") -> None:
        """Show everyone again, and what the present user may do now; choose this user when one is given."""
        rows = rows_of(self._people)
        self.table.show_people(rows, chosen)
        self.alone.setVisible(len(rows) == 1 and self._people.may(Action.MANAGE_USERS))
        self.awaits.setVisible(self._people.me is not None and self._people.me.awaits_admission)
        self.own.setVisible(self._people.me is not None)
        self._show_offers()

    def _show_offers(self) -> None:
        """Offer nothing else while a form is open."""
        is_free = self.form is None
        self.deeds.show_row(self.table.chosen_row if is_free else None)
        self.add.setVisible(is_free and self._people.may(Action.MANAGE_USERS))
        self.own.change.setEnabled(is_free)
        self.table.setEnabled(is_free)
        self.done.setVisible(is_free)

    @Slot()
    def _on_chosen(self) -> None:
        self.told.say("")
        self._show_offers()

    def open_form(self, form: FormCard) -> None:
        """Put a form below the table, in the place of the one that is there."""
        self._close()
        self.form = form
        self._slot.addWidget(form)
        form.show()
        form.submitted.connect(self._on_submitted)
        form.left.connect(self._on_left)
        self._show_offers()
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        empty(self._slot)
        self.form = None

    @Slot()
    def _on_left(self) -> None:
        self._close()
        self._show_offers()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_add(self) -> None:
        self.open_form(UserForm())

    @Slot()
    def _on_own(self) -> None:
        if self._people.me is not None:
            self.open_form(OwnForm(self._people.me))

    @Slot(str)
    def _on_deed(self, deed: str) -> None:
        forms = {Deed.ADMIT: AdmitCard, Deed.CHANGE: UserForm, Deed.RENEW: RenewForm, Deed.BLOCK: BlockCard}
        row = self.table.chosen_row
        if row is not None and deed in forms:
            self.open_form(forms[Deed(deed)](row.user))
        elif row is not None:
            self._do(unblocking(self._people, row.user))

    @Slot()
    def _on_submitted(self) -> None:
        if self.form is None or not self.form.judge():
            return
        task = self.form.task(self._people)
        if task is None:
            self._on_left()
        else:
            self._do(task)

    def _do(self, task: Task) -> None:
        """Do slow work, one thing at a time."""
        if self._task is None:
            self._task = task
            self.told.say("")
            self.setEnabled(False)
            self.busy.begin(self.tr("Bezig …"))
            self.context.shell.run(task.job, self._on_task_done, self._on_failed)

    def _end(self) -> Task | None:
        task, self._task = self._task, None
        self.busy.end()
        self.setEnabled(True)
        return task

    def _on_task_done(self, result: object) -> None:
        task = self._end()
        self._on_left()
        self.refresh(result.id if isinstance(result, User) else "")
        if task is not None and task.phrase:
            self.open_form(TellCard(task.name, task.phrase))
        if task is not None:
            self.context.shell.toast(task.words)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        words = fault_words(self.context.desk, error, self.tr("Dit lukte niet. Probeer het nog eens."))
        if self.form is None:
            self.told.say(words)
        else:
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)
            self.form.refuse(error, words)

    @override
    def _escape(self) -> None:
        leave = self._on_done if self.form is None else self._on_left
        leave()

    @override
    @Slot()
    def _on_done(self) -> None:
        """Go where this user works; who works here only goes to the settings."""
        place = first_place(self._people.me)
        self.context.shell.go("settings" if place == "people" else place)
