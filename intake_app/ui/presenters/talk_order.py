"""Where one is in the talk: what may be on screen, what comes before and after, and the last thing said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import Truth, any_holds
from intake_app.questionnaire.model import Mode

if TYPE_CHECKING:
    from collections.abc import Collection

    from intake_app.conversation.session import Session
    from intake_app.core.ids import QuestionId, TopicId
    from intake_app.questionnaire.model import Topic


def may_show(session: Session, id_: QuestionId) -> bool:
    """Tell whether a question may be shown now. Any topic may be opened: only a question's own gate closes it."""
    question = session.knowledge.questionnaire.questions.get(id_)
    if question is None:
        return False
    topic = session.knowledge.questionnaire.topics[question.topic]
    if (question.alone or topic.silent) and not session.conversation.situation.may_ask_alone:
        return False
    return any_holds(question.asked_when, session.picture.routing.states) is not Truth.FALSE


def asked_of(session: Session, topic: Topic) -> tuple[QuestionId, ...]:
    """Return the questions of a topic that are asked for certain once one is in it."""
    states, alone = session.picture.routing.states, session.conversation.situation.may_ask_alone
    if topic.silent and not alone:
        return ()
    return tuple(
        [
            question.id
            for question in topic.questions
            if (alone or not question.alone)
            and (not question.asked_when or any_holds(question.asked_when, states) is Truth.TRUE)
        ]
    )


def may_list(session: Session, topic: Topic) -> bool:
    """Tell whether a topic may be named on screen now."""
    return bool(asked_of(session, topic))


def is_open(session: Session, id_: QuestionId) -> bool:
    """Tell whether nothing was said to a question yet."""
    return id_ not in session.conversation.answers


def first_open(session: Session) -> QuestionId:
    """Return the question to begin with: the first without an answer, else the last."""
    order = session.order()
    return next((id_ for id_ in order if is_open(session, id_)), order[-1])


def way(session: Session, current: QuestionId) -> tuple[QuestionId, ...]:
    """Return the questions one walks along: the order of the talk; an exploratory talk begins with the topic."""
    order = session.order()
    if current in order and session.conversation.situation.mode is Mode.QUICK:
        return order
    topic = session.knowledge.questionnaire.topics[session.knowledge.questionnaire.questions[current].topic]
    here = asked_of(session, topic)
    here = here if current in here else (*here, current)
    return (*here, *(id_ for id_ in order if id_ not in here))


def after(session: Session, current: QuestionId, passed: Collection[QuestionId] = ()) -> QuestionId | None:
    """Return the next question without an answer: further on, else the first one left; none when all is asked.

    What was passed over waits until nothing else is left: it does not come back after every other question.
    """
    found = way(session, current)
    place = found.index(current)
    left = [id_ for id_ in (*found[place + 1 :], *found[:place]) if is_open(session, id_)]
    return next((id_ for id_ in left if id_ not in passed), next(iter(left), None))


def before(session: Session, current: QuestionId) -> QuestionId | None:
    """Return the question before this one in the order of the talk."""
    found = way(session, current)
    place = found.index(current)
    return found[place - 1] if place else None


def next_topic(session: Session, current: QuestionId, step: int) -> QuestionId | None:
    """Return the first question of the topic `step` places further in the list."""
    questionnaire = session.knowledge.questionnaire
    topics = [topic for part in questionnaire.parts for topic in part.topics if may_list(session, topic)]
    ids: list[TopicId] = [topic.id for topic in topics]
    here = questionnaire.questions[current].topic
    place = ids.index(here) + step if here in ids else 0
    return entry(session, topics[place]) if 0 <= place < len(topics) else None


def entry(session: Session, topic: Topic) -> QuestionId:
    """Return where a topic is entered: its first open question, else its first."""
    return first_of(session, asked_of(session, topic))


def first_of(session: Session, asked: tuple[QuestionId, ...]) -> QuestionId:
    """Return the first of these that is open, else the first."""
    return next((id_ for id_ in asked if is_open(session, id_)), asked[0])
