"""The language of the person's window: which there are to choose from, and what the window says in it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, cast

from intake_app.core.text import LANGUAGES
from intake_app.questionnaire.spoken import TranslationStatus, Voice, voice_for

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.core.text import Language
    from intake_app.questionnaire.spoken import SpokenLanguage

DUTCH: Language = "nl"
_NAMES = {"nl": "Nederlands", "en": "English"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SideWords:
    """What stands on the buttons, in the empty fields, and on the page for every pause."""

    pause: str
    decline: str
    not_known: str
    ready: str
    write: str
    empty_number: str
    erase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TongueView:
    """The languages to choose from, by code and name; none where there is no choice.

    `status` says in the language itself how far the translation is, `status_dutch` the same to the practitioner;
    both are empty for the languages of the program.
    """

    code: str
    words: SideWords
    choices: tuple[tuple[str, str], ...] = ()
    title: str = ""
    status: str = ""
    status_dutch: str = ""
    is_right_to_left: bool = False


class Tongue:
    """Says the window's words in one language."""

    def __init__(self, desk: Desk, code: str = DUTCH) -> None:
        """Speak the language `code`; what no file knows is said in Dutch."""
        self.desk = desk
        self.code = code if code in LANGUAGES or _spoken(desk, code) else DUTCH
        self.voice: Voice = voice_for(self.code, desk.spoken_languages, DUTCH)

    def say(self, key: str, **values: str) -> str:
        """Return one of the window's own words."""
        return self.text(f"person_side.{key}", **values)

    def text(self, key: str, **values: str) -> str:
        """Return a text of the wording files, translated where that was done."""
        return self.voice.words(key, "").format(**values) or self.usual(key, **values)

    def usual(self, key: str, **values: str) -> str:
        """Return a text of the wording files in the language that is spoken, or in Dutch where it has none."""
        return self.desk.text_in(self.voice.fallback, key, **values)

    def speaking(self) -> Desk:
        """Return the desk as it would speak on this side; the practitioner's screen may be in another language."""
        return cast("Desk", _InLanguage(self.desk, self.voice.fallback))

    def view(self, own: str) -> TongueView:
        """Return the choice of languages for a person who speaks `own`, and how far the translation in use is."""
        spoken, others = self.voice.spoken, _spoken(self.desk, own)
        name = others.name if others else _NAMES.get(own, "")
        choices = ((own, name), (DUTCH, _NAMES[DUTCH])) if name and own != DUTCH else ()
        if spoken is None:
            return TongueView(code=self.code, words=self._words(), choices=choices, title=self.say("language"))
        key = "reviewed" if spoken.status is TranslationStatus.REVIEWED else "draft"
        return TongueView(
            code=self.code,
            words=self._words(),
            choices=choices,
            title=self.say("language"),
            status=self.say(key),
            status_dutch=self.desk.text_in(DUTCH, f"person_side.{key}"),
            is_right_to_left=spoken.right_to_left,
        )

    def _words(self) -> SideWords:
        return SideWords(**{each.name: self.say(each.name) for each in fields(SideWords)})


class _InLanguage:
    """The desk with its words in one language; all else is the desk itself."""

    def __init__(self, desk: Desk, language: Language) -> None:
        self._desk, self.language = desk, language

    def text(self, key: str, **values: str) -> str:
        """Return a text of the wording files."""
        return self._desk.text_in(self.language, key, **values)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the desk has
        return getattr(self._desk, name)


def _spoken(desk: Desk, code: str) -> SpokenLanguage | None:
    return next((each for each in desk.spoken_languages if each.code == code), None)
