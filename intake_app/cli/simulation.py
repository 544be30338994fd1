"""What `simulate` does: many synthetic people through the rules, and what came out as a table or as JSON."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from intake_app.cli.words import resources_of
from intake_app.content.load import load
from intake_app.content.load_population import load_population
from intake_app.content.source import read_source
from intake_app.core.problems import ProblemsError, problem

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from intake_app.assurance.simulate import Simulation, Subject
    from intake_app.core.problems import Problem

MOST_PEOPLE = 10_000_000
_WIDTH = 34


def simulate(asked: argparse.Namespace) -> int:
    """Work out `asked.count` people with `asked.seed`; print a table, or JSON with `asked.json`."""
    from intake_app.assurance import simulate as work

    if not 1 <= asked.count <= MOST_PEOPLE:
        raise ProblemsError((problem("people_out_of_range", "simulate", most=MOST_PEOPLE),))
    if asked.seed < 0:
        raise ProblemsError((problem("seed_negative", "simulate"),))
    subject = subject_of(resources_of(asked))
    start = time.perf_counter()
    found = work.simulate(subject, asked.count, asked.seed)
    seconds = time.perf_counter() - start
    if asked.json:
        sys.stdout.write(json.dumps(_as_data(found, seconds, asked.lang), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("\n".join(_table(found, seconds, asked.lang)) + "\n")
    return 0


def subject_of(resources: Path) -> Subject:
    """Load what is simulated; raises `ProblemsError` with every problem found."""
    from intake_app.assurance.simulate import Subject

    problems: list[Problem] = []
    content = load(read_source(resources))
    marginals = load_population(content.source.part("population"), content.questionnaire, problems)
    if problems:
        raise ProblemsError(tuple(problems))
    return Subject(
        questionnaire=content.questionnaire, rules=content.rules, options=content.options, marginals=marginals
    )


def _as_data(found: Simulation, seconds: float, language: str) -> dict[str, object]:
    return {
        "warning": found.warning.nl if language == "nl" else found.warning.en,
        "people": found.size,
        "seed": found.seed,
        "seconds": round(seconds, 3),
        "people_per_second": round(found.size / seconds),
        "slices": {name: {"people": found.people[name], "means": means} for name, means in found.means.items()},
    }


def _table(found: Simulation, seconds: float, language: str) -> Iterator[str]:
    """Yield the lines: the warning, everybody, then the slices beside one another."""
    yield found.warning.nl if language == "nl" else found.warning.en
    yield ""
    yield f"{'people':<{_WIDTH}}{found.size:>10}"
    yield f"{'seed':<{_WIDTH}}{found.seed:>10}"
    yield f"{'people_per_second':<{_WIDTH}}{found.size / seconds:>10.0f}"
    yield f"{'asked':<{_WIDTH}}{found.of('asked'):>10.1f}"
    yield f"{'suggested':<{_WIDTH}}{found.of('suggested'):>10.1f}"
    section = ""
    for name, value in found.means["everyone"].items():
        if name in {"asked", "suggested"}:
            continue
        if name.split(".", 1)[0] != section and "." in name:
            yield ""
        section = name.split(".", 1)[0]
        yield f"{name:<{_WIDTH}}{100 * value:>9.2f}%"
    yield from _beside(found)


def _beside(found: Simulation) -> Iterator[str]:
    """Yield the differences between slices: a line per slice, a column per measure."""
    shares = ("any_flag", "urgency.now", "nothing", "medical_only", "social_only", "both", "enough_known")
    yield ""
    yield f"{'slice':<20}{'people':>9}" + "".join(f"{name:>14}" for name in (*shares, "suggested", "asked"))
    for name in found.means:
        cells = "".join(f"{100 * found.of(share, name):>13.1f}%" for share in shares)
        averages = "".join(f"{found.of(each, name):>14.1f}" for each in ("suggested", "asked"))
        yield f"{name:<20}{found.people[name]:>9}" + cells + averages
