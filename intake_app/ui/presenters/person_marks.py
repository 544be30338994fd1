"""The small pictures beside the words on the person's side: of a topic, and of each answer to choose from.

A picture is the name of an icon, or one of the two that are painted: a face, and a ring that fills.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.questionnaire.model import LIFE_AREAS, QuestionKind, Worse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.questionnaire.model import Option, Question, Questionnaire, Topic

FACE, AMOUNT, NONE = "face", "amount", ""
_BY_WORD = {"ja": "check", "nee": "cross", "misschien": "help"}
"""The first word of an answer in Dutch, and its icon; in another language the picture stays the same."""
_PICTOGRAMS = {
    "sleep": "moon",
    "energy": "battery",
    "weight": "plate",
    "medication": "pill",
    "trauma": "cloud",
    "substances": "glass",
    "loss": "candle",
    "money": "wallet",
    "work": "briefcase",
    "housing": "house",
}
"""Topics whose icon in the list says too little by itself, or means something else there (the open triangle)."""
_TWO_ENDS = (0.15, 0.7)
"""Faces of two answers: neither is the best nor the worst. Source: eigen oordeel, so that no answer looks wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture beside an answer. `level` runs from 0 (well, nothing) to 1 (badly, very much)."""

    name: str = NONE
    level: float = 0.0


def pictogram(topic: Topic) -> str:
    """Return the icon of a topic at its largest."""
    return _PICTOGRAMS.get(str(topic.id), topic.icon)


def pictures_of(question: Question, questionnaire: Questionnaire) -> Mapping[str, Picture]:
    """Return the picture of each answer by its code.

    Yes, no and perhaps where that is all; a ring that fills where "no" is the best answer (how often, how much:
    no face, for a fact is not a fault); faces where the answers run from well to badly; else what the answer is about,
    where most answers have a picture of that.
    """
    icons = [_icon(each, questionnaire) for each in question.options]
    is_told = 2 * sum(map(bool, icons)) >= len(icons)
    found = [Picture(name=icon if is_told else NONE) for icon in icons]
    if question.kind is QuestionKind.SINGLE and question.worse is not Worse.NONE:
        first_words = [_first_word(each) for each in question.options]
        if len(found) > 2 or not all(word in _BY_WORD for word in first_words):  # noqa: PLR2004  yes or no
            best = first_words[-1] if question.worse is Worse.FIRST else first_words[0]
            found = [Picture(name=AMOUNT if best == "nee" else FACE, level=each) for each in _levels(question)]
    return {option.code: picture for option, picture in zip(question.options, found, strict=True)}


def _levels(question: Question) -> list[float]:
    count = len(question.options)
    levels = list(_TWO_ENDS) if count == len(_TWO_ENDS) else [at / (count - 1) for at in range(count)]
    return levels[::-1] if question.worse is Worse.FIRST else levels


def _icon(option: Option, questionnaire: Questionnaire) -> str:
    topic = next((each for id_, each in questionnaire.topics.items() if id_ == option.code), None)
    if topic is not None and not topic.silent:
        return pictogram(topic)
    if option.code in {each.value for each in LIFE_AREAS}:
        return option.code
    return _BY_WORD.get(_first_word(option), NONE)


def _first_word(option: Option) -> str:
    return option.label.nl.replace(",", " ").split()[0].casefold()
