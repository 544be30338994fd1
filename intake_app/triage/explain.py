"""The record of why: for every figure and state the rules that hold, the rules that are open, and on what.

With this record and the rule files alone anybody can work out the whole assessment again. Rules of scores and kinds
are not judged twice: the assessment says which of them hold and which are open. The record is for the practitioner:
it names silent flags too.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import Missing, Truth
from intake_app.triage.flags import FLAG_COLUMN
from intake_app.triage.model import FlagEffect, FlagState, KindEffect, Target, Urgency

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import FlagId, KindId, QuestionId, RuleId
    from intake_app.questionnaire.conditions import ColumnState, Condition
    from intake_app.questionnaire.routing import Routing
    from intake_app.triage.flags import FlagHistory
    from intake_app.triage.model import FlagRule, KindState, RuleSet
    from intake_app.triage.outcome import Assessment, FlagOutcome, KindOutcome, Need, Reason, Score, Status

Stated = tuple[tuple[str, "ColumnState"], ...]
"""The columns of a rule with the state of each."""
_NONE: frozenset[RuleId] = frozenset()
_KEPT = 200
"""Lines kept per rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One rule: the states it was judged on, the columns it still hangs on, and what it adds.

    `amount` is in points for a score, in support for a kind, and 0 for a flag and for urgency.
    """

    rule: RuleId
    states: Stated
    open_columns: tuple[str, ...]
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagExplained:
    """One red flag: the clauses that hold, those that held earlier and still count, and those that could still hold.

    `rests_on` are the clauses that make the state what it is; clauses that were withdrawn stand in no other place.
    """

    flag: FlagId
    state: FlagState
    effect: FlagEffect
    urgency: Urgency
    rests_on: tuple[RuleId, ...]
    holds: tuple[Line, ...]
    standing: tuple[RuleId, ...]
    open: tuple[Line, ...]
    withdrawn: tuple[RuleId, ...]
    open_questions: tuple[QuestionId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencyExplained:
    """How soon: the rules that ask for haste, those that still could, and the flags that press."""

    level: Urgency
    holds: tuple[Line, ...]
    open: tuple[Line, ...]
    flags: tuple[FlagId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreExplained:
    """One side: its figures with every rule behind them. The amounts in `holds` add up to `point`, within 0 to 100."""

    target: Target
    point: int
    low: int
    high: int
    known: float
    need: Need
    holds: tuple[Line, ...]
    open: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindExplained:
    """One kind of help: what speaks for it, against it and is open, and the flags that name or block it."""

    kind: KindId
    state: KindState
    support: int
    named_by: tuple[FlagId, ...]
    speaks_for: tuple[Line, ...]
    against: tuple[Line, ...]
    open: tuple[Line, ...]
    blocked_by: tuple[FlagId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The whole record. `states` are the columns it rests on, `unsure` the questions of which the gate is open.

    A column that nothing is known of stands in it as not asked.
    """

    states: Mapping[str, ColumnState]
    unsure: tuple[QuestionId, ...]
    history: FlagHistory
    flags: tuple[FlagExplained, ...]
    urgency: UrgencyExplained
    scores: tuple[ScoreExplained, ...]
    kinds: tuple[KindExplained, ...]
    status: Status
    enough_known: bool
    missing_essentials: tuple[QuestionId, ...]


_Lines = tuple[tuple[Line, ...], tuple[Line, ...]]
"""The rules that hold, and the rules that are open."""


def explain(rules: RuleSet, routing: Routing, assessment: Assessment, history: FlagHistory) -> Explanation:
    """Write down why `assessment` is what it is; it must be of this routing and history."""
    return Explainer(rules).explain(routing, assessment, history)


class _Told:
    """A rule made ready to be written down. Its lines are kept per combination of the states of its columns."""

    __slots__ = ("_amount", "_kept", "_pick", "_rule", "_when", "columns")

    def __init__(self, rule: RuleId, when: Condition, amount: int = 0) -> None:
        self._rule, self._when, self._amount = rule, when, amount
        self.columns = when.columns
        self._pick = itemgetter(*self.columns)
        self._kept: dict[object, tuple[Truth, Line]] = {}

    def judged(self, states: Mapping[str, ColumnState]) -> tuple[Truth, Line]:
        """Judge the rule and write it down; every column must have a state."""
        key = self._pick(states)
        return self._kept.get(key) or self._work_out(key, states)

    def line(self, states: Mapping[str, ColumnState]) -> Line:
        """Write the rule down; every column must have a state."""
        return self.judged(states)[1]

    def _work_out(self, key: object, states: Mapping[str, ColumnState]) -> tuple[Truth, Line]:
        truths = [(column, test.truth(states[column])) for column, test in self._when.tests]
        line = Line(
            rule=self._rule,
            states=tuple((column, states[column]) for column in self.columns),
            open_columns=tuple(column for column, truth in truths if truth is Truth.UNKNOWN),
            amount=self._amount,
        )
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        self._kept[key] = found = (min(truth for _, truth in truths), line)
        return found


