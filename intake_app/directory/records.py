"""What the store keeps of the sociale kaart: HSDS 3.0 objects, whole, so that nothing of a file is lost.

Five things have a life of their own and are a record each; everything else (telephone numbers, opening hours, …) lies
inside the record that it belongs to, as HSDS nests it. A record refers to another by its id: a service by
`organization_id`, its `service_at_locations` by `location_id`, an attribute by `taxonomy_term_id`. Fields that HSDS
does not know stay in the document too. What a file holds beside those five, because it names no owner or one that is
not in the file, is a loose record, so that it goes out again as it came.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

Document = Mapping[str, Any]
"""A JSON object with the field names of HSDS 3.0. Never changed in place: a change makes a new one."""


class RecordKind(StrEnum):
    """A record by its HSDS name. The id of a loose one is its entity, a slash, and its own id."""

    ORGANIZATION = "organization"
    LOCATION = "location"
    SERVICE = "service"
    TAXONOMY = "taxonomy"
    TAXONOMY_TERM = "taxonomy_term"
    LOOSE = "loose"


Key = tuple[RecordKind, str]
"""What names a record: its kind and its id."""
Packed = bytes
"""A document as JSON in one fixed form (`packed`): equal documents are equal bytes. So the store keeps it."""
Records = Mapping[Key, Packed]
"""Records by their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """One record that comes, changes, or goes (`after` is None)."""

    kind: RecordKind
    id: str
    after: Packed | None


def packed(document: Document) -> Packed:
    """Return a document as JSON with its keys in order."""
    return msgspec.json.encode(document, order="deterministic")


def unpacked(data: Packed) -> Document:
    """Return the document; what the store kept is always one."""
    return msgspec.json.decode(data, type=dict[str, Any])
