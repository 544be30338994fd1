"""Whom to call, on the flag sheet: a number, or where to fill in a missing one. Never red."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.presenters.flags import CallLine
from intake_app.ui.theme.roles import Role, Type


class CallCard(QFrame):
    """A call that is no matter of life and death, or one whose number is missing."""

    def __init__(self, call: CallLine) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName(f"{call.text}: {call.number}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(Label(call.text), 1)
        row.addWidget(IconLabel("phone", Role.TEXT, 20))
        use, tone = (Type.SMALL, Role.TEXT_SOFT) if call.is_missing else (Type.TITLE, Role.TEXT)
        row.addWidget(Label(call.number, use, tone, wraps=call.is_missing), 1 if call.is_missing else 0)
