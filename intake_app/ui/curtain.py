"""Locking: everything out of sight first, then what is typed is kept and the store closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from intake_app.conversation.desk import Desk
from intake_app.core.problems import Problem, ProblemsError
from intake_app.ui.presenters.lock import Draft, draft_from
from intake_app.ui.presenters.service_unsaved import has_unsaved
from intake_app.ui.screen import FrontDesk, Screen
from intake_app.ui.stage import Stage
from intake_app.ui.views.papers_clipboard import leave_nothing_copied


class Curtain(QObject):
    """Hides and closes. What could not be saved keeps the store open, and the screen alive behind the curtain."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._loose: dict[str, str] = {}
        self._draft = Draft()
        self._has_warned = False

    def fall(self, screen: QWidget) -> None:
        """Cover everything with the screen that asks the pass phrase."""
        self._draft = self.gather()
        self._stage.cover(screen, "unlock")
        leave_nothing_copied()

    def gather(self) -> Draft:
        """Save what the screen saves by itself, and return where one is and what else is typed."""
        screen, focus = self._stage.shown, QApplication.focusWidget()
        if not isinstance(screen, Screen):
            return self._draft
        # Loaded here: it knows the sheets of a talk, which the first window does without.
        from intake_app.ui import drafts

        where = drafts.place_of(screen, focus)
        if focus is not None:
            focus.clearFocus()  # a line is kept when it is left
        found = drafts.gather(screen, self._stage.screen_name, has_saved=_leave(screen))
        return replace(found, focus=where, loose=self._loose)

    def close_store(self, desk: Desk) -> Problem | None:
        """Keep the draft and close; returns what keeps the store open."""
        try:
            if desk.is_open and not desk.is_read_only and self._draft != Draft():
                desk.hold_draft(self._draft.as_text())
            if desk.is_open:
                desk.lock()
        except ProblemsError as error:
            return error.problems[0]
        self._stage.free_behind()
        self._draft, self._loose = Draft(), {}
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
        """Save and close the store as the program ends; only words that are kept nowhere else stay as a draft."""
        draft = self.gather()
        self._draft = draft if draft.has_words else Draft()
        return self.close_store(desk)

    def kept(self, desk: Desk) -> Draft:
        """Return what was kept for who opened the store; nothing where it cannot be had."""
        try:
            return draft_from(desk.take_draft())
        except ProblemsError:
            return Draft()

    def put_back(self, draft: Draft) -> None:
        """Fill in what was typed on the screen that is shown; what has no field any more is shown to copy."""
        screen = self._stage.shown
        if isinstance(screen, Screen) and draft != Draft():
            from intake_app.ui import drafts

            self.show_loose(drafts.put_back(screen, draft))

    def show_loose(self, texts: Mapping[str, str]) -> None:
        """Show texts that have no field, until one is done with them."""
        self._loose = dict(texts)
        if not texts:
            return
        from intake_app.ui.views.draft_notice import NOTICE_WIDTH, DraftNotice

        notice = DraftNotice(texts)
        notice.closed.connect(self._on_done)
        self._stage.layer.open(notice, NOTICE_WIDTH, notice.focusProxy())

    @Slot()
    def _on_done(self) -> None:
        self._loose = {}
        self._stage.layer.close_layer()


def _leave(screen: Screen) -> bool:
    """Have a screen save what is typed; tells whether it could. Where not, the draft takes it all."""
    try:
        screen.leave()
    except ProblemsError:
        return False
    return True
