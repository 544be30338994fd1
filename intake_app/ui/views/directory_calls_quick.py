"""The quick fields of one service, in place: what changes fast, and a way to all the rest."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.core.problems import Problem, problem
from intake_app.directory.faults import LONGEST_WAIT, MOST_PLACES
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.number_field import NumberField
from intake_app.ui.presenters.directory_calls_quick import Quick
from intake_app.ui.views import parts
from intake_app.ui.views.flow import Flow
from intake_app.ui.views.table_look import ENTER
from intake_app.ui.views.told import Told

LONGEST_LINE = 200


class QuickForm(QWidget):
    """`kept` and `more` tell what was pressed, `closed` that nothing is changed; away until it is opened."""

    kept = Signal()
    more = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wait = NumberField(self.tr("Wachttijd"), 0, LONGEST_WAIT, self.tr("dagen"))
        self.places = NumberField(self.tr("Vrije plekken"), 0, MOST_PLACES)
        self.number, self.contact, self.reachable = QLineEdit(), QLineEdit(), QLineEdit()
        self.told = Told()
        self.back = parts.button(self.tr("Niet nu"), "Esc")
        self.all = parts.button(self.tr("Meer wijzigen"))
        self.save = parts.button(self.tr("Bewaar"), "Enter", Kind.PRIMARY)
        self._lay_out()
        for line in (self.number, self.contact, self.reachable):
            line.setMaxLength(LONGEST_LINE)
        self.save.clicked.connect(self.kept)
        self.all.clicked.connect(self.more)
        self.back.clicked.connect(self.close_form)
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        named = {
            self.tr("Wachttijd"): self.wait,
            self.tr("Vrije plekken"): self.places,
            self.tr("Nummer"): self.number,
            self.tr("Wie u spreekt"): self.contact,
            self.tr("Bereikbaar"): self.reachable,
        }
        for at, (name, field) in enumerate(named.items()):
            grid.addWidget(parts.label(name, field), at, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, at, 1)
        buttons = Flow()
        for button in (self.back, self.all, self.save):
            buttons.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(self.told)
        column.addWidget(buttons)

    def open(self, quick: Quick) -> None:
        """Show these values."""
        self.wait.show_number(quick.wait_days)
        self.places.show_number(quick.free_places)
        self.number.setText(quick.number)
        self.contact.setText(quick.contact)
        self.reachable.setText(quick.reachable)
        self.told.say("")
        self.show()

    @property
    def quick(self) -> Quick:
        """What is filled in."""
        lines = (" ".join(each.text().split()) for each in (self.number, self.contact, self.reachable))
        number, contact, reachable = lines
        return Quick(
            wait_days=self.wait.number,
            free_places=self.places.number,
            number=number,
            contact=contact,
            reachable=reachable,
        )

    @property
    def misfit(self) -> Problem | None:
        """A number that cannot be kept, as a problem at its field; None where all can."""
        fields = {"wait_days": (self.wait, LONGEST_WAIT), "free_places": (self.places, MOST_PLACES)}
        wrong = ((name, most) for name, (field, most) in fields.items() if field.is_out_of_range)
        return next((problem("service_number", name, low=0, high=most) for name, most in wrong), None)

    def say(self, words: str, faults: Iterable[Problem] = ()) -> None:
        """Say what is wrong, and go to the first field that it is about."""
        self.told.say(words)
        self.go_to(next((fault.where for fault in faults if fault.where), ""))

    def go_to(self, where: str) -> None:
        """Go to a field by its name in an entry, or by the reason why it is asked; else to the waiting time."""
        fields = {"places": self.places, "free_places": self.places, "phones": self.number, "contact": self.contact}
        fields.get(where, self.wait).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_form(self) -> None:
        """Go away without changing anything."""
        self.hide()
        self.closed.emit()

    # Not each field's own sign: a number that does not fit gives none, and nobody would be told.
    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.kept.emit()
        else:
            super().keyPressEvent(event)
