"""What was answered as a FHIR QuestionnaireResponse: only questions that apply, and why one has no answer."""

from __future__ import annotations

from intake_app.conversation.model import Conversation
from intake_app.exchange.fhir.facts import said_facts
from intake_app.exchange.fhir.pieces import (
    ABSENT,
    QUESTIONNAIRE,
    TALK,
    Basis,
    Json,
    answer_system,
    coding,
    extension,
    extensions,
    filled,
    number,
)
from intake_app.exchange.fhir.questionnaire import ITEM_TYPES
from intake_app.questionnaire.answers import Answer, Declined, Given, NotAsked, NotKnown
from intake_app.questionnaire.model import Question, Topic

WHY = {Declined: "asked-declined", NotKnown: "asked-unknown", NotAsked: "not-asked"}
"""Codes of FHIR for having no answer. A question that nobody came to is left out."""
VALUE_OF = {"decimal": "valueDecimal", "text": "valueString", "date": "valueDate"}


def response(talk: Conversation, basis: Basis, subject: Json) -> Json:
    """Return the QuestionnaireResponse of a talk."""
    items = [said_facts(talk, basis)]
    for part in basis.knowledge.questionnaire.parts:
        topics = [each for topic in part.topics if (each := _topic(topic, talk))]
        if topics:
            items.append({"linkId": f"area.{part.area.value}", "text": part.name.nl, "item": topics})
    return {
        "resourceType": "QuestionnaireResponse",
        "language": "nl",
        "identifier": {"system": TALK, "value": str(talk.id)},
        "questionnaire": f"{QUESTIONNAIRE}|{basis.version}",
        "status": "completed",
        "subject": subject,
        "authored": authored(talk),
        "item": items,
    }


def authored(talk: Conversation) -> str:
    """Return when a talk began; the day, where the zone of the time is not known."""
    return talk.opened.date().isoformat() if talk.opened.tzinfo is None else talk.opened.isoformat(timespec="seconds")


def _topic(topic: Topic, talk: Conversation) -> Json:
    items = [each for question in topic.questions if (each := _question(question, talk))]
    note = talk.notes.get(str(topic.id), "")
    if not items and not note:
        return {}
    return filled(extension=extensions(note=note), linkId=f"topic.{topic.id}", text=topic.name.nl, item=items)


def _question(question: Question, talk: Conversation) -> Json:
    answer, note = talk.answers.get(question.id), talk.notes.get(str(question.id), "")
    if answer is None and not note:
        return {}
    return filled(
        extension=[*_why_not(answer), *extensions(note=note)],
        linkId=str(question.id),
        text=question.text.nl,
        answer=_values(question, answer),
    )


def _why_not(answer: Answer | None) -> list[Json]:
    if answer is None or isinstance(answer, Given):
        return []
    reason = answer.reason if isinstance(answer, NotAsked) else ""
    return [extension(ABSENT, "Code", WHY[type(answer)]), *extensions(reason=reason)]


def _values(question: Question, answer: Answer | None) -> list[Json]:
    if not isinstance(answer, Given):
        return []
    value = answer.value
    if question.options:
        codes = value if isinstance(value, tuple) else (str(value),)
        return [{"valueCoding": _coding(question, code)} for code in codes]
    return [{VALUE_OF[ITEM_TYPES[question.kind]]: number(value) if isinstance(value, float) else value}]


def _coding(question: Question, code: str) -> Json:
    option = question.option(code)
    return coding(answer_system(str(question.id)), code, "" if option is None else option.label.nl)
