"""Which keys of the talk would do nothing at this question: what the menu greys and the palette leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.ui.presenters import talk_order
from intake_app.ui.presenters.talk_people import alone_state

if TYPE_CHECKING:
    from intake_app.conversation.session import Session
    from intake_app.core.ids import QuestionId


def idle_at(session: Session, current: QuestionId) -> frozenset[str]:
    """Return the ids of the actions that would change nothing now."""
    question = session.knowledge.questionnaire.questions[current]
    is_silent = question.alone or session.knowledge.questionnaire.topics[question.topic].silent
    is_idle = {
        "alone": not alone_state(session).is_needed,
        "back": talk_order.before(session, current) is None,
        "clear": talk_order.is_open(session, current),
        "wish": is_silent,
    }
    return frozenset(id_ for id_, idle in is_idle.items() if idle)
