"""Buttons that are on or off, also heard when a screen reader turns them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QRadioButton
from typing_extensions import override

if TYPE_CHECKING:

    class _Button(QAbstractButton):
        """What it is mixed into."""

else:
    _Button = object


class Assisted(_Button):
    """Mixed into a checkable button: `clicked` also tells of what assistive technology turned.

    Qt turns such a button for it without a click (QAccessibleButton::doAction calls `toggle`), and whoever waits for
    the click would never hear of it. `setChecked` shows a state without telling, also of the chosen one of a group,
    which Qt does not let one take back.
    """

    _is_told = False
    """Whether a click, or the program itself, turns it now."""

    def hear_assistance(self) -> None:
        """Tell from now on; called once, when the button is made."""
        self.toggled.connect(self._on_toggled)

    @override
    def nextCheckState(self) -> None:
        self._is_told = True
        super().nextCheckState()
        self._is_told = False

    @override
    def setChecked(self, arg__1: bool) -> None:
        is_one_of_several = self.autoExclusive()
        self.setAutoExclusive(False)
        self._is_told = True
        super().setChecked(arg__1)
        self._is_told = False
        self.setAutoExclusive(is_one_of_several)

    @Slot(bool)
    def _on_toggled(self, is_on: bool) -> None:
        # One that is put out because another of its group was chosen was not turned by anybody.
        if not self._is_told and (is_on or not self.autoExclusive()):
            self.clicked[bool].emit(is_on)  # type: ignore[index]  # the stubs know one form of a signal only


class OneOfSeveral(Assisted, QRadioButton):
    """A button of a group of which one is chosen, and spoken as such: Qt says so of exclusive buttons only."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoExclusive(True)
        self.hear_assistance()
