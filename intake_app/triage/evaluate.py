"""From answers to an assessment: flags first, then scores, urgency and option kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import Missing, Truth
from intake_app.questionnaire.situation import FACTS
from intake_app.triage.bounds import OPEN_STATES, BoundTable
from intake_app.triage.flags import NO_HISTORY, judge_flags
from intake_app.triage.kinds import KindTable, judge_kinds
from intake_app.triage.model import FlagEffect, FlagState, Target, Urgency
from intake_app.triage.outcome import Assessment, FlagOutcome, Need, Reason, Score, band

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import KindId, QuestionId
    from intake_app.questionnaire.conditions import ColumnState
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.questionnaire.routing import Routing
    from intake_app.triage.bounds import TableOutcome
    from intake_app.triage.flags import FlagHistory
    from intake_app.triage.model import RuleSet

HIGHEST = 100


class Engine:
    """A rule set made ready for one questionnaire. Holds no answers, only outcomes per table that it saw before."""

    def __init__(self, rules: RuleSet, questionnaire: Questionnaire, kinds: tuple[KindId, ...]) -> None:
        """Prepare the tables; `kinds` are all option kinds, in the order to show them."""
        self.rules = rules
        self._questionnaire = questionnaire
        questions = {str(id_): question for id_, question in questionnaire.questions.items()}
        self._tables = tuple(BoundTable(table, questions) for table in rules.tables)
        self._columns = {target: self._columns_of(target) for target in Target}
        self._kinds = tuple(KindTable(kind, tuple(rule for rule in rules.kinds if rule.kind == kind)) for kind in kinds)

    def assess(self, routing: Routing, history: FlagHistory = NO_HISTORY) -> Assessment:
        """Judge everything that is known now."""
        states = dict(routing.states)
        flags = judge_flags(self.rules.flags, states, history)
        missing = self._missing_essentials(routing)
        enough = not missing or any(flag.state is FlagState.RAISED for flag in flags)
        outcomes = [
            table.outcome(tuple(states.get(column, Missing.NOT_ASKED) for column in table.table.columns))
            for table in self._tables
        ]
        level, reasons = self._urgency(states)
        pressing = [flag.urgency for flag in flags if flag.state is FlagState.RAISED]
        pressing += [min(flag.urgency, Urgency.TODAY) for flag in flags if _must_be_asked_on(flag)]
        return Assessment(
            flags=flags,
            urgency=max([level, *pressing]),
            urgency_reasons=reasons,
            enough_known=enough,
            missing_essentials=missing,
            medical=self._score(Target.MEDICAL, outcomes, states),
            social=self._score(Target.SOCIAL, outcomes, states),
            kinds=judge_kinds(self._kinds, self.rules.flags, flags, states, history),
        )

    def _columns_of(self, target: Target) -> tuple[str, ...]:
        found = {
            column: None
            for table in self.rules.tables
            for rule in table.rules
            if rule.amount(target)
            for column in rule.when.columns
            if column not in FACTS
        }
        return tuple(found)

    def _missing_essentials(self, routing: Routing) -> tuple[QuestionId, ...]:
        return tuple(
            id_
            for id_ in self._questionnaire.order
            if self._questionnaire.questions[id_].essential
            and routing.applies[id_] is Truth.TRUE
            and routing.states[id_] in OPEN_STATES
        )

    def _urgency(self, states: Mapping[str, ColumnState]) -> tuple[Urgency, tuple[Reason, ...]]:
        rules = [rule for rule in self.rules.urgency if rule.when.truth(states) is Truth.TRUE]
        level = max((rule.level for rule in rules), default=Urgency.ROUTINE)
        reasons = tuple(
            Reason(rule=rule.id, columns=rule.when.columns, text=rule.text, origin=rule.origin) for rule in rules
        )
        return level, reasons

    def _score(self, target: Target, outcomes: list[TableOutcome], states: Mapping[str, ColumnState]) -> Score:
        spans = [outcome.spans[target] for outcome in outcomes]
        point = _clipped([span.point for span in spans])
        low, high = _clipped([span.low for span in spans]), _clipped([span.high for span in spans])
        fired = [each for outcome in outcomes for each in outcome.fired[target]]
        return Score(
            target=target,
            point=point,
            low=min(low, point),
            high=max(high, point),
            known=self._known(target, states),
            need=band(point) if band(low) is band(high) else Need.NOT_ENOUGH_KNOWN,
            contributions=tuple(sorted(fired, key=lambda each: -abs(each.amount))),
            open_rules=tuple(each for outcome in outcomes for each in outcome.open[target]),
        )

    def _known(self, target: Target, states: Mapping[str, ColumnState]) -> float:
        found = [states.get(column, Missing.NOT_ASKED) for column in self._columns[target]]
        known = len([1 for state in found if not isinstance(state, Missing)])
        applicable = len(found) - found.count(Missing.NOT_APPLICABLE)
        return known / applicable if applicable else 1.0


def _clipped(points: list[int]) -> int:
    return min(HIGHEST, max(0, sum(points)))


def _must_be_asked_on(flag: FlagOutcome) -> bool:
    """Tell whether overleg is needed before the person leaves: possible, and it would wait (practice.md §1)."""
    return flag.state is FlagState.POSSIBLE and flag.effect is FlagEffect.WAITS
