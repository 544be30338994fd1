"""A fact of an entry by its path: `name`, `description.nl`, `contact.reachable.en`; and two changes of one entry."""

from __future__ import annotations

from dataclasses import fields, replace
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


def carried_over(mine: Whole, base: Whole, kept: Whole) -> Whole:
    """Return what is kept now, and over it every fact that was changed here since it was as in `base`."""
    names = [each.name for each in fields(mine)]
    mine_only = {name: getattr(mine, name) for name in names if getattr(mine, name) != getattr(base, name)}
    return replace(kept, **mine_only)
