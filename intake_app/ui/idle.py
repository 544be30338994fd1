"""Notices when nobody touches the program, and when the computer slept."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from intake_app.ui.presenters.lock import USUAL_MINUTES, seconds_left, warned_of, was_away

TICK_MS = 1000
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Looks once a second. `warned` carries the seconds left, and 0 when somebody is there again.

    The filter lies on the windows of the system, not on the application: Python sees an event once, not once for
    every widget that it passes. What arrives without a key (dictation, a screen reader) moves the caret or the focus.
    """

    warned = Signal(int)
    passed = Signal()
    ticked = Signal()
    touched = Signal()

    def __init__(self, parent: QObject, seconds: Callable[[], float], now: Callable[[], datetime.datetime]) -> None:
        super().__init__(parent)
        self._seconds, self._now = seconds, now
        self.minutes = USUAL_MINUTES
        self._touched, self._looked, self._caret, self._said = seconds(), now(), -1, 0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def is_watching(self) -> bool:
        """Tell whether it looks."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin to look, from now."""
        self._looked = self._now()
        self.touch()
        application = QGuiApplication.instance()
        if not self.is_watching and isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self.touch)
        self._timer.start()

    def stop(self) -> None:
        """Look no more; a warning that stands goes away."""
        application = QGuiApplication.instance()
        if self.is_watching and isinstance(application, QGuiApplication):
            application.focusObjectChanged.disconnect(self.touch)
        self._timer.stop()
        self._say(0)

    @Slot()
    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._seconds()
        self._say(0)
        self.touched.emit()

    @Slot()
    def tick(self) -> None:
        """Look how long it was quiet, and whether the computer slept."""
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)
        before, self._looked = self._looked, self._now()
        if self._caret_moved():
            self.touch()
        left = seconds_left(self.minutes, self._seconds() - self._touched)
        if left == 0 or was_away(before, self._looked):
            self.passed.emit()
            return
        self._say(warned_of(left))
        self.ticked.emit()

    def _caret_moved(self) -> bool:
        found = QGuiApplication.inputMethod().queryFocusObject(Qt.InputMethodQuery.ImCursorPosition, None)
        before, self._caret = self._caret, found if isinstance(found, int) else -1
        return self._caret != before

    def _say(self, seconds: int) -> None:
        if seconds != self._said:
            self._said = seconds
            self.warned.emit(seconds)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self.touch()
        return False


def watch(parent: QObject, now: Callable[[], datetime.datetime]) -> IdleWatch:
    """Return a watch on the clock of this computer."""
    return IdleWatch(parent, time.monotonic, now)
