"""The circumstances of one talk: who it is about, who is there, and whether one can speak freely."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from intake_app.questionnaire.model import Mode

if TYPE_CHECKING:
    from intake_app.questionnaire.conditions import ColumnState


class Channel(StrEnum):
    """How the talk takes place."""

    ROOM = "room"
    TELEPHONE = "telephone"
    VIDEO = "video"
    HOME = "home"


class Participant(StrEnum):
    """Who is in the room or on the line."""

    PERSON = "person"
    GP_ASSISTANT = "gp_assistant"
    POH_GGZ = "poh_ggz"
    GGZ_PROFESSIONAL = "ggz_professional"
    SOCIAL_WORKER = "social_worker"
    PEER_WORKER = "peer_worker"
    RELATIVE = "relative"
    CHILD = "child"
    INTERPRETER = "interpreter"


class Interpreter(StrEnum):
    """Who interprets. A relative or acquaintance who does (`lay`) may not hear `alone` questions."""

    NONE = "none"
    PROFESSIONAL = "professional"
    LAY = "lay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The one it is about. A name is never needed. `age` is in years and wins over the year of birth."""

    birth_year: int | None = None
    age: int | None = None
    gender: str = ""
    pc4: str = ""
    language: str = "nl"
    literacy: str = "ok"

    def age_on(self, day: datetime.date) -> int | None:
        """Return the age on `day`; where only the year is known the lower of the two possible ages."""
        if self.age is not None or self.birth_year is None:
            return self.age
        return day.year - self.birth_year - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything about the talk itself that routing and rules may look at.

    `alone_now` tells that at this moment nobody else is in hearing; `alone_moment` that part of the talk was so.
    """

    mode: Mode
    date: datetime.date
    channel: Channel = Channel.ROOM
    person: Person = field(default_factory=Person)
    participants: tuple[Participant, ...] = (Participant.PERSON,)
    interpreter: Interpreter = Interpreter.NONE
    speaks_freely: bool = True
    alone_now: bool = False
    alone_moment: bool = False
    call_back: str = ""
    referrer_role: str = ""
    referrer_reason: str = ""
    gut_feeling: bool = False

    @property
    def overheard(self) -> bool:
        """Tell whether somebody may hear who must not hear `alone` questions (practice.md §2.4 to 2.6)."""
        third = {Participant.RELATIVE, Participant.CHILD} & set(self.participants)
        return bool(third) or self.interpreter is Interpreter.LAY or not self.speaks_freely

    @property
    def may_ask_alone(self) -> bool:
        """Tell whether `alone` questions may be shown and asked now."""
        return self.alone_now or not self.overheard

    def facts(self, *, wishes: frozenset[str], strengths: frozenset[str]) -> dict[str, ColumnState]:
        """Return the facts of the talk as columns for conditions; what is unknown stays out."""
        age = self.person.age_on(self.date)
        found: dict[str, ColumnState] = {
            "mode": self.mode.value,
            "channel": self.channel.value,
            "present": frozenset(each.value for each in self.participants),
            "alone_moment": "yes" if self.alone_moment else "no",
            "gut_feeling": "yes" if self.gut_feeling else "no",
            "wish_topics": wishes,
            "strength_topics": strengths,
            "literacy": self.person.literacy,
            "language": self.person.language,
        }
        if age is not None:
            found["age"] = float(age)
        if self.person.gender:
            found["gender"] = self.person.gender
        return found


FACTS = (
    "mode",
    "channel",
    "present",
    "alone_moment",
    "gut_feeling",
    "wish_topics",
    "strength_topics",
    "literacy",
    "language",
    "age",
    "gender",
)
"""The columns that are no questions."""
