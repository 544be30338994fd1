"""The lines of "Waarom?": a reason with its weight, and a question that is still open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intake_app.ui.fields.button import ActionButton
from intake_app.ui.fields.label import Label, Line
from intake_app.ui.fields.need_bar import WeightDots
from intake_app.ui.presenters.arguments import ArgumentView, OpenLine
from intake_app.ui.presenters.reasons import ReasonLine
from intake_app.ui.theme.roles import Role, Type


class ArgumentRow(QWidget):
    """One sentence with the answer it rests on; which rule says so, and where that comes from, only when asked."""

    def __init__(self, said: ArgumentView, use: Type = Type.STRONG) -> None:
        super().__init__()
        self.rule = Label(said.rule, Type.SMALL, Role.TEXT_SOFT)
        self.origin = Label(said.origin, Type.SMALL, Role.TEXT_SOFT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(said.text, use))
        if said.answer:
            column.addWidget(Label(said.answer))
        column.addWidget(self.rule)
        column.addWidget(self.origin)
        self.show_more(is_on=False)

    def show_more(self, *, is_on: bool) -> None:
        """Show which rule it is and where it comes from, or not."""
        self.rule.setVisible(is_on)
        self.origin.setVisible(is_on and bool(self.origin.text()))


class ReasonRow(QWidget):
    """An argument of a need, with how much it counts."""

    def __init__(self, line: ReasonLine) -> None:
        super().__init__()
        self.setAccessibleName(f"{line.said.text} {line.weight_word}. {line.said.answer}")
        self._line, self.said = line, ArgumentRow(line.said)
        self.weight = Label(line.weight_word, Type.SMALL, Role.TEXT_SOFT, wraps=False)
        top = Qt.AlignmentFlag.AlignTop
        weight = QHBoxLayout()
        weight.setContentsMargins(0, 3, 0, 0)
        weight.setSpacing(4)
        weight.addWidget(WeightDots(line.weight), 0, top)
        weight.addWidget(self.weight, 0, top)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.addWidget(self.said, 1)
        row.addLayout(weight, 0)

    def show_more(self, *, is_on: bool) -> None:
        """Show the points and where the rule comes from, or the word alone."""
        word = self._line.weight_word
        self.weight.setText(f"{word} ({self._line.figure})" if is_on else word)
        self.said.show_more(is_on=is_on)


class OpenRow(QWidget):
    """A question that may change the picture, with a way to ask it. `asked` carries the question."""

    asked = Signal(str)

    def __init__(self, line: OpenLine, words: str, key: str) -> None:
        super().__init__()
        self.question = str(line.question)
        self.button = ActionButton(words, key)
        self.button.make_small()
        self.button.setAccessibleName(f"{words}: {line.text}")
        self.button.clicked.connect(self.ask)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(line.text, Type.STRONG))
        column.addWidget(Label(line.why, Type.SMALL, Role.TEXT_SOFT))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(12)
        row.addLayout(column, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def ask(self) -> None:
        """Go to the question."""
        self.asked.emit(self.question)


class ReasonCard(QFrame):
    """A card with a title and rows, or a sentence that there are none."""

    def __init__(self, title: str, rows: list[QWidget], empty: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(6)
        column.addWidget(Label(title, Type.TITLE))
        if not rows:
            column.addWidget(Label(empty, Type.TEXT, Role.TEXT_SOFT))
        for place, each in enumerate(rows):
            if place:
                column.addWidget(Line())
            column.addWidget(each)
        column.addStretch(1)
