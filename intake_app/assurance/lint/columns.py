"""What a column can be: the values that tell the tests on it apart, and the reasons why it may have none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import CodeTest, Missing, RangeTest, StateTest, Truth
from intake_app.questionnaire.model import Mode, QuestionKind
from intake_app.questionnaire.situation import Channel, Participant
from intake_app.triage.model import FlagState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from intake_app.questionnaire.conditions import ColumnState, Test
    from intake_app.questionnaire.model import Question, Questionnaire

OLDEST = 130.0
"""No age above this; only a bound for looking at tests on an age."""
OF_A_QUESTION = (Missing.NOT_ASKED, Missing.DECLINED, Missing.NOT_KNOWN)
OTHER_TEXT = "\N{MIDDLE DOT}"
"""Stands for every text that no test names."""


class Form(Enum):
    """How many of which values a column holds."""

    ONE = auto()
    SEVERAL = auto()
    NUMBER = auto()
    FREE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """All that a column can be. `alone` holds the codes that rule out all others; `missing` why it may have no value.

    `may_be_empty`: several values can also be none at all. `low` and `high` bound a number.
    """

    form: Form
    codes: tuple[str, ...] = ()
    alone: frozenset[str] = frozenset()
    missing: tuple[Missing, ...] = ()
    may_be_empty: bool = False
    low: float = float("-inf")
    high: float = float("inf")

    def values(self, tests: tuple[Test, ...]) -> Iterator[ColumnState]:
        """Yield at least one value of every class that `tests` tell apart."""
        if self.form is Form.ONE:
            yield from self.codes
        elif self.form is Form.SEVERAL:
            yield from self._sets(tests)
        elif self.form is Form.NUMBER:
            yield from self._numbers(tests)
        else:
            named = {code for test in tests if isinstance(test, CodeTest) for code in test.codes}
            yield from (*sorted(named), OTHER_TEXT)

    def _sets(self, tests: tuple[Test, ...]) -> Iterator[frozenset[str]]:
        """Yield each code by itself, and the largest sets: a plain test gains by more codes, a negated one by fewer."""
        yield from (frozenset({code}) for code in self.codes)
        refused = frozenset(
            code for test in tests if isinstance(test, CodeTest) and test.negated for code in test.codes
        )
        together = frozenset(self.codes) - self.alone
        yield from (found for found in (together, together - refused) if found)
        if self.may_be_empty:
            yield frozenset()

    def _numbers(self, tests: tuple[Test, ...]) -> Iterator[float]:
        ends = {end for test in tests if isinstance(test, RangeTest) for end in (test.low, test.high)}
        near = {end + step for end in ends for step in (-1.0, 0.0, 1.0)} | {self.low, self.high, 0.0}
        yield from sorted(each for each in near if self.low <= each <= self.high)

    def states(self, tests: tuple[Test, ...]) -> Iterator[ColumnState]:
        """Yield the values, and why there may be none."""
        yield from self.values(tests)
        yield from self.missing


FACTS: Mapping[str, Domain] = {
    "mode": Domain(form=Form.ONE, codes=tuple(Mode)),
    "channel": Domain(form=Form.ONE, codes=tuple(Channel)),
    "present": Domain(form=Form.SEVERAL, codes=tuple(Participant), may_be_empty=True),
    "alone_moment": Domain(form=Form.ONE, codes=("no", "yes")),
    "gut_feeling": Domain(form=Form.ONE, codes=("no", "yes")),
    "literacy": Domain(form=Form.ONE, codes=("ok", "low")),
    "gender": Domain(form=Form.ONE, codes=("woman", "man", "other"), missing=(Missing.NOT_ASKED,)),
    "language": Domain(form=Form.FREE),
    "age": Domain(form=Form.NUMBER, low=0.0, high=OLDEST, missing=(Missing.NOT_ASKED,)),
}
"""The facts of a talk. The topics of wishes and strengths come from the questionnaire."""
FLAG = Domain(form=Form.ONE, codes=tuple(FlagState))
"""A red flag as a column."""


class Columns:
    """The columns that conditions may look at, each with what it can be."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Know all questions and facts; flags are known by their name."""
        topics = Domain(form=Form.SEVERAL, codes=tuple(questionnaire.topics), may_be_empty=True)
        self.questions: dict[str, Question] = {str(id_): each for id_, each in questionnaire.questions.items()}
        self._domains = {**FACTS, "wish_topics": topics, "strength_topics": topics}
        self._domains.update((id_, _of_question(each)) for id_, each in self.questions.items())

    def domain(self, column: str) -> Domain | None:
        """Return what a column can be, or None where there is no such column."""
        return FLAG if column.startswith("flag_") else self._domains.get(column)


def _of_question(question: Question) -> Domain:
    codes = tuple(option.code for option in question.options)
    alone = frozenset(option.code for option in question.options if option.excludes)
    if question.kind is QuestionKind.SINGLE:
        return Domain(form=Form.ONE, codes=codes, missing=OF_A_QUESTION)
    if question.kind is QuestionKind.MULTI:
        return Domain(form=Form.SEVERAL, codes=codes, alone=alone, missing=OF_A_QUESTION)
    if question.kind is QuestionKind.NUMBER:
        low = float("-inf") if question.minimum is None else question.minimum
        high = float("inf") if question.maximum is None else question.maximum
        return Domain(form=Form.NUMBER, low=low, high=high, missing=OF_A_QUESTION)
    return Domain(form=Form.FREE, missing=OF_A_QUESTION)


def needs_value(test: Test) -> bool:
    """Tell whether a test holds only of a column with a value."""
    return not isinstance(test, StateTest) or test.answered


def implies(narrow: Test, wide: Test, domain: Domain) -> bool:
    """Tell whether every state that meets `narrow` meets `wide`."""
    states = domain.states((narrow, wide))
    return all(wide.truth(state) is Truth.TRUE for state in states if narrow.truth(state) is Truth.TRUE)
