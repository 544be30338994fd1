"""Opening the program: the window first, then everything that takes time to load."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from intake_app.core.problems import ProblemsError
from intake_app.core.text import Language
from intake_app.ui.ending import Ending
from intake_app.ui.i18n import install_translators
from intake_app.ui.jobs import Jobs
from intake_app.ui.look import put_look
from intake_app.ui.main_window import MainWindow
from intake_app.ui.presenters.settings import Look
from intake_app.ui.screen import FrontDesk
from intake_app.ui.singletons import keep_singletons
from intake_app.ui.theme.fonts import register_fonts

if TYPE_CHECKING:
    from intake_app.ui.session_watch import SessionWatch

NAME = "Verkennend gesprek"
TURN_SECONDS = 0.0005
"""How long another thread of ours may go on while the drawing thread waits for its turn.

Python's own 5 ms is a third of a frame, and drawing asks for a turn many times.
"""
LATEST_MS = 1500
"""A window that is never painted (minimised at once) does not keep the rest from loading."""


class Opening(QObject):
    """Loads the desk once the first window has been painted."""

    def __init__(self, window: MainWindow, jobs: Jobs, make_desk: Callable[[], FrontDesk]) -> None:
        super().__init__(window)
        self._window, self._jobs, self._make_desk = window, jobs, make_desk
        self._has_begun = False
        self._session: SessionWatch | None = None
        window.painted.connect(self._on_painted)
        QTimer.singleShot(LATEST_MS, self._begin)

    @Slot()
    def _on_painted(self) -> None:
        QTimer.singleShot(0, self._begin)

    @Slot()
    def _begin(self) -> None:
        if not self._has_begun:
            self._has_begun = True
            self._jobs.run(self._make_desk, self._on_made, self._on_failed)

    def _on_made(self, desk: object) -> None:
        # Loaded here: the first window is painted without D-Bus.
        from intake_app.ui.session_watch import SessionWatch

        self._window.take(cast("FrontDesk", desk))
        self._session = SessionWatch(self._window)
        self._session.left.connect(self._window.lock)

    def stop(self) -> None:
        """Listen to the computer's session no more."""
        if self._session is not None:
            self._session.stop()

    def _on_failed(self, error: Exception) -> None:
        problems = error.problems if isinstance(error, ProblemsError) else ()
        lines = [f"{each.where} {each.code}".strip() for each in problems]
        self._window.fail("\n".join(lines or [type(error).__name__]))


def run(
    make_desk: Callable[[], FrontDesk],
    resources: Path,
    language: Language,
    argv: Sequence[str],
    *,
    is_new: bool = False,
) -> int:
    """Show the window and run until it is closed; returns the exit code.

    `make_desk` is called on a worker thread after the first window was painted, while the pass phrase is typed:
    the store and the documents are loaded by it, and by nothing before. `is_new`: there is no store yet.
    """
    keep_singletons()
    sys.setswitchinterval(TURN_SECONDS)
    application = QApplication(list(argv))
    application.setApplicationName(NAME)
    register_fonts(resources)
    put_look(resources, Look())
    install_translators(application, resources, language)
    jobs = Jobs()
    window = MainWindow(resources, jobs, is_new=is_new)
    opening, ending = Opening(window, jobs, make_desk), Ending(window)
    window.show()
    code = application.exec()
    opening.stop()
    ending.stop()
    jobs.stop()
    window.deleteLater()
    application.processEvents()
    return code
