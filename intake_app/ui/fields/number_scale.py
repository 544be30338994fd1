"""A row from 0 to 10 with words at both ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.assisted import OneOfSeveral
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.option import SingleOption
from intake_app.ui.fields.painting import Frame, paint_centred, paint_frame
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

HIGHEST = 10
TEN_MS = 600
"""How long a typed 1 waits for the 0 of ten."""
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}


class NumberCell(OneOfSeveral):
    """One number of a row: all of it can be pressed, and every key but Space is the row's."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
            return
        event.ignore()


class _Cell(NumberCell):
    """A small one."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(max(36, theme.px(32)), theme.height(40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, place, painter, is_on = current_theme(), QRectF(self.rect()), QPainter(self), self.isChecked()
        fill = Role.ACCENT if is_on else Role.SELECTED if self.underMouse() else Role.SURFACE
        line = Role.ACCENT if is_on else Role.CONTROL_BORDER
        paint_frame(painter, place, Frame(fill=theme.colour(fill), line=theme.colour(line), radius=6))
        ink = theme.colour(Role.ON_ACCENT if is_on else Role.TEXT)
        paint_centred(painter, place, str(self.number), theme.font(Type.STRONG if is_on else Type.TEXT), ink)


class NumberScale(QWidget):
    """Eleven numbers in a row. A digit chooses; 1 and 0 typed quickly, or T, is ten; arrows move.

    `chosen` carries the number; `settled` follows 150 ms later.
    """

    chosen = Signal(int)
    settled = Signal()

    def __init__(self, low_word: str, high_word: str, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._cells = [_Cell(number) for number in range(HIGHEST + 1)]
        self._waiting = QTimer(self, singleShot=True, interval=TEN_MS)
        self._waiting.timeout.connect(self._on_waited)
        self._settling = QTimer(self, singleShot=True, interval=150)
        self._settling.timeout.connect(self.settled)
        self._row = QHBoxLayout()
        for cell in self._cells:
            cell.setAccessibleName(_spoken(cell.number, low_word, high_word))
            cell.clicked.connect(self._on_clicked)
            self._row.addWidget(cell)
        words = QHBoxLayout()
        words.addWidget(Label(low_word, Type.SMALL, Role.TEXT_SOFT, wraps=False))
        words.addStretch()
        words.addWidget(Label(high_word, Type.SMALL, Role.TEXT_SOFT, wraps=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addLayout(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.show_number(None)

    @property
    def number(self) -> int | None:
        """The chosen number, or None."""
        return next((cell.number for cell in self._cells if cell.isChecked()), None)

    def show_number(self, number: int | None) -> None:
        """Show an answer without telling anybody."""
        for cell in self._cells:
            cell.setChecked(cell.number == number)
            is_stop = cell.number == (number or 0)
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def focus_answer(self) -> None:
        """Put the focus on the chosen number, else on 0."""
        self._cells[self.number or 0].setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Take a typed 1 that still waits for the 0 of ten."""
        if self._waiting.isActive():
            self._take(1)

    def press_digit(self, digit: str) -> bool:
        """Choose by key, also when the focus is elsewhere; False for a key that means nothing here."""
        if digit.lower() == "t" or (digit == "0" and self._waiting.isActive()):
            self._take(HIGHEST)
        elif digit == "1":
            self.show_number(1)
            self._cells[1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._waiting.start()
        elif len(digit) == 1 and digit.isascii() and digit.isdigit():
            self._take(int(digit))
        else:
            return False
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        focused = next((cell.number for cell in self._cells if cell.hasFocus()), None)
        if plain and key in _STEPS and focused is not None:
            to = min(max(focused + _STEPS[key], 0), HIGHEST)
            self._cells[to].setFocus(Qt.FocusReason.TabFocusReason)
        elif plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and focused is not None:
            self._take(focused)
        elif not (plain and self.press_digit(event.text())):
            event.ignore()

    @Slot()
    def _on_clicked(self) -> None:
        self._take(next(cell.number for cell in self._cells if cell is self.sender()))

    @Slot()
    def _on_waited(self) -> None:
        self._take(1)

    def _take(self, number: int) -> None:
        self._waiting.stop()
        self.show_number(number)
        self._cells[number].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.chosen.emit(number)
        self._settling.start()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._row.setSpacing(8 if current_theme().text_scale <= 1 else 4)
        for cell in self._cells:
            cell.updateGeometry()
        self.update()


def _spoken(number: int, low_word: str, high_word: str) -> str:
    word = {0: low_word, HIGHEST: high_word}.get(number, "")
    return f"{number}, {word}" if word else str(number)


class ChoiceRow(QWidget):
    """Two or three ways side by side, where there is room ("Gewoon", "Extra groot"); arrows move, Space chooses."""

    chosen = Signal(str)

    def __init__(self, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._codes = tuple(code for code, _ in choices)
        self._options = [SingleOption(label) for _, label in choices]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        for option in self._options:
            self._row.addWidget(option)
            option.clicked.connect(self._on_clicked)

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max(option.minimumSizeHint().width() for option in self._options)
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below one another where a word would be cut."""
        super().resizeEvent(event)
        widths = [option.minimumSizeHint().width() for option in self._options]
        has_room = self.width() >= sum(widths) + (len(widths) - 1) * self._row.spacing()
        direction = QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom
        if direction is not self._row.direction():
            self._row.setDirection(direction)

    @property
    def code(self) -> str:
        """The code that is chosen; empty when none is."""
        pairs = zip(self._codes, self._options, strict=True)
        return next((code for code, option in pairs if option.isChecked()), "")

    def show_code(self, code: str) -> None:
        """Show a choice without telling anybody."""
        for each, option in zip(self._codes, self._options, strict=True):
            option.setChecked(each == code)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((at for at, option in enumerate(self._options) if option.hasFocus()), None)
        key = Qt.Key(event.key())
        if focused is None:
            event.ignore()
        elif key in _STEPS:
            to = min(max(focused + _STEPS[key], 0), len(self._options) - 1)
            self._options[to].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._options[focused].click()
        else:
            event.ignore()

    @Slot()
    def _on_clicked(self) -> None:
        pairs = zip(self._codes, self._options, strict=True)
        code = next(code for code, option in pairs if option is self.sender())
        self.show_code(code)
        self.chosen.emit(code)
