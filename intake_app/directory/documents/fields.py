"""Single values out of a document that somebody else wrote: what has the wrong form counts as absent."""

from __future__ import annotations

import datetime
import math
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from intake_app.directory.records import Document

Item = dict[str, Any]
"""A part of a document, as JSON gives it. Only the maker of a new document changes one, in its own copy."""


def text_of(value: object) -> str:
    """Return a text; a number as it is written, anything else as empty."""
    if isinstance(value, str):
        return sys.intern(str(value))  # of an enumeration too: only plain texts can be shared
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def whole_of(value: object) -> int | None:
    """Return a whole number, of a number or of its text; a fraction is cut off."""
    amount = amount_of(value)
    return None if amount is None else int(amount)


def amount_of(value: object) -> float | None:
    """Return a finite number, of a number or of its text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        amount = float(value)
    except (ValueError, OverflowError):
        return None
    return amount if math.isfinite(amount) else None


def date_of(value: object) -> datetime.date | None:
    """Return a day written as 2026-11-22; a time of day after it is left off."""
    if not isinstance(value, str):
        return None
    try:
        return datetime.date.fromisoformat(value[:10])
    except ValueError:
        return None


def items_of(document: Document, name: str) -> list[Item]:
    """Return the objects in a list of the document; no list is an empty one."""
    found = document.get(name)
    if not found or not isinstance(found, list):
        return []
    return [each for each in found if isinstance(each, dict)]
