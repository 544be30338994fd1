"""Distance between the points of two PC4 areas, as the crow flies, without false precision."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

EARTH_KM = 6371.0
SAID_KM = (0, 1, 2, 3, 4, 5, 7, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 300)
"""The distances that are said, in kilometres: the point of a PC4 area is off by half a kilometre in the median and by
four at worst (resources/geo/README.md), and nobody chooses between 31 and 33. Source: eigen oordeel."""
_HALF_WAY = tuple((less + more) / 2 for less, more in pairwise(SAID_KM))


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place on earth in degrees (WGS 84), with the name of the place."""

    latitude: float
    longitude: float
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostcodeMap:
    """The points of all known PC4 codes. Source: GeoNames, see resources/geo/README.md."""

    points: Mapping[str, Point]

    def distance_km(self, one: str, other: str) -> float | None:
        """Return the kilometres between two codes, 0.0 within one code, or None where a code is unknown."""
        start, end = self.points.get(one), self.points.get(other)
        if start is None or end is None:
            return None
        return 0.0 if one == other else _great_circle(start, end)


def said_km(km: float) -> int:
    """Return the nearest distance that is said; two that are said alike count as equally far."""
    return SAID_KM[bisect(_HALF_WAY, km)]


def _great_circle(one: Point, other: Point) -> float:
    north, south = radians(one.latitude), radians(other.latitude)
    east = radians(other.longitude - one.longitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
