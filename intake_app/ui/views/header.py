"""The bars above and below the shell's own screens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QWidget

from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.label import ElidedLabel
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import parts


class ShellHeader(QFrame):
    """Where one is, whose practice it is, and the ways out."""

    def __init__(self, context: ScreenContext, title: str, about: str = "", ways: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.setProperty("look", "header")
        self._shell = context.shell
        self.lock = parts.button(self.tr("Vergrendel"), "Ctrl L", Kind.PLAIN, icon="lock")
        self.search = parts.button(self.tr("Alles zoeken"), "Ctrl K", Kind.PLAIN)
        self.search.clicked.connect(self._on_find)
        self.lock.clicked.connect(self._on_lock)
        line = parts.row(parts.text(title, Type.HEADING), gap=20)
        line.addWidget(ElidedLabel(about, Type.TEXT, Role.TEXT_SOFT), 1)
        line.setStretch(0, 0 if about else 1)  # a title that has the room stays on one line
        line.setStretch(1, 1 if about else 0)
        for way in (*ways, self.search, self.lock):
            line.addWidget(way)
        line.setContentsMargins(20, 8, 20, 8)
        self.setLayout(line)

    @Slot()
    def _on_find(self) -> None:
        self._shell.go("palette")

    @Slot()
    def _on_lock(self) -> None:
        self._shell.go("unlock")


class ShellFooter(QFrame):
    """The actions of a screen; the one to do stands right."""

    def __init__(self, *items: QWidget | QLayout | None) -> None:
        super().__init__()
        self.setProperty("look", "footer")
        line: QHBoxLayout = parts.row(*items)
        line.setContentsMargins(20, 12, 20, 12)
        self.setLayout(line)
