"""Random steps through a talk, as front ends can take them."""

from __future__ import annotations

from dataclasses import replace

from intake_app.conversation.model import Strength
from intake_app.questionnaire.model import Mode, QuestionKind
from intake_app.questionnaire.situation import Participant
from tests.shipped import knowledge

QUESTIONS = list(knowledge().questionnaire.questions.values())
TOPICS = sorted(knowledge().questionnaire.topics)
COMPANY = ((Participant.PERSON,), (Participant.PERSON, Participant.RELATIVE), (Participant.PERSON, Participant.POH_GGZ))
RARELY = 0.1


def a_value(drawn, question):
    """Draw a value that fits a question."""
    match question.kind:
        case QuestionKind.SINGLE:
            return drawn.choice(question.options).code
        case QuestionKind.MULTI:
            return (drawn.choice(question.options).code,)
        case QuestionKind.NUMBER:
            low, high = question.minimum or 0.0, 100.0 if question.maximum is None else question.maximum
            return float(round(drawn.uniform(low, high)))
        case QuestionKind.TEXT:
            return "Ik slaap slecht"
        case QuestionKind.DATE:
            return "2026-11-01"


def _answer(session, drawn):
    question = drawn.choice(QUESTIONS)
    session.answer(question.id, a_value(drawn, question))


def _safety(session, drawn):
    question = drawn.choice([each for each in QUESTIONS if each.safety])
    session.answer(question.id, a_value(drawn, question))


def _decline(session, drawn):
    drawn.choice([session.decline, session.not_known])(drawn.choice(QUESTIONS).id)


def _clear(session, drawn):
    given = [*session.conversation.answers]
    if given:
        session.clear(drawn.choice(given))


def _undo(session, _):
    session.undo()


def _redo(session, _):
    session.redo()


def _wish(session, drawn):
    session.toggle_wish(drawn.choice(TOPICS))


def _strengthen(session, drawn):
    session.strengthen(Strength(topic=drawn.choice(TOPICS), text=drawn.choice(["", "Zus belt elke week"])))


def _withdraw(session, drawn):
    raised = session.picture.assessment.raised()
    if raised:
        session.withdraw(drawn.choice(raised).flag, "Verkeerd verstaan")


def _act(session, drawn):
    raised = session.picture.assessment.raised()
    if raised:
        session.act_on(drawn.choice(raised).flag, "Samen gesproken", "huisarts")


def _situation(session, drawn):
    situation = session.conversation.situation
    person = replace(situation.person, age=drawn.choice([17, 40, 83]), gender=drawn.choice(["woman", "man"]))
    changed = replace(situation, mode=drawn.choice([*Mode]), participants=drawn.choice(COMPANY), person=person)
    session.change_situation(replace(changed, gut_feeling=situation.gut_feeling or drawn.random() < RARELY))


OFTEN = (_answer, _answer, _answer, _answer, _answer, _safety, _safety, _safety, _safety, _undo)
STEPS = (*OFTEN, _decline, _clear, _undo, _redo, _wish, _strengthen, _withdraw, _act, _situation)


def step(session, drawn):
    """Take one step; some are taken more often than others."""
    drawn.choice(STEPS)(session, drawn)
