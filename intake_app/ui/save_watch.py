"""Tells where the last change is: on the screen that is shown, and in the banner where it could not be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from intake_app.conversation.desk import SaveStatus
from intake_app.ui.relay import relay
from intake_app.ui.views.save_words import save_words, show_saved
from intake_app.ui.views.unlock import UnlockScreen

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.ui.main_window import MainWindow


class SaveWatch(QObject):
    """Hears of each new state, on any thread. `rested`: behind the cover of a lock nothing keeps the store open now."""

    rested = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._relay = window, relay()
        window.banner.retry_asked.connect(self._on_retry_asked)

    def follow(self, desk: Desk) -> None:
        """Hear of the states of this desk from now on."""
        desk.on_saved(self._tell)

    def _tell(self) -> None:
        self._relay.pass_on(self.show)

    @Slot()
    def show(self) -> None:
        """Show the state of now."""
        window, desk = self._window, self._window.desk
        if desk is None or window.shown is None:
            return
        status = desk.save_state().status
        if not window.is_locked:
            show_saved(desk, window.shown)
            window.banner.show_fault(save_words(desk) if status is SaveStatus.FAILED else "")
        elif status is SaveStatus.SAVED:
            self._tell_rested()

    def _tell_rested(self) -> None:
        """Tell it, unless somebody is just typing the pass phrase to go on."""
        shown = self._window.shown
        if self._window.behind is not None and isinstance(shown, UnlockScreen) and not shown.form.phrase.text():
            self.rested.emit()

    @Slot()
    def _on_retry_asked(self) -> None:
        if self._window.desk is not None:
            self._window.desk.retry()
            self._tell_rested()
