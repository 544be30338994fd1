"""The frame of the window: a banner, one screen at a time below it, and toasts over it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from intake_app.ui.fields.layer import Overlay
from intake_app.ui.fields.toast import Toast
from intake_app.ui.theme.focus import install_focus_ring
from intake_app.ui.views.banner import Banner

WIDTH, HEIGHT, LEAST_WIDTH, LEAST_HEIGHT = 1366, 768, 1024, 700
TITLE = "Verkennend gesprek"


class Stage(QMainWindow):
    """Shows a screen and frees the one before. The title never says more than what the program is."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: QWidget | None = None
        self.screen_name = ""
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
        self.layer = Overlay(self)
        install_focus_ring(self)

    def present(self, screen: QWidget, name: str) -> None:
        """Show a screen in the place of the one before."""
        self.layer.close_layer()
        old, self.shown, self.screen_name = self.shown, screen, name
        if old is not None:
            old.hide()
            self._page.removeWidget(old)
            old.deleteLater()
        self._page.addWidget(screen, 1)
        screen.show()
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
