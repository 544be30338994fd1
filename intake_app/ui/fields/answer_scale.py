"""The answers to choose from: a column of options, each with its digit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.option import SeveralOption, SingleOption
from intake_app.ui.theme.source import current_theme, theme_source

SETTLING_MS = 150
_DIGITS = "1234567890"
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that can be answered. `is_alone`: it excludes all others ("niets hiervan")."""

    code: str
    label: str
    is_alone: bool = False


class AnswerScale(QWidget):
    """A column of options. A digit or a click chooses; arrows move; Enter confirms.

    Choosing one: `chosen` at once, `settled` 150 ms later (then one may go on).
    Choosing several: `ticked` at every change, `settled` on Enter.
    """

    chosen = Signal(str)
    ticked = Signal(tuple)
    settled = Signal()

    def __init__(self, choices: Sequence[Choice], *, several: bool = False, large: bool = False) -> None:
        super().__init__()
        self._several, self._is_large = several, large
        self._choices: tuple[Choice, ...] = ()
        self._options: list[QAbstractButton] = []
        self._spare: list[QAbstractButton] = []
        self._settling = QTimer(self, singleShot=True, interval=SETTLING_MS)
        self._settling.timeout.connect(self.settled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.show_choices(choices)

    @property
    def is_several(self) -> bool:
        """Whether several can be chosen."""
        return self._several

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices, none of them chosen. The options that are there are used again: nothing is built."""
        self._settling.stop()
        self._choices = tuple(choices)
        digits = [digit.strip() for digit in _DIGITS.ljust(len(choices))]
        there, self._options = [*self._options, *self._spare], []
        for choice, digit in zip(self._choices, digits, strict=False):
            option = there.pop(0) if there else self._added(choice, digit)
            if isinstance(option, SingleOption | SeveralOption):
                option.show_label(choice.label, digit)
            option.setChecked(False)
            option.show()
            self._options.append(option)
        self._spare = there
        for option in there:
            option.hide()
            option.setChecked(False)
            if isinstance(option, SingleOption | SeveralOption):
                option.show_label("", "")  # what was asked alone may not stay anywhere
        self._show_tab_stop()

    def _added(self, choice: Choice, digit: str) -> QAbstractButton:
        option = self._made(choice, digit, is_large=self._is_large)
        option.clicked.connect(self._on_clicked)
        self._column.addWidget(option)
        return option

    def _made(self, choice: Choice, digit: str, *, is_large: bool) -> QAbstractButton:
        """Return the button of one option."""
        make = SeveralOption if self._several else SingleOption
        return make(choice.label, digit, is_large=is_large)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that are chosen, in the order of the options."""
        pairs = zip(self._choices, self._options, strict=True)
        return tuple(choice.code for choice, option in pairs if option.isChecked())

    def show_codes(self, codes: Iterable[str]) -> None:
        """Show an answer without telling anybody."""
        wanted = set(codes)
        for choice, option in zip(self._choices, self._options, strict=True):
            option.setChecked(choice.code in wanted)
        self._show_tab_stop()

    def focus_answer(self) -> None:
        """Put the focus on the chosen option, else on the first."""
        self._options[self._stop()].setFocus(Qt.FocusReason.OtherFocusReason)

    def press_digit(self, digit: str) -> bool:
        """Choose by digit, also when the focus is elsewhere; False when no option has it."""
        at = _DIGITS.find(digit) if len(digit) == 1 else -1
        if not 0 <= at < len(self._options):
            return False
        option = self._options[at]
        option.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._choose(at, is_on=not option.isChecked() if self._several else True)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and key in _STEPS:
            self._step(_STEPS[key])
        elif plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._confirm()
        elif not (plain and self.press_digit(event.text())):
            event.ignore()

    def _focused(self) -> int | None:
        return next((at for at, option in enumerate(self._options) if option.hasFocus()), None)

    def _step(self, by: int) -> None:
        at = self._focused()
        to = 0 if at is None else min(max(at + by, 0), len(self._options) - 1)
        self._options[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _confirm(self) -> None:
        at = self._focused()
        if self._several:
            self.settled.emit()
        elif at is not None:
            self._choose(at, is_on=True)

    @Slot()
    def _on_clicked(self) -> None:
        at = next(at for at, option in enumerate(self._options) if option is self.sender())
        self._choose(at, is_on=self._options[at].isChecked() if self._several else True)

    def _choose(self, at: int, *, is_on: bool) -> None:
        mine = self._choices[at]
        for choice, option in zip(self._choices, self._options, strict=True):
            excludes = not self._several or mine.is_alone or choice.is_alone
            if choice is mine:
                option.setChecked(is_on)
            elif is_on and excludes:
                option.setChecked(False)
        self._show_tab_stop()
        if self._several:
            self.ticked.emit(self.codes)
            return
        self.chosen.emit(mine.code)
        self._settling.start()

    def _stop(self) -> int:
        return next((at for at, option in enumerate(self._options) if option.isChecked()), 0)

    def _show_tab_stop(self) -> None:
        """One stop for Tab when one is chosen out of them; several are stepped through."""
        for at, option in enumerate(self._options):
            is_stop = self._several or at == self._stop()
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            option.setFocusPolicy(policy)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._column.setSpacing(current_theme().gap(8))
        self.setMaximumWidth(current_theme().px(640))
