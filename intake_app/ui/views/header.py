"""The bars above and below the shell's own screens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from intake_app.ui.fields.bars import HEADER_HEIGHT, Bar, Floor
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.label import ElidedLabel, Label
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import parts
from intake_app.ui.views.action_button import MenuButton, button_for


class ShellHeader(Bar):
    """Where one is, whose practice it is, and the ways out."""

    def __init__(self, context: ScreenContext, title: str, about: str = "", ways: Sequence[QWidget] = ()) -> None:
        super().__init__("header", HEADER_HEIGHT)
        self._shell = context.shell
        self.menu = MenuButton()
        self.lock = button_for("lock", Kind.PLAIN, icon="lock")
        self.search = button_for("palette", Kind.PLAIN)
        self.menu.clicked.connect(self._on_menu)
        self.search.clicked.connect(self._on_find)
        self.lock.clicked.connect(self._on_lock)
        self.row.setSpacing(20)
        self.row.addWidget(self.menu)
        self.row.addWidget(Label(title, Type.HEADING, wraps=False))
        self.row.addWidget(ElidedLabel(about, Type.TEXT, Role.TEXT_SOFT), 1)
        for way in (*ways, self.search, self.lock):
            self.row.addWidget(way)
        # Where text is large the menu has them too.
        for way in (self.search, *reversed(ways)):
            self.make_optional(way)
        self.fit()

    @Slot()
    def _on_menu(self) -> None:
        self._shell.go("menu")

    @Slot()
    def _on_find(self) -> None:
        self._shell.go("palette")

    @Slot()
    def _on_lock(self) -> None:
        self._shell.go("unlock")


class ShellFooter(Floor):
    """The actions of a screen; the one to do stands right."""

    def __init__(self, *items: QWidget | QLayout | None) -> None:
        super().__init__()
        self.setProperty("look", "footer")
        line: QHBoxLayout = parts.row(*items)
        line.setContentsMargins(20, 12, 20, 12)
        self.setLayout(line)
