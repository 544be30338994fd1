"""The frame that choosing, agreeing and the papers share: header with the save state, footer, keys, small parts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from intake_app.conversation.session import Session
from intake_app.ui.fields.bars import Footer, Header
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.action_button import MenuButton, button_for
from intake_app.ui.views.save_words import show_saved

TYPED_IN = (QLineEdit, QPlainTextEdit, QComboBox, QDateEdit)


class TalkHeader(Header):
    """Where one is, what it is about, whether it is saved, and the niet-pluis key."""

    def __init__(self, context: ScreenContext, title: str, about: str) -> None:
        super().__init__(title, about)
        self._context = context
        self.menu, self.gut_feeling = MenuButton(), button_for("gut_feeling")
        self.menu.clicked.connect(self._on_menu)
        self.gut_feeling.clicked.connect(self._on_gut_feeling)
        self.put_first(self.menu)
        self.add(self.gut_feeling)
        self.show_saved()

    def show_saved(self) -> None:
        """Show where the last change is."""
        show_saved(self._context.desk, self)

    @Slot()
    def _on_menu(self) -> None:
        self._context.shell.go("menu")

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


def scrolled(inside: QWidget) -> QScrollArea:
    """Return something in an area that scrolls down, and never takes the focus itself."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def beside(left: QLayout, side: QWidget) -> tuple[QScrollArea, QBoxLayout]:
    """Return a page and its side in one area that scrolls, and the layout to turn when the side goes below."""
    main, inside = QFrame(), QWidget()
    main.setProperty("look", "ground")
    main.setLayout(left)
    both = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
    both.setContentsMargins(0, 0, 0, 0)
    both.setSpacing(0)
    both.addWidget(main, 1)
    both.addWidget(side)
    return scrolled(inside), both


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
