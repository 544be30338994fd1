"""Content held against what the program is built for: its closed sets, its overviews, and safety outside all scores.

What can be wrong with any content, whatever the program, is the business of assurance/lint/findings.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.core.problems import problem
from intake_app.questionnaire.model import LIFE_AREAS
from intake_app.questionnaire.routing import overview_question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake_app.advice.kinds import OptionKind
    from intake_app.core.problems import Problem
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.model import RuleSet

KINDS = frozenset(
    [
        "eigen_stap",
        "naaste_betrekken",
        "netwerkgesprek",
        "vervolggesprek",
        "gesprek_was_genoeg",
        "huisarts",
        "poh_ggz",
        "poh_ouderen",
        "basis_ggz",
        "specialist_ggz",
        "crisisdienst",
        "fact_bemoeizorg",
        "verslavingszorg",
        "stoppen_met_roken",
        "fysiotherapie",
        "psychosomatische_therapie",
        "dietist",
        "verloskundige",
        "pop_poli",
        "casemanager_dementie",
        "wijkverpleging",
        "bedrijfsarts",
        "jeugd_ggz",
        "geestelijke_verzorging",
        "centrum_seksueel_geweld",
        "wlz_ciz",
        "e_health",
        "welzijn_op_recept",
        "maatschappelijk_werk",
        "wijkteam",
        "clientondersteuning",
        "schuldhulp",
        "geldfit",
        "inkomensondersteuning",
        "formulierenhulp",
        "sociaal_raadslieden",
        "juridisch_loket",
        "voedselbank",
        "wmo_ondersteuning",
        "mantelzorgsteunpunt",
        "respijtzorg",
        "taalhuis",
        "maatje",
        "buurthuis",
        "vrijwilligerswerk",
        "vluchtelingenwerk",
        "werk_en_inkomen",
        "ips_jobcoach",
        "dagbesteding",
        "opvoedhulp",
        "scheidingsloket",
        "buurtbemiddeling",
        "slachtofferhulp",
        "maatschappelijke_opvang",
        "steunpunt_inloop",
        "herstelacademie",
        "voorzorggroep",
        "ervaringsdeskundige_1op1",
        "zelfhulpgroep",
        "rouwgroep",
        "jongereninloop",
        "patientenvereniging",
        "luisterlijn",
        "alzheimer_cafe",
        "naasten_groep",
        "gli",
        "buurtsportcoach",
        "wandelgroep",
        "valpreventie",
        "beweeggroep_ouderen",
        "sportfonds",
    ]
)
"""The closed set of option kinds (architecture)."""

FLAGS = frozenset(
    [
        "suicide_acute",
        "suicide_thoughts",
        "psychosis",
        "mania",
        "acute_confusion",
        "somatic_emergency",
        "self_poisoning",
        "withdrawal_danger",
        "domestic_violence",
        "child_safety",
        "dependent_safety",
        "threat_to_others",
        "homeless_tonight",
        "essential_needs",
        "self_neglect",
        "pregnancy_risk",
        "gut_feeling",
    ]
)
"""The closed set of red flags (docs/sources/practice.md §3)."""

LEAST_TOPICS = 35


def cross_check(questionnaire: Questionnaire, rules: RuleSet, options: tuple[OptionKind, ...]) -> Iterator[Problem]:
    """Yield what does not fit, each at a file or at `part#id`."""
    yield from _closed_sets(rules, options)
    yield from _questionnaire(questionnaire)
    yield from _safety(questionnaire, rules)


def _closed_sets(rules: RuleSet, options: tuple[OptionKind, ...]) -> Iterator[Problem]:
    known = {str(kind.id) for kind in options}
    for kind in sorted(KINDS - known):
        yield problem("kind_missing", "options", kind=kind)
    flags = {str(flag.id) for flag in rules.flags}
    for flag in sorted(FLAGS ^ flags):
        yield problem("flag_set_differs", "rules/flags.yaml", flag=flag)


def _questionnaire(questionnaire: Questionnaire) -> Iterator[Problem]:
    if len(questionnaire.topics) < LEAST_TOPICS:
        yield problem("topics_too_few", "questionnaires", least=LEAST_TOPICS)
    for area in LIFE_AREAS:
        overview = questionnaire.questions.get(overview_question(area.value))  # type: ignore[call-overload]
        part = next((each for each in questionnaire.parts if each.area is area), None)
        if overview is None or part is None:
            yield problem("overview_missing", f"questionnaires/{area.value}.yaml", area=area.value)
            continue
        codes = {option.code for option in overview.options}
        for topic in part.topics:
            if not topic.always and topic.id not in codes:
                yield problem("topic_unreachable", f"questionnaire#{topic.id}", topic=topic.id)
    for code in [each for each in questionnaire.questions if not questionnaire.questions[each].text]:
        yield problem("text_missing", f"questionnaire#{code}", question=code)


def _safety(questionnaire: Questionnaire, rules: RuleSet) -> Iterator[Problem]:
    """No safety question feeds a score: a flag is never outweighed (decision 1)."""
    for table in rules.tables:
        for column in table.columns:
            question = questionnaire.questions.get(column)  # type: ignore[call-overload]
            if question is not None and (question.safety or question.alone):
                yield problem("safety_in_score", f"rules#{table.id}", table=table.id, question=column)
    for question in questionnaire.questions.values():
        if question.alone and not question.safety:
            yield problem("alone_not_safety", f"questionnaire#{question.id}", question=question.id)
