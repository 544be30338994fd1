"""Hands what the person answers to the talk, through the same presenter as the practitioner's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from intake_app.ui.fields.face_row import SHOWN_MS
from intake_app.ui.presenters.person_side import QuestionView
from intake_app.ui.presenters.read_only import is_reading
from intake_app.ui.presenters.talk_question import FieldKind
from intake_app.ui.views.conversation import ConversationScreen
from intake_app.ui.views.person_side_question import DECLINED

if TYPE_CHECKING:
    from intake_app.core.ids import QuestionId
    from intake_app.ui.main_window import MainWindow
    from intake_app.ui.presenters.conversation import Talk
    from intake_app.ui.presenters.person_side import SideView
    from intake_app.ui.views.person_side import PersonSide

TYPED = frozenset({FieldKind.TEXT, FieldKind.DATE, FieldKind.NUMBER})
"""Answers that come bit by bit; each bit is kept, none is told."""


class PersonAnswers(QObject):
    """Listens to the person's window. The practitioner's screen shows each answer at once, with a way to undo it."""

    def __init__(self, window: MainWindow, side: PersonSide) -> None:
        super().__init__(side)
        self._window, self._side = window, side
        self._asked: tuple[Talk, QuestionId] | None = None
        self._going_on = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._going_on.timeout.connect(self._on_settled)
        side.question.given.connect(self._on_given)
        side.question.passed.connect(self._on_passed)
        side.question.settled.connect(self._on_settled)

    def note(self, view: SideView) -> None:
        """Remember which question of which talk is shown: what is still being typed belongs there."""
        shown = self._window.shown
        if isinstance(view, QuestionView) and isinstance(shown, ConversationScreen):
            self._asked = (shown.talk, view.id)

    @Slot(object)
    def _on_given(self, value: str | float | tuple[str, ...] | None) -> None:
        if self._asked is None or not self._may_answer():
            return
        talk, question = self._asked
        if value is None:
            talk.clear(question)
        else:
            talk.answer(value, question)
        view = self._side.question.view
        self._tell(is_whole=view is not None and view.kind not in TYPED)

    def _may_answer(self) -> bool:
        """Tell whether the talk takes answers: it is not locked away, nor to be read only."""
        desk, locked = self._window.desk, self._window.is_locked
        return desk is not None and not locked and not is_reading(desk, self._window.session)

    @Slot(str)
    def _on_passed(self, how: str) -> None:
        if self._may_answer() and self._is_asked_now() and self._asked is not None:
            talk, _ = self._asked
            if how == DECLINED:
                talk.decline()
            else:
                talk.not_known()
            self._tell(is_whole=True)
            self._going_on.start()

    def _is_asked_now(self) -> bool:
        """Tell whether the question that is shown is still the practitioner's."""
        shown = self._window.shown
        return isinstance(shown, ConversationScreen) and self._asked == (shown.talk, shown.talk.current)

    def _tell(self, *, is_whole: bool) -> None:
        """Show it on the practitioner's screen."""
        shown = self._window.shown
        if isinstance(shown, ConversationScreen):
            shown.panel.changed.emit()
        if is_whole:
            self._window.toast(self.tr("Antwoord van de persoon."), self._undo)

    def _undo(self) -> None:
        self._window.do("undo")

    @Slot()
    def _on_settled(self) -> None:
        """Go on as the practitioner's screen does, and give the keys back to it."""
        shown = self._window.shown
        if not isinstance(shown, ConversationScreen) or not self._is_asked_now():
            return
        shown.panel.settled.emit()
        if self._side.isFullScreen() and self._side.isActiveWindow():
            self._window.activateWindow()
