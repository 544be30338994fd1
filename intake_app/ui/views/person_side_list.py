"""What one looks at together on the person's side: a list of cards, and the wheel with the same in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.face import Pictogram
from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.fields.wheel import Spoke, Wheel
from intake_app.ui.presenters.person_plan import ListView, RowView
from intake_app.ui.presenters.person_side import AxisView, WheelView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme

WIDEST = 1240
COLUMN_EMS, BESIDE_EMS = 30, 60
"""Widths in units of the text's size: of one column of cards, and from which the words stand beside the wheel."""
LARGE = 2.2
_AXES = 4


class _Card(QFrame):
    """One thing: its icon, its name and what there is to say of it; tinted with a tick when it was chosen."""

    def __init__(self, row: RowView, chosen: str) -> None:
        super().__init__()
        self.setProperty("look", "card_chosen" if row.is_chosen else "card")
        line = QHBoxLayout(self)
        line.setContentsMargins(22, 18, 22, 18)
        line.setSpacing(18)
        if row.icon:
            icon = Pictogram(44)
            icon.show_picture(row.icon)
            line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(Label(row.title, Type.PERSON_CHOSEN))
        for each in row.lines:
            words.addWidget(Label(each, Type.PERSON_SMALL))
        if row.is_chosen:
            tick = QHBoxLayout()
            tick.setSpacing(10)
            tick.addWidget(IconLabel("check", Role.ACCENT, 22))
            tick.addWidget(Label(chosen, Type.PERSON_SMALL, Role.ACCENT), 1)
            words.addLayout(tick)
        words.addStretch(1)
        line.addLayout(words, 1)


class SideList(QWidget):
    """A title and cards, in two columns where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._view, self._columns = ListView(title="", rows=()), 1
        self.title = Label("", Type.PERSON)
        self.cards: list[QFrame] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addWidget(self.title)
        column.addLayout(self._grid)
        column.addStretch(1)

    def show_view(self, view: ListView) -> None:
        """Show a list; the same one stays as it is."""
        if view == self._view:
            return
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._view = view
        self.title.setText(view.title)
        self.cards = [_Card(row, view.chosen) for row in view.rows]
        self._arrange()

    def forget(self) -> None:
        """Keep nothing of it."""
        self.show_view(ListView(title="", rows=()))

    def _arrange(self) -> None:
        for at, card in enumerate(self.cards):
            self._grid.addWidget(card, at // self._columns, at % self._columns)
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < self._columns else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMaximumWidth(current_theme().px(WIDEST))
        columns = 2 if current_theme().em(self.width()) >= 2 * COLUMN_EMS else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()


class SideWheel(QWidget):
    """The wheel, large, and the four areas in words beside or below it."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.wheel = Label("", Type.PERSON), Wheel(LARGE)
        self.names = [Label("", Type.PERSON_CHOSEN) for _ in range(_AXES)]
        self.words = [Label("", Type.PERSON_ANSWER) for _ in range(_AXES)]
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addStretch(1)
        for name, word in zip(self.names, self.words, strict=True):
            said.addWidget(name)
            said.addWidget(word)
            said.addSpacing(12)
        said.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(28)
        self._beside.addWidget(self.wheel, 3)
        self._beside.addLayout(said, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addWidget(self.title)
        column.addLayout(self._beside)
        column.addStretch(1)

    def show_view(self, view: WheelView) -> None:
        """Show the ratings."""
        self.title.setText(view.title)
        spokes = [Spoke(name=axis.name, rating=axis.ring) for axis in view.axes]
        top, right, left, bottom = spokes  # the same way round as on the practitioner's screen
        self.wheel.show_spokes((top, right, bottom, left), ". ".join(map(_spoken, view.axes)))
        for axis, name, word in zip(view.axes, self.names, self.words, strict=True):
            name.setText(axis.name)
            word.setText(axis.word)

    def forget(self) -> None:
        """Keep nothing of it."""
        empty = AxisView(name="", ring=None, word="")
        self.show_view(WheelView(title="", axes=(empty,) * _AXES))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMaximumWidth(current_theme().px(WIDEST))
        direction = QBoxLayout.Direction
        is_wide = current_theme().em(self.width()) >= BESIDE_EMS
        self._beside.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)


def _spoken(axis: AxisView) -> str:
    return f"{axis.name}: {axis.word}".strip(": ")
