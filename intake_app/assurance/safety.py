"""The safety properties: what no set of rules may break, written apart from the rules.

They stand in `resources/rules/safety.yaml` and are written from practice.md by someone who has not read the rules, so
that two descriptions of the same thing must agree. A condition is read over the columns after routing, and over the
flags as they came out (`flag_<id>`). A property about an outcome says nothing where its conditions are not true.
Withdrawn flags and recorded actions are out of its sight: every property speaks of the rules on the answers alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.assurance.safety_properties import (
    AlwaysAsked,
    AskedWhen,
    FlagKeeps,
    FlagMust,
    FlagNames,
    FlagNever,
    FlagOnly,
    KindsNever,
    Mark,
    MustAsk,
    MustBeNeutral,
    MustBeSilent,
    MustBlock,
    MustHaveAsked,
    MustMark,
    SafetyProperty,
    UrgencyMust,
)
from intake_app.questionnaire.conditions import CodeTest, Missing, Truth, any_holds
from intake_app.triage.flags import FLAG_COLUMN
from intake_app.triage.model import FlagEffect, FlagState, KindState, Urgency

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import FlagId, KindId, QuestionId
    from intake_app.questionnaire.conditions import ColumnState, Condition
    from intake_app.questionnaire.model import Question, Questionnaire
    from intake_app.questionnaire.routing import Routing
    from intake_app.triage.model import RuleSet
    from intake_app.triage.outcome import Assessment, FlagOutcome

__all__ = ["SafetyProperty", "Seen", "is_broken", "misfits", "seen_in", "whole_urgency"]

_RANK = {FlagState.RAISED: 2, FlagState.POSSIBLE: 1, FlagState.CLEARED: 0, FlagState.NOT_ASKED: 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One outcome as the properties look at it. `kept` holds the kinds that each raised flag keeps or names."""

    states: Mapping[str, ColumnState]
    applies: Mapping[QuestionId, Truth]
    flags: Mapping[FlagId, FlagOutcome]
    kinds: Mapping[KindId, KindState]
    urgency: Urgency
    kept: Mapping[FlagId, frozenset[KindId]]

    @property
    def something_waits(self) -> bool:
        """Tell whether a raised flag holds the advice."""
        return any(flag.waits for flag in self.flags.values())

    def truth(self, conditions: tuple[Condition, ...]) -> bool:
        """Tell whether one of the conditions is true; no conditions: no."""
        return bool(conditions) and any_holds(conditions, self.states) is Truth.TRUE

    def is_at_least(self, flag: FlagId, state: FlagState) -> bool:
        """Tell whether the flag came this far."""
        return _RANK[self.flags[flag].state] >= _RANK[state]

    def is_cleared(self, flag: FlagId) -> bool:
        """Tell whether the flag came out as asked and not there."""
        return self.flags[flag].state is FlagState.CLEARED

    def is_open(self, question: QuestionId) -> bool:
        """Tell whether the question may apply and has no answer: not asked, declined or not known."""
        return self.states[question] in {Missing.NOT_ASKED, Missing.DECLINED, Missing.NOT_KNOWN}

    def is_one_answered(self, questions: tuple[QuestionId, ...]) -> bool:
        """Tell whether one of the questions was answered."""
        return any(not isinstance(self.states[question], Missing) for question in questions)

    def suggests_one(self, kinds: tuple[KindId, ...]) -> bool:
        """Tell whether one of the kinds is suggested."""
        return any(self.kinds[kind] is KindState.SUGGESTED for kind in kinds)

    def suggests_all(self, kinds: tuple[KindId, ...]) -> bool:
        """Tell whether each of the kinds is suggested."""
        return all(self.kinds[kind] is KindState.SUGGESTED for kind in kinds)


def seen_in(properties: tuple[SafetyProperty, ...], routing: Routing, assessment: Assessment) -> Seen:
    """Put an outcome of the rules on the answers alone (no history) in the form that the properties look at."""
    flags = {outcome.flag: outcome for outcome in assessment.flags}
    kept: dict[FlagId, frozenset[KindId]] = {}
    for each in properties:
        if isinstance(each, FlagKeeps | FlagNames) and flags[each.flag].state is FlagState.RAISED:
            kinds = each.suggested if isinstance(each, FlagKeeps) else (*each.one_of, *each.all_of)
            kept[each.flag] = kept.get(each.flag, frozenset()).union(kinds)
    columns = {f"{FLAG_COLUMN}{id_}": outcome.state.value for id_, outcome in flags.items()}
    return Seen(
        states={**routing.states, **columns},
        applies=routing.applies,
        flags=flags,
        kinds={outcome.kind: outcome.state for outcome in assessment.kinds},
        urgency=assessment.urgency,
        kept=kept,
    )


def is_broken(property_: SafetyProperty, seen: Seen) -> bool:
    """Tell whether this outcome breaks the property. What is about the content alone is never broken here."""
    match property_:
        case FlagMust():
            return seen.truth(property_.any_of) and _is_less(property_, seen)
        case FlagNever():
            found = seen.is_at_least(property_.flag, property_.state)
            return found and any(_is_alone(each, seen) for each in property_.any_of)
        case FlagOnly():
            return seen.is_at_least(property_.flag, property_.state) and not seen.truth(property_.any_of)
        case KindsNever() | FlagKeeps() | FlagNames() | UrgencyMust():
            return _helps_wrongly(property_, seen)
        case MustAsk() | MustHaveAsked() | AlwaysAsked() | AskedWhen():
            return _asks_too_little(property_, seen)
        case _:
            return False


