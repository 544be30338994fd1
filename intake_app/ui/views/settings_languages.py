"""In the settings: which languages the person's side speaks, and what each translation is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.ui.presenters.spoken import left_out, translations
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk


class LanguageLines(QWidget):
    """A line for each language, and one for each file that cannot be used."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            parts.soft(self.tr("Behalve Nederlands en Engels. Het advies kan ook in deze talen op papier."))
        )
        found = translations(desk)
        for each in found:
            column.addWidget(parts.text(each.label, Type.STRONG))
            column.addWidget(parts.text(each.about))
        if not found:
            column.addWidget(parts.text(desk.text("spoken.none")))
        for words in left_out(desk):
            column.addWidget(parts.text(words, Type.STRONG))
