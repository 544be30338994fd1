"""The red flags of many people, in the order of the file, with an empty history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy

from intake_app.questionnaire.conditions import StateTest
from intake_app.questionnaire.situation import FACTS
from intake_app.triage.crowd.board import NEVER, TRUE, UNKNOWN
from intake_app.triage.crowd.columns import FIRST
from intake_app.triage.flags import FLAG_COLUMN
from intake_app.triage.model import FlagEffect, FlagState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from intake_app.triage.crowd.board import Board
    from intake_app.triage.crowd.columns import Codebook
    from intake_app.triage.model import FlagClause, FlagRule

STATES, EFFECTS = tuple(FlagState), tuple(FlagEffect)
RAISED, POSSIBLE, CLEARED, NOT_ASKED = (
    numpy.uint8(STATES.index(each))
    for each in (FlagState.RAISED, FlagState.POSSIBLE, FlagState.CLEARED, FlagState.NOT_ASKED)
)
WAITS, SILENT = (numpy.uint8(EFFECTS.index(each)) for each in (FlagEffect.WAITS, FlagEffect.SILENT))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FlagsOfCrowd:
    """Per flag a row with an entry per person, or a single one that stands for all.

    `state` counts in the order of `FlagState`, `effect` of `FlagEffect`, `urgency` is that of `Urgency`; `is_open`
    tells whether one of the questions that ask for the flag has no answer yet.
    """

    state: list[NDArray[numpy.uint8]]
    effect: list[NDArray[numpy.uint8]]
    urgency: list[NDArray[numpy.uint8]]
    is_open: list[NDArray[numpy.bool_]]


class CrowdFlag:
    """One flag."""

    def __init__(self, rule: FlagRule, codebook: Codebook) -> None:
        """Compile its clauses; of those that raise it also the tests that hint at it."""
        self.rule = rule
        self._clauses = [(clause, codebook.compiled(clause.when)) for clause in rule.clauses]
        self._hints = {
            clause.id: codebook.placed(
                test
                for test in clause.when.tests
                if test[0] not in FACTS and not test[0].startswith(FLAG_COLUMN) and not isinstance(test[1], StateTest)
            )
            for clause in rule.clauses
            if clause.state is FlagState.RAISED
        }

    def judge(self, board: Board) -> tuple[NDArray[numpy.uint8], NDArray[numpy.uint8], NDArray[numpy.uint8]]:
        """Return state, effect and urgency; sets the column of the flag."""
        truths = [(clause, board.all_hold(compiled)) for clause, compiled in self._clauses]
        holding = [(clause, truth == TRUE) for clause, truth in truths]
        raising = [(clause, holds) for clause, holds in holding if clause.state is FlagState.RAISED]
        possible = [(clause, holds) for clause, holds in holding if clause.state is FlagState.POSSIBLE]
        hinted = [
            (clause, self._is_hinted(clause, truth, board)) for clause, truth in truths if clause.id in self._hints
        ]
        is_raised, is_possible, is_hinted = _any(raising), _any(possible), _any(hinted)
        state = numpy.where(self.is_answered(board) & ~self.is_open(board), CLEARED, NOT_ASKED)
        state = numpy.where(is_possible | is_hinted, POSSIBLE, state)
        state = numpy.where(is_raised, RAISED, state)
        board.put(FLAG_COLUMN + self.rule.id, state + numpy.uint8(FIRST))
        active = [(clause, holds) for clause, holds in raising]
        active += [(clause, holds & ~is_raised) for clause, holds in possible]
        active += [(clause, holds & ~is_raised & ~is_possible) for clause, holds in hinted]
        return state, self._effect(active), self._urgency(active)

    def _is_hinted(self, clause: FlagClause, truth: NDArray[numpy.uint8], board: Board) -> NDArray[numpy.bool_]:
        found: NDArray[numpy.bool_] = truth == UNKNOWN
        if not found.any():
            return found
        hints: NDArray[numpy.bool_] = board.best(tuple((at,) for at in self._hints[clause.id])) == TRUE
        return found & hints

    def is_answered(self, board: Board) -> NDArray[numpy.bool_]:
        """Tell who answered the first of its questions; a flag without any is asked for by its key."""
        if not self.rule.asked_by:
            return ~NEVER.astype(numpy.bool_)
        return board.is_given(self.rule.asked_by[0])

    def is_open(self, board: Board) -> NDArray[numpy.bool_]:
        """Tell who has no answer yet to one of its questions."""
        found = NEVER.astype(numpy.bool_)
        for question in self.rule.asked_by:
            found = found | board.is_open(question)
        return found

    def _effect(self, active: list[tuple[FlagClause, NDArray[numpy.bool_]]]) -> NDArray[numpy.uint8]:
        """The effect of the first clause that holds and may be spoken of; silent when none of them may."""
        order = {clause.id: at for at, clause in enumerate(self.rule.clauses)}
        found = numpy.where(_any(active), SILENT, numpy.uint8(EFFECTS.index(self.rule.effect)))
        for clause, holds in sorted(active, key=lambda each: -order[each[0].id]):
            if clause.effect is not FlagEffect.SILENT:
                found = numpy.where(holds, numpy.uint8(EFFECTS.index(clause.effect)), found)
        return found

    def _urgency(self, active: list[tuple[FlagClause, NDArray[numpy.bool_]]]) -> NDArray[numpy.uint8]:
        found = numpy.where(_any(active), numpy.uint8(0), numpy.uint8(self.rule.urgency))
        for clause, holds in active:
            found = numpy.maximum(found, holds * numpy.uint8(clause.urgency))
        return found


def _any(clauses: Iterable[tuple[FlagClause, NDArray[numpy.bool_]]]) -> NDArray[numpy.bool_]:
    found = NEVER.astype(numpy.bool_)
    for _, holds in clauses:
        found = found | holds
    return found


class CrowdFlags:
    """All flags of a rule set, made ready."""

    def __init__(self, rules: tuple[FlagRule, ...], codebook: Codebook) -> None:
        """Compile every flag."""
        self.flags = [CrowdFlag(rule, codebook) for rule in rules]

    def judge(self, board: Board) -> FlagsOfCrowd:
        """Judge all flags; adds a `flag_…` column to the board for each."""
        found = [flag.judge(board) for flag in self.flags]
        return FlagsOfCrowd(
            state=[state for state, _, _ in found],
            effect=[effect for _, effect, _ in found],
            urgency=[urgency for _, _, urgency in found],
            is_open=[flag.is_open(board) for flag in self.flags],
        )
