"""The safety properties as values: what no set of rules may break, written apart from the rules.

They stand in `resources/rules/safety.yaml` and are written from practice.md by someone who has not read the rules, so
that two descriptions of the same thing must agree. A condition is read over the columns after routing, and over the
flags as they came out (`flag_<id>`). A property about an outcome says nothing where its conditions are not true.
Withdrawn flags and recorded actions are out of its sight: every property speaks of the rules on the answers alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import CodeTest, Missing, Truth, any_holds
from intake_app.triage.model import FlagState, KindState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import FlagId, KindId, QuestionId, RuleId
    from intake_app.core.text import Text
    from intake_app.questionnaire.conditions import ColumnState, Condition
    from intake_app.questionnaire.model import Question, Questionnaire
    from intake_app.questionnaire.routing import Routing
    from intake_app.triage.model import FlagEffect, Origin, Urgency
    from intake_app.triage.outcome import Assessment, FlagOutcome


class Mark(StrEnum):
    """What a question may have to be."""

    ESSENTIAL = "essential"
    SAFETY = "safety"
    ALONE = "alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagMust:
    """Whenever one of the conditions is true, on partial answers too, the flag is at least this.

    `state` is raised or possible (raised is more than possible). `urgency` is the flag's own, not that of the whole.
    `effect` is what it then does, raised or possible; None where practice.md says nothing about it.
    """

    id: RuleId
    flag: FlagId
    any_of: tuple[Condition, ...]
    state: FlagState
    urgency: Urgency
    effect: FlagEffect | None
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagNever:
    """From these answers alone this state never follows: the column *Not* of practice.md.

    Alone means: every question outside the condition is unanswered, a multiple choice holds no other answer than
    those of the condition, and niet-pluis was not pressed. `state` raised: it is not raised. Possible: it is neither.
    """

    id: RuleId
    flag: FlagId
    any_of: tuple[Condition, ...]
    state: FlagState
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class KindsNever:
    """Whenever one of the conditions is true, and none of `unless` is, none of these kinds is suggested."""

    id: RuleId
    kinds: tuple[KindId, ...]
    any_of: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagKeeps:
    """While the flag is raised and waits, every kind but these is blocked.

    A kind that another raised flag keeps or names (`FlagKeeps`, `FlagNames`) may stand beside them.
    """

    id: RuleId
    flag: FlagId
    suggested: tuple[KindId, ...]
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagNames:
    """Whenever the flag is raised, at least one of these kinds is suggested.

    For a flag that does not wait itself this is demanded only while no other raised flag waits.
    """

    id: RuleId
    flag: FlagId
    one_of: tuple[KindId, ...]
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencyMust:
    """Whenever one of the conditions is true, the whole is at least this urgent, and one of these kinds is suggested.

    For answers that practice.md calls no red flag and yet wants somebody to look at soon. The kinds are demanded
    only while no raised flag waits.
    """

    id: RuleId
    any_of: tuple[Condition, ...]
    urgency: Urgency
    one_of: tuple[KindId, ...]
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class MustMark:
    """These questions carry this mark."""

    id: RuleId
    questions: tuple[QuestionId, ...]
    mark: Mark
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class MustBlock:
    """These questions stand in the routine safety block of the exploratory talk."""

    id: RuleId
    questions: tuple[QuestionId, ...]
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class MustAsk:
    """The flag is not `cleared` while one of these questions is open: not asked, declined or not known.

    A question that routing rules out is not open.
    """

    id: RuleId
    flag: FlagId
    questions: tuple[QuestionId, ...]
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class MustHaveAsked:
    """The flag is not `cleared` before at least one of these questions was answered: nobody asked is not no.

    Demanded of everyone, or only where one of the conditions of `where` is true.
    """

    id: RuleId
    flag: FlagId
    one_of: tuple[QuestionId, ...]
    where: tuple[Condition, ...]
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class AlwaysAsked:
    """These questions apply to every person, in both modes, whatever else was answered."""

    id: RuleId
    questions: tuple[QuestionId, ...]
    text: Text
    origin: Origin


SafetyProperty = (
    FlagMust
    | FlagNever
    | KindsNever
    | FlagKeeps
    | FlagNames
    | UrgencyMust
    | MustMark
    | MustBlock
    | MustAsk
    | MustHaveAsked
    | AlwaysAsked
)


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


def seen_in(properties: tuple[SafetyProperty, ...], routing: Routing, assessment: Assessment) -> Seen:
    """Put an outcome of the rules on the answers alone (no history) in the form that the properties look at."""
    flags = {outcome.flag: outcome for outcome in assessment.flags}
    kept: dict[FlagId, frozenset[KindId]] = {}
    for each in properties:
        if isinstance(each, FlagKeeps | FlagNames) and flags[each.flag].state is FlagState.RAISED:
            kinds = each.suggested if isinstance(each, FlagKeeps) else each.one_of
            kept[each.flag] = kept.get(each.flag, frozenset()).union(kinds)
    columns = {f"flag_{id_}": outcome.state.value for id_, outcome in flags.items()}
    return Seen(
        states={**routing.states, **columns},
        applies=routing.applies,
        flags=flags,
        kinds={outcome.kind: outcome.state for outcome in assessment.kinds},
        urgency=assessment.urgency,
        kept=kept,
    )


def is_broken(property_: SafetyProperty, seen: Seen) -> bool:
    """Tell whether this outcome breaks the property. What is about the questionnaire alone is never broken here."""
    match property_:
        case FlagMust():
            return seen.truth(property_.any_of) and _is_less(property_, seen.flags[property_.flag])
        case FlagNever():
            found = _RANK[seen.flags[property_.flag].state] >= _RANK[property_.state]
            return found and any(_is_alone(each, seen) for each in property_.any_of)
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
            return counts and not seen.suggests_one(property_.one_of)
        case UrgencyMust():
            helped = seen.something_waits or seen.suggests_one(property_.one_of)
            return seen.truth(property_.any_of) and not (helped and seen.urgency >= property_.urgency)
        case _:
            return _asks_too_little(property_, seen)


def _asks_too_little(property_: MustAsk | MustHaveAsked | AlwaysAsked | MustMark | MustBlock, seen: Seen) -> bool:
    match property_:
        case MustAsk():
            return seen.is_cleared(property_.flag) and any(seen.is_open(id_) for id_ in property_.questions)
        case MustHaveAsked():
            counts = not property_.where or seen.truth(property_.where)
            return counts and seen.is_cleared(property_.flag) and not seen.is_one_answered(property_.one_of)
        case AlwaysAsked():
            return any(seen.applies[id_] is not Truth.TRUE for id_ in property_.questions)
        case MustMark() | MustBlock():
            return False


def misfits(property_: SafetyProperty, questionnaire: Questionnaire) -> tuple[QuestionId, ...]:
    """Return the questions that do not carry the mark, or do not stand in the block, that the property demands."""
    match property_:
        case MustMark(mark=mark):
            known = questionnaire.questions
            return tuple(id_ for id_ in property_.questions if not _carries(known, id_, mark))
        case MustBlock():
            return tuple(id_ for id_ in property_.questions if id_ not in questionnaire.safety_block)
        case _:
            return ()


def _carries(known: Mapping[QuestionId, Question], id_: QuestionId, mark: Mark) -> bool:
    question = known[id_]
    return {Mark.ESSENTIAL: question.essential, Mark.SAFETY: question.safety, Mark.ALONE: question.alone}[mark]


def _is_less(must: FlagMust, found: FlagOutcome) -> bool:
    if _RANK[found.state] < _RANK[must.state] or found.urgency < must.urgency:
        return True
    return must.effect not in {None, found.effect}


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
