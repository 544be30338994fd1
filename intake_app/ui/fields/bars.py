"""The bar on top (where one is, with whom, is it kept) and the bar below (what to do next)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import ElidedLabel, Label
from intake_app.ui.fields.save_state import SaveState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

HEADER_HEIGHT, FOOTER_HEIGHT = 52, 60


class Floor(QFrame):
    """What stands below a screen. It can grow upwards for a sentence; what is in it stays where it is."""

    def make_room(self, height: int) -> None:
        """Have so many pixels free above what is in it; 0 takes them back."""
        self.setContentsMargins(0, height, 0, 0)

    @property
    def room(self) -> int:
        """The pixels that were made free."""
        return self.contentsMargins().top()


class Bar(Floor):
    """A bar whose buttons drop their key caps, then its optional parts, when it gets too narrow."""

    def __init__(self, look: str, height: int) -> None:
        super().__init__()
        self._height = height
        self._optional: list[QWidget] = []
        self._wanted: dict[QWidget, bool] = {}
        self._fitted = 0
        self.setProperty("look", look)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(20, 4, 20, 4)
        self.row.setSpacing(12)
        # The bar itself gives way, so that its contents never dictate the width of the window.
        self.row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme_source().changed.connect(self._on_bar_theme_changed)
        self._on_bar_theme_changed()

    def make_optional(self, widget: QWidget) -> None:
        """Leave this part out first when there is no room; its key keeps working."""
        self._optional.append(widget)
        self._wanted[widget] = True

    def set_wanted(self, widget: QWidget, *, is_wanted: bool) -> None:
        """Show or hide a part; an optional one only comes when there is room."""
        if self._wanted.get(widget) is not is_wanted:
            self._wanted[widget] = is_wanted
            widget.setVisible(is_wanted)
            self.fit()

    @Slot()
    def _on_bar_theme_changed(self) -> None:
        self.setFixedHeight(current_theme().height(self._height) + self.room)
        self.fit()

    @override
    def make_room(self, height: int) -> None:
        super().make_room(height)
        self.setFixedHeight(current_theme().height(self._height) + height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Show as much as there is room for."""
        buttons = [button for button in self.findChildren(ActionButton) if button.kind is not Kind.PRIMARY]
        for button in buttons:
            button.hide_key(hides=False)
        for widget in self._optional:
            widget.setVisible(self._wanted.get(widget, True))
        if self._needed() > self.width():
            for button in buttons:
                button.hide_key(hides=True)
        for widget in self._optional:
            if self._needed() > self.width():
                widget.hide()
        self._fitted = self._needed()

    @override
    def event(self, event: QEvent) -> bool:
        """Fit again when a part turns out to be wider or narrower than it said: other words, another text size."""
        if event.type() is QEvent.Type.LayoutRequest and self._needed() != self._fitted:
            self.fit()
        return super().event(event)

    def _needed(self) -> int:
        margins = self.row.contentsMargins()
        items = [self.row.itemAt(at) for at in range(self.row.count())]
        widgets = [item.widget() for item in items if item is not None]
        shown = [widget for widget in widgets if widget is not None and not widget.isHidden()]
        widths = [self._width_of(widget) for widget in shown]
        return sum(widths) + self.row.spacing() * len(widths) + margins.left() + margins.right()

    @staticmethod
    def _width_of(widget: QWidget) -> int:
        return 60 if isinstance(widget, ElidedLabel) else widget.sizeHint().width()


class Header(Bar):
    """Where one is, with whom; at the right whether it is kept, and what is on every screen."""

    def __init__(self, title: str = "", detail: str = "") -> None:
        super().__init__("header", HEADER_HEIGHT)
        self._title = Label(title, Type.HEADING, wraps=False)
        self._detail = ElidedLabel(detail, Type.TEXT, Role.TEXT_SOFT)
        self.save_state = SaveState()
        self.row.setSpacing(20)
        self.row.addWidget(self._title)
        self.row.addWidget(self._detail, 1)
        self.row.addWidget(self.save_state)
        self.save_state.grew.connect(self.fit)

    def set_title(self, title: str, detail: str = "") -> None:
        """Say where one is, and with whom."""
        self._title.setText(title)
        self._detail.set_text(detail)
        self.fit()

    def put_first(self, widget: QWidget) -> None:
        """Put a part at the left end, where it stands on every screen."""
        self.row.insertWidget(0, widget)
        self.fit()

    def add(self, widget: QWidget, *, optional: bool = False) -> None:
        """Put a part at the right end."""
        self.row.addWidget(widget)
        if optional:
            self.make_optional(widget)
        self.fit()


class Footer(Bar):
    """The way back at the left; at the right what can be done, the one primary action last."""

    def __init__(self) -> None:
        super().__init__("footer", FOOTER_HEIGHT)
        self._left = 0
        self.row.addStretch()

    def add_left(self, widget: QWidget, *, optional: bool = False) -> None:
        """Put a part at the left, after those that are there."""
        self.row.insertWidget(self._left, widget)
        self._left += 1
        if optional:
            self.make_optional(widget)
        self.fit()

    def add_right(self, widget: QWidget, *, optional: bool = False) -> None:
        """Put a part at the right, after those that are there."""
        self.row.addWidget(widget)
        if optional:
            self.make_optional(widget)
        self.fit()
