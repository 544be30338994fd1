"""Buttons: one primary on a screen, the others outlined or plain, each with its key cap."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy
from typing_extensions import override

from intake_app.ui.fields.painting import (
    Frame,
    key_size,
    middle_left,
    paint_frame,
    paint_key,
    paint_line,
    text_width,
)
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

_PADDING, _BETWEEN, _ICON = 14, 8, 18


class Kind(StrEnum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    OUTLINED = "outlined"
    PLAIN = "plain"
    DANGER = "danger"


_FILL = {Kind.PRIMARY: Role.ACCENT, Kind.OUTLINED: Role.SURFACE, Kind.PLAIN: None, Kind.DANGER: Role.ALARM}
_HOVER = {
    Kind.PRIMARY: Role.ACCENT_HOVER,
    Kind.OUTLINED: Role.SUNKEN,
    Kind.PLAIN: Role.SELECTED,
    Kind.DANGER: Role.ALARM,
}
_INK = {
    Kind.PRIMARY: Role.ON_ACCENT,
    Kind.OUTLINED: Role.TEXT,
    Kind.PLAIN: Role.ACCENT,
    Kind.DANGER: Role.ON_ALARM,
}


class ActionButton(QPushButton):
    """A button that draws its icon, its words and the cap of the key that does the same.

    The key is only shown: who owns the screen listens to it.
    """

    def __init__(self, text: str, key: str = "", kind: Kind = Kind.OUTLINED, *, icon: str = "") -> None:
        super().__init__()
        self._words, self._key, self._kind, self._icon = text, key, kind, icon
        self._hides_key = self._is_small = False
        self._measured: tuple[float, float, QSizeF] | None = None
        self._least = 36
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme_source().changed.connect(self._on_theme_changed)
        self.set_words(text, key)

    @property
    def words(self) -> str:
        """What stands on it."""
        return self._words

    @property
    def key(self) -> str:
        """The key that does the same."""
        return self._key

    @property
    def kind(self) -> Kind:
        """How much it asks for attention."""
        return self._kind

    def set_words(self, text: str, key: str | None = None) -> None:
        """Show another text, and another key when one is given."""
        self._words, self._key = text, self._key if key is None else key
        self.setAccessibleName(text)
        self.setAccessibleDescription(self._key)
        self._on_theme_changed()

    def set_icon(self, name: str) -> None:
        """Show another icon; none when empty."""
        self._icon = name
        self._on_theme_changed()

    def set_kind(self, kind: Kind) -> None:
        """Ask for more attention, or for less."""
        if kind is not self._kind:
            self._kind = kind
            self.update()

    def hide_key(self, *, hides: bool) -> None:
        """Leave out the key cap where there is no room."""
        if hides != self._hides_key:
            self._hides_key = hides
            self._on_theme_changed()

    def make_small(self) -> None:
        """Use the smaller text that stands on cards."""
        self._is_small, self._least = True, 34
        self._on_theme_changed()

    def make_tall(self, height: int = 44) -> None:
        """Be as high as an answer: for the one thing to do on a screen."""
        self._least = height
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measured = None
        self.updateGeometry()
        self.update()

    @property
    def _shown_key(self) -> str:
        return "" if self._hides_key else self._key

    def _widths(self) -> tuple[float, float, QSizeF]:
        """Return the widths of the icon and the words, and the size of the key cap; measured once."""
        if self._measured is None:
            theme = current_theme()
            use = Type.SMALL_BUTTON if self._is_small else Type.BUTTON
            words = text_width(theme.font(use), self._words) + 1 if self._words else 0.0
            icon = theme.px(_ICON) if self._icon else 0.0
            self._measured = icon, words, key_size(theme, self._shown_key)
        return self._measured

    def _padding(self) -> int:
        return current_theme().gap(9 if self._is_small else _PADDING)

    @override
    def sizeHint(self) -> QSize:
        theme, widths = current_theme(), self._widths()
        parts = [width for width in (widths[0], widths[1], widths[2].width()) if width]
        width = sum(parts) + (len(parts) - 1) * theme.gap(_BETWEEN) + 2 * self._padding()
        return QSize(max(round(width) + 1, theme.px(36)), theme.height(self._least))

    @override
    def minimumSizeHint(self) -> QSize:
        icon, words, _ = self._widths()
        width = icon + words + 2 * self._padding() + (current_theme().gap(_BETWEEN) if icon and words else 0)
        return QSize(round(width) + 1, current_theme().height(self._least))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def _ink(self) -> Role:
        return _INK[self._kind] if self.isEnabled() else Role.TEXT_SOFT

    def _frame(self) -> Frame:
        theme = current_theme()
        fill = (_HOVER if self.underMouse() or self.isDown() else _FILL)[self._kind]
        if not self.isEnabled():
            fill = None if self._kind is Kind.PLAIN else Role.SUNKEN
        lined = self._kind is Kind.OUTLINED and self.isEnabled()
        line = theme.colour(Role.CONTROL_BORDER) if lined else None
        return Frame(fill=theme.colour(fill) if fill else None, line=line)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, place = QPainter(self), current_theme(), QRectF(self.rect())
        paint_frame(painter, place, self._frame())
        icon, words, cap = self._widths()
        if self.width() < self.sizeHint().width():
            cap = QSizeF(0, 0)
        between, ink = theme.gap(_BETWEEN), self._ink()
        taken = [width for width in (icon, words, cap.width()) if width]
        whole = sum(taken) + (len(taken) - 1) * between
        left = max((place.width() - whole) / 2, self._padding())
        if icon:
            paint_icon(painter, theme, self._icon, ink, middle_left(place, left, QSizeF(icon, icon)))
            left += icon + between
        room = place.width() - left - self._padding() - (cap.width() + between if cap.width() else 0)
        font = theme.font(Type.SMALL_BUTTON if self._is_small else Type.BUTTON)
        box = middle_left(place, left, QSizeF(min(words, room), place.height()))
        paint_line(painter, box, self._words, font, theme.colour(ink))
        if cap.width():
            left += min(words, room) + (between if words else 0)
            on = ink if self._kind in {Kind.PRIMARY, Kind.DANGER} else None
            paint_key(painter, theme, middle_left(place, left, cap), self._shown_key, on)


class LinkButton(ActionButton):
    """A plain button without padding, for a line of text ("Waarom?")."""

    def __init__(self, text: str, key: str = "", *, icon: str = "") -> None:
        super().__init__(text, key, Kind.PLAIN, icon=icon)
        self._least = 36

    @override
    def _padding(self) -> int:
        return 0
