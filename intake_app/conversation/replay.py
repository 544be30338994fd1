"""A conversation as the changes that make it, for one that came in whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.conversation import changes as c
from intake_app.questionnaire.answers import Declined, Given, NotAsked, NotKnown

if TYPE_CHECKING:
    import datetime

    from intake_app.conversation.model import Conversation, Withdrawal
    from intake_app.core.ids import QuestionId
    from intake_app.questionnaire.answers import Answer


def as_changes(found: Conversation, at: datetime.datetime) -> tuple[c.Change, ...]:
    """Return changes that fold to the same conversation, opened at `at`."""
    return (
        c.Opened(situation=found.situation, at=at),
        *(answered(question, answer) for question, answer in found.answers.items()),
        *(c.NoteWritten(about=about, text=text) for about, text in found.notes.items()),
        *(c.StrengthAdded(strength=strength) for strength in found.strengths),
        *(c.WishSet(wish=wish) for wish in found.wishes),
        *(c.TieSet(tie=tie) for tie in found.ties),
        *(c.FlagStood(flag=flag, clauses=tuple(sorted(ids))) for flag, ids in found.history.standing.items()),
        *(c.FlagActed(action=action) for action in found.flag_actions),
        *(_withdrawn(each, found) for each in found.withdrawals),
        *((urgency_of(found),) if found.urgency_set is not None else ()),
        *(c.Chosen(choice=choice) for choice in found.choices),
        c.PlanSet(plan=found.plan),
        *(() if found.safety_plan.is_empty else (c.SafetyPlanSet(plan=found.safety_plan),)),
        *(c.ConsentSet(consent=consent) for consent in found.consents),
        c.Moved(screen=found.screen, place=found.place),
        *(c.Contested(change=each.change) for each in found.contested),
    )


def _withdrawn(withdrawal: Withdrawal, found: Conversation) -> c.FlagWithdrawn:
    clauses = found.history.withdrawn.get(withdrawal.flag, frozenset())
    return c.FlagWithdrawn(withdrawal=withdrawal, clauses=tuple(sorted(clauses)))


def urgency_of(found: Conversation) -> c.UrgencySet:
    """Return the change that sets the urgency as it is."""
    own = found.urgency_set
    if own is None:
        return c.UrgencySet(level=None)
    said = "" if own.said is None else own.said.code
    return c.UrgencySet(level=own.level.code, reason=own.reason, said=said, known=tuple(sorted(own.known)))


def answered(question: QuestionId, answer: Answer) -> c.Answered:
    """Return the change that gives an answer."""
    match answer:
        case Given(value=value):
            return c.Answered(question=question, state="given", value=value)
        case Declined():
            return c.Answered(question=question, state="declined")
        case NotKnown():
            return c.Answered(question=question, state="not_known")
        case NotAsked(reason=reason):
            return c.Answered(question=question, state="not_asked", reason=reason)
