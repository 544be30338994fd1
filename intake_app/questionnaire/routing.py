"""Which questions apply, which may be asked now, and in what order.

An answer to a hidden question counts for nothing and comes back when its question is shown again. A question
answered before its gate opens that gate (decision 5).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.questionnaire.answers import Declined, Given, NotAsked, NotKnown
from intake_app.questionnaire.conditions import CodeTest, Missing, Truth, any_holds
from intake_app.questionnaire.model import Mode, QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from intake_app.core.ids import QuestionId, TopicId
    from intake_app.questionnaire.answers import Answer
    from intake_app.questionnaire.conditions import ColumnState
    from intake_app.questionnaire.model import Question, Questionnaire
    from intake_app.questionnaire.situation import Situation

CHOSEN_TOPICS = "topics"
"""The word in the quick order that stands for the questions of the chosen topics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Routing:
    """The outcome: the state of every column, and for every question whether it applies."""

    states: Mapping[str, ColumnState]
    applies: Mapping[QuestionId, Truth]

    def is_shown(self, question: QuestionId) -> bool:
        """Tell whether the question may be on screen: it is not ruled out."""
        return self.applies[question] is not Truth.FALSE


def state_of(answer: Answer | None) -> ColumnState:
    """Translate an answer into the state of its column."""
    match answer:
        case Given(value=value):
            return frozenset(value) if isinstance(value, tuple) else value
        case Declined():
            return Missing.DECLINED
        case NotKnown():
            return Missing.NOT_KNOWN
        case NotAsked() | None:
            return Missing.NOT_ASKED


def route(
    questionnaire: Questionnaire, answers: Mapping[QuestionId, Answer], facts: Mapping[str, ColumnState]
) -> Routing:
    """Work out what applies, gate by gate in the order of the questionnaire.

    A safety question with a gate of its own follows that gate alone, whether or not its topic was named. An answer
    to a safety question always counts: no routing hides what was said (docs/decisions/0002).
    """
    states: dict[str, ColumnState] = dict(facts)
    applies: dict[QuestionId, Truth] = {}
    touched = _touched_topics(questionnaire, answers)
    topics: dict[str, Truth] = {}
    for id_ in questionnaire.order:
        question = questionnaire.questions[id_]
        state = state_of(answers[id_]) if id_ in answers else Missing.NOT_ASKED
        found = any_holds(question.asked_when, states) if question.asked_when else Truth.TRUE
        if found is not Truth.FALSE and not (question.safety and question.asked_when):
            if question.topic not in topics:
                topics[question.topic] = _topic_open(questionnaire, question.topic, states, touched)
            found = min(found, topics[question.topic])
        if (found is Truth.UNKNOWN or question.safety) and not isinstance(state, Missing):
            found = Truth.TRUE
        applies[id_] = found
        states[id_] = Missing.NOT_APPLICABLE if found is Truth.FALSE else state
    return Routing(states=states, applies=applies)


def _touched_topics(questionnaire: Questionnaire, answers: Mapping[QuestionId, Answer]) -> frozenset[str]:
    return frozenset(
        questionnaire.questions[id_].topic
        for id_, answer in answers.items()
        if isinstance(answer, Given) and id_ in questionnaire.questions
    )


def _topic_open(
    questionnaire: Questionnaire, id_: TopicId, states: Mapping[str, ColumnState], touched: frozenset[str]
) -> Truth:
    topic = questionnaire.topics[id_]
    wishes = states.get("wish_topics", frozenset())
    if topic.always or topic.id in touched or (isinstance(wishes, frozenset) and topic.id in wishes):
        return Truth.TRUE
    chosen = states.get(overview_question(topic.area.value), Missing.NOT_ASKED)
    return CodeTest(codes=frozenset({topic.id})).truth(chosen)


def overview_question(area: str) -> str:
    """Return the id of the question that asks which topics play a part in `area`."""
    return f"which_{area}"


def gates_filled(
    questionnaire: Questionnaire, answers: Mapping[QuestionId, Answer], id_: QuestionId
) -> dict[QuestionId, Given]:
    """Return the gate answers that answering `id_` first implies: only where one single answer opens the gate."""
    filled: dict[QuestionId, Given] = {}
    question = questionnaire.questions[id_]
    if len(question.asked_when) != 1:
        return filled
    for column, test in question.asked_when[0].tests:
        gate = next((each for each in questionnaire.order if each == column), None)
        if gate is None or gate in answers or not isinstance(test, CodeTest) or test.negated or len(test.codes) != 1:
            continue
        code = next(iter(test.codes))
        many = questionnaire.questions[gate].kind is QuestionKind.MULTI
        filled[gate] = Given(value=(code,) if many else code)
    return filled


def may_be_shown(question: Question, routing: Routing, situation: Situation) -> bool:
    """Tell whether the question may be on screen now; `alone` ones only when nobody else can hear."""
    return routing.is_shown(question.id) and (situation.may_ask_alone or not question.alone)


def asked_in_order(questionnaire: Questionnaire, routing: Routing, situation: Situation) -> tuple[QuestionId, ...]:
    """Return the questions of this talk, in the order to ask them, that apply for certain and may be asked now."""
    if situation.mode is Mode.QUICK:
        ids: Iterator[QuestionId] = _quick(questionnaire)
    else:
        ids = _exploratory(questionnaire)
    seen: dict[QuestionId, None] = {}
    for id_ in ids:
        question = questionnaire.questions[id_]
        if routing.applies[id_] is Truth.TRUE and (situation.may_ask_alone or not question.alone):
            seen.setdefault(id_)
    return tuple(seen)


def _quick(questionnaire: Questionnaire) -> Iterator[QuestionId]:
    fixed = {id_ for id_ in questionnaire.quick_order if id_ != CHOSEN_TOPICS}
    for id_ in questionnaire.quick_order:
        if id_ == CHOSEN_TOPICS:
            yield from (each for each in questionnaire.order if each not in fixed and _is_chosen(questionnaire, each))
        else:
            yield questionnaire.questions[id_].id  # type: ignore[index]


def _is_chosen(questionnaire: Questionnaire, id_: QuestionId) -> bool:
    question = questionnaire.questions[id_]
    return not questionnaire.topics[question.topic].always or bool(question.asked_when)


def _exploratory(questionnaire: Questionnaire) -> Iterator[QuestionId]:
    block = set(questionnaire.safety_block)
    closing = [id_ for id_ in questionnaire.order if questionnaire.questions[id_].topic == "closing"]
    yield from (id_ for id_ in questionnaire.order if id_ not in block and id_ not in closing)
    yield from questionnaire.safety_block
    yield from closing
