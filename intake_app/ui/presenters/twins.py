"""Two entries that may be the same, side by side: what differs, which side is taken for each fact, and the outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from intake_app.directory.twins import merged
from intake_app.ui.presenters.service_paths import put
from intake_app.ui.presenters.service_words import fact_words

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.core.ids import ServiceId
    from intake_app.directory.checks import Twins
    from intake_app.directory.model import Service
    from intake_app.practice.upkeep import BatchLine, Upkeep

FACTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("name",),
        "alternate_name": ("alternate_name",),
        "organization": ("organization",),
        "kinds": ("kinds",),
        "description": ("description",),
        "not_for": ("not_for",),
        "availability": ("availability",),
        "alert": ("alert",),
        "phones": ("phones", "phone_assured"),
        "contact": ("contact",),
        "url": ("url",),
        "email": ("email",),
        "self_referral": ("self_referral", "referral_by"),
        "required_documents": ("required_documents",),
        "wait_days": ("wait_days", "wait_on"),
        "free_places": ("free_places", "free_places_on"),
        "opening": ("opening", "schedule"),
        "locations": ("locations",),
        "service_area": ("service_area", "nationwide"),
        "remote": ("remote",),
        "age": ("minimum_age", "maximum_age"),
        "genders": ("genders",),
        "eligibility": ("eligibility",),
        "languages": ("languages",),
        "group_setting": ("group_setting",),
        "easy_reading": ("easy_reading",),
        "fees": ("free", "fees", "costs"),
        "assured": ("assured_date", "assured_by", "assured_how", "status"),
        "source": ("source", "source_url"),
        "never_offer": ("never_offer",),
        "example": ("example",),
    }
)
"""What is compared, in order: a fact, and the fields of `Service` that go together with it."""


class Side(StrEnum):
    """Which of the two."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One fact of both, in words; `side` is where the outcome comes from, None where it comes from both."""

    fact: str
    name: str
    left: str
    right: str
    outcome: str
    differs: bool
    side: Side | None


class TwinPair:
    """One pair. The entry that the practice keeps itself stays, else the one that was checked last, with its id."""

    def __init__(self, desk: Desk, upkeep: Upkeep, twins: Twins) -> None:
        """Begin with what merging proposes: the facts of the one that stays, filled up from the other."""
        self._desk, self._upkeep = desk, upkeep
        self.left, self.right, self.shared = twins.one, twins.other, twins.shared
        rank = {side: (upkeep.is_own(each.id), each.assured_date) for side, each in self._sides().items()}
        self.stays = Side.RIGHT if rank[Side.RIGHT] > rank[Side.LEFT] else Side.LEFT
        self.outcome = merged(self._sides()[self.stays], self._sides()[self._goes()])

    def _sides(self) -> Mapping[Side, Service]:
        return {Side.LEFT: self.left, Side.RIGHT: self.right}

    def _goes(self) -> Side:
        return Side.LEFT if self.stays is Side.RIGHT else Side.RIGHT

    @property
    def key(self) -> frozenset[ServiceId]:
        """Which two it is about."""
        return frozenset({self.left.id, self.right.id})

    def rows(self) -> tuple[Compared, ...]:
        """Return every fact that at least one of them has; those that differ first, in the order of the form."""
        made = [self._row(fact) for fact in FACTS]
        told = [row for row in made if row.left or row.right]
        return tuple(sorted(told, key=lambda row: not row.differs))

    def _row(self, fact: str) -> Compared:
        left, right, outcome = (_facts(each, fact) for each in (self.left, self.right, self.outcome))
        differs = left != right
        sides = [side for side, those in ((Side.LEFT, left), (Side.RIGHT, right)) if those == outcome]
        return Compared(
            fact=fact,
            name=self._desk.text(f"service_field.{fact}"),
            left=fact_words(self._desk, self._upkeep, self.left, fact),
            right=fact_words(self._desk, self._upkeep, self.right, fact),
            outcome=fact_words(self._desk, self._upkeep, self.outcome, fact),
            differs=differs,
            side=sides[0] if differs and sides else None,
        )

    def choose(self, fact: str, side: Side) -> None:
        """Take a fact from this side."""
        for name, value in _facts(self._sides()[side], fact).items():
            self.outcome = put(self.outcome, name, value)

    def merge(self) -> BatchLine | None:
        """Make one of the two; None where there was nothing to do. Raises `ProblemsError`."""
        return self._upkeep.merge(self.outcome, self._sides()[self._goes()].id)


def _facts(service: Service, fact: str) -> dict[str, object]:
    return {name: getattr(service, name) for name in FACTS[fact]}
