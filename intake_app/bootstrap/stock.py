"""The sociale kaart of an opened store: what ships with the program, and in its place what the practice keeps."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from intake_app.bootstrap.problems import told
from intake_app.core.ids import ServiceId
from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.documents.document import records_of
from intake_app.directory.documents.view import service_of, services_of
from intake_app.directory.model import Directory
from intake_app.directory.packs import Packs
from intake_app.directory.query import Query
from intake_app.directory.records import RecordKind, unpacked

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping, Sequence

    from intake_app.bootstrap.door import StoreDoor
    from intake_app.bootstrap.knowledge import Shelf
    from intake_app.directory.finding.search import SearchIndex
    from intake_app.directory.finding.words import SearchWords
    from intake_app.directory.model import Service
    from intake_app.directory.query import Found
    from intake_app.directory.records import Key, Packed


_ALWAYS = frozenset({RecordKind.TAXONOMY, RecordKind.TAXONOMY_TERM})
"""Records that go along with every service: they say what its attributes mean."""


FEW = 200
"""Records up to which reading them one by one is quicker than reading everything."""


def _others(service: Service) -> set[str]:
    """Return the ids of the records that a service refers to."""
    return {service.organization.id, *(place.id for place in service.locations)}


class Stock:
    """All services, ready to match and to search. Any thread may call any method; the first call after a change loads.

    The records of the store are read when they are first needed: opening the store does not wait for them.
    """

    def __init__(self, door: StoreDoor, shelf: Shelf, shipped: Sequence[Service], words: SearchWords) -> None:
        """Begin with what ships; `words` are what a search knows beside the services."""
        self._door, self._shelf, self._words = door, shelf, words
        self.shipped: Mapping[ServiceId, Service] = {each.id: each for each in shipped}
        self._turn = threading.RLock()
        self._version: tuple[int, int] | None = None
        self._services: dict[ServiceId, Service] = {}
        self._own: dict[ServiceId, Service] = {}
        self._index: SearchIndex | None = None

    def refresh(self) -> None:
        """Load what the store holds now, unless nothing changed since the last time; new talks go on with it."""
        with self._turn, told():
            reader = self._door.reader
            version = (id(reader), reader.directory_version())
            if version == self._version:
                return
            kept = services_of({(kind, id_): data for kind, id_, data in reader.directory_records()})
            self._own = {each.id: each for each in kept}
            self._put(version)

    def changed(self, keys: Sequence[Key]) -> None:
        """Take over a few records that were written just now; many are loaded with all others when they are needed."""
        with self._turn, told():
            store, known = self._door.store, self._version
            if len(keys) > FEW or known is None:
                self._version = None
                return
            moved = {id_ for kind, id_ in keys if kind is not RecordKind.SERVICE}
            ids = {ServiceId(id_) for kind, id_ in keys if kind is RecordKind.SERVICE}
            for each in (*ids, *(each.id for each in self._own.values() if moved & _others(each))):
                data = store.directory_record(RecordKind.SERVICE, each)
                if data is None:
                    self._own.pop(each, None)
                else:
                    self._own[each] = service_of(unpacked(data), lambda key: store.directory_record(*key))
            self._put((id(store), store.directory_version()))

    def _put(self, version: tuple[int, int]) -> None:
        """Go on with what ships, and in its place what is kept."""
        self._services = {**self.shipped, **dict(sorted(self._own.items()))}
        self._index, self._version = None, version
        self._shelf.restock(Directory(services=tuple(self._services.values())))

    def services(self) -> tuple[Service, ...]:
        """Return all services."""
        self.refresh()
        return tuple(self._services.values())

    def service(self, id_: ServiceId) -> Service:
        """Return one service; raises `ProblemsError` `service_unknown`."""
        self.refresh()
        found = self._services.get(id_)
        if found is None:
            raise ProblemsError((problem("service_unknown"),))
        return found

    def is_own(self, id_: ServiceId) -> bool:
        """Tell whether the store holds it, so that it is not as it shipped."""
        self.refresh()
        return id_ in self._own

    def search(self, query: Query) -> Found:
        """Search; slow the first time after a change."""
        with self._turn:
            self.refresh()
            if self._index is None:
                from intake_app.directory.finding.search import SearchIndex  # noqa: PLC0415  it loads numpy

                self._index = SearchIndex(tuple(self._services.values()), self._words, self._shelf.postcodes)
            index = self._index
        return index.search(query)

    def warm(self, today: datetime.date) -> None:
        """Load, and make matching and searching ready."""
        self.search(Query())
        self._shelf.newest.supply.matcher.warm(today)

    def kept(self) -> Packs:
        """Return all records of the store."""
        with told():
            return Packs(((kind, id_), data) for kind, id_, data in self._door.reader.directory_records())

    def records(self, services: Iterable[Service]) -> dict[Key, Packed]:
        """Return what the store keeps of these services, their organizations and their places; none for what ships."""
        keys: dict[Key, None] = {}
        for each in services:
            keys[RecordKind.SERVICE, each.id] = None
            keys[RecordKind.ORGANIZATION, each.organization.id] = None
            keys.update(dict.fromkeys((RecordKind.LOCATION, place.id) for place in each.locations))
        with told():
            found = {key: self._door.store.directory_record(*key) for key in keys if key[1]}
        return {key: data for key, data in found.items() if data is not None}

    def all_records(self, ids: frozenset[ServiceId] | None = None) -> Packs:
        """Return the records of these services, or of all; what ships is made into records too."""
        chosen = [each for each in self.services() if ids is None or each.id in ids]
        kept = self.kept()
        if ids is None:
            for each in chosen:
                if each.id not in self._own:
                    kept.update(records_of(each, kept))
            return kept
        found = Packs((key, data) for key, data in kept.items() if key[0] in _ALWAYS)
        for each in chosen:
            found.update(records_of(each, kept))
        return found
