"""Where widgets find the look of the moment, and hear when it changes."""

from __future__ import annotations

from typing import ClassVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from intake_app.ui.theme.theme import Theme


class ThemeSource(QObject):
    """Holds the look of the moment. It belongs to the application; there is one.

    `newest` is that one: every widget asks for it many times in each painting, and does not search for it.
    """

    changed = Signal()
    newest: ClassVar[ThemeSource | None] = None

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        ThemeSource.newest = self

    @property
    def theme(self) -> Theme:
        """The look of the moment."""
        return self._theme

    def use(self, theme: Theme) -> None:
        """Take another look and tell everybody."""
        self._theme = theme
        self.changed.emit()


def find_source() -> ThemeSource | None:
    """Return the application's source, or None before a look was applied."""
    found = ThemeSource.newest
    return found if found is not None and shiboken6.isValid(found) else None


def theme_source() -> ThemeSource:
    """Return the application's source.

    Raises:
        LookupError: `apply_theme` was not called yet.
    """
    found = find_source()
    if found is None:
        raise LookupError("apply_theme(application, theme) comes before the first widget")
    return found


def current_theme() -> Theme:
    """Return the look of the moment."""
    return theme_source().theme
