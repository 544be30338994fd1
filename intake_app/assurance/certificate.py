"""The certificate: which properties were proved, of exactly which content.

It is bound to the fingerprints of the parts that decide an outcome. When one letter of them changes, it no longer
covers the content, and screens and documents say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import Fingerprint

COVERED = ("questionnaire", "rules", "options")
"""The parts of the content that a certificate covers; the safety properties stand among the rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """One property that holds, with the number of questions that were put to the solver."""

    property: str
    queries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What was proved, of which content, by which solver and on which day (ISO date)."""

    fingerprints: Mapping[str, Fingerprint]
    proved: tuple[Proved, ...]
    solver: str
    date: str

    def covers(self, fingerprints: Mapping[str, Fingerprint]) -> bool:
        """Tell whether it was made for exactly this content."""
        return all(self.fingerprints.get(part) == fingerprints.get(part, "") for part in COVERED)
