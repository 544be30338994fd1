"""All content of a source, loaded and checked against one another."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.assurance.lint import findings as lint
from intake_app.content.check import cross_check
from intake_app.content.load_certificate import load_certificate
from intake_app.content.load_directory import load_directory, load_postcodes
from intake_app.content.load_exceptions import load_exceptions
from intake_app.content.load_options import load_options
from intake_app.content.load_questionnaire import load_questionnaire
from intake_app.content.load_retired import load_retired
from intake_app.content.load_rules import load_rules
from intake_app.content.load_synonyms import load_synonyms
from intake_app.content.load_wording import load_wording
from intake_app.content.place_problems import placed
from intake_app.core.problems import ProblemsError, problem

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from intake_app.advice.kinds import OptionKind
    from intake_app.assurance.certificate import Certificate
    from intake_app.content.load_wording import Wording
    from intake_app.content.source import Source
    from intake_app.core.problems import Problem
    from intake_app.directory.distance import PostcodeMap
    from intake_app.directory.finding.words import Synonyms
    from intake_app.directory.model import Directory
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.model import RuleSet


KEYS_SINCE = frozenset({"strength", "owner"})
ASKED_SINCE = frozenset({"yaml_reference", "version_not_quoted", "language_missing"})
"""What content of 0.1.0 need not have: keys of a rule, and problems that were none then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything under `resources/` that the domain works with."""

    questionnaire: Questionnaire
    rules: RuleSet
    options: tuple[OptionKind, ...]
    directory: Directory
    postcodes: PostcodeMap
    synonyms: Synonyms
    wording: Wording
    certificate: Certificate | None
    retired: frozenset[str]
    source: Source

    @property
    def is_certified(self) -> bool:
        """Tell whether the safety properties were proved of exactly this content."""
        return self.certificate is not None and self.certificate.covers(self.source.fingerprints())


def load(source: Source, *, was_checked: bool = False) -> Content:
    """Load and check everything; raises `ProblemsError` with every problem found, each with file and line.

    Content that `was_checked` when it was new, and that a talk is pinned to, is not linted again: a check that was
    added since must not keep anybody from reopening that talk.
    """
    problems: list[Problem] = []
    with collector_at_rest():
        content = _read(source, problems)
        if not problems and not was_checked:
            problems.extend(cross_check(content.questionnaire, content.rules, content.options))
            problems.extend(_linted(content))
    if was_checked:
        problems = [each for each in problems if not _is_asked_since(each)]
    if problems:
        raise ProblemsError(placed(problems, source))
    return content


def _is_asked_since(found: Problem) -> bool:
    """Tell whether a version of the program that kept content in a store did not ask for this yet."""
    return found.code in ASKED_SINCE or (found.code == "key_missing" and dict(found.values).get("key") in KEYS_SINCE)


def warnings(content: Content, today: datetime.date) -> tuple[Problem, ...]:
    """Return what somebody should look at in content that loads, each with file and line."""
    found: list[Problem] = []
    load_certificate(content.source.part("certificate"), found)
    if not found and not content.is_certified:
        found.append(problem("content_not_certified"))
    return (*found, *placed(lint.warnings(_subject(content, []), today), content.source))


def _read(source: Source, problems: list[Problem]) -> Content:
    questionnaire = load_questionnaire(source.part("questionnaire"), problems)
    options = load_options(source.part("options"), problems)
    kinds = tuple(kind.id for kind in options)
    return Content(
        questionnaire=questionnaire,
        rules=load_rules(source.part("rules"), questionnaire, kinds, problems),
        options=options,
        directory=load_directory(source.part("directory"), kinds, problems),
        postcodes=load_postcodes(source.part("directory"), problems),
        synonyms=load_synonyms(source.part("directory"), kinds, problems),
        wording=load_wording(source.part("wording"), problems),
        certificate=load_certificate(source.part("certificate"), []),  # a damaged one proves nothing; `warnings` tells
        retired=load_retired(source.part("rules"), problems),
        source=source,
    )


def _linted(content: Content) -> list[Problem]:
    problems: list[Problem] = []
    subject = _subject(content, problems)
    return [*problems, *lint.errors(subject)]


def _subject(content: Content, problems: list[Problem]) -> lint.Subject:
    return lint.Subject(
        questionnaire=content.questionnaire,
        rules=content.rules,
        options=content.options,
        directory=content.directory,
        retired=content.retired,
        exceptions=load_exceptions(content.source.part("rules"), problems),
    )


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking the growing content again and again: a quarter of the time of a load."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
