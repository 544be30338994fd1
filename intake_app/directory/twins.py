"""Entries that may be the same, and one entry out of two.

Only entries that have something in common are compared: a telephone number, a web page, an address, or the beginning of
the name in the same postcode. Services of one organization share much and are not the same, so the names decide.
All bounds are `eigen oordeel`: of the national entries no two are taken for the same, and names with
a slip of the hand, another order of words or a legal form are.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from intake_app.directory.checks import Twins
from intake_app.directory.finding.words import plain
from intake_app.directory.model import Contact
from intake_app.directory.telephone import dialled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from intake_app.directory.model import Service

ALIKE = 88.0
"""From this likeness on (0 to 100, by rapidfuzz) two names may be the same."""
RATHER_ALIKE = 75.0
"""From here on too, where the address and another thing are shared, and both offer the same kind of help."""
NEIGHBOURS = 12
"""With how many others an entry is compared in a group of hundreds that share one thing, in the order of the names."""
_BEGINNING = 4
"""Letters of a name that must be the same within one postcode."""
_WORD = re.compile(r"[^\W_]+")
_SAYS_NOTHING = frozenset(
    ("stichting", "vereniging", "stg", "bv", "nv", "vof", "cooperatie", "de", "het", "een", "van", "en", "the", "of")
)
"""Legal forms and little words, which are left out of one name and stand in another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Face:
    """What of an entry is compared: the name as one word, and as words in order.

    `marks` are numbers and single letters in it: group 2 is not group 3.
    """

    service: Service
    name: str
    sorted_name: str
    marks: frozenset[str]
    numbers: frozenset[str]
    page: str
    addresses: frozenset[str]
    postcodes: frozenset[str]


def twins(services: Iterable[Service]) -> tuple[Twins, ...]:
    """Return the pairs that may be the same, the likeliest first; the order of `services` means nothing.

    In `shared` stand `name`, `number`, `address` and `website`.
    """
    faces = sorted(map(_face, services), key=lambda each: (each.name, sorted(each.postcodes), each.service.id))
    found = []
    for one, other in _pairs(faces):
        likeness = _likeness(one, other)
        shared = _shared(one, other, likeness)
        if _may_be_same(one, other, likeness, shared):
            first, second = sorted((one.service, other.service), key=lambda each: each.id)
            rank = (-len(shared), -likeness, first.id, second.id)
            found.append((rank, Twins(one=first, other=second, shared=shared)))
    return tuple(pair for _, pair in sorted(found, key=lambda each: each[0]))


def merged(kept: Service, gone: Service) -> Service:
    """Return `kept` with what it lacks taken from `gone`; what belongs together comes together.

    What is only yes or no stays as it was: nobody can see whether a no was ever asked.
    """
    taken: dict[str, object] = {}
    for together in _TOGETHER:
        if not any(_says(getattr(kept, name)) for name in together):
            taken |= {name: getattr(gone, name) for name in together}
    # The fields are those of the class, each with a value of its own type out of another entry.
    return replace(kept, **taken)  # type: ignore[arg-type]


_TOGETHER = (
    ("wait_days", "wait_on"),
    ("free_places", "free_places_on"),
    ("minimum_age", "maximum_age"),
    ("nationwide", "service_area"),
    ("assured_date", "assured_by", "assured_how"),
    ("phones", "phone_assured"),
    ("source", "source_url"),
    *((name,) for name in ("kinds", "description", "alternate_name", "alert", "url", "email", "contact", "fees")),
    *((name,) for name in ("costs", "genders", "eligibility", "required_documents", "languages", "locations")),
    *((name,) for name in ("schedule", "opening", "referral_by", "not_for", "never_offer")),
)


def _says(value: object) -> bool:
    """Tell whether a field says something; a number of nought does (no waiting time), a no does not."""
    if isinstance(value, int) and not isinstance(value, bool):
        return True
    return bool(value) and value not in (datetime.date.min, Contact())


def _face(service: Service) -> _Face:
    words = [each for each in _WORD.findall(plain(service.name)) if each not in _SAYS_NOTHING]
    places = service.locations
    return _Face(
        service=service,
        name="".join(words),
        sorted_name=" ".join(sorted(words)),
        marks=frozenset(each for each in words if len(each) == 1 or any(map(str.isdigit, each))),
        numbers=frozenset(filter(None, (dialled(each.number) for each in service.phones))),
        page=_page(service.url),
        addresses=frozenset(f"{plain(each.address)} {each.pc4 or plain(each.city)}" for each in places if each.address),
        postcodes=frozenset(filter(None, (each.pc4 for each in places))),
    )


def _page(url: str) -> str:
    """Return the host and the path of a web address, without what may be left out."""
    bare = re.sub(r"^https?://(?:www\.)?", "", url.strip().lower())
    return re.split(r"[?#]", bare)[0].rstrip("/")


def _pairs(faces: Sequence[_Face]) -> Iterator[tuple[_Face, _Face]]:
    """Return each pair that shares something once; `faces` are in the order of their names."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, face in enumerate(faces):
        for key in _keys(face):
            groups[key].append(index)
    near = {
        (one, other)
        for group in groups.values()
        for place, one in enumerate(group)
        for other in group[place + 1 : place + 1 + NEIGHBOURS]
    }
    return ((faces[one], faces[other]) for one, other in near)


def _keys(face: _Face) -> Iterator[str]:
    yield from face.numbers
    yield from face.addresses
    if face.page:
        yield face.page
    yield from (f"{pc4} {face.name[:_BEGINNING]}" for pc4 in face.postcodes or ("",))


def _likeness(one: _Face, other: _Face) -> float:
    if one.marks != other.marks:
        return 0.0
    return max(fuzz.ratio(one.name, other.name), fuzz.ratio(one.sorted_name, other.sorted_name))


def _shared(one: _Face, other: _Face, likeness: float) -> tuple[str, ...]:
    facts = {
        "name": likeness >= ALIKE,
        "number": bool(one.numbers & other.numbers),
        "address": bool(one.addresses & other.addresses),
        "website": bool(one.page) and one.page == other.page,
    }
    return tuple(fact for fact, is_shared in facts.items() if is_shared)


def _may_be_same(one: _Face, other: _Face, likeness: float, shared: tuple[str, ...]) -> bool:
    if likeness >= ALIKE:
        nowhere = not (one.postcodes or other.postcodes)
        return len(shared) > 1 or nowhere or bool(one.postcodes & other.postcodes)
    kinds = set(one.service.kinds), set(other.service.kinds)
    same_kind = not all(kinds) or bool(kinds[0] & kinds[1])
    return likeness >= RATHER_ALIKE and same_kind and "address" in shared and len(shared) > 1
