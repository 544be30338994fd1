"""How low and how high a score table can still become.

Rule by rule intervals are too wide: two rows may cover both cases of one open question. So each table is judged
as a whole over every class of answers that its open columns can still take. Outcomes are kept per combination of
column states: after one answer only the tables that mention it are worked out again.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import OPEN_STATES, CodeTest, Missing, RangeTest, Truth
from intake_app.questionnaire.model import QuestionKind
from intake_app.triage.model import Target
from intake_app.triage.outcome import Contribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from intake_app.questionnaire.conditions import ColumnState, Test
    from intake_app.questionnaire.model import Question
    from intake_app.triage.model import ScoreTable

_KEPT = 20_000
_MOST_CODES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Points of one table for one target: as it stands, at least and at most."""

    point: int
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOutcome:
    """A table on one combination of column states, per target: its span, the rules that hold, and the open ones."""

    spans: Mapping[Target, Span]
    fired: Mapping[Target, tuple[Contribution, ...]]
    open: Mapping[Target, tuple[Contribution, ...]]


class BoundTable:
    """A score table together with the classes of answers that each of its columns can take."""

    def __init__(self, table: ScoreTable, questions: dict[str, Question]) -> None:
        """Work out the classes once; `questions` are those of the questionnaire, by id."""
        self.table = table
        self._tests = [dict(rule.when.tests) for rule in table.rules]
        self._classes = [
            _classes(questions.get(column), [tests[column] for tests in self._tests if column in tests])
            for column in table.columns
        ]
        self._kept: dict[tuple[ColumnState, ...], TableOutcome] = {}

    def judge(self, states: Mapping[str, ColumnState]) -> TableOutcome:
        """Judge the table on the states of all columns."""
        return self.outcome(tuple([states.get(column, Missing.NOT_ASKED) for column in self.table.columns]))

    def outcome(self, states: tuple[ColumnState, ...]) -> TableOutcome:
        """Judge the table on the states of its columns, in the order of `table.columns`."""
        found = self._kept.get(states)
        if found is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            found = self._kept[states] = self._judge(states)
        return found

    def _judge(self, states: tuple[ColumnState, ...]) -> TableOutcome:
        truths = self._truths(states)
        open_at = [at for at, state in enumerate(states) if isinstance(state, Missing) and state in OPEN_STATES]
        sums: list[tuple[int, int]] = []
        for values in product(*(self._classes[at] for at in open_at)):
            filled = list(states)
            for at, value in zip(open_at, values, strict=True):
                filled[at] = value
            sums.append(self._sum(self._truths(tuple(filled))))
        point = self._sum(truths)
        return TableOutcome(
            spans={
                target: Span(point=point[at], low=min(s[at] for s in sums), high=max(s[at] for s in sums))
                for at, target in enumerate(Target)
            },
            fired={target: self._contributions(target, Truth.TRUE, truths, states) for target in Target},
            open={target: self._contributions(target, Truth.UNKNOWN, truths, states) for target in Target},
        )

    def _contributions(
        self, target: Target, wanted: Truth, truths: tuple[Truth, ...], states: tuple[ColumnState, ...]
    ) -> tuple[Contribution, ...]:
        by_column = dict(zip(self.table.columns, states, strict=True))
        return tuple(
            Contribution(
                rule=rule.id,
                columns=rule.when.columns,
                open_columns=tuple(column for column in rule.when.columns if by_column[column] in OPEN_STATES),
                truth=truth,
                amount=rule.amount(target),
                area=self.table.area,
                text=rule.text,
                origin=rule.origin,
            )
            for rule, truth in zip(self.table.rules, truths, strict=True)
            if truth is wanted and rule.amount(target)
        )

    def _truths(self, states: tuple[ColumnState, ...]) -> tuple[Truth, ...]:
        by_column = dict(zip(self.table.columns, states, strict=True))
        return tuple(rule.when.truth(by_column) for rule in self.table.rules)

    def _sum(self, truths: tuple[Truth, ...]) -> tuple[int, int]:
        rules = [rule for rule, truth in zip(self.table.rules, truths, strict=True) if truth is Truth.TRUE]
        return sum(r.amount(Target.MEDICAL) for r in rules), sum(r.amount(Target.SOCIAL) for r in rules)


def _classes(question: Question | None, tests: list[Test]) -> tuple[ColumnState, ...]:
    """Return one state for every way in which the tests of a column can come out together."""
    found: dict[tuple[Truth, ...], ColumnState] = {}
    for state in _samples(question, tests):
        found.setdefault(tuple(test.truth(state) for test in tests), state)
    if question is None or question.asked_when or not question.essential:
        found.setdefault(tuple(test.truth(Missing.NOT_APPLICABLE) for test in tests), Missing.NOT_APPLICABLE)
    return tuple(found.values())


def _samples(question: Question | None, tests: list[Test]) -> Iterable[ColumnState]:
    codes = sorted({code for test in tests if isinstance(test, CodeTest) for code in test.codes})
    if question is not None and question.kind is QuestionKind.SINGLE:
        return [option.code for option in question.options]
    if question is not None and question.kind is QuestionKind.MULTI:
        return _choices(question, codes)
    ranges = [test for test in tests if isinstance(test, RangeTest)]
    if ranges:
        return _numbers(question, ranges)
    return [*codes, "", *_subsets(codes)]


def _choices(question: Question, codes: list[str]) -> Iterable[frozenset[str]]:
    excluding = {option.code for option in question.options if option.excludes}
    others = [option.code for option in question.options if option.code not in codes]
    yield from (frozenset({code}) for code in others)
    yield from (frozenset({code}) for code in codes if code in excluding)
    yield from _subsets([code for code in codes if code not in excluding])


def _subsets(codes: list[str]) -> Iterable[frozenset[str]]:
    for size in range(1, min(len(codes), _MOST_CODES) + 1):
        yield from (frozenset(chosen) for chosen in combinations(codes, size))


def _numbers(question: Question | None, ranges: list[RangeTest]) -> Iterable[float]:
    low = question.minimum if question is not None and question.minimum is not None else float("-inf")
    high = question.maximum if question is not None and question.maximum is not None else float("inf")
    edges = {edge for test in ranges for edge in (test.low, test.high, test.low - 0.5, test.high + 0.5)}
    return sorted({min(max(edge, low), high) for edge in edges | {low, high}})
