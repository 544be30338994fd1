"""How one could ask a question: why we ask it, how to begin, and what to mind here and now.

The advice is that of practice.md §2 (how to ask so that people answer), in our own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.questionnaire.situation import Channel, Interpreter

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session
    from intake_app.core.ids import QuestionId
    from intake_app.questionnaire.model import Question
    from intake_app.questionnaire.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class AskState:
    """Help with one question; `begin` is a sentence to begin with, empty where it stands above the question already."""

    why: str
    begin: str
    advice: tuple[str, ...]


def ask_state(desk: Desk, session: Session, id_: QuestionId, decline_key: str) -> AskState:
    """Return the help with a question; `decline_key` is the key for "wil niet zeggen"."""
    questionnaire = session.knowledge.questionnaire
    question = questionnaire.questions[id_]
    topic = questionnaire.topics[question.topic]
    is_delicate = question.safety or question.alone or topic.silent
    situation = session.conversation.situation
    codes = _delicate(question, situation, is_silent=topic.silent) if is_delicate else ("freely", "wait", "may_decline")
    return AskState(
        why=topic.why.of(desk.language),
        begin="" if topic.questions[0].id == id_ else topic.opener.of(desk.language),
        advice=tuple(desk.text(f"ask.{code}", decline=decline_key) for code in codes),
    )


def _delicate(question: Question, situation: Situation, *, is_silent: bool) -> tuple[str, ...]:
    codes = ["safety_first", "safety_limits", "safety_plain"]
    if question.alone or is_silent:
        codes.append("alone")
    if situation.channel is Channel.TELEPHONE:
        codes.append("telephone")
    if situation.interpreter is Interpreter.LAY:
        codes.append("interpreter")
    return (*codes, "may_decline")
