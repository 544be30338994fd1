"""The state of one conversation, as a fold over its changes."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from intake_app.advice.plan import Plan
from intake_app.conversation.pressing import pressing
from intake_app.conversation.safety_plan import SafetyPlan
from intake_app.core.ids import FlagId, RuleId, TieId, TopicId
from intake_app.triage.flags import FlagHistory

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.advice.plan import Choice
    from intake_app.conversation.changes import Change
    from intake_app.core.ids import ConversationId, QuestionId
    from intake_app.questionnaire.answers import Answer
    from intake_app.questionnaire.situation import Situation
    from intake_app.triage.model import Urgency
    from intake_app.triage.outcome import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """What goes well or who helps, told by `told_by`."""

    topic: TopicId | str
    text: str
    told_by: str = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A topic that the person wants to talk about, in own words; importance and confidence 0 to 10 when asked.

    `one_higher` is what would make the confidence one higher: often the first small step.
    """

    topic: TopicId | str
    text: str = ""
    importance: int | None = None
    confidence: int | None = None
    told_by: str = "person"
    for_whom: str = "person"
    one_higher: str = ""


class TieKind(StrEnum):
    """What somebody is to the person."""

    PARTNER = "partner"
    FAMILY = "family"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    WORK = "work"
    HELPER = "helper"
    OTHER = "other"


STRONGEST, MOST_STRAIN = 3, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Somebody around the person, as drawn in the ecogram.

    Attributes:
        id: stays the same when the name is mended.
        name: as the person calls them: "mijn zus".
        strength: how close, 0 (broken off) to 3 (very close).
        strain: how much it weighs, 0 (not) to 2 (much).
        may_think_along: whether they may be asked to help thinking.
        told_by: who told of them.
    """

    id: TieId
    name: str
    kind: TieKind = TieKind.OTHER
    strength: int = 2
    strain: int = 0
    may_think_along: bool = False
    told_by: str = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagAction:
    """What was done about a flag, who was told, and when."""

    flag: FlagId
    done: str
    told: str
    at: datetime.datetime
    agreed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A flag taken back by a practitioner, with the reason."""

    flag: FlagId
    reason: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnUrgency:
    """The urgency as the practitioner sees it, with the reason.

    `said` is what the rules said then, `known` is every rule that pressed then (`pressing`). A lowered urgency covers
    only what was known: whatever begins to press later counts at its own level.
    """

    level: Urgency
    reason: str = ""
    said: Urgency | None = None
    known: frozenset[RuleId] = frozenset()

    def over(self, assessment: Assessment) -> Urgency:
        """Return the urgency that holds, over what the rules say now."""
        if self.said is None or assessment.urgency > self.said:
            return max(self.level, assessment.urgency)
        return max([self.level, *(level for rule, level in pressing(assessment).items() if rule not in self.known)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Who may read what: a recipient, the items (`all` or names), the day, and whether taken back."""

    recipient: str
    items: tuple[str, ...]
    on: datetime.date
    revoked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """Something that two people set otherwise: the number of the change that waits without effect, and that change."""

    seq: int
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """Everything that is known of one talk. Notes are in the person's own words, per question or topic id.

    Wishes stand in the order in which the person wants to talk about them; `ties` in the order of telling.
    """

    id: ConversationId
    situation: Situation
    opened: datetime.datetime
    answers: Mapping[QuestionId, Answer] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    strengths: tuple[Strength, ...] = ()
    wishes: tuple[Wish, ...] = ()
    ties: tuple[Tie, ...] = ()
    history: FlagHistory = field(default_factory=FlagHistory)
    flag_actions: tuple[FlagAction, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    choices: tuple[Choice, ...] = ()
    plan: Plan = field(default_factory=Plan)
    safety_plan: SafetyPlan = field(default_factory=SafetyPlan)
    consents: tuple[Consent, ...] = ()
    urgency_set: OwnUrgency | None = None
    place: str = ""
    screen: str = "conversation"
    closed: datetime.datetime | None = None
    contested: tuple[Contest, ...] = ()

    def wish(self, topic: str) -> Wish | None:
        """Return the wish on a topic."""
        return next((wish for wish in self.wishes if wish.topic == topic), None)

    def tie(self, id_: str) -> Tie | None:
        """Return somebody around the person."""
        return next((tie for tie in self.ties if tie.id == id_), None)

    def choice(self, kind: str) -> Choice | None:
        """Return what was decided about a kind."""
        return next((choice for choice in self.choices if choice.kind == kind), None)

    def urgency(self, assessment: Assessment) -> Urgency:
        """Return how soon something must be done: as the practitioner set it, else as the rules say."""
        return assessment.urgency if self.urgency_set is None else self.urgency_set.over(assessment)

    @property
    def wish_topics(self) -> frozenset[str]:
        """The topics marked "hier wil ik over praten"."""
        return frozenset(str(wish.topic) for wish in self.wishes)

    @property
    def strength_topics(self) -> frozenset[str]:
        """The topics in which something goes well."""
        return frozenset(str(strength.topic) for strength in self.strengths)
