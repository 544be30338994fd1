"""The question in the middle: what to say aloud, the field that fits it, and what stands there now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from intake_app.questionnaire.answers import Declined, Given, NotAsked, NotKnown
from intake_app.questionnaire.model import QuestionKind

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session
    from intake_app.core.ids import QuestionId
    from intake_app.core.text import Language
    from intake_app.questionnaire.answers import Answer
    from intake_app.questionnaire.model import Question, Questionnaire, Topic

LONGEST_SHOWN = 60
"""Characters of a free answer in one line."""
SCALE_TO = 10.0


class FieldKind(StrEnum):
    """Which field fits a question."""

    SINGLE = "single"
    MULTI = "multi"
    SCALE = "scale"
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"


FIELD_OF = {
    QuestionKind.SINGLE: FieldKind.SINGLE,
    QuestionKind.MULTI: FieldKind.MULTI,
    QuestionKind.NUMBER: FieldKind.NUMBER,
    QuestionKind.TEXT: FieldKind.TEXT,
    QuestionKind.DATE: FieldKind.DATE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionLine:
    """One possible answer; `excludes` rules out all others."""

    code: str
    label: str
    excludes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldState:
    """The field and its value: `chosen` codes, a `number`, or `words` (a text or an ISO date)."""

    kind: FieldKind
    options: tuple[OptionLine, ...] = ()
    chosen: tuple[str, ...] = ()
    number: float | None = None
    words: str = ""
    low: float = 0.0
    high: float = SCALE_TO
    unit: str = ""
    ends: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionState:
    """Everything the middle pane shows. `status` says in words that there is an answer without a value."""

    id: QuestionId
    topic: str
    heading: str
    text: str
    opener: str
    help: str
    hints: tuple[str, ...]
    field: FieldState
    status: str = ""
    state: str = ""
    note: str = ""
    may_wish: bool = True
    wished: bool = False
    strength: str = ""


def question_state(desk: Desk, session: Session, id_: QuestionId) -> QuestionState:
    """Return what is shown of one question."""
    questionnaire, talk, language = session.knowledge.questionnaire, session.conversation, desk.language
    question = questionnaire.questions[id_]
    topic = questionnaire.topics[question.topic]
    answer = talk.answers.get(id_)
    state = "" if answer is None else state_code(answer)
    is_first = topic.questions[0].id == id_
    strength = next((each.text for each in talk.strengths if each.topic == topic.id), "")
    return QuestionState(
        id=id_,
        topic=str(topic.id),
        heading=heading(questionnaire, topic, language),
        text=question.text.of(language),
        opener=topic.opener.of(language) if is_first else "",
        help=question.help.of(language),
        hints=tuple(hint.of(language) for hint in topic.hints),
        field=_field(desk, question, answer),
        status=desk.text(f"talk.{state}") if state and state != "given" else "",
        state=state,
        note=talk.notes.get(id_, ""),
        may_wish=not (topic.silent or question.alone),
        wished=talk.wish(topic.id) is not None,
        strength="" if topic.silent else strength,
    )


def heading(questionnaire: Questionnaire, topic: Topic, language: Language) -> str:
    """Return the line above the question: area and topic, once when they are the same."""
    area = next(part.name.of(language) for part in questionnaire.parts if part.area is topic.area)
    name = topic.name.of(language)
    return name if name == area else f"{area} · {name}"


def state_code(answer: Answer) -> str:
    """Return given, declined, not_known or not_asked."""
    match answer:
        case Given():
            return "given"
        case Declined():
            return "declined"
        case NotKnown():
            return "not_known"
        case NotAsked():
            return "not_asked"


def answer_words(desk: Desk, question: Question, answer: Answer) -> str:
    """Return an answer in a few words, as said."""
    if not isinstance(answer, Given):
        return desk.text(f"talk.{state_code(answer)}")
    value = answer.value
    if isinstance(value, float):
        return f"{value:g} {question.unit.of(desk.language) if question.unit else ''}".strip()
    codes = value if isinstance(value, tuple) else (value,)
    labels = [_label(question, code, desk.language) for code in codes]
    return _short(", ".join(labels))


def _label(question: Question, code: str, language: Language) -> str:
    option = question.option(code)
    return code if option is None else option.label.of(language)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_SHOWN else line[:LONGEST_SHOWN].rstrip() + " …"


def _field(desk: Desk, question: Question, answer: Answer | None) -> FieldState:
    kind, value = FIELD_OF[question.kind], answer.value if isinstance(answer, Given) else None
    low = 0.0 if question.minimum is None else question.minimum
    high = SCALE_TO if question.maximum is None else question.maximum
    if kind is FieldKind.NUMBER and (low, high) == (0.0, SCALE_TO):
        kind = FieldKind.SCALE
    options = tuple(
        OptionLine(code=each.code, label=each.label.of(desk.language), excludes=each.excludes)
        for each in question.options
    )
    return FieldState(
        kind=kind,
        options=options,
        chosen=_chosen(value) if options else (),
        number=value if isinstance(value, float) else None,
        words=value if isinstance(value, str) and not options else "",
        low=low,
        high=high,
        unit=question.unit.of(desk.language) if question.unit else "",
        ends=(desk.text("talk.scale_low"), desk.text("talk.scale_high")) if kind is FieldKind.SCALE else ("", ""),
    )


def _chosen(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(str(code) for code in value)
    return (value,) if isinstance(value, str) else ()
