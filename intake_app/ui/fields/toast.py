"""One sentence at the bottom about what was just done, with the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.bars import Floor
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.layer import Overlay

STAYS_MS, LOOKS_MS = 8000, 200
"""So long it stays, and so often it looks whether it still lies free: what is below may change."""
_AWAY, _BETWEEN = 20, 8


class Toast(QFrame):
    """Lies on the floor of a screen where nothing stands, else the floor grows for it: it covers nothing.

    It stays 8 seconds, longer while the mouse is on it. Of several the last is shown.
    """

    undone = Signal()
    gone = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._floor: Floor | None = None
        self.setProperty("look", "sheet")
        self._words = Label("", wraps=False)
        self._undo = ActionButton("", kind=Kind.PLAIN)
        self._undo.clicked.connect(self._on_undo)
        self._time = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._time.timeout.connect(self.put_away)
        self._looking = QTimer(self, interval=LOOKS_MS)
        self._looking.timeout.connect(self._lie)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        host.installEventFilter(self)
        self.hide()

    def say(self, words: str, undo: str = "", key: str = "") -> None:
        """Show a sentence; with the way back when there is one."""
        self._words.setText(words)
        self._undo.set_words(undo, key)
        self._undo.setVisible(bool(undo))
        self._place()
        self.show()
        self.raise_()
        self._time.start()
        self._looking.start()
        announce(self, words)

    def stand_on(self, floor: Floor | None) -> None:
        """Lie on the floor of another screen from now on."""
        self._floor = floor
        if self.isVisible():
            self._place()

    @Slot()
    def put_away(self) -> None:
        """Take it off the screen, and forget the words."""
        self._time.stop()
        self._looking.stop()
        self._words.setText("")
        if self.isVisible():
            self.hide()
            self._give_back()
            self.gone.emit()

    def _give_back(self) -> None:
        if self._floor is not None:
            self._floor.make_room(0)
        for layer in self._host.findChildren(Overlay):
            layer.keep_bottom(0)

    @Slot()
    def _on_undo(self) -> None:
        self.put_away()
        self.undone.emit()

    def _place(self) -> None:
        most = self._host.width() - 2 * _AWAY
        fits = self.sizeHint().width() <= most
        self._words.setWordWrap(not fits)
        self.ensurePolished()
        self.adjustSize()
        self.setFixedWidth(min(self.sizeHint().width(), most))
        self.adjustSize()
        self._lie()

    @Slot()
    def _lie(self) -> None:
        """Lie in the floor where that is free, else in the room it makes; a sheet keeps off."""
        place = QPoint(_AWAY, self._host.height() - _AWAY - self.height())
        if self._floor is not None and self._floor.isVisible():
            place = self._on_floor(self._floor)
        self.move(place)
        for layer in self._host.findChildren(Overlay):
            layer.keep_bottom(self._host.height() - place.y() if layer.isVisible() else 0)

    def _on_floor(self, floor: Floor) -> QPoint:
        corner = floor.mapTo(self._host, QPoint(0, 0))
        height = floor.height() - floor.room
        left = _gap(floor, self.width() + 2 * _BETWEEN) if self.height() <= height else None
        needed = self.height() + 2 * _BETWEEN if left is None else 0
        if needed != floor.room:
            floor.make_room(needed)
        top = corner.y() + floor.height() - height
        if left is None:
            return QPoint(_AWAY, top - _BETWEEN - self.height())
        return QPoint(corner.x() + left + _BETWEEN, top + (height - self.height()) // 2)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._time.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._time.start()
        super().leaveEvent(event)


def _gap(floor: Floor, width: int) -> int | None:
    """Return where, from the left, so much of a floor is free; None where nowhere."""
    left = _AWAY - _BETWEEN
    parts = floor.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    ends = sorted((part.x(), part.geometry().right() + 1) for part in parts if part.isVisible())
    for begins, ends_at in (*ends, (floor.width() - _AWAY + _BETWEEN, 0)):
        if begins - left >= width:
            return left
        left = max(left, ends_at)
    return None
