"""Going through every way in which the columns of one part can stand, to hold two versions of it against one another.

Columns are taken as routing leaves them. Where no way tells the two apart they mean the same, whatever the answers.
Where some way does, it may be one that no talk reaches: it is only a candidate, to be replayed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain, combinations, product
from math import prod
from typing import TYPE_CHECKING

from intake_app.assurance.proof.circuit import FALSE, TRUE
from intake_app.assurance.proof.columns import GIVEN, NEVER_ASKED
from intake_app.assurance.proof.witness import SOME_TEXT
from intake_app.questionnaire.conditions import OPEN_STATES, CodeTest, Missing, StateTest, Truth
from intake_app.questionnaire.situation import FACTS
from intake_app.triage.flags import FLAG_COLUMN

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

    from intake_app.assurance.proof.columns import Column
    from intake_app.questionnaire.conditions import ColumnState, Condition, Test

MOST_WAYS = 50_000
MOST_CODES = 8
States = dict[str, "ColumnState"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A column of both versions. `free` holds the codes that may stand together; None where there is one at most."""

    column: Column = NEVER_ASKED
    free: frozenset[str] | None = None
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A rule as far as the comparison looks at it: what it leads to, when, and what it weighs."""

    label: Hashable
    when: Condition
    weight: int = 0

    @property
    def key(self) -> Hashable:
        """What makes two rules the same, whatever their ids and texts."""
        return self.label, frozenset(self.when.tests), self.weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Every way in which some columns can stand, and what either version makes of it."""

    columns: Mapping[str, tuple[ColumnState, ...]]
    before: Callable[[States], Hashable]
    after: Callable[[States], Hashable]

    def differing(self) -> Iterator[States]:
        """Yield the ways of which the two versions make something else."""
        for way in product(*self.columns.values()):
            states = dict(zip(self.columns, way, strict=True))
            if self.before(states) != self.after(states):
                yield states


def ways_of_items(before: list[Item], after: list[Item], columns: Mapping[str, Stand]) -> Ways | None:
    """Return the ways to go through for rules that changed; None where there are too many.

    What stands in both versions is left out: of every label only counts whether one of its rules holds, is open or is
    hinted at, and the sum of the weights.
    """
    old, new = Counter(item.key for item in before), Counter(item.key for item in after)
    left, right = _without(before, new), _without(after, old)
    conditions = [item.when for item in (*left, *right)]
    states = states_of_columns(conditions, columns)
    return None if states is None else Ways(columns=states, before=_telling(left), after=_telling(right))


def states_of_columns(
    conditions: Iterable[Condition], columns: Mapping[str, Stand]
) -> dict[str, tuple[ColumnState, ...]] | None:
    """Return for each column a state per class that the conditions tell apart; None where that makes too many ways."""
    tests: dict[str, dict[Test, None]] = {}
    for condition in conditions:
        for column, test in condition.tests:
            tests.setdefault(column, {})[test] = None
    found: dict[str, tuple[ColumnState, ...]] = {}
    for name, each in tests.items():
        states = classes(columns.get(name, Stand()), tuple(each))
        if states is None:
            return None
        found[name] = states
    return found if prod(len(states) for states in found.values()) <= MOST_WAYS else None


def classes(stand: Stand, tests: tuple[Test, ...]) -> tuple[ColumnState, ...] | None:
    """Return one state for every way in which tests on a column come out, open or not; None where there are too many.

    The states without a value come last: a way is better replayed with an answer.
    """
    named = {code for test in tests if isinstance(test, CodeTest) for code in test.codes} & stand.column.codes.keys()
    if stand.free is not None and len(named) > MOST_CODES:
        return None
    found: dict[tuple[object, ...], ColumnState] = {}
    for state in chain(_values(stand, named), _missing(stand.column)):
        key = (*(test.truth(state) for test in tests), isinstance(state, Missing) and state in OPEN_STATES)
        found.setdefault(key, state)
    return tuple(found.values())


def _values(stand: Stand, named: set[str]) -> Iterator[ColumnState]:
    codes, free = stand.column.codes, stand.free
    if free is None:
        yield from (SOME_TEXT if code == GIVEN else code for code in codes)
        yield from stand.column.numbers
        return
    yield from (frozenset({code}) for code in codes if code not in free)
    others = [code for code in codes if code in free and code not in named]
    if others:
        yield frozenset(others[:1])
    if stand.may_be_empty:
        yield frozenset()
    together = sorted(named & free)
    for size in range(1, len(together) + 1):
        yield from (frozenset(chosen) for chosen in combinations(together, size))


def _missing(column: Column) -> Iterator[Missing]:
    states = {
        Missing.NOT_ASKED: column.not_asked,
        Missing.DECLINED: column.declined,
        Missing.NOT_KNOWN: column.not_known,
        Missing.NOT_APPLICABLE: column.not_applicable,
    }
    yield from (state for state, literal in states.items() if literal != FALSE and column.given != TRUE)


def _without(items: list[Item], others: Counter[Hashable]) -> list[Item]:
    """Return the items that are left when each of the others has taken one like itself away."""
    spare, found = Counter(others), []
    for item in items:
        if spare[item.key] > 0:
            spare[item.key] -= 1
        else:
            found.append(item)
    return found


def _telling(items: list[Item]) -> Callable[[States], Hashable]:
    def tell(states: States) -> Hashable:
        truths: dict[Hashable, Truth] = {}
        hinted: set[Hashable] = set()
        weight = 0
        for item in items:
            truth = item.when.truth(states)
            truths[item.label] = max(truth, truths.get(item.label, Truth.FALSE))
            weight += item.weight * (truth is Truth.TRUE)
            if truth is Truth.UNKNOWN and _is_hinted(item.when, states):
                hinted.add(item.label)
        holding = frozenset((label, truth) for label, truth in truths.items() if truth is not Truth.FALSE)
        return holding, frozenset(hinted), weight

    return tell


def _is_hinted(condition: Condition, states: States) -> bool:
    """Tell whether a test of a condition holds because of something that was said."""
    return any(
        test.truth(states.get(column, Missing.NOT_ASKED)) is Truth.TRUE
        for column, test in condition.tests
        if column not in FACTS and not column.startswith(FLAG_COLUMN) and not isinstance(test, StateTest)
    )
