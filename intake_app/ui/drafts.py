"""Gathers what is typed in open forms before the program locks, and puts it back afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from intake_app.core.ids import FlagId
from intake_app.triage.model import Target
from intake_app.ui.fields.entry import LineField
from intake_app.ui.fields.filter_box import FilterBox
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.presenters import talk_people
from intake_app.ui.presenters.lock import Draft, name_in
from intake_app.ui.presenters.read_only import OF_A_TALK
from intake_app.ui.screen import Screen
from intake_app.ui.views.flag_sheet import FlagSheet
from intake_app.ui.views.reasons import ReasonsSheet
from intake_app.ui.views.talk_layer import TalkLayer
from intake_app.ui.views.talk_people_sheet import PeopleSheet

Typed = QLineEdit | QPlainTextEdit | QTextEdit
FORMS = frozenset({"start_quick", "start_exploratory"})
"""The screens that are a form: what is chosen in them is kept too. In a talk a choice is an answer, and saved."""
ON = "on"


def place_of(screen: Screen, wanted: QWidget | None) -> str:
    """Return the place of a field; empty when it is none."""
    return next((place for place, field in _fields(screen, _sheet(screen)) if field is wanted), "")


def gather(screen: Screen, name: str, *, has_saved: bool) -> Draft:
    """Return where one is, and what is typed that the screen did not save by itself."""
    sheet, context = _sheet(screen), screen.context
    saves_notes = has_saved and name in OF_A_TALK
    texts: dict[str, str] = {}
    choices: dict[str, str] = {}
    for place, field in _fields(screen, sheet):
        in_form = place.startswith("sheet/") or name in FORMS
        if not isinstance(field, Typed):
            choices |= {place: _choice(field)} if in_form else {}
        elif field.isVisibleTo(sheet or screen) and _is_unsaved(field, saves_notes=saves_notes):
            texts[place] = _text(field)
    return Draft(
        screen=name,
        talk="" if context.session is None else str(context.session.conversation.id),
        about=context.about,
        sheet=_sheet_name(sheet),
        texts=texts,
        choices=choices,
    )


def put_back(screen: Screen, draft: Draft) -> dict[str, str]:
    """Open the sheet again and fill in what was typed; returns by name what has no field any more."""
    sheet = _open_again(screen, draft.sheet)
    fields = dict(_fields(screen, sheet))
    for place, code in sorted(draft.choices.items(), key=lambda item: item[1] != ON):
        if place in fields:
            _choose(fields[place], code)
    left = dict(draft.loose)
    for place, text in draft.texts.items():
        field = fields.get(place)
        if isinstance(field, Typed) and field.isVisibleTo(sheet or screen) and field.isEnabled():
            _type(field, text)
        elif text:
            left[name_in(place)] = text
    if draft.focus in fields:
        fields[draft.focus].setFocus(Qt.FocusReason.OtherFocusReason)
    return left


def _sheet(screen: Screen) -> QWidget | None:
    """Return the sheet that lies over a screen."""
    layer = getattr(screen, "layer", None)
    return layer.sheet if isinstance(layer, TalkLayer) else None


def _sheet_name(sheet: QWidget | None) -> str:
    match sheet:
        case FlagSheet():
            return f"{'withdraw' if sheet.is_asking_reason else 'flag'}:{sheet.state.flag}"
        case ReasonsSheet():
            return "urgency" if sheet.urgency.isVisibleTo(sheet) else "reasons"
        case PeopleSheet():
            return "people"
        case _:
            return ""


def _open_again(screen: Screen, name: str) -> QWidget | None:
    """Open a sheet by its name over a talk."""
    layer = getattr(screen, "layer", None)
    if not isinstance(layer, TalkLayer):
        return None
    what, _, which = name.partition(":")
    if what in {"flag", "withdraw"}:
        layer.show_flag(FlagId(which))
    elif what in {"reasons", "urgency"}:
        layer.show_reasons(Target.MEDICAL, None)
    elif what == "people":
        layer.show_people(_people_now(screen))
    sheet = layer.sheet
    if what == "withdraw" and isinstance(sheet, FlagSheet):
        sheet.take_back.click()
    elif what == "urgency" and isinstance(sheet, ReasonsSheet):
        sheet.differ.click()
    return sheet


def _people_now(screen: Screen) -> talk_people.PeopleState:
    return talk_people.people_state(screen.context.desk, screen.context.talk.conversation.situation)


def _fields(screen: Screen, sheet: QWidget | None) -> Iterator[tuple[str, QWidget]]:
    """Return every field with its place: where it lies, its name, and the how manieth of that name."""
    seen: Counter[str] = Counter()
    for field in screen.findChildren(QWidget):
        if _is_field(field):
            where = "sheet" if sheet is not None and sheet.isAncestorOf(field) else "screen"
            name = f"{where}/{_name(field)}"
            yield f"{name}#{seen[name]}", field
            seen[name] += 1


def _is_field(widget: QWidget) -> bool:
    """Tell whether something can be filled in here; what one searches by is no loss, a pass phrase is kept nowhere."""
    if isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox) or isinstance(widget, FilterBox):
        return False
    if widget.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData:
        return False
    if isinstance(widget, QLineEdit):
        return not widget.isReadOnly() and widget.echoMode() is QLineEdit.EchoMode.Normal
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox | QDateEdit) or (isinstance(widget, QAbstractButton) and widget.isCheckable())


def _name(field: QWidget) -> str:
    words = field.text() if isinstance(field, QAbstractButton) else ""
    hint = field.placeholderText() if isinstance(field, Typed) else ""
    return " ".join(filter(None, (field.accessibleName() or words or hint, field.accessibleDescription())))


def _is_unsaved(field: Typed, *, saves_notes: bool) -> bool:
    """Tell whether a text was typed that its screen has not saved by itself."""
    if saves_notes and isinstance(field, NoteField | LineField):
        return False
    return field.isModified() if isinstance(field, QLineEdit) else field.document().isModified()


def _text(field: Typed) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _type(field: Typed, text: str) -> None:
    """Type a text, so that the field counts it as typed."""
    if _text(field) == text:
        return
    field.selectAll()
    if isinstance(field, QLineEdit):
        field.insert(text)
    else:
        field.insertPlainText(text)


def _choice(field: QWidget) -> str:
    match field:
        case QAbstractButton():
            return ON if field.isChecked() else ""
        case QComboBox():
            return str(field.currentIndex())
        case QDateEdit():
            day = field.date()
            return date(day.year(), day.month(), day.day()).isoformat()
        case _:
            return ""


def _choose(field: QWidget, code: str) -> None:
    """Choose what was chosen; a button is pressed, so that what hangs on it follows."""
    match field:
        case QAbstractButton() if field.isChecked() != (code == ON):
            field.click()
        case QComboBox() if code.isdigit() and int(code) < field.count():
            field.setCurrentIndex(int(code))
        case QDateEdit():
            field.setDate(QDate.fromString(code, Qt.DateFormat.ISODate))
        case _:
            return
