"""The fields of the form of an entry: each with its name above it, and below it what is wrong with it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QRegularExpression, QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.entry import DateField, PickBox, TickBox
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.fields.number_field import NumberField
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.told import Told

AMOUNT_EM, SHORT_EM, MIDDLE_EM = 8, 12, 21


class Box(QWidget):
    """One field. `path` is the fact of `Service` that it is about; `edited` tells that something else is filled in."""

    edited = Signal()

    def __init__(self, path: str, name: str) -> None:
        super().__init__()
        self.path, self.name = path, name
        self.wide_em = 0.0
        self.told = Told()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)

    def _fill(self, editor: QWidget, *, has_label: bool = True) -> None:
        """Put the name, the field and the place for what is wrong below one another."""
        if has_label:
            self.column.addWidget(parts.label(self.name, editor))
        self.column.addWidget(editor)
        self.column.addWidget(self.told)
        self.setFocusProxy(editor)

    @override
    def sizeHint(self) -> QSize:
        """Be as wide as was asked for, beside others in a row that breaks, and as high as that needs."""
        width = round(self.wide_em * parts.em()) or super().sizeHint().width()
        is_broken = self.column.hasHeightForWidth()
        return QSize(width, self.column.heightForWidth(width) if is_broken else super().sizeHint().height())

    @property
    def value(self) -> object:
        """What is filled in."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Show what is filled in, without telling."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Say what is wrong; nothing when empty."""
        self.told.say(words)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()


class LineBox(Box):
    """One line of text. `known` are words that complete what is typed."""

    def __init__(self, path: str, name: str, hint: str = "", known: Iterable[str] = ()) -> None:
        super().__init__(path, name)
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setMaxLength(2_000)
        words = list(known)
        if words:
            completer = QCompleter(QStringListModel(words, self), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.line.setCompleter(completer)
        self._fill(self.line)
        self.line.textChanged.connect(self._on_edited)

    @property
    def value(self) -> object:
        """The text."""
        return self.line.text()

    def show_value(self, value: object) -> None:
        """Show a text."""
        text = str(value or "")
        if text != self.line.text():
            self.line.blockSignals(True)
            self.line.setText(text)
            self.line.setCursorPosition(0)
            self.line.blockSignals(False)


class AmountBox(LineBox):
    """An amount of money, as 12,50; None where it is empty."""

    def __init__(self, path: str, name: str) -> None:
        super().__init__(path, name)
        form = QRegularExpression(r"\d{0,6}([.,]\d{0,2})?")
        self.line.setValidator(QRegularExpressionValidator(form, self.line))
        self.wide_em = AMOUNT_EM

    @property
    def value(self) -> object:
        """The amount, or None."""
        text = self.line.text().replace(",", ".").rstrip(".")
        return float(text) if text.strip(".") else None

    def show_value(self, value: object) -> None:
        """Show an amount; what is being typed stays as it is typed."""
        if value != self.value:
            super().show_value(f"{value:.2f}".replace(".", ",") if isinstance(value, float | int) else "")


class AreaBox(Box):
    """Several lines of text."""

    def __init__(self, path: str, name: str, hint: str = "") -> None:
        super().__init__(path, name)
        self.note = NoteField(name, hint)
        self._fill(self.note)
        self.note.textChanged.connect(self._on_edited)

    @property
    def value(self) -> object:
        """The text."""
        return self.note.toPlainText()

    def show_value(self, value: object) -> None:
        """Show a text."""
        text = str(value or "")
        if text != self.note.toPlainText():
            self.note.blockSignals(True)
            self.note.setPlainText(text)
            self.note.blockSignals(False)


class LinesBox(AreaBox):
    """A list, one on each line."""

    @property
    def value(self) -> object:
        """The lines, without the last empty ones."""
        return tuple(self.note.toPlainText().rstrip("\n").split("\n")) if self.note.toPlainText() else ()

    def show_value(self, value: object) -> None:
        """Show a list."""
        lines = value if isinstance(value, tuple) else ()
        if lines != self.value:
            super().show_value("\n".join(map(str, lines)))


class NumberBox(Box):
    """A whole number of at most `most`, with its unit."""

    def __init__(self, path: str, name: str, most: int, unit: str = "") -> None:
        super().__init__(path, name)
        self.number = NumberField(name, 0, most, unit)
        self._fill(self.number)
        self.number.edited.connect(self._on_edited)

    @property
    def value(self) -> object:
        """The number, or None."""
        return self.number.number

    def show_value(self, value: object) -> None:
        """Show a number."""
        self.number.show_number(value if isinstance(value, int) else None)


class DayBox(Box):
    """A day, or none; `never` is the value that stands for none."""

    def __init__(self, path: str, name: str, language: str, never: datetime.date | None = None) -> None:
        super().__init__(path, name)
        self._never = never
        self.day = DateField(name, language=language)
        self._fill(self.day)
        self.day.edited.connect(self._on_edited)

    @property
    def value(self) -> object:
        """The day."""
        return self.day.day or self._never

    def show_value(self, value: object) -> None:
        """Show a day."""
        self.day.show_day(value if isinstance(value, datetime.date) and value != datetime.date.min else None)


class TickBoxed(Box):
    """Yes or no."""

    def __init__(self, path: str, name: str) -> None:
        super().__init__(path, name)
        self.tick = TickBox(name)
        self._fill(self.tick, has_label=False)
        self.tick.ticked.connect(self._on_edited)

    @property
    def value(self) -> object:
        """Whether it is so."""
        return self.tick.isChecked()

    def show_value(self, value: object) -> None:
        """Show whether it is so."""
        self.tick.setChecked(bool(value))


class PickBoxed(Box):
    """One of a list; `choices` lead from the words to the value."""

    def __init__(self, path: str, name: str, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__(path, name)
        self._values = {str(at): value for at, (value, _) in enumerate(choices)}
        self.pick = PickBox(name, [(str(at), words) for at, (_, words) in enumerate(choices)])
        self._fill(self.pick)
        self.pick.currentIndexChanged.connect(self._on_edited)

    @property
    def value(self) -> object:
        """What is picked."""
        return self._values.get(self.pick.code)

    def show_value(self, value: object) -> None:
        """Show what is picked."""
        self.pick.blockSignals(True)
        self.pick.show_code(next((code for code, each in self._values.items() if each == value), ""))
        self.pick.blockSignals(False)


class ChipsBox(Box):
    """Several of a short list; codes that are not in it are kept as they are."""

    def __init__(self, path: str, name: str, words: Mapping[str, str]) -> None:
        super().__init__(path, name)
        self._other: tuple[str, ...] = ()
        self.chips = Chips(words, name, many=True)
        self._known = frozenset(words)
        self._fill(self.chips)
        self.chips.chosen.connect(self._on_edited)

    @property
    def value(self) -> object:
        """The codes that are chosen."""
        return (*self.chips.codes, *self._other)

    def show_value(self, value: object) -> None:
        """Show what is chosen."""
        codes = tuple(map(str, value)) if isinstance(value, tuple) else ()
        self._other = tuple(code for code in codes if code not in self._known)
        self.chips.choose(*codes)


class LanguagesBox(ChipsBox):
    """Languages: those with a name as chips, others by their code."""

    def __init__(self, path: str, name: str, words: Mapping[str, str], other: str) -> None:
        super().__init__(path, name, words)
        self.other = QLineEdit()
        form = QRegularExpression(r"[A-Za-z]{0,3}([ ,;]+[A-Za-z]{0,3})*")
        self.other.setValidator(QRegularExpressionValidator(form, self.other))
        self.other.setMaximumWidth(round(SHORT_EM * parts.em()))
        self.column.insertWidget(2, parts.label(other, self.other))
        self.column.insertWidget(3, self.other)
        self.other.textChanged.connect(self._on_edited)

    @property
    def value(self) -> object:
        """The codes."""
        typed = self.other.text().casefold().replace(",", " ").replace(";", " ").split()
        return tuple(dict.fromkeys((*self.chips.codes, *typed)))

    def show_value(self, value: object) -> None:
        """Show the codes."""
        super().show_value(value)
        if value != self.value:
            self.other.blockSignals(True)
            self.other.setText(" ".join(self._other))
            self.other.blockSignals(False)
