"""The window that the person looks at: one page at a time, and a calm one for every pause."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScroller, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.actions import all_actions
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.number_scale import ChoiceRow
from intake_app.ui.fields.tab_order import step_focus
from intake_app.ui.presenters.person_plan import ListView
from intake_app.ui.presenters.person_side import PauseView, QuestionView, SideView, WheelView
from intake_app.ui.presenters.person_tongue import TongueView
from intake_app.ui.stage import TITLE
from intake_app.ui.theme.focus import install_focus_ring
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.parts import Page
from intake_app.ui.views.person_side_list import SideList, SideWheel
from intake_app.ui.views.person_side_question import SideQuestion

LEAST_WIDTH, LEAST_HEIGHT = 480, 480
SIDE, ABOVE = 44, 36
KEYS = ("person_window", "lock")
"""The actions whose keys work in this window too; it knows no other."""
ARROWS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right})


class Calm(QFrame):
    """The paper-coloured page with one sentence; it lies over everything else."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("look", "ground")
        self.words = Label("", Type.PERSON)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, ABOVE, SIDE, ABOVE)
        column.addWidget(self.words)

    def cover(self) -> None:
        """Lie over the window, painted before anything else is done."""
        self.show()
        self.raise_()
        if self.isVisible():
            self.repaint()


class PersonSide(QWidget):
    """Shows what it is told and tells what is answered; it knows no talk. Its title never says more than the program's.

    `spoken` carries the code of another language; `keyed` the id of an action; `closed`: somebody closed it.
    """

    spoken = Signal(str)
    keyed = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.question, self.list, self.wheel = SideQuestion(), SideList(), SideWheel()
        self._pages = QStackedLayout()
        self._choices: tuple[tuple[str, str], ...] = ()
        self.languages: ChoiceRow | None = None
        self.status = Label("", Type.TEXT, Role.TEXT_SOFT)
        self._lay_out()
        # Once there is a place for them: before, the first would be a window of its own for a moment.
        self._scrolled = [self._page(each) for each in (self.question, self.list, self.wheel)]
        self.calm = Calm(self)
        self._listen_to_keys()
        install_focus_ring(self)

    def _page(self, inside: QWidget) -> Page:
        """Return a page in the middle, that one pushes up and down with a finger."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(SIDE, ABOVE, SIDE, ABOVE)
        line.addStretch(1)
        line.addWidget(inside, 1000)
        line.addStretch(1)
        page = Page(holder)
        QScroller.grabGesture(page.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._pages.addWidget(page)
        return page

    def _lay_out(self) -> None:
        self.foot = QWidget()
        self._foot = QHBoxLayout(self.foot)
        self._foot.setContentsMargins(SIDE, 0, SIDE, 16)
        self._foot.setSpacing(20)
        self._foot.addWidget(self.status, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._pages, 1)
        column.addWidget(self.foot)

    def _listen_to_keys(self) -> None:
        for each in all_actions():
            if each.id in KEYS:
                key = QShortcut(QKeySequence(each.shortcut), self)
                key.setObjectName(each.id)
                key.activated.connect(self._on_keyed)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on in the order in which one reads."""
        return step_focus(self, forward=next)

    @Slot()
    def _on_keyed(self) -> None:
        key = self.sender()
        if key is not None:
            self.keyed.emit(key.objectName())

    def show_view(self, view: SideView, tongue: TongueView) -> None:
        """Show what the person may see now, in this language."""
        right = Qt.LayoutDirection.RightToLeft
        self.setLayoutDirection(right if tongue.is_right_to_left else Qt.LayoutDirection.LeftToRight)
        self.calm.words.setText(tongue.words.pause)
        if isinstance(view, PauseView):
            self.pause()
            return
        self._show_tongue(tongue)
        match view:
            case QuestionView():
                self._show_question(view, tongue)
            case ListView():
                self.list.show_view(view)
                self._turn_to(self.list)
            case WheelView():
                self.wheel.show_view(view)
                self._turn_to(self.wheel)

    def pause(self) -> None:
        """Show the calm page at once, the same whatever the reason; then keep nothing of what stood here."""
        self.calm.cover()
        self.foot.hide()
        for page in (self.question, self.list, self.wheel):
            page.forget()

    @property
    def is_paused(self) -> bool:
        """Tell whether the calm page is shown."""
        return not self.calm.isHidden()

    def _show_question(self, view: QuestionView, tongue: TongueView) -> None:
        is_new = self.question.show_view(view, tongue.words)
        self._turn_to(self.question)
        if is_new:
            self._scrolled[0].verticalScrollBar().setValue(0)
            if self.isActiveWindow():
                self.question.answer.focus_answer()

    def _turn_to(self, inside: QWidget) -> None:
        page = next(each for each in self._scrolled if each.isAncestorOf(inside))
        self._pages.setCurrentWidget(page)
        for each in (self.question, self.list, self.wheel):
            if each is not inside:
                each.forget()
        self.question.fold(self.width())
        self.calm.hide()

    def _show_tongue(self, tongue: TongueView) -> None:
        if tongue.choices != self._choices:
            self._choices = tongue.choices
            if self.languages is not None:
                self._foot.removeWidget(self.languages)
                self.languages.hide()
                self.languages.deleteLater()
            self.languages = ChoiceRow(tongue.choices) if tongue.choices else None
            if self.languages is not None:
                self.languages.setAccessibleName(tongue.title)
                self.languages.chosen.connect(self.spoken)
                self._foot.insertWidget(0, self.languages, 0, Qt.AlignmentFlag.AlignVCenter)
        if self.languages is not None:
            self.languages.show_code(tongue.code)
        self.status.setText("\n".join(dict.fromkeys(filter(None, (tongue.status, tongue.status_dutch)))))
        self.foot.setVisible(bool(tongue.choices))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key wherever the focus is; Esc and every other key do nothing here."""
        view = self.question.view
        if self.is_paused or view is None:
            return
        if event.text() == "-":
            self.question.on_decline()
        elif event.text() == "?":
            self.question.on_unknown()
        elif not self.question.answer.press_key(event.text()) and event.key() in ARROWS:
            self.question.answer.focus_answer()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.calm.setGeometry(self.rect())
        self.question.fold(self.width())

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Put the focus into the answer when somebody comes to this window."""
        super().changeEvent(event)
        is_here = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if is_here and not self.is_paused and self.focusWidget() is None:
            self.question.answer.focus_answer()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep nothing of what stood here."""
        self.pause()
        super().closeEvent(event)
        self.closed.emit()
