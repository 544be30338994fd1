"""Everything that is kept of one person and may be handed to them, as plain values: what the export and its paper hold.

Every value is always there, empty where there is nothing, so that no missing name tells what was left out. What a
code means stands beside it in words.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from intake_app.practice.log_book import SawLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A code, and the same in words. Both are empty where there is nothing to say."""

    code: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPerson:
    """What is known of the person; `age` on the day of the talk."""

    gender: Named
    birth_year: int | None
    age: int | None
    pc4: str
    language: Named
    literacy: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """One question with what was said.

    Attributes:
        state: `given`, `declined`, `not_known`, `not_asked`, or `open` where only something was noted.
        codes: the chosen options.
        words: the answer in words.
        reason: why it was not asked.
        note: what was added in own words.
    """

    question: str
    asked: str
    state: str
    codes: tuple[str, ...]
    words: str
    reason: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkedAbout:
    """One topic with its answers, and what was noted about it."""

    area: Named
    topic: Named
    answers: tuple[GivenAnswer, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoesWell:
    """What goes well or who helps, and who told it."""

    topic: str
    text: str
    told_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the person wants to talk about, with how important it is and how confident they are (0 to 10).

    `one_higher` is what would make that confidence one higher.
    """

    topic: str
    text: str
    importance: int | None
    confidence: int | None
    one_higher: str
    told_by: str
    for_whom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundPerson:
    """Somebody around the person: what they are, how close, what it costs, and who told it."""

    name: str
    kind: Named
    strength: Named
    strain: Named
    may_think_along: bool
    told_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided about a kind of help; `reason` as the person gave it."""

    kind: Named
    decision: Named
    by: str
    service: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedStep:
    """One agreed step; `who` does it, `by` is its last day."""

    text: str
    who: str
    by: datetime.date | None
    smallest_start: str
    for_whom: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """All agreements, and what to do when it gets worse or does not happen."""

    steps: tuple[AgreedStep, ...]
    when_worse: str
    when_it_fails: str
    speak_again: datetime.date | None
    speak_how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GaveConsent:
    """Who may read what, since when, and whether it was taken back."""

    recipient: Named
    items: tuple[str, ...]
    on: datetime.date
    revoked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done about a signal, who was told, and when."""

    done: str
    told: str
    agreed: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPart:
    """A part of the safety plan, in the person's own words; people with their numbers, each on a line."""

    part: Named
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Something that asked for attention at once, what was done about it, and when it was taken back."""

    signal: Named
    is_raised: bool
    actions: tuple[Done, ...]
    withdrawn: tuple[datetime.datetime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRecord:
    """One talk.

    Attributes:
        medical, social: the need of help, in words.
        suggested: the kinds of help that the rules suggest.
        corrected: when it was opened again to correct it on the person's request.
    """

    on: datetime.date
    begun: datetime.datetime
    closed: datetime.datetime | None
    mode: Named
    channel: Named
    present: tuple[Named, ...]
    interpreter: Named
    referrer: str
    referrer_reason: str
    person: AboutPerson
    topics: tuple[TalkedAbout, ...]
    strengths: tuple[GoesWell, ...]
    wishes: tuple[Wanted, ...]
    around: tuple[AroundPerson, ...]
    medical: Named
    social: Named
    suggested: tuple[Named, ...]
    decisions: tuple[Decided, ...]
    agreed: Agreed
    safety_plan: tuple[PlanPart, ...]
    consents: tuple[GaveConsent, ...]
    signals: tuple[Signal, ...]
    corrected: tuple[datetime.datetime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """Something that leaves the program only because somebody ticked it; `on` is the day of the talk."""

    on: datetime.date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord:
    """Everything about one person.

    Attributes:
        made: when the export was made.
        practice: the name of the practice.
        seen: who saw or changed the talks.
        released: what was ticked item by item; handed over to the person alone.
    """

    made: datetime.datetime
    practice: str
    talks: tuple[TalkRecord, ...]
    seen: tuple[SawLine, ...]
    released: tuple[Released, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction on the person's request: when, and the reason as the log keeps it."""

    at: datetime.datetime
    reason: str
