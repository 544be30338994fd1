"""A page of paper as it will be printed, on a sand-coloured ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea
from typing_extensions import override

from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import current_theme

_STEP, _MOST, _EDGE = 1.25, 4.0, 10


class _Page(QLabel):
    """The page itself, drawn sharp at the size it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.fillRect(self.rect(), theme.colour(Role.CONTROL_BORDER))
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wanted = (inside.size() * painter.device().devicePixelRatio()).toSize()
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = self.image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.drawImage(inside, shown)


class PagePreview(QScrollArea):
    """Shows a whole page; larger with `zoom_in`, and then it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._zoom = 1.0
        self._page = _Page()
        self.setProperty("look", "sunken")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(self._page)
        self._page.hide()

    @property
    def zoom(self) -> float:
        """1 when the whole page is seen."""
        return self._zoom

    def show_page(self, image: QImage, spoken: str) -> None:
        """Show a page. `spoken`: which paper and which page, in words."""
        self._page.image = image
        self._page.setAccessibleName(spoken)
        self.setAccessibleName(spoken)
        self._page.setVisible(not image.isNull())
        self._fit()

    @Slot()
    def zoom_in(self) -> None:
        """Show it larger."""
        self._zoom = min(self._zoom * _STEP, _MOST)
        self._fit()

    @Slot()
    def zoom_out(self) -> None:
        """Show it smaller, down to the whole page."""
        self._zoom = max(self._zoom / _STEP, 1.0)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._page.image.isNull():
            return
        room = self.maximumViewportSize() - QSize(2 * _EDGE, 2 * _EDGE)
        size = self._page.image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        self._page.setFixedSize(size * self._zoom)
        self.viewport().update()
