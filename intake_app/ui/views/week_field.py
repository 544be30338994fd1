"""The week in which something is open: a line for each day, and Monday copied to the other working days."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from intake_app.directory.model import OpeningHours
from intake_app.ui.presenters.service_week import DAYS, WORKING_DAYS, day_hours, read_hours
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.flow import flow

HOURS_EM = 20


class WeekField(QWidget):
    """`edited` tells that a day has other hours. What is typed is put in its usual form when one leaves the day."""

    edited = Signal()

    def __init__(self, names: Sequence[str]) -> None:
        """`names` are those of the seven days, Monday first."""
        super().__init__()
        self._names = tuple(names)
        self.days = tuple(QLineEdit() for _ in DAYS)
        self.copy = parts.button(
            self.tr("{day} ook op de andere werkdagen").format(day=self._names[0].capitalize()), icon="copy"
        )
        self.clear = parts.button(self.tr("Alles dicht"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for day, line in enumerate(self.days):
            line.setPlaceholderText(self.tr("dicht"))
            grid.addWidget(parts.label(self._names[day], line), day, 0)
            grid.addWidget(line, day, 1)
            line.textEdited.connect(self._on_edited)
            line.editingFinished.connect(self._on_left)
        grid.setColumnMinimumWidth(1, round(HOURS_EM * parts.em()))
        grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        example = self.tr("Schrijf tijden als 9-12:30, 13:30-17. Leeg is dicht.")
        column.addWidget(parts.text(example, Type.SMALL))
        column.addLayout(grid)
        column.addWidget(flow(self.copy, self.clear))
        self.setFocusProxy(self.days[0])
        self.copy.clicked.connect(self._on_copy)
        self.clear.clicked.connect(self._on_clear)

    @property
    def opening(self) -> tuple[OpeningHours, ...]:
        """The hours of the days that can be read."""
        read = (read_hours(line.text(), day) for day, line in enumerate(self.days))
        return tuple(sorted(each for hours in read for each in hours or ()))

    @property
    def unread(self) -> tuple[int, ...]:
        """The days on which something is typed that is no time."""
        return tuple(day for day, line in enumerate(self.days) if read_hours(line.text(), day) is None)

    def name(self, day: int) -> str:
        """Return the name of a day."""
        return self._names[day]

    def show_opening(self, opening: Sequence[OpeningHours]) -> None:
        """Show the hours, without telling."""
        for day, line in enumerate(self.days):
            hours = day_hours(opening, day)
            if read_hours(line.text(), day) != read_hours(hours, day):
                line.setText(hours)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _on_left(self) -> None:
        for day, line in enumerate(self.days):
            read = read_hours(line.text(), day)
            if read is not None and not line.hasFocus():
                line.setText(day_hours(read, day))

    @Slot()
    def _on_copy(self) -> None:
        for day in WORKING_DAYS:
            self.days[day].setText(self.days[0].text())
        self.edited.emit()

    @Slot()
    def _on_clear(self) -> None:
        for line in self.days:
            line.clear()
        self.edited.emit()
