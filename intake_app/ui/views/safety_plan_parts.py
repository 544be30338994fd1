"""The parts of the safety plan: a heading with own words under it, and rows of whom one may call."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from intake_app.conversation.safety_plan import LONGEST_NAME, LONGEST_NUMBER, PlanPerson
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.line_field import LineField
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.presenters.safety_plan import SafetyPlanning
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column


@dataclass(frozen=True, slots=True, kw_only=True)
class PartEdited:
    """The words of a part are others now."""

    part: str
    text: str


class PlanPart(QWidget):
    """A part in own words. It grows while one types."""

    edited = Signal(PartEdited)

    def __init__(self, planning: SafetyPlanning, part: str) -> None:
        super().__init__()
        self._part = part
        words = planning.words(part)
        self.field = NoteField(words, least_lines=2)
        label = Label(words, Type.LABEL, Role.TEXT_SOFT)
        label.setBuddy(self.field)
        self.setLayout(column(label, self.field, gap=6))
        self.field.edited.connect(self._on_edited)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self.edited.emit(PartEdited(part=self._part, text=text))


class PlanRows(QWidget):
    """Rows with a name and a number. `edited` tells that one of them is another now: see `people`."""

    edited = Signal()

    def __init__(self, planning: SafetyPlanning, part: str, count: int) -> None:
        super().__init__()
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.rows: list[tuple[LineField, LineField]] = []
        for at in range(count):
            name = LineField(planning.row_words(part, at + 1, "name"), hint=planning.field_words("name"))
            number = LineField(planning.row_words(part, at + 1, "number"), hint=planning.field_words("number"))
            name.setMaxLength(LONGEST_NAME)
            number.setMaxLength(LONGEST_NUMBER)
            for place, field in enumerate((name, number)):
                grid.addWidget(field, at, place)
                field.edited.connect(self._on_edited)
            self.rows.append((name, number))
        self.setLayout(column(Label(planning.words(part), Type.LABEL, Role.TEXT_SOFT), grid, gap=6))

    @property
    def people(self) -> tuple[PlanPerson, ...]:
        """Who stands in the rows, empty ones too."""
        return tuple(PlanPerson(name=name.told, number=number.told) for name, number in self.rows)

    def show_people(self, people: tuple[PlanPerson, ...]) -> None:
        """Show these; what is being typed stays."""
        for (name, number), each in zip(self.rows, people, strict=True):
            name.show_text(each.name)
            number.show_text(each.number)

    def flush(self) -> None:
        """Hand over what was typed last."""
        for name, number in self.rows:
            name.flush()
            number.flush()

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()
