"""Where widgets find the look of the moment, and hear when it changes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from intake_app.ui.theme.theme import Theme

NAME = "theme_source"


class ThemeSource(QObject):
    """Holds the look of the moment. It belongs to the application; there is one."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        self._theme = theme

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
    application = QCoreApplication.instance()
    found = application.findChild(QObject, NAME) if application else None
    return found if isinstance(found, ThemeSource) else None


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
