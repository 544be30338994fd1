"""Ids: each stands for one thing, and is never used again for another."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from intake_app.core.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake_app.assurance.lint.findings import Subject
    from intake_app.core.problems import Problem


def ids_of(subject: Subject) -> dict[str, list[str]]:
    """Return all ids, by the kind of thing that they stand for; the part of the content stands before the `/`."""
    rules = subject.rules
    row_ids = [str(rule.id) for table in rules.tables for rule in table.rules]
    row_ids += [*(str(rule.id) for rule in rules.urgency), *(str(rule.id) for rule in rules.kinds)]
    row_ids += [str(clause.id) for flag in rules.flags for clause in flag.clauses]
    return {
        "rules/row": row_ids,
        "rules/table": [table.id for table in rules.tables],
        "rules/flag": [str(flag.id) for flag in rules.flags],
        "options/kind": [str(kind.id) for kind in subject.options],
        "questionnaire/question": [str(id_) for id_ in subject.questionnaire.questions],
        "questionnaire/topic": [str(t.id) for part in subject.questionnaire.parts for t in part.topics],
        "directory/service": [str(service.id) for service in subject.directory.services],
    }


def twice(subject: Subject) -> Iterator[Problem]:
    """Name every id that stands for two things of one kind."""
    for name, ids in ids_of(subject).items():
        part = name.partition("/")[0]
        yield from (problem("id_twice", f"{part}#{id_}", id=id_) for id_, times in Counter(ids).items() if times > 1)


def used_again(subject: Subject) -> Iterator[Problem]:
    """Name every id that was retired and is in use again; a service may come back."""
    for name, ids in ids_of(subject).items():
        part = name.partition("/")[0]
        if part != "directory":
            yield from (problem("id_retired", f"{part}#{id_}", id=id_) for id_ in ids if id_ in subject.retired)
