"""The frame of the window: a banner, one screen at a time below it, and toasts over it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.bars import Floor, Footer
from intake_app.ui.fields.layer import Overlay
from intake_app.ui.fields.tab_order import step_focus
from intake_app.ui.fields.toast import Toast
from intake_app.ui.theme.focus import install_focus_ring
from intake_app.ui.thrift import give_back
from intake_app.ui.views.banner import Banner, IdleLine
from intake_app.ui.views.header import ShellFooter

if TYPE_CHECKING:
    from intake_app.ui.views.person_side import PersonSide

WIDTH, HEIGHT, LEAST_WIDTH, LEAST_HEIGHT = 1366, 768, 1024, 700
TITLE = "Verkennend gesprek"
TIDY_MS = 500
"""So long after a screen came what was of the one before is let go: not while the new one is being painted."""


def _empty_floor() -> Floor:
    """Return what lies below a screen without a footer: nothing, until a sentence needs room."""
    floor = Floor()
    floor.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    QHBoxLayout(floor).setContentsMargins(0, 0, 0, 0)
    return floor


class Stage(QMainWindow):
    """Shows a screen and frees the one before. The title never says more than what the program is.

    While it is covered the screen lives on behind the cover, out of sight. `beside` is the person's window where it is
    open: it goes blank by itself. `presented`: another screen is shown.
    """

    presented = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: QWidget | None = None
        self.screen_name = ""
        self.beside: PersonSide | None = None
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
        self._floor = _empty_floor()
        self._page.addWidget(self._floor)
        self.setCentralWidget(ground)
        self.toasts = Toast(ground)
        self.toasts.undone.connect(self._on_toast_undone)
        self._undo_toast: Callable[[], None] | None = None
        self.idle_line = IdleLine(self)
        self.layer = Overlay(self)
        self._tidying = QTimer(self, singleShot=True, interval=TIDY_MS)
        self._tidying.timeout.connect(self._tidy)
        install_focus_ring(self)

    def present(self, screen: QWidget, name: str) -> None:
        """Show a screen in the place of the one before."""
        self.layer.close_layer()
        old, self.shown, self.screen_name = self.shown, screen, name
        if old is not None:
            self._free(old)
        self._floor.make_room(0)
        self._page.insertWidget(1, screen, 1)
        screen.show()
        self.toasts.stand_on(screen.findChild(Footer) or screen.findChild(ShellFooter) or self._floor)
        self.toasts.raise_()
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
        self.presented.emit()

    def clear(self) -> None:
        """Show nothing any more: the program ends."""
        self.layer.close_layer()
        for screen in (self.shown, self.behind):
            if screen is not None:
                self._free(screen)
        self.toasts.stand_on(self._floor)
        self.shown = self._behind = None

    def _free(self, screen: QWidget) -> None:
        screen.hide()
        self._page.removeWidget(screen)
        screen.deleteLater()
        self._tidying.start()

    @Slot()
    def _tidy(self) -> None:
        """Let go of a screen that went: its parts know one another, and with them what was told and drawn on it."""
        gc.collect()
        give_back()

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
            if window not in {self, self.beside} and window.isVisible():
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
        """Show one sentence at the bottom."""
        self._undo_toast = undo
        self.toasts.say(text, self.tr("Ongedaan maken") if undo else "")

    @Slot()
    def _on_toast_undone(self) -> None:
        undo, self._undo_toast = self._undo_toast, None
        if undo is not None:
            undo()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on in the order in which one reads."""
        return step_focus(self, forward=next)

    def blank(self) -> None:
        """Take what stands beside out of sight, at once."""
        if self.beside is not None:
            self.beside.pause()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Take what stands beside along."""
        if self.beside is not None:
            self.beside.close()
        super().closeEvent(event)
