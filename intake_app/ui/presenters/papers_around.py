"""Whether the drawing of who is around goes along: on the summary for the huisarts, and on the person's own paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.conversation.around import PERSON, may_be_drawn, must_stay_inside

if TYPE_CHECKING:
    from intake_app.conversation.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundConsent:
    """Where the drawing may stand. Offered only where there is one, and where it may leave at all."""

    is_offered: bool
    for_huisarts: bool
    for_person: bool


def around_consent(session: Session, huisarts: str) -> AroundConsent:
    """Return where the drawing may stand."""
    talk = session.conversation
    return AroundConsent(
        is_offered=bool(talk.ties) and not must_stay_inside(session.picture.assessment),
        for_huisarts=may_be_drawn(talk, huisarts),
        for_person=may_be_drawn(talk, PERSON),
    )
