"""Keeping a copy of the paper in view behind a password, which is shown once to be told by telephone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake_app.conversation.desk import Desk
from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.button import ActionButton
from intake_app.ui.fields.card import Card
from intake_app.ui.fields.label import Label
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column
from intake_app.ui.views.papers_pages import keep_private

_GROUP = 5


class PaperPassword(QWidget):
    """A button, and after it the password with the file's name. It goes when one is done, and when the screen is left.

    It stays with another paper in view: it is told once, and the file is useless without it.

    It cannot be copied: on the clipboard it would be one key away from the mail that the paper leaves by.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = ActionButton(self.tr("Met wachtwoord"))
        self.done = ActionButton(self.tr("Klaar, ik heb het genoteerd"))
        self.password = Label("", Type.NUMBER)
        self.card = Card()
        self.heading = Label("", Type.LABEL, Role.TEXT_SOFT)
        self.card.column.addWidget(self.heading)
        self.card.column.addWidget(self.password)
        self.card.column.addWidget(
            Label(
                self.tr(
                    "Kleine letters en cijfers, zonder spaties. Vertel het wachtwoord door de telefoon. Zet het nooit "
                    "in dezelfde mail. U ziet het maar één keer: wij bewaren het niet."
                )
            )
        )
        self.card.column.addWidget(self.done)
        self.setLayout(column(self.button, self.card, gap=10))
        self.button.clicked.connect(self.asked)
        self.done.clicked.connect(self._on_done)
        self.forget()

    def allow(self, *, can_keep: bool) -> None:
        """Be there for a paper that can be kept now."""
        self.button.setEnabled(can_keep)

    def keep(self, desk: Desk, paper: bytes, path: Path) -> None:
        """Write a copy behind a new password, and show that password. Raises `OSError`, and then shows nothing."""
        made = desk.sealed_copy(paper)
        keep_private(path, made.data)
        password = made.password
        self.password.setText(" ".join(password[at : at + _GROUP] for at in range(0, len(password), _GROUP)))
        self.password.setAccessibleName(" ".join(password))
        self.heading.setText(self.tr("Het wachtwoord van {name}").format(name=path.name))
        self.button.hide()
        self.card.show()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.heading.text())

    def forget(self) -> None:
        """Show the button again, and no password."""
        self.password.clear()
        self.password.setAccessibleName("")
        self.card.hide()
        self.button.show()

    @Slot()
    def _on_done(self) -> None:
        self.forget()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.forget()
