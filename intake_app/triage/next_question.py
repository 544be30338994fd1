"""Which open questions would help most now, each with its reason. The practitioner may ignore it.

Order (docs/decisions/0006): the person's own question; questions of flags that something said points to; essential
ones; the routine safety block, once there is rapport and the talk has had its turn; then what still changes the
advice most. With an outlook that is what was worked out ahead; without one a quick count of open rules. `alone`
questions come only when they may be asked, and stay out without a word otherwise.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from intake_app.core.ids import QuestionId
from intake_app.questionnaire.answers import NOT_ALONE, NotAsked
from intake_app.questionnaire.conditions import Missing, Truth
from intake_app.questionnaire.model import LIFE_AREAS
from intake_app.triage.model import FlagState, KindState
from intake_app.triage.outcome import NextQuestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from intake_app.core.ids import TopicId
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.questionnaire.routing import Routing
    from intake_app.triage.foresight.look import Outlook
    from intake_app.triage.outcome import Assessment

OWN_QUESTION = QuestionId("own_question")
KIND_WEIGHT, SCORE_WEIGHT = 3, 1
TALKED_FIRST = 5
"""Questions within topics that are answered before the routine safety block comes, where they promise enough."""
PROMISING = 0.2
"""Gain in bits from which a question within a topic may still come before the routine safety block."""
STAYING = 1.5
"""A question about the topic one is talking about counts this many times, so that the talk does not jump about."""
MOST_ABOUT = 2


def next_questions(  # noqa: PLR0913  an outlook comes later than the rest, or never
    questionnaire: Questionnaire,
    routing: Routing,
    assessment: Assessment,
    *,
    alone_allowed: bool,
    most: int = 3,
    outlook: Outlook | None = None,
) -> tuple[NextQuestion, ...]:
    """Return at most `most` questions, the most helpful first.

    Left out on purpose counts as dealt with, unless somebody was in hearing or a flag points to the question.
    """
    asking = _Asking(questionnaire, routing, alone_allowed=alone_allowed)
    found: dict[QuestionId, NextQuestion] = {}
    for each in _candidates(asking, assessment, outlook):
        if len(found) == most:
            break
        if asking.is_possible(each.question):
            found.setdefault(each.question, each)
    return tuple(found.values())


def _candidates(asking: _Asking, assessment: Assessment, outlook: Outlook | None) -> Iterator[NextQuestion]:
    questionnaire = asking.questionnaire
    yield NextQuestion(question=OWN_QUESTION, why="own_question")
    yield from _of_flags(assessment, asking)
    yield from _essential(questionnaire, assessment)
    yield from _safety(asking.of_topics_begun())
    if asking.safety_is_due(outlook):
        yield from _safety(asking.routine())
    yield from _by_influence(assessment, asking) if outlook is None else _by_gain(outlook, asking)
    yield from _safety(asking.routine())


class _Asking:
    """What may be asked at this moment of a talk. `pressing` holds the questions of flags that something points to."""

    def __init__(self, questionnaire: Questionnaire, routing: Routing, *, alone_allowed: bool) -> None:
        self.questionnaire, self._routing, self._alone_allowed = questionnaire, routing, alone_allowed
        self.pressing: set[QuestionId] = set()

    def applies(self, id_: QuestionId) -> bool:
        """Tell whether the question applies for certain."""
        return self._routing.applies[id_] is Truth.TRUE

    def is_possible(self, id_: QuestionId) -> bool:
        """Tell whether it may be asked and has no answer yet."""
        question = self.questionnaire.questions.get(id_)
        if question is None or self._routing.applies[id_] is Truth.FALSE:
            return False
        if self._routing.states[id_] is not Missing.NOT_ASKED or (question.alone and not self._alone_allowed):
            return False
        answer = self._routing.answers.get(id_)
        is_left_out = isinstance(answer, NotAsked) and answer.reason != NOT_ALONE
        return not is_left_out or id_ in self.pressing

    def routine(self) -> Iterator[QuestionId]:
        """Yield the safety questions that apply: the block in its order, then those that belong to a topic."""
        block = self.questionnaire.safety_block
        others = [id_ for id_, each in self.questionnaire.questions.items() if each.safety and id_ not in block]
        yield from (id_ for id_ in (*block, *others) if self.applies(id_))

    def of_topics_begun(self) -> Iterator[QuestionId]:
        """Yield the safety questions outside the block that belong to a topic one already talks about."""
        block, questions = self.questionnaire.safety_block, self.questionnaire.questions
        begun = {
            questions[id_].topic for id_ in self._routing.answers if id_ in questions and not questions[id_].safety
        }
        yield from (id_ for id_ in self.routine() if id_ not in block and questions[id_].topic in begun)

    def topic(self) -> TopicId | None:
        """Return the topic of the question that was answered last; an overview is no topic to stay in."""
        for id_ in reversed(tuple(self._routing.answers)):
            question = self.questionnaire.questions.get(id_)
            if question is not None and not question.safety:
                return None if self.questionnaire.topics[question.topic].always else question.topic
        return None

    def safety_is_due(self, outlook: Outlook | None) -> bool:
        """Tell whether the routine safety block comes first now.

        Only after rapport: own question and all four areas were put to the person. Then as soon as enough questions
        within topics were answered, or none that is open promises enough.
        """
        answers, questions = self._routing.answers, self.questionnaire.questions
        opening = [OWN_QUESTION, *(QuestionId(f"area_{area.value}") for area in LIFE_AREAS)]
        if any(id_ in questions and id_ not in answers for id_ in opening):
            return False
        talked = [id_ for id_ in answers if id_ in questions and self._is_within_topic(id_)]
        if len(talked) >= TALKED_FIRST or outlook is None:
            return len(talked) >= TALKED_FIRST
        return max(outlook.gains.values(), default=0.0) < PROMISING

    def _is_within_topic(self, id_: QuestionId) -> bool:
        question = self.questionnaire.questions[id_]
        return not question.safety and not self.questionnaire.topics[question.topic].always

    def is_quiet(self, id_: QuestionId) -> bool:
        """Tell whether nothing may be said about what hangs on the question; a fact of the talk is no question."""
        question = self.questionnaire.questions.get(id_)
        return question is None or question.safety or question.alone or self.questionnaire.topics[question.topic].silent

    def stays(self, id_: QuestionId, topic: TopicId | None) -> bool:
        """Tell whether the question goes on about the topic."""
        return self.questionnaire.questions[id_].topic == topic


def _of_flags(assessment: Assessment, asking: _Asking) -> Iterator[NextQuestion]:
    """Yield what possible flags still ask for; questions that only may apply come behind those that do."""
    later: list[NextQuestion] = []
    for flag in assessment.flags:
        if flag.state is FlagState.POSSIBLE:
            asking.pressing.update(flag.open_questions)
            for question in flag.open_questions:
                why = "safety" if flag.is_silent else "flag"
                found = NextQuestion(question=question, why=why, about=() if flag.is_silent else (flag.flag,))
                if asking.applies(question):
                    yield found
                else:
                    later.append(found)
    yield from later


def _essential(questionnaire: Questionnaire, assessment: Assessment) -> Iterator[NextQuestion]:
    """Yield what cannot be missed; safety questions among it keep their place in the block."""
    block = frozenset(questionnaire.safety_block)
    for question in assessment.missing_essentials:
        if question not in block:
            yield NextQuestion(question=question, why="essential")


def _safety(ids: Iterator[QuestionId]) -> Iterator[NextQuestion]:
    return (NextQuestion(question=id_, why="safety") for id_ in ids)


def _by_gain(outlook: Outlook, asking: _Asking) -> Iterator[NextQuestion]:
    topic = asking.topic()
    worth = {id_: gain * (STAYING if asking.stays(id_, topic) else 1.0) for id_, gain in outlook.gains.items()}
    for id_ in sorted(worth, key=lambda each: -worth[each]):
        if worth[id_] > 0:
            yield _about_kinds(id_, outlook.turns.get(id_, ()), asking)


def _by_influence(assessment: Assessment, asking: _Asking) -> Iterator[NextQuestion]:
    weight: Counter[str] = Counter()
    about: dict[str, list[str]] = {}
    for kind in assessment.kinds:
        if kind.state is KindState.POSSIBLE:
            for reason in kind.open_reasons:
                for column in reason.columns:
                    weight[column] += KIND_WEIGHT
                    about.setdefault(column, []).append(kind.kind)
    for score in (assessment.medical, assessment.social):
        for rule in score.open_rules:
            for column in rule.open_columns:
                weight[column] += SCORE_WEIGHT * abs(rule.amount)
    for column, _ in weight.most_common():
        yield _about_kinds(QuestionId(column), dict.fromkeys(about.get(column, ())), asking)


def _about_kinds(id_: QuestionId, kinds: Iterable[str], asking: _Asking) -> NextQuestion:
    """Return a question with the kinds that it can turn, where these may be named."""
    named = () if asking.is_quiet(id_) else tuple(islice(kinds, MOST_ABOUT))
    return NextQuestion(question=id_, why="kind" if named else "picture", about=named)
