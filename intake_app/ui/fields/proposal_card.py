"""One thing that may help: what it is, why, the facts, and what the person wants with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake_app.ui.fields.button import ActionButton, Kind, LinkButton
from intake_app.ui.fields.card import Card, FactLine, Surface
from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.theme.roles import Role, Type


class Stand(StrEnum):
    """What was decided about a proposal."""

    OPEN = "open"
    TAKEN = "taken"
    LATER = "later"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of facts with its icon."""

    icon: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLook:
    """What a card shows. `stand_words`: what stands for the decision ("Gekozen", "Later", "Niet nu: …")."""

    title: str
    why: str
    facts: tuple[Fact, ...] = ()
    stand: Stand = Stand.OPEN
    stand_words: str = ""
    key: str = ""
    can_take: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalWords:
    """What stands on the buttons, in the language of the screen."""

    why: str
    take: str
    later: str
    decline: str
    take_back: str


_SURFACE = {Stand.TAKEN: Surface.CHOSEN}
_ICON = {Stand.TAKEN: "check", Stand.LATER: "later", Stand.DECLINED: "cross"}


class ProposalCard(Card):
    """A card with Neem, Later and Niet nu; once decided it shows what, and the way back."""

    why_asked = Signal()
    taken = Signal()
    postponed = Signal()
    declined = Signal()
    taken_back = Signal()

    def __init__(self, words: ProposalWords) -> None:
        super().__init__(padding=14)
        self._title = Label("", Type.HEADING)
        self._why = Label("")
        self._facts = QVBoxLayout()
        self._facts.setSpacing(3)
        self._lines: list[FactLine] = []
        self._why_button = LinkButton(words.why)
        self._why_button.make_small()
        self._take = ActionButton(words.take)
        self._later = ActionButton(words.later, kind=Kind.PLAIN)
        self._decline = ActionButton(words.decline, kind=Kind.PLAIN)
        self._take_back = ActionButton(words.take_back, kind=Kind.PLAIN)
        self._stand_icon = IconLabel("check", Role.ACCENT)
        self._stand = Label("", Type.STRONG, Role.ACCENT)
        self._deciding, self._decided = QWidget(), QWidget()
        self._build()
        self._connect()

    def show_look(self, look: ProposalLook) -> None:
        """Show a proposal and what was decided about it, in place."""
        self._title.setText(look.title)
        self._why.setText(look.why)
        self._why.setVisible(bool(look.why))
        self._show_facts(look.facts)
        is_open = look.stand is Stand.OPEN
        self.set_surface(_SURFACE.get(look.stand, Surface.PLAIN))
        self._deciding.setVisible(is_open)
        self._decided.setVisible(not is_open)
        self._take.set_words(self._take.words, look.key)
        self._take.setAccessibleName(f"{self._take.words}: {look.title}")
        self._take.setEnabled(look.can_take)
        tone = Role.ACCENT if look.stand is Stand.TAKEN else Role.TEXT_SOFT
        self._stand_icon.show_icon(_ICON.get(look.stand, "check"), tone)
        self._stand.setText(look.stand_words)
        self._stand.set_tone(tone)
        self.setAccessibleName(", ".join(part for part in (look.title, look.stand_words) if part))

    def focus_action(self) -> None:
        """Put the focus on the first thing that can be done with it."""
        target = self._take if not self._deciding.isHidden() else self._take_back
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self.column.addWidget(self._title)
        self.column.addWidget(self._why)
        self.column.addLayout(self._facts)
        self.column.addWidget(self._why_button, 0, Qt.AlignmentFlag.AlignLeft)
        deciding, decided = QHBoxLayout(self._deciding), QHBoxLayout(self._decided)
        for row in (deciding, decided):
            row.setContentsMargins(0, 2, 0, 0)
            row.setSpacing(4)
        for button in (self._take, self._later, self._decline):
            button.make_small()
            deciding.addWidget(button)
        deciding.addStretch()
        self._take_back.make_small()
        decided.addWidget(self._stand_icon)
        decided.addSpacing(4)
        decided.addWidget(self._stand, 1)
        decided.addWidget(self._take_back)
        self.column.addWidget(self._deciding)
        self.column.addWidget(self._decided)

    def _connect(self) -> None:
        self._why_button.clicked.connect(self.why_asked)
        self._take.clicked.connect(self.taken)
        self._later.clicked.connect(self.postponed)
        self._decline.clicked.connect(self.declined)
        self._take_back.clicked.connect(self.taken_back)

    def _show_facts(self, facts: tuple[Fact, ...]) -> None:
        for old in self._lines:
            self._facts.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [FactLine(fact.icon, fact.words) for fact in facts]
        for line in self._lines:
            self._facts.addWidget(line)
