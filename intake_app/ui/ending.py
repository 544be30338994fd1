"""Ending when the system asks for it (SIGTERM) or a terminal does (Ctrl+C): as closing the window does."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIGNALS = (signal.SIGTERM, signal.SIGINT)
_MOST, _TIMES = 64, 3
"""Bytes read at once, one for each signal that came; and so often it is closed: a window asks twice at most."""


class Ending(QObject):
    """Closes the window when a signal comes.

    Nothing is done in the handler: Python writes the number of the signal to a socket, and Qt's own loop reads it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._reads, self._writes = socket.socketpair()
        for end in (self._reads, self._writes):
            end.setblocking(False)
        self._before = {each: signal.signal(each, _note_nothing) for each in SIGNALS}
        self._woken = signal.set_wakeup_fd(self._writes.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reads.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def stop(self) -> None:
        """Listen no more."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._woken)
        for each, before in self._before.items():
            signal.signal(each, before)
        self._reads.close()
        self._writes.close()

    @Slot()
    def _on_signal(self) -> None:
        """Close, past the questions about what is not kept; what cannot be saved keeps it open."""
        self._reads.recv(_MOST)
        if any(self._window.close() for _ in range(_TIMES)):
            QCoreApplication.quit()


def _note_nothing(_number: int, _frame: object) -> None:
    """Stand in the place of what Python does itself, which would end in the middle of anything."""
