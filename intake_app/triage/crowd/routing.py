"""Which questions apply, for many people at once: the same gates, topics and exceptions as `questionnaire/routing`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy

from intake_app.questionnaire.conditions import CodeTest, Condition
from intake_app.questionnaire.routing import overview_question
from intake_app.triage.crowd.board import FALSE, NOBODY, TRUE, Board
from intake_app.triage.crowd.columns import FIRST, NOT_APPLICABLE, NOT_ASKED, Answers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from intake_app.core.ids import TopicId
    from intake_app.questionnaire.model import Question, Questionnaire
    from intake_app.triage.crowd.board import Compiled
    from intake_app.triage.crowd.columns import Codebook, Codes, Truths

MOST_ROUNDS = 6
"""Rounds of asking what newly applies; gates are nested less deep than this."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Walk:
    """One pass over the questionnaire: the state of every column, what applies, what was said, what is open."""

    board: Board
    applies: dict[str, Truths]
    said: dict[str, Codes]
    topics: dict[TopicId, Truths]


class CrowdRouting:
    """The gates of one questionnaire, made ready."""

    def __init__(self, questionnaire: Questionnaire, codebook: Codebook) -> None:
        """Compile every gate and the opening of every topic."""
        self._codebook = codebook
        self.order = tuple(questionnaire.questions[id_] for id_ in questionnaire.order)
        self._gates: dict[str, tuple[Compiled, ...]] = {
            question.id: tuple(codebook.compiled(condition) for condition in question.asked_when)
            for question in self.order
        }
        self._always = frozenset(topic.id for topic in questionnaire.topics.values() if topic.always)
        self._openings = {
            topic: (codebook.compiled(chosen), codebook.compiled(wished))
            for topic, chosen, wished in _openings(questionnaire)
        }

    def route(self, answers: Answers) -> Walk:
        """Return the state of every column, and for every question whether it applies."""
        return self._walk(answers, {})

    def interview(self, given: Answers, offered: Answers) -> tuple[Answers, Walk]:
        """Ask every question that applies and has no answer yet; what comes out is what `offered` says.

        Questions that do not apply stay unasked, as in a real talk. Asking one may open others; all are asked.
        The facts are those of `given`, then of `offered`. Returns also what `route` says of the answers.
        """
        size = max(given.size, offered.size)
        kept = Answers(size=size, columns={**offered.facts(), **given.columns})
        for _ in range(MOST_ROUNDS):
            walk = self._walk(kept, offered.columns)
            kept = kept.replaced(walk.said)
            if not self._opens_more(kept, walk.topics):
                return kept, walk
        return kept, self.route(kept)

    def _opens_more(self, answers: Answers, topics: Mapping[TopicId, Truths]) -> bool:
        """Tell whether an answer opened a topic that was passed by before it."""
        touched = self._touched(answers)
        return any((given & (topics[topic] != TRUE)).any() for topic, given in touched.items() if topic in topics)

    def _walk(self, answers: Answers, offered: Mapping[str, Codes]) -> Walk:
        walk = Walk(board=Board(self._codebook), applies={}, said={}, topics={})
        for name, codes in answers.facts().items():
            walk.board.put(name, codes)
        touched = self._touched(answers)
        for question in self.order:
            codes = answers.columns.get(question.id, NOBODY)
            found = self._applies(question, walk, touched)
            if question.id in offered:
                codes = numpy.where((codes == NOT_ASKED) & (found == TRUE), offered[question.id], codes)
                walk.said[question.id] = codes
            given = (codes >= FIRST).view(numpy.uint8)
            found = numpy.maximum(found, given * TRUE) if question.safety else found + (found & given)
            walk.applies[question.id] = found
            if self._gates[question.id] or question.topic not in self._always:
                codes = numpy.where(found == FALSE, codes.dtype.type(NOT_APPLICABLE), codes)
            walk.board.put(question.id, codes)
        return walk

    def _applies(
        self,
        question: Question,
        walk: Walk,
        touched: dict[TopicId, NDArray[numpy.bool_]],
    ) -> Truths:
        gates = self._gates[question.id]
        found = walk.board.any_holds(gates)
        if (question.safety and gates) or question.topic in self._always:
            return found
        if question.topic not in walk.topics:
            walk.topics[question.topic] = self._opening(question.topic, walk.board, touched)
        both: Truths = numpy.minimum(found, walk.topics[question.topic])
        return both

    def _opening(self, topic: TopicId, board: Board, touched: dict[TopicId, NDArray[numpy.bool_]]) -> Truths:
        chosen, wished = self._openings[topic]
        found = board.all_hold(chosen)
        is_open = board.all_hold(wished) == TRUE
        if topic in touched:
            is_open = is_open | touched[topic]
        either: Truths = numpy.maximum(found, is_open.view(numpy.uint8) * TRUE)
        return either

    def _opens_its_topic(self, question: Question) -> bool:
        return question.topic not in self._always and not (question.safety and bool(self._gates[question.id]))

    def _touched(self, answers: Answers) -> dict[TopicId, NDArray[numpy.bool_]]:
        found: dict[TopicId, NDArray[numpy.bool_]] = {}
        for question in self.order:
            if question.id in answers.columns and self._opens_its_topic(question):
                given = answers.columns[question.id] >= FIRST
                found[question.topic] = found[question.topic] | given if question.topic in found else given
        return found


def routing_conditions(questionnaire: Questionnaire) -> Iterator[Condition]:
    """Yield every condition that routing looks at."""
    for question in questionnaire.questions.values():
        yield from question.asked_when
    for _, chosen, wished in _openings(questionnaire):
        yield chosen
        yield wished


def _openings(questionnaire: Questionnaire) -> Iterator[tuple[TopicId, Condition, Condition]]:
    """Yield per topic that is not always there: chosen in its area, and wished for."""
    for topic in questionnaire.topics.values():
        if not topic.always:
            test = CodeTest(codes=frozenset({topic.id}))
            overview = overview_question(topic.area.value)
            yield topic.id, Condition(tests=((overview, test),)), Condition(tests=(("wish_topics", test),))
