"""What the person sees and reads in a language of their own, beside the Dutch and English of the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from intake_app.core.text import LANGUAGES, Language

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from intake_app.core.ids import QuestionId
    from intake_app.core.text import Text
    from intake_app.questionnaire.model import Option, Question


class TranslationStatus(StrEnum):
    """How far a translation is: written, or looked over by somebody who speaks the language and knows the talk."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenQuestion:
    """One question for the person, with the labels of its options by code; `meant` is the Dutch it was made from."""

    text: str
    help: str = ""
    unit: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    meant: str = ""


def meaning(question: Question) -> str:
    """Return the Dutch that a translation stands for: where it differs, as in an older talk, it is another question."""
    unit = "" if question.unit is None else question.unit.nl
    return " ".join((question.text.nl, question.help.nl, unit, *(each.label.nl for each in question.options)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenDates:
    """How a language writes dates.

    Attributes:
        months: twelve names, January first, as they stand in a date.
        weekdays: seven names, Monday first.
        long: a date in full, of {day}, {month} and {year}.
        short: a date without its year, of {weekday}, {day} and {month}.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    long: str
    short: str

    def day(self, on: datetime.date) -> str:
        """Write a date: "26 listopada 2026"."""
        return self.long.format(day=on.day, month=self.months[on.month - 1], year=on.year)

    def short_day(self, on: datetime.date) -> str:
        """Write a date without its year: "czwartek, 26 listopada"."""
        weekday, month = self.weekdays[on.weekday()], self.months[on.month - 1]
        return self.short.format(weekday=weekday, day=on.day, month=month)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLanguage:
    """One language for the person's side.

    Attributes:
        code: BCP 47, as in `Person.language`: "pl".
        name: in the language itself: "Polski".
        title: in Dutch and English: "Pools".
        right_to_left: whether it is written from right to left.
        reviewed_by: who looked it over, on which day; empty for a draft.
        dates: how dates are written; needed for the advice on paper.
        share: the part of the questions for the person that is translated, 0 to 1.
        words: texts of the person's window and of the advice by their key in the wording files.
    """

    code: str
    name: str
    title: Text
    status: TranslationStatus
    right_to_left: bool = False
    reviewed_by: str = ""
    reviewed_on: datetime.date | None = None
    dates: SpokenDates | None = None
    share: float = 0.0
    questions: Mapping[QuestionId, SpokenQuestion] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Says questions in the language of the person; what was not translated is said in `fallback`."""

    fallback: Language
    spoken: SpokenLanguage | None = None

    def question(self, question: Question) -> SpokenQuestion:
        """Return a question as the person reads it; an option that nobody translated stands in the other language."""
        said = None if self.spoken is None else self.spoken.questions.get(question.id)
        if said is None or said.meant != meaning(question):
            said = SpokenQuestion(
                text=question.text.of(self.fallback),
                help=question.help.of(self.fallback),
                unit="" if question.unit is None else question.unit.of(self.fallback),
            )
        labels = {each.code: said.options.get(each.code) or self._label(each) for each in question.options}
        return SpokenQuestion(text=said.text, help=said.help, unit=said.unit, options=labels)

    def _label(self, option: Option) -> str:
        return option.label.of(self.fallback)

    def words(self, key: str, usual: str) -> str:
        """Return a text by its key; `usual` where it was not translated."""
        return usual if self.spoken is None else self.spoken.words.get(key, usual)


def voice_for(code: str, spoken: tuple[SpokenLanguage, ...], screen: Language) -> Voice:
    """Return the voice for a person who reads `code`; what no file knows is said in the language of the screen."""
    if code in LANGUAGES:
        return Voice(fallback=code)
    return Voice(fallback=screen, spoken=next((each for each in spoken if each.code == code), None))
