"""Where the content comes from and where it leads: sources that grew old, questions without use, help without a way."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import TYPE_CHECKING

from intake_app.advice.kinds import Group
from intake_app.core.problems import problem
from intake_app.directory.freshness import STALE_AFTER
from intake_app.questionnaire.model import LIFE_AREAS, QuestionKind
from intake_app.questionnaire.routing import overview_question
from intake_app.triage.model import KindEffect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake_app.advice.kinds import OptionKind
    from intake_app.core.problems import Problem
    from intake_app.directory.model import Directory
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.model import Origin, RuleSet

OPEN_KINDS = frozenset({QuestionKind.TEXT, QuestionKind.DATE})
ONLY_INFORMS = {"own_question": "the person's own words head every document"}
"""Questions without a rule, each with the reason why it is asked all the same."""
OWN_WAY = frozenset({"practice", "huisarts", "gemeente", "insurer", "employer"})
"""Whoever these are, everybody in the country has one: the way exists without an entry in the sociale kaart."""

Dated = tuple[str, str]
"""A place to name and the ISO date on which it was last checked."""


def rule_dates(rules: RuleSet) -> Iterator[Dated]:
    """Yield every rule with its date; clauses stand and fall with their flag."""
    origins: list[tuple[str, Origin]] = [(flag.id, flag.origin) for flag in rules.flags]
    origins += [(rule.id, rule.origin) for table in rules.tables for rule in table.rules]
    origins += [(rule.id, rule.origin) for rule in rules.urgency]
    origins += [(rule.id, rule.origin) for rule in rules.kinds]
    yield from ((f"rules#{id_}", origin.checked) for id_, origin in origins)


def kind_dates(options: tuple[OptionKind, ...]) -> Iterator[Dated]:
    """Yield every kind of help with its date."""
    yield from ((f"options#{kind.id}", kind.checked) for kind in options)


def wrong_dates(dated: tuple[Dated, ...]) -> Iterator[Problem]:
    """Name what carries no date that can be read."""
    judged = {day: _as_date(day) is not None for _, day in dated}
    yield from (problem("not_a_date", where, key="checked") for where, day in dated if not judged[day])


def stale(dated: tuple[Dated, ...], today: datetime.date) -> Iterator[Problem]:
    """Name what nobody checked for a year: one problem for each date, at the first place that carries it."""
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for where, day in dated:
        found = _as_date(day)
        if found is not None and today - found > STALE_AFTER:
            places[day, where.partition("#")[0]].append(where)
    for (day, _), found_at in sorted(places.items()):
        yield problem("source_stale", found_at[0], date=day, number=len(found_at))


def _as_date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def unused_questions(questionnaire: Questionnaire, rules: RuleSet) -> Iterator[Problem]:
    """Name every question that no rule, gate, flag or fixed order looks at."""
    used = {overview_question(area.value) for area in LIFE_AREAS} | set(ONLY_INFORMS)
    used.update(questionnaire.quick_order, questionnaire.safety_block)
    for flag in rules.flags:
        used.update(flag.asked_by)
        used.update(column for clause in flag.clauses for column in clause.when.columns)
    used.update(column for table in rules.tables for column in table.columns)
    used.update(column for rule in rules.urgency for column in rule.when.columns)
    used.update(column for rule in rules.kinds for column in rule.when.columns)
    for question in questionnaire.questions.values():
        used.update(column for gate in question.asked_when for column in gate.columns)
    for id_, question in questionnaire.questions.items():
        if id_ not in used:
            code = "question_only_informs" if question.kind in OPEN_KINDS else "question_unused"
            yield problem(code, f"questionnaire#{id_}", question=id_)


def suggested_kinds(rules: RuleSet) -> frozenset[str]:
    """Return the kinds that a rule speaks for or a flag names."""
    found = {str(rule.kind) for rule in rules.kinds if rule.effect is not KindEffect.AGAINST}
    return frozenset(found | {str(kind) for flag in rules.flags for kind in flag.names})


def never_suggested(rules: RuleSet, options: tuple[OptionKind, ...]) -> Iterator[Problem]:
    """Name every kind of help that no rule speaks for."""
    spoken_for = suggested_kinds(rules)
    for kind in options:
        if kind.id not in spoken_for:
            yield problem("kind_never_suggested", f"options#{kind.id}", kind=kind.id)


def without_national_route(rules: RuleSet, options: tuple[OptionKind, ...], directory: Directory) -> Iterator[Problem]:
    """Name every suggested kind that somebody in a place without a sociale kaart of its own cannot reach."""
    served = {
        kind
        for service in directory.services
        if (service.nationwide or service.remote) and not service.example
        for kind in service.kinds
    }
    spoken_for = suggested_kinds(rules)
    for kind in options:
        needs_no_service = kind.group is Group.OWN_NETWORK or not OWN_WAY.isdisjoint({kind.route_by, str(kind.id)})
        if kind.id in spoken_for and kind.id not in served and not needs_no_service:
            yield problem("kind_without_national_route", f"options#{kind.id}", kind=kind.id)
