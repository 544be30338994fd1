"""One ring that follows the focus: three pixels, two pixels away from what has it."""

from __future__ import annotations

from typing import cast

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QFocusFrame,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import theme_source

WIDTH = 3
RADIUS = 12
_PLACED = frozenset({QEvent.Type.Move, QEvent.Type.Resize})
NO_RING = "house_no_ring"
"""A widget with this property true takes the focus without a ring (a page that only scrolls)."""


class _Ring(QFocusFrame):
    """The ring itself."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come back with what scrolls into sight: Qt hides the ring of what lies outside, and only moves it then."""
        is_taken = super().eventFilter(watched, event)
        if event.type() in _PLACED and self.isHidden():
            around, ground = cast("QWidget | None", self.widget()), self.parentWidget()
            if around is not None and ground is not None and around.isVisible():
                self.setVisible(ground.rect().intersects(self.geometry()))
        return is_taken

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme_source().theme.colour(Role.FOCUS), WIDTH))
        half = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)


class FocusRing(QObject):
    """Follows the focus within one window and lays the ring around what has it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._ring: _Ring | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        theme_source().changed.connect(self._on_theme_changed)

    @property
    def surrounded(self) -> QWidget | None:
        """The widget that the ring is around, or None."""
        return self._ring.widget() if self._is_alive() and self._ring else None

    def _is_alive(self) -> bool:
        # The ring lies within the nearest scroll area, and goes with it when a screen is freed.
        return self._ring is not None and shiboken6.isValid(self._ring)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window or not _wants_ring(now):
            if self._is_alive() and self._ring:
                self._ring.setWidget(None)  # type: ignore[arg-type]  # Qt takes a null pointer here
            return
        if not self._is_alive() or self._ring is None:
            self._ring = _Ring(self._window)
        self._ring.setWidget(now)
        self._ring.raise_()

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._is_alive() and self._ring:
            self._ring.update()


def _wants_ring(widget: QWidget) -> bool:
    is_editor = isinstance(widget, QPlainTextEdit | QTextEdit | QAbstractItemView)
    is_page = isinstance(widget, QAbstractScrollArea) and not is_editor
    return widget is not widget.window() and not is_page and not widget.property(NO_RING)


def install_focus_ring(window: QWidget) -> FocusRing:
    """Give a window its ring; the ring goes with the window."""
    return FocusRing(window)
