"""Answers and the ways not to have one. None of them is ever read as "no problem"."""

from __future__ import annotations

from dataclasses import dataclass

Value = str | float | tuple[str, ...]
"""A code, a text or an ISO date; a number; or the chosen codes of a multiple choice, in the order of the question."""

NOT_ALONE = "niet alleen"
"""The reason of a question that could not be asked because somebody was in hearing (practice.md §2.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The person answered."""

    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """The person does not want to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotKnown:
    """The person does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAsked:
    """The question was left out on purpose; `reason` says why."""

    reason: str


Answer = Given | Declined | NotKnown | NotAsked
