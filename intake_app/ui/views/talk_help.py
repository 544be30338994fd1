"""Help with the question in the middle, in place: why we ask this, and how one could ask it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from intake_app.core.ids import QuestionId
from intake_app.ui.actions import action
from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.conversation import Talk
from intake_app.ui.presenters.talk_ask import AskState
from intake_app.ui.theme.roles import Type


class AskHelp(QFrame):
    """Away until it is asked for; a screen reader hears it as it comes. `came`: it was shown."""

    came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "sunken")
        self.why_title = Label(self.tr("Waarom vragen we dit?"), Type.STRONG)
        self.why = Label("")
        self.how_title = Label(self.tr("Hoe kunt u het vragen?"), Type.STRONG)
        self.how = Label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(self.why_title)
        column.addWidget(self.why)
        column.addSpacing(8)
        column.addWidget(self.how_title)
        column.addWidget(self.how)
        self.hide()

    def toggle(self, talk: Talk, question: QuestionId) -> None:
        """Show the help with a question; take it away where it is shown."""
        if self.isVisible():
            self.hide()
        else:
            self._show(talk.help_with(question, action("decline").cap))
            self.came.emit()

    def _show(self, state: AskState) -> None:
        begin = self.tr("Zo kunt u beginnen: “{words}”").format(words=state.begin)
        self.why.setText(state.why)
        self.how.setText("\n".join((begin, *state.advice) if state.begin else state.advice))
        self.show()
        titles = (self.why_title.text(), state.why, self.how_title.text(), self.how.text())
        announce(self, " ".join(titles))
