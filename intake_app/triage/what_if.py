"""Which one given answer, if it had been another, would change which suggestion.

Shown as insight in how the rules work, never as an invitation to answer otherwise. So nothing about safety comes
into it: no safety question, no question that is only asked alone, no silent topic, no kind of help whose name alone
would tell of one, no fact of the talk, and no other answer that would raise a flag, take one away, or change what is
said of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.core.ids import KindId
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.model import QuestionKind
from intake_app.triage.flags import NO_HISTORY
from intake_app.triage.model import FlagState, KindEffect, KindState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from intake_app.core.ids import QuestionId, RuleId
    from intake_app.questionnaire.answers import Answer, Value
    from intake_app.questionnaire.conditions import ColumnState
    from intake_app.questionnaire.model import Question, Questionnaire
    from intake_app.triage.evaluate import Engine
    from intake_app.triage.flags import FlagHistory
    from intake_app.triage.model import RuleSet, Target
    from intake_app.triage.outcome import Assessment, Need

HUISARTS = KindId("huisarts")
_TELLING = frozenset({FlagState.RAISED, FlagState.POSSIBLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a talk holds: the answers, the facts of the talk, and what earlier moments left behind."""

    answers: Mapping[QuestionId, Answer]
    facts: Mapping[str, ColumnState]
    history: FlagHistory = NO_HISTORY


@dataclass(frozen=True, slots=True, kw_only=True)
class KindChange:
    """A kind of help that starts or stops being suggested."""

    kind: KindId
    before: KindState
    after: KindState


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedChange:
    """A need that falls in another band."""

    target: Target
    before: Need
    after: Need


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """One answer, what it would be instead, and what that would change."""

    question: QuestionId
    before: Value
    after: Value
    kinds: tuple[KindChange, ...]
    needs: tuple[NeedChange, ...]


def what_if(engine: Engine, questionnaire: Questionnaire, said: Said) -> Iterator[WhatIf]:
    """Yield what each other answer would change, in the order of the questionnaire; stop asking to stop the work."""
    routing = engine.router.route(said.answers, said.facts)
    judged = engine.judge(routing, said.history)
    now, telling = judged.assessment, telling_kinds(engine.rules, questionnaire)
    for id_ in questionnaire.order:
        answer = said.answers.get(id_)
        question = questionnaire.questions[id_]
        if not isinstance(answer, Given) or not routing.is_shown(id_) or not _may_vary(questionnaire, question):
            continue
        for value in other_values(questionnaire, question, answer.value):
            answers = {**said.answers, id_: Given(value=value)}
            other = engine.router.follow(routing, answers, said.facts)
            then = engine.judge(other, said.history, judged).assessment
            kinds, needs = _kind_changes(now, then, telling), _need_changes(now, then)
            if (kinds or needs) and _signs(now) == _signs(then):
                yield WhatIf(question=id_, before=answer.value, after=value, kinds=kinds, needs=needs)


def most_telling(found: Iterable[WhatIf], most: int) -> tuple[WhatIf, ...]:
    """Return at most `most`, those that change most suggestions first, then those that change most needs."""
    return tuple(sorted(found, key=lambda each: (-len(each.kinds), -len(each.needs)))[:most])


def other_values(questionnaire: Questionnaire, question: Question, value: Value) -> Iterator[Value]:
    """Yield the answers that differ in one option: another choice, or one option more or less of a multiple choice."""
    codes = [
        option.code
        for option in question.options
        if not any(topic.silent and topic.id == option.code for topic in questionnaire.topics.values())
    ]
    if question.kind is QuestionKind.SINGLE:
        yield from (code for code in codes if code != value)
    elif question.kind is QuestionKind.MULTI and isinstance(value, tuple):
        excluding = {option.code for option in question.options if option.excludes}
        yield from _one_more_or_less(codes, excluding, value)


def _one_more_or_less(codes: list[str], excluding: set[str], value: tuple[str, ...]) -> Iterator[Value]:
    for code in codes:
        if code in value:
            if len(value) > 1:
                yield tuple(each for each in value if each != code)
        elif code in excluding:
            yield (code,)
        else:
            chosen = {code, *value} - excluding
            yield tuple(each for each in dict.fromkeys((*codes, *value)) if each in chosen)


def telling_kinds(rules: RuleSet, questionnaire: Questionnaire) -> frozenset[KindId]:
    """Return the kinds for which something speaks that is only asked alone: their name would tell what was said.

    The huisarts is none of them: everybody has one, so the name tells nothing.
    """
    alone = {str(each.id) for each in questionnaire.questions.values() if _is_silent(questionnaire, each)}
    pros = (rule for rule in rules.kinds if rule.effect is not KindEffect.AGAINST)
    return frozenset(rule.kind for rule in pros if alone.intersection(rule.when.columns)) - {HUISARTS}


def _is_silent(questionnaire: Questionnaire, question: Question) -> bool:
    return question.alone or questionnaire.topics[question.topic].silent


def _may_vary(questionnaire: Questionnaire, question: Question) -> bool:
    return not question.safety and not _is_silent(questionnaire, question)


def _signs(assessment: Assessment) -> list[tuple[str, FlagState, frozenset[RuleId]]]:
    """Return the flags that say something, with the clauses that do."""
    return [
        (flag.flag, flag.state, frozenset(clause.id for clause in flag.all_clauses))
        for flag in assessment.flags
        if flag.state in _TELLING
    ]


def _kind_changes(now: Assessment, then: Assessment, telling: frozenset[KindId]) -> tuple[KindChange, ...]:
    return tuple(
        KindChange(kind=before.kind, before=before.state, after=after.state)
        for before, after in zip(now.kinds, then.kinds, strict=True)
        if (before.state is KindState.SUGGESTED) is not (after.state is KindState.SUGGESTED)
        and before.kind not in telling
    )


def _need_changes(now: Assessment, then: Assessment) -> tuple[NeedChange, ...]:
    return tuple(
        NeedChange(target=before.target, before=before.need, after=after.need)
        for before, after in ((now.medical, then.medical), (now.social, then.social))
        if before.need is not after.need
    )
