"""A sheet in the middle over the screen: the rest rests, Esc closes, the focus stays in and goes back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import parts

DIMMED = 0.55
EDGE = 40


class Veil(QWidget):
    """Covers its window. The subclass fills `sheet`."""

    closed = Signal()

    def __init__(self, window: QWidget, widest_em: float) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.sheet = QFrame()
        self.sheet.setProperty("look", "sheet")
        self.sheet.setMaximumWidth(round(widest_em * parts.em()))
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.sheet, 100)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        down.addLayout(across, 1)
        window.installEventFilter(self)

    def open(self, first: QWidget) -> None:
        """Show the sheet, with the focus on a part of it."""
        self._before = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Take the sheet away and give the focus back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  Qt's own name
        """Keep the focus within the sheet."""
        inside = [each for each in self.findChildren(QWidget) if self._takes_tab(each)]
        if not inside:
            return True
        now = QApplication.focusWidget()
        at = inside.index(now) if now in inside else -1
        inside[(at + (1 if next else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _takes_tab(self, widget: QWidget) -> bool:
        return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc; let no key through to what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close by a click beside the sheet."""
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.dismiss()
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies below."""
        QPainter(self).fillRect(self.rect(), current_theme().colour(Role.SUNKEN, DIMMED))
