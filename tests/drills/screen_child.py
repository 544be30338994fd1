"""A program with its window, to be killed: for each line on standard input it forks a child that works or looks.

`work` types, answers and scrolls by real key events on a real store until it is killed. After each step it tells where
it is, and before one that leaps, to another question or a sheet, that it does. `look` opens the program again, tells
where that is, and ends. All times are of the one clock that all processes share.
`late` tells how many seconds longer a wait took than was asked: so long the computer was busy with other things.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from intake_app.bootstrap.desk import LocalDesk
from intake_app.bootstrap.local import desk_of
from intake_app.bootstrap.places import Places
from intake_app.content.last_clean import Loaded, load_or_last_clean
from intake_app.content.locate import resources_dir
from intake_app.core.clock import SystemClock
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person, Situation
from intake_app.storage import keys
from intake_app.ui import drafts, sheets
from intake_app.ui.jobs import Jobs
from intake_app.ui.look import put_look
from intake_app.ui.main_window import MainWindow
from intake_app.ui.presenters.settings import Look
from intake_app.ui.screens import factory
from intake_app.ui.singletons import keep_singletons
from intake_app.ui.theme.fonts import register_fonts

PASSPHRASE = "vier woorden zijn genoeg"  # noqa: S105  opens stores made here only
OPENING_SECONDS = 20.0
SETTLED_MS = 700
LETTERS = "etaoinrsldhk vwmzg. "
WHEEL = 120
LONGEST_WAIT_MS = 300
Step = Callable[["Screenplay"], None]


def tell(**what: object) -> None:
    """Write a whole line at once, past all buffers, with the time."""
    os.write(1, f"{json.dumps({'at': time.monotonic(), **what})}\n".encode())


def where(window: MainWindow) -> dict[str, object]:
    """Return where one is, read from the widgets themselves."""
    screen, focus, session = window.shown, QApplication.focusWidget(), window.session
    sheet = getattr(getattr(screen, "layer", None), "sheet", None)
    page = getattr(screen, "page", None)
    is_text = isinstance(focus, QLineEdit | QPlainTextEdit)
    found: dict[str, object] = {
        "screen": window.screen_name,
        "question": "" if session is None else session.conversation.place,
        "sheet": type(sheet).__name__,
        "focus": "" if focus is None else focus.accessibleName(),
        "text": _text(focus) if is_text else "",
        "caret": _caret(focus) if is_text else 0,
        "scroll": 0 if page is None else page.verticalScrollBar().value(),
    }
    return found


def _text(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _caret(field: QWidget) -> int:
    return field.cursorPosition() if isinstance(field, QLineEdit) else field.textCursor().position()


def wait(milliseconds: int) -> None:
    """Let the program go on for so long, as its own loop does; `QTest.qWait` would keep all other threads waiting."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Screenplay:
    """One opened program, and what a person does with it."""

    def __init__(self, loaded: Loaded, folder: Path, chance: random.Random) -> None:
        self.chance = chance
        self._application = QApplication([])
        register_fonts(resources_dir())
        put_look(resources_dir(), Look())
        self.window = MainWindow(resources_dir(), Jobs())
        self.window.resize(1024, 700)
        self.window.show()
        self.desk = desk_on(loaded, folder)
        self.window.take(self.desk)
        self.window.shown.form.phrase.setText(PASSPHRASE)
        self.window.shown.submit()
        end = time.monotonic() + OPENING_SECONDS
        while self.window.is_locked and time.monotonic() < end:
            wait(10)
        self.held = self.desk.held_draft()

    def begin(self) -> None:
        """Begin a talk."""
        situation = Situation(mode=Mode.QUICK, date=SystemClock().now().date(), person=Person(age=35, gender="woman"))
        self.window.hold(self.desk.start(situation))
        self.window.go("conversation")
        wait(50)

    def play(self) -> Iterator[None]:
        """Do one thing after the other, for ever."""
        while True:
            yield from self.chance.choice(SCENES)(self)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key as the system would tell it."""
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def letters(self) -> Iterator[None]:
        """Type some words, at any speed, with a step back now and then."""
        pause = self.chance.choice((30, 90, 250))
        for _ in range(self.chance.randint(3, 25)):
            if self.chance.random() < 0.15:
                self.key(self.chance.choice((Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace)))
            else:
                QTest.keyClick(self.window.windowHandle(), self.chance.choice(LETTERS))
            yield
            wait(self.chance.randint(0, pause))

    def wheel(self) -> None:
        """Turn the wheel over the middle of the window."""
        handle, turn = self.window.windowHandle(), self.chance.choice((-WHEEL, -WHEEL, WHEEL))
        place = QPointF(handle.width() / 2, handle.height() / 2)
        none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(place, place, QPoint(), QPoint(0, turn), none[0], none[1], none[2], False)
        QApplication.sendEvent(handle, event)


def desk_on(loaded: Loaded, folder: Path) -> LocalDesk:
    """Return the desk on the store in a folder."""
    places = Places(resources=resources_dir(), store=folder / "a.db", last_clean=folder / "last.bin")
    return desk_of(loaded, places, SystemClock())


def answering(play: Screenplay) -> Iterator[None]:
    """Answer, and be moved on."""
    if play.window.screen_name == "conversation" and not play.window.shown.layer.is_open:
        play.window.shown.panel.setFocus()
        tell(leaps=True)
        play.key(play.chance.choice((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Return)))
        wait(200)
        yield


def noting(play: Screenplay) -> Iterator[None]:
    """Write along at a question."""
    if play.window.screen_name == "conversation" and not play.window.shown.layer.is_open:
        play.window.shown.panel.focus_note()
        yield
        yield from play.letters()


def praising(play: Screenplay) -> Iterator[None]:
    """Write what goes well."""
    if play.window.screen_name == "conversation" and not play.window.shown.layer.is_open:
        strength = play.window.shown.panel.strength
        if strength.chip.isVisible():
            strength.chip.click()
            yield
            yield from play.letters()


def turning(play: Screenplay) -> Iterator[None]:
    """Scroll."""
    for _ in range(play.chance.randint(1, 4)):
        play.wheel()
        yield
        wait(60)


def suspecting(play: Screenplay) -> Iterator[None]:
    """Press niet-pluis, fill in its sheet, and perhaps put it aside."""
    tell(leaps=True)
    play.key(Qt.Key.Key_F9)
    wait(20)
    yield
    sheet = play.window.shown.layer.sheet
    if sheet is None:
        return
    field = play.chance.choice((sheet.form.told, sheet.form.agreed))
    field.setFocus()
    yield
    yield from play.letters()
    if play.chance.random() < 0.5:
        play.key(Qt.Key.Key_Escape)
        yield


SCENES = (answering, answering, noting, noting, noting, praising, turning, turning, suspecting)


def work(loaded: Loaded, folder: Path, seed: int) -> None:
    """Work until killed."""
    play = Screenplay(loaded, folder, random.Random(seed))
    tell(state=where(play.window))
    play.begin()
    tell(state=where(play.window), ready=True)
    for _ in play.play():
        tell(state=where(play.window))
        asked = play.chance.randint(0, LONGEST_WAIT_MS)
        began = time.monotonic()
        wait(asked)
        tell(state=where(play.window), late=max(0.0, time.monotonic() - began - asked / 1000))


def look(loaded: Loaded, folder: Path, seed: int) -> None:
    """Open the program again and tell where that is."""
    play = Screenplay(loaded, folder, random.Random(seed))
    wait(SETTLED_MS)
    tell(state=where(play.window), held=play.held)


def main() -> None:
    """Load everything, make the store, then fork for each line."""
    keep_singletons()
    keys._ROUNDS, keys._MEMORY_KIB = 1, 64  # what stretching costs is measured elsewhere
    folder = Path(sys.argv[1])
    loaded = load_or_last_clean(resources_dir(), folder / "last.bin")
    factory("conversation")
    assert drafts
    assert sheets
    parent = os.getpid()
    made = os.fork()
    if made == 0:
        desk = desk_on(loaded, folder)
        desk.create(PASSPHRASE, "Els")
        desk.set_setting("text_scale", "150")
        desk.lock()
        os._exit(0)
    os.waitpid(made, 0)
    tell(ready=True)
    for line in sys.stdin:
        what, seed = line.split()
        child = os.fork()
        if child == 0:
            {"work": work, "look": look}[what](loaded, folder, int(seed))
            os._exit(0)
        assert os.getpid() == parent
        tell(process=child)
        os.waitpid(child, 0)
        tell(ended=True)


if __name__ == "__main__":
    main()
