"""One option of an answer: its digit, its words, and whether it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy
from typing_extensions import override

from intake_app.ui.fields.assisted import Assisted, OneOfSeveral
from intake_app.ui.fields.painting import (
    Frame,
    middle_left,
    paint_digit,
    paint_frame,
    text_width,
    wrapped_height,
)
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.theme.theme import Theme

_PADDING, _BETWEEN = 14, 12


class OptionDrawing:
    """How an option is measured and drawn, whatever kind of button it is."""

    def __init__(self, label: str, digit: str, *, is_large: bool, shows_tick: bool) -> None:
        self.label, self.digit = label, digit
        self.is_large, self.shows_tick = is_large, shows_tick
        self._measured: tuple[tuple[Theme, str, str] | None, dict[int, int]] = (None, {})

    @property
    def least_height(self) -> int:
        """The height with one line of words, in pixels."""
        return current_theme().height(56 if self.is_large else 44)

    def text_left(self) -> float:
        """Return where the words begin, in pixels from the left."""
        theme = current_theme()
        box = self._box() + theme.gap(_BETWEEN) if self.digit else 0
        return theme.gap(_PADDING) + box

    def _box(self) -> int:
        return current_theme().px(30 if self.is_large else 26)

    def _tick(self) -> int:
        theme = current_theme()
        return theme.px(20) + theme.gap(_BETWEEN) if self.shows_tick else 0

    def natural_width(self) -> int:
        """Return the width at which nothing is broken into lines."""
        theme = current_theme()
        words = text_width(theme.font(self._use(is_on=True)), self.label) + 2
        return round(self.text_left() + words + self._tick() + theme.gap(_PADDING))

    def least_width(self) -> int:
        """Return the width below which a word would be cut: words are broken between, and not within."""
        font = current_theme().font(self._use(is_on=True))
        longest = max((text_width(font, word) for word in self.label.split()), default=0)
        return round(self.natural_width() - text_width(font, self.label) + longest)

    def height(self, width: int) -> int:
        """Return the height at a width; Qt asks at three widths and more in turn for each picture."""
        theme = current_theme()
        drawn = (theme, self.label, self.digit)
        if self._measured[0] != drawn:
            self._measured = drawn, {}
        found = self._measured[1]
        if width not in found:
            found[width] = self._height(theme, width)
        return found[width]

    def _height(self, theme: Theme, width: int) -> int:
        room = width - self.text_left() - self._tick() - theme.gap(_PADDING)
        # Measured in the heavier weight of a chosen option, so that choosing never moves a line.
        words = wrapped_height(theme.font(self._use(is_on=True)), self.label, room)
        return max(self.least_height, round(words) + theme.gap(20))

    def _use(self, *, is_on: bool) -> Type:
        if self.is_large:
            return Type.TITLE if is_on else Type.LARGE
        return Type.STRONG if is_on else Type.TEXT

    def paint(self, button: QAbstractButton) -> None:
        """Draw the option as the button stands now."""
        theme, place, painter = current_theme(), QRectF(button.rect()), QPainter(button)
        is_on = button.isChecked()
        fill = Role.SELECTED if is_on else Role.SURFACE
        line = Role.ACCENT if is_on else Role.HAIRLINE
        if not is_on and (button.underMouse() or not self.digit):
            line = Role.CONTROL_BORDER
        paint_frame(
            painter,
            place,
            Frame(fill=theme.colour(fill), line=theme.colour(line), width=2 if is_on else 1),
        )
        if self.digit:
            size = QSizeF(self._box(), self._box())
            box = middle_left(place, theme.gap(_PADDING), size)
            paint_digit(painter, theme, box, self.digit, is_on=is_on)
        self._paint_words(painter, place, is_on=is_on)

    def _paint_words(self, painter: QPainter, place: QRectF, *, is_on: bool) -> None:
        theme = current_theme()
        right = self._tick() + theme.gap(_PADDING)
        painter.setFont(theme.font(self._use(is_on=is_on)))
        painter.setPen(theme.colour(Role.TEXT))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        flags |= Qt.AlignmentFlag.AlignLeft if self.digit else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(place.adjusted(self.text_left(), 0, -right, 0), int(flags), self.label)
        if is_on and self.shows_tick:
            side = theme.px(20)
            left = place.right() - theme.gap(_PADDING) - side
            paint_icon(painter, theme, "check", Role.ACCENT, middle_left(place, left, QSizeF(side, side)))


def _prepare(button: QAbstractButton, drawing: OptionDrawing) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    _name(button, drawing)


def _name(button: QAbstractButton, drawing: OptionDrawing) -> None:
    button.setAccessibleName(drawing.label)
    button.setAccessibleDescription(drawing.digit)


def _is_for_the_row(event: QKeyEvent) -> bool:
    """Tell whether a key is the row's to handle: everything but Space."""
    return event.key() not in {Qt.Key.Key_Space, Qt.Key.Key_Select}


class SingleOption(OneOfSeveral):
    """An option of which one can be chosen; spoken as a radio button."""

    def __init__(self, label: str, digit: str = "", *, is_large: bool = False) -> None:
        super().__init__()
        self._drawing = OptionDrawing(label, digit, is_large=is_large, shows_tick=False)
        _prepare(self, self._drawing)
        theme_source().changed.connect(self._on_theme_changed)

    def show_label(self, label: str, digit: str) -> None:
        """Be another option, in place."""
        self._drawing.label, self._drawing.digit = label, digit
        _name(self, self._drawing)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._drawing.natural_width(), self._drawing.least_height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max(current_theme().px(64), self._drawing.least_width()), self._drawing.least_height)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._drawing.height(width)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_for_the_row(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._drawing.paint(self)


class SeveralOption(Assisted, QCheckBox):
    """An option of which several can be chosen; spoken as a tick box."""

    def __init__(self, label: str, digit: str = "", *, is_large: bool = False) -> None:
        super().__init__()
        self.hear_assistance()
        self._drawing = OptionDrawing(label, digit, is_large=is_large, shows_tick=True)
        _prepare(self, self._drawing)
        theme_source().changed.connect(self._on_theme_changed)

    def show_label(self, label: str, digit: str) -> None:
        """Be another option, in place."""
        self._drawing.label, self._drawing.digit = label, digit
        _name(self, self._drawing)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._drawing.natural_width(), self._drawing.least_height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max(current_theme().px(64), self._drawing.least_width()), self._drawing.least_height)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._drawing.height(width)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_for_the_row(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._drawing.paint(self)
