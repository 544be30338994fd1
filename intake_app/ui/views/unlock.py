"""The first window: who one is and the pass phrase. It stands before the rest of the program is loaded."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from intake_app.core.problems import ProblemsError
from intake_app.ui.jobs import Done, Failed
from intake_app.ui.presenters.unlock import (
    Fault,
    UnlockMode,
    UnlockState,
    Way,
    fault_of,
    first_chosen,
    must_change,
    refused,
    seconds_of,
    who_can_open,
)
from intake_app.ui.screen import FrontDesk
from intake_app.ui.views import parts
from intake_app.ui.views.recover_panel import Recovered, RecoverPanel
from intake_app.ui.views.unlock_form import UnlockForm
from intake_app.ui.views.unlock_picture import UnlockPicture
from intake_app.ui.views.unlock_side import UnlockSide

Run = Callable[[Callable[[], object], Done, Failed], None]
PATIENCE_MS, SECOND_MS = 300, 1000
NARROW_EM = 60
RESTORE_PANEL = "intake_app.ui.views.restore_panel"
"""Loaded when it is first asked: the first window is painted without it."""


class UnlockScreen(QWidget):
    """Asks the pass phrase, or a new one. Enter pressed while the desk still loads is kept and tried later.

    `opened` tells that the store is open; `is_first_time` whether it was made just now. With a `notice` it is the
    curtain before a store that could not be closed yet: it asks the pass phrase all the same.
    """

    opened = Signal()
    painted = Signal()
    _last: ClassVar[str] = ""

    def __init__(self, run: Run, *, is_new: bool = False, notice: str = "") -> None:
        super().__init__()
        self._run = run
        self._desk: FrontDesk | None = None
        self._given = ""
        self.is_first_time = False
        self.state = UnlockState(mode=UnlockMode.CREATE if is_new else UnlockMode.LOADING, notice=notice)
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._slow.timeout.connect(self._on_slow)
        self._clock = QTimer(self, interval=SECOND_MS)
        self._clock.timeout.connect(self._on_second)
        self.picture, self.form = UnlockPicture(), UnlockForm()
        self.side = UnlockSide(self.form)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.picture, 43)
        row.addWidget(self.side, 57)
        self.picture.painted.connect(self.painted)
        self.form.entered.connect(self.submit)
        self.form.picked.connect(self._on_picked)
        self.form.way_asked.connect(self._on_way)
        self.form.lost.connect(self.show_recover)
        self._show(self.state)
        self.setFocusProxy(self.form.name if is_new else self.form.phrase)

    def take(self, desk: FrontDesk) -> None:
        """Go on with a desk that was loaded."""
        self._desk = desk
        was_waiting = self.state.waiting
        state = replace(self.state, waiting=False, is_trial=desk.is_trial, is_demo=desk.is_demo)
        self._show(replace(state, is_certified=desk.is_certified))
        self._look_who()
        if desk.is_open and not self.state.notice:
            QTimer.singleShot(0, self.opened.emit)
        elif was_waiting:
            self.submit()

    def fail(self, words: str) -> None:
        """Say that the program cannot start."""
        self._show(replace(self.state, fault=Fault.CANNOT_START, waiting=False, details=words))

    def _look_who(self) -> None:
        """Ask the desk what is to be asked, and of whom; broken keys are told before anything is typed."""
        if self._desk is None:
            return
        try:
            people = () if self._desk.is_new else who_can_open(self._desk.office.people.everyone())
        except ProblemsError as error:
            self._show(replace(self.state, mode=UnlockMode.OPEN, people=()))
            self._on_refused(error)
            return
        mode = UnlockMode.CREATE if self._desk.is_new else UnlockMode.OPEN
        chosen = first_chosen(people, self.state.chosen or UnlockScreen._last)
        self._show(replace(self.state, mode=mode, people=people, chosen=chosen))

    @Slot()
    def submit(self) -> None:
        """Try what was typed."""
        if not self.state.can_enter:
            return
        typed, desk = self.form.phrase.text(), self._desk
        name = self.state.name or self.form.name.text().strip()
        again = self.form.again.text()
        wrong = refused(self.state.mode, typed, again, name=name, given=self._given)
        self._show(replace(self.state, fault=wrong, waiting=wrong is Fault.NONE, details=""))
        if wrong is not Fault.NONE:
            self.form.focus_fault(wrong)
        elif desk is not None:
            user = self.state.chosen
            self._try(
                {
                    UnlockMode.CREATE: partial(desk.create, typed, name),
                    UnlockMode.OWN: partial(desk.change_first, self._given, typed, user),
                }.get(self.state.mode, partial(desk.unlock, typed, user))
            )

    def _try(self, job: Callable[[], object]) -> None:
        self._run(job, self._on_opened, self._on_refused)

    def _on_opened(self, _nothing: object) -> None:
        self.is_first_time = self.state.mode is UnlockMode.CREATE
        UnlockScreen._last = self.state.chosen
        self._given = ""
        self.form.forget()
        self._show(replace(self.state, waiting=False))
        self.opened.emit()

    def _on_refused(self, error: Exception) -> None:
        problems = error.problems if isinstance(error, ProblemsError) else ()
        codes = tuple(each.code for each in problems)
        if must_change(codes):
            self._given = self.form.phrase.text()
            self.form.forget()
            self._show(replace(self.state, mode=UnlockMode.OWN, fault=Fault.NONE, waiting=False))
            self.form.phrase.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        words = "\n".join(self._desk.problem_text(each) for each in problems) if self._desk else ""
        wrong, seconds = fault_of(codes), seconds_of(problems)
        self._show(replace(self.state, fault=wrong, waiting=False, details=words, seconds=seconds))
        self.form.focus_fault(wrong)

    @Slot(str)
    def _on_picked(self, user: str) -> None:
        """Ask somebody else: what was wrong or typed was not theirs."""
        self._given = ""
        self.form.forget()
        state = replace(self.state, chosen=user, fault=Fault.NONE, details="", seconds=0)
        self._show(replace(state, mode=UnlockMode.OPEN))

    @Slot(str)
    def _on_way(self, way: str) -> None:
        if way == Way.RESTORE:
            self.show_restore()
        elif way == Way.RETRY:
            self.submit()
        elif self._desk is not None and self.state.can_enter:
            self._show(replace(self.state, fault=Fault.NONE, waiting=True, details=""))
            self._try(partial(self._desk.unlock_to_read, self.form.phrase.text(), self.state.chosen))

    @Slot()
    def show_recover(self) -> None:
        """Let somebody who lost a pass phrase use the recovery sheet, in the place of the form."""
        if self._desk is not None:
            panel = RecoverPanel(self._desk, self._run, self.state)
            panel.recovered.connect(self._on_recovered)
            panel.left.connect(self._on_left)
            self.side.put(panel)

    def show_restore(self, path: str = "") -> None:
        """Let somebody put a copy back, in the place of the form; the one at `path` when it was chosen already."""
        if self._desk is not None:
            panel = importlib.import_module(RESTORE_PANEL).RestorePanel(self._desk, self._desk.office.copies, self._run)
            panel.done.connect(self._on_restored)
            panel.left.connect(self._on_left)
            self.side.put(panel)
            if path:
                panel.choose(path)

    @Slot()
    def _on_left(self) -> None:
        self.side.drop()
        self._look_who()
        self.form.phrase.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_recovered(self, done: Recovered) -> None:
        """Open with the new pass phrase as if it was typed: another program may write, or one may have to wait."""
        self.side.drop()
        words = self.tr("Uw nieuwe wachtzin is ingesteld.")
        self._show(replace(self.state, chosen=done.user, fault=Fault.NONE, details="", seconds=0, notice=words))
        self.form.phrase.setText(done.passphrase)
        self.submit()

    @Slot(str)
    def _on_restored(self, words: str) -> None:
        self._show(replace(self.state, notice=words, fault=Fault.NONE, details=""))
        self._on_left()

    def _show(self, state: UnlockState) -> None:
        self.state = state
        self.form.show_state(state)
        if state.waiting:
            self._slow.start()
        else:
            self._slow.stop()
            self.form.show_waiting(is_waiting=False)
        if state.seconds and not self._clock.isActive():
            self._clock.start()
        elif not state.seconds:
            self._clock.stop()

    @Slot()
    def _on_second(self) -> None:
        self._show(replace(self.state, seconds=max(self.state.seconds - 1, 0)))
        if not self.state.seconds and self.side.panel is None:
            self.form.phrase.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_slow(self) -> None:
        self.form.show_waiting(is_waiting=True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where the form needs the room."""
        self.picture.setVisible(self.width() >= NARROW_EM * parts.em())
        super().resizeEvent(event)
