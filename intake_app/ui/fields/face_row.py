"""The answers on the person's side: large rows with a picture and words, to touch, click or choose by key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QPushButton, QSizePolicy, QStyle
from typing_extensions import override

from intake_app.ui.fields.answer_scale import AnswerScale, Choice
from intake_app.ui.fields.face import paint_picture
from intake_app.ui.fields.option import OptionDrawing, SeveralOption, SingleOption
from intake_app.ui.fields.painting import CARD_RADIUS, Frame, paint_centred, paint_frame, text_width, wrapped_height
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

SHOWN_MS = 600
"""How long a choice is seen before the talk goes on. Source: eigen oordeel; one must see what one chose."""
MOST_IN_A_COLUMN = 7
COLUMN = 430
"""Pixels at 100 % that a column of rows takes at least."""
_LEAST, _PADDING, _PICTURE, _BETWEEN, _TICK = 72, 22, 44, 18, 28
_WIDEST = 16_777_215
"""Qt's word for no limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeChoice(Choice):
    """One thing that can be answered, with its picture (`paint_picture`); `is_indented` where others have one."""

    picture: str = ""
    level: float = 0.0
    is_indented: bool = False


class _RowDrawing(OptionDrawing):
    """How a row is measured and drawn, whatever kind of button it is."""

    def __init__(self, choice: LargeChoice, *, several: bool, is_quiet: bool = False) -> None:
        super().__init__(choice.label, "", is_large=True, shows_tick=several)
        self._choice, self._several, self._is_quiet = choice, several, is_quiet

    @property
    @override
    def least_height(self) -> int:
        return current_theme().height(_LEAST)

    @override
    def _use(self, *, is_on: bool) -> Type:
        if self._is_quiet:
            return Type.PERSON_SMALL
        return Type.PERSON_CHOSEN if is_on else Type.PERSON_ANSWER

    def _sides(self) -> tuple[int, int]:
        """Return what the picture and the tick take, with what stands around them."""
        theme = current_theme()
        has_room = self._choice.picture or self._choice.is_indented
        picture = theme.px(_PICTURE) + theme.gap(_BETWEEN) if has_room else 0
        tick = theme.px(_TICK) + theme.gap(_BETWEEN) if self._several or not self._is_quiet else 0
        return theme.gap(_PADDING) + picture, theme.gap(_PADDING) + tick

    @override
    def natural_width(self) -> int:
        words = text_width(current_theme().font(self._use(is_on=True)), self._choice.label) + 2
        return round(words + sum(self._sides()))

    @override
    def height(self, width: int) -> int:
        # Measured in the heavier weight of a chosen row, so that choosing never moves a line.
        theme, room = current_theme(), width - sum(self._sides())
        words = wrapped_height(theme.font(self._use(is_on=True)), self._choice.label, room)
        return max(self.least_height, round(words) + theme.gap(24))

    @override
    def paint(self, button: QAbstractButton) -> None:
        theme, painter, is_on = current_theme(), QPainter(button), button.isChecked()
        fill = Role.SELECTED if is_on else Role.GROUND if self._is_quiet else Role.SURFACE
        line = Role.ACCENT if is_on or button.underMouse() else Role.CONTROL_BORDER
        frame = Frame(fill=theme.colour(fill), line=theme.colour(line), width=3 if is_on else 1.5, radius=CARD_RADIUS)
        paint_frame(painter, QRectF(button.rect()), frame)
        left, right = self._sides()
        self._paint_label(painter, button, button.rect().adjusted(left, 0, -right, 0), is_on=is_on)
        side = theme.px(_PICTURE)
        if self._choice.picture:
            box = self._square(button, theme.gap(_PADDING), side)
            paint_picture(painter, QRectF(box), self._choice.picture, self._choice.level)
        self._paint_tick(painter, button, is_on=is_on)

    def _paint_label(self, painter: QPainter, button: QAbstractButton, room: QRect, *, is_on: bool) -> None:
        theme = current_theme()
        painter.setFont(theme.font(self._use(is_on=is_on)))
        painter.setPen(theme.colour(Role.TEXT))
        across = Qt.AlignmentFlag.AlignHCenter if self._is_quiet else Qt.AlignmentFlag.AlignLeft
        flags = int(across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(_mirrored(button, room), flags, self._choice.label)

    def _paint_tick(self, painter: QPainter, button: QAbstractButton, *, is_on: bool) -> None:
        theme, side = current_theme(), current_theme().px(_TICK)
        if self._is_quiet and not self._several:
            return
        box = self._square(button, button.width() - theme.gap(_PADDING) - side, side)
        if self._several:
            line = theme.colour(Role.ACCENT if is_on else Role.CONTROL_BORDER)
            paint_frame(painter, QRectF(box), Frame(fill=None, line=line, width=2, radius=6))
        if is_on:
            paint_icon(painter, theme, "check", Role.ACCENT, QRectF(box))

    def _square(self, button: QAbstractButton, left: int, side: int) -> QRect:
        """Return a square at a left edge, in the middle of the height; from the right where one reads so."""
        return _mirrored(button, QRect(left, (button.height() - side) // 2, side, side))


def _mirrored(button: QAbstractButton, place: QRect) -> QRect:
    return QStyle.visualRect(button.layoutDirection(), button.rect(), place)


class OneRow(SingleOption):
    """A row of which one can be chosen; spoken as a radio button. `is_quiet`: a smaller one without a tick."""

    def __init__(self, choice: LargeChoice, *, is_quiet: bool = False) -> None:
        super().__init__(choice.label)
        self._drawing = _RowDrawing(choice, several=False, is_quiet=is_quiet)
        self.setAutoExclusive(not is_quiet)  # a quiet one stands by itself, and Tab comes to it


class TickRow(SeveralOption):
    """A row of which several can be chosen; spoken as a tick box."""

    def __init__(self, choice: LargeChoice) -> None:
        super().__init__(choice.label)
        self._drawing = _RowDrawing(choice, several=True)


class LargeButton(QPushButton):
    """The one thing to do on the person's side, in large words."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._words = ""
        self.set_words(words)
        theme_source().changed.connect(self._on_theme_changed)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        words = text_width(theme.font(Type.PERSON_SMALL), self._words)
        return QSize(max(round(words) + 2 * theme.gap(36), theme.px(180)), theme.height(_LEAST))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, place = current_theme(), QPainter(self), QRectF(self.rect())
        fill = Role.ACCENT_HOVER if self.underMouse() or self.isDown() else Role.ACCENT
        paint_frame(painter, place, Frame(fill=theme.colour(fill), radius=CARD_RADIUS))
        paint_centred(painter, place, self._words, theme.font(Type.PERSON_SMALL), theme.colour(Role.ON_ACCENT))


class LargeAnswers(AnswerScale):
    """The rows of one question. Many stand in two columns where there is room; keys and signals as `AnswerScale`."""

    def __init__(self, choices: Sequence[LargeChoice], *, several: bool = False) -> None:
        self._columns = 0
        self._grid = QGridLayout()
        super().__init__(choices, several=several)
        self._settling.setInterval(SHOWN_MS)
        for row in self._options:
            self._column.removeWidget(row)
        self._column.addLayout(self._grid)
        self._arrange(1)

    @property
    def rows(self) -> tuple[QAbstractButton, ...]:
        """The rows, in the order of the answers."""
        return tuple(self._options)

    @override
    def _made(self, choice: Choice, digit: str, *, is_large: bool) -> QAbstractButton:
        large = choice if isinstance(choice, LargeChoice) else LargeChoice(code=choice.code, label=choice.label)
        return TickRow(large) if self._several else OneRow(large)

    def _arrange(self, columns: int) -> None:
        """Stand the rows in columns, one after the other down."""
        if columns == self._columns:
            return
        self._columns, tall = columns, -(-len(self._options) // columns)
        for at, row in enumerate(self._options):
            self._grid.addWidget(row, at % tall, at // tall)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= 2 * current_theme().px(COLUMN)
        self._arrange(2 if is_wide and len(self._options) > MOST_IN_A_COLUMN else 1)

    @Slot()
    @override
    def _on_theme_changed(self) -> None:
        self.setMaximumWidth(_WIDEST)
        self._grid.setSpacing(current_theme().gap(12))
