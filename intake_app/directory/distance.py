"""Distance between the points of two PC4 areas, as the crow flies, without false precision."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

EARTH_KM = 6371.0


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


def _great_circle(one: Point, other: Point) -> float:
    north, south = radians(one.latitude), radians(other.latitude)
    east = radians(other.longitude - one.longitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
