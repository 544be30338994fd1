"""Which service of a file is which service here: by id, else by name and postcode, else by name and organisation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from intake_app.directory.documents.fields import text_of
from intake_app.directory.documents.view import location_of
from intake_app.directory.finding.words import plain
from intake_app.directory.records import Key, RecordKind, unpacked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from intake_app.directory.model import Service
    from intake_app.directory.records import Records

MOST_CANDIDATES = 10
"""More than so many services that one line may be, nobody looks through. Source: eigen oordeel."""
_WORD = re.compile(r"[^\W_]+")
_LEGAL = frozenset(
    {"stichting", "vereniging", "cooperatie", "bv", "b", "v", "nv", "n", "vof", "cv", "ua", "u", "a", "de", "het"}
)
"""Words of a name that one list has and another leaves out."""


class _Place(msgspec.Struct, frozen=True):
    location_id: Any = ""


class _Service(msgspec.Struct, frozen=True):
    """The few fields of a document that are asked of every line: reading only these is ten times as fast."""

    name: Any = ""
    organization_id: Any = ""
    service_at_locations: list[_Place] = []


class _Named(msgspec.Struct, frozen=True):
    name: Any = ""


_SERVICE = msgspec.json.Decoder(_Service)
_NAMED = msgspec.json.Decoder(_Named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What one goes by to find a service of a file. `refers` are the records that it needs."""

    id: str
    name: str
    organization: str
    refers: tuple[Key, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """From ids of the file to the id here that is the same, and to the ids here that may be, the likeliest first."""

    sure: Mapping[str, str]
    unsure: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Face:
    """One service, of the file or from here, as it is compared; names without accents, capitals and legal forms."""

    id: str
    name: str
    organization: str
    pc4s: frozenset[str]

    def shelves(self) -> Iterator[tuple[str, str, str]]:
        """Two services may be the same only where they share one of these."""
        yield from ((self.name, "pc4", pc4) for pc4 in sorted(self.pc4s))
        if self.organization:
            yield self.name, "organization", self.organization

    def is_surely(self, other: _Face) -> bool:
        """Name and postcode are the same, and the organisations do not differ; without postcodes they are the same."""
        if not self.pc4s and not other.pc4s:
            return True
        mine, theirs = set(self.organization.split()), set(other.organization.split())
        return bool(self.pc4s & other.pc4s) and (mine <= theirs or theirs <= mine)


class Heads:
    """The heads of the services of a file: of all, or of one at a time."""

    def __init__(self, records: Records) -> None:
        """`records` are those of the file."""
        self._records = records
        self._organizations: dict[str, str] = {}

    def __iter__(self) -> Iterator[Head]:
        return (self.of(id_) for kind, id_ in self._records if kind is RecordKind.SERVICE)

    def of(self, id_: str) -> Head:
        """Return the head of one service."""
        found = _SERVICE.decode(self._records[RecordKind.SERVICE, id_])
        owner = text_of(found.organization_id)
        places = dict.fromkeys(text_of(place.location_id) for place in found.service_at_locations)
        refers = [(RecordKind.ORGANIZATION, owner), *((RecordKind.LOCATION, place) for place in places)]
        return Head(
            id=id_,
            name=text_of(found.name),
            organization=self._name_of(owner),
            refers=tuple(key for key in refers if key in self._records),
        )

    def _name_of(self, owner: str) -> str:
        if owner not in self._organizations:
            data = self._records.get((RecordKind.ORGANIZATION, owner))
            self._organizations[owner] = "" if data is None else text_of(_NAMED.decode(data).name)
        return self._organizations[owner]


def matches_of(heads: Sequence[Head], records: Records, services: Iterable[Service]) -> Matches:
    """Find what is the same. What is in the file under its own id is nobody else's; the order of both means nothing."""
    here = {str(service.id): service for service in services}
    sure = {head.id: head.id for head in heads if head.id in here}
    free = [_face_here(service) for id_, service in here.items() if id_ not in sure]
    names = {face.name for face in free}
    comers = [_face_of(head, records) for head in heads if head.id not in sure and _bare(head.name) in names]
    near = _near(comers, free)
    surely = {face.id: [other.id for other in near[face.id] if face.is_surely(other)] for face in comers}
    claims = Counter(id_ for ids in surely.values() for id_ in ids)
    sure |= {id_: ids[0] for id_, ids in surely.items() if len(ids) == 1 and claims[ids[0]] == 1}
    taken, unsure = set(sure.values()), {}
    for face in comers:
        likely = dict.fromkeys([*surely[face.id], *(other.id for other in near[face.id])])
        if face.id not in sure and (left := [id_ for id_ in likely if id_ not in taken]):
            unsure[face.id] = tuple(left[:MOST_CANDIDATES])
    return Matches(sure=sure, unsure=unsure)


def _near(comers: Iterable[_Face], free: Collection[_Face]) -> dict[str, list[_Face]]:
    """Return for each that comes those that are here under one of its keys, by id."""
    shelves: dict[tuple[str, str, str], list[_Face]] = defaultdict(list)
    for face in sorted(free, key=lambda each: each.id):
        for key in face.shelves():
            if len(shelves[key]) <= MOST_CANDIDATES:
                shelves[key].append(face)
    return {face.id: _once(each for key in face.shelves() for each in shelves.get(key, ())) for face in comers}


def _once(faces: Iterable[_Face]) -> list[_Face]:
    return list({face.id: face for face in faces}.values())


def _face_of(head: Head, records: Records) -> _Face:
    places = (location_of(unpacked(records[key])) for key in head.refers if key[0] is RecordKind.LOCATION)
    pc4s = frozenset(place.pc4 for place in places if place.pc4)
    return _Face(id=head.id, name=_bare(head.name), organization=_bare(head.organization), pc4s=pc4s)


def _face_here(service: Service) -> _Face:
    return _Face(
        id=str(service.id),
        name=_bare(service.name),
        organization=_bare(service.organization.name),
        pc4s=frozenset(place.pc4 for place in service.locations if place.pc4),
    )


def _bare(name: str) -> str:
    words = _WORD.findall(plain(name))
    return " ".join(word for word in words if word not in _LEGAL) or " ".join(words)
