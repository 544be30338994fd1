"""Which questions may stand before the eyes of the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake_app.questionnaire.model import Question, Questionnaire, Topic


PERSON_HELP = frozenset(
    {"complaint_kind", "complaint_alarm", "moving_days", "bmi", "memory_danger", "earlier_help", "e_health_wish"}
)
"""Questions whose help speaks to who asks. To the person it is said otherwise (`person_help` in the wording)."""


def is_for_person(question: Question, questionnaire: Questionnaire) -> bool:
    """Tell whether the person's side may show a question: nothing about safety, alone, or of a silent topic."""
    return not (question.safety or question.alone or questionnaire.topics[question.topic].silent)


def may_name_topic(topic: Topic) -> bool:
    """Tell whether the person's side may name a topic: not a silent one, nor one that is about safety altogether."""
    return not topic.silent and not all(question.safety or question.alone for question in topic.questions)


def questions_for_person(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """Return the questions that the person's side may show, in the order of the questionnaire."""
    return tuple(each for each in questionnaire.questions.values() if is_for_person(each, questionnaire))
