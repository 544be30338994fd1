"""Which kinds of help the rules suggest, hold possible or block, with every argument.

While a flag that waits is not dealt with, only the kinds that it names are suggested; all others are blocked by
it. A flag that goes on, or a silent one, adds the kinds that it names and blocks nothing by itself: what a silent
flag rules out stands in the rules of the kinds, in neutral words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import Missing, Truth
from intake_app.triage.model import FlagEffect, FlagState, KindEffect, KindState
from intake_app.triage.outcome import KindOutcome, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import FlagId, KindId
    from intake_app.questionnaire.conditions import ColumnState
    from intake_app.triage.flags import FlagHistory
    from intake_app.triage.model import FlagRule, KindRule
    from intake_app.triage.outcome import FlagOutcome

FLAG_WEIGHT = 10
"""Support that a raised flag gives to the kinds it names: more than any rule."""
_KEPT = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arguments:
    """What the rules of one kind say on one combination of column states."""

    pros: tuple[Reason, ...]
    cons: tuple[Reason, ...]
    open: tuple[Reason, ...]
    state: KindState


class KindTable:
    """The rules of one kind. Outcomes are kept per combination of the states of its columns."""

    def __init__(self, kind: KindId, rules: tuple[KindRule, ...]) -> None:
        """Prepare the reasons once."""
        self.kind = kind
        self._rules = tuple((rule, _reason(rule)) for rule in rules)
        self._columns = tuple(dict.fromkeys(column for rule in rules for column in rule.when.columns))
        self._kept: dict[tuple[ColumnState, ...], _Arguments] = {}

    def arguments(self, states: Mapping[str, ColumnState]) -> _Arguments:
        """Judge the rules on the states of all columns."""
        key = tuple([states.get(column, Missing.NOT_ASKED) for column in self._columns])
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            found = self._kept[key] = self._judge(states)
        return found

    def _judge(self, states: Mapping[str, ColumnState]) -> _Arguments:
        truths = [(rule, reason, rule.when.truth(states)) for rule, reason in self._rules]
        return _Arguments(
            pros=tuple(reason for rule, reason, truth in truths if _is_pro(rule) and truth is Truth.TRUE),
            cons=tuple(reason for rule, reason, truth in truths if not _is_pro(rule) and truth is Truth.TRUE),
            open=tuple(reason for _, reason, truth in truths if truth is Truth.UNKNOWN),
            state=_state([(rule, truth) for rule, _, truth in truths]),
        )


def judge_kinds(
    tables: tuple[KindTable, ...],
    flag_rules: tuple[FlagRule, ...],
    flags: tuple[FlagOutcome, ...],
    states: Mapping[str, ColumnState],
    history: FlagHistory,
) -> tuple[KindOutcome, ...]:
    """Judge every kind, in the order of `tables`."""
    raised = [
        (rule, outcome) for rule, outcome in zip(flag_rules, flags, strict=True) if outcome.state is FlagState.RAISED
    ]
    waiting = [rule for rule, outcome in raised if outcome.waits and rule.id not in history.recorded]
    return tuple([_judge(table, raised, waiting, states) for table in tables])


def _judge(
    table: KindTable,
    raised: list[tuple[FlagRule, FlagOutcome]],
    waiting: list[FlagRule],
    states: Mapping[str, ColumnState],
) -> KindOutcome:
    kind, found = table.kind, table.arguments(states)
    by_flag = tuple([_flag_reason(rule, outcome) for rule, outcome in raised if kind in rule.names])
    blocked_by: tuple[FlagId, ...] = ()
    if waiting and not all(kind in rule.names or kind in rule.also_allows for rule in waiting):
        blocked_by = tuple(rule.id for rule in waiting if kind not in rule.names)
    state = KindState.SUGGESTED if by_flag and not found.cons else found.state
    if blocked_by:
        state = KindState.BLOCKED
    reasons = by_flag + found.pros
    return KindOutcome(
        kind=kind,
        state=state,
        support=sum([reason.weight for reason in reasons]),
        reasons=reasons,
        against=found.cons,
        open_reasons=found.open,
        blocked_by=blocked_by,
    )


def _is_pro(rule: KindRule) -> bool:
    return rule.effect is not KindEffect.AGAINST


def _state(truths: list[tuple[KindRule, Truth]]) -> KindState:
    def best(effect: KindEffect) -> Truth:
        return max((truth for rule, truth in truths if rule.effect is effect), default=Truth.FALSE)

    against, suggest = best(KindEffect.AGAINST), best(KindEffect.SUGGEST)
    if against is Truth.TRUE:
        return KindState.BLOCKED
    if suggest is Truth.TRUE and against is Truth.FALSE:
        return KindState.SUGGESTED
    if max(suggest, best(KindEffect.CONSIDER)) is Truth.FALSE:
        return KindState.BLOCKED
    return KindState.POSSIBLE


def _reason(rule: KindRule) -> Reason:
    weight = rule.weight if rule.effect is KindEffect.SUGGEST else 0
    return Reason(rule=rule.id, columns=rule.when.columns, text=rule.text, weight=weight, origin=rule.origin)


def _flag_reason(rule: FlagRule, outcome: FlagOutcome) -> Reason:
    """Say why in the words of the clause; of a silent flag nothing more than that someone thinks along."""
    is_silent = outcome.effect is FlagEffect.SILENT
    text = rule.say if is_silent else outcome.clauses[0].text
    columns = () if is_silent else outcome.clauses[0].when.columns
    return Reason(rule=outcome.clauses[0].id, columns=columns, text=text, weight=FLAG_WEIGHT, origin=rule.origin)
