"""What every paper is made from, and the small parts that several views share.

A view is a frozen value that holds finished words only. It is built by pure functions from a conversation and
what it means; a template sees the view and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import Conversation
from intake_app.core.text import Language, Text

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
    """The words of the papers in one language."""

    words: Words
    language: Language

    def say(self, key: str, **values: str) -> str:
        """Return a fixed text with its values filled in."""
        return self.words.text(key, self.language, **values)

    def of(self, text: Text) -> str:
        """Return a text of the content."""
        return text.of(self.language).strip()

    def all(self, section: str, keys: Iterable[str]) -> dict[str, str]:
        """Return several fixed texts of one section, by key."""
        return {key: self.say(f"{section}.{key}") for key in keys}

    def quote(self, text: str) -> str:
        """Return own words between quotation marks."""
        return self.say("documents.quote", text=text)


def speech(inputs: Inputs, language: Language) -> Speech:
    """Return the words of `inputs` in a language."""
    return Speech(words=inputs.wording, language=language)


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


def unproved_line(inputs: Inputs, says: Speech) -> str:
    """Return the same as a whole sentence, for the first page."""
    return "" if inputs.is_certified else says.say("documents.unproved")
