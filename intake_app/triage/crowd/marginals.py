"""How often people of the synthetic population give each answer, and how answers hang together.

It is not a cohort and says nothing about real people: it serves to try the rules and to choose the next question.
Loads tell how strongly an answer goes with a factor that nobody is asked about (general strain, one area of life,
age); their squares add up to one at most, the rest is chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.text import Text
    from intake_app.triage.model import Origin

Loads = tuple[tuple[str, float], ...]
SET_FACTS = ("present", "wish_topics", "strength_topics")
"""Facts of the talk that hold several codes at once."""
NUMBER_FACTS = ("age",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Whole numbers between `low` and `high`, both included, equally often."""

    low: int
    high: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Marginal:
    """The answers to one question, or one fact of the talk, among those to whom it applies.

    Exactly one of three is filled: `shares` (one answer; along the factors, light to heavy), `each` (a multiple
    choice: how often each code is chosen) or `bands` (a number; along the factors too).
    """

    shares: tuple[tuple[str, float], ...] = ()
    each: tuple[tuple[str, float], ...] = ()
    bands: tuple[Band, ...] = ()
    declined: float = 0.0
    not_known: float = 0.0
    loads: Loads = ()
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Marginals:
    """The whole population: a marginal per question and per fact, by column. `warning` goes with every figure."""

    version: str
    warning: Text
    factors: tuple[str, ...]
    columns: Mapping[str, Marginal]
