"""From `resources/questionnaires/*.yaml` to a questionnaire."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intake_app.content.parse_condition import Columns, read_condition
from intake_app.core.ids import QuestionId, TopicId
from intake_app.core.problems import problem
from intake_app.core.text import Text
from intake_app.core.tree import open_file
from intake_app.questionnaire.model import (
    Area,
    AreaPart,
    Option,
    Question,
    QuestionKind,
    Questionnaire,
    Topic,
    Worse,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake_app.core.problems import Problem
    from intake_app.core.tree import Reader

FORMAT = "intake-questionnaire/1"
ORDER_FORMAT = "intake-order/1"
ORDER_FILE = "questionnaires/order.yaml"
MARKS = ("essential", "safety", "alone", "quick")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A question before its gates are read: gates may refer to any question."""

    question: Question
    gates: tuple[Reader, ...]


def load_questionnaire(files: dict[str, str], problems: list[Problem]) -> Questionnaire:
    """Build the questionnaire; what is wrong is added to `problems`."""
    readers = [open_file(text, name, FORMAT, problems) for name, text in files.items() if name != ORDER_FILE]
    drafts: list[_Draft] = []
    parts = [_area(reader, drafts) for reader in readers]
    parts.sort(key=lambda part: list(Area).index(part.area))
    questions = _finish(drafts, tuple(topic.id for part in parts for topic in part.topics), problems)
    parts = [_with_questions(part, questions) for part in parts]
    order_file = open_file(files.get(ORDER_FILE, ""), ORDER_FILE, ORDER_FORMAT, problems)
    return Questionnaire(
        parts=tuple(parts),
        questions=questions,
        topics={topic.id: topic for part in parts for topic in part.topics},
        order=_gates_first(parts, questions, problems),
        quick_order=tuple(_known(order_file, "quick", questions)),
        safety_block=tuple(QuestionId(each) for each in _known(order_file, "safety_block", questions)),
    )


def _known(reader: Reader, key: str, questions: dict[QuestionId, Question]) -> Iterator[str]:
    for id_ in reader.words(key):
        if id_ in questions or id_ == "topics":
            yield id_
        else:
            reader.fault("question_unknown", key, question=id_)


def _area(reader: Reader, drafts: list[_Draft]) -> AreaPart:
    area = Area(reader.choice("area", tuple(Area)))
    name = reader.both("name")
    topics = tuple(_topic(each, area, drafts) for each in reader.each("topics"))
    reader.done()
    return AreaPart(area=area, name=name, topics=topics)


def _topic(reader: Reader, area: Area, drafts: list[_Draft]) -> Topic:
    id_ = TopicId(reader.required("id"))
    topic = Topic(
        id=id_,
        area=area,
        name=reader.both("name"),
        opener=reader.both("opener"),
        hints=tuple(_text_here(each) for each in reader.each("hints")),
        why=reader.both("why"),
        synonyms=reader.both("synonyms"),
        icon=reader.required("icon"),
        always=reader.flag("always", default=False),
        silent=reader.flag("silent", default=False),
        questions=(),
    )
    drafts.extend(_question(each, topic) for each in reader.each("questions"))
    reader.done()
    return topic


def _text_here(reader: Reader) -> Text:
    return Text(nl=reader.required("nl"), en=reader.required("en"))


def _question(reader: Reader, topic: Topic) -> _Draft:
    marks = reader.words("marks")
    for mark in marks:
        if mark not in MARKS:
            reader.fault("word_unknown", "marks", known=", ".join(MARKS))
    kind = QuestionKind(reader.choice("kind", tuple(QuestionKind)))
    options = tuple(_option(each) for each in reader.each("options"))
    if (kind in {QuestionKind.SINGLE, QuestionKind.MULTI}) is not bool(options):
        reader.fault("options_do_not_fit", "kind")
    question = Question(
        id=QuestionId(reader.required("id")),
        topic=topic.id,
        area=topic.area,
        kind=kind,
        text=reader.both("text"),
        help=reader.both("help", optional=True),
        worse=Worse(reader.choice("worse", tuple(Worse))),
        options=options,
        essential="essential" in marks,
        safety="safety" in marks,
        alone="alone" in marks,
        quick="quick" in marks,
        minimum=reader.number("minimum"),
        maximum=reader.number("maximum"),
        unit=reader.both("unit", optional=True) if reader.has("unit") else None,
    )
    gates = tuple(reader.each("asked_when"))
    reader.done()
    return _Draft(question=question, gates=gates)


def _option(reader: Reader) -> Option:
    option = Option(
        code=reader.required("code"),
        label=reader.both("label"),
        phrase=reader.both("phrase"),
        excludes=reader.flag("excludes", default=False),
    )
    reader.done()
    return option


def _finish(drafts: list[_Draft], topics: tuple[str, ...], problems: list[Problem]) -> dict[QuestionId, Question]:
    plain = {str(draft.question.id): draft.question for draft in drafts}
    if len(plain) < len(drafts):
        ids = [draft.question.id for draft in drafts]
        problems.extend(
            problem("id_twice", f"questionnaire#{each}", id=each) for each in plain if ids.count(QuestionId(each)) > 1
        )
    columns = Columns(plain, topics)
    return {
        draft.question.id: replace(
            draft.question, asked_when=tuple(read_condition(gate, columns) for gate in draft.gates)
        )
        for draft in drafts
    }


def _with_questions(part: AreaPart, questions: dict[QuestionId, Question]) -> AreaPart:
    return replace(
        part,
        topics=tuple(
            replace(topic, questions=tuple(q for q in questions.values() if q.topic == topic.id))
            for topic in part.topics
        ),
    )


def _gates_first(
    parts: list[AreaPart], questions: dict[QuestionId, Question], problems: list[Problem]
) -> tuple[QuestionId, ...]:
    """Return all questions so that every gate comes before what it opens; a cycle is named with its path."""
    done: dict[QuestionId, None] = {}

    def visit(id_: QuestionId, path: tuple[QuestionId, ...]) -> None:
        if id_ in done:
            return
        if id_ in path:
            problems.append(problem("routing_cycle", f"questionnaire#{id_}", path=" > ".join([*path, id_])))
            return
        for condition in questions[id_].asked_when:
            for column in condition.columns:
                if column in questions:
                    visit(QuestionId(column), (*path, id_))
        done[id_] = None

    for part in parts:
        for topic in part.topics:
            for question in topic.questions:
                visit(question.id, ())
    return tuple(done)
