"""The middle: the question in words one can say aloud, its field, and what else the person says about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.core.ids import QuestionId
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.chip import ChipButton, Tone
from intake_app.ui.fields.fault_line import FaultLine
from intake_app.ui.fields.label import KeyCap, Label
from intake_app.ui.presenters.conversation import Talk
from intake_app.ui.presenters.talk_question import FieldKind, QuestionState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views import talk_parts as parts
from intake_app.ui.views.action_button import button_for
from intake_app.ui.views.flow import Flow
from intake_app.ui.views.talk_answer import AnswerField
from intake_app.ui.views.talk_asides import StrengthLine
from intake_app.ui.views.talk_help import AskHelp
from intake_app.ui.views.talk_own_words import OwnWords

WIDEST = 640


class QuestionPanel(QWidget):
    """One question. `changed`: something was kept; `settled`: the answer stands, go on."""

    changed = Signal()
    settled = Signal()

    def __init__(self, talk: Talk) -> None:
        super().__init__()
        self._talk, self._shown = talk, QuestionId("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._make_parts()
        self._lay_out()
        self._connect()

    @property
    def focus_mark(self) -> QWidget:
        """What shows that digits answer now: the question itself."""
        return self.question

    def _make_parts(self) -> None:
        self.heading = Label("", Type.LABEL, Role.TEXT_SOFT)
        self.question = Label("", Type.QUESTION)
        self.opener = Label("", Type.TEXT, Role.TEXT_SOFT)
        self.help = Label("", Type.TEXT, Role.TEXT_SOFT)
        self.answer = AnswerField()
        self.fault = FaultLine()
        self.decline = ActionButton(self.tr("Wil niet zeggen"), "-", Kind.PLAIN)
        self.unknown = ActionButton(self.tr("Weet niet"), "?", Kind.PLAIN)
        self.wish = ChipButton(self.tr("Hier wil ik over praten"), Tone.WISH, "wish", "wish_off")
        self.wish_key = KeyCap("P")
        self.own = OwnWords()
        self.note = self.own.field
        self.strength = StrengthLine()
        self.hints = Label("", Type.TEXT, Role.TEXT_SOFT)
        self.help_button = button_for("how_to_ask", Kind.PLAIN, icon="help")
        self.ask_help = AskHelp()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 16)
        self._column.setSpacing(6)
        for part in (self.heading, self.question, self.opener, self.help, self.ask_help):
            self._column.addWidget(part)
        self._column.addSpacing(8)
        self._column.addWidget(self.answer)
        self._column.addWidget(self.fault)
        actions = Flow(gap=8)
        self.wishing = QWidget()
        self.wishing.setLayout(parts.row(self.wish, self.wish_key, gap=8))
        for action in (self.decline, self.unknown, self.wishing):
            actions.add(action)
        self._column.addWidget(actions)
        self._column.addSpacing(6)
        self._column.addWidget(self.own)
        beside = parts.row(self.strength, self.help_button)
        beside.setStretch(0, 1)
        self._column.addLayout(beside)
        self._column.addWidget(self.hints)
        self._column.addStretch(1)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _connect(self) -> None:
        self.answer.given.connect(self._on_given)
        self.answer.settled.connect(self.settled)
        self.decline.clicked.connect(self.on_decline)
        self.unknown.clicked.connect(self.on_unknown)
        self.wish.clicked.connect(self.on_wish)
        self.note.edited.connect(self._on_noted)
        self.note.finished.connect(self.focus_question)
        self.strength.told.connect(self._on_strength)
        self.strength.finished.connect(self.focus_question)
        self.help_button.clicked.connect(self.on_help)

    def show_question(self, state: QuestionState, place: str) -> None:
        """Show a question; the one that is shown already only changes its state, in place."""
        is_new = state.id != self._shown
        if is_new:
            self.flush()
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # before the field goes: Qt would look where else to put it
            self._shown = state.id
            self.ask_help.hide()
            self.fault.setText("")
        self.heading.setText(" · ".join(part for part in (place, state.heading, state.status) if part))
        self.question.setText(state.text)
        self.setAccessibleName(state.text)
        self._show_words(state)
        self.answer.show_field(state.id, state.field, state.text)
        self._show_asides(state)
        if is_new:
            self.focus_question()

    def _show_words(self, state: QuestionState) -> None:
        opener = self.tr("Zo kunt u beginnen: “{words}”").format(words=state.opener)
        self.opener.setText(opener)
        self.opener.setVisible(bool(state.opener))
        self.help.setText(state.help)
        self.help.setVisible(bool(state.help))
        self.hints.setText(self.tr("Vraag door: {words}").format(words=" ".join(state.hints)))
        self.hints.setVisible(bool(state.hints))

    def _show_asides(self, state: QuestionState) -> None:
        self.decline.set_kind(Kind.OUTLINED if state.state == "declined" else Kind.PLAIN)
        self.unknown.set_kind(Kind.OUTLINED if state.state == "not_known" else Kind.PLAIN)
        self.wishing.setVisible(state.may_wish)
        self.strength.setVisible(state.may_wish)
        self.wish.setChecked(state.wished)
        self.own.show_words(state.note, is_needed=state.field.kind is not FieldKind.TEXT)
        self.strength.show_strength(state.strength)

    @Slot()
    def focus_question(self) -> None:
        """Put the focus where the next key belongs: into a field to type in, else on the question itself."""
        if self.answer.takes_typing:
            self.answer.focus_answer()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Look the same with the focus as without: Qt would paint all of it again."""

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look the same without the focus."""

    @Slot()
    def focus_note(self) -> None:
        """Go to the own words."""
        if not self.own.focus_words():
            self.answer.focus_answer()

    def flush(self) -> None:
        """Keep what is being typed."""
        self.answer.flush()
        self.note.flush()

    def hide_notes(self, *, is_hidden: bool) -> None:
        """Keep own words out of sight; their place stays free."""
        self.own.hide_words(is_hidden=is_hidden)
        self.strength.words.setVisible(not is_hidden)

    def press_key(self, text: str) -> bool:
        """Answer by digit, wherever the focus is."""
        return self.answer.press_key(text)

    @Slot(object)
    def _on_given(self, value: str | float | tuple[str, ...] | None) -> None:
        if value is None:
            self._talk.clear(self._shown)
            self.fault.setText("")
        else:
            self.fault.setText(self._talk.answer(value, self._shown))
        self.changed.emit()

    @Slot()
    def on_decline(self) -> None:
        """The person does not want to say; go on."""
        self._talk.decline()
        self.changed.emit()
        self.settled.emit()

    @Slot()
    def on_unknown(self) -> None:
        """The person does not know; go on."""
        self._talk.not_known()
        self.changed.emit()
        self.settled.emit()

    @Slot()
    def on_clear(self) -> None:
        """Take the answer away."""
        self._talk.clear()
        self.changed.emit()

    @Slot()
    def on_wish(self) -> None:
        """Mark the topic as one to talk about, or no longer."""
        self._talk.toggle_wish()
        self.changed.emit()

    @Slot(str)
    def _on_noted(self, words: str) -> None:
        self.fault.setText(self._talk.note(self._shown, words))
        self.changed.emit()

    @Slot(str)
    def _on_strength(self, words: str) -> None:
        self._talk.strengthen(words)
        self.changed.emit()

    @Slot()
    def on_help(self) -> None:
        """Show why this is asked and how one could ask it, or take that away again."""
        self.ask_help.toggle(self._talk, self._shown)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setMaximumWidth(current_theme().px(WIDEST) + 16)
