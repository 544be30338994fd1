"""Walks a talk key by key and notes how long each picture took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget
from typing_extensions import override

from intake_app.ui.presenters.talk_order import may_show
from intake_app.ui.presenters.talk_question import FieldKind
from tools.screen_time.program import Program, Timed, Took, now

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake_app.ui.views.conversation import ConversationScreen

READING = 0.05
"""Seconds between a picture and the next key: quicker than anybody reads."""
BARE, COLUMNS, ROWS = 40, 8, 12
TYPED = "Rust"


class _Timer(QObject):
    """Notes when a timer goes off: from there the next question is on its way."""

    def __init__(self) -> None:
        super().__init__()
        self.went: Took | None = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Timer:
            self.went = now()
        return False


class Walk:
    """One walk. `took` holds what was measured: of an answer, of going on, of a letter, of the look ahead."""

    def __init__(self, program: Program) -> None:
        """Begin where the program is."""
        self._program, self._timer, self.asked = program, _Timer(), 0
        self.took: dict[str, list[Took]] = {"answer": [], "next": [], "letter": [], "outlook": []}

    @property
    def _screen(self) -> ConversationScreen:
        return self._program.window.shown

    def to_the_end(self) -> None:
        """Answer whatever is asked, then every question of the bank that may be shown."""
        seen = set()
        while self._screen.talk.current not in seen:
            seen.add(self._screen.talk.current)
            self._answer()
        session = self._screen.context.talk
        if not self._screen.talk.is_quick:
            for id_ in session.knowledge.questionnaire.questions:
                if id_ not in seen and may_show(session, id_):
                    seen.add(id_)
                    self._screen.left.opened.emit(id_)
                    self._program.rest(READING)
                    self._answer()
        self.asked = len(seen)

    def _answer(self) -> None:
        here, field = self._screen.talk.current, self._screen.talk.question().field
        if field.kind is FieldKind.SINGLE:
            self._answer_and_wait(len(field.options) // 2)
        elif field.kind in {FieldKind.TEXT, FieldKind.DATE}:
            self._type()
        else:
            self._key("answer", Qt.Key.Key_2)
        if self._screen.talk.current == here:
            self._key("next", Qt.Key.Key_Return)
        self._program.rest(READING)

    def _answer_and_wait(self, option: int) -> None:
        """Press a digit and wait until the talk goes on by itself; it does not where a sheet opened."""
        here, scale = self._screen.talk.current, self._screen.panel.answer.field
        scale._settling.installEventFilter(self._timer)  # noqa: SLF001  where going on begins is told nowhere else
        self._timer.went = None
        self._key("answer", Qt.Key(Qt.Key.Key_1.value + option))
        self._program.wait(lambda: self._timer.went is not None)
        self._program.application.processEvents()
        if self._screen.talk.current != here:
            self._note("next", self._timer.went)

    def _type(self) -> None:
        self._screen.panel.answer.focus_answer()
        for letter in TYPED:
            self._measure("letter", lambda widget, letter=letter: QTest.keyClicks(widget, letter))
            self._program.rest(READING / 5)
        self._screen.panel.flush()
        self._screen.foot.next.click()
        self._program.rest(READING)

    def _key(self, kind: str, key: Qt.Key) -> None:
        self._measure(kind, lambda widget: QTest.keyClick(widget, key))

    def _measure(self, kind: str, press: Callable[[QWidget], None]) -> None:
        """Press, and let everything happen that waits, up to the painting; after an answer up to the look ahead."""
        window, before = self._program.window, self._screen.context.talk.conversation.answers
        window.paintings.clear()
        self._program.looks.clear()
        began = now()
        press(window.focusWidget() or window)
        self._program.application.processEvents()
        self._note(kind, began)
        if self._screen.context.talk.conversation.answers != before:
            self._program.wait(lambda: bool(self._program.looks))
            seen = self._program.looks[0]
            self.took["outlook"].append(((seen[0] - began[0]) * 1e3, (seen[1] - began[1]) * 1e3))
        self._close_sheet()

    def _note(self, kind: str, began: Took) -> None:
        """Note how long the first painting after a moment took; a key that changed nothing paints nothing."""
        took = self._program.window.painted_after(began)
        if took is not None:
            self.took[kind].append(took)

    def _close_sheet(self) -> None:
        """Set the sheet of a flag aside: it comes after the answer was painted."""
        while self._screen.layer.is_open:
            self._screen.layer.close_sheet()
            self._program.application.processEvents()


def bare(program: Program) -> list[Took]:
    """Return how long Qt takes to paint a window as large, full of plain buttons."""
    window, took = _BareWindow(), []
    window.resize(program.window.size())
    window.show()
    QTest.qWaitForWindowExposed(window)
    for _ in range(BARE):
        window.paintings.clear()
        began = now()
        window.update()
        program.application.processEvents()
        took.append(window.painted_after(began))
    window.close()
    window.deleteLater()
    return [each for each in took if each is not None]


class _BareWindow(Timed, QWidget):
    """Plain buttons in rows."""

    def __init__(self) -> None:
        """Note nothing yet."""
        self.paintings = []
        super().__init__()
        grid = QGridLayout(self)
        for at in range(COLUMNS * ROWS):
            grid.addWidget(QPushButton(f"Antwoord {at}"), at // COLUMNS, at % COLUMNS)
