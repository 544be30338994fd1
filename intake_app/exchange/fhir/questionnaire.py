"""Our questionnaire as a FHIR Questionnaire: areas and topics are groups, a question is an item with its own id."""

from __future__ import annotations

from intake_app.exchange.fhir.conditions import asked_when
from intake_app.exchange.fhir.facts import asked_facts
from intake_app.exchange.fhir.pieces import (
    ORDINAL,
    QUESTIONNAIRE,
    Basis,
    Json,
    answer_system,
    coding,
    extension,
    filled,
    named,
    number,
)
from intake_app.questionnaire.conditions import CodeTest
from intake_app.questionnaire.model import Option, Question, QuestionKind, Topic, Worse
from intake_app.triage.model import Target

ITEM_TYPES = {
    QuestionKind.SINGLE: "choice",
    QuestionKind.MULTI: "choice",
    QuestionKind.NUMBER: "decimal",
    QuestionKind.TEXT: "text",
    QuestionKind.DATE: "date",
}
_BOUND = "http://hl7.org/fhir/StructureDefinition/{}Value"
_UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit"


def questionnaire(basis: Basis) -> Json:
    """Return the Questionnaire, without what is never named."""
    items = [asked_facts(basis)]
    for part in basis.knowledge.questionnaire.parts:
        topics = [each for topic in part.topics if (each := _topic(topic, basis))]
        if topics:
            items.append({"linkId": f"area.{part.area.value}", "text": part.name.nl, "type": "group", "item": topics})
    return {
        "resourceType": "Questionnaire",
        "language": "nl",
        "url": QUESTIONNAIRE,
        "version": basis.version,
        "name": "Intake",
        "title": basis.say("fhir.title"),
        "status": "active",
        "subjectType": ["Patient"],
        "item": items,
    }


def _topic(topic: Topic, basis: Basis) -> Json:
    items = [_question(each, basis) for each in topic.questions if each.id not in basis.never_named]
    if topic.id in basis.never_named and not items:
        return {}
    return filled(linkId=f"topic.{topic.id}", text=topic.name.nl, type="group", item=items)


def _question(question: Question, basis: Basis) -> Json:
    when = asked_when(question, basis)
    about = [*_bounds(question), *when.pop("extension", [])]
    return filled(
        extension=about,
        linkId=str(question.id),
        text=question.text.nl,
        type=ITEM_TYPES[question.kind],
        **when,
        repeats=True if question.kind is QuestionKind.MULTI else None,
        answerOption=[_option(question, option, at, basis) for at, option in enumerate(question.options)],
    )


def _bounds(question: Question) -> list[Json]:
    ends = (("min", question.minimum), ("max", question.maximum))
    found = [extension(_BOUND.format(name), "Decimal", number(end)) for name, end in ends if end is not None]
    unit = question.unit.nl if question.unit is not None else ""
    return [*found, extension(_UNIT, "Coding", {"display": unit})] if unit else found


def _option(question: Question, option: Option, at: int, basis: Basis) -> Json:
    """Return one answer: its place where the answers have an order, and what it weighs in our scores."""
    place = {Worse.LAST: at, Worse.FIRST: len(question.options) - 1 - at}.get(question.worse)
    found = [] if place is None or question.kind is QuestionKind.MULTI else [extension(ORDINAL, "Decimal", place)]
    for target in Target:
        points = _points(question, option, target, basis)
        found += [extension(named(f"points-{target.value}"), "Integer", points)] if points else []
    code = coding(answer_system(str(question.id)), option.code, option.label.nl)
    return filled(extension=found, valueCoding=code)


def _points(question: Question, option: Option, target: Target, basis: Basis) -> int:
    """Return what an answer adds to a score all by itself."""
    total = 0
    for table in basis.knowledge.engine.rules.tables:
        for rule in table.rules:
            column, test = rule.when.tests[0] if len(rule.when.tests) == 1 else ("", None)
            if column == question.id and isinstance(test, CodeTest) and (option.code in test.codes) is not test.negated:
                total += rule.amount(target)
    return total
