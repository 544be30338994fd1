"""Words as the search of the sociale kaart sees them, and what people say for a kind of help."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from intake_app.core.ids import KindId
    from intake_app.core.text import Text

MOST_TYPED = 200
"""Signs of a question that are read; who pastes a letter searches with its beginning. Source: eigen oordeel."""
LONGEST_WORD = 60
"""Letters of a word that is looked into; what is longer is no word, and its parts would be looked for without end.
Source: eigen oordeel; the longest word in the Dutch dictionaries has fewer."""
_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"(?<![^\W_])[^\W_]+(?:[-./][^\W_]+)+")
_MARKS = re.compile(r"[\u0300-\u036f]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "ÿ": "ij", "Ÿ": "ij"})
_APOSTROPHES = re.compile("['’‘`\u00b4]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """What people say, so that a search finds what they mean. All of it is written in any case, with accents or not.

    Attributes:
        said: per kind of help the words and phrases that people use for it, in both languages.
        alike: groups of single words that mean the same anywhere.
        silent: words that say nothing about what is looked for ("ik", "een", "voor").
    """

    said: Mapping[KindId, tuple[str, ...]] = field(default_factory=dict)
    alike: tuple[tuple[str, ...], ...] = ()
    silent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWords:
    """What a search knows beside the services: how kinds of help are called, and what people say for them."""

    names: Mapping[KindId, Text]
    synonyms: Synonyms


def plain(text: str) -> str:
    """Return `text` in small letters without accents and apostrophes; the sign for ij becomes i and j."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    split = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).translate(_LETTERS).casefold())
    return _MARKS.sub("", split).translate(_LETTERS)


def words_of(text: str) -> Iterator[str]:
    """Return the words of a text that is searched in; what a hyphen joins counts in parts and as one (e-health)."""
    folded = plain(text)
    yield from (word for word in _WORD.findall(folded) if len(word) <= LONGEST_WORD)
    for joined in _JOINED.findall(folded):
        word = "".join(_WORD.findall(joined))
        if len(word) <= LONGEST_WORD:
            yield word


def typed_words(text: str) -> list[str]:
    """Return the words of what somebody typed, in order."""
    return _WORD.findall(plain(text[:MOST_TYPED]))
