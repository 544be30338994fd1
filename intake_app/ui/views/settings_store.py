"""The part of the settings about locking and keeping, and the ways to the screens of the practice."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.conversation.desk import Desk
from intake_app.core.problems import ProblemsError
from intake_app.practice.persons import Persons
from intake_app.ui.presenters.lock import LEAST_MINUTES, MOST_MINUTES, lock_minutes
from intake_app.ui.presenters.settings import FEWEST_DAYS, MOST_DAYS, STEP_DAYS, keep
from intake_app.ui.views import parts
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.flow import Flow
from intake_app.ui.views.stepper import Stepper
from intake_app.ui.views.told import Told

PLACE, LOCK_MINUTES = "place", "lock_minutes"


class KeepingRows(QWidget):
    """After how long the program locks, and after how long a talk is cleared away."""

    def __init__(self, desk: Desk, persons: Persons | None) -> None:
        """`persons` is None for who may not clear away."""
        super().__init__()
        self._desk, self._persons = desk, persons
        self.minutes = Stepper(
            self.tr("Vergrendelen na"), (self.tr("1 minuut"), self.tr("{n} minuten")), (LEAST_MINUTES, MOST_MINUTES)
        )
        self.days = Stepper(
            self.tr("Gesprekken opruimen na"),
            (self.tr("1 dag"), self.tr("{n} dagen")),
            (FEWEST_DAYS, MOST_DAYS),
            STEP_DAYS,
        )
        self.fault = Told()
        self._lay_out()
        self.minutes.show_number(lock_minutes(desk.setting(LOCK_MINUTES)))
        if persons is not None:
            self.days.show_number(persons.purge_notice().days)
        self.minutes.changed.connect(self._on_minutes)
        self.days.changed.connect(self._on_days)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(parts.label(self.minutes.accessibleName(), self.minutes))
        column.addWidget(self.minutes)
        column.addWidget(parts.soft(self.tr("Als niemand typt of klikt. Wat u aan het typen was, blijft bewaard.")))
        clearing = self._clearing()
        column.addWidget(clearing)
        clearing.setVisible(self._persons is not None)
        column.addWidget(self.fault)

    def _clearing(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        hint = self.tr(
            "Als er zo lang niets mee is gedaan. Een week van tevoren staat het bij Verzoeken en opruimen, "
            "en er gaat niets weg voordat iemand dat bevestigt."
        )
        for part in (parts.label(self.days.accessibleName(), self.days), self.days, parts.soft(hint)):
            column.addWidget(part)
        return made

    @Slot(int)
    def _on_minutes(self, minutes: int) -> None:
        try:
            keep(self._desk, LOCK_MINUTES, str(minutes))
        except ProblemsError as error:
            self._refuse(error)

    @Slot(int)
    def _on_days(self, days: int) -> None:
        if self._persons is None:
            return
        try:
            self._persons.set_purge_days(days)
        except ProblemsError as error:
            self._refuse(error)

    def _refuse(self, error: ProblemsError) -> None:
        self.minutes.show_number(lock_minutes(self._desk.setting(LOCK_MINUTES)))
        if self._persons is not None:
            self.days.show_number(self._persons.purge_notice().days)
        self.fault.say(fault_words(self._desk, error, ""))


class PlaceButtons(Flow):
    """A button for each screen of the practice that one can use."""

    asked = Signal(str)

    def __init__(self, places: tuple[str, ...]) -> None:
        super().__init__(gap=12)
        words = {
            "directory": self.tr("Sociale kaart"),
            "people": self.tr("Wie werken ermee"),
            "copies": self.tr("Reservekopieën"),
            "log": self.tr("Logboek"),
            "erasures": self.tr("Verzoeken en opruimen"),
        }
        self.buttons = {place: parts.button(words[place]) for place in places}
        for place, button in self.buttons.items():
            button.setProperty(PLACE, place)
            button.clicked.connect(self._on_clicked)
            self.add(button)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.asked.emit(str(sender.property(PLACE)))
