"""What to do now: numbered actions, and a number to call."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake_app.ui.fields.card import Card, NumberMark, Surface
from intake_app.ui.fields.label import IconLabel, Label, Line
from intake_app.ui.theme.roles import Role, Type


class ActionRow(QWidget):
    """An action with its number in a ring; a second, softer line where it needs one."""

    def __init__(self, number: str, words: str, detail: str = "") -> None:
        super().__init__()
        self.setAccessibleName(f"{number}. {words} {detail}".strip())
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Label(words, Type.ACTION))
        if detail:
            texts.addWidget(Label(detail, Type.TEXT, Role.TEXT_SOFT))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(NumberMark(number, Role.TEXT, is_ring=True), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 11, 0, 0)
        column.setSpacing(11)
        column.addLayout(row)
        column.addWidget(Line())


class CallRow(Card):
    """An action that is a call: in red, with the number large enough to read from a step away."""

    def __init__(self, number: str, words: str, telephone: str) -> None:
        super().__init__(Surface.ALARM, padding=14)
        self.setAccessibleName(f"{number}. {words} {telephone}".strip())
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(NumberMark(number, Role.ALARM, is_ring=True))
        row.addWidget(Label(words, Type.ACTION), 1)
        row.addWidget(IconLabel("phone", Role.ALARM, 24))
        row.addWidget(Label(telephone, Type.NUMBER, Role.ALARM, wraps=False))
        self.column.addLayout(row)
