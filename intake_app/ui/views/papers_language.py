"""In which language the person's paper is made: the usual one, or the person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from intake_app.ui.fields.label import Label
from intake_app.ui.fields.number_scale import ChoiceRow
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column, empty

if TYPE_CHECKING:
    from intake_app.ui.presenters.papers import PapersState
    from intake_app.ui.presenters.spoken import LanguageView


class PaperLanguage(QWidget):
    """Two languages below one another, and what the translation is worth; hidden where there is nothing to choose."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.choices: ChoiceRow | None = None
        self._shown: tuple[LanguageView, ...] = ()
        self._row = QVBoxLayout()
        self._about = Label("", Type.SMALL, Role.TEXT_SOFT)
        self.setLayout(column(Label(self.tr("Taal"), Type.LABEL, Role.TEXT_SOFT), self._row, self._about, gap=10))
        self.hide()

    def show_state(self, state: PapersState) -> None:
        """Show the languages of the paper in view."""
        if state.languages != self._shown:
            self._shown = state.languages
            self._make_choices()
        if self.choices is not None:
            self.choices.show_code(state.language)
        self._about.setText(" ".join(each.about for each in state.languages if each.about))
        self.setVisible(bool(state.languages))

    def _make_choices(self) -> None:
        empty(self._row)
        self.choices = ChoiceRow(tuple((each.code, each.label) for each in self._shown)) if self._shown else None
        if self.choices is not None:
            self.choices.chosen.connect(self.chosen)
            lines = self.choices.layout()
            if isinstance(lines, QBoxLayout):  # side by side, names with a status are cut where text is large
                lines.setDirection(QBoxLayout.Direction.TopToBottom)
            self._row.addWidget(self.choices)
