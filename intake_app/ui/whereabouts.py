"""Where one is and what is typed: held in the store while one works, and given back after a lock or a broken end."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from intake_app.core.problems import ProblemsError
from intake_app.ui.presenters.lock import Draft, draft_from
from intake_app.ui.presenters.talk_time import TalkTime
from intake_app.ui.screen import Screen

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.ui.main_window import MainWindow

BEHIND_MS = 500
"""So long after something was done it is held at the latest.

Own choice: with the writing of a slow disk, and on a busy computer, no more than a second is ever missing.
"""


class Whereabouts(QObject):
    """Looks a moment after something was touched, never more often; only what changed is held.

    Looking takes about a millisecond. The store writes on a thread of its own.
    """

    def __init__(self, window: MainWindow, time: TalkTime) -> None:
        super().__init__(window)
        self._window, self._time = window, time
        self._held = Draft()
        self._loose: dict[str, str] = {}
        self._aside: dict[str, str] = {}
        self._looking = QTimer(self, singleShot=True, interval=BEHIND_MS)
        self._looking.timeout.connect(self.look)
        window.idle.touched.connect(self.touch)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.touch)

    @property
    def held(self) -> Draft:
        """What was held last."""
        return self._held

    @Slot()
    def touch(self) -> None:
        """Something may have changed; look soon."""
        if not self._looking.isActive():
            self._looking.start()

    @Slot()
    def look(self) -> None:
        """Hold where one is, where that changed."""
        self._looking.stop()
        desk, screen = self._window.desk, self._window.shown
        if desk is None or not desk.is_open or self._window.is_locked or not isinstance(screen, Screen):
            return
        # Loaded here: it knows the sheets of a talk, which the first window does without.
        from intake_app.ui import drafts

        if self._aside:
            self._aside = drafts.bring_out(screen, self._aside)
        with suppress(ProblemsError):  # the store was closed this very moment
            self.hold(desk, self._whole(drafts.gather(screen, self._window.screen_name)))

    def gather(self) -> Draft:
        """Have the screen save what it can, and return where one is and what else is typed."""
        screen = self._window.shown
        if not isinstance(screen, Screen):
            return self._held
        from intake_app.ui import drafts

        place = drafts.gather(screen, self._window.screen_name)
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()  # a line is kept when it is left
        found = drafts.gather(screen, self._window.screen_name, has_saved=_leave(screen))
        return self._whole(replace(found, focus=place.focus, caret=place.caret, scrolls=place.scrolls))

    def _whole(self, draft: Draft) -> Draft:
        return replace(draft, loose=self._loose, aside=self._aside, minutes=str(self._time.minutes(draft.talk)))

    def hold(self, desk: Desk, draft: Draft) -> None:
        """Have the desk keep it for who opens the store next as the same user."""
        if desk.is_read_only or draft == self._held:
            return
        desk.hold_draft("" if draft == Draft() else draft.as_text())
        self._held = draft

    def forget(self) -> None:
        """Know nothing any more: the store is closed."""
        self._looking.stop()
        self._held, self._loose, self._aside = Draft(), {}, {}

    def kept(self, desk: Desk) -> Draft:
        """Return what was kept for who opened the store; nothing where it cannot be had."""
        draft = Draft()
        with suppress(ProblemsError):
            draft = draft_from(desk.held_draft())
        self._time.go_on_from(draft.talk, draft.minutes)
        self._held = draft
        return draft

    def put_back(self, draft: Draft) -> None:
        """Fill in what was typed on the screen that is shown; what has no field any more is shown to copy."""
        screen = self._window.shown
        if isinstance(screen, Screen) and draft != Draft():
            from intake_app.ui import drafts

            self._aside = {**draft.aside, **drafts.set_aside(screen, draft)}
            self.show_loose(drafts.put_back(screen, draft))
        self.touch()

    def show_loose(self, texts: Mapping[str, str]) -> None:
        """Show texts that have no field, until one is done with them."""
        self._loose = dict(texts)
        if not texts:
            return
        from intake_app.ui.views.draft_notice import NOTICE_WIDTH, DraftNotice

        notice = DraftNotice(texts)
        notice.closed.connect(self._on_done)
        self._window.layer.open(notice, NOTICE_WIDTH, notice.focusProxy())

    @Slot()
    def _on_done(self) -> None:
        self._loose = {}
        self._window.layer.close_layer()
        self.touch()


def _leave(screen: Screen) -> bool:
    """Have a screen save what is typed; tells whether it could. Where not, the draft takes it all."""
    try:
        screen.leave()
    except ProblemsError:
        return False
    return True
