"""The one window: shows a screen at a time, and is the shell that the screens speak to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.conversation.desk import Desk
from intake_app.conversation.session import Session
from intake_app.core.ids import ConversationId, FlagId
from intake_app.core.problems import ProblemsError
from intake_app.ui.jobs import Done, Failed, Jobs
from intake_app.ui.keys import WindowKeys
from intake_app.ui.look import put_look
from intake_app.ui.presenters.conversations import place_of
from intake_app.ui.presenters.settings import look_of
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.screens import OF_A_TALK, factory
from intake_app.ui.theme.focus import install_focus_ring
from intake_app.ui.theme.source import theme_source
from intake_app.ui.views.banner import Banner
from intake_app.ui.views.palette import Palette
from intake_app.ui.views.shortcuts import KeySheet
from intake_app.ui.views.unlock import UnlockScreen

WIDTH, HEIGHT, LEAST_WIDTH, LEAST_HEIGHT = 1366, 768, 1024, 700
GUT_FEELING = FlagId("gut_feeling")


class MainWindow(QMainWindow):
    """Holds the desk, the open talk and the screen that is shown."""

    painted = Signal()
    saved = Signal()

    def __init__(self, resources: Path, jobs: Jobs) -> None:
        super().__init__()
        self._resources, self._jobs = resources, jobs
        self._desk: Desk | None = None
        self._session: Session | None = None
        self._left: ConversationId | None = None
        self._screen: QWidget | None = None
        self._name = ""
        self.setWindowTitle("Verkennend gesprek")
        self.resize(WIDTH, HEIGHT)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._banner = Banner()
        self._page = QVBoxLayout()
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._page.addWidget(self._banner)
        ground = QWidget()
        ground.setLayout(self._page)
        self.setCentralWidget(ground)
        install_focus_ring(self)
        self._keys = WindowKeys(self)
        self._keys.pressed.connect(self.do)
        self._show_unlock()
