"""All content of a source, loaded and checked against one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.content.check import cross_check
from intake_app.content.load_certificate import load_certificate
from intake_app.content.load_directory import load_directory, load_postcodes
from intake_app.content.load_options import load_options
from intake_app.content.load_questionnaire import load_questionnaire
from intake_app.content.load_rules import load_rules
from intake_app.content.load_wording import load_wording
from intake_app.core.problems import ProblemsError

if TYPE_CHECKING:
    from intake_app.advice.kinds import OptionKind
    from intake_app.assurance.certificate import Certificate
    from intake_app.content.load_wording import Wording
    from intake_app.content.source import Source
    from intake_app.core.problems import Problem
    from intake_app.directory.distance import PostcodeMap
    from intake_app.directory.model import Directory
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.model import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything under `resources/` that the domain works with."""

    questionnaire: Questionnaire
    rules: RuleSet
    options: tuple[OptionKind, ...]
    directory: Directory
    postcodes: PostcodeMap
    wording: Wording
    certificate: Certificate | None
    source: Source

    @property
    def is_certified(self) -> bool:
        """Tell whether the safety properties were proved of exactly this content."""
        return self.certificate is not None and self.certificate.covers(self.source.fingerprints())


def load(source: Source) -> Content:
    """Load and check everything; raises `ProblemsError` with every problem found, each with file and line."""
    problems: list[Problem] = []
    questionnaire = load_questionnaire(source.part("questionnaire"), problems)
    options = load_options(source.part("options"), problems)
    kinds = tuple(kind.id for kind in options)
    content = Content(
        questionnaire=questionnaire,
        rules=load_rules(source.part("rules"), questionnaire, kinds, problems),
        options=options,
        directory=load_directory(source.part("directory"), kinds, problems),
        postcodes=load_postcodes(source.part("directory"), problems),
        wording=load_wording(source.part("wording"), problems),
        certificate=load_certificate(source.part("certificate"), problems),
        source=source,
    )
    if not problems:
        problems.extend(cross_check(content.questionnaire, content.rules, content.options, content.directory))
    if problems:
        raise ProblemsError(tuple(problems))
    return content
