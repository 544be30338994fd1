"""Four eyes: what a row, a question or a demand of the safety file means was looked at, or `check` says so.

For every id the register (`resources/rules/meanings.yaml`) keeps a short print of its meaning. The words of an
explanation may change freely, and so may a source and a date. A test, a level, a mark, an amount, a list of kinds, and
what is asked with what can be answered, may not. It says nothing about what is right (docs/decisions/0007).
"""

from __future__ import annotations

import dataclasses
import hashlib
from enum import Enum
from typing import TYPE_CHECKING

from intake_app.core.problems import problem
from intake_app.core.text import Text
from intake_app.questionnaire.conditions import CodeTest, Condition, RangeTest
from intake_app.triage.model import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from intake_app.assurance.safety import SafetyProperty
    from intake_app.assurance.subject import Subject
    from intake_app.core.problems import Problem
    from intake_app.questionnaire.conditions import Test
    from intake_app.questionnaire.model import Question, Questionnaire
    from intake_app.triage.model import FlagRule, RuleSet

FILE = "rules/meanings.yaml"
LENGTH = 12
"""Hexadecimal digits of a print: enough against a slip, not against somebody who looks for another with the same."""
QUESTIONNAIRE, TOPICS, RULES, OPTIONS, SAFETY, EXCEPTIONS = SECTIONS = (
    "questionnaire",
    "topics",
    "rules",
    "options",
    "safety",
    "exceptions",
)
"""What has a meaning: questions, topics, rules, kinds of help, demands of the safety file, exceptions to a law."""
PLACES = {TOPICS: "questionnaire#{id}", SAFETY: "rules/safety.yaml", EXCEPTIONS: "rules/exceptions.yaml"}
"""Where to look, of sections that are no part of the content by themselves."""
ORDER = "order"
"""Stands for the fixed orders of the questions."""
Said = tuple[object, ...]


def prints_of(
    subject: Subject, safety: tuple[SafetyProperty, ...], exceptions: frozenset[tuple[str, str]]
) -> dict[str, str]:
    """Return `section#id` of everything that has a meaning of its own, each with the print of that meaning."""
    found = dict(_meanings(subject))
    found |= {f"{SAFETY}#{each.id}": _plain(each) for each in safety}
    found |= {f"{EXCEPTIONS}#{id_} {law}": (law,) for law, id_ in sorted(exceptions)}
    return {key: hashlib.sha256(repr(said).encode()).hexdigest()[:LENGTH] for key, said in found.items()}


def not_looked_at(found: Mapping[str, str], register: Mapping[str, str]) -> Iterator[Problem]:
    """Name what changed or came since it was looked at, and what went."""
    for key, print_ in found.items():
        section, _, id_ = key.partition("#")
        where = "questionnaires/order.yaml" if id_ == ORDER else PLACES.get(section, key).format(id=id_)
        if key not in register:
            yield problem("meaning_missing", where, id=id_)
        elif register[key] != print_:
            yield problem("meaning_changed", where, id=id_)
    for key in register:
        if key not in found:
            yield problem("meaning_gone", FILE, id=key.partition("#")[2])


def _meanings(subject: Subject) -> Iterator[tuple[str, Said]]:
    yield from _of_questionnaire(subject.questionnaire)
    yield from _of_rules(subject.rules)
    for kind in subject.options:
        marks = (kind.this_week, kind.needs_referral, kind.free, kind.online, kind.exertion, kind.self_help)
        yield f"{OPTIONS}#{kind.id}", (kind.group.value, kind.route_by, marks)


def _of_questionnaire(questionnaire: Questionnaire) -> Iterator[tuple[str, Said]]:
    orders = (questionnaire.order, questionnaire.quick_order, questionnaire.safety_block, questionnaire.topics)
    yield f"{QUESTIONNAIRE}#{ORDER}", tuple([str(each) for each in order] for order in orders)
    for topic in questionnaire.topics.values():
        asked = [str(question.id) for question in topic.questions]
        yield f"{TOPICS}#{topic.id}", (topic.area.value, topic.always, topic.silent, asked)
    for question in questionnaire.questions.values():
        yield f"{QUESTIONNAIRE}#{question.id}", _of_question(question)


def _of_question(question: Question) -> Said:
    """What is asked and what each answer says are the meaning of its codes; help and explanation are not."""
    marks = (question.essential, question.safety, question.alone, question.quick, question.worse.value)
    options = [(option.code, _words(option.label), option.excludes) for option in question.options]
    bounds = (question.kind.value, _words(question.text), str(question.minimum), str(question.maximum))
    return question.topic, marks, options, bounds, [_said(gate) for gate in question.asked_when]


def _of_rules(rules: RuleSet) -> Iterator[tuple[str, Said]]:
    for flag in rules.flags:
        yield from _of_flag(flag)
    for table in rules.tables:
        yield f"{RULES}#{table.id}", (table.area.value, table.hit.value)
        for row in table.rules:
            amounts = sorted((target.value, points) for target, points in row.amounts)
            yield f"{RULES}#{row.id}", (table.id, _said(row.when), amounts)
    for urgent in rules.urgency:
        yield f"{RULES}#{urgent.id}", (urgent.level.code, _said(urgent.when))
    for rule in rules.kinds:
        yield f"{RULES}#{rule.id}", (rule.kind, rule.effect.value, rule.weight, _said(rule.when))


def _of_flag(flag: FlagRule) -> Iterator[tuple[str, Said]]:
    lists = [list(map(str, ids)) for ids in (flag.asked_by, flag.names, flag.also_allows)]
    calls = [(call.number, call.setting) for call in flag.calls]
    head = (flag.topic, flag.effect.value, flag.urgency.code, flag.neutral_paper)
    yield f"{RULES}#{flag.id}", (head, lists, calls)
    for clause in flag.clauses:
        does = (clause.state.value, clause.urgency.code, clause.effect.value)
        yield f"{RULES}#{clause.id}", (flag.id, does, _said(clause.when))


def _said(condition: Condition) -> list[tuple[str, str]]:
    """Return the tests of a condition in one order, whatever the order in the file."""
    return sorted((column, _told(test)) for column, test in condition.tests)


def _told(test: Test) -> str:
    if isinstance(test, CodeTest):
        return ("!" if test.negated else "") + " | ".join(sorted(test.codes))
    if isinstance(test, RangeTest):
        return f"{test.low:g}..{test.high:g}"
    return "?" + " ".join(sorted(each.value for each in test.states)) + (" answered" if test.answered else "")


def _words(text: Text) -> tuple[str, str]:
    return text.nl, text.en


def _plain(value: object) -> Said:
    """Return a demand as plain values, without its texts and where it comes from."""
    said: list[object] = [type(value).__name__]
    for field in dataclasses.fields(value):  # type: ignore[arg-type]
        inner = getattr(value, field.name)
        if not isinstance(inner, Text | Origin):
            said.append((field.name, _one(inner)))
    return tuple(said)


def _one(value: object) -> object:
    if isinstance(value, tuple):
        return [_one(each) for each in value]
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, Condition):
        return _said(value)
    return str(value)
