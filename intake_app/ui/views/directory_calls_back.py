"""Taking back what was noted of a call."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

import shiboken6

from intake_app.core.ids import ServiceId
from intake_app.ui.presenters.directory_calls import CallList
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.faults import fault_words

HERE = "directory_calls"
"""The name of the screen of the calling list."""


class Going(Protocol):
    """The screen on which it was noted."""

    context: ScreenContext
    calls: CallList

    def come_back(self, id_: ServiceId) -> None:
        """Show a service again of which something was taken back."""


class TakeBack:
    """Undo of what was noted: one change after the other, and back to where it was. It may outlive the screen."""

    def __init__(self, screen: Going, ids: Sequence[ServiceId]) -> None:
        """`ids` are the services, in the order in which they were noted."""
        self._screen, self._context, self._calls = screen, screen.context, screen.calls
        self._about = ids[0]
        self._left = [(id_, screen.calls.noted[id_].batch) for id_ in ids]

    def __call__(self) -> None:
        """Undo the last that is left and was not undone otherwise, off the drawing thread, until nothing is."""
        while self._left and not self._stands(*self._left[-1]):
            self._left.pop()
        if self._left:
            job = partial(self._context.office.directory.undo, self._left[-1][1])
            self._context.shell.run(job, self._on_undone, self._on_failed)
        else:
            self._show()

    def _stands(self, id_: ServiceId, batch: str) -> bool:
        noted = self._calls.noted.get(id_)
        return noted is not None and noted.batch == batch

    def _on_undone(self, _line: object) -> None:
        self._calls.forget(self._left.pop()[0])
        self()

    def _show(self) -> None:
        if shiboken6.isValid(self._screen):
            self._screen.come_back(self._about)
        else:
            self._context.shell.go(HERE, self._about)
        self._context.shell.toast(self._context.desk.text("directory_calls.taken_back"))

    def _on_failed(self, error: Exception) -> None:
        desk = self._context.desk
        self._context.shell.toast(fault_words(desk, error, desk.text("directory_edit.undo_failed")))
