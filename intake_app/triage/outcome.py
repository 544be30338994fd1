"""What an assessment says: every figure and state together with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from intake_app.triage.model import FlagEffect, FlagState

if TYPE_CHECKING:
    from intake_app.core.ids import FlagId, KindId, QuestionId, RuleId
    from intake_app.core.text import Text
    from intake_app.questionnaire.conditions import Truth
    from intake_app.questionnaire.model import Area
    from intake_app.triage.model import FlagClause, KindState, Origin, Target, Urgency


class Status(StrEnum):
    """How settled the whole outcome is."""

    INCOMPLETE = "incomplete"
    """An essential question has no answer; flags are shown all the same."""
    PROVISIONAL = "provisional"
    """A further answer may still change it."""
    FINAL = "final"
    """No further answer can change it."""


class Need(StrEnum):
    """The band of a score, in words; or not known well enough to say."""

    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    NOT_ENOUGH_KNOWN = "not_enough_known"


NEED_FROM = ((Need.HIGH, 60), (Need.MODERATE, 35), (Need.LOW, 15), (Need.NONE, 0))
"""The lowest score of each band. Source: eigen oordeel; four equal-feeling steps, to be confirmed by practice."""


def band(score: int) -> Need:
    """Return the band that a score of 0 to 100 falls in."""
    return next(need for need, least in NEED_FROM if score >= least)


def neighbours(low: int, high: int) -> tuple[Need, Need] | None:
    """Return the two bands of an interval that spans exactly two neighbouring ones, the lower first."""
    order = [need for need, _ in reversed(NEED_FROM)]
    first, last = order.index(band(low)), order.index(band(high))
    return (order[first], order[last]) if last - first == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """One rule with what it adds. `truth` is unknown while it hangs on `open_columns`."""

    rule: RuleId
    columns: tuple[str, ...]
    open_columns: tuple[str, ...]
    truth: Truth
    amount: int
    area: Area
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Need of help from one side, 0 to 100: as it stands, and how low or high it can still become.

    `known` is the share (0 to 1) of the questions behind it that were answered, of those that apply.
    """

    target: Target
    point: int
    low: int
    high: int
    known: float
    need: Need
    contributions: tuple[Contribution, ...]
    open_rules: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One argument in words, with the rule and the columns that it rests on; `level` where it asks for haste."""

    rule: RuleId
    columns: tuple[str, ...]
    text: Text
    weight: int = 0
    origin: Origin | None = None
    level: Urgency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagOutcome:
    """What is known of one red flag.

    `clauses` are those that hold and may be spoken of, `all_clauses` also the silent ones beside them;
    `open_questions` is what should still be asked.
    """

    flag: FlagId
    state: FlagState
    effect: FlagEffect
    urgency: Urgency
    clauses: tuple[FlagClause, ...]
    open_questions: tuple[QuestionId, ...]
    all_clauses: tuple[FlagClause, ...] = ()
    withdrawn: bool = False

    @property
    def is_silent(self) -> bool:
        """Tell whether nothing on screen or paper may name it."""
        return self.effect is FlagEffect.SILENT

    @property
    def waits(self) -> bool:
        """Tell whether the advice waits for it."""
        return self.state is FlagState.RAISED and self.effect is FlagEffect.WAITS


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOutcome:
    """What the rules say about one option kind. `support` is the sum of the weights that speak for it."""

    kind: KindId
    state: KindState
    support: int
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...]
    open_reasons: tuple[Reason, ...]
    blocked_by: tuple[FlagId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextQuestion:
    """A question that would help most now; `why` is a code, `about` what it bears on (a flag, a kind, a score)."""

    question: QuestionId
    why: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The whole outcome of the rules on what is known now."""

    flags: tuple[FlagOutcome, ...]
    urgency: Urgency
    urgency_reasons: tuple[Reason, ...]
    status: Status
    enough_known: bool
    missing_essentials: tuple[QuestionId, ...]
    medical: Score
    social: Score
    kinds: tuple[KindOutcome, ...]

    def raised(self) -> tuple[FlagOutcome, ...]:
        """Return the flags that are raised, most urgent first."""
        found = [flag for flag in self.flags if flag.state is FlagState.RAISED]
        return tuple(sorted(found, key=lambda flag: -flag.urgency))

    def possible(self) -> tuple[FlagOutcome, ...]:
        """Return the flags that must still be asked on."""
        return tuple(flag for flag in self.flags if flag.state is FlagState.POSSIBLE)
