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
REQUIRED = ("masked", "monotone", "one_outcome", "alive", "sound", "final", "not_alone", "no_score")
"""The properties that a certificate must name, each with at least one question put to the solver."""
SEMANTICS = "1"
"""The meaning of rules and routing, as docs/decisions/0002 has it. Counts up when that meaning changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """One property that holds, with the number of questions that were put to the solver."""

    property: str
    queries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What was proved, of which content, under which meaning of rules, by which solver and on which day (ISO date)."""

    fingerprints: Mapping[str, Fingerprint]
    proved: tuple[Proved, ...]
    solver: str
    semantics: str
    date: str

    def covers(self, fingerprints: Mapping[str, Fingerprint]) -> bool:
        """Tell whether all that must be proved was proved of exactly this content, as this program reads it."""
        proved = {each.property for each in self.proved if each.queries > 0}
        is_same = all(self.fingerprints.get(part) == fingerprints.get(part, "") for part in COVERED)
        return is_same and self.semantics == SEMANTICS and proved >= set(REQUIRED)
