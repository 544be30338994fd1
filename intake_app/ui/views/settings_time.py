"""The part of the settings about how long a talk is planned to last."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.conversation.desk import Desk
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.model import Mode
from intake_app.ui.presenters.settings import keep
from intake_app.ui.presenters.talk_length import BOUNDS, SETTING, STEP, planned_minutes
from intake_app.ui.views import parts
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.stepper import Stepper
from intake_app.ui.views.told import Told


class TimeRows(QWidget):
    """The planned minutes of each kind of talk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        names = {Mode.QUICK: self.tr("Kort gesprek"), Mode.EXPLORATORY: self.tr("Verkennend gesprek")}
        units = (self.tr("1 minuut"), self.tr("{n} minuten"))
        self.minutes = {mode: Stepper(name, units, BOUNDS[mode], STEP[mode]) for mode, name in names.items()}
        self.fault = Told()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for stepper in self.minutes.values():
            column.addWidget(parts.label(stepper.accessibleName(), stepper))
            column.addWidget(stepper)
            stepper.changed.connect(self._on_changed)
        column.addWidget(parts.soft(self.tr("In het gesprek staat dit stil bovenaan. Er gaat nooit een bel af.")))
        column.addWidget(self.fault)
        self._show()

    def _show(self) -> None:
        for mode, stepper in self.minutes.items():
            stepper.show_number(planned_minutes(self._desk, mode))

    @Slot()
    def _on_changed(self) -> None:
        try:
            for mode, stepper in self.minutes.items():
                if stepper.number != planned_minutes(self._desk, mode):
                    keep(self._desk, SETTING[mode], str(stepper.number))
        except ProblemsError as error:
            self._show()
            self.fault.say(fault_words(self._desk, error, ""))
