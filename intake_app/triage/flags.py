"""Red flags: judged before and outside all scores (decision 1; docs/sources/practice.md §3)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import Missing, Truth
from intake_app.questionnaire.situation import FACTS
from intake_app.triage.model import FlagEffect, FlagState
from intake_app.triage.outcome import FlagOutcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import FlagId, QuestionId, RuleId
    from intake_app.questionnaire.conditions import ColumnState
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


def judge_flags(
    rules: tuple[FlagRule, ...], states: dict[str, ColumnState], history: FlagHistory
) -> tuple[FlagOutcome, ...]:
    """Judge all flags in the order of the file; adds a `flag_…` column to `states` for each."""
    found = []
    for rule in rules:
        outcome = _judge(rule, states, history)
        states[FLAG_COLUMN + rule.id] = outcome.state.value
        found.append(outcome)
    return tuple(found)


def _judge(rule: FlagRule, states: Mapping[str, ColumnState], history: FlagHistory) -> FlagOutcome:
    withdrawn = history.withdrawn.get(rule.id, frozenset())
    standing = history.standing.get(rule.id, frozenset()) - withdrawn
    truths = [(clause, clause.when.truth(states)) for clause in rule.clauses if clause.id not in withdrawn]
    holding = [c for c, truth in truths if truth is Truth.TRUE or c.id in standing]
    raised = tuple(clause for clause in holding if clause.state is FlagState.RAISED)
    if raised:
        return _outcome(rule, FlagState.RAISED, raised, states)
    possible = tuple(clause for clause in holding if clause.state is FlagState.POSSIBLE)
    hinted = tuple(clause for clause, truth in truths if truth is Truth.UNKNOWN and _is_hinted(clause, states))
    if possible or hinted:
        return _outcome(rule, FlagState.POSSIBLE, possible or hinted, states)
    state = FlagState.NOT_ASKED if _open_questions(rule, states) else FlagState.CLEARED
    outcome = _outcome(rule, state, (), states)
    return replace(outcome, withdrawn=bool(withdrawn))


def _is_hinted(clause: FlagClause, states: Mapping[str, ColumnState]) -> bool:
    """Tell whether part of a clause already holds because of something that was said, the rest being open."""
    return clause.state is FlagState.RAISED and any(
        column not in FACTS
        and not column.startswith(FLAG_COLUMN)
        and test.truth(states.get(column, Missing.NOT_ASKED)) is Truth.TRUE
        for column, test in clause.when.tests
    )


def _outcome(
    rule: FlagRule, state: FlagState, clauses: tuple[FlagClause, ...], states: Mapping[str, ColumnState]
) -> FlagOutcome:
    loud = tuple(clause for clause in clauses if clause.effect is not FlagEffect.SILENT)
    effect = rule.effect
    if clauses:
        effect = loud[0].effect if loud else FlagEffect.SILENT
    shown = loud or clauses
    return FlagOutcome(
        flag=rule.id,
        state=state,
        effect=effect,
        urgency=max((clause.urgency for clause in clauses), default=rule.urgency),
        clauses=shown,
        open_questions=_open_questions(rule, states),
        all_clauses=clauses,
    )


def _open_questions(rule: FlagRule, states: Mapping[str, ColumnState]) -> tuple[QuestionId, ...]:
    def is_open(column: str) -> bool:
        state = states.get(column, Missing.NOT_ASKED)
        return isinstance(state, Missing) and state is not Missing.NOT_APPLICABLE

    return tuple(question for question in rule.asked_by if is_open(question))
