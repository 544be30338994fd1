"""The questionnaire as values: areas, topics, questions and their options."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import QuestionId, TopicId
    from intake_app.core.text import Text
    from intake_app.questionnaire.conditions import Condition


class Area(StrEnum):
    """The person in the middle and the four areas of life around it (4D model, docs/sources/domain.md §2)."""

    PERSON = "person"
    BODY = "body"
    MIND = "mind"
    SOCIAL = "social"
    SOCIETY = "society"


LIFE_AREAS = (Area.BODY, Area.MIND, Area.SOCIAL, Area.SOCIETY)


class Mode(StrEnum):
    """How the talk goes: a short clarification, or an exploratory talk with several people."""

    QUICK = "quick"
    EXPLORATORY = "exploratory"


class QuestionKind(StrEnum):
    """What an answer looks like."""

    SINGLE = "single"
    MULTI = "multi"
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"


class Worse(StrEnum):
    """Which end of the answers is worse."""

    FIRST = "first"
    LAST = "last"
    LOW = "low"
    HIGH = "high"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One possible answer. `phrase` says it in the third person; `excludes` rules out all other options."""

    code: str
    label: Text
    phrase: Text
    excludes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `asked_when` holds alternatives: it is asked when one of them holds; empty means always.

    `minimum` and `maximum` bound a number, in `unit`. `alone` questions may only be asked without a relative, a
    child or a lay interpreter in hearing; `quick` ones belong to the fixed order of the quick mode.
    """

    id: QuestionId
    topic: TopicId
    area: Area
    kind: QuestionKind
    text: Text
    help: Text
    worse: Worse
    options: tuple[Option, ...] = ()
    asked_when: tuple[Condition, ...] = ()
    essential: bool = False
    safety: bool = False
    alone: bool = False
    quick: bool = False
    minimum: float | None = None
    maximum: float | None = None
    unit: Text | None = None

    def option(self, code: str) -> Option | None:
        """Return the option with `code`, or None."""
        return next((option for option in self.options if option.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject within an area. A topic that is not `always` there opens when the person names it.

    A `silent` topic is never named on a screen that others can see, nor on paper.
    """

    id: TopicId
    area: Area
    name: Text
    opener: Text
    hints: tuple[Text, ...]
    why: Text
    synonyms: Text
    icon: str
    always: bool
    silent: bool
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPart:
    """One area with its topics, in the order of the file."""

    area: Area
    name: Text
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """The whole questionnaire, with the fixed order of the quick mode and of the safety block.

    `order` holds every question so that a gate stands before what it opens. In `quick_order` the word `topics`
    marks the place where the chosen topics are asked.
    """

    parts: tuple[AreaPart, ...]
    questions: Mapping[QuestionId, Question]
    topics: Mapping[TopicId, Topic]
    order: tuple[QuestionId, ...]
    quick_order: tuple[str, ...]
    safety_block: tuple[QuestionId, ...]
