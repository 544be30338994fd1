"""Text, icons and lines that are only looked at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from intake_app.ui.fields.painting import key_size, paint_key
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and let the sheet look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Label(QLabel):
    """Text in one of the house's sizes and colours; plain text, broken into lines where needed."""

    def __init__(self, text: str = "", use: Type = Type.TEXT, tone: Role = Role.TEXT, *, wraps: bool = True) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setProperty("look", use.value)
        self.setProperty("tone", tone.value)
        vertical = QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)

    def set_tone(self, tone: Role) -> None:
        """Take another colour."""
        set_look(self, "tone", tone.value)

    def set_use(self, use: Type) -> None:
        """Take another size."""
        set_look(self, "look", use.value)


class ElidedLabel(Label):
    """One line that gives way: what does not fit ends in an ellipsis, and is read out whole."""

    def __init__(self, text: str = "", use: Type = Type.TEXT, tone: Role = Role.TEXT) -> None:
        super().__init__("", use, tone, wraps=False)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    @property
    def whole(self) -> str:
        """The text before it was cut."""
        return self._whole

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self._cut()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(self.font()).height())

    def _cut(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        super().setText(QFontMetrics(self.font()).elidedText(self._whole, mode, self.width()))
        self.setToolTip("" if self.text() == self._whole else self._whole)
        self.updateGeometry()


class IconLabel(QLabel):
    """An icon in the colour of a role; decoration unless a spoken name is given."""

    def __init__(self, name: str, role: Role = Role.TEXT, size: int = 18, spoken: str = "") -> None:
        super().__init__()
        self._name, self._role, self._size = name, role, size
        self.setAccessibleName(spoken)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_icon(self, name: str, role: Role) -> None:
        """Show another icon."""
        if (name, role) != (self._name, self._role):
            self._name, self._role = name, role
            self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        side = current_theme().px(self._size)
        self.setFixedSize(side, side)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, current_theme(), self._name, self._role, QRectF(self.rect()))


class KeyCap(QLabel):
    """The cap of a key, quiet. Arrows in it are drawn as icons."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setAccessibleName(key)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def key(self) -> str:
        """The key as it is written."""
        return self._key

    def show_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.setAccessibleName(key)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedSize(key_size(current_theme(), self._key).toSize() + QSize(1, 1))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._key:
            paint_key(QPainter(self), current_theme(), QRectF(self.rect()), self._key)


class Line(QFrame):
    """A hairline from left to right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "line")
