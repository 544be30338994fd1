"""Whether the interval of a score table holds the points of every way in which its open columns can be answered.

A table has few columns with few classes of answers each, so every combination is gone through and held against the
program's own bounds. Where an interval leaves out that an open question is ruled out later, the solver must show that
this cannot be.
"""

from __future__ import annotations

from itertools import chain, combinations, product
from typing import TYPE_CHECKING, TypeVar

from intake_app.assurance.proof.circuit import FALSE, TRUE
from intake_app.assurance.proof.query import Query
from intake_app.questionnaire.conditions import Missing, Truth
from intake_app.triage.bounds import BoundTable
from intake_app.triage.model import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from intake_app.assurance.proof.answer_set import AnswerSet
    from intake_app.assurance.proof.model import Model
    from intake_app.questionnaire.conditions import ColumnState
    from intake_app.triage.model import ScoreTable

States = tuple["ColumnState", ...]
Item = TypeVar("Item")
MOST_CODES = 12
"""Codes of a fact that are combined; no table looks at more."""


def interval_queries(model: Model, then: AnswerSet, table: ScoreTable) -> Iterator[Query]:
    """Return a query per column that must not be ruled out later, and one for all the rest together."""
    bounds = BoundTable(table, model.questions)
    ruled_out: set[str] = set()
    is_sound = True
    for full in product(*(_states(model, table, column) for column in table.columns)):
        sums = _sums(table, full)
        for open_at in _subsets(range(len(full))):
            partial = tuple(Missing.NOT_ASKED if at in open_at else state for at, state in enumerate(full))
            if _contains(bounds, partial, sums):
                continue
            columns = {table.columns[at] for at in open_at if full[at] is Missing.NOT_APPLICABLE}
            ruled_out |= columns
            is_sound = is_sound and bool(columns)
    yield Query(goal=FALSE if is_sound else TRUE, part="every way")
    for column in sorted(ruled_out):
        is_open = model.circuit.any_of(model.now.columns[column].open)
        goal = then.columns[column].not_applicable
        yield Query(premise=is_open, goal=goal, part=column, shown=(model.now, then))


def _contains(bounds: BoundTable, states: States, sums: dict[Target, int]) -> bool:
    spans = bounds.outcome(states).spans
    return all(spans[target].low <= sums[target] <= spans[target].high for target in Target)


def _sums(table: ScoreTable, states: States) -> dict[Target, int]:
    by_column = dict(zip(table.columns, states, strict=True))
    firing = [rule for rule in table.rules if rule.when.truth(by_column) is Truth.TRUE]
    return {target: sum(rule.amount(target) for rule in firing) for target in Target}


def _states(model: Model, table: ScoreTable, column: str) -> list[ColumnState]:
    """Return one state for every way in which the tests of the table on a column can come out, and not applicable."""
    tests = [test for rule in table.rules for name, test in rule.when.tests if name == column]
    found: dict[tuple[Truth, ...], ColumnState] = {}
    for state in _values(model, column):
        found.setdefault(tuple(test.truth(state) for test in tests), state)
    return [*found.values(), *([Missing.NOT_APPLICABLE] if column in model.questions else [])]


def _values(model: Model, column: str) -> Iterable[ColumnState]:
    made, free = model.now.columns[column], model.free_codes(column)
    if free:
        others = (frozenset({code}) for code in made.codes if code not in free)
        return chain(others, (frozenset(chosen) for chosen in _subsets(sorted(free)) if chosen))
    if made.given == TRUE and column not in model.questions:
        return (frozenset(chosen) for chosen in _subsets(sorted(made.codes)[:MOST_CODES]))
    return [*made.codes, *made.numbers]


def _subsets(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    listed = list(items)
    return chain.from_iterable(combinations(listed, size) for size in range(len(listed) + 1))
