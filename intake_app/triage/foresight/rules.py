"""What a look ahead needs to know of questionnaire and rules: what hangs on a question, and what was done before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import Condition
from intake_app.questionnaire.routing import overview_question
from intake_app.triage.model import FlagEffect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import QuestionId
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.flags import FlagHistory
    from intake_app.triage.model import FlagRule, RuleSet

ALWAYS = Condition(tests=())


def followers(questionnaire: Questionnaire) -> Mapping[QuestionId, tuple[QuestionId, ...]]:
    """Return for every question those that are not asked when it is not: by their gate, or because of their topic."""
    behind: dict[str, list[QuestionId]] = {}
    for id_ in questionnaire.order:
        question = questionnaire.questions[id_]
        topic = questionnaire.topics[question.topic]
        for column in dict.fromkeys(column for gate in question.asked_when for column in gate.columns):
            behind.setdefault(column, []).append(id_)
        if not topic.always and not (question.safety and question.asked_when):
            behind.setdefault(overview_question(topic.area.value), []).append(id_)
    found: dict[QuestionId, tuple[QuestionId, ...]] = {}
    for id_ in questionnaire.order:
        reached: dict[QuestionId, None] = {}
        to_do = list(behind.get(id_, ()))
        while to_do:
            each = to_do.pop()
            if each not in reached:
                reached[each] = None
                to_do.extend(behind.get(each, ()))
        found[id_] = tuple(reached)
    return found


def with_history(rules: RuleSet, history: FlagHistory) -> RuleSet:
    """Write what earlier moments left behind into the rules, for an engine that knows no history.

    A clause that stands always holds, one that was withdrawn never does, and a flag of which was recorded what was
    done holds no kind of help back.
    """
    return replace(rules, flags=tuple(_with_history(flag, history) for flag in rules.flags))


def _with_history(flag: FlagRule, history: FlagHistory) -> FlagRule:
    withdrawn = history.withdrawn.get(flag.id, frozenset())
    standing = history.standing.get(flag.id, frozenset()) - withdrawn
    is_recorded = flag.id in history.recorded
    clauses = [
        replace(
            clause,
            when=ALWAYS if clause.id in standing else clause.when,
            effect=_effect(clause.effect, is_recorded=is_recorded),
        )
        for clause in flag.clauses
        if clause.id not in withdrawn
    ]
    return replace(flag, clauses=tuple(clauses), effect=_effect(flag.effect, is_recorded=is_recorded))


def _effect(effect: FlagEffect, *, is_recorded: bool) -> FlagEffect:
    return FlagEffect.GOES_ON if is_recorded and effect is FlagEffect.WAITS else effect
