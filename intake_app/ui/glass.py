"""The break-glass key of the talk that is open: how long it still opens, said above every screen."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal, Slot

from intake_app.conversation.session import Session
from intake_app.core.problems import ProblemsError
from intake_app.practice.access import Access, OpenGlass
from intake_app.ui.presenters.lock import glass_minutes, glass_of
from intake_app.ui.views.banner import Banner


class GlassWatch(QObject):
    """Asks for the key when a screen is shown, and counts its minutes by itself.

    `ended` carries the words for why the talk must be closed now.
    """

    ended = Signal(str)

    def __init__(self, banner: Banner, now: Callable[[], datetime.datetime]) -> None:
        super().__init__(banner)
        self._banner, self._now = banner, now
        self._glass: OpenGlass | None = None

    def look(self, access: Access, talk: Session | None) -> None:
        """Find out whether the open talk is one that the key opened."""
        self._glass = None
        if talk is not None:
            with suppress(ProblemsError):
                self._glass = glass_of(access.open_glasses(), str(talk.conversation.id))
        self._banner.show_glass(0 if self._glass is None else glass_minutes(self._glass, self._now()))

    @Slot()
    def tick(self) -> None:
        """Count on."""
        if self._glass is not None:
            minutes = glass_minutes(self._glass, self._now())
            self._banner.show_glass(minutes)
            if minutes == 0:
                self.ended.emit(self.tr("De noodknop is voorbij. Wat u typte, is bewaard."))

    @Slot()
    def give_back(self) -> None:
        """Stop before the time is over."""
        self.ended.emit(self.tr("Het gesprek is teruggegeven."))

    def end(self, access: Access) -> None:
        """Give the key back."""
        if self._glass is not None:
            with suppress(ProblemsError):
                access.end_glass(self._glass.talk)
        self.forget()

    def forget(self) -> None:
        """Say nothing any more."""
        self._glass = None
        self._banner.show_glass(0)
