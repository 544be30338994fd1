"""The frame that choosing, agreeing and the papers share: header with the save state, footer, keys, small parts."""

from __future__ import annotations

from PySide6.QtCore import QDate, QTime, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QFrame,
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
from intake_app.ui.fields.button import ActionButton
from intake_app.ui.fields.label import ElidedLabel, IconLabel, Label
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Role, Type

TYPED_IN = (QLineEdit, QPlainTextEdit, QComboBox, QDateEdit)


class TalkHeader(QFrame):
    """Where one is, what it is about, whether it is saved, and the niet-pluis key."""

    def __init__(self, context: ScreenContext, title: str, about: str) -> None:
        super().__init__()
        self._context = context
        self.setProperty("look", "header")
        self.saved_icon = IconLabel("check", Role.TEXT_SOFT, 16)
        self.saved = Label("", Type.TEXT, Role.TEXT_SOFT, wraps=False)
        self.gut_feeling = ActionButton(self.tr("Niet-pluis"), "F9")
        self.gut_feeling.clicked.connect(self._on_gut_feeling)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 8, 20, 8)
        line.setSpacing(16)
        line.addWidget(Label(title, Type.HEADING, wraps=False))
        line.addWidget(ElidedLabel(about, Type.TEXT, Role.TEXT_SOFT), 1)
        line.addWidget(self.saved_icon)
        line.addWidget(self.saved)
        line.addWidget(self.gut_feeling)
        self.show_saved()

    def show_saved(self) -> None:
        """Show where the last change is."""
        state = self._context.desk.save_state()
        failed = state.status is SaveStatus.FAILED
        self.saved_icon.setVisible(state.status is SaveStatus.SAVED)
        self.saved.setText(self._words(state))
        self.saved.set_tone(Role.ALARM if failed else Role.TEXT_SOFT)

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


class Footer(QFrame):
    """The actions of a screen; the one to do stands right. None is room that gives way."""

    def __init__(self, *items: QWidget | None) -> None:
        super().__init__()
        self.setProperty("look", "footer")
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 12, 20, 12)
        line.setSpacing(14)
        for item in items:
            if item is None:
                line.addStretch(1)
            else:
                line.addWidget(item)


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


def today() -> QDate:
    """Return the day on this computer."""
    return QDate.currentDate()


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
