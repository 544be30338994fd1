"""The field on the person's side that fits a question: rows, a row of numbers, a pad of figures, words or a day."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from intake_app.ui.fields.entry import DateField
from intake_app.ui.fields.face_row import LargeAnswers, LargeChoice
from intake_app.ui.fields.face_scale import FaceScale
from intake_app.ui.fields.keypad import Keypad
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.presenters.person_side import QuestionView
from intake_app.ui.presenters.person_tongue import SideWords
from intake_app.ui.presenters.talk_question import FieldKind
from intake_app.ui.theme.roles import Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.answer_given import GivenAnswer

LEAST_LINES = 4
Field = LargeAnswers | FaceScale | Keypad | NoteField | DateField


class SideAnswer(GivenAnswer):
    """Shows one field at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.field: Field | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme_source().changed.connect(self._on_theme_changed)

    def make(self, view: QuestionView, words: SideWords) -> None:
        """Show the field of another question."""
        self.clear()
        self.field = self._made(view, words)
        self.field.setAccessibleName(view.text)
        self._column.addWidget(self.field)
        self._on_theme_changed()

    def clear(self) -> None:
        """Free the field; what was typed in it is told first."""
        field, self.field = self.field, None
        if isinstance(field, NoteField):
            field.flush()
        if field is not None:
            field.blockSignals(True)
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()

    def _made(self, view: QuestionView, words: SideWords) -> Field:
        if view.rows:
            return self._rows(view)
        if view.is_row:
            scale = FaceScale(view.low, view.high, view.levels, view.ends, view.unit)
            scale.chosen.connect(self.on_number)
            scale.settled.connect(self.settled)
            return scale
        if view.kind is FieldKind.TEXT:
            note = NoteField(view.text, words.write, LEAST_LINES)
            note.edited.connect(self.on_words)
            note.finished.connect(self.settled)
            return note
        if view.kind is FieldKind.DATE:
            day = DateField(view.text)
            day.edited.connect(self.on_day)
            return day
        pad = Keypad(view.low, view.high, view.unit, words.empty_number, words.erase)
        pad.edited.connect(self.on_number)
        pad.confirmed.connect(self.settled)
        return pad

    def _rows(self, view: QuestionView) -> LargeAnswers:
        has_pictures = any(row.picture.name for row in view.rows)
        choices = [
            LargeChoice(
                code=row.code,
                label=row.label,
                is_alone=row.excludes,
                picture=row.picture.name,
                level=row.picture.level,
                is_indented=has_pictures,
            )
            for row in view.rows
        ]
        rows = LargeAnswers(choices, several=view.kind is FieldKind.MULTI)
        rows.chosen.connect(self.on_code)
        rows.ticked.connect(self.on_codes)
        rows.settled.connect(self.settled)
        return rows

    def show_value(self, view: QuestionView) -> None:
        """Show what stands there now, without telling anybody."""
        match self.field:
            case LargeAnswers():
                self.field.show_codes(view.chosen)
            case FaceScale() | Keypad():
                self.field.show_number(view.number)
            case NoteField():
                self.field.show_text(view.words)
            case DateField():
                self.field.show_day(datetime.date.fromisoformat(view.words) if view.words else None)

    @property
    def is_wrong(self) -> bool:
        """Tell whether a number stands there that does not count."""
        return isinstance(self.field, Keypad) and self.field.is_out_of_range

    def press_key(self, text: str) -> bool:
        """Answer by a key pressed elsewhere; False for a key that means nothing to the field."""
        return isinstance(self.field, LargeAnswers | FaceScale | Keypad) and self.field.press_digit(text)

    def focus_answer(self) -> None:
        """Put the focus into the field."""
        if isinstance(self.field, LargeAnswers | FaceScale | Keypad):
            self.field.focus_answer()
        elif self.field is not None:
            self.field.setFocus()

    def flush(self) -> None:
        """Tell what was typed up to now."""
        if isinstance(self.field, NoteField):
            self.field.flush()

    @Slot()
    def _on_theme_changed(self) -> None:
        if isinstance(self.field, NoteField | DateField):
            self.field.setFont(current_theme().font(Type.PERSON_SMALL))
