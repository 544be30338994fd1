"""A kind of help or a sign on the sheet "Waarom?": one sentence, and behind it all that speaks for and against."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.arguments import ArgumentView, OpenLine
from intake_app.ui.presenters.reasons_advice import WhyView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.reasons_rows import ArgumentRow

INDENT = 12


class WhyParts(QWidget):
    """What speaks for it, what is still open by name, and what speaks against it, each under its own word."""

    def __init__(
        self, speaks_for: tuple[ArgumentView, ...], open_: tuple[OpenLine, ...], against: tuple[ArgumentView, ...]
    ) -> None:
        super().__init__()
        self.arguments: list[ArgumentRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._section(self.tr("Wat ervoor is"), speaks_for)
        if open_:
            self._column.addWidget(Label(self.tr("Nog niet bekend"), Type.LABEL, Role.TEXT_SOFT))
        for line in open_:
            self._column.addWidget(OpenWords(line))
        self._section(self.tr("Wat ertegen is"), against)

    def _section(self, name: str, said: tuple[ArgumentView, ...]) -> None:
        if said:
            self._column.addWidget(Label(name, Type.LABEL, Role.TEXT_SOFT))
        for each in said:
            row = ArgumentRow(each, Type.TEXT)
            self.arguments.append(row)
            self._column.addWidget(row)

    def show_more(self, *, is_on: bool) -> None:
        """Show where the rules come from, or not."""
        for row in self.arguments:
            row.show_more(is_on=is_on)


class OpenWords(QWidget):
    """A question that is open: its text, and whether it was asked."""

    def __init__(self, line: OpenLine) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(line.text))
        column.addWidget(Label(line.why, Type.SMALL, Role.TEXT_SOFT))


class WhyRow(QWidget):
    """The name and the sentence, with a button for the rest. `opened`: it unfolded."""

    opened = Signal()

    def __init__(self, view: WhyView, key: str = "") -> None:
        super().__init__()
        self.name = view.name
        self.parts = WhyParts(view.speaks_for, view.open, view.against)
        self.parts.setContentsMargins(INDENT, 4, 0, 4)
        self.parts.hide()
        self.button = ActionButton(self.tr("Meer"), key, Kind.PLAIN)
        self.button.make_small()
        self.button.setAccessibleName(self.tr("Meer over {name}").format(name=view.name))
        self.button.setVisible(view.has_more)
        self.button.clicked.connect(self.unfold)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(view.name, Type.STRONG))
        words.addWidget(Label(view.short))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.addLayout(head)
        column.addWidget(self.parts)

    @property
    def is_open(self) -> bool:
        """Tell whether the rest is shown."""
        return not self.parts.isHidden()

    @Slot()
    def unfold(self) -> None:
        """Show the rest, or fold it away."""
        self.parts.setVisible(not self.is_open)
        self.button.set_words(self.tr("Minder") if self.is_open else self.tr("Meer"))
        if self.is_open:
            self.opened.emit()

    def show_more(self, *, is_on: bool) -> None:
        """Show where the rules come from, or not."""
        self.parts.show_more(is_on=is_on)
