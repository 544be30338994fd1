"""Which things hold which words: found by the word, by its stem, by its beginning, and by the end of a compound.

The words stand in the order of the alphabet and so do the places where they occur: all words with one beginning are one
stretch, so a key stroke costs one look at one stretch, however many words begin like that.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from numpy.typing import NDArray

OTHER, START, STEM, EXACT = range(4)
"""How well a word fits: by a part or by a word that means the same, by its beginning, by its stem, letter by letter."""
STEPS = 4
"""A fit is the field times this, plus how well the word fits: the better field always wins."""
PART = 4
"""Letters of the shortest part of a compound: "hulp". Source: eigen oordeel; what is shorter is mostly an ending."""
LINKS = ("", "s", "en", "e")
"""What stands between the two parts of a Dutch compound."""
LAST = "\U0010ffff"
"""Comes after every letter."""


@cache
def _stemmers() -> tuple[Callable[[str], str], ...]:
    """Return the two Dutch stemmers: one knows that maatjes is maatje, the other that schulden is schuld.

    Their package brings the stemmers of 35 languages; what nobody holds is let go.
    """
    from snowballstemmer import stemmer  # noqa: PLC0415  nothing here holds on to the package

    made = tuple(stemmer(name).stemWord for name in ("dutch", "dutch_porter"))
    for name in [each for each in sys.modules if each.partition(".")[0] == "snowballstemmer"]:
        sys.modules.pop(name, None)
    return made


@lru_cache(maxsize=32_768)
def stems_of(word: str) -> frozenset[str]:
    """Return the stems of a word. Two words are alike when they share one."""
    return frozenset(f"{at}{stem(word)}" for at, stem in enumerate(_stemmers()))


class Postings:
    """The words of a number of things, each word with the field of the thing that it stands in.

    A field is a number from 1 on, the better the higher. `words` are all words in the order of the alphabet, `counts`
    in how many things each of them occurs.
    """

    def __init__(self, things: Iterable[Mapping[str, int]]) -> None:
        numbers: dict[str, int] = {}
        terms, holders, fields, self._size = array("i"), array("i"), array("B"), 0
        for held in things:
            terms.extend([numbers.setdefault(word, len(numbers)) for word in held])
            holders.extend([self._size] * len(held))
            fields.extend(held.values())
            self._size += 1
        self.words = sorted(numbers)
        places = numpy.empty(len(numbers), numpy.int32)
        places[[numbers[word] for word in self.words]] = numpy.arange(len(numbers), dtype=numpy.int32)
        placed = places[numpy.frombuffer(terms, numpy.int32)] if numbers else places
        order = numpy.argsort(placed, kind="stable")
        self._holders = numpy.frombuffer(holders, numpy.int32)[order]
        self._fits = numpy.frombuffer(fields, numpy.uint8)[order] * numpy.uint8(STEPS)
        self._starts = numpy.searchsorted(placed[order], numpy.arange(len(numbers) + 1)).tolist()
        self.counts = numpy.diff(self._starts).tolist()
        self._stems: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            for stem in stems_of(word):
                self._stems.setdefault(stem, []).append(at)
        self._ends = sorted(self._parts())

    def fits(self, word: str, *, is_begun: bool) -> NDArray[numpy.uint8]:
        """Return how well each thing fits a word, 0 where it does not hold it; `is_begun`: it may be typed in part."""
        found = numpy.zeros(self._size, numpy.uint8)
        if is_begun and len(word) >= PART:
            first = bisect_left(self._ends, (word, 0))
            last = bisect_left(self._ends, (word + LAST, 0))
            for _, at in self._ends[first:last]:
                self._lift(found, at, at + 1, OTHER)
        low, high = bisect_left(self.words, word), bisect_left(self.words, word + LAST)
        if is_begun:
            self._lift(found, low, high, START)
        for at in self._alike(word):
            self._lift(found, at, at + 1, STEM)
        if low < high and self.words[low] == word:
            self._lift(found, low, low + 1, EXACT)
        return found

    def lift_alike(self, found: NDArray[numpy.uint8], word: str) -> None:
        """Raise the fits in `found` of what holds `word`, in any form, as a word that means what was asked."""
        for at in self._alike(word):
            self._lift(found, at, at + 1, OTHER)

    def holds(self, word: str) -> bool:
        """Tell whether the word, or one that begins so, is among the words."""
        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at].startswith(word)

    def holds_form(self, word: str) -> bool:
        """Tell whether the word is among the words in any form."""
        return bool(self._alike(word))

    def _alike(self, word: str) -> set[int]:
        return {at for stem in stems_of(word) for at in self._stems.get(stem, ())}

    def _lift(self, found: NDArray[Any], low: int, high: int, how: int) -> None:
        where = slice(self._starts[low], self._starts[high])
        numpy.maximum.at(found, self._holders[where], self._fits[where] + numpy.uint8(how))

    def _parts(self) -> Iterable[tuple[str, int]]:
        """Return the last part of every compound of two known words, with the number of the compound."""
        known = set(self.words)
        for at, word in enumerate(self.words):
            for cut in range(PART, len(word) - PART + 1):
                if word[cut:] in known and self._is_first_part(word[:cut], known):
                    yield word[cut:], at

    def _is_first_part(self, part: str, known: set[str]) -> bool:
        """Tell whether a compound can begin with this: a known word, one without its ending, or with a link."""
        if any(stem in self._stems for stem in (f"0{part}", f"1{part}")):
            return True
        return any(part.endswith(link) and part[: len(part) - len(link)] in known for link in LINKS)


def halves(word: str, is_known: Callable[[str], bool]) -> tuple[str, str] | None:
    """Return the two known words that a compound is made of, the longest first part first; None where it is not."""
    for cut in range(len(word) - PART, PART - 1, -1):
        for link in LINKS:
            first = word[: cut - len(link)]
            if word[:cut].endswith(link) and len(first) >= PART and is_known(first) and is_known(word[cut:]):
                return first, word[cut:]
    return None
