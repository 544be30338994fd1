"""The right half of the first window: the pass phrase, and what goes with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTime, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.label import Line
from intake_app.ui.presenters.conversations import part_of_day
from intake_app.ui.presenters.unlock import Fault, UnlockMode, UnlockState
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts

FORM_EM, TOP = 28, 72
"""The widest the form gets in text sizes, and the room above it. Its top stays where it is."""


class PassphraseField(QLineEdit):
    """A line that hides what is typed, lets one paste, and tells when Caps Lock seems on."""

    caps_seen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Compare the letter with Shift: a capital without it, or the other way round, is Caps Lock."""
        sign = event.text()
        if len(sign) == 1 and sign.isalpha():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_seen.emit(sign.isupper() != has_shift)
        super().keyPressEvent(event)


class UnlockForm(QWidget):
    """Fields and words. Shows a state; Enter tells."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._make_parts()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addSpacing(TOP)
        self._add(column, self.greeting, self.about)
        column.addSpacing(16)
        self._add(column, self.phrase_label, self.phrase, self.caps, self.hint)
        self._add(column, self.again_label, self.again, self.fault)
        column.addLayout(self._buttons())
        column.addSpacing(24)
        column.addWidget(Line())
        column.addSpacing(12)
        self._add(column, self.safe, self.trial, self.unproved, self.demo)
        column.addStretch(1)
        parts.centred(self, column, FORM_EM * parts.em())
        self.phrase.returnPressed.connect(self._on_return)
        self.again.returnPressed.connect(self.entered)
        self.phrase.caps_seen.connect(self.caps.setVisible)
        self.show_button.toggled.connect(self._on_shown)

    def _add(self, column: QVBoxLayout, *pieces: QWidget) -> None:
        for piece in pieces:
            column.addWidget(piece)

    def _make_parts(self) -> None:
        self.greeting = parts.text(self._greeting(), Type.QUESTION)
        self.about = parts.soft("")
        self.phrase, self.again = PassphraseField(), PassphraseField()
        self.phrase_label = parts.label(self.tr("Uw wachtzin"), self.phrase)
        self.again_label = parts.label(self.tr("Nog een keer dezelfde wachtzin"), self.again)
        self.caps = parts.Notice("info", self.tr("Caps Lock staat aan."))
        self.caps.hide()
        self.hint = parts.soft("")
        self.fault = parts.text("", Type.STRONG)
        self.waiting = parts.soft(self.tr("Bezig …"))
        self.open_button = parts.button(self.tr("Openen"), "Enter", Kind.PRIMARY)
        self.open_button.make_tall()
        self.show_button = QCheckBox(self.tr("Wachtzin tonen"))
        self.safe = parts.Notice("lock", self.tr("Alles blijft versleuteld op deze computer."))
        self.trial = parts.Notice("info", self.tr("Proefgebruik: nog niet vastgelegd wie voor het gebruik instaat."))
        self.unproved = parts.Notice("info", self.tr("De regels van deze inhoud zijn niet nagerekend."))
        self.demo = parts.Notice("lamp", self.tr("Rondkijken met voorbeelden? Start met ./run --demo"))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(12)
        for part in (self.open_button, self.show_button, self.waiting):
            row.addWidget(part)
        row.addStretch(1)
        self.open_button.clicked.connect(self.entered)
        return row

    def _greeting(self) -> str:
        words = {
            "morning": self.tr("Goedemorgen"),
            "afternoon": self.tr("Goedemiddag"),
            "evening": self.tr("Goedenavond"),
        }
        return words[part_of_day(QTime.currentTime().hour())]

    def show_state(self, state: UnlockState) -> None:
        """Show what is asked and what is wrong."""
        is_new = state.mode is UnlockMode.CREATE
        for part in (self.again, self.again_label):
            part.setVisible(is_new)
        self.about.setText(self._about(state))
        self.about.setVisible(bool(self.about.text()))
        self.hint.setText(self._hint(is_new=is_new))
        self.fault.setText(self._fault(state))
        self.fault.setVisible(state.fault is not Fault.NONE)
        self.open_button.setEnabled(not state.waiting and state.fault is not Fault.CANNOT_START)
        self.trial.setVisible(state.is_trial)
        self.unproved.setVisible(not state.is_certified)
        self.demo.setVisible(not state.is_demo)

    def show_waiting(self, *, is_waiting: bool) -> None:
        """Show or hide that work goes on."""
        self.waiting.setVisible(is_waiting)

    def forget(self) -> None:
        """Empty the fields and hide what is typed next."""
        self.phrase.clear()
        self.again.clear()
        self.caps.hide()
        self.show_button.setChecked(False)

    def focus_fault(self, wrong: Fault) -> None:
        """Put the cursor where something must change."""
        field: QLineEdit = self.again if wrong is Fault.DIFFERENT else self.phrase
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def _about(self, state: UnlockState) -> str:
        if state.mode is UnlockMode.CREATE:
            return self.tr("Welkom. Bedenk een wachtzin. Daarmee gaat het programma open.")
        if state.is_demo:
            return self.tr("Voorbeeldgegevens: fictieve mensen")
        return state.practice

    def _hint(self, *, is_new: bool) -> str:
        if is_new:
            return self.tr(
                "Neem minstens 12 tekens, of vier woorden. Bewaar de wachtzin goed. "
                "Wie hem kwijtraakt, is alles kwijt: niemand kan hem terughalen."
            )
        return self.tr("Plakken mag. Hoofdletters tellen mee.")

    def _fault(self, state: UnlockState) -> str:
        words = {
            Fault.NONE: "",
            Fault.EMPTY: self.tr("Typ eerst uw wachtzin."),
            Fault.SHORT: self.tr("Dit is te kort. Neem minstens 12 tekens, of vier woorden."),
            Fault.DIFFERENT: self.tr("De twee zijn niet gelijk. Typ de tweede nog eens."),
            Fault.WRONG: self.tr("Deze wachtzin past niet. Kijk of Caps Lock aan staat."),
            Fault.OTHER: self.tr("Openen lukte niet. Probeer het nog eens."),
            Fault.CANNOT_START: self.tr("Het programma kan niet starten."),
        }
        shown = state.details and state.fault in {Fault.OTHER, Fault.CANNOT_START}
        return f"{words[state.fault]}\n{state.details}" if shown else words[state.fault]

    @Slot()
    def _on_return(self) -> None:
        if self.again.isVisible() and not self.again.text():
            self.again.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.entered.emit()

    @Slot(bool)
    def _on_shown(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.phrase.setEchoMode(mode)
        self.again.setEchoMode(mode)
