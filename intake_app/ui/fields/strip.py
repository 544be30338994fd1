"""A pane folded to a strip: an icon for each thing in it, with its key or its count."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout
from typing_extensions import override

from intake_app.ui.fields.painting import key_size, paint_centred, paint_key
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

STRIP_WIDTH = 48
_ICON, _SPARE = 18, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class StripItem:
    """An icon on a strip: what it is called, its key or its count, whether it is the current one."""

    code: str
    icon: str
    name: str
    key: str = ""
    count: str = ""
    is_current: bool = False


class _StripButton(QPushButton):
    """One icon on a strip."""

    def __init__(self, item: StripItem) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.show_item(item)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_source().changed.connect(self._on_theme_changed)

    def show_item(self, item: StripItem) -> None:
        """Show another state, in place."""
        self.item = item
        self.setAccessibleName(f"{item.name} {item.count}".strip())
        self.setToolTip(item.name)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        below = theme.px(24) if self.item.key or self.item.count else 0
        return QSize(theme.px(40), theme.px(_ICON) + below + 12)

    @override
    def minimumSizeHint(self) -> QSize:
        # A few pixels of the room around are given up where a window is low for all of them.
        return self.sizeHint() - QSize(0, _SPARE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, place = current_theme(), QPainter(self), QRectF(self.rect())
        if self.item.is_current:
            painter.fillRect(place, theme.colour(Role.SELECTED))
            painter.fillRect(QRectF(0, 0, 4, place.height()), theme.colour(Role.ACCENT))
        elif self.underMouse():
            painter.fillRect(place, theme.colour(Role.SUNKEN))
        side = theme.px(_ICON)
        left = (place.width() - side) / 2
        paint_icon(painter, theme, self.item.icon, Role.TEXT, QRectF(left, 6, side, side))
        below = QRectF(0, 6 + side + theme.px(3), place.width(), theme.px(20))
        if self.item.key:
            cap = key_size(theme, self.item.key)
            cap_left = (place.width() - cap.width()) / 2
            paint_key(painter, theme, QRectF(cap_left, below.top(), cap.width(), cap.height()), self.item.key)
        elif self.item.count:
            ink = theme.colour(Role.TEXT_SOFT)
            paint_centred(painter, below, self.item.count, theme.font(Type.SMALL), ink)


class Strip(QFrame):
    """The icons of a folded pane, one under the other. `picked` carries the code of one."""

    picked = Signal(str)

    def __init__(self, look: str) -> None:
        super().__init__()
        self.setProperty("look", look)
        self._items: tuple[StripItem, ...] = ()
        self._buttons: list[_StripButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 12, 4, 12)
        self._column.setSpacing(8)
        self._column.addStretch()
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_items(self, items: tuple[StripItem, ...]) -> None:
        """Show these icons; where only counts changed nothing moves."""
        if [item.code for item in items] != [item.code for item in self._items]:
            self._build(items)
        for button, item in zip(self._buttons, items, strict=True):
            if button.item != item:
                button.show_item(item)
        self._items = items

    def _build(self, items: tuple[StripItem, ...]) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [_StripButton(item) for item in items]
        for at, button in enumerate(self._buttons):
            self._column.insertWidget(at, button)
            button.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _StripButton):
            self.picked.emit(sender.item.code)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedWidth(current_theme().px(STRIP_WIDTH))
