"""The field that fits a question: options, a row of figures, a number, own words or a day."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from intake_app.ui.fields.answer_scale import AnswerScale, Choice
from intake_app.ui.fields.entry import DateField
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.fields.number_field import NumberField
from intake_app.ui.fields.number_scale import NumberScale
from intake_app.ui.presenters.talk_question import FieldKind, FieldState
from intake_app.ui.views.answer_given import GivenAnswer

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
Field = AnswerScale | NumberScale | NumberField | NoteField | DateField


class AnswerField(GivenAnswer):
    """Shows one field at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self._field: Field | None = None
        self._scales: dict[FieldKind, AnswerScale] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def field(self) -> Field | None:
        """The field that is shown."""
        return self._field

    def show_field(self, id_: str, state: FieldState, name: str) -> None:
        """Show the field of a question; the same question keeps its field, so that nothing moves."""
        if id_ != self._id or self._field is None:
            scale = self._scales.get(state.kind)
            if scale is not None:
                scale.show_choices(_choices(state))
            if scale is None or scale is not self._field:
                self._replace(scale or self._made(state, name))
            self._id = id_
            if self._field is not None:
                self._field.setAccessibleName(name)
        self._show_value(state)

    def _replace(self, field: Field) -> None:
        """Show another field. Options stay for the next question that has some: building them takes longest."""
        if self._field is not None:
            self._field.hide()
            if isinstance(self._field, AnswerScale):
                self._field.show_choices(())  # nothing of the question before stays
                self._field.setAccessibleName("")
            else:
                self._field.blockSignals(True)
                self._column.removeWidget(self._field)
                self._field.deleteLater()
        self._field = field
        if isinstance(field, AnswerScale):
            self._scales.setdefault(FieldKind.MULTI if field.is_several else FieldKind.SINGLE, field)
        self._column.addWidget(field)
        field.show()

    def _made(self, state: FieldState, name: str) -> Field:
        if state.kind in {FieldKind.SINGLE, FieldKind.MULTI}:
            return self._options(state)
        if state.kind is FieldKind.SCALE:
            scale = NumberScale(*state.ends, name)
            scale.chosen.connect(self.on_number)
            scale.settled.connect(self.settled)
            return scale
        if state.kind is FieldKind.NUMBER:
            number = NumberField(name, int(state.low), int(state.high), state.unit)
            number.edited.connect(self._on_typed_number)
            number.confirmed.connect(self.settled)
            return number
        if state.kind is FieldKind.DATE:
            day = DateField(name)
            day.edited.connect(self.on_day)
            return day
        words = NoteField(
            name,
            self.tr("Schrijf mee. Met Ctrl en Enter gaat u verder."),
            full=self.tr("Hier passen 20.000 tekens. Meer past er niet bij."),
        )
        words.edited.connect(self.on_words)
        words.finished.connect(self.settled)
        return words

    def _options(self, state: FieldState) -> AnswerScale:
        scale = AnswerScale(_choices(state), several=state.kind is FieldKind.MULTI)
        scale.chosen.connect(self.on_code)
        scale.ticked.connect(self.on_codes)
        scale.settled.connect(self.settled)
        return scale

    def _show_value(self, state: FieldState) -> None:
        match self._field:
            case AnswerScale():
                self._field.show_codes(state.chosen)
            case NumberScale() | NumberField():
                self._field.show_number(None if state.number is None else int(state.number))
            case NoteField():
                self._field.show_text(state.words)
            case DateField():
                self._field.show_day(datetime.date.fromisoformat(state.words) if state.words else None)

    def press_key(self, text: str) -> bool:
        """Answer by a key pressed elsewhere; False for a key that means nothing to the field."""
        return isinstance(self._field, AnswerScale | NumberScale) and self._field.press_digit(text)

    def focus_answer(self) -> None:
        """Put the focus into the field."""
        if isinstance(self._field, AnswerScale | NumberScale):
            self._field.focus_answer()
        elif self._field is not None:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._go_to_end()

    def _go_to_end(self) -> None:
        if isinstance(self._field, NoteField):
            self._field.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def takes_typing(self) -> bool:
        """Tell whether one types into it, so that it should have the focus at once."""
        return isinstance(self._field, NoteField | NumberField)

    def flush(self) -> None:
        """Tell what was typed up to now."""
        if isinstance(self._field, NoteField):
            self._field.flush()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a number or a day goes on, once: by then the next question may already stand here."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif isinstance(self._field, DateField):
            self.settled.emit()

    @Slot(object)
    def _on_typed_number(self, number: int | None) -> None:
        is_wrong = isinstance(self._field, NumberField) and self._field.is_out_of_range
        if not is_wrong:
            self.given.emit(None if number is None else float(number))


def _choices(state: FieldState) -> list[Choice]:
    return [Choice(code=each.code, label=each.label, is_alone=each.excludes) for each in state.options]
