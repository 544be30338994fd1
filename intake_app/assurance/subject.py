"""What is proved, and every condition in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake_app.advice.kinds import OptionKind
    from intake_app.questionnaire.conditions import Condition
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.model import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is proved: one content version."""

    questionnaire: Questionnaire
    rules: RuleSet
    options: tuple[OptionKind, ...]


def conditions_of(subject: Subject) -> Iterator[Condition]:
    """Return every condition of the content."""
    for question in subject.questionnaire.questions.values():
        yield from question.asked_when
    for flag in subject.rules.flags:
        yield from (clause.when for clause in flag.clauses)
    for table in subject.rules.tables:
        yield from (rule.when for rule in table.rules)
    yield from (rule.when for rule in subject.rules.urgency)
    yield from (rule.when for rule in subject.rules.kinds)
