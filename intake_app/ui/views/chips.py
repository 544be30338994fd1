"""Choices as a row of chips that wraps: one of them, or several."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton

from intake_app.ui.fields.assisted import Assisted
from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.flow import Flow

CODE = "code"


class _Chip(Assisted, QPushButton):
    """One of them."""


class Chips(Flow):
    """Each chip has a code. `many` lets several be chosen; `may_clear` lets the chosen one be dropped."""

    chosen = Signal(str)

    def __init__(self, words: Mapping[str, str], name: str, *, many: bool = False, may_clear: bool = False) -> None:
        super().__init__()
        self._many, self._may_clear = many, may_clear
        self.setAccessibleName(name)
        self._chips = {str(code): self._chip(str(code), word) for code, word in words.items()}
        for chip in self._chips.values():
            self.add(chip)
        self._paint()
        theme_source().changed.connect(self._paint)
        self.setFocusProxy(next(iter(self._chips.values())))

    def _chip(self, code: str, word: str) -> QPushButton:
        chip = _Chip(word)
        chip.setCheckable(True)
        chip.hear_assistance()
        chip.setAutoExclusive(not self._many and not self._may_clear)
        chip.setProperty(CODE, code)
        chip.setAccessibleDescription(self.accessibleName())
        chip.clicked.connect(self._on_clicked)
        return chip

    @property
    def codes(self) -> tuple[str, ...]:
        """What is chosen, in the order of the row."""
        return tuple(code for code, chip in self._chips.items() if chip.isChecked())

    @property
    def code(self) -> str:
        """The one that is chosen, or an empty text."""
        return next(iter(self.codes), "")

    def choose(self, *codes: str) -> None:
        """Choose these and no others, without telling."""
        for code, chip in self._chips.items():
            chip.setChecked(code in codes)

    def chip(self, code: str) -> QPushButton:
        """Return the button of a code."""
        return self._chips[code]

    @Slot()
    def _on_clicked(self) -> None:
        chip = self.sender()
        if not isinstance(chip, QPushButton):
            return
        if not self._many:
            self._keep_one(chip)
        self.chosen.emit(str(chip.property(CODE)))

    def _keep_one(self, chip: QPushButton) -> None:
        stays = chip.isChecked() or not self._may_clear
        self.choose(*([str(chip.property(CODE))] if stays else []))

    @Slot()
    def _paint(self) -> None:
        theme = current_theme()
        inside = theme.height(36) - 2
        self.setStyleSheet(
            f"QPushButton {{ border-color: {theme.hex(Role.HAIRLINE)}; }}"
            f"QPushButton:checked {{ background: {theme.hex(Role.SELECTED)}; color: {theme.hex(Role.TEXT)};"
            f" border: 2px solid {theme.hex(Role.ACCENT)}; padding: 0 13px; min-height: {inside - 2}px; }}"
        )
