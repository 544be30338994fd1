"""The items of a QuestionnaireResponse as circumstances, wishes, answers and notes.

What cannot be understood is passed over here: `read_bundle` compares what was read with what stands there.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeGuard, TypeVar

from intake_app.conversation.model import Strength, Wish
from intake_app.core.ids import QuestionId
from intake_app.core.problems import Problem
from intake_app.exchange.fhir.facts import BY_NAME, GROUP, ROWS, TYPES
from intake_app.exchange.fhir.loading import first, inside, listed, own, text, whole
from intake_app.exchange.fhir.pieces import ABSENT, Basis, Json, named
from intake_app.exchange.fhir.questionnaire import ITEM_TYPES
from intake_app.exchange.fhir.response import VALUE_OF, WHY
from intake_app.questionnaire.answers import Answer, Declined, Given, NotAsked, NotKnown, Value
from intake_app.questionnaire.model import Mode, Question, QuestionKind
from intake_app.questionnaire.situation import Channel, Interpreter, Participant, Person, Situation
from intake_app.questionnaire.validation import check_value

_LARGEST_YEAR, _LARGEST_NUMBER = 9999, 1e300
_Word = TypeVar("_Word", bound=StrEnum)


def items_of(node: Json, path: str) -> Iterator[tuple[Json, str]]:
    """Yield every item below a node with its path, groups before what is in them."""
    found = node.get("item")
    for at, item in enumerate(found if isinstance(found, list) else ()):
        if isinstance(item, dict):
            here = f"{path}.item[{at}]"
            yield item, here
            yield from items_of(item, here)


def read_situation(node: Json) -> Situation:
    """Return the circumstances of a talk."""
    said = _facts(node)
    age, birth_year = _whole(said, "age_said"), _whole(said, "birth_year")
    return Situation(
        mode=_word(Mode, said, "mode") or Mode.EXPLORATORY,
        date=day(_text(said, "date")) or datetime.date.min,
        channel=_word(Channel, said, "channel") or Channel.ROOM,
        person=Person(
            birth_year=birth_year,
            age=_whole(said, "age") if age is None and birth_year is None else age,
            gender=_text(said, "gender"),
            pc4=_text(said, "pc4"),
            language=_text(said, "language") or "nl",
            literacy=_text(said, "literacy") or "ok",
        ),
        participants=tuple(Participant(each) for each in said.get("present", ()) if each in tuple(Participant)),
        interpreter=_word(Interpreter, said, "interpreter") or Interpreter.NONE,
        referrer_role=_text(said, "referrer_role"),
        referrer_reason=_text(said, "referrer_reason"),
        gut_feeling=said.get("gut_feeling", [False])[0] is True,
    )


def _group(node: Json) -> Json:
    return next((each for each in listed(node, "item") if each.get("linkId") == GROUP), {})


def _facts(node: Json) -> dict[str, list[Any]]:
    facts = {fact.link: fact for fact in BY_NAME.values()}
    found: dict[str, list[Any]] = {}
    for item in listed(_group(node), "item"):
        fact = facts.get(text(item, "linkId"))
        if fact is not None:
            values = [_plain_value(answer, fact.type) for answer in listed(item, "answer")]
            found[fact.name] = [value for value in values if value is not None] or [None]
    return found


def _plain_value(answer: Json, type_: str) -> object:
    if type_ in {"choice", "open-choice"}:
        return text(inside(answer, "valueCoding"), "code") or text(answer, "valueString")
    return answer.get(f"value{TYPES[type_]}")


def _text(said: Mapping[str, list[Any]], name: str) -> str:
    value = said.get(name, [""])[0]
    return value if isinstance(value, str) else ""


def _whole(said: Mapping[str, list[Any]], name: str) -> int | None:
    found = whole({name: said.get(name, [None])[0]}, name)
    return found if found is not None and abs(found) <= _LARGEST_YEAR else None


def _word(words: type[_Word], said: Mapping[str, list[Any]], name: str) -> _Word | None:
    return next((word for word in words if word.value == _text(said, name)), None)


def day(written: str) -> datetime.date | None:
    """Return the day of a date."""
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        return None


def moment(written: str) -> datetime.datetime | None:
    """Return the moment that was written; midnight without a zone where it is a day only."""
    try:
        return datetime.datetime.fromisoformat(written)
    except ValueError:
        return None


def read_wishes(node: Json) -> tuple[Wish, ...]:
    """Return the wishes in their order."""
    return tuple(Wish(**row) for row in _rows(node, "wish"))


def read_strengths(node: Json) -> tuple[Strength, ...]:
    """Return what goes well."""
    return tuple(Strength(**row) for row in _rows(node, "strength"))


def _rows(node: Json, name: str) -> Iterator[dict[str, Any]]:
    fields = {f"{name}.{link}": (field, type_) for link, field, type_ in ROWS[name]}
    for row in listed(_group(node), "item"):
        if row.get("linkId") != name:
            continue
        found: dict[str, Any] = {"topic": "", "text": ""}
        for item in listed(row, "item"):
            field, type_ = fields.get(text(item, "linkId"), ("", "string"))
            answer = first(item, "answer")
            value = whole(answer, "valueInteger") if type_ == "integer" else _plain_value(answer, type_)
            if field and (isinstance(value, str) or type_ == "integer"):
                found[field] = value
        yield found


def read_answers(node: Json, path: str, basis: Basis) -> tuple[dict[QuestionId, Answer], list[Problem]]:
    """Return the answers, and what is wrong with those that do not fit their question."""
    questions = {str(id_): each for id_, each in basis.knowledge.questionnaire.questions.items()}
    found: dict[QuestionId, Answer] = {}
    problems = []
    for item, here in items_of(node, path):
        question = questions.get(text(item, "linkId"))
        if question is None:
            continue
        answer = _answer(item, question)
        wrong = check_value(question, answer.value, here) if isinstance(answer, Given) else None
        if wrong is not None:
            problems.append(wrong)
        elif answer is not None:
            found[question.id] = answer
    return found, problems


def _answer(item: Json, question: Question) -> Answer | None:
    if "answer" in item:
        return Given(value=_value(item, question))
    why = own(item, ABSENT, "valueCode")
    found: dict[str, Answer] = {
        WHY[Declined]: Declined(),
        WHY[NotKnown]: NotKnown(),
        WHY[NotAsked]: NotAsked(reason=own(item, named("reason"))),
    }
    return found.get(why)


def _value(item: Json, question: Question) -> Value:
    """Return what was answered; something that fits no question where it is no answer."""
    if question.options:
        codes = tuple(text(inside(each, "valueCoding"), "code") for each in listed(item, "answer"))
        return codes if question.kind is QuestionKind.MULTI else (codes or ("",))[0]
    value = first(item, "answer").get(VALUE_OF[ITEM_TYPES[question.kind]])
    if question.kind is QuestionKind.NUMBER:
        return float(value) if _is_number(value) else ""
    return value if isinstance(value, str) else ""


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _LARGEST_NUMBER


def read_notes(node: Json, basis: Basis) -> dict[str, str]:
    """Return the own words at questions and topics."""
    questions, topics = basis.knowledge.questionnaire.questions, basis.knowledge.questionnaire.topics
    known = {**{str(id_): str(id_) for id_ in questions}, **{f"topic.{id_}": str(id_) for id_ in topics}}
    found = {known.get(text(item, "linkId"), ""): own(item, named("note")) for item, _ in items_of(node, "")}
    return {about: note for about, note in found.items() if about and note}
