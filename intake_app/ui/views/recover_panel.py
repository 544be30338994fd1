"""The panel for who lost a pass phrase: the code of the recovery sheet, and a new pass phrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.entry import PickBox
from intake_app.ui.jobs import Done, Failed
from intake_app.ui.presenters.recovery import is_about_code
from intake_app.ui.presenters.unlock import UnlockState
from intake_app.ui.screen import FrontDesk
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.passphrase import NewPhrase
from intake_app.ui.views.recovery_code import RecoveryCodeField
from intake_app.ui.views.told import Told

PANEL_EM, TOP = 28, 44


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """Who has a new pass phrase, and what opens the store for them now; that never shows in a text of this value."""

    user: str
    passphrase: str = field(repr=False)


class RecoverPanel(QWidget):
    """Gives a new pass phrase. `recovered` carries a `Recovered`."""

    recovered = Signal(object)
    left = Signal()

    def __init__(
        self, desk: FrontDesk, run: Callable[[Callable[[], object], Done, Failed], None], at: UnlockState
    ) -> None:
        super().__init__()
        self._desk, self._run, self._people = desk, run, at.people
        self._asked = ""
        self.who = PickBox(self.tr("Wie bent u?"), ((user.id, user.name) for user in at.people))
        self.who.show_code(at.chosen)
        self.code, self.new = RecoveryCodeField(), NewPhrase()
        self.fault = Told()
        self.open_button = parts.button(self.tr("Openen"), "Enter", Kind.PRIMARY)
        self.open_button.make_tall()
        self.back_button = parts.button(self.tr("Terug"), "Esc")
        self._lay_out(has_several=len(at.people) > 1)
        self.setFocusProxy(self.code)
        self.code.entered.connect(self.new.setFocus)
        self.new.entered.connect(self.submit)
        self.open_button.clicked.connect(self.submit)
        self.back_button.clicked.connect(self.left)
        parts.on_escape(self, self.left.emit)

    def _lay_out(self, *, has_several: bool) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addSpacing(TOP)
        column.addWidget(parts.text(self.tr("Wachtzin kwijt?"), Type.QUESTION))
        column.addWidget(
            parts.soft(
                self.tr(
                    "Een beheerder kan u een nieuwe wachtzin geven. Lukt dat niet, "
                    "dan opent de code op het herstelblad het programma."
                )
            )
        )
        column.addSpacing(8)
        who_label = parts.label(self.tr("Wie bent u?"), self.who)
        for part in (who_label, self.who, self.code, self.new, self.fault):
            column.addWidget(part)
        for part in () if has_several else (who_label, self.who):
            part.hide()
        row = parts.row(self.open_button, self.back_button, None)
        row.setContentsMargins(0, 12, 0, 0)
        column.addLayout(row)
        column.addStretch(1)
        parts.centred(self, column, PANEL_EM * parts.em())

    @Slot()
    def submit(self) -> None:
        """Try the code."""
        self.fault.say("")
        user = self.who.code or next((user.id for user in self._people), "")
        name = next((each.name for each in self._people if each.id == user), "")
        if not (self.open_button.isEnabled() and self.code.judge() and self.new.judge(name)):
            return
        self._wait(is_waiting=True)
        job = partial(self._desk.office.people.recover, self.code.typed, user, self.new.phrase.text())
        self._asked = user
        self._run(job, self._on_recovered, self._on_refused)

    def _wait(self, *, is_waiting: bool) -> None:
        self.open_button.setEnabled(not is_waiting)
        self.open_button.set_words(self.tr("Bezig …") if is_waiting else self.tr("Openen"))

    def _on_recovered(self, _nothing: object) -> None:
        passphrase = self.new.phrase.text()
        self.code.forget()
        self.new.forget()
        self.recovered.emit(Recovered(user=self._asked, passphrase=passphrase))

    def _on_refused(self, error: Exception) -> None:
        self._wait(is_waiting=False)
        words = fault_words(self._desk, error, self.tr("Dit lukte niet. Probeer het nog eens."))
        if is_about_code(error):
            self.code.say(words)
        else:
            self.fault.say(words)
