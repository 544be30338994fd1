"""Lint: what can be seen to be wrong with questionnaire, rules, kinds and sociale kaart without asking a solver.

Two weights. An error refuses the content when it is loaded. A warning asks somebody to look: the content still works.
A problem is placed at `part#id`; whoever has the files turns that into a file with a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.assurance.lint import ids as lint_ids
from intake_app.assurance.lint import laws as lint_laws
from intake_app.assurance.lint import rows as lint_rows
from intake_app.assurance.lint import sources as lint_sources
from intake_app.assurance.lint.columns import Columns

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from intake_app.advice.kinds import OptionKind
    from intake_app.core.problems import Problem
    from intake_app.directory.model import Directory
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.model import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is looked at. `retired` holds the ids that may not be used again.

    `exceptions` holds what breaks a law (the code of its problem) with reason, by the id of the row, table or question.
    """

    questionnaire: Questionnaire
    rules: RuleSet
    options: tuple[OptionKind, ...]
    directory: Directory
    retired: frozenset[str] = frozenset()
    exceptions: frozenset[tuple[str, str]] = frozenset()


def errors(subject: Subject) -> Iterator[Problem]:
    """Yield what must be mended before the content may be used."""
    questionnaire, rules, columns = subject.questionnaire, subject.rules, Columns(subject.questionnaire)
    rows = (*lint_rows.gates_of(questionnaire), *lint_rows.rows_of(rules))
    yield from lint_ids.twice(subject)
    yield from lint_ids.used_again(subject)
    yield from lint_rows.odd_cells(rows, columns)
    yield from lint_rows.contradictions(rows, columns)
    yield from lint_rows.overlaps(rules, columns)
    yield from lint_rows.repeats(lint_rows.score_and_kind_groups(rules), columns)
    yield from lint_laws.broken_laws(subject)
    yield from lint_sources.never_suggested(rules, subject.options)
    yield from lint_sources.wrong_dates((*lint_sources.rule_dates(rules), *lint_sources.kind_dates(subject.options)))


def warnings(subject: Subject, today: datetime.date) -> Iterator[Problem]:
    """Yield what somebody should look at. A flag clause that another one covers is a second net, hence no error."""
    questionnaire, rules, columns = subject.questionnaire, subject.rules, Columns(subject.questionnaire)
    yield from lint_rows.repeats(lint_rows.flag_groups(rules), columns, "clause_subsumed")
    yield from lint_sources.unused_questions(questionnaire, rules)
    yield from lint_sources.without_national_route(rules, subject.options, subject.directory)
    dated = (*lint_sources.rule_dates(rules), *lint_sources.kind_dates(subject.options))
    yield from lint_sources.stale(dated, today)
    services = [s for s in subject.directory.services if not s.example]
    of_services = tuple((f"directory#{service.id}", service.assured_date.isoformat()) for service in services)
    yield from lint_sources.stale(of_services, today)
