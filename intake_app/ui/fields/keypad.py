"""Large figures to type a number with, by touch or by key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.painting import CARD_RADIUS, Frame, paint_centred, paint_frame
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

COLUMNS = 3
_FIGURES = "1234567890"
_PLACES = (*((at // COLUMNS, at % COLUMNS) for at in range(9)), (3, 1), (3, 2))
"""Where the figures and the key to take back stand, as on a telephone."""
_WIDE, _ICON = 104, 28
_ERASING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})


class _Figure(QPushButton):
    """One figure of the pad, or an icon where it has one."""

    def __init__(self, figure: str, name: str, icon: str = "") -> None:
        super().__init__()
        self.figure, self._icon = figure, icon
        self.setAccessibleName(name)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(_WIDE), current_theme().height(68))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, place = current_theme(), QPainter(self), QRectF(self.rect())
        fill = Role.SELECTED if self.isDown() else Role.SURFACE
        line = Role.ACCENT if self.underMouse() else Role.CONTROL_BORDER
        frame = Frame(fill=theme.colour(fill), line=theme.colour(line), width=1.5, radius=CARD_RADIUS)
        paint_frame(painter, place, frame)
        side = theme.px(_ICON)
        box = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
        if self._icon:
            paint_icon(painter, theme, self._icon, Role.TEXT, box)
        else:
            paint_centred(painter, place, self.figure, theme.font(Type.PERSON_ANSWER), theme.colour(Role.TEXT))


class Keypad(QWidget):
    """Ten figures and a way to take the last one back. `edited` carries the number, or None when empty or too much.

    `empty` stands where nothing was typed; `erase` is the name of the key that takes back.
    """

    edited = Signal(object)
    confirmed = Signal()

    def __init__(self, least: int, most: int, unit: str, empty: str, erase: str) -> None:
        super().__init__()
        self._least, self._most, self._unit, self._empty = least, most, unit, empty
        self._typed = ""
        self.shown = Label(empty, Type.PERSON_CHOSEN)
        self.keys = [_Figure(figure, figure) for figure in _FIGURES]
        self.erase = _Figure("", erase, "back")
        pad = QWidget()
        pad.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as a telephone, whichever way one reads
        self._grid = QGridLayout(pad)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for key, (row, column) in zip((*self.keys, self.erase), _PLACES, strict=True):
            key.clicked.connect(self._on_clicked)
            self._grid.addWidget(key, row, column)
        self._grid.setColumnStretch(COLUMNS, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(12)
        page.addWidget(self.shown)
        page.addWidget(pad)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def number(self) -> int | None:
        """The number within its range, or None."""
        number = int(self._typed) if self._typed else None
        return number if number is not None and self._least <= number <= self._most else None

    @property
    def is_out_of_range(self) -> bool:
        """Whether something is typed that does not count; the caller says what would."""
        return bool(self._typed) and self.number is None

    def show_number(self, number: int | None) -> None:
        """Show an answer without telling anybody; what is being typed stays."""
        if number is not None or not self.is_out_of_range:
            self._typed = "" if number is None else str(number)
            self._show()

    def focus_answer(self) -> None:
        """Put the focus on the first figure."""
        self.keys[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def press_digit(self, digit: str) -> bool:
        """Type a figure; False for a key that means nothing here."""
        if not (len(digit) == 1 and digit.isascii() and digit.isdigit()):
            return False
        typed = str(int(self._typed + digit))
        if len(typed) <= len(str(self._most)):
            self._type(typed)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ERASING:
            self._type(self._typed[:-1])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.number is not None:
            self.confirmed.emit()
        elif not self.press_digit(event.text()):
            event.ignore()

    @Slot()
    def _on_clicked(self) -> None:
        key = self.sender()
        if key is self.erase:
            self._type(self._typed[:-1])
        elif isinstance(key, _Figure):
            self.press_digit(key.figure)

    def _type(self, typed: str) -> None:
        if typed != self._typed:
            self._typed = typed
            self._show()
            announce(self.shown, self.shown.text())
            self.edited.emit(self.number)

    def _show(self) -> None:
        self.shown.setText(f"{self._typed} {self._unit}".strip() if self._typed else self._empty)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._grid.setSpacing(current_theme().gap(10))
        for key in (*self.keys, self.erase):
            key.updateGeometry()
        self.update()
