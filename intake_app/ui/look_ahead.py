"""Looking ahead of a talk off the drawing thread: after each answer anew, and only for the talk as it is now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from intake_app.conversation.desk import Desk, said_of
from intake_app.conversation.session import Session
from intake_app.triage.foresight.look import Outlook
from intake_app.triage.what_if import Said
from intake_app.ui.jobs import Done, Failed

REST_MS = 16
"""A look begins when nothing was said for this long: after the answer was painted, and done before the talk moves on by
itself. Two digits in one go make one look."""


class LookAhead(QObject):
    """Holds what lies ahead of the talk as it is now. `seen`: there is an outlook, or a newer one.

    At most one look is under way. What was said meanwhile drops its outcome, and is looked ahead of next.
    """

    seen = Signal()

    def __init__(self, desk: Desk, session: Session, run: Callable[[Callable[[], object], Done, Failed], None]) -> None:
        super().__init__()
        self._desk, self._session, self._run = desk, session, run
        self._about: Said | None = None
        self._is_busy = False
        self._outlook: Outlook | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._begin)

    def now(self) -> Outlook | None:
        """Return what lies ahead of the talk as it is now; None, and a look begins soon, while that is not known."""
        if self._about != said_of(self._session):
            self._rest.start()
            return None
        return self._outlook

    @Slot()
    def _begin(self) -> None:
        """Look ahead of what is said at this moment: the work holds just that, whatever is said before it starts."""
        said = said_of(self._session)
        if not self._is_busy and said != self._about:
            self._is_busy, self._outlook, self._about = True, None, said
            self._run(partial(self._desk.look_ahead, self._session.knowledge, said), self._on_looked, self._on_failed)

    @Slot(object)
    def _on_looked(self, outlook: object) -> None:
        self._is_busy = False
        if self._about != said_of(self._session):
            self._begin()
            return
        self._outlook = outlook if isinstance(outlook, Outlook) else None
        self.seen.emit()

    @Slot(object)
    def _on_failed(self, _: Exception) -> None:
        """Go on with the order that needs no look; the next answer tries again."""
        self._is_busy = False
        if self._about != said_of(self._session):
            self._begin()
