"""The changes that make a conversation. Each is one frozen value, kept for good and in order.

Undo is a change too: it names the number of the change that no longer counts.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from intake_app.advice.plan import Choice, Plan
from intake_app.conversation.model import Consent, FlagAction, Strength, Tie, Wish, Withdrawal
from intake_app.conversation.safety_plan import SafetyPlan
from intake_app.core.ids import FlagId, QuestionId
from intake_app.questionnaire.answers import Value
from intake_app.questionnaire.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The talk began."""

    situation: Situation
    at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationChanged:
    """Who is there, where, or what is known of the person changed."""

    situation: Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question got an answer. `state` is given, declined, not_known, not_asked or cleared."""

    question: QuestionId
    state: str
    value: Value | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWritten:
    """Own words at a question or topic; an empty text takes them away."""

    about: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthAdded:
    """Something that goes well; the same topic replaces, an empty text removes."""

    strength: Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class WishSet:
    """A topic to talk about; replaces an earlier wish on it."""

    wish: Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class WishDropped:
    """A topic is no longer asked for."""

    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WishesRanked:
    """The wishes in the order that the person gave them; what is not named follows as it stood."""

    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TieSet:
    """Somebody around the person; replaces what was told of the same one."""

    tie: Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class TieDropped:
    """Somebody is taken out of the ecogram."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagStood:
    """Clauses of a flag held; from now on they stand until withdrawn. Cannot be undone."""

    flag: FlagId
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagActed:
    """What was done about a flag is recorded. Cannot be undone."""

    action: FlagAction


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagWithdrawn:
    """A practitioner took a flag back; `clauses` are those that no longer count. Cannot be undone."""

    withdrawal: Withdrawal
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencySet:
    """A practitioner set the urgency; None returns to what the rules say.

    `said` is what the rules said at that moment, `known` is every rule that pressed then: what comes after them
    counts again.
    """

    level: str | None
    reason: str = ""
    said: str = ""
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A decision on an option kind; an empty decision takes it back."""

    choice: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceDropped:
    """A decision was taken back."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSet:
    """The agreements as they stand now."""

    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyPlanSet:
    """The safety plan as it stands now."""

    plan: SafetyPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSet:
    """Who may read what; replaces an earlier consent for the same recipient."""

    consent: Consent


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The place in the talk, to come back to: a screen and a question id."""

    screen: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """The change with number `seq` no longer counts."""

    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Redone:
    """The change with number `seq` counts again."""

    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """The talk was closed."""

    at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """A closed talk was opened again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """A change that was made while somebody else set the same thing otherwise: kept, but without effect till settled.

    `change` sets one thing; it is never an undo, and never contested itself.
    """

    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The contested change with number `seq` was looked at; where it is kept, it follows as a new change."""

    seq: int
    kept: bool


Change = (
    Opened
    | SituationChanged
    | Answered
    | NoteWritten
    | StrengthAdded
    | WishSet
    | WishDropped
    | WishesRanked
    | TieSet
    | TieDropped
    | FlagStood
    | FlagActed
    | FlagWithdrawn
    | UrgencySet
    | Chosen
    | ChoiceDropped
    | PlanSet
    | SafetyPlanSet
    | ConsentSet
    | Moved
    | Undone
    | Redone
    | Closed
    | Reopened
    | Contested
    | Settled
)
CHANGES: dict[str, type[Change]] = {
    each.__name__: each
    for each in (
        Opened,
        SituationChanged,
        Answered,
        NoteWritten,
        StrengthAdded,
        WishSet,
        WishDropped,
        WishesRanked,
        TieSet,
        TieDropped,
        FlagStood,
        FlagActed,
        FlagWithdrawn,
        UrgencySet,
        Chosen,
        ChoiceDropped,
        PlanSet,
        SafetyPlanSet,
        ConsentSet,
        Moved,
        Undone,
        Redone,
        Closed,
        Reopened,
        Contested,
        Settled,
    )
}
"""Name in a store -> type."""

UNDOABLE = (
    *(Answered, NoteWritten, StrengthAdded, WishSet, WishDropped, WishesRanked),
    *(TieSet, TieDropped, Chosen, ChoiceDropped, SafetyPlanSet),
)
"""What one can take back with undo. Flags, actions and withdrawals never are (decision 1)."""
