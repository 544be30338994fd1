"""The frame of the window: a banner, one screen at a time below it, and toasts over it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from intake_app.ui.fields.layer import Overlay
from intake_app.ui.fields.toast import Toast
from intake_app.ui.screen import Screen
from intake_app.ui.theme.focus import install_focus_ring
from intake_app.ui.views.banner import Banner, IdleLine

WIDTH, HEIGHT, LEAST_WIDTH, LEAST_HEIGHT = 1366, 768, 1024, 700
TITLE = "Verkennend gesprek"


class Stage(QMainWindow):
    """Shows a screen and frees the one before. The title never says more than what the program is.

    While it is covered the screen lives on behind the cover, out of sight.
    """

    def __init__(self) -> None:
        super().__init__()
        self.shown: QWidget | None = None
        self.screen_name = ""
        self._behind: tuple[QWidget, str] | None = None
        self.setWindowTitle(TITLE)
        self.resize(WIDTH, HEIGHT)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.banner = Banner()
        ground = QWidget()
        self._page = QVBoxLayout(ground)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._page.addWidget(self.banner)
        self.setCentralWidget(ground)
        self.toasts = Toast(ground)
        self.toasts.undone.connect(self._on_toast_undone)
        self._undo_toast: Callable[[], None] | None = None
        self.idle_line = IdleLine(self)
        self.layer = Overlay(self)
        install_focus_ring(self)

    def present(self, screen: QWidget, name: str) -> None:
        """Show a screen in the place of the one before."""
        self.layer.close_layer()
        old, self.shown, self.screen_name = self.shown, screen, name
        if old is not None:
            self._free(old)
        self._page.addWidget(screen, 1)
        screen.show()
        self.toasts.lie_on_footer(isinstance(screen, Screen) and screen.has_free_footer)
        self.toasts.raise_()
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _free(self, screen: QWidget) -> None:
        screen.hide()
        self._page.removeWidget(screen)
        screen.deleteLater()

    def cover(self, screen: QWidget, name: str) -> None:
        """Show a screen over the one before, which stays as it is; nothing else of the program is seen any more."""
        if self.shown is not None:
            self._behind = (self.shown, self.screen_name)
            self.shown.hide()
        self.shown = None
        self._undo_toast = None
        self.toasts.put_away()
        self.present(screen, name)
        for window in QApplication.topLevelWidgets():
            if window is not self and window.isVisible():
                window.setWindowTitle(TITLE)
                window.close()
        self.repaint()

    @property
    def behind(self) -> QWidget | None:
        """The screen behind the cover."""
        return None if self._behind is None else self._behind[0]

    def free_behind(self) -> None:
        """Free the screen behind the cover."""
        if self._behind is not None:
            self._free(self._behind[0])
        self._behind = None

    def uncover(self) -> None:
        """Show the screen behind the cover again, as it was."""
        if self._behind is not None:
            (screen, name), self._behind = self._behind, None
            self.present(screen, name)

    @property
    def is_locked(self) -> bool:
        """Tell whether the pass phrase is asked."""
        return self.screen_name == "unlock"

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show one sentence bottom left."""
        self._undo_toast = undo
        self.toasts.say(text, self.tr("Ongedaan maken") if undo else "")

    @Slot()
    def _on_toast_undone(self) -> None:
        undo, self._undo_toast = self._undo_toast, None
        if undo is not None:
            undo()
