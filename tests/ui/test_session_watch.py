"""The computer is locked or goes to sleep: heard on a bus of its own, read from the messages of Windows."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from intake_app.ui.session_watch import BusWatch, tells_leaving

MANAGER = Path(__file__).with_name("login_manager.py")
on_linux = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="there is no D-Bus here"
)


class Bus:
    """A private bus with a login manager, and our watch on it."""

    def __init__(self, qtbot):
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        self._qtbot = qtbot
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        address = self._daemon.stdout.readline().strip()
        self._manager = subprocess.Popen(
            [sys.executable, str(MANAGER), address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._manager.stdout.readline()
        self._names = ("test system", "test session")
        system, session = (QDBusConnection.connectToBus(address, name) for name in self._names)
        self.left, self._owner = [], QObject()
        self.watch = BusWatch(self._owner, system, session)
        self.watch.left.connect(self._on_left)
        name = "org.freedesktop.DBus"
        for each in (system, session):  # the bus answers in order: what was listened to before is heard from now on
            each.call(QDBusMessage.createMethodCall(name, "/org/freedesktop/DBus", name, "GetId"))

    def _on_left(self):
        self.left.append(self.brake())

    def tell(self, line):
        self._manager.stdin.write(f"{line}\n")
        self._manager.stdin.flush()
        return self._manager.stdout.readline().strip()

    def brake(self, wait=""):
        return self.tell(f"brake {wait}")

    def wait_for(self, times):
        self._qtbot.waitUntil(lambda: len(self.left) == times, timeout=5000)

    def close(self):
        from PySide6.QtDBus import QDBusConnection

        self.watch.stop()
        self._owner = self.watch = None
        for name in self._names:
            QDBusConnection.disconnectFromBus(name)
        for process in (self._manager, self._daemon):
            process.terminate()
            process.communicate(timeout=10)


@pytest.fixture
def bus(qtbot):
    made = Bus(qtbot)
    yield made
    made.close()


@on_linux
@pytest.mark.parametrize("line", ["lock", "saver on", "gnome on", "sleep on"])
def test_a_desktop_that_locks_or_sleeps_is_heard(bus, line):
    bus.tell(line)
    bus.wait_for(1)


@on_linux
def test_the_end_of_a_screen_saver_or_of_sleep_locks_nothing(bus):
    for line in ("saver off", "sleep off", "lock"):
        bus.tell(line)
    bus.wait_for(1)


@on_linux
def test_sleep_waits_until_we_locked_and_for_the_next_time_too(bus):
    assert bus.brake() == "1 held"
    bus.tell("sleep on")
    bus.wait_for(1)
    assert bus.left == ["1 held"]  # still held while we lock
    assert bus.brake("until free") == "1 free"
    bus.tell("sleep off")
    bus._qtbot.waitUntil(lambda: bus.watch.holds_sleep)
    assert bus.brake() == "2 held"


@on_linux
def test_without_a_bus_nothing_is_heard_and_nothing_breaks(qapp):  # noqa: ARG001  there must be an application
    from PySide6.QtDBus import QDBusConnection

    owner, nowhere = QObject(), QDBusConnection("nowhere")
    watch = BusWatch(owner, nowhere, nowhere)
    assert not watch.holds_sleep


@pytest.mark.parametrize(
    "message,code,leaves",
    [
        (0x02B1, 7, True),  # the session was locked
        (0x02B1, 8, False),  # and unlocked
        (0x02B1, 4, True),  # the remote desktop went away
        (0x0218, 4, True),  # sleep begins
        (0x0218, 18, False),  # the computer woke by itself
        (0x0100, 7, False),  # a key
    ],
)
def test_windows_tells_it_by_these_messages(message, code, leaves):
    assert tells_leaving(message, code) is leaves
