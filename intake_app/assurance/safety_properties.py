"""What the safety file may demand, one class per sort of demand (see `safety.py` for how each is judged)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake_app.core.ids import FlagId, KindId, QuestionId, RuleId, TopicId
    from intake_app.core.text import Text
    from intake_app.questionnaire.conditions import Condition
    from intake_app.triage.model import FlagEffect, FlagState, Origin, Urgency


class Mark(StrEnum):
    """What a question may have to be."""

    ESSENTIAL = "essential"
    SAFETY = "safety"
    ALONE = "alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagMust:
    """Whenever one of the conditions is true, on partial answers too, the flag is at least this.

    `state` is raised or possible (raised is more than possible). `urgency` is the flag's own; the whole is at least
    as urgent when it is raised, and today (or as urgent, when that is less) when it is possible and would wait.
    `effect` is what the flag then does; None where practice.md says nothing about it. For a possible flag it is
    demanded while the flag is possible: raised on other grounds, those decide.
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
class FlagOnly:
    """The flag comes this far only when one of these conditions is true: no other answer puts it on.

    For the flags where a false alarm does most harm. `state` raised leaves free when the flag is possible.
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
    """Whenever the flag is raised, at least one of `one_of` and each of `all_of` is suggested.

    For a flag that does not wait itself this is demanded only while no other raised flag waits; of any flag only
    while none of `unless` is true.
    """

    id: RuleId
    flag: FlagId
    one_of: tuple[KindId, ...]
    all_of: tuple[KindId, ...]
    unless: tuple[Condition, ...]
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
    """These questions apply to every person, in both modes, whatever else was answered, and have a place in both."""

    id: RuleId
    questions: tuple[QuestionId, ...]
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWhen:
    """Whenever one of the conditions is true, on partial answers too, these questions apply, and have a place."""

    id: RuleId
    questions: tuple[QuestionId, ...]
    any_of: tuple[Condition, ...]
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class MustBeSilent:
    """These topics are never named on a screen that others can see, nor on paper."""

    id: RuleId
    topics: tuple[TopicId, ...]
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class MustBeNeutral:
    """The paper that the person takes home during these flags is a plain appointment, and says nothing of them."""

    id: RuleId
    flags: tuple[FlagId, ...]
    text: Text
    origin: Origin


Standing = MustMark | MustBlock | MustBeSilent | MustBeNeutral
"""What is demanded of the content itself, whatever was answered."""

SafetyProperty = (
    FlagMust
    | FlagNever
    | FlagOnly
    | KindsNever
    | FlagKeeps
    | FlagNames
    | UrgencyMust
    | MustAsk
    | MustHaveAsked
    | AlwaysAsked
    | AskedWhen
    | Standing
)
