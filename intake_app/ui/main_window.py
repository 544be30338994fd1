"""The one window: shows a screen at a time, and is the shell that the screens speak to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from typing_extensions import override

from intake_app.conversation.desk import Desk, SaveStatus
from intake_app.conversation.session import Session
from intake_app.core.ids import ConversationId, FlagId
from intake_app.core.problems import ProblemsError
from intake_app.ui.jobs import Done, Failed, Jobs
from intake_app.ui.keys import WindowKeys
from intake_app.ui.look import put_look
from intake_app.ui.presenters.conversations import place_of
from intake_app.ui.presenters.palette import Entry, go_to_topic
from intake_app.ui.presenters.settings import look_of
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.screens import OF_A_TALK, PLACES, factory
from intake_app.ui.stage import Stage
from intake_app.ui.theme.source import theme_source
from intake_app.ui.views.palette import PALETTE_WIDTH, Palette
from intake_app.ui.views.save_words import save_words, show_saved
from intake_app.ui.views.shortcuts import show_keys
from intake_app.ui.views.unlock import UnlockScreen

GUT_FEELING = FlagId("gut_feeling")


class MainWindow(Stage):
    """Holds the desk, the open talk and the screen that is shown."""

    painted = Signal()
    saved = Signal()

    def __init__(self, resources: Path, jobs: Jobs, *, is_new: bool = False) -> None:
        super().__init__()
        self._resources, self._jobs = resources, jobs
        self._desk: Desk | None = None
        self._session: Session | None = None
        self._left: ConversationId | None = None
        self.banner.retry_asked.connect(self._on_retry_asked)
        WindowKeys(self).pressed.connect(self.do)
        self.saved.connect(self._on_saved, Qt.ConnectionType.QueuedConnection)
        self._show_unlock(is_new=is_new)

    def take(self, desk: Desk) -> None:
        """Go on with a desk that was loaded; the first screen may open it now."""
        self._desk = desk
        desk.on_saved(self._tell_saved)
        if isinstance(self.shown, UnlockScreen):
            self.shown.take(desk)

    def fail(self, words: str) -> None:
        """Say that the program cannot start."""
        if isinstance(self.shown, UnlockScreen):
            self.shown.fail(words)

    def go(self, screen: str) -> None:
        """Show a screen. `unlock` locks; `palette` opens the palette over the screen."""
        if screen == "unlock":
            self.lock()
        elif screen == "palette":
            self._show_palette()
        elif self._desk is not None and not self.is_locked:
            self._go(screen if self._session or screen not in OF_A_TALK else "list", self._desk)

    def hold(self, session: Session | None) -> None:
        """Make a session the one that the screens work on."""
        self._session = session

    def run(self, job: Callable[[], object], done: Done, failed: Failed) -> None:
        """Do slow work off the drawing thread."""
        self._jobs.run(job, done, failed)

    def flag_key(self) -> None:
        """Raise niet-pluis and open its sheet."""
        if self._session is None or self.is_locked:
            return
        self._leave()
        self._session.gut_feeling(on=True)
        if not self._open_flag():
            self.go("conversation")
            self._open_flag()

    def _open_flag(self) -> bool:
        """Open the sheet of niet-pluis on the screen that is shown; tells whether that screen can."""
        show_flag = getattr(self.shown, "show_flag", None)
        if callable(show_flag):
            show_flag(GUT_FEELING)
        return callable(show_flag)

    @Slot(str)
    def do(self, action: str) -> None:
        """Do an action of the registry."""
        if action == "keys":
            show_keys(self.layer)
            return
        if self.is_locked:
            return
        names = {"quick": "start_quick", "exploratory": "start_exploratory", "lock": "unlock"}
        steps = {"gut_feeling": self.flag_key, "undo": self._undo, "redo": self._redo}
        if action in steps:
            steps[action]()
        else:
            self.go(names.get(action, action))

    def _undo(self) -> None:
        if self._session is None:
            return
        self._leave()
        undone = self._session.undo()
        self._tell_change(self.tr("Ongedaan gemaakt."), self.tr("Er is niets om ongedaan te maken."), undone)

    def _redo(self) -> None:
        if self._session is None:
            return
        self._leave()
        redone = self._session.redo()
        self._tell_change(self.tr("Opnieuw gedaan."), self.tr("Er is niets om opnieuw te doen."), redone)

    def _tell_change(self, done: str, nothing: str, change: object) -> None:
        if change is not None and isinstance(self.shown, Screen):
            self.shown.refresh()
        self.toast(nothing if change is None else done)

    def _show_palette(self) -> None:
        if self._desk is not None and not self.is_locked:
            palette = Palette(self._session, self._desk.language)
            palette.picked.connect(self._on_picked)
            self.layer.open(palette, PALETTE_WIDTH, palette.line)

    @Slot(object)
    def _on_picked(self, entry: Entry) -> None:
        self.layer.close_layer()
        if not entry.is_topic:
            self.do(entry.target)
        elif self._session is not None:
            self._leave()
            go_to_topic(self._session, entry.target)
            self.go("conversation")

    def _go(self, name: str, desk: Desk) -> None:
        if name not in PLACES:
            return
        self._leave()
        if name == "list" or name.startswith("start_"):
            self._session = None
        context = ScreenContext(
            desk=desk, shell=self, themes=theme_source(), resources=self._resources, session=self._session
        )
        self.present(factory(name)(context), name)
        self._show_facts(desk, self._session if name in OF_A_TALK else None)
        self._on_saved()

    def _show_facts(self, desk: Desk, talk: Session | None) -> None:
        """Say what holds; a talk is held with content of its own, and has no room for the trial line."""
        is_certified = desk.is_certified if talk is None else talk.knowledge.is_certified
        self.banner.show_facts(is_demo=desk.is_demo, is_trial=desk.is_trial and talk is None, is_certified=is_certified)

    def _show_unlock(self, *, is_new: bool = False) -> None:
        screen = UnlockScreen(self.run, is_new=is_new)
        screen.opened.connect(self._on_opened)
        screen.painted.connect(self.painted)
        self.present(screen, "unlock")
        self.banner.show_facts(is_demo=False, is_trial=False, is_certified=True)
        if self._desk is not None:
            screen.take(self._desk)

    def _leave(self) -> None:
        if isinstance(self.shown, Screen):
            self.shown.leave()

    def lock(self) -> None:
        """Save, close the store, and ask the pass phrase. The open talk is remembered."""
        if self._desk is None or self.is_locked:
            return
        self._leave()
        if self._close_store(self._desk):
            self._left = None if self._session is None else self._session.conversation.id
            self._session = None
            self._show_unlock()

    def _close_store(self, desk: Desk) -> bool:
        """Close the store; what could not be saved keeps it open, and is said."""
        try:
            desk.lock()
        except ProblemsError as error:
            self.toast(desk.problem_text(error.problems[0]))
            return False
        return True

    @Slot()
    def _on_opened(self) -> None:
        if self._desk is None:
            return
        put_look(self._resources, look_of(self._desk))
        left, self._left, self.screen_name = self._left, None, ""
        try:
            self._session = None if left is None else self._desk.open(left)
        except ProblemsError:
            self._session = None
        self.go("list" if self._session is None else place_of(self._session))

    def _tell_saved(self) -> None:
        if shiboken6.isValid(self):
            self.saved.emit()

    @Slot()
    def _on_saved(self) -> None:
        if self._desk is not None and self.shown is not None and not self.is_locked:
            show_saved(self._desk, self.shown)
            is_fault = self._desk.save_state().status is SaveStatus.FAILED
            self.banner.show_fault(save_words(self._desk) if is_fault else "")

    @Slot()
    def _on_retry_asked(self) -> None:
        if self._desk is not None:
            self._desk.retry()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed and close the store."""
        self._leave()
        if self._desk is not None and not self.is_locked and not self._close_store(self._desk):
            event.ignore()
            return
        super().closeEvent(event)
