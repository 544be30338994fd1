"""A login manager on a private bus: hands out a brake, sends the signals that it is told to, and says what it sees.

Lines on its standard input are commands, `SIGNAL ARGUMENT`; it answers each on its standard output.
"""

from __future__ import annotations

import os
import select
import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

PATH = "/org/freedesktop/login1"
PATIENCE_SECONDS = 5
SIGNALS = {
    "sleep": ("org.freedesktop.login1.Manager", "PrepareForSleep"),
    "lock": ("org.freedesktop.login1.Session", "Lock"),
    "saver": ("org.freedesktop.ScreenSaver", "ActiveChanged"),
    "gnome": ("org.gnome.ScreenSaver", "ActiveChanged"),
}


@ClassInfo({"D-Bus Interface": "org.freedesktop.login1.Manager"})
class Manager(QObject):
    """The manager; `brakes` are the ends of the files that it gave."""

    def __init__(self):
        super().__init__()
        self.brakes = []

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, what, who, why, mode):  # noqa: ARG002, N802  as the real one is called
        ours, theirs = os.pipe()
        self.brakes.append(ours)
        given = QDBusUnixFileDescriptor(theirs)
        os.close(theirs)
        return given


def say(*words):
    """Answer with a line."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def serve(address):
    """Answer until the input ends."""
    application, manager = QCoreApplication([]), Manager()
    bus = QDBusConnection.connectToBus(address, "manager")
    bus.registerObject(PATH, manager, QDBusConnection.RegisterOption.ExportAllSlots)
    bus.registerService("org.freedesktop.login1")
    say("ready")
    while True:
        application.processEvents()
        if not select.select([sys.stdin], [], [], 0.02)[0]:
            continue
        what, _, argument = sys.stdin.readline().strip().partition(" ")
        if not what:
            return
        if what == "brake":
            ended, _, _ = select.select([manager.brakes[-1]], [], [], PATIENCE_SECONDS if argument else 0)
            say(len(manager.brakes), "free" if ended else "held")
        else:
            signal = QDBusMessage.createSignal(PATH, *SIGNALS[what])
            signal.setArguments([argument == "on"] if argument else [])
            say(bus.send(signal))


if __name__ == "__main__":
    serve(sys.argv[1])
