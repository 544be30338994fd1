"""Everything about one person as JSON; its schema is `resources/schema/person-export.schema.json`."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake_app.practice.person_record import PersonRecord

FORMAT = "intake-person/1"


def person_json(record: PersonRecord) -> bytes:
    """Return the record as JSON: readable names in alphabetical order, days and moments by ISO 8601."""
    found = {"format": FORMAT, **asdict(record)}
    text = json.dumps(found, sort_keys=True, indent=2, ensure_ascii=False, default=_plain)
    return f"{text}\n".encode()


def _plain(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
