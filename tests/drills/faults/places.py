"""Every condition of the content, with a way to put another in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intake_app.triage.model import KindEffect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake_app.assurance.subject import Subject
    from intake_app.questionnaire.conditions import Condition
    from intake_app.questionnaire.model import Question, Questionnaire
    from intake_app.triage.model import FlagClause, FlagRule, KindRule, RuleSet, ScoreRule, ScoreTable, UrgencyRule

FLAGS, GATES, SCORES, URGENCY, AGAINST, FOR = "flags", "gates", "scores", "urgency", "against a kind", "for a kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One condition. `put` returns the content with another condition there; None takes its row away."""

    area: str
    id: str
    condition: Condition
    put: Callable[[Condition | None], Subject]


def places(subject: Subject) -> Iterator[Place]:
    """Yield every condition, in the order of the content."""
    yield from _clauses(subject)
    yield from _gates(subject)
    yield from _score_rows(subject)
    yield from _urgency(subject)
    yield from _kinds(subject)


def swapped(items: tuple, at: int, *others: object) -> tuple:
    """Return the items with another one (or none, or more) in the place of number `at`."""
    return (*items[:at], *others, *items[at + 1 :])


def with_rules(subject: Subject, **changes: object) -> Subject:
    """Return the content with other rules."""
    return replace(subject, rules=replace(subject.rules, **changes))


def with_flag(subject: Subject, at: int, **changes: object) -> Subject:
    """Return the content in which flag number `at` is otherwise."""
    flags = subject.rules.flags
    return with_rules(subject, flags=swapped(flags, at, replace(flags[at], **changes)))


def with_clause(subject: Subject, flag: int, clause: int, **changes: object) -> Subject:
    """Return the content in which one clause of a flag is otherwise."""
    clauses = subject.rules.flags[flag].clauses
    return with_flag(subject, flag, clauses=swapped(clauses, clause, replace(clauses[clause], **changes)))


def with_table(subject: Subject, at: int, rows: tuple[ScoreRule, ...]) -> Subject:
    """Return the content in which a table has other rows; a table without rows goes."""
    tables, columns = subject.rules.tables, dict.fromkeys(column for row in rows for column in row.when.columns)
    changed = (replace(tables[at], rules=rows, columns=tuple(columns)),) if rows else ()
    return with_rules(subject, tables=swapped(tables, at, *changed))


def with_question(subject: Subject, question: Question, **changes: object) -> Subject:
    """Return the content in which a question is otherwise, wherever it stands."""
    new = replace(question, **changes)
    questionnaire = subject.questionnaire
    topic = questionnaire.topics[question.topic]
    there = replace(topic, questions=tuple(new if each.id == new.id else each for each in topic.questions))
    changed = replace(
        questionnaire,
        questions={**questionnaire.questions, new.id: new},
        topics={**questionnaire.topics, topic.id: there},
        parts=_parts_with(questionnaire, there),
    )
    return replace(subject, questionnaire=changed)


def _parts_with(questionnaire: Questionnaire, topic: object) -> tuple:
    return tuple(
        replace(part, topics=tuple(topic if each.id == topic.id else each for each in part.topics))
        for part in questionnaire.parts
    )


def _clauses(subject: Subject) -> Iterator[Place]:
    for at, flag in enumerate(subject.rules.flags):
        for number, clause in enumerate(flag.clauses):

            def put(new: Condition | None, at: int = at, number: int = number, flag: FlagRule = flag) -> Subject:
                if new is None:
                    return with_flag(subject, at, clauses=swapped(flag.clauses, number))
                return with_clause(subject, at, number, when=new)

            yield Place(area=FLAGS, id=clause.id, condition=clause.when, put=put)


def _gates(subject: Subject) -> Iterator[Place]:
    for question in subject.questionnaire.questions.values():
        for at, gate in enumerate(question.asked_when):

            def put(new: Condition | None, at: int = at, question: Question = question) -> Subject:
                gates = swapped(question.asked_when, at, *(() if new is None else (new,)))
                return with_question(subject, question, asked_when=gates)

            yield Place(area=GATES, id=f"{question.id} {at + 1}", condition=gate, put=put)


def _score_rows(subject: Subject) -> Iterator[Place]:
    for at, table in enumerate(subject.rules.tables):
        for number, row in enumerate(table.rules):

            def put(new: Condition | None, at: int = at, number: int = number, table: ScoreTable = table) -> Subject:
                changed = () if new is None else (replace(table.rules[number], when=new),)
                return with_table(subject, at, swapped(table.rules, number, *changed))

            yield Place(area=SCORES, id=row.id, condition=row.when, put=put)


def _urgency(subject: Subject) -> Iterator[Place]:
    for at, rule in enumerate(subject.rules.urgency):

        def put(new: Condition | None, at: int = at, rule: UrgencyRule = rule) -> Subject:
            changed = () if new is None else (replace(rule, when=new),)
            return with_rules(subject, urgency=swapped(subject.rules.urgency, at, *changed))

        yield Place(area=URGENCY, id=rule.id, condition=rule.when, put=put)


def _kinds(subject: Subject) -> Iterator[Place]:
    for at, rule in enumerate(subject.rules.kinds):

        def put(new: Condition | None, at: int = at, rule: KindRule = rule) -> Subject:
            changed = () if new is None else (replace(rule, when=new),)
            return with_rules(subject, kinds=swapped(subject.rules.kinds, at, *changed))

        area = AGAINST if rule.effect is KindEffect.AGAINST else FOR
        yield Place(area=area, id=rule.id, condition=rule.when, put=put)


def clauses_of(rules: RuleSet) -> Iterator[tuple[int, int, FlagRule, FlagClause]]:
    """Yield every clause with its flag and their numbers."""
    for at, flag in enumerate(rules.flags):
        for number, clause in enumerate(flag.clauses):
            yield at, number, flag, clause
