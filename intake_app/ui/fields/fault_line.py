"""What is wrong with what was filled in, beside the field."""

from __future__ import annotations

from typing_extensions import override

from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.label import Label
from intake_app.ui.theme.roles import Role, Type


class FaultLine(Label):
    """One sentence in red; a screen reader says it as it comes."""

    def __init__(self, use: Type = Type.LABEL) -> None:
        super().__init__("", use, Role.ALARM)

    @override
    def setText(self, arg__1: str) -> None:
        is_news = bool(arg__1) and arg__1 != self.text()
        super().setText(arg__1)
        if is_news:
            announce(self, arg__1, is_urgent=True)
