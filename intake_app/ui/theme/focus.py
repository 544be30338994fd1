"""One ring that follows the focus: three pixels, two pixels away from what has it."""

from __future__ import annotations

from typing import Protocol, cast, runtime_checkable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QScrollArea, QWidget
from typing_extensions import override

from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import theme_source
from intake_app.ui.theme.style import RingStyle

WIDTH = 3
ROOM = 8
"""Pixels above and below what has the focus that come into sight with it: the ring and its distance."""
RADIUS = 12
_PLACED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.StyleChange})


@runtime_checkable
class ShowsFocus(Protocol):
    """A widget with the focus that shows it on a part of itself: the ring lies around that part."""

    @property
    def focus_mark(self) -> QWidget:
        """The part that the ring lies around."""


class _Ring(QFocusFrame):
    """The ring itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setStyle(RingStyle(self))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come back: Qt hides the ring of what scrolls out of sight, and at another look, and only moves it then."""
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
        # After Qt has scrolled to the middle of what has the focus, which may be far larger than what shows it.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._bring_into_sight)
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
        if now is None or now.window() is not self._window or now is self._window:
            if self._is_alive() and self._ring:
                self._ring.setWidget(None)  # type: ignore[arg-type]  # Qt takes a null pointer here
            return
        if not self._is_alive() or self._ring is None:
            self._ring = _Ring(self._window)
        self._ring.setWidget(now.focus_mark if isinstance(now, ShowsFocus) else now)
        self._ring.raise_()
        self._later.start()

    @Slot()
    def _bring_into_sight(self) -> None:
        """Scroll every page around what has the ring so far that the ring is seen whole."""
        mark = self.surrounded
        page: QWidget | None = mark.parentWidget() if mark is not None else None
        while mark is not None and page is not None:
            held = page.widget() if isinstance(page, QScrollArea) else None
            if isinstance(page, QScrollArea) and held is not None and held.isAncestorOf(mark):
                _show_whole(page, held, mark)
            page = page.parentWidget()

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._is_alive() and self._ring:
            self._ring.update()


def _show_whole(page: QScrollArea, held: QWidget, mark: QWidget) -> None:
    """Scroll up or down until a part is seen with its ring; the top goes before the bottom."""
    top = mark.mapTo(held, QPoint(0, 0)).y()
    across = page.horizontalScrollBar().value() + page.viewport().width() // 2
    for height in (top + mark.height() + ROOM, top - ROOM):
        page.ensureVisible(across, max(height, 0), 0, 0)


def install_focus_ring(window: QWidget) -> FocusRing:
    """Give a window its ring; the ring goes with the window."""
    return FocusRing(window)
