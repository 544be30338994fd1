"""A row of numbers on the person's side, each with its face where it says how well something goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.face import FACE, paint_picture
from intake_app.ui.fields.face_row import SHOWN_MS
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.number_scale import TEN_MS, NumberCell
from intake_app.ui.fields.painting import CARD_RADIUS, Frame, paint_centred, paint_frame
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

TEN = 10
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}
_WIDE, _FACE, _NUMBER, _WORD, _GAP = 76, 44, 36, 26, 8


class _Cell(NumberCell):
    """One number, with its face and a word where it has them."""

    def __init__(self, number: int, level: float | None, word: str) -> None:
        super().__init__(number)
        self._level, self._word = level, word
        self.setAccessibleName(f"{number}, {word}" if word else str(number))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        face = theme.px(_FACE) if self._level is not None else 0
        return QSize(theme.px(_WIDE), max(theme.height(68), face + theme.px(_NUMBER) + theme.gap(20)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, is_on = current_theme(), QPainter(self), self.isChecked()
        line = Role.ACCENT if is_on or self.underMouse() else Role.CONTROL_BORDER
        fill = theme.colour(Role.SELECTED if is_on else Role.SURFACE)
        frame = Frame(fill=fill, line=theme.colour(line), width=3 if is_on else 1.5, radius=CARD_RADIUS)
        paint_frame(painter, QRectF(self.rect()), frame)
        room, face = QRectF(self.rect()), theme.px(_FACE)
        if self._level is not None:
            top = (room.height() - face - theme.px(_NUMBER)) / 2
            place = QRectF(room.center().x() - face / 2, top, face, face)
            paint_picture(painter, place, FACE, self._level)
            room.setTop(place.bottom())
            room.setHeight(theme.px(_NUMBER))
        font = theme.font(Type.PERSON_CHOSEN if is_on else Type.PERSON_ANSWER)
        paint_centred(painter, room, str(self.number), font, theme.colour(Role.TEXT))


class FaceScale(QWidget):
    """Numbers to touch or type; 1 and 0 typed quickly is ten; arrows move. What does not fit goes on below.

    `chosen` carries the number; `settled` follows once it was seen. `levels` are the faces, from 0 (well) to 1.
    """

    chosen = Signal(int)
    settled = Signal()

    def __init__(
        self, low: int, high: int, levels: Sequence[float] = (), words: Sequence[str] = (), unit: str = ""
    ) -> None:
        """`words` are what the first, the middle and the last number mean; below the numbers, and read aloud with them.

        Without words the `unit` stands there.
        """
        super().__init__()
        self._low, self._high, self._columns = low, high, 0
        said = _words(low, high, words)
        faces: Sequence[float | None] = levels or [None] * (high - low + 1)
        self.cells = [_Cell(at, face, said.get(at, "")) for at, face in zip(range(low, high + 1), faces, strict=True)]
        below = " · ".join(f"{number}: {word}" for number, word in said.items()) or unit
        self.caption = Label(below, Type.PERSON_SMALL, Role.TEXT_SOFT)
        self.caption.setHidden(not below)
        self._grid = QGridLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addLayout(self._grid)
        column.addWidget(self.caption)
        for cell in self.cells:
            cell.clicked.connect(self._on_clicked)
        self._waiting = QTimer(self, singleShot=True, interval=TEN_MS)
        self._waiting.timeout.connect(self._on_waited)
        self._settling = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._settling.timeout.connect(self.settled)
        theme_source().changed.connect(self._on_theme_changed)
        self._arrange(len(self.cells))
        self.show_number(None)

    @property
    def number(self) -> int | None:
        """The chosen number, or None."""
        return next((cell.number for cell in self.cells if cell.isChecked()), None)

    def show_number(self, number: int | None) -> None:
        """Show an answer without telling anybody."""
        stop = self._low if number is None else number
        for cell in self.cells:
            cell.setChecked(cell.number == number)
            is_stop = cell.number == stop
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def focus_answer(self) -> None:
        """Put the focus on the chosen number, else on the first."""
        at = next((cell for cell in self.cells if cell.isChecked()), self.cells[0])
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    def press_digit(self, digit: str) -> bool:
        """Choose by key; False for a key that means nothing here."""
        number = int(digit) if len(digit) == 1 and digit.isascii() and digit.isdigit() else None
        if number == 0 and self._waiting.isActive():
            self._take(TEN)
        elif number is None or not self._low <= number <= self._high:
            return False
        elif number == 1 and self._high >= TEN:
            self.show_number(1)
            self._waiting.start()
        else:
            self._take(number)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, focused = Qt.Key(event.key()), next((cell.number for cell in self.cells if cell.hasFocus()), None)
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and key in _STEPS and focused is not None:
            is_mirrored = self.isRightToLeft() and key in {Qt.Key.Key_Right, Qt.Key.Key_Left}
            step = -_STEPS[key] if is_mirrored else _STEPS[key]
            to = min(max(focused + step, self._low), self._high)
            self.cells[to - self._low].setFocus(Qt.FocusReason.TabFocusReason)
        elif plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and focused is not None:
            self._take(focused)
        elif not (plain and self.press_digit(event.text())):
            event.ignore()

    @Slot()
    def _on_clicked(self) -> None:
        self._take(next(cell.number for cell in self.cells if cell is self.sender()))

    @Slot()
    def _on_waited(self) -> None:
        self._take(1)

    def _take(self, number: int) -> None:
        self._waiting.stop()
        self.show_number(number)
        self.cells[number - self._low].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.chosen.emit(number)
        self._settling.start()

    def _fitting(self) -> int:
        """Return how many numbers stand beside one another; two even rows rather than a long one and a rest."""
        gap = current_theme().gap(_GAP)
        most = max((self.width() + gap) // (current_theme().px(_WIDE) + gap), 1)
        lines = -(-len(self.cells) // most)
        return -(-len(self.cells) // lines)

    def _arrange(self, columns: int) -> None:
        self._grid.setSpacing(current_theme().gap(_GAP))
        if columns != self._columns:
            self._columns = columns
            for at, cell in enumerate(self.cells):
                self._grid.addWidget(cell, at // columns, at % columns)

    @override
    def minimumSizeHint(self) -> QSize:
        # One number is enough: the rest goes on below.
        return QSize(current_theme().px(_WIDE), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self._fitting())

    @Slot()
    def _on_theme_changed(self) -> None:
        self._arrange(self._fitting())
        for cell in self.cells:
            cell.updateGeometry()
        self.update()


def _words(low: int, high: int, words: Sequence[str]) -> dict[int, str]:
    """Return which number a word belongs to: the first, the middle, the last."""
    return {number: word for number, word in zip((low, (low + high) // 2, high), words, strict=False) if word}
