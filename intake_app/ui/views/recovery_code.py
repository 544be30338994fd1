"""The line in which the code of the recovery sheet is typed from the paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from intake_app.ui.fields.announce import announce
from intake_app.ui.presenters.recovery import Typed, judge
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views import parts

LONGEST = 80


class RecoveryCodeField(QWidget):
    """Tells below the line, while one types, whether the code can be right. Enter tells that it is whole."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        hint = Qt.InputMethodHint
        self.line.setInputMethodHints(hint.ImhSensitiveData | hint.ImhNoPredictiveText | hint.ImhPreferUppercase)
        self.told = parts.soft("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(parts.label(self.tr("De code op het herstelblad"), self.line))
        column.addWidget(self.line)
        column.addWidget(self.told)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._on_typed)
        self.line.returnPressed.connect(self.entered)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._on_typed("")

    @property
    def typed(self) -> str:
        """What was typed."""
        return self.line.text()

    def judge(self) -> bool:
        """Go to the line when the code cannot be right; tells whether it can."""
        is_whole = judge(self.typed) is Typed.WHOLE
        if not is_whole:
            self.say(self._words(judge(self.typed)))
        return is_whole

    def say(self, words: str) -> None:
        """Say what is wrong with the code, and go there."""
        self.told.setText(words)
        self.told.set_use(Type.STRONG)
        self.told.set_tone(Role.TEXT)
        announce(self, words)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Empty the line."""
        self.line.clear()

    def _words(self, state: Typed) -> str:
        return {
            Typed.EMPTY: self.tr("Hoofdletters, spaties en streepjes maken niet uit."),
            Typed.PART: self.tr("De code is nog niet heel."),
            Typed.WRONG: self.tr("Er zit een typefout in. Leg het blad ernaast en kijk elke groep na."),
            Typed.WHOLE: self.tr("De code is goed getypt."),
        }[state]

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        state = judge(typed)
        before = self.told.text()
        self.told.setText(self._words(state))
        self.told.set_use(Type.STRONG if state in {Typed.WRONG, Typed.WHOLE} else Type.TEXT)
        self.told.set_tone(Role.TEXT if state is Typed.WRONG else Role.TEXT_SOFT)
        if state in {Typed.WRONG, Typed.WHOLE} and self.told.text() != before:
            announce(self, self.told.text())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.line.setFont(current_theme().font(Type.LARGE))
