"""The tour through the window on the example data; from a store of the practice, the way to those examples.

A store of the practice never holds invented people, and one run of the program has one store. So there the tour opens
the examples in a second window, a process of its own with a throw-away store: what is open here stays as it is, and
the line on top of that window says that its people are invented. The tour is offered on its first screen.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Slot
from PySide6.QtWidgets import QWidget

from intake_app.ui.actions import action
from intake_app.ui.fields.pane_split import PaneSplit
from intake_app.ui.presenters.tour import KEYS, Step, example_talk, steps
from intake_app.ui.screen import FrontDesk
from intake_app.ui.views.tour import TourNote

if TYPE_CHECKING:
    from intake_app.ui.main_window import MainWindow


def open_examples(resources: Path, language: str) -> bool:
    """Open the program on the examples in a process of its own; tells whether it began."""
    # A packed program is its own interpreter.
    program = [] if getattr(sys, "frozen", False) else ["-I", "-X", "utf8", "-m", "intake_app"]
    words = [*program, "--resources", str(resources), "--lang", language, "--demo"]
    has_begun, _process = QProcess.startDetached(sys.executable, words)
    return has_begun


class Tour(QObject):
    """Goes through the steps. It ends by itself when one goes elsewhere, or when the program locks."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._steps: tuple[Step, ...] = ()
        self._at, self._is_going = 0, False
        self.note: TourNote | None = None
        window.presented.connect(self._on_presented)

    def begin(self, desk: FrontDesk, resources: Path) -> None:
        """Begin with the first step; where there are no examples, open them."""
        self._end()
        if not desk.is_demo:
            self._say_opened(is_open=open_examples(resources, desk.language))
            return
        self._steps = steps(desk, {each: action(each).cap for each in KEYS})
        self._at = 0
        self.note = TourNote(self._window)
        self.note.onward.connect(self._on_onward)
        self.note.ended.connect(self._on_ended)
        self._show()

    def _say_opened(self, *, is_open: bool) -> None:
        opened = self.tr("Er opent een tweede venster met voorbeelden. Daar begint u de rondleiding.")
        failed = self.tr("Het tweede venster opende niet. Start het programma zelf met --demo erachter.")
        self._window.toast(opened if is_open else failed)

    def _show(self) -> None:
        step = self._steps[self._at]
        self._is_going = True
        self._go_to(step.screen)
        self._is_going = False
        if self.note is not None:
            self.note.show_step(step, self._target(step), is_last=self._at == len(self._steps) - 1)

    def _target(self, step: Step) -> QWidget | None:
        """Return what the step is about; its strip, where the picture is folded away."""
        shown = self._window.shown
        target = getattr(shown, step.part, None)
        if not isinstance(target, QWidget) or self._window.screen_name != step.screen:
            return None
        split = getattr(shown, "split", None)
        return split.right_strip if isinstance(split, PaneSplit) and not target.isVisible() else target

    def _go_to(self, screen: str) -> None:
        window, desk = self._window, self._window.desk
        if desk is None or window.screen_name == screen:
            return
        talk = example_talk(desk) if window.session is None and screen != "list" else None
        if talk is not None:
            window.hold(desk.open(talk))
        window.go(screen)

    @Slot()
    def _on_onward(self) -> None:
        self._at += 1
        if self._at < len(self._steps):
            self._show()
        else:
            self._on_ended()

    @Slot()
    def _on_ended(self) -> None:
        self._end()
        if self._window.shown is not None:
            self._window.shown.setFocus()
        self._window.toast(self.tr("U vindt de rondleiding altijd in het menu, bij Hulp."))

    @Slot()
    def _on_presented(self) -> None:
        if not self._is_going:
            self._end()

    def _end(self) -> None:
        if self.note is not None:
            self.note.put_away()
            self.note = None
