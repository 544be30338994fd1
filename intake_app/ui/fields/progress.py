"""How far a slow piece of work is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy
from typing_extensions import override

from intake_app.ui.fields.painting import Frame, paint_frame
from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import current_theme, theme_source

_HEIGHT = 10


class ProgressBar(QProgressBar):
    """A track that fills; the words beside it say what is going on."""

    def __init__(self, whole: int) -> None:
        super().__init__()
        self.setRange(0, whole)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedHeight(current_theme().px(_HEIGHT))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, place = current_theme(), QPainter(self), QRectF(self.rect())
        radius = place.height() / 2
        line = theme.colour(Role.CONTROL_BORDER)
        paint_frame(painter, place, Frame(fill=theme.colour(Role.SUNKEN), line=line, radius=radius))
        share = self.value() / max(self.maximum(), 1)
        if share > 0:
            filled = QRectF(place)
            filled.setWidth(max(place.width() * share, place.height()))
            paint_frame(painter, filled, Frame(fill=theme.colour(Role.ACCENT), radius=radius))
