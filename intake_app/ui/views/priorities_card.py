"""One wish as a card: own words, how important, how sure, and what would make it one higher."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.fields.number_scale import NumberScale
from intake_app.ui.fields.ranked_card import RankedCard, RankedWords
from intake_app.ui.presenters.priorities import Priorities, WishView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views.action_button import button_for
from intake_app.ui.views.choose_frame import column, plain_key

BESIDE_EM = 52
"""From this width on the words stand beside the scales."""


class WishDetails(QWidget):
    """The words and the numbers of one wish. What is chosen is kept at once, what is typed a moment later.

    `changed`: it was kept. `step_asked`: what would make it one higher should be a first step, or be none any more.
    """

    changed = Signal()
    step_asked = Signal()

    def __init__(self, priorities: Priorities) -> None:
        super().__init__()
        self._priorities, self._topic = priorities, ""
        important, sure = self.tr("Hoe belangrijk is dit voor u?"), self.tr("Hoeveel vertrouwen hebt u dat het lukt?")
        self.important = NumberScale(self.tr("niet belangrijk"), self.tr("heel belangrijk"), important)
        self.sure = NumberScale(self.tr("geen vertrouwen"), self.tr("veel vertrouwen"), sure)
        self.words = NoteField(self.tr("In eigen woorden"), self.tr("Wat zou u graag willen?"), least_lines=1)
        self.higher_label = Label("", Type.LABEL, Role.TEXT_SOFT)
        self.higher = NoteField(self.tr("Wat maakt het cijfer hoger?"), least_lines=1)
        self.higher_label.setBuddy(self.higher)
        self.step = button_for("first_step")
        self._step_words = self.step.words
        self.step.make_small()
        self._lay_out()
        self.words.edited.connect(self._on_words)
        self.higher.edited.connect(self._on_higher)
        self.higher.finished.connect(self._on_finished)
        self.important.chosen.connect(self._on_important)
        self.sure.chosen.connect(self._on_sure)
        self.step.clicked.connect(self.ask_step)

    def _lay_out(self) -> None:
        numbers = column(*_named(self.important), *_named(self.sure), gap=5)
        numbers.addStretch(1)
        said = column(*_named(self.words), self.higher_label, self.higher, gap=5)
        said.addWidget(self.step, 0, Qt.AlignmentFlag.AlignLeft)
        said.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._beside.setContentsMargins(0, 4, 0, 0)
        self._beside.setSpacing(24)
        self._beside.addLayout(numbers)
        self._beside.addLayout(said, 1)

    def show_view(self, view: WishView) -> None:
        """Show a wish; what is being typed about it stays."""
        self._topic = view.topic
        self.words.show_text(view.text)
        self.important.show_number(view.importance)
        self.sure.show_number(view.confidence)
        self.higher.show_text(view.one_higher)
        asked = self.tr("Wat maakt het een {number}?").format(number=view.asked_after)
        self.higher_label.setText(asked if view.asked_after else self.tr("Wat zou helpen?"))
        words = self.tr("Eerste stap · haal weg") if view.is_step else self._step_words
        self.step.set_words(words)
        self.step.set_kind(Kind.PLAIN if view.is_step else Kind.OUTLINED)
        self.step.set_icon("check" if view.is_step else "steps")
        self.step.setAccessibleName(f"{words}: {view.name}")

    def flush(self) -> None:
        """Hand over what was typed last."""
        for field in (self.words, self.higher, self.important, self.sure):
            field.flush()

    @Slot()
    def ask_step(self) -> None:
        """Ask for the step, with what was typed last."""
        self.flush()
        self.step_asked.emit()

    @Slot(str)
    def _on_words(self, text: str) -> None:
        self._priorities.say(self._topic, text)
        self.changed.emit()

    @Slot(str)
    def _on_higher(self, text: str) -> None:
        self._priorities.say_what_helps(self._topic, text)
        self.changed.emit()

    @Slot(int)
    def _on_important(self, number: int) -> None:
        self._priorities.weigh(self._topic, number)
        self.changed.emit()

    @Slot(int)
    def _on_sure(self, number: int) -> None:
        self._priorities.be_sure(self._topic, number)
        self.changed.emit()

    @Slot()
    def _on_finished(self) -> None:
        self.step.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words below where text is large."""
        super().resizeEvent(event)
        direction, is_wide = QBoxLayout.Direction, current_theme().em(self.width()) >= BESIDE_EM
        self._beside.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)


def _named(field: QWidget) -> tuple[Label, QWidget]:
    name = Label(field.accessibleName(), Type.LABEL, Role.TEXT_SOFT)
    name.setBuddy(field)
    return name, field


class WishCard(RankedCard):
    """A place for a wish; with details where it is one of the first. `step_asked` carries the place."""

    step_asked = Signal(int)

    def __init__(self, at: int, words: RankedWords, details: WishDetails | None = None) -> None:
        head = QWidget()
        super().__init__(at, head, words)
        self.title = Label("", Type.HEADING)
        self.quote = Label("", Type.TEXT, Role.TEXT_SOFT)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.title)
        inside.addWidget(self.quote)
        self.details = details
        if details is not None:
            self.column.addWidget(details)
            details.step_asked.connect(self._on_step_asked)

    def show_view(self, view: WishView, count: int) -> None:
        """Show a wish here."""
        self.show_place(view.name, view.spoken, count)
        self.title.setText(view.name)
        self.quote.setText(f"“{' '.join(view.text.split())}”")
        self.quote.setVisible(self.details is None and bool(view.text))
        if self.details is not None:
            self.details.show_view(view)

    @Slot()
    def _on_step_asked(self) -> None:
        self.step_asked.emit(self.at)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """S makes what would help a first step."""
        if self.details is not None and plain_key(event) == self.details.step.key:
            self.details.ask_step()
        else:
            super().keyPressEvent(event)
