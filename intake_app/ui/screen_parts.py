"""The parts of a screen that one fills in or scrolls: each with its place, and how it is read and filled in again.

A place tells where a part lies, its name, and the how manieth of that name: `sheet/Afgesproken#0`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from intake_app.ui.fields.filter_box import FilterBox
from intake_app.ui.screen import Screen

Typed = QLineEdit | QPlainTextEdit | QTextEdit
ON = "on"
_Part = TypeVar("_Part", bound=QWidget)


def _parts(screen: Screen, sheet: QWidget | None, kind: type[_Part], mark: str = "") -> Iterator[tuple[str, _Part]]:
    """Return every part of a kind with its place: where it lies, its name, and the how manieth of that name.

    A window of its own, such as the one that asks for a file, is no part of the screen.
    """
    seen: Counter[str] = Counter()
    for part in (each for each in screen.findChildren(kind) if screen.isAncestorOf(each)):
        where = "sheet" if sheet is not None and sheet.isAncestorOf(part) else "screen"
        name = f"{where}/{_name(part)}"
        yield f"{name}#{mark}{seen[name]}", part
        seen[name] += 1


def texts(screen: Screen, sheet: QWidget | None) -> Iterator[tuple[str, Typed]]:
    """Return every field that one types in; what one searches by is no loss, a pass phrase is kept nowhere."""
    for place, line in _parts(screen, sheet, QLineEdit):
        is_part = isinstance(line.parentWidget(), QAbstractSpinBox | QComboBox) or isinstance(line, FilterBox)
        is_secret = bool(line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData)
        is_seen = line.echoMode() is QLineEdit.EchoMode.Normal
        if is_seen and not (is_part or is_secret or line.isReadOnly()):
            yield place, line
    for mark, kind in (("t", QPlainTextEdit), ("r", QTextEdit)):
        for place, field in _parts(screen, sheet, kind, mark):
            if isinstance(field, QPlainTextEdit | QTextEdit) and not field.isReadOnly():
                yield place, field


def others(screen: Screen, sheet: QWidget | None) -> Iterator[tuple[str, QWidget]]:
    """Return every button, list and date."""
    for mark, kind in (("b", QAbstractButton), ("l", QComboBox), ("d", QDateEdit)):
        yield from _parts(screen, sheet, kind, mark)


def areas(screen: Screen, sheet: QWidget | None) -> Iterator[tuple[str, QAbstractScrollArea]]:
    """Return everything that scrolls."""
    return _parts(screen, sheet, QAbstractScrollArea, "s")


def place_of(screen: Screen, sheet: QWidget | None, wanted: QWidget | None) -> str:
    """Return the place of a field; empty when it is none."""
    if wanted is None or not screen.isAncestorOf(wanted):
        return ""
    found = texts(screen, sheet) if isinstance(wanted, Typed) else others(screen, sheet)
    return next((place for place, field in found if field is wanted), "")


def _name(part: QWidget) -> str:
    words = part.text() if isinstance(part, QAbstractButton) else ""
    hint = part.placeholderText() if isinstance(part, Typed) else ""
    name = part.accessibleName() or words or hint
    return " ".join(filter(None, (name, part.accessibleDescription())))


def text_in(field: Typed) -> str:
    """Return the text of a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def type_in(field: Typed, text: str) -> None:
    """Type a text, so that the field counts it as typed."""
    if text_in(field) == text:
        return
    field.selectAll()
    if isinstance(field, QLineEdit):
        field.insert(text)
    else:
        field.insertPlainText(text)


def caret_in(field: QWidget | None) -> str:
    """Return how many characters stand before the caret; empty where there is none."""
    match field:
        case QLineEdit():
            return str(field.cursorPosition())
        case QPlainTextEdit() | QTextEdit():
            return str(field.textCursor().position())
        case QComboBox() if field.isEditable():
            return caret_in(field.lineEdit())
        case _:
            return ""


def put_caret(field: QWidget, at: int) -> None:
    """Put the caret behind so many characters."""
    match field:
        case QLineEdit():
            field.setCursorPosition(min(at, len(field.text())))
        case QPlainTextEdit() | QTextEdit():
            cursor = field.textCursor()
            cursor.setPosition(min(at, len(field.toPlainText())))
            field.setTextCursor(cursor)
        case QComboBox() if (line := field.lineEdit()) is not None:
            line.setCursorPosition(min(at, len(line.text())))
        case _:
            return


def choice_of(field: QWidget) -> str:
    """Return what is chosen, as `choose` takes it."""
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


def choose(field: QWidget, code: str) -> None:
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