class Explainer:
    """A rule set made ready for being written down; for more than one record of the same rules."""

    def __init__(self, rules: RuleSet) -> None:
        """Prepare every rule once."""
        self._rules = rules
        self._flags = [[_Told(clause.id, clause.when) for clause in flag.clauses] for flag in rules.flags]
        self._urgency = [_Told(rule.id, rule.when) for rule in rules.urgency]
        self._scores = {
            target: {
                rule.id: _Told(rule.id, rule.when, rule.amount(target))
                for table in rules.tables
                for rule in table.rules
            }
            for target in Target
        }
        self._kinds = {
            rule.id: _Told(rule.id, rule.when, rule.weight if rule.effect is KindEffect.SUGGEST else 0)
            for rule in rules.kinds
        }
        told = [*self._urgency, *self._kinds.values(), *self._scores[Target.MEDICAL].values()]
        told += [each for clauses in self._flags for each in clauses]
        self._absent: dict[str, ColumnState] = {column: Missing.NOT_ASKED for each in told for column in each.columns}

    def explain(self, routing: Routing, assessment: Assessment, history: FlagHistory) -> Explanation:
        """Write down why `assessment` is what it is; it must be of this routing and history."""
        states = {**self._absent, **routing.states}
        for outcome in assessment.flags:
            states[FLAG_COLUMN + outcome.flag] = outcome.state.value
        flags = [
            _flag(outcome, _sorted_out(clauses, states), history)
            for outcome, clauses in zip(assessment.flags, self._flags, strict=True)
        ]
        return Explanation(
            states=states,
            unsure=tuple([id_ for id_, truth in routing.applies.items() if truth is Truth.UNKNOWN]),
            history=history,
            flags=tuple(flags),
            urgency=_urgency(assessment, _sorted_out(self._urgency, states)),
            scores=tuple([self._score(score, states) for score in (assessment.medical, assessment.social)]),
            kinds=self._explained_kinds(assessment, states),
            status=assessment.status,
            enough_known=assessment.enough_known,
            missing_essentials=assessment.missing_essentials,
        )

    def _score(self, score: Score, states: Mapping[str, ColumnState]) -> ScoreExplained:
        told = self._scores[score.target]
        return ScoreExplained(
            target=score.target,
            point=score.point,
            low=score.low,
            high=score.high,
            known=score.known,
            need=score.need,
            holds=tuple([told[each.rule].line(states) for each in score.contributions]),
            open=tuple([told[each.rule].line(states) for each in score.open_rules]),
        )

    def _explained_kinds(self, assessment: Assessment, states: Mapping[str, ColumnState]) -> tuple[KindExplained, ...]:
        raised = [
            rule
            for rule, outcome in zip(self._rules.flags, assessment.flags, strict=True)
            if outcome.state is FlagState.RAISED
        ]
        return tuple([self._kind(outcome, raised, states) for outcome in assessment.kinds])

    def _kind(self, outcome: KindOutcome, raised: list[FlagRule], states: Mapping[str, ColumnState]) -> KindExplained:
        named_by = tuple([rule.id for rule in raised if outcome.kind in rule.names])
        return KindExplained(
            kind=outcome.kind,
            state=outcome.state,
            support=outcome.support,
            named_by=named_by,
            speaks_for=self._lines(outcome.reasons[len(named_by) :], states),
            against=self._lines(outcome.against, states),
            open=self._lines(outcome.open_reasons, states),
            blocked_by=outcome.blocked_by,
        )

    def _lines(self, reasons: tuple[Reason, ...], states: Mapping[str, ColumnState]) -> tuple[Line, ...]:
        return tuple([self._kinds[each.rule].line(states) for each in reasons]) if reasons else ()


def _sorted_out(rules: list[_Told], states: Mapping[str, ColumnState]) -> _Lines:
    """Return the lines of the rules that hold, and of those that are open."""
    holds: list[Line] = []
    open_: list[Line] = []
    for told in rules:
        truth, line = told.judged(states)
        if truth is Truth.TRUE:
            holds.append(line)
        elif truth is Truth.UNKNOWN:
            open_.append(line)
    return tuple(holds), tuple(open_)


def _flag(outcome: FlagOutcome, lines: _Lines, history: FlagHistory) -> FlagExplained:
    holds, open_ = lines
    withdrawn = history.withdrawn.get(outcome.flag, _NONE)
    standing = history.standing.get(outcome.flag, _NONE)
    if withdrawn:
        holds = tuple(line for line in holds if line.rule not in withdrawn)
        open_ = tuple(line for line in open_ if line.rule not in withdrawn)
    return FlagExplained(
        flag=outcome.flag,
        state=outcome.state,
        effect=outcome.effect,
        urgency=outcome.urgency,
        rests_on=tuple([clause.id for clause in outcome.all_clauses]),
        holds=holds,
        standing=tuple(sorted(standing - withdrawn - {line.rule for line in holds})) if standing else (),
        open=open_,
        withdrawn=tuple(sorted(withdrawn)) if withdrawn else (),
        open_questions=outcome.open_questions,
    )


def _urgency(assessment: Assessment, lines: _Lines) -> UrgencyExplained:
    return UrgencyExplained(
        level=assessment.urgency,
        holds=lines[0],
        open=lines[1],
        flags=tuple([flag.flag for flag in assessment.flags if _presses(flag)]),
    )


def _presses(flag: FlagOutcome) -> bool:
    """Tell whether the flag counts for the urgency: raised, or possible where overleg cannot wait."""
    is_possible = flag.state is FlagState.POSSIBLE and flag.effect is FlagEffect.WAITS
    return is_possible or flag.state is FlagState.RAISED
