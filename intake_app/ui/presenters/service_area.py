"""The area that a service serves, as one types it: "heel Nederland", or "2500-2599; 2611"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake_app.core.text import Language
from intake_app.directory.model import Service

_EVERYWHERE = {"nl": "heel Nederland", "en": "the whole of the Netherlands"}
_ALSO_EVERYWHERE = frozenset({"nederland", "landelijk", "nl", "netherlands", "the netherlands", "nationwide"})
_RANGE = re.compile(r"([1-9]\d{3})(?:\s*(?:-|–|\.\.|tot|t/m|to)\s*([1-9]\d{3}))?", re.IGNORECASE)
_BETWEEN = re.compile(r"[;,\n]+")

Area = tuple[bool, tuple[tuple[int, int], ...]]
"""Whether it is everywhere, and else the pairs of PC4 codes, first and last."""


def area_text(service: Service, language: Language) -> str:
    """Return the area as one would type it."""
    if service.nationwide:
        return _EVERYWHERE[language]
    return ranges_text(service.service_area)


def ranges_text(ranges: Sequence[tuple[int, int]]) -> str:
    """Return pairs of PC4 codes as "2500-2599; 2611"."""
    return "; ".join(f"{low}" if low == high else f"{low}-{high}" for low, high in ranges)


def read_area(text: str) -> Area | None:
    """Return what was typed; None where it is no area."""
    words = text.strip().casefold()
    if words in _ALSO_EVERYWHERE or words in {each.casefold() for each in _EVERYWHERE.values()}:
        return True, ()
    found = [_RANGE.fullmatch(part.strip()) for part in _BETWEEN.split(text) if part.strip()]
    ranges = tuple((int(each[1]), int(each[2] or each[1])) for each in found if each)
    return (False, ranges) if len(ranges) == len(found) else None
