"""The one window: shows a screen at a time, and is the shell that the screens speak to."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake_app.conversation.session import Session
from intake_app.core.clock import SystemClock
from intake_app.core.ids import ConversationId
from intake_app.core.problems import ProblemsError
from intake_app.ui.actions import screen_of
from intake_app.ui.curtain import Curtain
from intake_app.ui.finding import Finding
from intake_app.ui.glass import GlassWatch
from intake_app.ui.idle import watch
from intake_app.ui.jobs import Done, Failed, Jobs
from intake_app.ui.keys import WindowKeys
from intake_app.ui.look import put_look
from intake_app.ui.presenters.first_place import place_for
from intake_app.ui.presenters.lock import Draft, lock_minutes
from intake_app.ui.presenters.read_only import OF_A_TALK, may_reopen, place_when_reading, reading_words
from intake_app.ui.presenters.settings import look_of
from intake_app.ui.presenters.talk_time import TalkTime
from intake_app.ui.save_watch import SaveWatch
from intake_app.ui.screen import FrontDesk, Screen, ScreenContext
from intake_app.ui.screens import PLACES, factory
from intake_app.ui.stage import Stage
from intake_app.ui.talk_commands import TalkCommands
from intake_app.ui.theme.source import theme_source
from intake_app.ui.thrift import give_back
from intake_app.ui.views.shortcuts import show_keys
from intake_app.ui.views.unlock import UnlockScreen
from intake_app.ui.whereabouts import Whereabouts

WITHOUT_A_TALK = frozenset({"list", "start_quick", "start_exploratory"})
"""The screens on which no talk is open."""


def _place(screen: str, desk: FrontDesk, talk: Session | None) -> str:
    """Return the screen that can be shown where this one is asked for; a talk goes on with the sociale kaart of now."""
    name = place_when_reading(desk, screen, talk)
    if name in OF_A_TALK and talk is None:
        name = "list"
    elif name in OF_A_TALK and talk is not None:
        desk.freshen(talk)
    return place_for(desk.office.people.me, name)


def _has_done(shown: QWidget | None, action: str) -> bool:
    """Have the screen do what is its own to do; False where it is not."""
    return isinstance(shown, Screen) and shown.do(action)


def _warm(shell: MainWindow, desk: FrontDesk) -> None:
    """Read the sociale kaart while the list is looked at; who opens it before that is ready waits for it there.

    Content and sociale kaart stay until the store is closed: Python's collector, that would walk over all of it in the
    middle of a talk (0.1 s), is told so.
    """

    def set_aside(_: object) -> None:
        """Whatever came of it, it is tried again when it is needed."""
        gc.collect()
        gc.freeze()
        give_back()

    shell.run(desk.office.directory.warm, set_aside, set_aside)


def _offer_copy(shown: QWidget | None, path: str, desk: FrontDesk | None) -> None:
    """Go on with putting a copy back, now that the store is closed."""
    if path and desk is not None and not desk.is_open and isinstance(shown, UnlockScreen):
        shown.show_restore(path)


class MainWindow(Stage):
    """Holds the desk, the open talk and the screen that is shown."""

    painted = Signal()

    def __init__(self, resources: Path, jobs: Jobs, *, is_new: bool = False) -> None:
        super().__init__()
        self._resources, self._jobs = resources, jobs
        self.desk: FrontDesk | None = None
        self.session: Session | None = None
        clock = SystemClock()
        self.idle = watch(self, clock.now)
        self.glass = GlassWatch(self.banner, clock.now)
        self._saving, self._time = SaveWatch(self), TalkTime()
        self._whereabouts = Whereabouts(self, self._time)
        self._curtain, self._commands = Curtain(self, self._whereabouts), TalkCommands(self)
        self._finding = Finding(self, self._commands.actions)
        self._connect()
        self.present(self._unlock_screen(is_new=is_new), "unlock")

    def _connect(self) -> None:
        self.banner.give_back_asked.connect(self.glass.give_back)
        self.banner.reopen_asked.connect(self._commands.reopen)
        WindowKeys(self).pressed.connect(self.do)
        self._saving.rested.connect(self._on_rested)
        self.idle.warned.connect(self.idle_line.show_left)
        self.idle.passed.connect(self.lock)
        self.idle.ticked.connect(self.glass.tick)
        self.glass.ended.connect(self._on_glass_ended)

    def take(self, desk: FrontDesk) -> None:
        """Go on with a desk that was loaded; the first screen may open it now."""
        self.desk = desk
        self._saving.follow(desk)
        if isinstance(self.shown, UnlockScreen):
            self.shown.take(desk)

    def fail(self, words: str) -> None:
        """Say that the program cannot start."""
        if isinstance(self.shown, UnlockScreen):
            self.shown.fail(words)

    def go(self, screen: str, about: str = "") -> None:
        """Show a screen. `unlock` locks; `menu` and `palette` open over the screen."""
        if screen == "unlock":
            self.lock()
            _offer_copy(self.shown, about, self.desk)
        elif self.desk is None or self.is_locked:
            return
        elif not self._finding.take(screen):
            self.leave()
            self._show(screen, self.desk, about)

    def hold(self, session: Session | None) -> None:
        """Make a session the one that the screens work on."""
        self.session = session

    def run(self, job: Callable[[], object], done: Done, failed: Failed) -> None:
        """Do slow work off the drawing thread."""
        self._jobs.run(job, done, failed)

    def flag_key(self) -> None:
        """Raise niet-pluis and open its sheet."""
        self._commands.flag()

    @Slot(str)
    def do(self, action: str) -> None:
        """Do an action of the registry."""
        if action == "keys":
            show_keys(self.layer, self.screen_name)
        elif not self.is_locked and not _has_done(self.shown, action) and not self._commands.take(action):
            self.go(screen_of(action))

    def _show(self, screen: str, desk: FrontDesk, about: str = "") -> None:
        name = _place(screen, desk, self.session)
        if name not in PLACES:
            return
        if name in WITHOUT_A_TALK:
            self.session = None
        context = ScreenContext(desk=desk, shell=self, themes=theme_source(), resources=self._resources, about=about)
        self.present(factory(name)(replace(context, session=self.session, time=self._time)), name)
        self._show_facts(desk)

    def _show_facts(self, desk: FrontDesk) -> None:
        """Say what holds; a talk is held with content of its own, and has no room for the trial line."""
        talk = self.session if self.screen_name in OF_A_TALK else None
        self._time.show("" if talk is None else talk.conversation.id)
        is_certified = desk.is_certified if talk is None else talk.knowledge.is_certified
        self.banner.show_facts(is_demo=desk.is_demo, is_trial=desk.is_trial and talk is None, is_certified=is_certified)
        words = reading_words(desk, talk) or ("" if talk else desk.opening_words)
        self.banner.show_reading(words, can_reopen=may_reopen(desk, talk))
        self.glass.look(desk.office.access, self.session)
        self.idle.minutes = lock_minutes(desk.setting("lock_minutes"))
        self._saving.show()

    def _unlock_screen(self, *, is_new: bool = False, notice: str = "") -> UnlockScreen:
        screen = UnlockScreen(self.run, is_new=is_new, notice=notice)
        screen.opened.connect(self._on_opened)
        screen.painted.connect(self.painted)
        return screen

    def leave(self) -> None:
        """Have the screen save what is typed."""
        if isinstance(self.shown, Screen):
            self.shown.leave()

    @Slot()
    def lock(self) -> None:
        """Take everything out of sight, save, close the store, and ask the pass phrase."""
        self.blank()
        if self.desk is not None and not self.is_locked:
            self.idle.stop()
            self._time.show("")
            self.banner.forget()
            self.glass.forget()
            try:
                self._curtain.fall(self._unlock_screen())
            finally:
                self._close_store(self.desk)

    def _close_store(self, desk: FrontDesk) -> None:
        """Close the store behind the curtain, and ask the pass phrase; what keeps it open is said."""
        wrong, notice = self._curtain.close_store(desk), ""
        if wrong is not None:
            notice = self.tr("Nog niet alles is bewaard. Het blijft hier staan: na uw wachtzin gaat u gewoon verder.")
        else:
            self.session = None
            gc.unfreeze()
        self.banner.show_fault("" if wrong is None else desk.problem_text(wrong))
        screen = self._unlock_screen(notice=notice)
        self.present(screen, "unlock")
        screen.take(desk)

    @Slot()
    def _on_opened(self) -> None:
        desk = self.desk
        if desk is None:
            return
        put_look(self._resources, look_of(desk))
        is_first_time = isinstance(self.shown, UnlockScreen) and self.shown.is_first_time
        self.idle.start()
        if self.behind is not None:
            self.uncover()
            self._show_facts(desk)
            return
        self._return_to(Draft(screen="recovery") if is_first_time else self._whereabouts.kept(desk), desk)
        _warm(self, desk)

    def _return_to(self, draft: Draft, desk: FrontDesk) -> None:
        """Go on where one was: the same talk, the same screen, and what was being typed."""
        try:
            self.session = desk.open(ConversationId(draft.talk)) if draft.talk else None
        except ProblemsError:
            self.session = None
        self._show(draft.screen if draft.screen in PLACES else "list", desk, draft.about)
        self._whereabouts.put_back(draft)

    @Slot()
    def _on_rested(self) -> None:
        """Close the store behind the curtain after all."""
        if self.desk is not None:
            self._close_store(self.desk)

    @Slot(str)
    def _on_glass_ended(self, words: str) -> None:
        """Save what is typed in a colleague's talk and close it."""
        if self.desk is not None and not self.is_locked:
            self.blank()
            draft = self._whereabouts.gather()
            self.glass.end(self.desk.office.access)
            self._show("list", self.desk)
            self._whereabouts.show_loose(draft.by_name())
            self.toast(words)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed and close the store."""
        desk = self.desk
        asks = desk is not None and self._curtain.asks_first(desk)
        if not asks:
            self.blank()  # what was typed on the person's side is told while it can be kept
        wrong = self._curtain.close_for_good(desk) if desk is not None and desk.is_open and not asks else None
        if desk is not None and wrong is not None:
            self.toast(desk.problem_text(wrong))
        if asks or wrong is not None:
            event.ignore()
            return
        self.idle.stop()
        self.clear()
        super().closeEvent(event)
