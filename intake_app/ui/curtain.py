"""Locking: everything out of sight first, then what is typed is kept and the store closed."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from intake_app.conversation.desk import Desk
from intake_app.core.problems import Problem, ProblemsError
from intake_app.ui.presenters.lock import Draft
from intake_app.ui.presenters.service_unsaved import has_unsaved
from intake_app.ui.screen import FrontDesk, Screen
from intake_app.ui.stage import Stage
from intake_app.ui.views.papers_clipboard import leave_nothing_copied
from intake_app.ui.whereabouts import Whereabouts


class Curtain(QObject):
    """Hides and closes. What could not be saved keeps the store open, and the screen alive behind the curtain."""

    def __init__(self, stage: Stage, whereabouts: Whereabouts) -> None:
        super().__init__(stage)
        self._stage, self._whereabouts = stage, whereabouts
        self._draft = Draft()
        self._has_warned = False

    def fall(self, screen: QWidget) -> None:
        """Cover everything with the screen that asks the pass phrase, whatever goes wrong in gathering."""
        self._draft = self._whereabouts.held
        try:
            self._draft = self._whereabouts.gather()
        finally:
            self._stage.cover(screen, "unlock")
            leave_nothing_copied()

    def close_store(self, desk: Desk) -> Problem | None:
        """Keep the draft and close; returns what keeps the store open."""
        try:
            if desk.is_open:
                self._whereabouts.hold(desk, self._draft)
                desk.lock()
        except ProblemsError as error:
            return error.problems[0]
        self._stage.free_behind()
        self._whereabouts.forget()
        self._draft = Draft()
        return None

    def asks_first(self, desk: FrontDesk) -> bool:
        """Tell of changes of the sociale kaart that would be gone; whoever closes once more, closes."""
        screen = self._stage.shown
        if isinstance(screen, Screen) and screen.asks_to_keep():
            return True
        is_first = has_unsaved(desk) and not self._has_warned
        if is_first:
            self._has_warned = True
            self._stage.toast(desk.text("directory_edit.closes"))
        return is_first

    def close_for_good(self, desk: Desk) -> Problem | None:
        """Save and close the store as the program ends; only words that are kept nowhere else stay as a draft.

        What was copied goes too: nothing of ours runs any more to take it away later.
        """
        draft = self._draft if self._stage.is_locked else self._whereabouts.gather()
        self._draft = draft if draft.has_words else Draft()
        wrong = self.close_store(desk)
        if wrong is None:
            leave_nothing_copied()
        return wrong
