"""The first window: the pass phrase. It stands before the rest of the program is loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from intake_app.conversation.desk import Desk
from intake_app.core.problems import ProblemsError
from intake_app.ui.jobs import Done, Failed
from intake_app.ui.presenters.unlock import Fault, UnlockMode, UnlockState, fault_of, refused
from intake_app.ui.views import parts
from intake_app.ui.views.unlock_form import UnlockForm
from intake_app.ui.views.unlock_picture import UnlockPicture

Run = Callable[[Callable[[], object], Done, Failed], None]
PATIENCE_MS = 300
NARROW_EM = 60


class UnlockScreen(QWidget):
    """Asks the pass phrase, or a new one. Enter pressed while the desk still loads is kept and tried later."""

    opened = Signal()
    painted = Signal()

    def __init__(self, run: Run, *, is_new: bool = False) -> None:
        super().__init__()
        self._run = run
        self._desk: Desk | None = None
        self._state = UnlockState(mode=UnlockMode.CREATE if is_new else UnlockMode.LOADING)
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._slow.timeout.connect(self._on_slow)
        self.picture, self.form = UnlockPicture(), UnlockForm()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.picture, 43)
        row.addWidget(parts.Page(self.form), 57)
        self.picture.painted.connect(self.painted)
        self.form.entered.connect(self.submit)
        self._show(self._state)
        self.setFocusProxy(self.form.phrase)

    def take(self, desk: Desk) -> None:
        """Go on with a desk that was loaded."""
        self._desk = desk
        mode = UnlockMode.CREATE if desk.is_new else UnlockMode.OPEN
        was_waiting = self._state.waiting
        state = replace(self._state, mode=mode, waiting=False, is_trial=desk.is_trial, is_demo=desk.is_demo)
        self._show(replace(state, is_certified=desk.is_certified))
        if desk.is_open:
            QTimer.singleShot(0, self.opened.emit)
        elif was_waiting:
            self.submit()

    def fail(self, words: str) -> None:
        """Say that the program cannot start."""
        self._show(replace(self._state, fault=Fault.CANNOT_START, waiting=False, details=words))

    @property
    def state(self) -> UnlockState:
        """What is shown."""
        return self._state

    @Slot()
    def submit(self) -> None:
        """Try what was typed."""
        if self._state.waiting or self._state.fault is Fault.CANNOT_START:
            return
        typed = self.form.phrase.text()
        wrong = refused(self._state.mode, typed, self.form.again.text())
        self._show(replace(self._state, fault=wrong, waiting=wrong is Fault.NONE, details=""))
        if wrong is not Fault.NONE:
            self.form.focus_fault(wrong)
        elif self._desk is not None:
            is_new = self._state.mode is UnlockMode.CREATE
            open_ = self._desk.create if is_new else self._desk.unlock
            self._run(partial(open_, typed), self._on_opened, self._on_refused)

    def _on_opened(self, _nothing: object) -> None:
        self.form.forget()
        self._show(replace(self._state, waiting=False))
        self.opened.emit()

    def _on_refused(self, error: Exception) -> None:
        problems = error.problems if isinstance(error, ProblemsError) else ()
        words = "\n".join(self._desk.problem_text(each) for each in problems) if self._desk else ""
        wrong = fault_of(tuple(each.code for each in problems))
        self._show(replace(self._state, fault=wrong, waiting=False, details=words))
        self.form.focus_fault(wrong)

    def _show(self, state: UnlockState) -> None:
        self._state = state
        self.form.show_state(state)
        if state.waiting:
            self._slow.start()
        else:
            self._slow.stop()
            self.form.show_waiting(is_waiting=False)

    @Slot()
    def _on_slow(self) -> None:
        self.form.show_waiting(is_waiting=True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where the form needs the room."""
        self.picture.setVisible(self.width() >= NARROW_EM * parts.em())
        super().resizeEvent(event)
