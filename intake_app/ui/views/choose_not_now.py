"""Why not now: one key for each reason of the person, and one for who advises against it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.choose_cards import NOT_NOW
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column


class NotNow(QWidget):
    """Why not now: six reasons of the person, and one for who advises against it, each on a key. Esc closes it."""

    chosen = Signal(str)
    advised = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = (
            self.tr("past niet"),
            self.tr("nu niet"),
            self.tr("heb ik al"),
            self.tr("te duur"),
            self.tr("te ver"),
            self.tr("anders …"),
        )
        self._buttons = [ActionButton(word, str(at)) for at, word in enumerate(words, start=1)]
        row = QGridLayout()
        row.setSpacing(6)
        for at, button in enumerate(self._buttons):
            button.make_small()
            button.clicked.connect(self._on_clicked)
            row.addWidget(button, at // 2, at % 2)
        self.advise = ActionButton(self.tr("hulpverlener raadt het af"), str(len(words) + 1))
        self.advise.make_small()
        self.advise.clicked.connect(self.advised)
        row.addWidget(self.advise, len(words) // 2, 0, 1, 2)
        self.setLayout(column(Label(self.tr("Waarom niet nu?"), Type.LABEL, Role.TEXT_SOFT), row))

    def open(self) -> None:
        """Show the reasons and take the keys."""
        self.show()
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Take the focus to the next reason (1) or the one before (-1)."""
        buttons = [*self._buttons, self.advise]
        at = next((place for place, button in enumerate(buttons) if button.hasFocus()), 0)
        buttons[min(max(at + by, 0), len(buttons) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(NOT_NOW[[button is self.sender() for button in self._buttons].index(True)])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [button.key for button in self._buttons]
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.text() in keys:
            self.chosen.emit(NOT_NOW[keys.index(event.text())])
        elif event.text() == self.advise.key:
            self.advised.emit()
        else:
            super().keyPressEvent(event)
