"""Red flags: judged before and outside all scores (decision 1; docs/sources/practice.md §3).

A flag is cleared only when it was asked about: none of its questions is open, and the first has an answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from intake_app.questionnaire.conditions import OPEN_STATES, Missing, Truth
from intake_app.questionnaire.masks import ConditionMasks
from intake_app.questionnaire.situation import FACTS
from intake_app.triage.model import FlagEffect, FlagState
from intake_app.triage.outcome import FlagOutcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import FlagId, QuestionId, RuleId
    from intake_app.questionnaire.conditions import ColumnState
    from intake_app.questionnaire.masks import Marks
    from intake_app.triage.model import FlagClause, FlagRule

FLAG_COLUMN = "flag_"
"""A later flag or a kind may look at a flag as the column `flag_<id>`, whose value is the state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagHistory:
    """What earlier moments of the talk left behind.

    `standing`: clauses that have ever held; they keep the flag raised also when the answer is corrected or hidden.
    `withdrawn`: clauses that a practitioner withdrew with a reason.
    `recorded`: flags of which is recorded what was done and who was told.
    """

    standing: Mapping[FlagId, frozenset[RuleId]] = field(default_factory=dict)
    withdrawn: Mapping[FlagId, frozenset[RuleId]] = field(default_factory=dict)
    recorded: frozenset[FlagId] = frozenset()


NO_HISTORY = FlagHistory()
_NONE: frozenset[RuleId] = frozenset()
_KEPT = 5_000


class FlagTables:
    """All flags, made ready. A clause is one bit; outcomes are kept per way that the clauses of a flag come out.

    `columns` are those that the flags look at, the columns of earlier flags among them.
    """

    def __init__(self, rules: tuple[FlagRule, ...]) -> None:
        """Give every clause its bit."""
        self._rules = rules
        clauses = [clause for rule in rules for clause in rule.clauses]
        self._masks = ConditionMasks([clause.when for clause in clauses])
        self.columns = frozenset(self._masks.columns) | {column for rule in rules for column in rule.asked_by}
        self._first = [sum(len(each.clauses) for each in rules[:at]) for at in range(len(rules))]
        self._kept: dict[tuple[object, ...], FlagOutcome] = {}

    def judge(self, states: dict[str, ColumnState], history: FlagHistory) -> tuple[FlagOutcome, ...]:
        """Judge all flags in the order of the file; adds a `flag_…` column to `states` for each."""
        false = unknown = said = 0
        for column, (no, open_, yes) in self._masks.marks(states).items():
            if column.startswith(FLAG_COLUMN):
                continue
            false |= no
            unknown |= open_
            if column not in FACTS:
                said |= yes
        found = []
        for rule, first in zip(self._rules, self._first, strict=True):
            mask = (1 << len(rule.clauses)) - 1
            bits = false >> first & mask, unknown >> first & mask, said >> first & mask
            asked = _Asked.of(rule, states)
            outcome = self._outcome(rule, bits, asked, history)
            found.append(outcome)
            column = FLAG_COLUMN + rule.id
            states[column] = outcome.state.value
            no, open_, _ = self._masks.mark(column, outcome.state.value)
            false, unknown = false | no, unknown | open_
        return tuple(found)

    def _outcome(self, rule: FlagRule, bits: Marks, asked: _Asked, history: FlagHistory) -> FlagOutcome:
        withdrawn = history.withdrawn.get(rule.id, _NONE)
        standing = history.standing.get(rule.id, _NONE)
        key = (rule.id, bits, asked, withdrawn, standing)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[key] = _judge(_Told(rule=rule, bits=bits, asked=asked), withdrawn, standing - withdrawn)
        return found


class _Asked(NamedTuple):
    """Which questions of a flag are still open, and whether the first of them, that asks for it, was answered."""

    open: tuple[QuestionId, ...]
    is_answered: bool

    @classmethod
    def of(cls, rule: FlagRule, states: Mapping[str, ColumnState]) -> _Asked:
        """Look at the questions that ask for the flag; a flag without any is asked for by its key."""
        found = [states.get(question, Missing.NOT_ASKED) for question in rule.asked_by]
        open_ = [question for question, state in zip(rule.asked_by, found, strict=True) if state in OPEN_STATES]
        return cls(tuple(open_), not found or not isinstance(found[0], Missing))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A flag with what the answers say: for each clause whether a test is false, open, or holds on something said."""

    rule: FlagRule
    bits: Marks
    asked: _Asked

    def truth(self, at: int) -> Truth:
        """Return the truth of a clause."""
        false, unknown, _ = self.bits
        return Truth.FALSE if false >> at & 1 else Truth.UNKNOWN if unknown >> at & 1 else Truth.TRUE

    def is_hinted(self, at: int) -> bool:
        """Tell whether part of a clause already holds because of something that was said, the rest being open."""
        clause = self.rule.clauses[at]
        return clause.state is FlagState.RAISED and self.truth(at) is Truth.UNKNOWN and bool(self.bits[2] >> at & 1)


def _judge(told: _Told, withdrawn: frozenset[RuleId], standing: frozenset[RuleId]) -> FlagOutcome:
    clauses = [(at, clause) for at, clause in enumerate(told.rule.clauses) if clause.id not in withdrawn]
    holding = [clause for at, clause in clauses if told.truth(at) is Truth.TRUE or clause.id in standing]
    raised = tuple(clause for clause in holding if clause.state is FlagState.RAISED)
    if raised:
        return _outcome(told, FlagState.RAISED, raised)
    possible = tuple(clause for clause in holding if clause.state is FlagState.POSSIBLE)
    hinted = tuple(clause for at, clause in clauses if told.is_hinted(at))
    if possible or hinted:
        return _outcome(told, FlagState.POSSIBLE, possible or hinted)
    is_cleared = told.asked.is_answered and not told.asked.open
    state = FlagState.CLEARED if is_cleared else FlagState.NOT_ASKED
    return replace(_outcome(told, state, ()), withdrawn=bool(withdrawn))


def _outcome(told: _Told, state: FlagState, clauses: tuple[FlagClause, ...]) -> FlagOutcome:
    rule = told.rule
    loud = tuple(clause for clause in clauses if clause.effect is not FlagEffect.SILENT)
    effect = rule.effect
    if clauses:
        effect = loud[0].effect if loud else FlagEffect.SILENT
    return FlagOutcome(
        flag=rule.id,
        state=state,
        effect=effect,
        urgency=max((clause.urgency for clause in clauses), default=rule.urgency),
        clauses=loud or clauses,
        open_questions=told.asked.open,
        all_clauses=clauses,
    )
