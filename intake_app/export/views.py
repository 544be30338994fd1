"""What every paper is made from, and the small parts that several views share.

A view is a frozen value that holds finished words only. It is built by pure functions from a conversation and
what it means; a template sees the view and nothing else.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import Conversation
from intake_app.core.text import Language, Text
from intake_app.export import templating
from intake_app.questionnaire.spoken import SpokenLanguage

QUOTE_LENGTH = 400
"""Characters of own words on a first page; the whole text stands in the annex."""
LINE_LENGTH = 160
"""Characters of one short line, such as a step or a reason."""


class Words(Protocol):
    """Where the fixed words of a paper come from."""

    def text(self, key: str, language: Language, **values: str) -> str:
        """Return the text of `section.key`, its values filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything that a paper is made from.

    `settings` are those of the practice (names and telephone numbers), `trial` tells that nobody has
    recorded who answers for the use of the program (decision 12).
    """

    knowledge: Knowledge
    conversation: Conversation
    picture: Picture
    wording: Words
    settings: Mapping[str, str]
    templates: Path
    fonts: Path
    trial: bool

    @property
    def is_certified(self) -> bool:
        """Tell whether the rules that the talk was held with were proved."""
        return self.knowledge.is_certified

    def setting(self, key: str) -> str:
        """Return a setting, empty when it is not there."""
        return self.settings.get(key, "").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """The words of the papers in one language.

    With `spoken` the fixed words and the dates are in that language; the content stays in `language`, and is marked.
    """

    words: Words
    language: Language
    spoken: SpokenLanguage | None = None

    @property
    def code(self) -> str:
        """The language of the fixed words, as a file names it."""
        return self.language if self.spoken is None else self.spoken.code

    def say(self, key: str, **values: str) -> str:
        """Return a fixed text with its values filled in."""
        said = None if self.spoken is None else self.spoken.words.get(key)
        return self.words.text(key, self.language, **values) if said is None else said.format(**values)

    def twice(self, key: str, **values: str) -> tuple[str, ...]:
        """Return a fixed text, and where the paper is in a language of the person, below it the same in `language`."""
        usual = self.words.text(key, self.language, **values)
        return (usual,) if self.spoken is None else different((self.say(key, **values), self.marked(usual)))

    def marked(self, text: str) -> str:
        """Return what is not translated, with a mark that it is not."""
        return text if self.spoken is None or not text else self.say("spoken_paper.marked", text=text)

    def day(self, on: datetime.date) -> str:
        """Write a date: "26 november 2026"."""
        dates = None if self.spoken is None else self.spoken.dates
        return templating.day(self.language, on) if dates is None else dates.day(on)

    def short_day(self, on: datetime.date) -> str:
        """Write a date without its year: "donderdag 26 november"."""
        dates = None if self.spoken is None else self.spoken.dates
        return templating.short_day(self.language, on) if dates is None else dates.short_day(on)

    def of(self, text: Text) -> str:
        """Return a text of the content."""
        return text.of(self.language).strip()

    def all(self, section: str, keys: Iterable[str]) -> dict[str, str]:
        """Return several fixed texts of one section, by key."""
        return {key: self.say(f"{section}.{key}") for key in keys}

    def quote(self, text: str) -> str:
        """Return own words between quotation marks."""
        return self.say("documents.quote", text=text)


def speech(inputs: Inputs, language: Language, spoken: SpokenLanguage | None = None) -> Speech:
    """Return the words of `inputs` in a language, the fixed ones in the language of the person where it is given."""
    return Speech(words=inputs.wording, language=language, spoken=spoken)


def short(text: str, longest: int = LINE_LENGTH) -> str:
    """Return a text on one line, cut at a word with "…" when it is longer than `longest`."""
    line = " ".join(text[: longest * 4].split())
    if len(line) <= longest:
        return line
    head = line[:longest]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head[longest // 2 :] else head}…"


def sentence(text: str) -> str:
    """Return a text with a capital and a full stop."""
    bare = text.strip()
    if not bare:
        return ""
    return f"{bare[0].upper()}{bare[1:]}" + ("" if bare[-1] in ".!?…”" else ".")


def unclosed(text: str) -> str:
    """Return a text without the full stop at its end, to stand inside a longer one."""
    return text.strip().rstrip(".")


def different(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts that say something, each once, in their order."""
    return tuple(dict.fromkeys(text for text in texts if text))


def unproved_mark(inputs: Inputs, says: Speech) -> str:
    """Return the short mark of rules that were not proved; nothing where they were."""
    return "" if inputs.is_certified else says.say("documents.unproved_mark")


def talk_on(inputs: Inputs, says: Speech) -> str:
    """Return the day of the talk, in words."""
    return says.say("documents.talk_on", day=says.day(inputs.conversation.situation.date))


def subtitle(inputs: Inputs, says: Speech) -> str:
    """Return what stands below the title of a paper for at home: the day of the talk, and the name of the practice."""
    return " · ".join(different((talk_on(inputs, says), inputs.setting("practice_name"))))


def corner_mark(inputs: Inputs, says: Speech, *more: str) -> str:
    """Return what stands in the corner of a paper with advice: trial use, rules that were not proved, and more."""
    trial = says.say("documents.trial") if inputs.trial else ""
    return "|".join(different((trial, unproved_mark(inputs, says), *more)))


def again_words(inputs: Inputs, says: Speech) -> str:
    """Return when one speaks again, and how; empty where nothing was agreed."""
    plan = inputs.conversation.plan
    if plan.speak_again is None:
        return ""
    on, how = says.short_day(plan.speak_again), short(plan.speak_how).rstrip(".")
    if how:
        return says.say("person_paper.again_how", day=on, how=says.marked(how))
    return says.say("person_paper.again", day=on)


def unproved_line(inputs: Inputs, says: Speech) -> str:
    """Return the same as a whole sentence, for the first page."""
    return "" if inputs.is_certified else says.say("documents.unproved")
