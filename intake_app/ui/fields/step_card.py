"""One agreed step: what, who, when, and the smallest beginning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.card import Card, NumberMark
from intake_app.ui.fields.entry import DateField, PickBox
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.line_field import LineField
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme

_NARROW_EM = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class StepValue:
    """What a step says. `who`: the code of who does it; `by`: a day, or None while it is open."""

    what: str = ""
    who: str = ""
    by: date | None = None
    start: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWords:
    """The words around the fields, and who can be picked, as code and words."""

    what: str
    who: str
    when: str
    start: str
    remove: str
    no_date: str
    people: tuple[tuple[str, str], ...]
    language: str = "nl"


def _field(name: str, field: QWidget) -> QWidget:
    """Put the name of a field above it."""
    holder, label = QWidget(), Label(name, Type.LABEL, Role.TEXT_SOFT)
    label.setBuddy(field)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(5)
    column.addWidget(label)
    column.addWidget(field)
    return holder


class StepCard(Card):
    """A numbered step. `edited` carries all of it after each change; on narrow screens the fields stack.

    What is to be done has most room: the name of a service is often in it.
    """

    edited = Signal(object)
    removed = Signal()

    def __init__(self, number: int, words: StepWords) -> None:
        super().__init__(padding=18)
        self._mark = NumberMark(str(number))
        self._mark_place = QWidget()
        place = QVBoxLayout(self._mark_place)
        place.setContentsMargins(0, 0, 0, 5)
        place.addWidget(self._mark)
        self._what = LineField(words.what)
        self._who = PickBox(words.who, words.people)
        self._when = DateField(words.when, words.no_date, words.language)
        self._start = LineField(words.start)
        self._remove = ActionButton(words.remove, kind=Kind.PLAIN, icon="cross")
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(8)
        self._below.addWidget(_field(words.start, self._start), 1)
        self._below.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._fields = (
            _field(words.what, self._what),
            _field(words.who, self._who),
            _field(words.when, self._when),
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self.column.addLayout(self._grid)
        self._is_narrow: bool | None = None
        self._arrange(is_narrow=False)
        self._what.edited.connect(self._on_edited)
        self._who.picked.connect(self._on_edited)
        self._when.edited.connect(self._on_edited)
        self._start.edited.connect(self._on_edited)
        self._remove.clicked.connect(self.removed)

    @property
    def value(self) -> StepValue:
        """What the fields say now."""
        return StepValue(
            what=self._what.text().strip(),
            who=self._who.code,
            by=self._when.day,
            start=self._start.text().strip(),
        )

    @property
    def is_typed_in(self) -> bool:
        """Tell whether words are being typed that were not told yet."""
        return any(line.text() != line.told for line in (self._what, self._start))

    def show_step(self, number: int, value: StepValue, calendar_opens_at: date | None = None) -> None:
        """Show a step without telling anybody; what is being typed stays."""
        self._mark.show_number(str(number))
        self._what.show_text(value.what)
        self._who.show_code(value.who)
        self._when.show_day(value.by, calendar_opens_at)
        self._start.show_text(value.start)

    def focus_first(self) -> None:
        """Put the focus on what is to be done."""
        self._what.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit(self.value)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(is_narrow=current_theme().em(self.width()) < _NARROW_EM)

    def _arrange(self, *, is_narrow: bool) -> None:
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        grid, (what, who, when) = self._grid, self._fields
        while grid.count():
            grid.takeAt(0)
        grid.addWidget(self._mark_place, 0, 0, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(what, 0, 1, 1, 2)
        grid.addWidget(who, 1 if is_narrow else 0, 1 if is_narrow else 3)
        grid.addWidget(when, 1, 2 if is_narrow else 1)
        direction = QBoxLayout.Direction
        self._below.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        grid.addLayout(self._below, *((2, 1, 1, 2) if is_narrow else (1, 2, 1, 2)))
        for at, stretch in enumerate((0, 3, 1, 0) if is_narrow else (0, 0, 1, 0)):
            grid.setColumnStretch(at, stretch)
