"""Columns as small whole numbers, so that many people are judged at once.

The code of a state: 0 not asked, 1 declined, 2 not known, 3 not applicable; from 4 on a value. A column with one
answer counts its options in order; a multiple choice adds its options as bits (1, 2, 4 …) to 4; a number is sorted
between the edges that the rules test, for no rule sees more of it. Facts of the talk are columns like any other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy
from numpy.typing import NDArray

from intake_app.questionnaire.conditions import CodeTest, Missing, RangeTest, Truth
from intake_app.questionnaire.model import Mode, QuestionKind
from intake_app.questionnaire.routing import state_of
from intake_app.questionnaire.situation import FACTS, Channel, Participant
from intake_app.triage.crowd.marginals import NUMBER_FACTS, SET_FACTS
from intake_app.triage.flags import FLAG_COLUMN
from intake_app.triage.model import FlagState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from intake_app.core.ids import QuestionId
    from intake_app.questionnaire.answers import Answer
    from intake_app.questionnaire.conditions import ColumnState, Condition, Test
    from intake_app.questionnaire.model import Question, Questionnaire

Codes = NDArray[numpy.unsignedinteger[Any]]
"""One code per person, or a single one that stands for all."""
Truths = NDArray[numpy.uint8]
"""`Truth` per person (0, 1, 2), or a single one that stands for all."""

MISSING = (Missing.NOT_ASKED, Missing.DECLINED, Missing.NOT_KNOWN, Missing.NOT_APPLICABLE)
NOT_ASKED, DECLINED, NOT_KNOWN, NOT_APPLICABLE, FIRST = range(5)
OTHER = "other"
MOST_LISTED = 256
MOST_BITS = 14
"""A multiple choice of more options than this is judged bit by bit, not by a table of all its combinations."""
FACT_CODES: dict[str, tuple[str, ...]] = {
    "mode": tuple(each.value for each in Mode),
    "channel": tuple(each.value for each in Channel),
    "alone_moment": ("no", "yes"),
    "gut_feeling": ("no", "yes"),
    "literacy": ("ok", "low"),
    "language": ("nl", "en"),
    "gender": ("woman", "man", "other"),
}
"""The codes of facts; what else the rules test is added to them, and anything beyond counts as `other`."""


class ListedColumn:
    """A column whose states can be listed: one choice, a text, or a number between edges."""

    def __init__(self, values: Sequence[str | float], edges: Sequence[float] | None = None) -> None:
        """Keep the values in the order of their codes; `edges` are those of a number, `values` stand between them."""
        self.states: tuple[ColumnState, ...] = (*MISSING, *values)
        self.size: int | None = len(self.states)
        self.dtype: type[numpy.unsignedinteger[Any]] = numpy.uint8 if self.size < MOST_LISTED else numpy.uint16
        self._edges = None if edges is None else numpy.array(edges, dtype=numpy.float64)
        self._codes = {state: code for code, state in enumerate(self.states)}
        self._kept: dict[Test, Truths] = {}

    def encode(self, state: ColumnState) -> int:
        """Return the code of a state; a text or code that no rule knows counts as the last one."""
        if self._edges is not None and isinstance(state, float):
            return int(self.encode_numbers(numpy.array([state]))[0])
        return self._codes.get(state, len(self.states) - 1)

    def encode_numbers(self, values: NDArray[numpy.float64]) -> Codes:
        """Return the codes of numbers."""
        if self._edges is None:
            raise TypeError
        at = numpy.searchsorted(self._edges, values, "left") + numpy.searchsorted(self._edges, values, "right")
        found: Codes = (at + FIRST).astype(self.dtype)
        return found

    def decode(self, code: int) -> ColumnState:
        """Return a state with this code."""
        return self.states[code]

    def truths(self, test: Test, codes: Codes | NDArray[numpy.intp]) -> Truths:
        """Judge a test on the codes."""
        table = self._kept.get(test)
        if table is None:
            table = self._kept[test] = numpy.array([test.truth(state) for state in self.states], dtype=numpy.uint8)
        return table.take(codes, mode="clip")


class SetColumn:
    """A column that holds several codes at once, as bits."""

    def __init__(self, values: Sequence[str]) -> None:
        """Keep the codes in the order of their bits."""
        self.values = tuple(values)
        self.size: int | None = None if len(values) > MOST_BITS else FIRST + (1 << len(values))
        self.dtype: type[numpy.unsignedinteger[Any]] = numpy.uint64 if self.size is None else numpy.uint16
        self._bits = {code: 1 << at for at, code in enumerate(self.values)}
        self._kept: dict[Test, Truths] = {}

    def encode(self, state: ColumnState) -> int:
        """Return the code of a state; codes that nothing tests are left out."""
        if isinstance(state, Missing):
            return MISSING.index(state)
        chosen = state if isinstance(state, frozenset) else {str(state)}
        return FIRST + sum(self._bits.get(code, 0) for code in chosen)

    def decode(self, code: int) -> ColumnState:
        """Return the state with this code."""
        if code < FIRST:
            return MISSING[code]
        return frozenset(value for value, bit in self._bits.items() if (code - FIRST) & bit)

    def truths(self, test: Test, codes: Codes | NDArray[numpy.intp]) -> Truths:
        """Judge a test on the codes."""
        if self.size is None:
            return self._judge(test, codes)
        table = self._kept.get(test)
        if table is None:
            every = numpy.arange(self.size)
            table = self._kept[test] = self._judge(test, every)
        return table.take(codes, mode="clip")

    def _judge(self, test: Test, codes: Codes | NDArray[numpy.intp]) -> Truths:
        given = codes >= FIRST
        value = numpy.full(len(codes), test.truth(frozenset()), dtype=numpy.uint8)
        if isinstance(test, CodeTest):
            mask = numpy.uint64(sum(self._bits.get(code, 0) for code in test.codes))
            holds = ((codes.astype(numpy.uint64) - numpy.uint64(FIRST)) & mask != 0) != test.negated
            value = holds.view(numpy.uint8) * numpy.uint8(Truth.TRUE)
        if given.all():
            return value
        low = numpy.array([test.truth(state) for state in MISSING], dtype=numpy.uint8)
        return numpy.where(given, value, low.take(numpy.minimum(codes, NOT_APPLICABLE).astype(numpy.intp)))


Column = ListedColumn | SetColumn


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answers:
    """What `size` people said: per question and per fact of the talk a code for each person.

    A column that is not there was not asked; columns of flags have no place here. A column of length 1 stands for
    all people at once: a conversation to which a few sampled columns are added costs little more than those columns.
    """

    size: int
    columns: Mapping[str, Codes]

    def replaced(self, columns: Mapping[str, Codes], size: int | None = None) -> Answers:
        """Return the same with other columns in place; `size` where the new ones are longer."""
        return Answers(size=size or self.size, columns={**self.columns, **columns})

    def facts(self) -> dict[str, Codes]:
        """Return the columns that are no questions."""
        return {name: codes for name, codes in self.columns.items() if name in FACTS}

    def person(self, at: int) -> dict[str, int]:
        """Return the codes of one person."""
        return {name: int(codes[at if len(codes) > 1 else 0]) for name, codes in self.columns.items()}

    def chosen(self, rows: NDArray[numpy.intp]) -> Answers:
        """Return the people at `rows`, in that order."""
        columns = {name: codes[rows] if len(codes) > 1 else codes for name, codes in self.columns.items()}
        return Answers(size=len(rows), columns=columns)


class Codebook:
    """Between states and codes, for one questionnaire and the conditions that look at it."""

    def __init__(self, questionnaire: Questionnaire, conditions: Iterable[Condition]) -> None:
        """List every column and every distinct test on it."""
        self.questionnaire = questionnaire
        self.tests: list[tuple[str, Test]] = []
        self.tests_of: dict[str, list[int]] = {}
        self._at: dict[tuple[str, Test], int] = {}
        for condition in conditions:
            self.compiled(condition)
        questions = {str(id_): question for id_, question in questionnaire.questions.items()}
        names = dict.fromkeys((*FACTS, *questions, *self.tests_of))
        self.columns: dict[str, Column] = {name: self._column(name, questions.get(name)) for name in names}

    def compiled(self, condition: Condition) -> tuple[int, ...]:
        """Return the places of the tests of a condition in `tests`."""
        return self.placed(condition.tests)

    def placed(self, tests: Iterable[tuple[str, Test]]) -> tuple[int, ...]:
        """Return the places of tests."""
        return tuple([self.place(column, test) for column, test in tests])

    def place(self, column: str, test: Test) -> int:
        """Return the place of one test, added where it is new."""
        key = (column, test)
        if key not in self._at:
            self._at[key] = len(self.tests)
            self.tests.append(key)
            self.tests_of.setdefault(column, []).append(self._at[key])
        return self._at[key]

    def encode(self, answers: Mapping[QuestionId, Answer], facts: Mapping[str, ColumnState]) -> Answers:
        """Return one conversation as answers of one person; `Answers.replaced` makes many of it."""
        states: dict[str, ColumnState] = {str(id_): state_of(answer) for id_, answer in answers.items()}
        known = {name: state for name, state in {**states, **facts}.items() if name in self.columns}
        return Answers(size=1, columns={name: self.codes(name, (state,)) for name, state in known.items()})

    def codes(self, name: str, states: Iterable[ColumnState]) -> Codes:
        """Return the codes of states of one column."""
        column = self.columns[name]
        return numpy.array([column.encode(state) for state in states], dtype=column.dtype)

    def states(self, answers: Answers, at: int) -> dict[str, ColumnState]:
        """Return the states of one person, for the engine that judges one at a time."""
        return {name: self.columns[name].decode(code) for name, code in answers.person(at).items()}

    def _column(self, name: str, question: Question | None) -> Column:
        tests = [self.tests[at][1] for at in self.tests_of.get(name, ())]
        codes = sorted({code for test in tests if isinstance(test, CodeTest) for code in test.codes})
        if question is not None:
            options = [option.code for option in question.options]
            if question.kind is QuestionKind.MULTI:
                return SetColumn(options)
            is_number = question.kind is QuestionKind.NUMBER
            return _numbers(tests) if is_number else ListedColumn(options or [OTHER])
        if name in SET_FACTS:
            return SetColumn([each.value for each in Participant] if name == "present" else codes)
        if name in NUMBER_FACTS:
            return _numbers(tests)
        if name.startswith(FLAG_COLUMN):
            return ListedColumn([state.value for state in FlagState])
        return ListedColumn(tuple(dict.fromkeys((*FACT_CODES.get(name, ()), *codes, OTHER))))


def _numbers(tests: list[Test]) -> ListedColumn:
    """Return a column of numbers: each edge of a test, and one number in every gap between edges."""
    found = {edge for test in tests if isinstance(test, RangeTest) for edge in (test.low, test.high)}
    edges = sorted(edge for edge in found if not math.isinf(edge))
    if not edges:
        return ListedColumn([0.0], edges)
    between = [_between(low, high) for low, high in pairwise(edges)]
    gaps = [edges[0] - 1.0, *between, edges[-1] + 1.0]
    values = [value for gap, edge in zip(gaps, edges, strict=False) for value in (gap, edge)]
    return ListedColumn([*values, gaps[-1]], edges)


def _between(low: float, high: float) -> float:
    whole = float(round((low + high) / 2))
    return whole if low < whole < high else (low + high) / 2