def _helps_wrongly(property_: KindsNever | FlagKeeps | FlagNames | UrgencyMust, seen: Seen) -> bool:
    match property_:
        case KindsNever():
            asked = seen.truth(property_.any_of) and not seen.truth(property_.unless)
            return asked and seen.suggests_one(property_.kinds)
        case FlagKeeps():
            others = (kept for flag, kept in seen.kept.items() if flag != property_.flag)
            allowed = frozenset(property_.suggested).union(*others)
            loose = (state for kind, state in seen.kinds.items() if kind not in allowed)
            return seen.flags[property_.flag].waits and any(state is not KindState.BLOCKED for state in loose)
        case FlagNames():
            flag = seen.flags[property_.flag]
            counts = flag.state is FlagState.RAISED and (flag.waits or not seen.something_waits)
            named = not property_.one_of or seen.suggests_one(property_.one_of)
            return counts and not seen.truth(property_.unless) and not (named and seen.suggests_all(property_.all_of))
        case UrgencyMust():
            helped = seen.something_waits or seen.suggests_one(property_.one_of)
            return seen.truth(property_.any_of) and not (helped and seen.urgency >= property_.urgency)


def _asks_too_little(property_: MustAsk | MustHaveAsked | AlwaysAsked | AskedWhen, seen: Seen) -> bool:
    match property_:
        case MustAsk():
            return seen.is_cleared(property_.flag) and any(seen.is_open(id_) for id_ in property_.questions)
        case MustHaveAsked():
            counts = not property_.where or seen.truth(property_.where)
            return counts and seen.is_cleared(property_.flag) and not seen.is_one_answered(property_.one_of)
        case AlwaysAsked() | AskedWhen():
            counts = isinstance(property_, AlwaysAsked) or seen.truth(property_.any_of)
            return counts and any(seen.applies[id_] is not Truth.TRUE for id_ in property_.questions)


def misfits(property_: SafetyProperty, questionnaire: Questionnaire, rules: RuleSet) -> tuple[str, ...]:
    """Return the questions, topics or flags of which the content itself is not what the property demands.

    A question that must be asked needs a place in both orders; the exploratory one holds every question.
    """
    known = questionnaire.questions
    match property_:
        case MustMark(mark=mark):
            return tuple(id_ for id_ in property_.questions if id_ not in known or not _carries(known[id_], mark))
        case MustBlock():
            return tuple(id_ for id_ in property_.questions if id_ not in questionnaire.safety_block)
        case AlwaysAsked() | AskedWhen():
            return tuple(id_ for id_ in property_.questions if not _has_a_place(questionnaire, id_))
        case MustBeSilent():
            silent = {id_ for id_, topic in questionnaire.topics.items() if topic.silent}
            return tuple(id_ for id_ in property_.topics if id_ not in silent)
        case MustBeNeutral():
            neutral = {flag.id for flag in rules.flags if flag.neutral_paper}
            return tuple(id_ for id_ in property_.flags if id_ not in neutral)
        case _:
            return ()


def whole_urgency(must: FlagMust) -> Urgency:
    """Return how urgent the whole is at least when the conditions of `must` are true."""
    if must.state is FlagState.RAISED:
        return must.urgency
    return min(must.urgency, Urgency.TODAY) if must.effect is FlagEffect.WAITS else Urgency.ROUTINE


def _carries(question: Question, mark: Mark) -> bool:
    return {Mark.ESSENTIAL: question.essential, Mark.SAFETY: question.safety, Mark.ALONE: question.alone}[mark]


def _has_a_place(questionnaire: Questionnaire, id_: QuestionId) -> bool:
    """Tell whether the quick talk comes to the question by itself: in its order, or among the chosen topics."""
    question = questionnaire.questions.get(id_)
    if question is None:
        return False
    is_chosen = not questionnaire.topics[question.topic].always or bool(question.asked_when)
    return is_chosen or id_ in questionnaire.quick_order


def _is_less(must: FlagMust, seen: Seen) -> bool:
    found = seen.flags[must.flag]
    if not seen.is_at_least(must.flag, must.state) or found.urgency < must.urgency:
        return True
    acts_otherwise = found.state is must.state and must.effect not in {None, found.effect}
    return acts_otherwise or seen.urgency < whole_urgency(must)


def _is_alone(condition: Condition, seen: Seen) -> bool:
    """Tell whether the condition is true and nothing beside it was answered (see `FlagNever`)."""
    if condition.truth(seen.states) is not Truth.TRUE:
        return False
    if "gut_feeling" not in condition.columns and seen.states.get("gut_feeling") == "yes":
        return False
    others = (seen.states[id_] for id_ in seen.applies if id_ not in condition.columns)
    if any(state not in {Missing.NOT_ASKED, Missing.NOT_APPLICABLE} for state in others):
        return False
    return _holds_no_more(condition, seen)


def _holds_no_more(condition: Condition, seen: Seen) -> bool:
    for column, test in condition.tests:
        state = seen.states.get(column)
        if isinstance(state, frozenset) and isinstance(test, CodeTest) and not state <= test.codes:
            return False
    return True
