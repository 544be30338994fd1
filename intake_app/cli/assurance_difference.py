"""What `difference` does: two versions of the content beside one another, as short lines or as JSON.

Exit codes: 0 every part was proved equal, 1 not so, 2 wrong input.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from intake_app.assurance.difference.judge import Means, Outcome
from intake_app.assurance.difference.replay import Sort
from intake_app.assurance.difference.versions import difference as compare
from intake_app.assurance.subject import Subject
from intake_app.cli.words import resources_of
from intake_app.content.load import load
from intake_app.content.load_population import load_population
from intake_app.content.source import read_source
from intake_app.core.problems import ProblemsError, problem

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from intake_app.assurance.difference.crowd import Shares
    from intake_app.assurance.difference.judge import Verdict
    from intake_app.assurance.difference.versions import Difference
    from intake_app.content.load import Content
    from intake_app.core.problems import Problem
    from intake_app.core.text import Language

NOT_EQUAL = 1
LISTS = frozenset({Sort.ASKING, Sort.ESSENTIAL})
"""Parts whose outcome is a list of questions: only what differs in it is told."""
MEANS = {
    Means.EVERY_WAY: "every way gone through",
    Means.SOLVER: "proved by the solver",
    Means.NO_SOLVER: "needs the solver; `./run prove` installs it, then ask again",
    Means.OUT_OF_BUDGET: "the solver ran out of its budget; make the change in smaller steps",
    Means.NO_EXAMPLE: "no answers were found that show a difference, and equality could not be proved",
    Means.QUESTIONS_APART: "rests on a question that the versions do not share; see the synthetic people",
}


def difference(asked: argparse.Namespace) -> int:
    """Compare the content (new) with that in another folder (old), and print what differs."""
    if asked.seed < 0:
        raise ProblemsError((problem("seed_negative", "difference"),))
    if not asked.other.is_dir():
        raise ProblemsError((problem("folder_missing", str(asked.other)),))
    new = load(read_source(resources_of(asked)))
    old = load(read_source(asked.other), was_checked=True)
    problems: list[Problem] = []
    marginals = load_population(new.source.part("population"), new.questionnaire, problems)
    if problems:
        raise ProblemsError(tuple(problems))
    found = compare(_subject(old), _subject(new), marginals, asked.seed)
    if asked.json:
        sys.stdout.write(json.dumps(_data(found, new, asked.lang), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("\n".join(_lines(found, new, asked.lang)) + "\n")
    return 0 if found.is_equal else NOT_EQUAL


def _subject(content: Content) -> Subject:
    return Subject(questionnaire=content.questionnaire, rules=content.rules, options=content.options)


def _lines(found: Difference, new: Content, language: Language) -> Iterator[str]:
    """Yield the report: what changed, what it does, for whom, and the examples."""
    yield "What changed"
    for change in found.changes:
        what = f": {', '.join(change.what)}" if change.what else ""
        words = " (words only)" if change.is_text_only else ""
        yield f"  {change.sort} {change.id}: {change.how.value}{what}{words}"
    if not found.changes:
        yield "  nothing"
    for id_ in found.unretired(new.retired):
        yield f"  {id_} is gone: name it in rules/retired.yaml, so that it is not used again"
    for id_ in found.apart:
        yield f"  {id_} cannot be answered alike in both versions"
    yield ""
    examples: dict[str, int] = {}
    yield from _parts(found, examples)
    yield ""
    yield from _people(found.shares, language)
    for text, number in examples.items():
        yield f"\n--- example {number}: answers.yaml"
        yield text.rstrip("\n")


def _parts(found: Difference, examples: dict[str, int]) -> Iterator[str]:
    """Yield what became of the parts; each answer set that shows a difference gets a number in `examples`."""
    equal = found.of(Outcome.EQUAL)
    yield f"What it does: {'equal in behaviour' if found.is_equal else 'not equal, or not proved'}"
    yield f"  {len(equal)} of {len(found.verdicts)} parts are equal"
    for verdict in equal:
        if verdict.means is not Means.SAME:
            yield f"  {_name(verdict)}: equal, {MEANS[verdict.means]}"
    for verdict in found.of(Outcome.DIFFERS):
        text = verdict.witness.text() if verdict.witness is not None else ""
        number = examples.setdefault(text, len(examples) + 1)
        before, after = _told(verdict)
        yield f"  {_name(verdict)}: DIFFERS, {before} -> {after} (example {number})"
    for verdict in (*found.of(Outcome.NOT_COMPARED), *found.of(Outcome.NOT_PROVED)):
        yield f"  {_name(verdict)}: NOT PROVED EQUAL, {MEANS[verdict.means]}"


def _name(verdict: Verdict) -> str:
    return f"{verdict.sort} {verdict.id}".strip()


def _told(verdict: Verdict) -> tuple[str, str]:
    """Return the old and the new outcome; of lists only what stands in one of them."""
    if verdict.sort not in LISTS:
        return verdict.before, verdict.after
    before, after = verdict.before.split(), verdict.after.split()
    gone, come = [each for each in before if each not in after], [each for each in after if each not in before]
    if not gone and not come:
        return "one order", "another order"
    return " ".join(gone) or "-", " ".join(come) or "-"


def _people(shares: Shares, language: Language) -> Iterator[str]:
    yield f"For whom: {shares.people} synthetic people, seed {shares.seed}"
    yield f"  {shares.warning.of(language)}"
    for name, people in shares.changed.items():
        yield f"  {name:<16}{people:>7}{100 * shares.share(name):>8.2f}%"
    if shares.more_urgent or shares.less_urgent:
        yield f"  urgency: {shares.more_urgent} sooner, {shares.less_urgent} later"
    for shift in shares.shifts:
        yield f"  {shift.sort} {shift.id}: {shift.gained} gain it, {shift.lost} lose it"


def _data(found: Difference, new: Content, language: Language) -> dict[str, Any]:
    shares = found.shares
    return {
        "equal": found.is_equal,
        "changes": [
            {
                "sort": each.sort,
                "id": each.id,
                "how": each.how,
                "what": list(each.what),
                "words_only": each.is_text_only,
            }
            for each in found.changes
        ],
        "gone_and_not_retired": list(found.unretired(new.retired)),
        "questions_apart": list(found.apart),
        "parts": [
            {
                "part": each.sort,
                "id": each.id,
                "outcome": each.outcome,
                "means": each.means,
                "old": each.before,
                "new": each.after,
                "answers": each.text(),
            }
            for each in found.verdicts
        ],
        "people": {
            "warning": shares.warning.of(language),
            "count": shares.people,
            "seed": shares.seed,
            "changed": {name: {"people": count, "share": shares.share(name)} for name, count in shares.changed.items()},
            "sooner": shares.more_urgent,
            "later": shares.less_urgent,
            "shifts": [
                {"sort": each.sort, "id": each.id, "gained": each.gained, "lost": each.lost} for each in shares.shifts
            ],
        },
    }
