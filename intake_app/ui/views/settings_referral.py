"""The part of the settings about the region: whether its exploratory talk comes before or after a referral."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.conversation.desk import Desk
from intake_app.core.problems import ProblemsError
from intake_app.ui.presenters.settings import REFERRAL_ORDER, keep
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.told import Told


class ReferralRow(QWidget):
    """Two chips; where neither is chosen, the draft of a referral says nothing about the order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        words = {"before": self.tr("Vóór een verwijzing"), "after": self.tr("Na een verwijzing")}
        self.order = Chips(words, self.tr("Het verkennend gesprek komt in onze regio"), may_clear=True)
        self.fault = Told()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(parts.label(self.order.accessibleName(), self.order))
        column.addWidget(self.order)
        column.addWidget(parts.soft(self.tr("Dit staat op de concept-verwijzing. Weet u het niet? Kies dan niets.")))
        column.addWidget(self.fault)
        self.order.chosen.connect(self._on_chosen)
        self._show()

    def _show(self) -> None:
        self.order.choose(self._desk.setting(REFERRAL_ORDER))

    @Slot()
    def _on_chosen(self) -> None:
        try:
            keep(self._desk, REFERRAL_ORDER, self.order.code)
        except ProblemsError as error:
            self._show()
            self.fault.say(fault_words(self._desk, error, ""))
