"""A line to search by, with its icon and its key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from intake_app.ui.fields.painting import key_size, middle_left, paint_key
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import current_theme, theme_source

_PADDING, _ICON = 10, 16


class FilterBox(QLineEdit):
    """Words to search by. Down and Enter go to what was found; Esc empties it first, then leaves it."""

    filtered = Signal(str)
    stepped_down = Signal()
    accepted = Signal()

    def __init__(self, hint: str, key: str = "/") -> None:
        super().__init__()
        self._key = key
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setAccessibleDescription(key)
        self.textChanged.connect(self.filtered)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        theme = current_theme()
        right = round(key_size(theme, self._key).width()) if self._key else 0
        self.setTextMargins(theme.px(_ICON) + 2, 0, right, 0)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Down:
            self.stepped_down.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, theme, place = QPainter(self), current_theme(), QRectF(self.rect())
        side = theme.px(_ICON)
        icon = middle_left(place, _PADDING, QSizeF(side, side))
        paint_icon(painter, theme, "search", Role.TEXT_SOFT, icon)
        if self._key and not self.text():
            cap = key_size(theme, self._key)
            paint_key(painter, theme, middle_left(place, place.right() - cap.width() - _PADDING, cap), self._key)
