"""What an answer becomes, whichever field it was given in."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget


class GivenAnswer(QWidget):
    """`given` carries the value, or None when it was emptied; `settled`: go on."""

    given = Signal(object)
    settled = Signal()

    @Slot(str)
    def on_code(self, code: str) -> None:
        """One was chosen."""
        self.given.emit(code)

    @Slot(tuple)
    def on_codes(self, codes: tuple[str, ...]) -> None:
        """Several were chosen, or none any more."""
        self.given.emit(codes or None)

    @Slot(int)
    @Slot(object)
    def on_number(self, number: int | None) -> None:
        """A number was chosen or typed."""
        self.given.emit(None if number is None else float(number))

    @Slot(str)
    def on_words(self, words: str) -> None:
        """Something was written."""
        self.given.emit(words if words.strip() else None)

    @Slot(object)
    def on_day(self, day: datetime.date | None) -> None:
        """A day was filled in."""
        self.given.emit(None if day is None else day.isoformat())
