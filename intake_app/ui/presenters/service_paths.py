"""A fact of an entry by its path: `name`, `description.nl`, `contact.reachable.en`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Whole = TypeVar("Whole", bound="DataclassInstance")


def at(whole: object, path: str) -> Any:  # noqa: ANN401  whatever the fact is
    """Return the fact that stands at a path."""
    for name in path.split("."):
        whole = getattr(whole, name)
    return whole


def put(whole: Whole, path: str, value: object) -> Whole:
    """Return the same with another fact at a path."""
    first, _, rest = path.partition(".")
    inner = put(getattr(whole, first), rest, value) if rest else value
    return replace(whole, **{first: inner})
