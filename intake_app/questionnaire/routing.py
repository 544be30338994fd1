"""Which questions apply, which may be asked now, and in what order.

An answer to a hidden question counts for nothing and comes back when its question is shown again. A question
answered before its gate opens that gate (decision 5).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.questionnaire.answers import Declined, Given, NotKnown
from intake_app.questionnaire.conditions import CodeTest, Missing, Truth, any_holds
from intake_app.questionnaire.model import Mode, QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from intake_app.core.ids import QuestionId, TopicId
    from intake_app.questionnaire.answers import Answer
    from intake_app.questionnaire.conditions import ColumnState
    from intake_app.questionnaire.model import Question, Questionnaire
    from intake_app.questionnaire.situation import Situation

CHOSEN_TOPICS = "topics"
"""The word in the quick order that stands for the questions of the chosen topics."""
WISHES = "wish_topics"
"""The fact that holds the topics that the person wants to talk about."""
_KEPT = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Routing:
    """The outcome: the state of every column, and for every question whether it applies.

    `answers` and `facts` are what it was worked out from.
    """

    states: Mapping[str, ColumnState]
    applies: Mapping[QuestionId, Truth]
    answers: Mapping[QuestionId, Answer]
    facts: Mapping[str, ColumnState]

    def is_shown(self, question: QuestionId) -> bool:
        """Tell whether the question may be on screen: it is not ruled out."""
        return self.applies[question] is not Truth.FALSE


def state_of(answer: Answer | None) -> ColumnState:
    """Translate an answer into the state of its column."""
    if isinstance(answer, Given):
        return frozenset(answer.value) if isinstance(answer.value, tuple) else answer.value
    if isinstance(answer, Declined):
        return Missing.DECLINED
    return Missing.NOT_KNOWN if isinstance(answer, NotKnown) else Missing.NOT_ASKED


class _Way:
    """How one question is reached: its gates, and the topic that must be open (empty: none)."""

    def __init__(self, question: Question, *, topic_is_always: bool) -> None:
        self.id = question.id
        self.gates = question.asked_when
        self.is_safety = question.safety
        is_free = topic_is_always or (question.safety and bool(question.asked_when))
        self.topic: TopicId | str = "" if is_free else question.topic
        self._columns = tuple(dict.fromkeys(column for gate in self.gates for column in gate.columns))
        self._kept: dict[tuple[ColumnState, ...], Truth] = {}

    def gate(self, states: Mapping[str, ColumnState]) -> Truth:
        """Tell whether one of the gates is open; kept per combination of the states of their columns."""
        key = tuple([states.get(column, Missing.NOT_ASKED) for column in self._columns])
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[key] = any_holds(self.gates, states)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Door:
    """How a topic that is not always there opens: by an answer in it, a wish, or being named in its area.

    `questions` are those whose answer opens it: a safety question that follows its own gate alone does not.
    """

    topic: TopicId
    overview: str
    questions: tuple[QuestionId, ...]


class Router:
    """The ways through one questionnaire, worked out once. Holds no answers.

    A safety question with a gate of its own follows that gate alone, whether or not its topic was named. An answer
    to a safety question always counts: no routing hides what was said (docs/decisions/0002).
    """

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Work out the ways."""
        questions = [questionnaire.questions[id_] for id_ in questionnaire.order]
        self._ways = tuple(_Way(each, topic_is_always=questionnaire.topics[each.topic].always) for each in questions)
        self._doors: dict[str, _Door] = {
            topic.id: _Door(
                topic=topic.id,
                overview=overview_question(topic.area.value),
                questions=tuple(q.id for q in topic.questions if not (q.safety and q.asked_when)),
            )
            for topic in questionnaire.topics.values()
            if not topic.always
        }
        self._door_of: dict[str, str] = {id_: door.topic for door in self._doors.values() for id_ in door.questions}
        self._after = self._followers()

    def route(self, answers: Mapping[QuestionId, Answer], facts: Mapping[str, ColumnState]) -> Routing:
        """Work out what applies, gate by gate in the order of the questionnaire."""
        states: dict[str, ColumnState] = dict(facts)
        applies: dict[QuestionId, Truth] = {}
        self._walk(self._ways, answers, states, applies)
        return Routing(states=states, applies=applies, answers=answers, facts=facts)

    def follow(
        self, before: Routing, answers: Mapping[QuestionId, Answer], facts: Mapping[str, ColumnState]
    ) -> Routing:
        """Work out the same from an earlier routing: only what hangs on an answer that changed is walked again."""
        if facts != before.facts:
            return self.route(answers, facts)
        old = before.answers
        changed = [id_ for id_, now in answers.items() if (was := old.get(id_)) is not now and was != now]
        changed += [id_ for id_ in old if id_ not in answers]
        if any(id_ not in self._after for id_ in changed):
            return self.route(answers, facts)
        touched = {at for id_ in changed for at in self._after[id_]}
        states, applies = dict(before.states), dict(before.applies)
        self._walk([self._ways[at] for at in sorted(touched)], answers, states, applies)
        return Routing(states=states, applies=applies, answers=answers, facts=facts)

    def _walk(
        self,
        ways: Iterable[_Way],
        answers: Mapping[QuestionId, Answer],
        states: dict[str, ColumnState],
        applies: dict[QuestionId, Truth],
    ) -> None:
        topics: dict[str, Truth] = {}
        doors = self._door_of
        touched = {doors[id_] for id_, answer in answers.items() if id_ in doors and isinstance(answer, Given)}
        for way in ways:
            answer = answers.get(way.id)
            state = Missing.NOT_ASKED if answer is None else state_of(answer)
            found = way.gate(states) if way.gates else Truth.TRUE
            if way.topic and found is not Truth.FALSE:
                is_open = topics.get(way.topic)
                if is_open is None:
                    is_open = topics[way.topic] = _is_open(self._doors[way.topic], touched, states)
                found = min(found, is_open)
            if (found is Truth.UNKNOWN or way.is_safety) and not isinstance(state, Missing):
                found = Truth.TRUE
            applies[way.id] = found
            states[way.id] = Missing.NOT_APPLICABLE if found is Truth.FALSE else state

    def _followers(self) -> dict[QuestionId, tuple[int, ...]]:
        """Return for every question where in the order it and all that hang on it stand."""
        at = {way.id: number for number, way in enumerate(self._ways)}
        opened: dict[str, set[QuestionId]] = {way.id: set() for way in self._ways}
        for way in self._ways:
            for gate in way.gates:
                for column in gate.columns:
                    opened.setdefault(column, set()).add(way.id)
            if way.topic:
                door = self._doors[way.topic]
                for column in (door.overview, *door.questions):
                    opened.setdefault(column, set()).add(way.id)
        found: dict[QuestionId, tuple[int, ...]] = {}
        for way in self._ways:
            reached, to_do = {way.id}, [way.id]
            while to_do:
                fresh = opened[to_do.pop()] - reached
                reached |= fresh
                to_do.extend(fresh)
            found[way.id] = tuple(sorted(at[id_] for id_ in reached))
        return found


