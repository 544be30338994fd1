"""Many records in little memory: a list of 100,000 services is 450 MB as JSON, and a third of that pressed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, MutableMapping
from typing import TYPE_CHECKING

from typing_extensions import override

from intake_app.directory.documents.own_taxonomy import PARTICULARS, own_id

if TYPE_CHECKING:
    from intake_app.directory.records import Key, Packed

_QUICK, _WINDOW, _MEMORY = 1, 15, 8
"""The level of zlib that takes the least time; the best one would save a tenth more. Else as zlib itself has it."""
_LOCATION = (
    '{"accessibility":[{"description":"","id":""}],"addresses":[{"address_1":"","address_type":"physical","city":"",'
    '"country":"NL","id":"","postal_code":"","state_province":""}],"id":"","location_type":"physical"}'
)
_SERVICE = (
    '],"contacts":[{"attributes":[{"id":"","name":"","cost_options":[{"amount":,"currency":"EUR","id":"","option":"'
    '"description":"","fees_description":"","id":"","languages":[{"code":"nl","id":"","minimum_age":,"organization_id":'
    '"phones":[{"id":"","number":"","schedules":[{"byday":"MO,TU,WE,TH,FR","closes_at":"17:00","freq":"WEEKLY","id":"'
    '","opens_at":"09:00"}],"service_areas":[{"extent":"","extent_type":"text","id":""}],"service_at_locations":[{"id":'
    '"","location_id":""}],"status":"active"}'
)
_TERMS = "".join(
    f'"link_id":"","link_entity":"service","taxonomy_term_id":"{own_id("term", code)}","value":"true"}},{{"id":"'
    for code in PARTICULARS
)
_TYPICAL = f"{_LOCATION}{_SERVICE}{_TERMS}".encode()
"""What stands in most records; what is pressed points to it. Saves a third."""
_PRESS = zlib.compressobj(_QUICK, zlib.DEFLATED, _WINDOW, _MEMORY, zlib.Z_DEFAULT_STRATEGY, _TYPICAL)
_UNPRESS = zlib.decompressobj(_WINDOW, _TYPICAL)


def pressed(data: bytes) -> bytes:
    """Return data about services in as few bytes as takes little time."""
    press = _PRESS.copy()
    return press.compress(data) + press.flush()


def unpressed(data: bytes) -> bytes:
    """Return what was pressed, also several things one after the other."""
    found = b""
    while data:
        unpress = _UNPRESS.copy()
        found += unpress.decompress(data)
        data = unpress.unused_data
    return found


class Packs(MutableMapping["Key", "Packed"]):
    """Records by their keys, each pressed on its own."""

    def __init__(self, records: Iterable[tuple[Key, Packed]] = ()) -> None:
        """Begin with these records."""
        self._pressed: dict[Key, bytes] = {}
        self._last: tuple[Key, Packed] | None = None
        self.update(records)

    @override
    def __getitem__(self, key: Key) -> Packed:
        last = self._last  # most records are asked for several times, one after the other
        if last is None or last[0] != key:
            last = self._last = (key, unpressed(self._pressed[key]))
        return last[1]

    @override
    def __setitem__(self, key: Key, data: Packed) -> None:
        self._pressed[key] = pressed(data)
        self._last = (key, data)

    @override
    def __delitem__(self, key: Key) -> None:
        del self._pressed[key]
        self._last = None

    @override
    def __iter__(self) -> Iterator[Key]:
        return iter(self._pressed)

    @override
    def __len__(self) -> int:
        return len(self._pressed)

    @override
    def __contains__(self, key: object) -> bool:
        return key in self._pressed
