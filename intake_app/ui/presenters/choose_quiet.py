"""What may not be shown on a screen that somebody else can see: anything that rests on silent matter.

A reason is silent when it rests on a question only asked alone, on a silent topic, or on a silent flag.
A kind is telling when its very name may say what was asked: something silent can speak for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from intake_app.conversation.session import Session
from intake_app.core.ids import KindId, QuestionId, RuleId
from intake_app.triage.flags import FLAG_COLUMN
from intake_app.triage.model import FlagEffect, FlagRule
from intake_app.triage.outcome import Reason
from intake_app.triage.what_if import telling_kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """What is silent in the content of one talk.

    `telling` are the kinds that rest on a silent question itself: their name alone would tell. A kind that a silent
    flag only names, such as the huisarts, tells nothing and is shown, without that reason.
    """

    columns: frozenset[str]
    rules: frozenset[RuleId]
    telling: frozenset[KindId]

    def may_show(self, reason: Reason) -> bool:
        """Tell whether a reason may stand on the screen."""
        return reason.rule not in self.rules and not self.columns.intersection(reason.columns)


def quiet_of(session: Session) -> Quiet:
    """Work out what is silent in the content of this talk."""
    questionnaire, rules = session.knowledge.questionnaire, session.knowledge.engine.rules
    silent_flags = [rule for rule in rules.flags if _can_be_silent(rule)]
    asked = frozenset(
        str(question.id)
        for question in questionnaire.questions.values()
        if question.alone or questionnaire.topics[question.topic].silent
    )
    columns = asked | {f"{FLAG_COLUMN}{rule.id}" for rule in silent_flags}
    return Quiet(
        columns=columns,
        rules=frozenset(clause.id for rule in silent_flags for clause in rule.clauses if _silent(clause.effect)),
        telling=telling_kinds(rules, questionnaire),
    )


def may_name(session: Session, question: QuestionId) -> bool:
    """Tell whether a question may be shown now."""
    found = session.knowledge.questionnaire.questions[question]
    silent = found.alone or session.knowledge.questionnaire.topics[found.topic].silent
    return not silent or session.conversation.situation.may_ask_alone


def _can_be_silent(rule: FlagRule) -> bool:
    return any(_silent(clause.effect) for clause in rule.clauses)


def _silent(effect: FlagEffect) -> bool:
    return effect is FlagEffect.SILENT
