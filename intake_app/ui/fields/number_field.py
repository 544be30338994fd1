"""A field to fill in: a number with its unit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from intake_app.ui.fields.label import Label
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SHIFTED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class _NumberLine(QLineEdit):
    """Takes figures; a letter or sign is not for it and goes on, as the keys of the screen do."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~_SHIFTED
        if plain and event.text().isprintable() and event.text() and not event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)


class NumberField(QWidget):
    """A whole number with its unit. `edited` carries the number, or None when empty or out of range."""

    edited = Signal(object)
    confirmed = Signal()

    def __init__(self, name: str, least: int, most: int, unit: str = "") -> None:
        super().__init__()
        self._least, self._most = least, most
        self._line = _NumberLine()
        self._line.setAccessibleName(f"{name}, {unit}" if unit else name)
        self._line.setValidator(QIntValidator(0, most, self))
        self._line.setMaxLength(max(len(str(most)), 1))
        self._line.textEdited.connect(self._on_edited)
        self.setFocusProxy(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._line)
        row.addWidget(Label(unit, Type.TEXT, Role.TEXT_SOFT, wraps=False))
        row.addStretch()
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def number(self) -> int | None:
        """The number within its range, or None."""
        text = self._line.text()
        number = int(text) if text.isascii() and text.isdigit() else None
        return number if number is not None and self._least <= number <= self._most else None

    @property
    def is_out_of_range(self) -> bool:
        """Whether something is typed that does not count; the caller says what would."""
        return bool(self._line.text()) and self.number is None

    def show_number(self, number: int | None) -> None:
        """Show an answer without telling anybody."""
        if number != self.number or number is None:
            self._line.setText("" if number is None else str(number))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, also past an empty field; Qt itself says nothing of Enter there."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        if not self.is_out_of_range:
            self.confirmed.emit()
        event.ignore()

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit(self.number)

    @Slot()
    def _on_theme_changed(self) -> None:
        digits = len(str(self._most))
        self._line.setFixedWidth(current_theme().px(11 * digits) + 44)
