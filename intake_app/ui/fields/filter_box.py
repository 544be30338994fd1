"""A line to search by, with its icon and its key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from intake_app.ui.fields.painting import key_size, middle_left, paint_key
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.theme.theme import TEXT_PX

_PADDING, _ICON = 10, 16
_AROUND = 30
"""Pixels left and right of the words together: the padding of the style sheet, the line, the caret."""
_WIDEST_EM = 20


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
        self._fit()
        self.updateGeometry()
        self.update()

    @property
    def _cap(self) -> QSizeF:
        """The size of the key cap; none where the hint needs its room."""
        cap = key_size(current_theme(), self._key)
        return cap if self.width() >= self._needed() + cap.width() else QSizeF(0, 0)

    def _needed(self) -> int:
        hint = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return hint + current_theme().px(_ICON) + 2 + _AROUND

    def _fit(self) -> None:
        self.setTextMargins(current_theme().px(_ICON) + 2, 0, round(self._cap.width()), 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        wide = max(self._needed() + round(key_size(theme, self._key).width()), round(_WIDEST_EM * theme.px(TEXT_PX)))
        return QSize(wide, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._needed(), super().minimumSizeHint().height())

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
        cap = self._cap
        if not cap.isEmpty() and not self.text():
            paint_key(painter, theme, middle_left(place, place.right() - cap.width() - _PADDING, cap), self._key)
