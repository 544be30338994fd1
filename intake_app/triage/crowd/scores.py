"""Both scores of many people: every table is looked up per combination of what its tests make of its columns.

A combination is worked out by `BoundTable` the first time that somebody has it, so a sum is exactly that of the
engine that judges one person at a time.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray

from intake_app.questionnaire.conditions import Truth
from intake_app.questionnaire.situation import FACTS
from intake_app.triage.bounds import BoundTable
from intake_app.triage.crowd.board import NOBODY
from intake_app.triage.crowd.columns import FIRST, NOT_APPLICABLE
from intake_app.triage.evaluate import HIGHEST
from intake_app.triage.model import Target
from intake_app.triage.outcome import Need, band

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.crowd.board import Board
    from intake_app.triage.crowd.columns import Codebook
    from intake_app.triage.model import RuleSet

UNSEEN = numpy.iinfo(numpy.int16).min
NEEDS = tuple(Need)
_BANDS = numpy.array([NEEDS.index(band(score)) for score in range(HIGHEST + 1)], dtype=numpy.uint8)
FIELDS = 3
"""Point, low, high."""
OPEN_OR_NOT = 2
Rows = NDArray[numpy.int16]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scores:
    """Per person (rows) and target (columns, in the order of `Target`); `need` counts in the order of `Need`."""

    point: NDArray[numpy.int16]
    low: NDArray[numpy.int16]
    high: NDArray[numpy.int16]
    known: NDArray[numpy.float64]
    need: NDArray[numpy.uint8]


class CrowdTable:
    """One score table."""

    def __init__(self, bounds: BoundTable, codebook: Codebook) -> None:
        """Sort the codes of each column into classes; `bounds` judges a combination that was not met before."""
        self._bounds, self._codebook = bounds, codebook
        tests: dict[str, dict[int, None]] = {column: {} for column in bounds.table.columns}
        for rule in bounds.table.rules:
            for column, test in rule.when.tests:
                tests[column][codebook.place(column, test)] = None
        self._classes = [_classes(column, tuple(each), codebook) for column, each in tests.items()]
        cells = math.prod(count for _, count in self._classes)
        self._cells = numpy.full((cells, FIELDS * len(Target)), UNSEEN, dtype=numpy.int16)

    def rows(self, board: Board) -> Rows:
        """Return point, low and high per target for each person, or a single row that stands for all."""
        key = numpy.zeros(1, dtype=numpy.intp)
        for classify, count in self._classes:
            key = key * count + classify(board)
        found = self._cells.take(key, axis=0, mode="clip")
        unseen = found[:, 0] == UNSEEN
        if unseen.any():
            self._fill(key, unseen, board)
            found = self._cells.take(key, axis=0, mode="clip")
        return found

    def _fill(self, key: NDArray[numpy.intp], unseen: NDArray[numpy.bool_], board: Board) -> None:
        people = numpy.flatnonzero(unseen)
        cells, first = numpy.unique(key[people], return_index=True)
        for cell, person in zip(cells.tolist(), people[first].tolist(), strict=True):
            states = tuple(board.state(column, person) for column in self._bounds.table.columns)
            spans = self._bounds.outcome(states).spans
            self._cells[cell] = [each for t in Target for each in (spans[t].point, spans[t].low, spans[t].high)]


def _classes(
    column: str, tests: tuple[int, ...], codebook: Codebook
) -> tuple[Callable[[Board], NDArray[numpy.intp]], int]:
    """Return how people are sorted by what the tests make of a column, and into how many classes."""
    kind = codebook.columns[column]
    if kind.size is None:
        return lambda board: _spelled(board, column, tests), OPEN_OR_NOT * len(Truth) ** len(tests)
    every = numpy.arange(kind.size)
    rows = [every < NOT_APPLICABLE, *(kind.truths(codebook.tests[at][1], every) for at in tests)]
    found, at = numpy.unique(numpy.stack([row.astype(numpy.uint8) for row in rows]), axis=1, return_inverse=True)
    table = at.reshape(-1).astype(numpy.intp)
    return lambda board: table.take(board.index(column), mode="clip"), found.shape[1]


def _spelled(board: Board, column: str, tests: tuple[int, ...]) -> NDArray[numpy.intp]:
    key = board.is_open(column).astype(numpy.intp)
    for at in tests:
        key = key * len(Truth) + board.test(at)
    return key


class CrowdScores:
    """All score tables of a rule set, made ready."""

    def __init__(self, rules: RuleSet, questionnaire: Questionnaire, codebook: Codebook) -> None:
        """Prepare every table, and the columns behind each score."""
        questions = {str(id_): question for id_, question in questionnaire.questions.items()}
        self._tables = [CrowdTable(BoundTable(table, questions), codebook) for table in rules.tables]
        self._columns = {target: _columns_of(rules, target) for target in Target}

    def judge(self, board: Board, size: int) -> Scores:
        """Add up all tables."""
        total = numpy.zeros((1, FIELDS * len(Target)), dtype=numpy.int16)
        for table in self._tables:
            total = total + table.rows(board)
        total = numpy.broadcast_to(numpy.clip(total, 0, HIGHEST), (size, FIELDS * len(Target)))
        point, low, high = (total[:, field::FIELDS] for field in range(FIELDS))
        low, high = numpy.minimum(low, point), numpy.maximum(high, point)
        banded = _BANDS[low] == _BANDS[high]
        return Scores(
            point=point,
            low=low,
            high=high,
            known=numpy.stack([self._known(target, board, size) for target in Target], axis=1),
            need=numpy.where(banded, _BANDS[point], numpy.uint8(NEEDS.index(Need.NOT_ENOUGH_KNOWN))),
        )

    def _known(self, target: Target, board: Board, size: int) -> NDArray[numpy.float64]:
        known, applicable = numpy.zeros(size, dtype=numpy.uint16), numpy.zeros(size, dtype=numpy.uint16)
        for column in self._columns[target]:
            codes = board.codes.get(column, NOBODY)
            known += codes >= FIRST
            applicable += codes != NOT_APPLICABLE
        found = known / numpy.maximum(applicable, 1)
        return numpy.where(applicable == 0, 1.0, found)


def is_banded(scores: Scores) -> NDArray[numpy.bool_]:
    """Tell of whom both needs stay in one band whatever is answered further."""
    found: NDArray[numpy.bool_] = (scores.need != NEEDS.index(Need.NOT_ENOUGH_KNOWN)).all(axis=1)
    return found


def _columns_of(rules: RuleSet, target: Target) -> tuple[str, ...]:
    found = {
        column: None
        for table in rules.tables
        for rule in table.rules
        if rule.amount(target)
        for column in rule.when.columns
        if column not in FACTS
    }
    return tuple(found)
