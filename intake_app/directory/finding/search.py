"""Search in the sociale kaart while typing: every word counts, in any form, also misspelt, best fit first."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy

from intake_app.directory.finding.columns import Columns
from intake_app.directory.finding.index import EXACT, STEPS, Postings, halves, stems_of
from intake_app.directory.finding.phrases import Phrases
from intake_app.directory.finding.reach import Places
from intake_app.directory.finding.spelling import Spelling
from intake_app.directory.finding.words import plain, typed_words, words_of
from intake_app.directory.query import Found, Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from intake_app.core.ids import KindId
    from intake_app.directory.distance import PostcodeMap
    from intake_app.directory.finding.reach import Reach
    from intake_app.directory.finding.words import SearchWords
    from intake_app.directory.model import Service
    from intake_app.directory.query import Query

    Fits = NDArray[numpy.uint8]

DESCRIPTION, PLACE, SAID, KIND, ORGANIZATION, NAME = range(1, 7)
"""Where a word is found, the better the higher. Source: the order asked for; who types a name wants that name."""
BEGUN = 3
"""Letters from which a word may be typed in part where another one follows it: "e health" is no word with an e."""
CHOSEN = 100
"""Services that a word of a kind of help counts for when it is read into a misspelt one: those words were chosen with
care, a word of a description may be misspelt itself. Source: eigen oordeel."""


class SearchIndex:
    """All that a search looks into, made once per state of the sociale kaart; making it is slow, searching is not."""

    def __init__(self, services: Sequence[Service], words: SearchWords, postcodes: PostcodeMap) -> None:
        ordered = sorted(services, key=lambda one: (plain(one.name), one.id))
        self._columns, self._places = Columns(ordered, postcodes), Places(ordered, postcodes)
        self._own = Postings(map(_words_held, ordered))
        self._kinds: tuple[KindId, ...] = tuple(words.names)
        self._of_kinds = Postings(_words_said(kind, words) for kind in self._kinds)
        self._silent = frozenset(word for each in words.synonyms.silent for word in typed_words(each))
        self._alike: dict[str, set[str]] = {}
        for group in words.synonyms.alike:
            folded = {word for each in group for word in typed_words(each)}
            for stem in set().union(*map(stems_of, folded)):
                self._alike.setdefault(stem, set()).update(folded)
        self._phrases = Phrases(words.synonyms)
        self._spelling = Spelling(self._known())

    def search(self, query: Query) -> Found:
        """Return what has all the words and passes the filters; where nothing has all, what has most of them."""
        reach = self._places.reach(query.filters.pc4)
        passes = self._columns.passing(query.filters) & reach.serves
        words, read_as = self._read(query.words)
        fits = self._fits(words)
        total, had = numpy.zeros(passes.size, numpy.int32), numpy.zeros(passes.size, numpy.int32)
        for each in fits:
            total += each
            had += each > 0
        most = int(had[passes].max(initial=0)) if fits else 0
        if fits and not most:
            return Found(read_as=read_as)
        chosen = numpy.flatnonzero(passes & (had == most))
        order = chosen[self._order(query.sort, total[chosen], chosen, reach)]
        hits = tuple(map(reach.hits.__getitem__, order.tolist()))
        return Found(hits=hits, read_as=read_as, all_words=most == len(fits))

    def _order(self, sort: Sort, total: NDArray[Any], chosen: NDArray[Any], reach: Reach) -> NDArray[numpy.intp]:
        """Return the places of the chosen in order; equal ones stay in the order of their names."""
        km = reach.said_km[chosen]
        keys: dict[Sort, tuple[NDArray[Any], ...]] = {
            Sort.FIT: (km, -total),  # of two that fit alike the nearest comes first
            Sort.NEAR: (numpy.where(self._columns.remote[chosen], 0.0, km),),  # what comes to the person is near
            Sort.WAIT: (self._columns.waits[chosen],),
            Sort.CHECKED: (-self._columns.checked[chosen],),
            Sort.NAME: (chosen,),
        }
        return numpy.lexsort(keys[sort])

    def _read(self, typed: str) -> tuple[list[str], tuple[tuple[str, str], ...]]:
        """Return the words as they are understood, and those that were misspelt with what they were read as."""
        words, read_as = typed_words(typed), []
        for at, word in enumerate(words):
            if self._is_known(word):
                continue
            meant = self._spelling.nearest(word)
            if meant is not None:
                read_as.append((word, meant))
                words[at] = meant
        return words, tuple(read_as)

    def _fits(self, words: Sequence[str]) -> list[Fits]:
        """Return how well each service fits each word. What a phrase or a compound says counts for all its words."""
        last = len(words) - 1
        found = [self._fit(word, is_begun=at == last or len(word) >= BEGUN) for at, word in enumerate(words)]
        for at, (first, second) in enumerate(pairwise(words)):
            for joined in (first + second, f"{first}s{second}"):
                if self._own.holds(joined) or self._of_kinds.holds(joined):
                    both = self._fit(joined, is_begun=True)
                    numpy.maximum(found[at], both, out=found[at])
                    numpy.maximum(found[at + 1], both, out=found[at + 1])
        for kind, places in self._phrases.found_in(words):
            for at in places:
                self._lift(found[at], kind, NAME * STEPS + EXACT)  # what is said in so many words is meant so
        telling = [fit for word, fit in zip(words, found, strict=True) if word not in self._silent]
        return telling or found

    def _fit(self, word: str, *, is_begun: bool) -> Fits:
        """Return how well each service fits one word: by its own words, by those of its kinds of help, best by both."""
        own = self._own.fits(word, is_begun=is_begun)
        of_kinds = self._of_kinds.fits(word, is_begun=is_begun)
        for other in self._meaning_the_same(word):
            self._own.lift_alike(own, other)
            self._of_kinds.lift_alike(of_kinds, other)
        said = numpy.zeros_like(own)
        for at in numpy.flatnonzero(of_kinds):
            self._lift(said, self._kinds[at], int(of_kinds[at]))
        fits: Fits = numpy.maximum(own, said) + ((own > 0) & (said > 0))
        if not fits.any():
            parts = halves(word, self._is_form)
            return fits if parts is None else numpy.minimum(*(self._fit(part, is_begun=True) for part in parts))
        return fits

    def _lift(self, fits: Fits, kind: KindId, fit: int) -> None:
        """Let all services that give a kind of help fit at least so well."""
        holders = self._columns.kinds.get(kind)
        if holders is not None:
            fits[holders] = numpy.maximum(fits[holders], fit)

    def _meaning_the_same(self, word: str) -> set[str]:
        return {other for stem in stems_of(word) for other in self._alike.get(stem, ())} - {word}

    def _is_known(self, word: str) -> bool:
        if self._own.holds(word) or self._of_kinds.holds(word) or self._is_form(word):
            return True
        is_meant = word in self._silent or self._phrases.holds(word) or bool(self._meaning_the_same(word))
        return is_meant or halves(word, self._is_form) is not None

    def _is_form(self, word: str) -> bool:
        return self._own.holds_form(word) or self._of_kinds.holds_form(word)

    def _known(self) -> dict[str, int]:
        """Return all words that a misspelt one may stand for, with how many services hold them."""
        known = dict.fromkeys(self._phrases.words, 1)
        known.update(zip(self._own.words, self._own.counts, strict=True))
        for word in self._of_kinds.words:
            known[word] = known.get(word, 0) + CHOSEN
        return known


def _words_held(service: Service) -> dict[str, int]:
    """Return the words of a service, each with the best field it stands in; what it is not for is left out."""
    text = service.description, service.eligibility, service.fees, service.schedule, service.alert
    places = (f"{each.address} {each.city} {each.pc4}" for each in service.locations)
    found: dict[str, int] = {}
    for field, told in (
        (DESCRIPTION, " ".join(f"{each.nl} {each.en}" for each in text)),
        (DESCRIPTION, " ".join(each.number for each in service.phones)),
        (PLACE, " ".join(places)),
        (ORGANIZATION, f"{service.organization.name} {service.contact.name}"),
        (NAME, f"{service.name} {service.alternate_name}"),
    ):
        found.update(dict.fromkeys(words_of(told), field))
    return found


def _words_said(kind: KindId, words: SearchWords) -> dict[str, int]:
    """Return the words of a kind of help: its name, its id, and what people say; phrases are looked for as a whole."""
    said = [each for each in words.synonyms.said.get(kind, ()) if len(each.split()) == 1]
    found = dict.fromkeys(words_of(" ".join(said)), SAID)
    name = words.names[kind]
    found.update(dict.fromkeys(words_of(f"{name.nl} {name.en} {kind.replace('_', '-')}"), KIND))
    return found
