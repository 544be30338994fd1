"""Puts the look that a practice chose on the program, also while it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from intake_app.ui.presenters.settings import Look
from intake_app.ui.theme.apply import apply_theme
from intake_app.ui.theme.source import ThemeSource
from intake_app.ui.theme.theme import load


def put_look(resources: Path, look: Look) -> ThemeSource:
    """Give the running application a theme and a text size; returns the source that widgets follow.

    Raises:
        TypeError: there is no application with windows yet.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("the application comes before its look")
    return apply_theme(application, load(resources, look.theme, look.scale))
