"""The right side of the flag sheet: what was done, who knows, when, and what was agreed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout

from intake_app.ui.fields.entry import TickBox
from intake_app.ui.fields.fault_line import FaultLine
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.flags import TELLS_GP, FlagRecord, SheetState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import talk_parts as parts

OTHER, NARROW_FROM = "other", 1.4
"""From this text size on the two short fields stand below one another."""


class FlagForm(QFrame):
    """Ticks with digits, and three short fields. Nothing is filled in that was not said."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "ground")
        self.ticks: dict[str, TickBox] = {}
        self.other, self.told, self.time, self.agreed = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.other.setAccessibleName(self.tr("Wat is er anders gedaan?"))
        self.other.setPlaceholderText(self.tr("Wat hebt u gedaan?"))
        self.other.setEnabled(False)
        self.told.setPlaceholderText(self.tr("de huisarts"))
        self.fault = FaultLine()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 20)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Daarna vastleggen"), Type.TITLE))
        column.addWidget(Label(self.tr("Wat is er gedaan?"), Type.LABEL, Role.TEXT_SOFT))
        column.addLayout(self._rows)
        column.addWidget(self.other)
        column.addSpacing(4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        self.time.setMaximumWidth(current_theme().px(112))
        is_narrow = current_theme().text_scale >= NARROW_FROM
        for place, (words, field) in enumerate(
            ((self.tr("Wie weet ervan?"), self.told), (self.tr("Hoe laat?"), self.time))
        ):
            row, column_at = (2 * place, 0) if is_narrow else (0, place)
            grid.addWidget(parts.name_of(field, words), row, column_at)
            grid.addWidget(field, row + 1, column_at)
        column.addLayout(grid)
        column.addWidget(parts.name_of(self.agreed, self.tr("Afgesproken")))
        column.addWidget(self.agreed)
        column.addWidget(self.fault)
        column.addStretch(1)

    def show_sheet(self, state: SheetState) -> None:
        """Begin an empty record for a flag."""
        for place, (code, words) in enumerate(state.done, start=1):
            self._add_tick(code, words, str(place))
        self.time.setText(state.time)

    def _add_tick(self, code: str, words: str, digit: str) -> None:
        tick = TickBox(words, digit)
        tick.toggled.connect(self._on_ticked)
        self.ticks[code] = tick
        self._rows.addWidget(tick)

    def record(self) -> FlagRecord:
        """Return what was filled in."""
        return FlagRecord(
            done=tuple(code for code, tick in self.ticks.items() if tick.isChecked()),
            other=self.other.text() if self.ticks[OTHER].isChecked() else "",
            told=self.told.text(),
            time=self.time.text(),
            agreed=self.agreed.text(),
        )

    def press_digit(self, digit: str) -> bool:
        """Tick by digit; False when no tick has it."""
        place = "1234".find(digit) if len(digit) == 1 else -1
        if not 0 <= place < len(self.ticks):
            return False
        list(self.ticks.values())[place].click()
        return True

    def show_fault(self, words: str) -> None:
        """Say what is missing, and go to where it can be filled in."""
        self.fault.setText(words)
        is_done = any(tick.isChecked() for tick in self.ticks.values())
        first = self.told if is_done else next(iter(self.ticks.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_ticked(self) -> None:
        """Open the field for other words; who called the GP has told the GP."""
        self.fault.setText("")
        self.other.setEnabled(self.ticks[OTHER].isChecked())
        told_gp = any(self.ticks[code].isChecked() for code in TELLS_GP)
        if told_gp and not self.told.text():
            self.told.setText(self.tr("huisarts"))
        if self.sender() is self.ticks[OTHER] and self.other.isEnabled():
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
