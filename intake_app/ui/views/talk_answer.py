"""The field that fits a question: options, a row of figures, a number, own words or a day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.ui.fields.answer_scale import AnswerScale, Choice
from intake_app.ui.fields.date_field import DateField
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.fields.number_field import NumberField
from intake_app.ui.fields.number_scale import NumberScale
from intake_app.ui.presenters.talk_question import FieldKind, FieldState

Field = AnswerScale | NumberScale | NumberField | NoteField | DateField
