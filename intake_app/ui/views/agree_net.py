"""The safety net: three blocks that are always filled in and can be changed, and when we speak again."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QWidget
from typing_extensions import override

from intake_app.ui.fields.entry import DateField, paint_right_icon
from intake_app.ui.fields.label import IconLabel, Label, Line
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.presenters.agree import Agreeing, AgreeState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column, line


class WaysBox(QComboBox):
    """Ways to speak again: one of the list, or own words. The wheel scrolls the page, not the choice."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_right_icon(self, "down")


class SafetyNet(QFrame):
    """The right side of the agreements. Every change goes to the presenter; it saves a moment later."""

    def __init__(self, agreeing: Agreeing, language: str) -> None:
        super().__init__()
        self.setProperty("look", "pane_right")
        self._agreeing = agreeing
        self.worse = NoteField(self.tr("Als het erger wordt"), least_lines=5)
        self.fails = NoteField(self.tr("Als het niet lukt of niet past"))
        self.again = DateField(self.tr("Wij spreken elkaar weer"), self.tr("geen dag"), language)
        self.how = WaysBox()
        self.how.setEditable(True)
        self.how.setAccessibleName(self.tr("Hoe spreken wij elkaar"))
        self.call_back = Label("", Type.SMALL, Role.TEXT_SOFT)
        self._lay_out()
        self.worse.edited.connect(self._on_worse)
        self.fails.edited.connect(self._on_fails)
        self.again.edited.connect(self._on_again)
        self.how.editTextChanged.connect(self._on_how)

    def _lay_out(self) -> None:
        question = self.tr("Vraag tot slot: “Welke vragen hebt u nog?”")
        closing = line(IconLabel("quote"), Label(question, Type.STRONG), gap=10)
        closing.setStretch(1, 1)
        inside = column(
            Label(self.tr("Vangnet"), Type.TITLE),
            self._label(self.tr("Als het erger wordt"), self.worse),
            self.worse,
            self._label(self.tr("Als het niet lukt of niet past"), self.fails),
            self.fails,
            self._label(self.tr("Wij spreken elkaar weer"), self.again),
            self.again,
            self._label(self.tr("Hoe"), self.how),
            self.how,
            self.call_back,
            Line(),
            closing,
            gap=8,
        )
        inside.addStretch(1)
        inside.setContentsMargins(28, 24, 28, 24)
        self.setLayout(inside)

    def _label(self, words: str, field: QWidget) -> Label:
        made = Label(words, Type.LABEL, Role.TEXT_SOFT)
        made.setBuddy(field)
        return made

    def show_state(self, state: AgreeState) -> None:
        """Show the net; what is being typed stays."""
        self.worse.show_text(state.when_worse)
        self.fails.show_text(state.when_it_fails)
        self.again.show_day(state.speak_again)
        self.call_back.setText(self.tr("Veilig bellen: {how}").format(how=state.call_back))
        self.call_back.setVisible(bool(state.call_back))
        if self.how.hasFocus() or self.how.currentText() == state.speak_how:
            return
        self.how.blockSignals(True)
        self.how.clear()
        self.how.addItems(state.speak_ways)
        self.how.setCurrentText(state.speak_how)
        self.how.blockSignals(False)

    def flush(self) -> None:
        """Hand over what was typed last."""
        self.worse.flush()
        self.fails.flush()

    @Slot(str)
    def _on_worse(self, text: str) -> None:
        self._agreeing.change_net(worse=text)
        self._agreeing.save()

    @Slot(str)
    def _on_fails(self, text: str) -> None:
        self._agreeing.change_net(fails=text)
        self._agreeing.save()

    @Slot()
    def _on_again(self) -> None:
        self._agreeing.change_speak_again(self.again.day)
        self._agreeing.save()

    @Slot(str)
    def _on_how(self, text: str) -> None:
        self._agreeing.change_net(how=text)
        self._agreeing.save()
