"""One place in an order that one can change: a card to drag, to carry with keys, or to send up and down."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.card import Card, Surface
from intake_app.ui.fields.painting import Frame, paint_centred, paint_frame
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

_MARK, _DOTS = 30, 20
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The card at one place (from 0) should go to another, which may lie outside the list."""

    at: int
    to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedWords:
    """The words of the buttons on a card."""

    up: str
    down: str
    remove: str


class Grip(QPushButton):
    """The number of a card, to hold it by. Pressed it is picked up: arrows carry it until it is pressed again.

    The mouse goes on to the card, which is dragged as a whole.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = str(number)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_source().changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(_DOTS + _MARK) + 8, theme.px(_MARK) + 6)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.setChecked(False)
        super().focusOutEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        dots, mark, middle = theme.px(_DOTS), theme.px(_MARK), self.height() / 2
        paint_icon(painter, theme, "drag", Role.TEXT_SOFT, QRectF(0, middle - dots / 2, dots, dots))
        place = QRectF(dots + 4, middle - mark / 2, mark, mark)
        paint_frame(painter, place, Frame(fill=theme.colour(Role.ACCENT), radius=mark / 2))
        paint_centred(painter, place, self._number, theme.font(Type.STRONG), theme.colour(Role.ON_ACCENT))


class RankedCard(Card):
    """One place of the list: its grip and `head` in one line with the arrows; what it is about stands below.

    On the grip: Up and Down go to the next card, digits put this one in that place, Del takes it away. Alt+Up and
    Alt+Down move it from anywhere in the card.
    """

    moved = Signal(Moved)
    walked = Signal(int)
    removed = Signal(int)
    dragged = Signal(QPointF)
    dropped = Signal()
    given_up = Signal()

    def __init__(self, at: int, head: QWidget, words: RankedWords) -> None:
        super().__init__()
        self.at = at
        self._pressed: QPoint | None = None
        self.is_dragged = False
        self.grip = Grip(at + 1)
        self.up = ActionButton("", kind=Kind.PLAIN, icon="up")
        self.down = ActionButton("", kind=Kind.PLAIN, icon="down")
        self.remove = ActionButton("", kind=Kind.PLAIN, icon="cross")
        self._words = words
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.grip)
        line.addSpacing(4)
        line.addWidget(head, 1)
        for button in (self.up, self.down, self.remove):
            line.addWidget(button)
        self.column.addLayout(line)
        self.grip.toggled.connect(self._on_held)
        self.up.clicked.connect(self.go_up)
        self.down.clicked.connect(self.go_down)
        self.remove.clicked.connect(self._on_removed)
        for key, told in (("Alt+Up", self.go_up), ("Alt+Down", self.go_down)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(told)

    def show_place(self, name: str, spoken: str, count: int) -> None:
        """Say what stands here, and which ways are open."""
        self.grip.setAccessibleName(spoken)
        words = self._words
        for button, said in ((self.up, words.up), (self.down, words.down), (self.remove, words.remove)):
            button.setAccessibleName(f"{said}: {name}")
            button.setToolTip(said)
        self.up.setEnabled(self.at > 0)
        self.down.setEnabled(self.at < count - 1)

    def let_go(self) -> None:
        """End picking up and dragging."""
        self._pressed, self.is_dragged = None, False
        self.grip.setChecked(False)
        self.set_surface(Surface.PLAIN)

    @Slot(bool)
    def _on_held(self, is_held: bool) -> None:
        self.set_surface(Surface.CHOSEN if is_held else Surface.PLAIN)

    @Slot()
    def go_up(self) -> None:
        """Ask to stand one place higher, where there is one."""
        if self.at > 0:
            self.moved.emit(Moved(at=self.at, to=self.at - 1))

    @Slot()
    def go_down(self) -> None:
        """Ask to stand one place lower, where there is one."""
        if self.down.isEnabled():
            self.moved.emit(Moved(at=self.at, to=self.at + 1))

    @Slot()
    def _on_removed(self) -> None:
        self.removed.emit(self.at)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Listen to the keys of the grip; all others go on."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (plain and self.grip.hasFocus() and self._press(event)):
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        key, digit = Qt.Key(event.key()), event.text()
        if key in _STEPS:
            way = {-1: self.go_up, 1: self.go_down}[_STEPS[key]] if self.grip.isChecked() else None
            way() if way else self.walked.emit(_STEPS[key])
        elif digit.isascii() and digit.isdigit() and digit != "0":
            self.moved.emit(Moved(at=self.at, to=int(digit) - 1))
        elif key == Qt.Key.Key_Delete:
            self._on_removed()
        elif key == Qt.Key.Key_Escape and (self.is_dragged or self.grip.isChecked()):
            self.let_go()
            self.given_up.emit()
        else:
            return False
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        if not self.is_dragged and way.manhattanLength() >= QApplication.startDragDistance():
            self.is_dragged = True
            self.grip.setFocus(Qt.FocusReason.MouseFocusReason)
            self.set_surface(Surface.CHOSEN)
        if self.is_dragged:
            self.dragged.emit(event.globalPosition())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragged = self.is_dragged
        self.grip.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed, self.is_dragged = None, False
        if was_dragged:
            self.set_surface(Surface.PLAIN)
            self.dropped.emit()
