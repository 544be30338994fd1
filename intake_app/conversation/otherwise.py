"""Deciding otherwise than the rules say: what may never be, and what asks for a reason.

The practitioner and the person decide. A flag that waits comes first; everything else can be chosen, or left, with a
reason that is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.advice.plan import DecidedBy, Decision
from intake_app.advice.proposals import ENOUGH
from intake_app.core.ids import KindId
from intake_app.core.problems import problem
from intake_app.triage.model import KindState

if TYPE_CHECKING:
    from intake_app.advice.plan import Choice
    from intake_app.core.problems import Problem
    from intake_app.triage.outcome import KindOutcome

OWN_STEP = KindId("eigen_stap")
"""What somebody does alone needs nobody's leave and no reason."""


def is_against(choice: Choice, outcome: KindOutcome, *, is_flagged: bool) -> bool:
    """Tell whether a decision goes against what the rules say of a kind; `is_flagged`: a flag is raised.

    That the talk was enough goes against an argument, or against a flag, and against nothing else.
    """
    if choice.decision is Decision.DECLINED:
        return outcome.state is KindState.SUGGESTED
    if choice.kind == ENOUGH:
        return is_flagged or bool(outcome.against)
    return outcome.state is KindState.BLOCKED


def refused(choice: Choice, outcome: KindOutcome, *, is_flagged: bool) -> tuple[Problem, ...]:
    """Return why a decision cannot be kept; nothing where it can.

    What a flag that waits holds back is not chosen before is recorded what was done. What the rules block is chosen
    with a reason, and what they suggest is left by the practitioner with a reason. The person owes none for leaving.
    That the talk was enough is said freely while nothing speaks against it.
    """
    if choice.decision is not Decision.DECLINED and outcome.blocked_by:
        return tuple(problem("flag_not_recorded", flag) for flag in outcome.blocked_by)
    owes_none = choice.kind == OWN_STEP or (choice.decision is Decision.DECLINED and choice.by is DecidedBy.PERSON)
    if is_against(choice, outcome, is_flagged=is_flagged) and not owes_none and not choice.reason.strip():
        return (problem("reason_missing", choice.kind),)
    return ()
