"""Notices that the computer is locked, or goes to sleep.

Linux tells it on D-Bus, Windows by messages to the window. macOS tells it only to programs that speak Objective-C:
there the quiet minutes and the clock that jumped (`ui/idle.py`) lock, not the locked screen itself.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal, Slot
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage
    from PySide6.QtWidgets import QWidget

LOGIN, MANAGER, MANAGER_PATH = "org.freedesktop.login1", "org.freedesktop.login1.Manager", "/org/freedesktop/login1"
SESSION = "org.freedesktop.login1.Session"
SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
PATIENCE_MS = 500

_log = logging.getLogger(__name__)


class Watch(Protocol):
    """What a system's own watch can do."""

    def stop(self) -> None:
        """Listen no more."""


class BusWatch(QObject):
    """Listens on D-Bus. `left`: the screen was locked, or the computer goes to sleep.

    Each seat's lock counts: on a computer with several it locks rather once too often. Sleep waits for us as long as
    we hold the manager's file descriptor; so the key is gone before memory is written to disk.
    """

    left = Signal()

    def __init__(self, parent: QObject, system: QDBusConnection, session: QDBusConnection) -> None:
        super().__init__(parent)
        self._system, self._session = system, session
        self._brake: object = None
        if system.isConnected():
            self._listen(system, SESSION, "Lock", "on_locked()")
            self._listen(system, MANAGER, "PrepareForSleep", "on_sleep(bool)")
            self._hold_sleep()
        if session.isConnected():
            for saver in SAVERS:
                self._listen(session, saver, "ActiveChanged", "on_saver(bool)")

    def _listen(self, bus: QDBusConnection, interface: str, name: str, slot: str) -> None:
        # The types ask for bytes; what the slot macro returns is a text, and only that is taken.
        if not bus.connect("", "", interface, name, self, cast("bytes", SLOT(slot))):
            _log.info("the signal %s of %s cannot be heard", name, interface)

    def _hold_sleep(self) -> None:
        """Ask the manager to let us lock before the computer sleeps; the file it gives is the brake."""
        from PySide6.QtDBus import QDBus, QDBusMessage

        call = QDBusMessage.createMethodCall(LOGIN, MANAGER_PATH, MANAGER, "Inhibit")
        call.setArguments(["sleep", QCoreApplication.applicationName(), "locking", "delay"])
        answer: QDBusMessage = self._system.call(call, QDBus.CallMode.Block, PATIENCE_MS)
        self._brake = next(iter(answer.arguments()), None) if not answer.errorName() else None

    @property
    def holds_sleep(self) -> bool:
        """Tell whether the computer waits for us before it sleeps."""
        return self._brake is not None

    @Slot()
    def on_locked(self) -> None:
        """The desktop asked to lock the session."""
        self.left.emit()

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        """The computer goes to sleep, or woke."""
        if begins:
            self.left.emit()
            self._brake = None
        elif not self.holds_sleep:
            self._hold_sleep()

    @Slot(bool)
    def on_saver(self, is_on: bool) -> None:
        """The screen saver came, or went."""
        if is_on:
            self.left.emit()

    def stop(self) -> None:
        """Let the computer sleep without us; Qt takes the slots off the bus with this object."""
        self._brake = None


WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
SLEEP_BEGINS = 4
SESSION_LEFT = frozenset({2, 4, 6, 7})
"""Taken from the screen, remote one disconnected, logged off, locked."""


def tells_leaving(message: int, code: int) -> bool:
    """Tell whether a message of Windows says that the session is left, or that the computer goes to sleep."""
    if message == WM_POWERBROADCAST:
        return code == SLEEP_BEGINS
    return message == WM_WTSSESSION_CHANGE and code in SESSION_LEFT


class WindowsWatch(QAbstractNativeEventFilter):
    """Listens to the messages of Windows for one window."""

    def __init__(self, told: SessionWatch, window: QWidget) -> None:
        super().__init__()
        self._told, self._handle = told, int(window.winId())
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(self._handle, 0)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self)

    @override
    def nativeEventFilter(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if sys.platform == "win32":
            from ctypes import wintypes

            found = wintypes.MSG.from_address(int(message))
            if tells_leaving(found.message, found.wParam):
                self._told.left.emit()
        return False, 0

    def stop(self) -> None:
        """Listen no more."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self)
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(self._handle)


class SessionWatch(QObject):
    """Tells on every system that the computer was left. It takes a while to make: after the first paint."""

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._watch = self._watch_of(window)

    def _watch_of(self, window: QWidget) -> Watch | None:
        if sys.platform == "win32":
            return WindowsWatch(self, window)
        if sys.platform == "darwin":
            return None
        from PySide6.QtDBus import QDBusConnection

        watch = BusWatch(self, QDBusConnection.systemBus(), QDBusConnection.sessionBus())
        watch.left.connect(self.left)
        return watch

    def stop(self) -> None:
        """Listen no more."""
        if self._watch is not None:
            self._watch.stop()
        self._watch = None
