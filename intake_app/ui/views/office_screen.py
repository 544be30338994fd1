"""What the screens outside a talk share: their bars, a page that scrolls between them, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.presenters.conversations import place_of
from intake_app.ui.presenters.first_place import first_place
from intake_app.ui.screen import Screen
from intake_app.ui.views import parts
from intake_app.ui.views.header import ShellFooter, ShellHeader

GAP = 16


class OfficeScreen(Screen):
    """Fills itself with what its subclass makes; Esc leaves it, after what is open on it."""

    def _fill(self, title: str, inside: QWidget, *foot: QWidget | QLayout | None, ways: Sequence[QWidget] = ()) -> None:
        """Put a page between the header and the actions; `ways` are further ways out in the header."""
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(ShellHeader(self.context, title, "", ways))
        page.addWidget(parts.Page(inside), 1)
        page.addWidget(ShellFooter(*foot))

    def _fill_column(self, title: str, column: QVBoxLayout, widest_em: float, *foot: QWidget | QLayout | None) -> None:
        """Put a column in the middle of the page, no wider than so many text sizes."""
        inside = QWidget()
        column.setSpacing(GAP)
        column.addStretch(1)
        parts.centred(inside, column, widest_em * parts.em())
        self._fill(title, inside, *foot)

    @property
    def _way_back(self) -> str:
        """The screen of the open talk where one was, else where this user works."""
        talk = self.context.session
        return place_of(talk) if talk else first_place(self.context.office.people.me)

    @Slot()
    def _on_done(self) -> None:
        self.context.shell.go(self._way_back)

    def _escape(self) -> None:
        """Leave what is open on the screen first, where something is; else the screen."""
        self._on_done()

    # No shortcut: two that are open at once, one inside the other, would cancel each other out.
    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)
