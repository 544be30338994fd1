"""A score table of two versions: its points, and how low and high they can still become, in every state."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from intake_app.assurance.difference.judge import Part
from intake_app.assurance.difference.pair import shape
from intake_app.assurance.difference.replay import Sort
from intake_app.assurance.difference.ways import Stand, Ways, states_of_columns
from intake_app.assurance.proof.circuit import FALSE
from intake_app.assurance.proof.columns import NEVER_ASKED, rails_of
from intake_app.questionnaire.conditions import OPEN_STATES, Missing, Truth
from intake_app.triage.bounds import BoundTable
from intake_app.triage.model import Target
from intake_app.triage.outcome import NEED_FROM

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from intake_app.assurance.difference.local import Local
    from intake_app.assurance.difference.pair import Pair
    from intake_app.assurance.proof.answer_set import AnswerSet
    from intake_app.assurance.subject import Subject
    from intake_app.questionnaire.conditions import ColumnState, Condition, Test

Spans = tuple[tuple[int, int, int], ...]
"""Per target point, lowest and highest."""
_NOTHING: Spans = ((0, 0, 0),) * len(Target)


class Side:
    """The tables of one version."""

    def __init__(self, subject: Subject, answers: AnswerSet) -> None:
        """Make the bounds of every table."""
        self.answers = answers
        self.tables = {table.id: table for table in subject.rules.tables}
        self._questions = {str(id_): question for id_, question in subject.questionnaire.questions.items()}
        self._bounds = {table.id: BoundTable(table, self._questions) for table in subject.rules.tables}

    def outcome(self, id_: str, states: Mapping[str, ColumnState]) -> Spans:
        """Return point, low and high per target; a table that is not there adds nothing."""
        if id_ not in self._bounds:
            return _NOTHING
        spans = self._bounds[id_].judge(states).spans
        return tuple((spans[target].point, spans[target].low, spans[target].high) for target in Target)

    def conditions(self, id_: str) -> list[Condition]:
        """Return the conditions of the rows of a table."""
        return [rule.when for rule in self.tables[id_].rules] if id_ in self.tables else []

    def says(self, id_: str) -> Hashable:
        """Return all that the outcome of a table depends on, beside the states of its columns."""
        table = self.tables.get(id_)
        if table is None:
            return ()
        rows = Counter((frozenset(rule.when.tests), frozenset(rule.amounts)) for rule in table.rules)
        return frozenset(rows.items()), frozenset((column, self._of_column(column)) for column in table.columns)

    def _of_column(self, column: str) -> Hashable:
        question = self._questions.get(column)
        if question is None:
            return None
        return shape(question), bool(question.asked_when), question.essential


class TableParts:
    """Makes the parts of the score tables."""

    def __init__(self, pair: Pair, local: Local, before: AnswerSet) -> None:
        """Prepare both sides."""
        self._pair, self._local, self._circuit = pair, local, pair.circuit
        self._old, self._new = Side(pair.old, before), Side(pair.new, pair.model.now)

    def part(self, id_: str) -> Part:
        """Return the part of one table; what is said in the same way of the same columns costs nothing."""
        columns = self._columns(id_)
        stands = self._local.stands(self._old.answers, columns)
        if stands is not None and self._old.says(id_) == self._new.says(id_):
            return Part(sort=Sort.TABLE, id=id_, literal=FALSE)
        ways = partial(self._ways, id_, stands) if stands is not None else None
        literal = self._literal(id_, columns)
        if literal is None:
            return Part(sort=Sort.TABLE, id=id_, ways=ways, is_decidable=False)
        return Part(sort=Sort.TABLE, id=id_, literal=literal, ways=ways)

    def settled_bands(self) -> tuple[int, int] | None:
        """Return the literals of both needs keeping their band, for the old and the new version; None if too large."""
        old, new = self._banded(self._old), self._banded(self._new)
        return None if old is None or new is None else (old, new)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the tables of either version."""
        return tuple({**self._old.tables, **self._new.tables})

    def _columns(self, id_: str) -> list[str]:
        tables = [side.tables[id_] for side in (self._old, self._new) if id_ in side.tables]
        return list(dict.fromkeys(column for table in tables for column in table.columns))

    def _ways(self, id_: str, stands: dict[str, Stand]) -> Ways | None:
        conditions = self._old.conditions(id_) + self._new.conditions(id_)
        columns = states_of_columns(conditions, stands)
        if columns is None:
            return None
        return Ways(columns=columns, before=partial(self._old.outcome, id_), after=partial(self._new.outcome, id_))

    def _literal(self, id_: str, columns: list[str]) -> int | None:
        """Return the literal of: the outcome of the table differs; None where there are too many ways to spell out."""
        old, new = self._spelled(self._old, id_, columns), self._spelled(self._new, id_, columns)
        if old is None or new is None:
            return None
        same = [self._circuit.same(old.get(each, FALSE), new.get(each, FALSE)) for each in {**old, **new}]
        return -self._circuit.all_of(same)

    def _banded(self, side: Side) -> int | None:
        """Return the literal of: how low and how high each score can still become fall into the same band."""
        terms: list[tuple[Spans, int]] = []
        for id_, table in side.tables.items():
            spelled = self._spelled(side, id_, list(table.columns))
            if spelled is None:
                return None
            terms += spelled.items()
        same = []
        for at, _ in enumerate(Target):
            sums = [[(outcome[at][which], literal) for outcome, literal in terms] for which in range(len(_NOTHING[0]))]
            for _, least in NEED_FROM:
                point, low, high = (self._circuit.at_least(each, least) for each in sums)
                lowest, highest = self._circuit.all_of([point, low]), self._circuit.any_of([point, high])
                same.append(self._circuit.same(lowest, highest))
        return self._circuit.all_of(same)

    def _spelled(self, side: Side, id_: str, columns: list[str]) -> dict[Spans, int] | None:
        """Return for every outcome of a table the literal of having it."""
        stands = {name: self._local.stand(name, side.answers) for name in columns}
        states = states_of_columns(side.conditions(id_), stands)
        if states is None:
            return None
        found: dict[Spans, list[int]] = {}
        for way in product(*states.values()):
            chosen = dict(zip(states, way, strict=True))
            literal = self._circuit.all_of(self._stands_so(side, id_, name, state) for name, state in chosen.items())
            found.setdefault(side.outcome(id_, chosen), []).append(literal)
        return {outcome: self._circuit.any_of(literals) for outcome, literals in found.items()}

    def _stands_so(self, side: Side, id_: str, name: str, state: ColumnState) -> int:
        """Return the literal of: a column is in the class of a state."""
        column = side.answers.columns.get(name, NEVER_ASKED)
        is_open = self._circuit.any_of(column.open)
        parts = [is_open if isinstance(state, Missing) and state in OPEN_STATES else -is_open]
        for test in _tests_on(name, side.conditions(id_)):
            rails, truth = rails_of(self._circuit, column, test), test.truth(state)
            parts += [rails.true if truth is Truth.TRUE else -rails.true]
            parts += [rails.false if truth is Truth.FALSE else -rails.false]
        return self._circuit.all_of(parts)


def _tests_on(name: str, conditions: list[Condition]) -> dict[Test, None]:
    return {test: None for condition in conditions for column, test in condition.tests if column == name}
