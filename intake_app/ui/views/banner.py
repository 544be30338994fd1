"""The lines above every screen: what holds for the whole program now, and what could not be saved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import parts
from intake_app.ui.views.action_button import button_for

SIDE, ABOVE = 20, 4


class Banner(QFrame):
    """Shows what holds for the whole program now; away when there is nothing to say."""

    retry_asked = Signal()
    give_back_asked = Signal()
    reopen_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "sunken")
        self.words = Label("", Type.TEXT)
        self.unproved = Label(self.tr("De regels van deze inhoud zijn niet nagerekend."), Type.STRONG)
        self.fault = Label("", Type.STRONG, Role.ALARM)
        self.retry = parts.button(self.tr("Probeer opnieuw"))
        self.retry.clicked.connect(self.retry_asked)
        self.reading = Label("", Type.STRONG)
        self.reopen = button_for("reopen")
        self.reopen.clicked.connect(self.reopen_asked)
        self.glass = Label("", Type.STRONG, Role.ALARM)
        self.give_back = parts.button(self.tr("Teruggeven"), kind=Kind.OUTLINED)
        self.give_back.clicked.connect(self.give_back_asked)
        self._lay_out()
        self._is_certified, self._can_reopen = True, False
        self.show_facts(is_demo=False, is_trial=False, is_certified=True)
        self.show_fault("")

    def _lay_out(self) -> None:
        facts = parts.row(self.unproved, self.words, self.fault, self.retry)
        for place, share in enumerate((1, 1, 2)):
            facts.setStretch(place, share)
        glass = parts.row(self.glass, self.give_back)
        reading = parts.row(self.reading, self.reopen)
        for line in (glass, reading):
            line.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, ABOVE, SIDE, ABOVE)
        column.setSpacing(ABOVE)
        for line in (facts, glass, reading):
            line.setContentsMargins(0, 0, 0, 0)
            column.addLayout(line)

    def show_facts(self, *, is_demo: bool, is_trial: bool, is_certified: bool) -> None:
        """Say that the people are invented, that nobody answers for the use yet, or that the rules are not proved."""
        self._is_certified = is_certified
        said = []
        if is_demo:
            said.append(self.tr("Voorbeeldgegevens: fictieve mensen"))
        if is_trial:
            said.append(self.tr("Proefgebruik: nog niet vastgelegd wie voor het gebruik instaat"))
        self.words.setText(" · ".join(said))
        self._fit()

    def show_fault(self, words: str) -> None:
        """Say that the last change was not saved, with what to do; an empty text takes it away."""
        if words != self.fault.text():
            self.fault.setText(words)
            self._fit()

    def show_reading(self, words: str, *, can_reopen: bool = False) -> None:
        """Say why one can only read, with the way to open the talk again; an empty text takes it away."""
        self._can_reopen = can_reopen
        self.reading.setText(words)
        self._fit()

    def show_glass(self, minutes: int) -> None:
        """Say that a colleague's talk is open by the break-glass key, and how long still; 0 takes it away."""
        said = self.tr("Noodknop: u bent in het gesprek van een collega, nog {minutes} min")
        words = said.format(minutes=minutes) if minutes else ""
        is_new = bool(words) and not self.glass.text()
        if words != self.glass.text():
            self.glass.setText(words)
            self._fit()
        if is_new:
            announce(self, words)

    def forget(self) -> None:
        """Say nothing of what lies behind the curtain."""
        self.show_facts(is_demo=False, is_trial=False, is_certified=True)
        self.show_fault("")
        self.show_reading("")

    def _fit(self) -> None:
        """Show what there is; beside a fault only that the rules are not proved, so that it is one line."""
        pieces: tuple[tuple[QWidget, bool], ...] = (
            (self.unproved, not self._is_certified),
            (self.words, bool(self.words.text()) and not self.fault.text()),
            (self.fault, bool(self.fault.text())),
            (self.retry, bool(self.fault.text())),
            (self.glass, bool(self.glass.text())),
            (self.give_back, bool(self.glass.text())),
            (self.reading, bool(self.reading.text())),
            (self.reopen, self._can_reopen),
        )
        for piece, is_shown in pieces:
            piece.setVisible(is_shown)
        self.setVisible(any(is_shown for _piece, is_shown in pieces))


class IdleLine(QFrame):
    """Says over the top of the window that it locks soon. It lies over what is there, so that nothing moves."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("look", "sunken")
        self.setAutoFillBackground(True)
        self.words = Label("", Type.STRONG)
        line = QHBoxLayout(self)
        line.setContentsMargins(SIDE, 2 * ABOVE, SIDE, 2 * ABOVE)
        line.addWidget(self.words, 1)
        host.installEventFilter(self)
        self.hide()

    def show_left(self, seconds: int) -> None:
        """Say how many seconds are left; a screen reader hears it once. 0 takes it away."""
        is_new = bool(seconds) and self.isHidden()
        said = self.tr("Over {seconds} seconden wordt het scherm vergrendeld. Druk op een toets om door te gaan.")
        self.words.setText(said.format(seconds=seconds) if seconds else "")
        self.setVisible(bool(seconds))
        if seconds:
            self._place()
            self.raise_()
        if is_new:
            announce(self, self.words.text(), is_urgent=True)

    def _place(self) -> None:
        width = self._host.width()
        self.setGeometry(0, 0, width, self.heightForWidth(width))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
