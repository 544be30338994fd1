"""Phrases of several words that stand for kinds of help: "geen dak boven mijn hoofd"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.directory.finding.index import stems_of
from intake_app.directory.finding.words import typed_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from intake_app.core.ids import KindId
    from intake_app.directory.finding.words import Synonyms


class Phrases:
    """All phrases, found by their words in any form and order. `words` are all words that occur in one."""

    def __init__(self, synonyms: Synonyms) -> None:
        self.words: set[str] = set()
        self._by_word: dict[str, list[tuple[KindId, tuple[frozenset[str], ...]]]] = {}
        for kind, said in synonyms.said.items():
            for phrase in said:
                if len(phrase.split()) > 1:
                    self._keep(kind, typed_words(phrase), synonyms.silent)

    def _keep(self, kind: KindId, words: Sequence[str], silent: frozenset[str]) -> None:
        self.words.update(words)
        stems = tuple(map(stems_of, words))
        telling = next((word for word in words if word not in silent), words[0])
        for stem in stems_of(telling):
            self._by_word.setdefault(stem, []).append((kind, stems))

    def holds(self, word: str) -> bool:
        """Tell whether a word of a phrase is this word, or begins like it."""
        return any(each.startswith(word) for each in self.words)

    def found_in(self, words: Sequence[str]) -> Iterator[tuple[KindId, tuple[int, ...]]]:
        """Return the kind of each phrase that stands whole in the words, with the places of its words among them."""
        typed = [stems_of(word) for word in words]
        for stem in set().union(*typed):
            for kind, phrase in self._by_word.get(stem, ()):
                if all(any(part & each for each in typed) for part in phrase):
                    yield kind, tuple(at for at, each in enumerate(typed) if any(part & each for part in phrase))
