"""A number that goes up and down by two buttons, with its unit in words."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from intake_app.ui.fields.announce import announce
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts


class Stepper(QWidget):
    """From `least` to `most` by steps. `changed` carries the new number; showing one tells nobody."""

    changed = Signal(int)

    def __init__(self, name: str, units: tuple[str, str], bounds: tuple[int, int], step: int = 1) -> None:
        """`units` say one, and more with a place for the number: "1 minuut", "{n} minuten"."""
        super().__init__()
        self.setAccessibleName(name)
        self._units, self._bounds, self._step, self._number = units, bounds, step, bounds[0]
        self.less, self.more = parts.button(self.tr("Minder")), parts.button(self.tr("Meer"))
        self.words = parts.text("", Type.STRONG)
        self.words.setWordWrap(False)
        for button in (self.less, self.more):
            button.setAccessibleDescription(name)
        line = parts.row(self.less, self.words, self.more, None)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.setFocusProxy(self.more)
        self.less.clicked.connect(self._on_less)
        self.more.clicked.connect(self._on_more)
        self.show_number(self._number)

    @property
    def number(self) -> int:
        """The number that is shown."""
        return self._number

    def show_number(self, number: int) -> None:
        """Show a number within the bounds."""
        least, most = self._bounds
        self._number = min(max(number, least), most)
        self.words.setText(self._units[self._number != 1].format(n=self._number))
        self.less.setEnabled(self._number > least)
        self.more.setEnabled(self._number < most)

    @Slot()
    def _on_less(self) -> None:
        self._go(-self._step)

    @Slot()
    def _on_more(self) -> None:
        self._go(self._step)

    def _go(self, step: int) -> None:
        self.show_number(self._number + step)
        announce(self, self.words.text())
        self.changed.emit(self._number)
