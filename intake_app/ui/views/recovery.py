"""The recovery sheet: making it, printing it, and trying it from the paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.practice.people import RecoveryState
from intake_app.practice.rights import Action
from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.button import Kind
from intake_app.ui.presenters.first_place import first_place
from intake_app.ui.presenters.recovery import Step, is_about_code, may_make
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.choose_frame import on_key
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.recovery_cards import CodeCard, CopiesCard, TryCard, WhyCard
from intake_app.ui.views.recovery_paper import keep_sheet, print_sheet
from intake_app.ui.views.told import Told

FORM_EM = 46


class RecoveryScreen(OfficeScreen):
    """One step at a time. The code lives in memory only, until one leaves."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._people, self._code, self._step = context.office.people, "", Step.BEGIN
        self._is_busy = False
        self.why, self.code, self.trying, self.copies = (
            WhyCard(context.desk.language),
            CodeCard(),
            TryCard(),
            CopiesCard(),
        )
        self.told, self.busy = Told(), BusyRow()
        self.later = parts.button(self.tr("Later"), "Esc")
        self.forward = parts.button("", "Enter", Kind.PRIMARY)
        self._lay_out()
        self._connect()
        tested = self._people.recovery().state is RecoveryState.TESTED
        self._go(Step.DONE if tested else Step.BEGIN)
        if context.office.people.may(Action.COPY):
            self.copies.show_folder(context.office.copies.state().folder)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        self.refusal = parts.text(
            self.tr("Een herstelblad opent alles. Alleen een beheerder die ook gesprekken leest, kan het maken."),
        )
        for part in (self.refusal, self.why, self.code, self.trying, self.copies, self.told):
            column.addWidget(part)
        self._fill_column(self.tr("Herstelblad"), column, FORM_EM, self.later, self.busy, None, self.forward)

    def _connect(self) -> None:
        self.later.clicked.connect(self._on_done)
        self.forward.clicked.connect(self._on_forward)
        self.why.try_button.clicked.connect(self._on_try)
        self.why.again_button.clicked.connect(self._on_make)
        self.trying.show_button.clicked.connect(self._on_show_again)
        self.trying.code.entered.connect(self._on_forward)
        self.code.print_button.clicked.connect(self._on_print)
        self.code.keep_button.clicked.connect(self._on_keep)
        self.copies.chosen.connect(self._on_folder)
        on_key(self, "Ctrl+P", self._on_print)
        on_key(self, "Ctrl+S", self._on_keep)

    @property
    def step(self) -> Step:
        """Where one is."""
        return self._step

    def _go(self, step: Step) -> None:
        """Show a step, and nothing of the others: the code is not on the screen while it is typed over."""
        self._step = step
        recovery, can_make = self._people.recovery(), may_make(self._people)
        self.why.show_recovery(recovery, can_make=can_make)
        self.code.show_code(self._code if step is Step.CODE else "")
        self.refusal.setVisible(not can_make)
        self.why.setVisible(step in {Step.BEGIN, Step.DONE})
        self.code.setVisible(step is Step.CODE)
        self.trying.setVisible(step is Step.TRY)
        self.trying.show_button.setVisible(bool(self._code))
        self.copies.setVisible(step is Step.DONE and self._people.may(Action.COPY))
        self.later.setVisible(step is not Step.DONE)
        self.forward.setVisible(can_make or step is Step.DONE)
        self.forward.set_words(self._forward_words())
        focus: QWidget = self.trying.code if step is Step.TRY else self.forward if can_make else self.later
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setFocusProxy(focus)

    def _forward_words(self) -> str:
        return {
            Step.BEGIN: self.tr("Maak een herstelblad"),
            Step.CODE: self.tr("Ik heb het op papier"),
            Step.TRY: self.tr("Proberen"),
            Step.DONE: self.tr("Klaar"),
        }[self._step]

    @Slot()
    def _on_forward(self) -> None:
        steps = {Step.BEGIN: self._on_make, Step.CODE: self._on_try, Step.TRY: self._test, Step.DONE: self._on_done}
        if not self._is_busy:
            steps[self._step]()

    @Slot()
    def _on_make(self) -> None:
        self._begin(self._people.make_recovery, self._on_made)

    def _on_made(self, code: object) -> None:
        self._end()
        self._code = str(code)
        self._go(Step.CODE)

    @Slot()
    def _on_try(self) -> None:
        self.trying.code.forget()
        self._go(Step.TRY)

    @Slot()
    def _on_show_again(self) -> None:
        self._go(Step.CODE)

    def _test(self) -> None:
        if self.trying.code.judge():
            self._begin(partial(self._people.test_recovery, self.trying.code.typed), self._on_tested)

    def _on_tested(self, is_right: object) -> None:
        self._end()
        if not is_right:
            self.trying.code.say(self.tr("Deze code past niet. Is dit het nieuwste blad?"))
            return
        self._forget()
        self._go(Step.DONE)
        announce(self, self.why.stand.text())

    @Slot()
    def _on_print(self) -> None:
        self._make_paper(self._on_to_print)

    @Slot()
    def _on_keep(self) -> None:
        self._make_paper(self._on_to_keep)

    def _make_paper(self, done: Callable[[object], None]) -> None:
        if self._step is Step.CODE and not self._is_busy:
            self._begin(partial(self._people.recovery_pdf, self._code), done)

    def _on_to_print(self, data: object) -> None:
        self._end()
        if isinstance(data, bytes):
            self.code.told.say(print_sheet(self, data))

    def _on_to_keep(self, data: object) -> None:
        self._end()
        if isinstance(data, bytes):
            self.code.told.say(keep_sheet(self, data))

    @Slot(str)
    def _on_folder(self, folder: str) -> None:
        self._begin(partial(self._put_folder, folder), self._on_folder_put)

    def _put_folder(self, folder: str) -> str:
        """Off the drawing thread: the folder may lie on a network drive."""
        self.context.office.copies.set_folder(folder)
        return self.context.office.copies.state().folder

    def _on_folder_put(self, folder: object) -> None:
        self._end()
        self.copies.show_folder(str(folder))

    def _begin(self, job: Callable[[], object], done: Callable[[object], None]) -> None:
        self._is_busy = True
        self.told.say("")
        self.busy.begin(self.tr("Bezig …"))
        self.context.shell.run(job, done, self._on_failed)

    def _end(self) -> None:
        self._is_busy = False
        self.busy.end()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        words = fault_words(self.context.desk, error, self.tr("Dit lukte niet. Probeer het nog eens."))
        if self._step is Step.TRY and is_about_code(error):
            self.trying.code.say(words)
        else:
            self.told.say(words)

    def _forget(self) -> None:
        self._code = ""
        self.code.show_code("")
        self.trying.code.forget()

    @override
    @Slot()
    def _on_done(self) -> None:
        self.context.shell.go(first_place(self._people.me))

    @override
    def leave(self) -> None:
        """Take the code off the screen and out of memory."""
        self._forget()
