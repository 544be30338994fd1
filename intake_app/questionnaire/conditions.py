"""Conditions in strong three-valued logic (Kleene): false, unknown, true.

A column is a question or a fact of the conversation. Its state is its value, or the reason why there is none.
A test on a question that does not apply is false; on one without an answer it is unknown. Tests on the answer
state itself (`?declined` …) are always known. Semantics: evidence on rules engines, §3; docs/decisions/0002.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Truth(IntEnum):
    """Three-valued truth; and = min, or = max, not = 2 - x."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


class Missing(Enum):
    """Why a column has no value."""

    NOT_ASKED = "not_asked"
    DECLINED = "declined"
    NOT_KNOWN = "not_known"
    NOT_APPLICABLE = "not_applicable"

    __hash__ = object.__hash__
    """By identity: members are looked up a thousand times per answer, and the plain hash of an Enum is slow."""


OPEN_STATES = frozenset({Missing.NOT_ASKED, Missing.DECLINED, Missing.NOT_KNOWN})
"""States that an answer can still replace."""

ColumnState = str | float | frozenset[str] | Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeTest:
    """The answer is (a single choice) or contains (a multiple choice) one of `codes`; `negated`: none of them."""

    codes: frozenset[str]
    negated: bool = False

    def truth(self, state: ColumnState) -> Truth:
        """Judge one column."""
        if isinstance(state, Missing):
            return Truth.FALSE if state is Missing.NOT_APPLICABLE else Truth.UNKNOWN
        found = bool(self.codes & state) if isinstance(state, frozenset) else state in self.codes
        return Truth.TRUE if found is not self.negated else Truth.FALSE


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeTest:
    """The number lies between `low` and `high`, both included."""

    low: float
    high: float

    def truth(self, state: ColumnState) -> Truth:
        """Judge one column."""
        if isinstance(state, Missing):
            return Truth.FALSE if state is Missing.NOT_APPLICABLE else Truth.UNKNOWN
        return Truth.TRUE if isinstance(state, float) and self.low <= state <= self.high else Truth.FALSE


@dataclass(frozen=True, slots=True, kw_only=True)
class StateTest:
    """The column is in one of these states; `answered` also accepts any value. Never unknown."""

    states: frozenset[Missing]
    answered: bool = False

    def truth(self, state: ColumnState) -> Truth:
        """Judge one column."""
        found = state in self.states if isinstance(state, Missing) else self.answered
        return Truth.TRUE if found else Truth.FALSE


Test = CodeTest | RangeTest | StateTest


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A conjunction of tests, one per column."""

    tests: tuple[tuple[str, Test], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it reads."""
        return tuple(column for column, _ in self.tests)

    def truth(self, states: Mapping[str, ColumnState]) -> Truth:
        """Judge all tests; an absent column counts as not asked."""
        worst = Truth.TRUE
        for column, test in self.tests:
            found = test.truth(states.get(column, Missing.NOT_ASKED))
            if found is Truth.FALSE:
                return found
            worst = min(worst, found)
        return worst


def any_holds(conditions: tuple[Condition, ...], states: Mapping[str, ColumnState]) -> Truth:
    """Judge alternatives: true when one holds; no alternatives at all counts as true."""
    if not conditions:
        return Truth.TRUE
    best = Truth.FALSE
    for condition in conditions:
        best = max(best, condition.truth(states))
        if best is Truth.TRUE:
            break
    return best
