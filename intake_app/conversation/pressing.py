"""What asks for haste now: every rule behind the urgency, each with its own level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.core.ids import RuleId
from intake_app.triage.model import FlagEffect, Urgency

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.triage.outcome import Assessment

POSSIBLE = "possible:"
"""Stands before a clause of a flag that must still be asked on. The same clause counts anew when the flag is raised."""


def pressing(assessment: Assessment) -> Mapping[RuleId, Urgency]:
    """Return every clause and rule of urgency that presses now, with how soon it asks for something.

    The most of these levels is the urgency of the assessment. A flag that is possible and would wait asks for
    overleg today at most.
    """
    found = {reason.rule: reason.level for reason in assessment.urgency_reasons if reason.level is not None}
    for flag in assessment.raised():
        found.update((clause.id, clause.urgency) for clause in flag.all_clauses)
    for flag in assessment.possible():
        if flag.effect is FlagEffect.WAITS:
            found.update(
                (RuleId(POSSIBLE + clause.id), min(clause.urgency, Urgency.TODAY)) for clause in flag.all_clauses
            )
    return found
