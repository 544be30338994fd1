"""Which proposals stand side by side: two or three, a fourth pushes out the first."""

from __future__ import annotations

from dataclasses import replace

from intake_app.ui.presenters.choose_cards import OPEN
from intake_app.ui.presenters.choose_compare import MOST
from intake_app.ui.presenters.choose_state import ColumnView


class Comparing:
    """Whether one compares now, and what."""

    def __init__(self) -> None:
        """Begin with nothing side by side."""
        self.is_on, self.kinds = False, list[str]()

    def turn(self, columns: tuple[ColumnView, ...]) -> None:
        """Begin with what is not decided yet, at most three; or end."""
        self.is_on = not self.is_on
        if self.is_on and not self.kinds:
            cards = [card for column in columns for card in column.cards]
            undecided = [card.kind for card in cards if card.decision == OPEN]
            others = [card.kind for card in cards if card.kind not in undecided]
            self.kinds = (undecided + others)[:MOST]

    def toggle(self, kind: str) -> None:
        """Put a kind side by side with the others, or take it away."""
        if kind in self.kinds:
            self.kinds.remove(kind)
        else:
            self.kinds = [*self.kinds, kind][-MOST:]

    def marked(self, columns: tuple[ColumnView, ...]) -> tuple[ColumnView, ...]:
        """Return the columns with a mark on what is compared."""
        if not self.is_on:
            return columns
        return tuple(
            replace(column, cards=tuple(replace(each, is_compared=each.kind in self.kinds) for each in column.cards))
            for column in columns
        )
