"""Search in the sociale kaart by words: without accents, by the start of words, best first."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import KindId
    from intake_app.core.text import Text
    from intake_app.directory.distance import PostcodeMap
    from intake_app.directory.model import Directory, Service

_NAME, _KIND, _REST = 4, 3, 1
_STEM = 5
"""From this length a search word that begins with a known word counts as that word: schulden, schuld."""


def plain(text: str) -> str:
    """Return `text` in lower case without accents."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in split if not unicodedata.combining(each))


def search(
    directory: Directory, words: str, kind_words: Mapping[KindId, Text], pc4: str, postcodes: PostcodeMap
) -> tuple[Service, ...]:
    """Return the services in which every word occurs, best fit first, then nearest, then by name.

    `kind_words` are the names and search words per option kind. With a `pc4` only what serves it is found.
    """
    asked = plain(words).split()
    found = []
    for service in directory.services:
        fit = _fit(service, asked, kind_words)
        if fit and (not pc4 or service.serves(pc4)):
            found.append((-fit, _reach(service, pc4, postcodes), service.name, service))
    return tuple(each[-1] for each in sorted(found, key=lambda each: each[:-1]))


def _fit(service: Service, asked: list[str], kind_words: Mapping[KindId, Text]) -> int:
    names = plain(f"{service.name} {service.organization.name}").split()
    kinds = plain(" ".join(f"{kind_words[kind].nl} {kind_words[kind].en}" for kind in service.kinds)).split()
    rest = plain(f"{service.description.nl} {service.description.en}").split()
    total = 0
    for word in asked:
        best = max(
            _NAME * any(each.startswith(word) for each in names),
            _KIND * any(each.startswith(word) or (len(each) >= _STEM and word.startswith(each)) for each in kinds),
            _REST * any(word in each for each in rest),
        )
        if not best:
            return 0
        total += best
    return total


def _reach(service: Service, pc4: str, postcodes: PostcodeMap) -> float:
    if service.location is None or not pc4:
        return 0.0
    km = postcodes.distance_km(pc4, service.location.pc4)
    return 1_000.0 if km is None else km
