"""Who serves a postcode, and how far away that is, for all services at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy

from intake_app.directory.distance import said_km
from intake_app.directory.query import Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from intake_app.directory.distance import PostcodeMap
    from intake_app.directory.model import Service

DIGITS, NO_CODE = 4, 10_000
"""Digits of a PC4 code, and the first number that is none: areas of a foreign list may hold any number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What a postcode makes of the services, in their order.

    Attributes:
        serves: who may be used by somebody who lives there.
        said_km: to the nearest place of each, as it is said; infinite where unknown.
        hits: each service as a find, with the distance.
    """

    serves: NDArray[numpy.bool_]
    said_km: NDArray[numpy.float64]
    hits: tuple[Hit, ...]


class Places:
    """The places and areas of services. The last postcode asked is kept: a search asks the same one at every key."""

    def __init__(self, services: Sequence[Service], postcodes: PostcodeMap) -> None:
        self._services, self._postcodes = services, postcodes
        self._everywhere = numpy.array([one.nationwide or not one.service_area for one in services], bool)
        areas = [
            (at, min(low, NO_CODE), min(high, NO_CODE))
            for at, one in enumerate(services)
            for low, high in one.service_area
        ]
        self._area_of, self._low, self._high = numpy.array(areas, numpy.int64).reshape(-1, 3).T
        codes: dict[str, int] = {}
        stands = [
            (at, codes.setdefault(place.pc4, len(codes)))
            for at, one in enumerate(services)
            for place in one.locations
            if place.pc4
        ]
        self._codes = tuple(codes)
        self._place_of, self._code_of = numpy.array(stands, numpy.int64).reshape(-1, 2).T
        self._last = ("", self._nowhere())

    def reach(self, pc4: str) -> Reach:
        """Return the reach from a postcode; without one everybody is served and no distance is known."""
        asked, found = self._last
        if asked != pc4:
            found = self._from(pc4) if pc4 else self._nowhere()
            self._last = (pc4, found)
        return found

    def _nowhere(self) -> Reach:
        size = len(self._services)
        hits = tuple(Hit(service=one) for one in self._services)
        return Reach(serves=numpy.ones(size, bool), said_km=numpy.full(size, numpy.inf), hits=hits)

    def _from(self, pc4: str) -> Reach:
        serves = self._everywhere.copy()
        if pc4.isdecimal() and len(pc4) == DIGITS:
            serves[self._area_of[(self._low <= int(pc4)) & (int(pc4) <= self._high)]] = True
        found = [self._postcodes.distance_km(pc4, code) for code in self._codes]
        each = numpy.array([numpy.inf if one is None else one for one in found], float)
        km = numpy.full(len(self._services), numpy.inf)
        numpy.minimum.at(km, self._place_of, each[self._code_of])
        known = [None if one == numpy.inf else one for one in km.tolist()]
        said = numpy.array([numpy.inf if one is None else said_km(one) for one in known], float)
        pairs = zip(self._services, known, strict=True)
        return Reach(serves=serves, said_km=said, hits=tuple(Hit(service=one, distance_km=far) for one, far in pairs))
