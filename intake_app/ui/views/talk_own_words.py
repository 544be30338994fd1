"""The place for own words below a question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.ui.fields.label import KeyCap
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.views import talk_parts as parts


class OwnWords(QWidget):
    """A note with its name. A question that is answered in own words needs no second place for them."""

    def __init__(self) -> None:
        super().__init__()
        self._is_needed, self._is_hidden = True, False
        self.field = NoteField(
            self.tr("In eigen woorden"),
            self.tr("Schrijf mee. Wordt vanzelf bewaard."),
            full=self.tr("Hier passen 20.000 tekens. Meer past er niet bij."),
        )
        keeps = self.field.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.field.setSizePolicy(keeps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(parts.row(parts.name_of(self.field, self.tr("In eigen woorden")), KeyCap("N"), None, gap=8))
        column.addWidget(self.field)

    def show_words(self, words: str, *, is_needed: bool) -> None:
        """Show what was written; where it is not needed the place stays away, unless words are in it."""
        self._is_needed = is_needed or bool(words)
        self.field.show_text(words)
        self.setVisible(self._is_needed)
        self.hide_words(is_hidden=self._is_hidden)

    def hide_words(self, *, is_hidden: bool) -> None:
        """Keep the words out of sight; their place stays free."""
        self._is_hidden = is_hidden
        self.field.setVisible(not is_hidden)

    def focus_words(self) -> bool:
        """Go to the own words; tells whether there is a place for them."""
        if self._is_needed:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self._is_needed
