"""Text in the two languages of the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text, in Dutch and in English."""

    nl: str
    en: str

    def of(self, language: Language) -> str:
        """Return the text in `language`; in Dutch where nobody translated it, as what a practice writes itself."""
        return self.en or self.nl if language == "en" else self.nl

    def __bool__(self) -> bool:
        """Tell whether there is any text."""
        return bool(self.nl or self.en)


NO_TEXT = Text(nl="", en="")
