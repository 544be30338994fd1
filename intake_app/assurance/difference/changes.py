"""What changed between two versions of the content, by id and by what of it: condition, amount, level, or text only."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from intake_app.core.text import Text
from intake_app.questionnaire.conditions import Condition
from intake_app.triage.model import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from intake_app.assurance.subject import Subject

TEXT, ORIGIN = "text", "origin"
_ASPECT = {
    "when": "condition",
    "asked_when": "gate",
    "amounts": "amount",
    "urgency": "level",
    "minimum": "range",
    "maximum": "range",
    "source": ORIGIN,
    "status": ORIGIN,
    "checked": ORIGIN,
    "pays_year": TEXT,
}
"""How a field is called in the report, where its own name would not do."""
_PARTS_OF = {
    "topic": ("questions",),
    "question": ("options",),
    "table": ("rules", "columns"),
    "flag": ("clauses",),
}
"""Fields that hold things which are compared by themselves, or follow from them."""


class How(StrEnum):
    """What became of something with an id."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One id that was added, is gone, or means something else; `what` names the aspects that changed."""

    sort: str
    id: str
    how: How
    what: tuple[str, ...] = ()

    @property
    def is_text_only(self) -> bool:
        """Tell whether nothing changed but words and where they come from."""
        return self.how is How.CHANGED and set(self.what) <= {TEXT, ORIGIN}


def changes(old: Subject, new: Subject) -> tuple[Change, ...]:
    """Return every change: what is gone, what changed, what was added."""
    before, after = _things(old), _things(new)
    found = [Change(sort=sort, id=id_, how=How.GONE) for sort, id_ in before if (sort, id_) not in after]
    for key, thing in before.items():
        what = _changed(thing, after[key]) if key in after else ()
        if what:
            found.append(Change(sort=key[0], id=key[1], how=How.CHANGED, what=what))
    found += [Change(sort=sort, id=id_, how=How.ADDED) for sort, id_ in after if (sort, id_) not in before]
    return tuple(found)


def _things(subject: Subject) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the aspects of everything that has an id."""
    return {(sort, id_): aspects for sort, id_, aspects in (*_asked(subject), *_ruled(subject))}


def _asked(subject: Subject) -> Iterator[tuple[str, str, dict[str, Any]]]:
    asked = subject.questionnaire
    for topic in asked.topics.values():
        yield "topic", topic.id, _aspects(topic, "topic")
    for question in asked.questions.values():
        yield "question", question.id, _aspects(question, "question")
        for option in question.options:
            yield "option", f"{question.id}.{option.code}", _aspects(option, "option")
    orders = {"order": asked.order, "quick order": asked.quick_order, "safety block": asked.safety_block}
    yield "order", "questions", {name: tuple(order) for name, order in orders.items()}
    for kind in subject.options:
        yield "kind", kind.id, _aspects(kind, "kind")


def _ruled(subject: Subject) -> Iterator[tuple[str, str, dict[str, Any]]]:
    rules = subject.rules
    for table in rules.tables:
        yield "table", table.id, _aspects(table, "table")
        for row in table.rules:
            yield "row", row.id, {**_aspects(row, "row"), "table": table.id}
    for flag in rules.flags:
        yield "flag", flag.id, _aspects(flag, "flag")
        for clause in flag.clauses:
            yield "clause", clause.id, {**_aspects(clause, "clause"), "flag": flag.id}
    for urgency in rules.urgency:
        yield "urgency rule", urgency.id, _aspects(urgency, "urgency rule")
    for rule in rules.kinds:
        yield "kind rule", rule.id, _aspects(rule, "kind rule")


def _aspects(thing: Any, sort: str) -> dict[str, Any]:  # noqa: ANN401  any of the values of the content
    """Return the fields of a value under the names of the report; all texts together are one aspect."""
    found: dict[str, Any] = {TEXT: []}
    for each in fields(thing):
        if each.name == "id" or each.name in _PARTS_OF.get(sort, ()):
            continue
        value = getattr(thing, each.name)
        name = TEXT if _is_text(value) else ORIGIN if isinstance(value, Origin) else _ASPECT.get(each.name, each.name)
        found.setdefault(name, []).append((each.name, _plain(value)))
    return found


def _is_text(value: object) -> bool:
    if isinstance(value, tuple):
        return bool(value) and all(isinstance(each, Text) for each in value)
    return isinstance(value, Text)


def _plain(value: object) -> object:
    """Return a value in which an order that means nothing does not count."""
    if isinstance(value, Condition):
        return frozenset(value.tests)
    if isinstance(value, tuple) and any(isinstance(each, Condition) for each in value):
        return frozenset(_plain(each) for each in value)
    return value


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    names = dict.fromkeys((*before, *after))
    return tuple(sorted(name for name in names if before.get(name) != after.get(name)))
