"""One question as the person sees it: a pictogram, the words, the answers, and two quiet ways to pass over it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from intake_app.ui.fields.face import Pictogram
from intake_app.ui.fields.face_row import LargeButton, LargeChoice, OneRow
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.person_side import QuestionView
from intake_app.ui.presenters.person_tongue import SideWords
from intake_app.ui.presenters.talk_question import FieldKind
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.person_side_answer import SideAnswer

WIDEST = 980
DECLINED, NOT_KNOWN = "declined", "not_known"
GOES_ON_BY_ITSELF = frozenset({FieldKind.SINGLE, FieldKind.SCALE})


class SideQuestion(QWidget):
    """Shows a question; the same one in the same language keeps its field, so that nothing moves.

    `given` carries the value, or None when it was emptied; `passed` declined or not_known; `settled`: go on.
    """

    given = Signal(object)
    passed = Signal(str)
    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view: QuestionView | None = None
        self._shown: tuple[str, str, SideWords] | None = None
        self.pictogram, self.question = Pictogram(), Label("", Type.PERSON)
        self.help = Label("", Type.PERSON_SMALL, Role.TEXT_SOFT)
        self.answer = SideAnswer()
        self.fault = Label("", Type.PERSON_SMALL)
        self.ready = LargeButton("")
        self.passing = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.passing)
        self.decline: OneRow | None = None
        self.unknown: OneRow | None = None
        self._lay_out()
        self.answer.given.connect(self._on_given)
        self.answer.settled.connect(self._on_settled)
        self.ready.clicked.connect(self._on_settled)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self.pictogram)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        words.addWidget(self.question)
        words.addWidget(self.help)
        words.addStretch(1)
        head.addLayout(words, 1)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        for part in (self.answer, self.fault):
            self._column.addWidget(part)
        self._column.addSpacing(6)
        self._column.addWidget(self.passing)
        self._column.addStretch(1)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addWidget(self.ready)
        page = QVBoxLayout(self)
        page.addLayout(self._column)

    def show_view(self, view: QuestionView, words: SideWords) -> bool:
        """Show a question as it is now; tells whether it is another than before."""
        key = (view.id, view.text, words)
        is_new = key != self._shown
        if is_new:
            self.forget()
            self._shown = key
            self._show_words(view, words)
            self.answer.make(view, words)
        self.view = view
        self.answer.show_value(view)
        self._show_fault()
        for row, code in ((self.decline, DECLINED), (self.unknown, NOT_KNOWN)):
            if row is not None:
                row.setChecked(view.passed == code)
        return is_new

    def _show_words(self, view: QuestionView, words: SideWords) -> None:
        self.pictogram.show_picture(view.pictogram)
        self.question.setText(view.text)
        self.help.setText(view.help)
        self.help.setVisible(bool(view.help))
        self.ready.set_words(words.ready)
        self.ready.setVisible(view.kind not in GOES_ON_BY_ITSELF and not (view.is_row and not view.rows))
        for row in (self.decline, self.unknown):
            if row is not None:
                self._beside.removeWidget(row)
                row.hide()
                row.deleteLater()
        self.decline = OneRow(LargeChoice(code=DECLINED, label=words.decline), is_quiet=True)
        self.unknown = OneRow(LargeChoice(code=NOT_KNOWN, label=words.not_known), is_quiet=True)
        self.decline.clicked.connect(self.on_decline)
        self.unknown.clicked.connect(self.on_unknown)
        self._beside.insertWidget(0, self.decline)
        self._beside.insertWidget(1, self.unknown)
        self.unknown.setVisible(all(each.label != words.not_known for each in view.rows))

    def forget(self) -> None:
        """Keep nothing of the question; what was typed is told first."""
        self.answer.clear()
        self.view = self._shown = None
        for words in (self.question, self.help, self.fault):
            words.setText("")
        self.pictogram.show_picture("")

    def _show_fault(self) -> None:
        self.fault.setText(self.view.wrong if self.view is not None and self.answer.is_wrong else "")
        self.fault.setVisible(bool(self.fault.text()))

    def fold(self, width: int) -> None:
        """Stand the two quiet ways under one another where there is no room beside."""
        is_wide = current_theme().em(width) > 46  # noqa: PLR2004  two short sentences beside one another
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    @Slot(object)
    def _on_given(self, value: str | float | tuple[str, ...] | None) -> None:
        self._show_fault()
        if not self.answer.is_wrong:
            self.given.emit(value)

    @Slot()
    def _on_settled(self) -> None:
        self.answer.flush()
        if not self.answer.is_wrong:
            self.settled.emit()

    @Slot()
    def on_decline(self) -> None:
        """The person does not want to say."""
        self.passed.emit(DECLINED)

    @Slot()
    def on_unknown(self) -> None:
        """The person does not know."""
        self.passed.emit(NOT_KNOWN)

    @Slot()
    def _on_theme_changed(self) -> None:
        theme = current_theme()
        self._column.setSpacing(theme.gap(18))
        self._beside.setSpacing(theme.gap(16))
        self.setMaximumWidth(theme.px(WIDEST))
