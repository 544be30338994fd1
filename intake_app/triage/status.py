"""How settled an outcome is: incomplete, provisional, or final.

Final means that no further answer can change it: no flag, not the urgency, no band of a need, no kind of help. The
judgement is on the safe side: where it cannot tell, the outcome stays provisional.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import OPEN_STATES, Missing, Truth
from intake_app.triage.kinds import kind_state
from intake_app.triage.model import FlagState, KindEffect
from intake_app.triage.outcome import Status, band

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from intake_app.questionnaire.conditions import ColumnState, Condition
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.questionnaire.routing import Routing
    from intake_app.triage.model import KindRule, RuleSet, Urgency
    from intake_app.triage.outcome import Assessment


class Settling:
    """Judges how settled outcomes of one rule set are."""

    def __init__(self, rules: RuleSet, questionnaire: Questionnaire) -> None:
        """Sort the rules by what they decide."""
        self._safety = tuple(question.id for question in questionnaire.questions.values() if question.safety)
        self._clauses = tuple(clause.when for flag in rules.flags for clause in flag.clauses)
        self._urgency = rules.urgency
        self._kinds: dict[str, tuple[list[KindRule], list[tuple[str, ...]]]] = {}
        for rule in rules.kinds:
            of_kind, columns = self._kinds.setdefault(rule.kind, ([], []))
            of_kind.append(rule)
            columns.append(rule.when.columns)
        self._columns = frozenset(column for rule in rules.kinds for column in rule.when.columns)

    def status(self, assessment: Assessment, routing: Routing, states: Mapping[str, ColumnState]) -> Status:
        """Name the state; `assessment` is complete but for its status. The cheap questions come first.

        `states` holds the columns of the flags too.
        """
        if assessment.missing_essentials:
            return Status.INCOMPLETE
        is_final = (
            not self._safety_is_open(routing)
            and not any(flag.open_questions for flag in assessment.flags if flag.state is FlagState.NOT_ASKED)
            and all(band(each.low) is band(each.high) for each in (assessment.medical, assessment.social))
            and not self._rules_may_turn(assessment.urgency, states)
        )
        return Status.FINAL if is_final else Status.PROVISIONAL

    def _safety_is_open(self, routing: Routing) -> bool:
        """Tell whether a safety question that may apply has no answer; declined is no answer."""
        return any(
            routing.applies[id_] is not Truth.FALSE and routing.states[id_] in OPEN_STATES for id_ in self._safety
        )

    def _rules_may_turn(self, urgency: Urgency, states: Mapping[str, ColumnState]) -> bool:
        more_urgent = [rule.when for rule in self._urgency if rule.level > urgency]
        if any(_may_change(condition, states) for condition in (*self._clauses, *more_urgent)):
            return True
        open_ = frozenset(column for column in self._columns if states.get(column, Missing.NOT_ASKED) in OPEN_STATES)
        return not all(
            all(map(open_.isdisjoint, columns)) or _kind_is_settled(rules, states)
            for rules, columns in self._kinds.values()
        )


def _may_change(condition: Condition, states: Mapping[str, ColumnState]) -> bool:
    """Tell whether a further answer may turn a condition: no test is false for good, and one looks at an open column.

    A test of an answer's state on an open column holds only until the answer comes. Age and gender count as open
    while they are not known.
    """
    is_open = False
    for column, test in condition.tests:
        state = states.get(column, Missing.NOT_ASKED)
        if state in OPEN_STATES:
            is_open = True
        elif test.truth(state) is Truth.FALSE and not column.startswith("flag_"):
            return False
    return is_open


def _kind_is_settled(rules: Iterable[KindRule], states: Mapping[str, ColumnState]) -> bool:
    """Tell whether a kind's state is the same whatever its open rules turn out to be."""
    low = dict.fromkeys(KindEffect, Truth.FALSE)
    high = dict.fromkeys(KindEffect, Truth.FALSE)
    for rule in rules:
        if _may_change(rule.when, states):
            high[rule.effect] = Truth.TRUE
        elif rule.when.truth(states) is Truth.TRUE:
            low[rule.effect] = high[rule.effect] = Truth.TRUE
    ways = product(*({low[effect], high[effect]} for effect in KindEffect))
    return len({kind_state(dict(zip(KindEffect, way, strict=True))) for way in ways}) == 1
