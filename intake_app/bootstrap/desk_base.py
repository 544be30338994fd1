"""What every part of the desk works with: content, store, clock, rights, and the words for it all."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from intake_app.bootstrap.sitting import Sitting
from intake_app.content.load_languages import Basis, Languages, read_languages

if TYPE_CHECKING:
    from pathlib import Path

    from intake_app.bootstrap.archivist import Archivist
    from intake_app.bootstrap.door import StoreDoor
    from intake_app.bootstrap.guard import Guard
    from intake_app.bootstrap.knowledge import Shelf
    from intake_app.bootstrap.stock import Stock
    from intake_app.content.last_clean import Loaded
    from intake_app.conversation.knowledge import Knowledge
    from intake_app.conversation.ports import Clock
    from intake_app.core.problems import Problem
    from intake_app.core.text import Language
    from intake_app.questionnaire.spoken import SpokenLanguage


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskParts:
    """What a desk is made of."""

    loaded: Loaded
    shelf: Shelf
    door: StoreDoor
    guard: Guard
    clock: Clock
    resources: Path
    archivist: Archivist
    stock: Stock


def _day(iso: str) -> str:
    """Return a day of the form 2026-11-22 as 22-11-2026."""
    return "-".join(reversed(iso.split("-")))


class DeskBase:
    """The content of the desk, and its words."""

    def __init__(self, parts: DeskParts) -> None:
        """Put the parts together; nothing is opened yet."""
        self._loaded, self._shelf, self._resources = parts.loaded, parts.shelf, parts.resources
        self._door, self._guard, self._clock = parts.door, parts.guard, parts.clock
        self._archivist, self._stock = parts.archivist, parts.stock
        self._sitting = Sitting(parts.clock)
        self.folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def language(self) -> Language:
        """The language of the screen and of what is made of it."""
        return self._archivist.language

    def speak(self, language: Language) -> None:
        """Go on in another language."""
        self._archivist.language = language

    @property
    def knowledge(self) -> Knowledge:
        """What new talks are held with."""
        return self._shelf.newest

    @property
    def is_trial(self) -> bool:
        """Tell that the content carries no release by two reviewers: true for every content of this version."""
        return True

    @property
    def is_certified(self) -> bool:
        """Tell whether the newest content is covered by its certificate."""
        return self._shelf.newest.is_certified

    @property
    def certificate_lines(self) -> tuple[str, ...]:
        """The certificate of the newest content in words."""
        found = self._loaded.content.certificate
        if found is None:
            return (self.text("certificate.none"),)
        if not self.is_certified:
            return (self.text("certificate.other_content", day=_day(found.date)),)
        return (
            self.text("certificate.proved", count=str(len(found.proved)), day=_day(found.date)),
            self.text("certificate.solver", solver=found.solver),
        )

    @property
    def content_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the newest content."""
        return self._loaded.problems

    @cached_property
    def _languages(self) -> Languages:
        """Read the languages of the person's side when somebody first asks: no start waits for them."""
        content = self._loaded.content
        return read_languages(self._resources, Basis(questionnaire=content.questionnaire, texts=content.wording.texts))

    @property
    def spoken_languages(self) -> tuple[SpokenLanguage, ...]:
        """The languages of the person's side, beside those of the screen."""
        return self._languages.found

    @property
    def spoken_problems(self) -> tuple[Problem, ...]:
        """What keeps a language out."""
        return self._languages.problems

    def text(self, key: str, **values: str) -> str:
        """Return a text of the wording files."""
        return self.text_in(self.language, key, **values)

    def text_in(self, language: Language, key: str, /, **values: str) -> str:
        """Return a text of the wording files in a language of the program."""
        return self._loaded.content.wording.text(key, language, **values)

    def problem_text(self, found: Problem) -> str:
        """Return a problem in words."""
        return self._loaded.content.wording.of_problem(found, self.language)
