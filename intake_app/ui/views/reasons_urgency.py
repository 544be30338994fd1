"""The practitioner sees it otherwise: the practitioner sets the urgency, down only with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.fault_line import FaultLine
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.reasons import UrgencyState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import talk_parts as parts
from intake_app.ui.views.chips import Chips

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class UrgencyCard(QFrame):
    """How soon something must be done, as the practitioner sees it."""

    kept = Signal()
    followed = Signal()
    closed = Signal()

    def __init__(self, state: UrgencyState) -> None:
        super().__init__()
        self.setProperty("look", "card")
        levels = state.levels
        self.levels = Chips({line.code: line.label for line in levels}, self.tr("Hoe snel is hulp nodig?"))
        self.levels.choose(*(line.code for line in levels if line.is_on))
        self.reason = QLineEdit(state.said)
        self.fault = FaultLine()
        self.keep = ActionButton(self.tr("Leg vast"), "Enter", Kind.PRIMARY)
        self.close_button = ActionButton(self.tr("Laat zo"), kind=Kind.PLAIN)
        self.follow = ActionButton(self.tr("Volg weer de regels"))
        self.follow.setVisible(state.is_own)
        self.keep.clicked.connect(self.kept)
        self.follow.clicked.connect(self.followed)
        self.close_button.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Hoe snel is hulp nodig?"), Type.TITLE))
        later = self.tr("Een alarmsignaal dat later komt, telt altijd weer mee.")
        column.addWidget(Label(f"{state.rules} {later}", Type.SMALL, Role.TEXT_SOFT))
        column.addWidget(self.levels)
        column.addWidget(parts.name_of(self.reason, self.tr("Waarom ziet u het anders?")))
        column.addWidget(self.reason)
        column.addWidget(self.fault)
        column.addLayout(parts.row(self.follow, None, self.close_button, self.keep))
        self.setFocusProxy(self.levels)

    @Slot(str)
    def show_fault(self, words: str) -> None:
        """Say what is missing."""
        self.fault.setText(words)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter from any field; other keys stay here, so that letters never act on the sheet."""
        if event.key() in ENTER:
            self.keep.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_button.click()
        else:
            event.accept()
