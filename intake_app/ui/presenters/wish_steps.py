"""The person's own first steps that came from a wish: what would make it one higher, among the agreements."""

from __future__ import annotations

from intake_app.advice.plan import Step
from intake_app.conversation.desk import Desk
from intake_app.conversation.model import Wish
from intake_app.conversation.session import Session
from intake_app.core.ids import TopicId


def step_words(desk: Desk, session: Session, wish: Wish) -> str:
    """Return a wish as a step: in own words, else by its topic."""
    said = " ".join(wish.text.split())
    name = session.knowledge.questionnaire.topics[TopicId(wish.topic)].name.of(desk.language)
    return said or desk.text("priorities.step_without_words", name=name)


def is_of_wish(step: Step, words: str) -> bool:
    """Tell whether a step came from a wish in these words, and not from something that was chosen."""
    return not step.kind and bool(step.smallest_start) and step.text == words


def wish_steps(desk: Desk, session: Session) -> tuple[Step, ...]:
    """Return the agreed steps that came from a wish."""
    talk = session.conversation
    words = {step_words(desk, session, wish) for wish in talk.wishes}
    return tuple(step for step in talk.plan.steps if is_of_wish(step, step.text) and step.text in words)
