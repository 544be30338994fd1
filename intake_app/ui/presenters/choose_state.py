"""What the screen of choosing together shows, as values."""

from __future__ import annotations

from dataclasses import dataclass

from intake_app.ui.presenters.choose_cards import CardView
from intake_app.ui.presenters.choose_compare import ComparedView


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """One group: its cards, what is behind "Meer", and a note when the sociale kaart has nothing nearby."""

    group: str
    title: str
    cards: tuple[CardView, ...]
    more: tuple[CardView, ...]
    note: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStepView:
    """The card for a step of one's own; `text` is what was written."""

    text: str
    is_taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFirst:
    """A question that should still be asked before choosing."""

    question: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldView:
    """What must come first, in neutral words where the flag asks for that."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseState:
    """Everything on the screen. When `held` is set the columns are empty.

    `wishes` is what the person wants first, with its numbers; empty when nothing is.
    `open_safety` is the first question of the safety block that is still open; empty when none is.
    """

    wish: str
    wishes: str
    today: tuple[str, ...]
    ask_first: tuple[AskFirst, ...]
    open_safety: str
    hint: str
    columns: tuple[ColumnView, ...]
    own_step: OwnStepView
    compared: tuple[ComparedView, ...]
    is_comparing: bool
    counter: str
    is_enough: bool
    held: HeldView | None
