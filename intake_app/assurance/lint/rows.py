"""Cells and rows of the rules: cells without effect, rows that cannot hold, overlap, and rows that say the same."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from intake_app.assurance.lint.columns import implies
from intake_app.assurance.lint.reach import can_hold_together
from intake_app.core.problems import problem
from intake_app.questionnaire.conditions import StateTest, Truth
from intake_app.triage.model import HitPolicy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from intake_app.assurance.lint.columns import Columns
    from intake_app.core.problems import Problem
    from intake_app.questionnaire.conditions import Condition, Test
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.model import RuleSet

Row = tuple[str, "Condition"]
"""A place to name (`rules#id`) and what must hold."""
Group = list[tuple[Row, int]]
"""Rows that stand beside one another, each with what it weighs."""


def rows_of(rules: RuleSet) -> Iterator[Row]:
    """Yield every row of the rules."""
    for flag in rules.flags:
        yield from ((f"rules#{clause.id}", clause.when) for clause in flag.clauses)
    for table in rules.tables:
        yield from ((f"rules#{rule.id}", rule.when) for rule in table.rules)
    yield from ((f"rules#{rule.id}", rule.when) for rule in rules.urgency)
    yield from ((f"rules#{rule.id}", rule.when) for rule in rules.kinds)


def gates_of(questionnaire: Questionnaire) -> Iterator[Row]:
    """Yield every way through every gate."""
    for question in questionnaire.questions.values():
        yield from ((f"questionnaire#{question.id}", gate) for gate in question.asked_when)


def odd_cells(rows: tuple[Row, ...], columns: Columns) -> Iterator[Problem]:
    """Name every test that no value can meet, or that all values meet."""
    judged: dict[tuple[str, Test], str] = {}
    for where, condition in rows:
        for column, test in condition.tests:
            key = (column, test)
            if key not in judged:
                judged[key] = _oddness(column, test, columns)
            if judged[key]:
                yield problem(judged[key], where, column=column)


def _oddness(column: str, test: Test, columns: Columns) -> str:
    domain = columns.domain(column)
    if domain is None:
        return ""
    states = domain.states((test,)) if isinstance(test, StateTest) else domain.values((test,))
    held = [test.truth(state) is Truth.TRUE for state in states]
    if not any(held):
        return "cell_unreachable"
    return "cell_always_true" if all(held) else ""


def contradictions(rows: tuple[Row, ...], columns: Columns) -> Iterator[Problem]:
    """Name every row that needs an answer which routing skips under the same row."""
    for where, condition in rows:
        if not can_hold_together((condition,), columns):
            yield problem("routing_contradiction", where, columns=", ".join(condition.columns))


def overlaps(rules: RuleSet, columns: Columns) -> Iterator[Problem]:
    """Name rows of a `unique` table that can hold at once."""
    for table in rules.tables:
        if table.hit is not HitPolicy.UNIQUE:
            continue
        for one, other in combinations(table.rules, 2):
            if can_hold_together((one.when, other.when), columns):
                yield problem("rows_overlap", f"rules#{other.id}", table=table.id, other=one.id)


def repeats(groups: Iterable[Group], columns: Columns, subsumed: str = "row_subsumed") -> Iterator[Problem]:
    """Name rows that stand beside one another and say the same, or of which one already says what the other says.

    A narrower row may say more than a wider one: it is named only when it weighs no more.
    """
    for group in groups:
        for (one, weight), (other, heavier) in permutations(group, 2):
            if heavier < weight or not _covers(other[1], one[1], columns):
                continue
            beside = other[0].partition("#")[2]
            if not _covers(one[1], other[1], columns):
                yield problem(subsumed, one[0], other=beside)
            elif heavier > weight or one[0] > other[0]:
                yield problem("row_twice", one[0], other=beside)


def score_and_kind_groups(rules: RuleSet) -> Iterator[Group]:
    """Yield the rows of each `collect` table, and the rules of each kind with the same effect."""
    for table in rules.tables:
        if table.hit is HitPolicy.COLLECT:
            yield [((f"rules#{rule.id}", rule.when), 0) for rule in table.rules]
    found: dict[tuple[str, str], Group] = defaultdict(list)
    for rule in rules.kinds:
        found[rule.kind, rule.effect.value].append(((f"rules#{rule.id}", rule.when), rule.weight))
    yield from found.values()


def flag_groups(rules: RuleSet) -> Iterator[Group]:
    """Yield the clauses of each flag that lead to the same state with the same effect."""
    for flag in rules.flags:
        found: dict[tuple[str, str], Group] = defaultdict(list)
        for clause in flag.clauses:
            row = (f"rules#{clause.id}", clause.when)
            found[clause.state.value, clause.effect.value].append((row, clause.urgency.value))
        yield from found.values()


def _covers(wide: Condition, narrow: Condition, columns: Columns) -> bool:
    """Tell whether `wide` holds wherever `narrow` does, column by column."""
    tests = dict(narrow.tests)
    for column, test in wide.tests:
        domain = columns.domain(column)
        if column not in tests or domain is None or not implies(tests[column], test, domain):
            return False
    return True
