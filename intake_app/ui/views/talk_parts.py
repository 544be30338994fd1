"""Small parts that the screens of a talk share: rows, names of fields, pages that scroll."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QWidget
from typing_extensions import override

from intake_app.ui.fields.label import Label
from intake_app.ui.theme.roles import Role, Type

LEAST = 120
"""Pixels of a page that stay in sight."""


def row(*items: QWidget | QLayout | None, gap: int = 12) -> QHBoxLayout:
    """Return a row without margins; None is room that gives way."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(gap)
    for item in items:
        if item is None:
            line.addStretch(1)
        elif isinstance(item, QLayout):
            line.addLayout(item)
        else:
            line.addWidget(item)
    return line


def name_of(field: QWidget, words: str) -> QLabel:
    """Return the name of a field, tied to it."""
    made = Label(words, Type.LABEL, Role.TEXT_SOFT)
    made.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(words)
    return made


class Page(QFrame):
    """What a page that scrolls holds: as high as its words need at the width there is, and no higher."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Scrolled(QScrollArea):
    """Scrolls up and down when it is too long; asks for the height at which it need not."""

    def __init__(self, inside: Page) -> None:
        super().__init__()
        self._inside = inside
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    @override
    def sizeHint(self) -> QSize:
        layout = self._inside.layout()
        height = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        return QSize(super().sizeHint().width(), height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSizeHint().width(), LEAST)
