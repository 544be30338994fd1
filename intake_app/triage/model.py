"""The rules as values. Where each rule comes from stands in the rule itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from intake_app.core.text import NO_TEXT

if TYPE_CHECKING:
    from intake_app.core.ids import FlagId, KindId, QuestionId, RuleId, TopicId
    from intake_app.core.text import Text
    from intake_app.questionnaire.conditions import Condition
    from intake_app.questionnaire.model import Area


class Urgency(IntEnum):
    """How soon something must be done; higher is sooner."""

    ROUTINE = 0
    THIS_WEEK = 1
    TODAY = 2
    NOW = 3

    @property
    def code(self) -> str:
        """The name in files and on the command line."""
        return self.name.lower()


class Target(StrEnum):
    """The two sides that stand next to one another; neither wins (decision 3)."""

    MEDICAL = "medical"
    SOCIAL = "social"

    __hash__ = str.__hash__
    """The plain hash of an Enum is slow, and this one is a key in every judgement."""


class FlagEffect(StrEnum):
    """What a raised flag does to the talk and the papers (decision 1)."""

    WAITS = "waits"
    GOES_ON = "goes_on"
    SILENT = "silent"


class FlagState(StrEnum):
    """What is known of a red flag."""

    RAISED = "raised"
    POSSIBLE = "possible"
    CLEARED = "cleared"
    NOT_ASKED = "not_asked"


class KindEffect(StrEnum):
    """What a rule says about an option kind."""

    SUGGEST = "suggest"
    CONSIDER = "consider"
    AGAINST = "against"

    __hash__ = str.__hash__
    """As with `Target`."""


class KindState(StrEnum):
    """What the rules say about an option kind, all together."""

    SUGGESTED = "suggested"
    POSSIBLE = "possible"
    BLOCKED = "blocked"


class HitPolicy(StrEnum):
    """At most one row may hold, or all rows that hold are added up. No policy depends on order."""

    UNIQUE = "unique"
    COLLECT = "collect"


class Strength(StrEnum):
    """How strong a source is, the strongest first."""

    LAW = "law"
    PAGE_READ = "page_read"
    """A page that was read, named in docs/sources/practice.md as P1 and on."""
    DESCRIBED = "described"
    """Described in docs/sources/domain.md with a reference that was not read again."""
    PRACTICE = "practice"
    """Judgement of practitioners; a huisarts signs it off before real use."""
    OWN_JUDGEMENT = "own_judgement"
    """Our own reasoning, which the source spells out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a rule comes from: a document in our files or `eigen oordeel` with its reason.

    `strength` says how strong that source is, `owner` who answers for the rule, `status` whether it was confirmed,
    `checked` the ISO date on which it was last held against its source.
    """

    source: str
    strength: Strength
    owner: str
    status: str
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRule:
    """One row of a score table; `amounts` in points out of 100 per target, negative where something helps."""

    id: RuleId
    when: Condition
    amounts: tuple[tuple[Target, int], ...]
    text: Text
    origin: Origin

    def amount(self, target: Target) -> int:
        """Return the points for `target`."""
        return sum(points for each, points in self.amounts if each is target)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """A few rows over at most three columns."""

    id: str
    area: Area
    hit: HitPolicy
    columns: tuple[str, ...]
    rules: tuple[ScoreRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencyRule:
    """An answer that asks for haste without being a red flag."""

    id: RuleId
    level: Urgency
    when: Condition
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRule:
    """One argument for or against an option kind; `weight` 1 (light) to 3 (first thing to think of)."""

    id: RuleId
    kind: KindId
    effect: KindEffect
    weight: int
    when: Condition
    text: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagClause:
    """One way for a flag to be raised or possible. `urgency` and `effect` are this clause's own."""

    id: RuleId
    state: FlagState
    when: Condition
    text: Text
    urgency: Urgency
    effect: FlagEffect
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Whom to call in a flag: a number, or the name of a local setting that holds it."""

    text: Text
    number: str = ""
    setting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagRule:
    """A red flag: how it is raised, what must be done, and what may still be offered meanwhile (practice.md §3)."""

    id: FlagId
    topic: TopicId
    effect: FlagEffect
    urgency: Urgency
    asked_by: tuple[QuestionId, ...]
    clauses: tuple[FlagClause, ...]
    names: tuple[KindId, ...]
    also_allows: tuple[KindId, ...]
    neutral_paper: bool
    title: Text
    actions: tuple[Text, ...]
    calls: tuple[Call, ...]
    say: Text
    paper_lines: tuple[Text, ...]
    origin: Origin
    paper_title: Text = field(default=NO_TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """All rules of one version."""

    version: str
    flags: tuple[FlagRule, ...]
    tables: tuple[ScoreTable, ...]
    urgency: tuple[UrgencyRule, ...]
    kinds: tuple[KindRule, ...]

    def flag(self, id_: FlagId) -> FlagRule:
        """Return the flag with this id."""
        return next(flag for flag in self.flags if flag.id == id_)
