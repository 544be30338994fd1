"""Typing a pass phrase, and making a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.entry import TickBox
from intake_app.ui.presenters.unlock import Fault, refused_new
from intake_app.ui.views import parts
from intake_app.ui.views.told import Told


def show_typed(is_shown: bool, *fields: QLineEdit) -> None:
    """Let what is typed be read, or hide it again."""
    mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
    for field in fields:
        field.setEchoMode(mode)


class PassphraseField(QLineEdit):
    """A line that hides what is typed, lets one paste, and tells when Caps Lock seems on."""

    caps_seen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)

    @override
    def setEchoMode(self, mode: QLineEdit.EchoMode) -> None:
        """Show or hide what is typed; no keyboard may learn it in either case."""
        super().setEchoMode(mode)
        hint = Qt.InputMethodHint
        self.setInputMethodHints(hint.ImhSensitiveData | hint.ImhNoPredictiveText | hint.ImhNoAutoUppercase)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Compare the letter with Shift: a capital without it, or the other way round, is Caps Lock."""
        sign = event.text()
        if len(sign) == 1 and sign.isalpha():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_seen.emit(sign.isupper() != has_shift)
        super().keyPressEvent(event)


class NewPhrase(QWidget):
    """A new pass phrase, typed twice, with what is wrong below it. Enter in the second line tells."""

    entered = Signal()

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.phrase, self.again = PassphraseField(), PassphraseField()
        self.fault = Told()
        self.shown = TickBox(self.tr("Wachtzin tonen"))
        caps = parts.Notice("info", self.tr("Caps Lock staat aan."))
        caps.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (
            parts.label(words or self.tr("Nieuwe wachtzin"), self.phrase),
            self.phrase,
            caps,
            parts.soft(self.tr("Minstens 12 tekens, of vier woorden.")),
            parts.label(self.tr("Nog een keer dezelfde wachtzin"), self.again),
            self.again,
            self.fault,
            self.shown,
        ):
            column.addWidget(part)
        self.setFocusProxy(self.phrase)
        self.phrase.caps_seen.connect(caps.setVisible)
        self.phrase.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.entered)
        self.shown.toggled.connect(self._on_shown)

    def judge(self, name: str = "") -> bool:
        """Say what is wrong with it for somebody of this name, and go there; tells whether it will do."""
        wrong = refused_new(self.phrase.text(), self.again.text(), name)
        words = {
            Fault.EMPTY: self.tr("Typ eerst een nieuwe wachtzin."),
            Fault.SHORT: self.tr("Dit is te kort. Neem minstens 12 tekens, of vier woorden."),
            Fault.COMMON: self.tr("Deze wachtzin is te bekend. Neem vier gewone woorden."),
            Fault.DIFFERENT: self.tr("De twee zijn niet gelijk. Typ de tweede nog eens."),
        }
        self.say(words.get(wrong, ""), self.again if wrong is Fault.DIFFERENT else self.phrase)
        return wrong is Fault.NONE

    def say(self, words: str, field: QLineEdit | None = None) -> None:
        """Show what is wrong, and put the cursor where something must change; empty words take it away."""
        self.fault.say(words)
        if words:
            (field or self.phrase).setFocus(Qt.FocusReason.OtherFocusReason)
            (field or self.phrase).selectAll()

    def forget(self) -> None:
        """Empty the lines and hide what is typed next."""
        self.phrase.clear()
        self.again.clear()
        self.shown.setChecked(False)
        self.say("")

    @Slot(bool)
    def _on_shown(self, is_shown: bool) -> None:
        show_typed(is_shown, self.phrase, self.again)
