"""The columns of an answer set as literals: what was answered, and the truth of a test on it.

Every way to answer a question, or not to, is there once: a literal per option, per code of a multiple choice (at
least one, an excluding one alone), per class of numbers that no test in the content tells apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from intake_app.assurance.proof.circuit import FALSE, TRUE
from intake_app.questionnaire.conditions import CodeTest, Missing, RangeTest, StateTest
from intake_app.questionnaire.model import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from intake_app.assurance.proof.circuit import Circuit
    from intake_app.questionnaire.conditions import Condition, Test
    from intake_app.questionnaire.model import Question

DECLINED, NOT_KNOWN, GIVEN = "?declined", "?not_known", "?given"
OTHER_CODE = "other"
"""Stands for every code that no test names, in a column whose codes are not closed (the language)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column as literals. Exactly one of `given` … `not_applicable` holds; `codes` and `numbers` imply given.

    `numbers` holds a literal per class of numbers, under one number of that class.
    """

    given: int
    declined: int = FALSE
    not_known: int = FALSE
    not_asked: int = FALSE
    not_applicable: int = FALSE
    codes: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[float, int] = field(default_factory=dict)

    @property
    def open(self) -> tuple[int, int, int]:
        """The literals of having no answer while it may apply."""
        return self.declined, self.not_known, self.not_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Rails:
    """A three-valued truth as two literals: it is true, it is false. Neither means unknown."""

    true: int
    false: int


ALWAYS = Rails(true=TRUE, false=FALSE)


def rails_of(circuit: Circuit, column: Column, test: Test) -> Rails:
    """Return the truth of one test on a column."""
    if isinstance(test, StateTest):
        states = {
            Missing.NOT_ASKED: column.not_asked,
            Missing.DECLINED: column.declined,
            Missing.NOT_KNOWN: column.not_known,
            Missing.NOT_APPLICABLE: column.not_applicable,
        }
        met = circuit.any_of([*(states[each] for each in test.states), column.given if test.answered else FALSE])
        return Rails(true=met, false=-met)
    if isinstance(test, RangeTest):
        hit = circuit.any_of([each for number, each in column.numbers.items() if test.low <= number <= test.high])
    else:
        hit = circuit.any_of([each for code, each in column.codes.items() if code in test.codes])
    true = circuit.all_of([column.given, hit])
    false = circuit.all_of([column.given, -hit])
    if isinstance(test, CodeTest) and test.negated:
        true, false = false, true
    return Rails(true=true, false=circuit.any_of([column.not_applicable, false]))


def both(circuit: Circuit, parts: Iterable[Rails]) -> Rails:
    """Return the truth of: all of these."""
    found = list(parts)
    return Rails(true=circuit.all_of([p.true for p in found]), false=circuit.any_of([p.false for p in found]))


def either(circuit: Circuit, parts: Iterable[Rails]) -> Rails:
    """Return the truth of: at least one of these."""
    found = list(parts)
    return Rails(true=circuit.any_of([p.true for p in found]), false=circuit.all_of([p.false for p in found]))


def condition_rails(circuit: Circuit, condition: Condition, columns: Mapping[str, Column]) -> Rails:
    """Return the truth of a conjunction of tests; an unknown column counts as not asked."""
    return both(circuit, [rails_of(circuit, columns.get(column, NEVER_ASKED), t) for column, t in condition.tests])


NEVER_ASKED = Column(given=FALSE, not_asked=TRUE)


def hidden(circuit: Circuit, raw: Column, ruled_out: int) -> Column:
    """Return the column as routing leaves it: ruled out, it is not applicable and its answer counts for nothing."""
    if ruled_out == FALSE:
        return raw
    return replace(
        raw,
        given=circuit.all_of([raw.given, -ruled_out]),
        declined=circuit.all_of([raw.declined, -ruled_out]),
        not_known=circuit.all_of([raw.not_known, -ruled_out]),
        not_asked=circuit.all_of([raw.not_asked, -ruled_out]),
        not_applicable=ruled_out,
    )


class Inputs:
    """Makes columns out of fresh inputs, and keeps what must hold of the inputs of each."""

    def __init__(self, circuit: Circuit, conditions: Iterable[Condition]) -> None:
        """Look through all conditions for the codes and the edges of numbers that they name."""
        self.circuit = circuit
        self.rules: dict[str, int] = {}
        self.members: dict[str, dict[str, int]] = {}
        self.group_of: dict[int, str] = {}
        self._codes: dict[str, set[str]] = {}
        self._edges: dict[str, set[float]] = {}
        for condition in conditions:
            for column, test in condition.tests:
                if isinstance(test, CodeTest):
                    self._codes.setdefault(column, set()).update(test.codes)
                elif isinstance(test, RangeTest):
                    self._edges.setdefault(column, set()).update((test.low, test.high))

    def codes_named(self, column: str) -> tuple[str, ...]:
        """Return the codes that some condition names in a column."""
        return tuple(sorted(self._codes.get(column, ())))

    def one_of(self, name: str, codes: Iterable[str], *, may_lack: bool, prefix: str = "") -> Column:
        """Make a column with one code, or possibly none."""
        inputs = self._inputs(prefix + name, codes)
        self._rule(prefix + name, inputs, exactly=not may_lack)
        given = self.circuit.any_of(inputs.values())
        return Column(given=given, not_asked=-given, codes=inputs)

    def set_of(self, name: str, codes: Iterable[str], *, at_least_one: bool) -> Column:
        """Make a fact that holds a set of codes, always known."""
        inputs = self._inputs(name, codes)
        self.rules[name] = self.circuit.any_of(inputs.values()) if at_least_one else TRUE
        return Column(given=TRUE, codes=inputs)

    def number(self, name: str, low: float, high: float, prefix: str = "") -> Column:
        """Make a whole number that may be lacking, as a fact."""
        found = self.classes(name, low, high, whole=True)
        inputs = self._inputs(prefix + name, [f"{each:g}" for each in found])
        self._rule(prefix + name, inputs, exactly=False)
        given = self.circuit.any_of(inputs.values())
        return Column(given=given, not_asked=-given, numbers=dict(zip(found, inputs.values(), strict=True)))

    def question(self, question: Question, prefix: str = "") -> Column:
        """Make the column of a question as it was answered, before any routing."""
        name = prefix + question.id
        numbers: tuple[float, ...] = ()
        words = [option.code for option in question.options]
        if question.kind is QuestionKind.NUMBER:
            low = question.minimum if question.minimum is not None else float("-inf")
            high = question.maximum if question.maximum is not None else float("inf")
            numbers = self.classes(question.id, low, high, whole=False)
            words = [f"{each:g}" for each in numbers]
        elif question.kind in {QuestionKind.TEXT, QuestionKind.DATE}:
            words = [GIVEN]
        inputs = self._inputs(name, [*words, DECLINED, NOT_KNOWN])
        values = {word: inputs[word] for word in words}
        free = [o.code for o in question.options if not o.excludes] if question.kind is QuestionKind.MULTI else []
        self._rule(name, inputs, exactly=False, free=frozenset(free))
        return Column(
            given=self.circuit.any_of(values.values()),
            declined=inputs[DECLINED],
            not_known=inputs[NOT_KNOWN],
            not_asked=self.circuit.all_of([-each for each in inputs.values()]),
            codes={} if numbers else values,
            numbers=dict(zip(numbers, values.values(), strict=True)) if numbers else {},
        )

    def classes(self, name: str, low: float, high: float, *, whole: bool) -> tuple[float, ...]:
        """Return one number for every class of numbers that no test tells apart."""
        edges = sorted({low, high} | {edge for edge in self._edges.get(name, ()) if low < edge < high})
        edges = [edge for edge in edges if edge not in {float("-inf"), float("inf")}] or [0.0]
        between = [float(f"{(one + other) / 2:g}") for one, other in pairwise(edges)]
        if whole:
            between = [one + 1 for one, other in pairwise(edges) if other - one > 1]
        outside = [edges[0] - 1] * (low == float("-inf")) + [edges[-1] + 1] * (high == float("inf"))
        return tuple(sorted({float(each) for each in (*edges, *between, *outside)}))

    def _inputs(self, name: str, codes: Iterable[str]) -> dict[str, int]:
        found = {code: self.circuit.input(f"{name}={code}") for code in codes}
        self.members[name] = found
        self.group_of.update(dict.fromkeys(found.values(), name))
        return found

    def _rule(self, name: str, inputs: Mapping[str, int], *, exactly: bool, free: frozenset[str] = frozenset()) -> None:
        """Keep: no two of the inputs hold, apart from those that may stand together; and one of them, if so asked."""
        codes = list(inputs)
        apart = [
            self.circuit.any_of([-inputs[one], -inputs[other]])
            for at, one in enumerate(codes)
            for other in codes[at + 1 :]
            if not {one, other} <= free
        ]
        self.rules[name] = self.circuit.all_of([*apart, self.circuit.any_of(inputs.values()) if exactly else TRUE])
