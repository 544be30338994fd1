"""Typing errors put right by the words that are known. It never looks at the services themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ERRORS = ((4, 1), (6, 2), (11, 3))
"""From how many letters how many errors are forgiven. Source: eigen oordeel: one and two as search engines do by
themselves, three in the long compounds of Dutch. Below four letters nearly every word is near another one."""

Nearness = tuple[int, bool, bool, int, str]
"""Errors, half typed, another first letter, how rare (minus the count), the word: the least of all is meant."""


class Spelling:
    """The known words, and how often each of them occurs."""

    def __init__(self, known: Mapping[str, int]) -> None:
        self._known = known
        self._by_length: dict[int, list[str]] = {}
        for word in known:
            self._by_length.setdefault(len(word), []).append(word)

    def nearest(self, word: str) -> str | None:
        """Return the known word that was meant, or None. It may be typed in part: somebody is still typing."""
        most = max((errors for length, errors in ERRORS if len(word) >= length), default=0)
        if not most or any(each.isdecimal() for each in word):
            return None
        found = min((*self._whole(word, most), *self._begun(word, most)), default=None)
        return None if found is None else found[-1]

    def _whole(self, word: str, most: int) -> Iterator[Nearness]:
        lengths = range(len(word) - most, len(word) + most + 1)
        known = [each for length in lengths for each in self._by_length.get(length, ())]
        for each, errors in _near(word, known, most):
            yield errors, False, each[0] != word[0], -self._known[each], each

    def _begun(self, word: str, most: int) -> Iterator[Nearness]:
        """Look at the words of which the first letters are near, and take each beginning for its most used word."""
        longer = [each for length, words in self._by_length.items() if length > len(word) for each in words]
        begins = list({each[: len(word)] for each in longer})
        near = dict(_near(word, begins, most))
        for each in longer:
            begin = each[: len(word)]
            if begin in near:
                yield near[begin], True, each[0] != word[0], -self._known[each], each


def _near(word: str, known: Sequence[str], most: int) -> list[tuple[str, int]]:
    """Return the words within `most` errors: a letter too many, too few, wrong, or two that changed places."""
    found = process.extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(each, int(errors)) for each, errors, _ in found]
