"""How settled the outcomes of many people are: the same judgement as `triage/status`, on the safe side."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray

from intake_app.questionnaire.conditions import Truth
from intake_app.triage.crowd.board import FALSE, NEVER, TRUE, Board
from intake_app.triage.flags import FLAG_COLUMN
from intake_app.triage.kinds import kind_state
from intake_app.triage.model import KindEffect
from intake_app.triage.outcome import Status

if TYPE_CHECKING:
    from intake_app.triage.crowd.board import Compiled
    from intake_app.triage.crowd.columns import Codebook
    from intake_app.triage.model import RuleSet

Bools = NDArray[numpy.bool_]
STATES = tuple(Status)
INCOMPLETE, PROVISIONAL, FINAL = (numpy.uint8(STATES.index(each)) for each in STATES)


def _settled_table() -> Bools:
    """List for each effect whether a rule of it holds for certain, or may hold: is the state of the kind the same."""
    ways = ((Truth.FALSE,), (Truth.FALSE, Truth.TRUE), (Truth.TRUE,), (Truth.TRUE,))
    found = []
    for places in product(range(len(ways)), repeat=len(KindEffect)):
        choices = product(*(ways[place] for place in places))
        found.append(len({kind_state(dict(zip(KindEffect, way, strict=True))) for way in choices}) == 1)
    return numpy.array(found)


_SETTLED = _settled_table()


class CrowdSettling:
    """Judges how settled outcomes of one rule set are."""

    def __init__(self, rules: RuleSet, codebook: Codebook) -> None:
        """Compile what a further answer may turn."""
        self._codebook = codebook
        self._safety = tuple(q.id for q in codebook.questionnaire.questions.values() if q.safety)
        self._clauses = [codebook.compiled(clause.when) for flag in rules.flags for clause in flag.clauses]
        self._urgency = [(numpy.uint8(rule.level), codebook.compiled(rule.when)) for rule in rules.urgency]
        by_kind: dict[str, dict[KindEffect, list[Compiled]]] = {}
        for rule in rules.kinds:
            of_kind = by_kind.setdefault(rule.kind, {effect: [] for effect in KindEffect})
            of_kind[rule.effect].append(codebook.compiled(rule.when))
        self._kinds = tuple(by_kind.values())

    def safety_is_open(self, board: Board) -> Bools:
        """Tell of whom a safety question that may apply has no answer; declined is no answer."""
        found: Bools = NEVER.astype(numpy.bool_)
        for question in self._safety:
            found = found | board.is_open(question)
        return found

    def may_turn(self, board: Board, urgency: NDArray[numpy.uint8], people: NDArray[numpy.intp]) -> Bools:
        """Tell of which of these people a further answer may turn a flag, the urgency or a kind."""
        turning = _Turning(_part(board, people, self._codebook), self._codebook)
        found = numpy.zeros(len(people), dtype=numpy.bool_)
        for clause in self._clauses:
            found |= turning.may_change(clause)
        level = urgency[people]
        for more, condition in self._urgency:
            found |= turning.may_change(condition) & (level < more)
        for rules in self._kinds:
            found |= ~turning.is_settled(rules)
        return found


class _Turning:
    """What a further answer may still turn, on one board."""

    def __init__(self, board: Board, codebook: Codebook) -> None:
        self._board, self._codebook = board, codebook
        self._open: dict[str, Bools] = {}
        self._ruled_out: dict[int, Bools] = {}

    def may_change(self, condition: Compiled) -> Bools:
        """Tell where no test is false for good, and one looks at an open column."""
        is_open: Bools = NEVER.astype(numpy.bool_)
        ruled_out = is_open
        for at in condition:
            is_open = is_open | self._is_open(self._codebook.tests[at][0])
            ruled_out = ruled_out | self._is_ruled_out(at)
        return is_open & ~ruled_out

    def is_settled(self, rules: dict[KindEffect, list[Compiled]]) -> Bools:
        """Tell where a kind's state is the same whatever its open rules turn out to be."""
        key = numpy.zeros(1, dtype=numpy.uint8)
        for effect in KindEffect:
            low: Bools = NEVER.astype(numpy.bool_)
            high = low
            for condition in rules[effect]:
                may = self.may_change(condition)
                low = low | ((self._board.all_hold(condition) == TRUE) & ~may)
                high = high | may
            key = key * numpy.uint8(4) + low * numpy.uint8(2) + (low | high)
        return _SETTLED.take(key)

    def _is_open(self, column: str) -> Bools:
        if column not in self._open:
            self._open[column] = self._board.is_open(column)
        return self._open[column]

    def _is_ruled_out(self, at: int) -> Bools:
        if at not in self._ruled_out:
            column = self._codebook.tests[at][0]
            is_false: Bools = (self._board.test(at) == FALSE) & ~self._is_open(column)
            self._ruled_out[at] = NEVER.astype(numpy.bool_) if column.startswith(FLAG_COLUMN) else is_false
        return self._ruled_out[at]


def _part(board: Board, people: NDArray[numpy.intp], codebook: Codebook) -> Board:
    """Return a board of these people only."""
    found = Board(codebook)
    for column, codes in board.codes.items():
        found.put(column, codes[people] if len(codes) > 1 else codes)
    return found