def _is_open(door: _Door, touched: set[str], states: Mapping[str, ColumnState]) -> Truth:
    wishes = states.get(WISHES)
    if door.topic in touched or (isinstance(wishes, frozenset) and door.topic in wishes):
        return Truth.TRUE
    named = states.get(door.overview, Missing.NOT_ASKED)
    if isinstance(named, frozenset):
        return Truth.TRUE if door.topic in named else Truth.FALSE
    return Truth.FALSE if named is Missing.NOT_APPLICABLE else Truth.UNKNOWN


def route(
    questionnaire: Questionnaire, answers: Mapping[QuestionId, Answer], facts: Mapping[str, ColumnState]
) -> Routing:
    """Work out what applies, once; who routes again and again keeps a `Router`."""
    return Router(questionnaire).route(answers, facts)


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


def asked_in_order(questionnaire: Questionnaire, routing: Routing, situation: Situation) -> tuple[QuestionId, ...]:
    """Return the questions of this talk, in the order to ask them, that apply for certain and may be asked now."""
    if situation.mode is Mode.QUICK:
        ids: Iterator[QuestionId] = _quick(questionnaire)
    else:
        ids = exploratory_order(questionnaire)
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


def exploratory_order(questionnaire: Questionnaire) -> Iterator[QuestionId]:
    """Yield the questions of the exploratory talk: the topics, then the safety questions, then how to go on."""
    block = set(questionnaire.safety_block)
    closing = [id_ for id_ in questionnaire.order if questionnaire.questions[id_].topic == "closing"]
    yield from (id_ for id_ in questionnaire.order if id_ not in block and id_ not in closing)
    yield from questionnaire.safety_block
    yield from closing
