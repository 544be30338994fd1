"""Which kinds of help the rules suggest, hold possible or block, with every argument.

While a flag that waits is not dealt with, only the kinds that it names are suggested; all others are blocked by
it. A flag that goes on, or a silent one, adds the kinds that it names and blocks nothing by itself: what a silent
flag rules out stands in the rules of the kinds, in neutral words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import Truth
from intake_app.triage.model import FlagEffect, FlagState, KindEffect, KindState
from intake_app.triage.outcome import KindOutcome, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import FlagId, KindId
    from intake_app.triage.model import FlagRule, KindRule
    from intake_app.triage.outcome import FlagOutcome

FLAG_WEIGHT = 10
"""Support that a raised flag gives to the kinds it names: more than any rule."""
_KEPT = 5_000


class KindTable:
    """The rules of one kind, as the bits `first` and on of the masks. Outcomes are kept per way they come out."""

    def __init__(self, kind: KindId, rules: tuple[KindRule, ...], first: int) -> None:
        """Prepare the reasons once."""
        self.kind = kind
        self.columns = tuple(dict.fromkeys(column for rule in rules for column in rule.when.columns))
        self._first = first
        self._mask = (1 << len(rules)) - 1
        self._told = [(1 << at, _reason(rule), rule.effect is not KindEffect.AGAINST) for at, rule in enumerate(rules)]
        self._of_effect = {
            effect: sum(1 << at for at, rule in enumerate(rules) if rule.effect is effect) for effect in KindEffect
        }
        self._kept: dict[tuple[int, int], KindOutcome] = {}

    def outcome(self, false: int, unknown: int) -> KindOutcome:
        """Judge the rules on what is false and what is unknown of all conditions, apart from any flag."""
        key = (false >> self._first & self._mask, unknown >> self._first & self._mask)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[key] = self._judge(*key)
        return found

    def _judge(self, false: int, unknown: int) -> KindOutcome:
        true = self._mask & ~(false | unknown)
        pros: list[Reason] = []
        cons: list[Reason] = []
        open_: list[Reason] = []
        for bit, reason, is_pro in self._told:
            if true & bit:
                (pros if is_pro else cons).append(reason)
            elif unknown & bit:
                open_.append(reason)
        best = {
            effect: Truth.TRUE if true & mask else Truth.UNKNOWN if unknown & mask else Truth.FALSE
            for effect, mask in self._of_effect.items()
        }
        return KindOutcome(
            kind=self.kind,
            state=kind_state(best),
            support=sum([reason.weight for reason in pros]),
            reasons=tuple(pros),
            against=tuple(cons),
            open_reasons=tuple(open_),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagEffects:
    """What the raised flags do to each kind: the reasons that they give it, and which of them block it."""

    reasons: Mapping[KindId, tuple[Reason, ...]]
    blocked: Mapping[KindId, tuple[FlagId, ...]]

    def on(self, found: KindOutcome) -> KindOutcome:
        """Return the outcome of a kind with the flags counted in."""
        by_flag, blocked_by = self.reasons.get(found.kind, ()), self.blocked.get(found.kind, ())
        if not by_flag and not blocked_by:
            return found
        state = KindState.SUGGESTED if by_flag and not found.against else found.state
        return KindOutcome(
            kind=found.kind,
            state=KindState.BLOCKED if blocked_by else state,
            support=found.support + FLAG_WEIGHT * len(by_flag),
            reasons=by_flag + found.reasons,
            against=found.against,
            open_reasons=found.open_reasons,
            blocked_by=blocked_by,
        )


class FlagsOnKinds:
    """The flags of a rule set and the kinds they bear on. Effects are kept per way the flags stand."""

    def __init__(self, rules: tuple[FlagRule, ...], kinds: tuple[KindId, ...]) -> None:
        """Remember the rules."""
        self._rules, self._kinds = rules, kinds
        self._kept: dict[tuple[object, ...], FlagEffects] = {}

    def effects(self, flags: tuple[FlagOutcome, ...], recorded: frozenset[FlagId]) -> FlagEffects | None:
        """Return what the raised flags do; None when none is raised. The same stand gives the same object."""
        raised = [flag for flag in flags if flag.state is FlagState.RAISED]
        if not raised:
            return None
        key = (recorded, *[(flag.flag, flag.effect, flag.clauses[0].id) for flag in raised])
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[key] = self._work_out(flags, recorded)
        return found

    def _work_out(self, flags: tuple[FlagOutcome, ...], recorded: frozenset[FlagId]) -> FlagEffects:
        raised = [each for each in zip(self._rules, flags, strict=True) if each[1].state is FlagState.RAISED]
        waiting = [rule for rule, outcome in raised if outcome.waits and rule.id not in recorded]
        reasons: dict[KindId, list[Reason]] = {}
        for rule, outcome in raised:
            for kind in rule.names:
                reasons.setdefault(kind, []).append(_flag_reason(rule, outcome))
        blocked = {
            kind: tuple(rule.id for rule in waiting if kind not in rule.names)
            for kind in self._kinds
            if not all(kind in rule.names or kind in rule.also_allows for rule in waiting)
        }
        return FlagEffects(reasons={kind: tuple(found) for kind, found in reasons.items()}, blocked=blocked)


def kind_state(best: Mapping[KindEffect, Truth]) -> KindState:
    """Return the state of a kind from the strongest truth among its rules of each effect."""
    against, suggest = best[KindEffect.AGAINST], best[KindEffect.SUGGEST]
    if against is Truth.TRUE:
        return KindState.BLOCKED
    if suggest is Truth.TRUE and against is Truth.FALSE:
        return KindState.SUGGESTED
    if max(suggest, best[KindEffect.CONSIDER]) is Truth.FALSE:
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
