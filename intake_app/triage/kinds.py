"""Which kinds of help the rules suggest, hold possible or block, with every argument.

While a flag that waits is not dealt with, only the kinds that it names are suggested; all others are blocked by
it. A flag that goes on, or a silent one, adds the kinds that it names and blocks nothing by itself: what a silent
flag rules out stands in the rules of the kinds, in neutral words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import Truth
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


def judge_kinds(
    rules: Mapping[KindId, tuple[KindRule, ...]],
    flag_rules: tuple[FlagRule, ...],
    flags: tuple[FlagOutcome, ...],
    states: Mapping[str, ColumnState],
    history: FlagHistory,
) -> tuple[KindOutcome, ...]:
    """Judge every kind, in the order of `rules`."""
    raised = [
        (rule, outcome)
        for rule, outcome in zip(flag_rules, flags, strict=True)
        if outcome.state is FlagState.RAISED
    ]
    waiting = [rule for rule, outcome in raised if outcome.waits and rule.id not in history.recorded]
    return tuple(_judge(kind, of_kind, raised, waiting, states) for kind, of_kind in rules.items())


def _judge(
    kind: KindId,
    rules: tuple[KindRule, ...],
    raised: list[tuple[FlagRule, FlagOutcome]],
    waiting: list[FlagRule],
    states: Mapping[str, ColumnState],
) -> KindOutcome:
    by_flag = tuple(_flag_reason(rule, outcome) for rule, outcome in raised if kind in rule.names)
    truths = [(rule, rule.when.truth(states)) for rule in rules]
    pros = tuple(_reason(rule) for rule, truth in truths if _is_pro(rule) and truth is Truth.TRUE)
    cons = tuple(_reason(rule) for rule, truth in truths if not _is_pro(rule) and truth is Truth.TRUE)
    open_ = tuple(_reason(rule) for rule, truth in truths if truth is Truth.UNKNOWN)
    blocked_by: tuple[FlagId, ...] = ()
    if waiting and not all(kind in rule.names or kind in rule.also_allows for rule in waiting):
        blocked_by = tuple(rule.id for rule in waiting if kind not in rule.names)
    named = bool(by_flag) and not blocked_by
    return KindOutcome(
        kind=kind,
        state=_state(truths, named=named, blocked=bool(blocked_by)),
        support=sum(reason.weight for reason in by_flag + pros),
        reasons=by_flag + pros,
        against=cons,
        open_reasons=open_,
        blocked_by=blocked_by,
    )


def _is_pro(rule: KindRule) -> bool:
    return rule.effect is not KindEffect.AGAINST


def _state(truths: list[tuple[KindRule, Truth]], *, named: bool, blocked: bool) -> KindState:
    def best(effect: KindEffect) -> Truth:
        return max((truth for rule, truth in truths if rule.effect is effect), default=Truth.FALSE)

    if blocked:
        return KindState.BLOCKED
    if named:
        return KindState.SUGGESTED
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
    text = rule.say if outcome.effect is FlagEffect.SILENT else outcome.clauses[0].text
    columns = outcome.clauses[0].when.columns
    return Reason(rule=outcome.clauses[0].id, columns=columns, text=text, weight=FLAG_WEIGHT, origin=rule.origin)
