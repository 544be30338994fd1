"""A page of "Waarom?": the kinds of help and the signs, and which one other answer would change the advice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.reasons_advice import AdviceState, WhyView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.reasons_need import side_by_side
from intake_app.ui.views.reasons_rows import ReasonCard
from intake_app.ui.views.reasons_why import WhyRow

DIGITS = "123456789"


class OtherAnswers(QFrame):
    """Insight in how the rules work: one other answer, and what would change. Empty until it was worked out."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 18, 22, 18)
        self._column.setSpacing(8)
        self._column.addWidget(Label(self.tr("Welk ene antwoord zou het advies veranderen"), Type.TITLE))
        note = self.tr("Zo ziet u waar het advies op rust. De antwoorden blijven zoals ze zijn gegeven.")
        self._column.addWidget(Label(note, Type.SMALL, Role.TEXT_SOFT))
        self.lines = [Label("")]
        self._column.addWidget(self.lines[0])
        self._column.addStretch(1)
        self.show_lines(None)

    def show_lines(self, found: tuple[str, ...] | None) -> None:
        """Show what was found; None while it is being worked out."""
        if found is None:
            self._say(self.tr("Dit wordt uitgezocht …"), Role.TEXT_SOFT)
            return
        if not found:
            self._say(self.tr("Geen enkel ander antwoord verandert het advies in zijn eentje."), Role.TEXT)
            return
        self._say(found[0], Role.TEXT)
        for words in found[1:]:
            line = Label(words)
            self.lines.append(line)
            self._column.insertWidget(self._column.count() - 1, line)

    def show_fault(self) -> None:
        """Say that it could not be worked out."""
        self._say(self.tr("Dit kon nu niet worden uitgezocht."), Role.TEXT_SOFT)

    def _say(self, words: str, tone: Role) -> None:
        self.lines[0].setText(words)
        self.lines[0].set_tone(tone)


class AdvicePage(QWidget):
    """What fits, what may fit, the signs to look at first, and the other answers."""

    def __init__(self, state: AdviceState) -> None:
        super().__init__()
        self.rows: list[WhyRow] = []
        self.others = OtherAnswers()
        nothing = self.tr("Nog niets genoemd.")
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(20)
        if state.flags:
            left.addWidget(ReasonCard(self.tr("Hier eerst naar kijken"), self._made(state.flags), nothing))
        left.addWidget(ReasonCard(self.tr("Dit past bij wat is verteld"), self._made(state.suggested), nothing), 1)
        fits = QWidget()
        fits.setLayout(left)
        may_fit = ReasonCard(self.tr("Dit past misschien"), self._made(state.possible), nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(side_by_side((fits, 5), (may_fit, 4), (self.others, 4)))

    def _made(self, views: tuple[WhyView, ...]) -> list[QWidget]:
        """Make rows; the first nine on the page carry a digit."""
        made = [WhyRow(view, key) for view, key in zip(views, self._keys(), strict=False)]
        self.rows += made
        return [*made]

    def _keys(self) -> Iterator[str]:
        """Yield the digits that are left, then nothing any more."""
        return chain(DIGITS[len(self.rows) :], repeat(""))

    def show_more(self, *, is_on: bool) -> None:
        """Show where the rules come from, or not."""
        for row in self.rows:
            row.show_more(is_on=is_on)

    def press(self, place: int) -> bool:
        """Unfold the row at this place, or fold it away."""
        if not 0 <= place < min(len(self.rows), len(DIGITS)):
            return False
        self.rows[place].unfold()
        return True
