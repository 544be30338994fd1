"""The frame that choosing, agreeing and the papers share: header with the save state, footer, keys, small parts."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QDate, Qt, QTime, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from intake_app.conversation.desk import SaveState, SaveStatus
from intake_app.conversation.session import Session
from intake_app.ui.fields.bars import Footer, Header
from intake_app.ui.fields.button import ActionButton
from intake_app.ui.fields.save_state import Saving
from intake_app.ui.screen import ScreenContext

TYPED_IN = (QLineEdit, QPlainTextEdit, QComboBox, QDateEdit)


class TalkHeader(Header):
    """Where one is, what it is about, whether it is saved, and the niet-pluis key."""

    def __init__(self, context: ScreenContext, title: str, about: str) -> None:
        super().__init__(title, about)
        self._context = context
        self.gut_feeling = ActionButton(self.tr("Niet-pluis"), "F9")
        self.gut_feeling.clicked.connect(self._on_gut_feeling)
        self.add(self.gut_feeling)
        self.show_saved()

    def show_saved(self) -> None:
        """Show where the last change is."""
        state = self._context.desk.save_state()
        self.save_state.show_state(Saving(state.status.value), self._words(state))

    def _words(self, state: SaveState) -> str:
        if state.status is SaveStatus.BUSY:
            return self.tr("Bezig …")
        if state.status is SaveStatus.FAILED:
            return self._context.desk.problem_text(state.problem) if state.problem else self.tr("Niet opgeslagen")
        time = QTime(state.at.hour, state.at.minute).toString("HH:mm") if state.at else ""
        return self.tr("Opgeslagen {time}").format(time=time).strip()

    @Slot()
    def _on_gut_feeling(self) -> None:
        self._context.shell.flag_key()


def footer(back: QWidget, *others: QWidget, optional: QWidget | None = None) -> Footer:
    """Return the bar below: the way back left, what can be done right, the one to do last."""
    made = Footer()
    made.add_left(back)
    for each in others:
        made.add_right(each, optional=each is optional)
    return made


def is_typing() -> bool:
    """Tell whether the focus is in a field that takes letters and digits."""
    return isinstance(QApplication.focusWidget(), TYPED_IN)


def plain_key(event: QKeyEvent) -> str:
    """Return the letter or digit that was pressed without typing it anywhere, in capitals; else empty."""
    return "" if is_typing() else event.text().upper()


def who_it_is(session: Session, context: ScreenContext) -> str:
    """Return whom the talk is about, without a name."""
    person = session.conversation.situation.person
    age = person.age_on(session.conversation.situation.date)
    who = context.desk.text(f"person_as.{person.gender or 'unknown'}")
    return who if age is None else context.desk.text("person_as.with_age", who=who, age=str(age))


def today() -> datetime.date:
    """Return the day on this computer."""
    day = QDate.currentDate()
    return datetime.date(day.year(), day.month(), day.day())


def on_key(widget: QWidget, key: str, told: Callable[[], None]) -> None:
    """Have `told` called when a key is pressed anywhere within a widget, also where a field would take it."""
    shortcut = QShortcut(QKeySequence(key), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(told)


def column(*items: QWidget | QLayout, gap: int = 8) -> QVBoxLayout:
    """Return a column without margins of its own."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    for item in items:
        if isinstance(item, QLayout):
            made.addLayout(item)
        else:
            made.addWidget(item)
    return made


def line(*items: QWidget | QLayout | None, gap: int = 8) -> QHBoxLayout:
    """Return a line without margins of its own; None is room that gives way."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    for item in items:
        if item is None:
            made.addStretch(1)
        elif isinstance(item, QLayout):
            made.addLayout(item)
        else:
            made.addWidget(item)
    return made


def grows_down() -> QSizePolicy:
    """Return the policy of a part that is as high as its text needs at its width, and no less."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and free it."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            empty(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
