"""Who around the person may be named outside the drawing itself: beside a proposal, in an agreement, on a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.triage.model import FlagEffect

if TYPE_CHECKING:
    from intake_app.conversation.knowledge import Picture
    from intake_app.conversation.model import Conversation, Tie
    from intake_app.triage.outcome import Assessment


AROUND = "around"
"""The item of a consent that lets the drawing out. `all` does not cover it: it names others than the person."""
PERSON = "person"
"""The recipient of the person's own paper: it lies at home, where others may read it too."""


def may_be_drawn(talk: Conversation, recipient: str) -> bool:
    """Tell whether the person agreed to have the drawing on the paper for a recipient."""
    given = (each for each in reversed(talk.consents) if each.recipient == recipient and not each.revoked)
    latest = next(given, None)
    return latest is not None and AROUND in latest.items


def must_stay_inside(assessment: Assessment) -> bool:
    """Tell whether something silent stands or may be so: then nobody around the person is named (decision 3)."""
    return any(
        flag.is_silent or any(clause.effect is FlagEffect.SILENT for clause in (*flag.clauses, *flag.all_clauses))
        for flag in (*assessment.raised(), *assessment.possible())
    )


def thinking_along(talk: Conversation, picture: Picture) -> tuple[Tie, ...]:
    """Return who may be asked to think along; nobody while something silent stands or may be so."""
    if must_stay_inside(picture.assessment):
        return ()
    return tuple(tie for tie in talk.ties if tie.may_think_along)
