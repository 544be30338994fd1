"""The same thing met twice in one file: what one copy says beyond the other is added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Clash = Callable[[str], None]
"""Told the field in which two copies contradict each other; the first one stays."""


def add_all(old: dict[str, Any], new: dict[str, Any], clash: Clash) -> None:
    """Put into `old` what only `new` says; lists of objects are joined by their ids."""
    for name, value in new.items():
        have = old.get(name, "")
        if have == "":
            old[name] = value
        elif _are_objects(have) and _are_objects(value):
            old[name] = joined((*have, *value), clash)
        elif value not in ("", have):
            clash(name)


def joined(objects: Sequence[dict[str, Any]], clash: Clash) -> list[dict[str, Any]]:
    """Return the objects, each id once, in the order in which they were met."""
    if len(objects) == len({each["id"] for each in objects}):
        return list(objects)
    found: dict[str, dict[str, Any]] = {}
    for each in objects:
        have = found.setdefault(each["id"], each)
        if have is not each:
            add_all(have, each, clash)
    return list(found.values())


def _are_objects(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) and "id" in each for each in value)
