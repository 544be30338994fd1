"""Many records in little memory: a list of 100,000 services is 450 MB as JSON, and a quarter of that pressed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, MutableMapping
from typing import TYPE_CHECKING

from typing_extensions import override

if TYPE_CHECKING:
    from intake_app.directory.records import Key, Packed

_QUICK = 1
"""The level of zlib that takes the least time; the best one would save a tenth more."""


class Packs(MutableMapping["Key", "Packed"]):
    """Records by their keys, each pressed on its own."""

    def __init__(self, records: Iterable[tuple[Key, Packed]] = ()) -> None:
        """Begin with these records."""
        self._pressed: dict[Key, bytes] = {}
        self.update(records)

    @override
    def __getitem__(self, key: Key) -> Packed:
        return zlib.decompress(self._pressed[key])

    @override
    def __setitem__(self, key: Key, data: Packed) -> None:
        self._pressed[key] = zlib.compress(data, _QUICK)

    @override
    def __delitem__(self, key: Key) -> None:
        del self._pressed[key]

    @override
    def __iter__(self) -> Iterator[Key]:
        return iter(self._pressed)

    @override
    def __len__(self) -> int:
        return len(self._pressed)

    @override
    def __contains__(self, key: object) -> bool:
        return key in self._pressed
