"""Small parts that the shell's screens share: words, buttons, rows, cards, header and footer."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from intake_app.core.clock import SystemClock
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.theme.icons import icon as tinted
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

SIDE = 44
FOCUS_ROOM = 60


def em() -> float:
    """Return the size of plain text on the screen now, in pixels."""
    return float(current_theme().px(15))


def now() -> datetime.datetime:
    """Return the time of the computer's clock, to the second, without its zone."""
    return SystemClock().now().replace(tzinfo=None)


def text(words: str, use: Type = Type.TEXT, tone: Role = Role.TEXT) -> Label:
    """Return words that are only read."""
    return Label(words, use, tone)


def soft(words: str) -> Label:
    """Return quieter words."""
    return Label(words, Type.TEXT, Role.TEXT_SOFT)


def label(words: str, buddy: QWidget) -> QLabel:
    """Return the name of a field, tied to it."""
    made = Label(words, Type.LABEL, Role.TEXT_SOFT)
    made.setBuddy(buddy)
    if not buddy.accessibleName():
        buddy.setAccessibleName(words)
    return made


def button(words: str, key: str = "", kind: Kind = Kind.OUTLINED, *, icon: str = "") -> ActionButton:
    """Return a button."""
    return ActionButton(words, key, kind, icon=icon)


def icon(name: str, role: Role, size: int = 18) -> QIcon:
    """Return a tinted icon at the size of the text."""
    return tinted(current_theme(), name, role, current_theme().px(size))


class Notice(QWidget):
    """One sentence with an icon in front."""

    def __init__(self, icon_name: str, words: str, use: Type = Type.TEXT) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        self.words = Label(words, use)
        line.addWidget(IconLabel(icon_name), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)


class CallLine(QFrame):
    """Whom to call, with a large number."""

    def __init__(self, words: str, number: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(14)
        line.addWidget(IconLabel("phone", size=22))
        line.addWidget(Label(words), 1)
        is_number = number[:1].isdigit()
        line.addWidget(Label(number, Type.TITLE if is_number else Type.TEXT, wraps=not is_number))


def row(*items: QWidget | QLayout | None, gap: int = 12) -> QHBoxLayout:
    """Return a row; None is room that gives way."""
    line = QHBoxLayout()
    line.setSpacing(gap)
    for item in items:
        _add(line, item)
    return line


def bare_row(*items: QWidget | None) -> QWidget:
    """Return a row as a widget, without room around it; None is room that gives way."""
    made = QWidget()
    line = row(*items)
    line.setContentsMargins(0, 0, 0, 0)
    made.setLayout(line)
    return made


def _add(line: QBoxLayout, item: QWidget | QLayout | None) -> None:
    if item is None:
        line.addStretch(1)
    elif isinstance(item, QLayout):
        line.addLayout(item)
    else:
        line.addWidget(item)


def card(title: str, rows: Sequence[QWidget]) -> QFrame:
    """Return a card with a title and its rows."""
    made = QFrame()
    made.setProperty("look", "card")
    column = QVBoxLayout(made)
    column.setContentsMargins(20, 18, 20, 18)
    column.setSpacing(16)
    column.addWidget(Label(title, Type.TITLE))
    for each in rows:
        column.addWidget(each)
    return made


class _Held(QWidget):
    """What a page holds, as high as its words need at the width there is: Qt counts them as if in a narrow column."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inside)

    @override
    def minimumSizeHint(self) -> QSize:
        least, holder, column = super().minimumSizeHint(), self.parentWidget(), self.layout()
        if column is None or holder is None or not self.hasHeightForWidth():
            return least
        return QSize(least.width(), column.minimumHeightForWidth(holder.width()))


class Page(QScrollArea):
    """A page that scrolls up and down when it is too long, and keeps what has the focus in sight."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(_Held(inside))
        self._inside = inside
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        # A part that was only just shown gets its place, and the page its length, once the rest is drawn.
        self._placed = QTimer(self, singleShot=True, interval=0)
        self._placed.timeout.connect(self._on_placed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            self._bring(now)
            self._placed.start()

    @Slot()
    def _on_placed(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._inside.isAncestorOf(focus):
            self._bring(focus)

    def _bring(self, focus: QWidget) -> None:
        """Bring it into sight with what is around it; of what is higher than the page the focus ring shows the top."""
        if focus.height() + 2 * FOCUS_ROOM <= self.viewport().height():
            self.ensureWidgetVisible(focus, 0, FOCUS_ROOM)


class _Middle(QWidget):
    """The middle of a page, no wider than so many text sizes."""

    def __init__(self, widest_em: float) -> None:
        super().__init__()
        self._widest_em = widest_em
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme_source().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.setMaximumWidth(round(self._widest_em * em()))


def centred(holder: QWidget, column: QLayout, widest: float) -> None:
    """Lay a column in the middle of a page, no wider than `widest` pixels at the text size of now."""
    middle = _Middle(widest / em())
    middle.setLayout(column)
    line = QHBoxLayout(holder)
    line.setContentsMargins(SIDE, 28, SIDE, 28)
    line.addStretch(1)
    line.addWidget(middle, 100)
    line.addStretch(1)


def on_escape(widget: QWidget, told: Callable[[], None]) -> None:
    """Have `told` called when Esc is pressed within a widget."""
    key = QShortcut(QKeySequence(Qt.Key.Key_Escape), widget)
    key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    key.activated.connect(told)
