"""Many conditions judged together: one bit per condition, and bit masks per column and state.

A condition is false when one of its tests is, unknown when none is false and one is unknown. So the marks of all
columns are joined with `or`; what is left is true. What a state means for the tests of its column is kept.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import Missing, StateTest, Truth

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from intake_app.questionnaire.conditions import ColumnState, Condition, Test

_KEPT = 4_000
"""States kept per column: texts and numbers could be without end."""
Marks = tuple[int, int, int]
"""The conditions of which the test on a column is false, is unknown, and holds because of its value."""
NO_MARKS: Marks = (0, 0, 0)


class ConditionMasks:
    """A fixed list of conditions. Condition number n is bit `1 << n`."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        """Sort the tests by column."""
        self._tests: dict[str, list[tuple[int, Test]]] = {}
        for at, condition in enumerate(conditions):
            for column, test in condition.tests:
                self._tests.setdefault(column, []).append((1 << at, test))
        self.columns = tuple(self._tests)
        self._kept: dict[str, dict[ColumnState, Marks]] = {column: {} for column in self._tests}

    def marks(self, states: Mapping[str, ColumnState]) -> dict[str, Marks]:
        """Return the marks of every column; an absent column counts as not asked."""
        found: dict[str, Marks] = {}
        for column, kept in self._kept.items():
            state = states.get(column, Missing.NOT_ASKED)
            found[column] = kept.get(state) or self._work_out(column, state)
        return found

    def mark(self, column: str, state: ColumnState) -> Marks:
        """Return the marks of one column; none for a column that no condition looks at."""
        kept = self._kept.get(column)
        if kept is None:
            return NO_MARKS
        return kept.get(state) or self._work_out(column, state)

    def _work_out(self, column: str, state: ColumnState) -> Marks:
        false = unknown = true = 0
        for bit, test in self._tests[column]:
            truth = test.truth(state)
            if truth is Truth.FALSE:
                false |= bit
            elif truth is Truth.UNKNOWN:
                unknown |= bit
            elif not isinstance(test, StateTest):
                true |= bit
        kept = self._kept[column]
        if len(kept) >= _KEPT:
            kept.clear()
        found = kept[state] = (false, unknown, true)
        return found


def joined(marks: Collection[Marks]) -> tuple[int, int]:
    """Join the marks of all columns: the conditions that are false, and those that are unknown."""
    false = reduce(or_, [each[0] for each in marks], 0)
    unknown = reduce(or_, [each[1] for each in marks], 0)
    return false, unknown & ~false
