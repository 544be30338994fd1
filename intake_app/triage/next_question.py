"""Which open questions would help most now, each with its reason. The practitioner may ignore it.

Order: the person's own question; questions of flags that something points to; essential ones; then what can still
turn most suggestions or narrow most of a score. `alone` questions only when they may be asked; the routine safety
block comes after the areas were touched on.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from intake_app.core.ids import QuestionId
from intake_app.questionnaire.conditions import Missing, Truth
from intake_app.triage.model import FlagState, KindState
from intake_app.triage.outcome import NextQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake_app.questionnaire.model import Questionnaire
    from intake_app.questionnaire.routing import Routing
    from intake_app.triage.outcome import Assessment

OWN_QUESTION = QuestionId("own_question")
KIND_WEIGHT, SCORE_WEIGHT = 3, 1


def next_questions(
    questionnaire: Questionnaire,
    routing: Routing,
    assessment: Assessment,
    *,
    alone_allowed: bool,
    most: int = 3,
) -> tuple[NextQuestion, ...]:
    """Return at most `most` questions, the most helpful first."""
    found: dict[QuestionId, NextQuestion] = {}
    for each in _candidates(questionnaire, assessment):
        question = questionnaire.questions.get(each.question)
        if question is None or routing.applies[each.question] is Truth.FALSE:
            continue
        if routing.states[each.question] is not Missing.NOT_ASKED or (question.alone and not alone_allowed):
            continue
        found.setdefault(each.question, each)
        if len(found) == most:
            break
    return tuple(found.values())


def _candidates(questionnaire: Questionnaire, assessment: Assessment) -> Iterator[NextQuestion]:
    yield NextQuestion(question=OWN_QUESTION, why="own_question")
    for flag in assessment.flags:
        if flag.state is FlagState.POSSIBLE:
            for question in flag.open_questions:
                why = "safety" if flag.is_silent else "flag"
                yield NextQuestion(question=question, why=why, about=() if flag.is_silent else (flag.flag,))
    for question in assessment.missing_essentials:
        yield NextQuestion(question=question, why="essential")
    yield from _by_influence(assessment)
    for question in questionnaire.safety_block:
        yield NextQuestion(question=question, why="safety")


def _by_influence(assessment: Assessment) -> Iterator[NextQuestion]:
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
        kinds = tuple(dict.fromkeys(about.get(column, ())))[:2]
        why = "kind" if kinds else "picture"
        yield NextQuestion(question=QuestionId(column), why=why, about=kinds)
