"""Deciding otherwise than the rules say: the practitioner writes why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from intake_app.questionnaire.validation import LONGEST_TEXT
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.card import Card
from intake_app.ui.fields.fault_line import FaultLine
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.choose_cards import ReasonsView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_card import CardAsked

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
ANYWAY, LEAVE = "anyway", "leave"
OTHERWISE = frozenset({ANYWAY, LEAVE})
"""Taking what the rules block, leaving what they suggest."""


class WhyOtherwise(Card):
    """One line for the reason; Enter keeps it. `decided` carries what was decided, with the reason as its value."""

    decided = Signal(CardAsked)

    def __init__(self, view: ReasonsView, what: str) -> None:
        super().__init__()
        self._kind, self._what = view.kind, what
        is_taking = what == ANYWAY
        question = self.tr("Waarom kiest u dit toch?") if is_taking else self.tr("Waarom raadt u dit nu af?")
        self.reason = QLineEdit()
        self.reason.setMaxLength(min(LONGEST_TEXT, 400))
        self.fault = FaultLine()
        self.fault.hide()
        words = self.tr("Toch kiezen") if is_taking else self.tr("Leg vast")
        self.keep = ActionButton(words, "Enter", Kind.PRIMARY)
        self.keep.clicked.connect(self._on_keep)
        name = Label(question, Type.LABEL)
        name.setBuddy(self.reason)
        self.reason.setAccessibleName(question)
        said = self.tr("Dit besluit is van de hulpverlener. De huisarts leest de reden, als de persoon dat goed vindt.")
        against = next((each.text for each in view.cons), view.short)
        if is_taking:
            self.column.addWidget(Label(self.tr("De regels zeggen: {text}").format(text=against), Type.STRONG))
        for part in (name, self.reason, self.fault, Label(said, Type.SMALL, Role.TEXT_SOFT)):
            self.column.addWidget(part)
        self.column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_keep(self) -> None:
        reason = self.reason.text().strip()
        self.fault.setVisible(not reason)
        if not reason:
            self.fault.setText(self.tr("Schrijf kort waarom."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.decided.emit(CardAsked(what=self._what, kind=self._kind, value=reason))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter from the field."""
        if event.key() in ENTER:
            self._on_keep()
        else:
            super().keyPressEvent(event)
