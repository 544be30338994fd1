"""From the suggested kinds to proposals in five groups, and the first steps that they lead to."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from intake_app.advice.kinds import Group
from intake_app.advice.matching import Matcher
from intake_app.advice.plan import MOST_FIRST_STEPS
from intake_app.core.ids import KindId
from intake_app.triage.model import FlagEffect, FlagState, KindState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from intake_app.advice.kinds import OptionKind
    from intake_app.advice.matching import Match, Ranking, Seeker
    from intake_app.core.ids import FlagId
    from intake_app.directory.distance import PostcodeMap
    from intake_app.directory.model import Directory
    from intake_app.triage.model import FlagRule
    from intake_app.triage.outcome import Assessment, KindOutcome

WISH_WEIGHT = 2
"""What the person's own wish adds to the support of a kind. Source: docs/sources/domain.md §5, ranking by priority."""
NO_WISH = sys.maxsize
"""The priority of what serves no wish: behind all others."""
ENOUGH = KindId("gesprek_was_genoeg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A kind of help with its reasons and the services that fit. `rank` is its support with the wish counted in.

    `priority` is the place, from 0, of the first wish that it serves (`NO_WISH` for none); it decides among equals.
    """

    kind: OptionKind
    outcome: KindOutcome
    matches: Sequence[Match]
    rank: int
    priority: int

    @property
    def state(self) -> KindState:
        """What the rules say."""
        return self.outcome.state


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Proposals per group, best first, and the kinds that make the first steps.

    `held_by`: flags that wait and are not recorded; `ask_first`: possible flags that would wait.
    """

    groups: Mapping[Group, tuple[Proposal, ...]]
    first_steps: tuple[KindId, ...]
    held_by: tuple[FlagId, ...]
    ask_first: tuple[FlagId, ...]

    def proposal(self, kind: str) -> Proposal | None:
        """Return the proposal of a kind."""
        found = (each for group in self.groups.values() for each in group if each.kind.id == kind)
        return next(found, None)

    def suggested(self, group: Group) -> tuple[Proposal, ...]:
        """Return what is suggested in a group."""
        return tuple(each for each in self.groups[group] if each.state is KindState.SUGGESTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """What there is: the kinds of help, the sociale kaart, and the postcode points, with what finds in them."""

    kinds: tuple[OptionKind, ...]
    directory: Directory
    postcodes: PostcodeMap
    matcher: Matcher = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the one that finds: it keeps its index as long as this directory counts."""
        object.__setattr__(self, "matcher", Matcher(self.directory, self.postcodes))


def advise(
    assessment: Assessment,
    supply: Supply,
    seeker: Seeker,
    flag_rules: tuple[FlagRule, ...],
    recorded: frozenset[FlagId] = frozenset(),
) -> Advice:
    """Make the proposals."""
    outcomes = {outcome.kind: outcome for outcome in assessment.kinds}
    wished = {outcome.kind: _priority(outcome, seeker) for outcome in assessment.kinds if _is_wished(outcome, seeker)}
    suggested = frozenset(kind for kind in wished if outcomes[kind].state is KindState.SUGGESTED)
    ranking = supply.matcher.ranking(seeker, suggested)
    made = [_proposal(kind, outcomes[kind.id], ranking, wished) for kind in supply.kinds]
    order = list(KindState)
    made.sort(key=lambda each: (order.index(each.state), -each.rank, each.priority))
    groups = {group: tuple(each for each in made if each.kind.group is group) for group in Group}
    held = tuple(flag.flag for flag in assessment.raised() if flag.waits and flag.flag not in recorded)
    return Advice(
        groups=groups,
        first_steps=_first_steps(groups, assessment, flag_rules),
        held_by=held,
        ask_first=tuple(
            flag.flag for flag in assessment.possible() if flag.effect is FlagEffect.WAITS and flag.flag not in recorded
        ),
    )


def _is_wished(outcome: KindOutcome, seeker: Seeker) -> bool:
    return any(column in seeker.wished for reason in outcome.reasons for column in reason.columns)


def _priority(outcome: KindOutcome, seeker: Seeker) -> int:
    columns = {column for reason in outcome.reasons for column in reason.columns}
    served = (at for at, wish in enumerate(seeker.priorities) if not columns.isdisjoint(wish))
    return next(served, NO_WISH)


def _proposal(kind: OptionKind, outcome: KindOutcome, ranking: Ranking, wished: Mapping[KindId, int]) -> Proposal:
    is_blocked = outcome.state is KindState.BLOCKED
    weight = WISH_WEIGHT if kind.id in wished else 0
    return Proposal(
        kind=kind,
        outcome=outcome,
        matches=() if is_blocked else ranking.of_kind(kind.id),
        rank=outcome.support + weight,
        priority=wished.get(kind.id, NO_WISH),
    )


def _first_steps(
    groups: Mapping[Group, tuple[Proposal, ...]], assessment: Assessment, flag_rules: tuple[FlagRule, ...]
) -> tuple[KindId, ...]:
    """Choose at most three: own network first, then what a flag names, then the best of different groups."""
    raised = {flag.flag: flag for flag in assessment.flags if flag.state is FlagState.RAISED}
    named = {kind for rule in flag_rules if rule.id in raised for kind in rule.names}
    usable = {group: [each for each in groups[group] if each.state is KindState.SUGGESTED] for group in Group}
    if raised:
        usable = {
            group: [each for each in found if each.kind.id in named or group is Group.OWN_NETWORK]
            for group, found in usable.items()
        }
    own = [each.kind.id for each in usable[Group.OWN_NETWORK] if each.kind.id != ENOUGH][:1]
    others = [each for group in list(Group)[1:] for each in usable[group]]
    others.sort(key=lambda each: (-each.rank, each.priority))
    best: dict[Group, KindId] = {}
    for each in others:
        best.setdefault(each.kind.group, each.kind.id)
    rest = [each.kind.id for each in others if each.kind.id not in best.values()]
    picked = own + list(best.values()) + rest
    if not picked:
        picked = [each.kind.id for each in usable[Group.OWN_NETWORK]][:1]
    return tuple(dict.fromkeys(picked))[:MOST_FIRST_STEPS]
