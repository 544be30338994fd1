"""Sheets over the window: it is dimmed, the focus stays inside, Esc closes, the focus goes back."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.tab_order import step_focus
from intake_app.ui.theme.roles import Type
from intake_app.ui.theme.source import current_theme, theme_source

_DIM = QColor(20, 28, 32, 118)
_EDGE = 24


class Where(StrEnum):
    """Where a sheet lies."""

    CENTRE = "centre"
    RIGHT = "right"


class _Area(QScrollArea):
    """Holds the sheet; scrolls it as a whole where the screen is too low for it."""

    def __init__(self, layer: QWidget) -> None:
        super().__init__(layer)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def hold(self, sheet: QWidget) -> None:
        """Hold a sheet in place of the one before, which its owner frees."""
        if self.widget() is sheet:
            return
        if self.widget() is not None:
            self.takeWidget().hide()
        fills = sheet.autoFillBackground()
        self.setWidget(sheet)
        sheet.setAutoFillBackground(fills)


def _heights(sheet: QWidget, width: int) -> tuple[int, int]:
    """Return the height that a sheet wants at a width, and the least it can do with."""
    layout = sheet.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width), layout.totalMinimumHeightForWidth(width)
    return sheet.sizeHint().height(), sheet.minimumSizeHint().height()


class Overlay(QWidget):
    """A layer over a host. `open` shows it with a sheet inside; `opened` tells that, `closed` that it went away.

    `keep_top`: this height of the host stays free at the top (its header); it grows as that does.
    A sheet that does not fit scrolls as a whole, unless it can shrink by scrolling a part of its own.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, host: QWidget, where: Where = Where.CENTRE, *, keep_top: int = 0) -> None:
        super().__init__(host)
        self._host, self._where, self._keep_top = host, where, keep_top
        self._sheet: QWidget | None = None
        self._keep_bottom = 0
        self._width = 1080 if where is Where.CENTRE else 460
        self._area = _Area(self)
        self._back: QWidget | None = None
        self._closes_on_escape = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        host.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        theme_source().changed.connect(self._place)
        self.hide()

    @property
    def sheet(self) -> QWidget | None:
        """What lies on it."""
        return self._sheet

    def set_escape(self, *, closes: bool) -> None:
        """Decide whether Esc closes it; where not, the sheet itself says what Esc does."""
        self._closes_on_escape = closes

    def keep_bottom(self, height: int) -> None:
        """Keep the sheet off so many pixels at the bottom, where a sentence lies."""
        if height != self._keep_bottom:
            self._keep_bottom = height
            self._place()

    def open(self, sheet: QWidget, width: int | None = None, focus: QWidget | None = None) -> None:
        """Lay a sheet over the host; the focus goes to `focus`, else to the first that takes it."""
        if self._sheet is not None and self._sheet is not sheet:
            self._free(self._sheet)
        self._sheet = sheet
        sheet.installEventFilter(self)
        self._width = width or self._width
        self._area.hold(sheet)
        if self._back is None:
            self._back = QApplication.focusWidget()
        if self._back is not None:
            self._back.destroyed.connect(self._on_back_destroyed)
        self._place()
        sheet.show()
        self.show()
        self.raise_()
        self._place()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._has_inside(QApplication.focusWidget()):
            self.focusNextPrevChild(True)
        self.opened.emit()

    @Slot()
    def close_layer(self) -> None:
        """Take it away, and give the focus back to what had it."""
        if self.isHidden():
            return
        self.hide()
        back, self._back = self._back, None
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (owner := self.parentWidget()) is not None:
            owner.setFocus(Qt.FocusReason.OtherFocusReason)
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            self._free(sheet)
        self.closed.emit()

    def _free(self, sheet: QWidget) -> None:
        """Have Qt free a sheet later. It stays a child: taken out it would be ours, and go while its keys are heard."""
        sheet.removeEventFilter(self)
        if self._area.widget() is sheet:
            self._area.takeWidget()
        sheet.setParent(self)
        sheet.hide()
        sheet.deleteLater()

    @Slot()
    def _on_back_destroyed(self) -> None:
        self._back = None

    def _has_inside(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if not self.isVisible() or now is None or now.window() is not self.window() or self._has_inside(now):
            return
        if any(layer.isVisible() and layer.isAncestorOf(now) for layer in self._others()):
            return
        if before is not None and self._has_inside(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextPrevChild(True)

    def _others(self) -> list[Overlay]:
        return [layer for layer in self.window().findChildren(Overlay) if layer is not self]

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Go round inside the layer."""
        return step_focus(self, forward=next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._closes_on_escape:
            self.close_layer()
        event.accept()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        has_grown = watched is self._sheet and event.type() == QEvent.Type.LayoutRequest
        if (has_grown or (watched is self._host and event.type() == QEvent.Type.Resize)) and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    @Slot()
    def _place(self) -> None:
        top = current_theme().height(self._keep_top) if self._keep_top else 0
        self.setGeometry(0, top, self._host.width(), self._host.height() - top)
        if self._sheet is None:
            return
        if self._where is Where.RIGHT:
            width = min(current_theme().px(self._width), self.width())
            self._area.setGeometry(self.width() - width, 0, width, self.height() - self._keep_bottom)
            self._sheet.resize(width, self.height() - self._keep_bottom)
            return
        width = min(round(self._width * max(1.0, current_theme().text_scale)), self.width() - 2 * _EDGE)
        whole = self.height() - self._keep_bottom
        room = whole - 2 * _EDGE
        wanted, least = _heights(self._sheet, width)
        height = max(min(wanted, room), least)
        seen = min(height, room)
        bar = self._area.verticalScrollBar().sizeHint().width() if height > room else 0
        self._area.setGeometry((self.width() - width) // 2, (whole - seen) // 2, width, seen)
        self._sheet.resize(width - bar, height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), _DIM)


class SideSheet(Overlay):
    """A sheet from the right edge with a title and a way to close it; what it shows scrolls."""

    def __init__(self, host: QWidget, *, keep_top: int = 0) -> None:
        super().__init__(host, Where.RIGHT, keep_top=keep_top)

    def open_page(self, title: str, page: QWidget, close_words: str) -> None:
        """Show a page under a title."""
        sheet = QFrame()
        sheet.setProperty("look", "side")
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 16, 12)
        head.addWidget(Label(title, Type.TITLE), 1)
        close = ActionButton(close_words, "Esc", Kind.OUTLINED)
        close.clicked.connect(self.close_layer)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        page.setContentsMargins(24, 8, 24, 24)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(area, 1)
        self.open(sheet, focus=close)
