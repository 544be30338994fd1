"""The real program on a real store with a sociale kaart in it, in this process, driven by key events."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.bootstrap.places import Places
from intake_app.content.locate import resources_dir
from intake_app.core.clock import SystemClock
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant, Person, Situation
from intake_app.ui.app import TURN_SECONDS
from intake_app.ui.jobs import Jobs
from intake_app.ui.look import put_look
from intake_app.ui.main_window import MainWindow
from intake_app.ui.presenters.settings import Look
from intake_app.ui.singletons import keep_singletons
from intake_app.ui.theme.fonts import register_fonts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from intake_app.bootstrap.desk import LocalDesk

PASSPHRASE = "vier gewone woorden samen"  # noqa: S105  of a store that is made for measuring
PATIENCE, TICK = 30.0, 0.0005
"""Seconds to wait for something, and between two looks whether it is there."""


def desk_in(folder: Path) -> LocalDesk:
    """Return the desk on the store in a folder."""
    from intake_app.bootstrap.local import make_desk  # after the window, as in the program

    store = folder / "store" / "a.db"
    return make_desk(Places(resources=resources_dir(), store=store, last_clean=folder / "last.bin"), "nl")


Took = tuple[float, float]
"""A moment: seconds on the clock, and seconds of work of the drawing thread."""


def now() -> Took:
    """Return this moment."""
    return time.perf_counter(), time.thread_time()


class Timed:
    """Notes every painting of a window, when it is done."""

    paintings: list[Took]

    def event(self, event: QEvent) -> bool:
        """Note a painting."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            self.paintings.append(now())
        return is_done

    def painted_after(self, began: Took) -> Took | None:
        """Return how long the first painting after a moment took, in milliseconds."""
        found = next((each for each in self.paintings if each[0] > began[0]), None)
        return None if found is None else ((found[0] - began[0]) * 1e3, (found[1] - began[1]) * 1e3)


class TimedWindow(Timed, MainWindow):
    """The window of the program."""

    def __init__(self, *parts: object) -> None:
        """Note nothing yet."""
        self.paintings = []
        super().__init__(*parts)


class Program:
    """The program with its window, unlocked and ready for a talk."""

    def __init__(self, folder: Path) -> None:
        """Start it as `intake_app.ui.app` does, and unlock the store."""
        keep_singletons()
        sys.setswitchinterval(TURN_SECONDS)
        self.application = QApplication.instance() or QApplication([])
        register_fonts(resources_dir())
        put_look(resources_dir(), Look())
        self.jobs, self.desk = Jobs(), desk_in(folder)
        self.looks: list[Took] = []
        self.window = TimedWindow(resources_dir(), self.jobs)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()
        self.window.take(self.desk)
        self.window.shown.form.phrase.setText(PASSPHRASE)
        self.window.shown.submit()
        self.wait(lambda: self.window.screen_name not in {"", "unlock"})
        self._finish_jobs()

    def _finish_jobs(self) -> None:
        """Wait until the sociale kaart is read."""
        done: list[object] = []
        self.jobs.run(list, done.append, done.append)
        self.wait(lambda: bool(done))

    def begin(self, mode: str) -> None:
        """Begin a talk with somebody who is alone, and wait until the first look ahead is there.

        `looks` holds the moments at which the next best questions were there.
        """
        person = Person(age=40, gender="woman", pc4="2512")
        today = SystemClock().now().date()
        situation = Situation(mode=Mode(mode), date=today, participants=(Participant.PERSON,), person=person)
        self.window.hold(self.desk.start(situation))
        self.window.go("conversation")
        seen: list[Took] = []
        self.window.shown.look_ahead.seen.connect(lambda: seen.append(now()))
        self.wait(lambda: bool(seen))
        self.looks = seen

    def wait(self, told: Callable[[], bool]) -> None:
        """Let the program go on until something holds."""
        end = time.monotonic() + PATIENCE
        while not told():
            if time.monotonic() > end:
                message = "the program did not get there"
                raise TimeoutError(message)
            self._go_on()

    def rest(self, seconds: float) -> None:
        """Let the program go on for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._go_on()

    def _go_on(self) -> None:
        """Do what waits; what was deleted goes too, as in the loop of the program."""
        self.application.processEvents()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        time.sleep(TICK)

    def close(self) -> None:
        """Close the window and the store."""
        self.window.close()
        self.jobs.stop()
        self.window.deleteLater()
        self.application.processEvents()
