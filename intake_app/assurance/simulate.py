"""Many synthetic people through the whole chain: what comes out, how often, and for whom it differs.

The people are made up (`triage/crowd/population`): a share says something about the rules, never about real people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy
from numpy.typing import NDArray

from intake_app.advice.kinds import Group
from intake_app.questionnaire.conditions import CodeTest, Condition, RangeTest, Truth
from intake_app.triage.crowd.columns import NOT_ASKED
from intake_app.triage.crowd.flags import POSSIBLE, RAISED
from intake_app.triage.crowd.judge import Crowd
from intake_app.triage.crowd.kinds import STATES as KIND_STATES
from intake_app.triage.crowd.population import BLOCK, Population
from intake_app.triage.crowd.scores import NEEDS
from intake_app.triage.crowd.status import STATES as STATUSES
from intake_app.triage.model import KindState, Target, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake_app.advice.kinds import OptionKind
    from intake_app.core.text import Text
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.crowd.columns import Answers
    from intake_app.triage.crowd.judge import Judged
    from intake_app.triage.crowd.marginals import Marginals
    from intake_app.triage.model import RuleSet

CHUNK = 8 * BLOCK
"""People that are worked out at once: enough to be fast, few enough to stay small in memory."""
EVERYONE = "everyone"
_INFINITE = float("inf")
SLICES: dict[str, Condition] = {
    "age_16_29": Condition(tests=(("age", RangeTest(low=16.0, high=29.0)),)),
    "age_30_64": Condition(tests=(("age", RangeTest(low=30.0, high=64.0)),)),
    "age_65_up": Condition(tests=(("age", RangeTest(low=65.0, high=_INFINITE)),)),
    "gender_woman": Condition(tests=(("gender", CodeTest(codes=frozenset({"woman"}))),)),
    "gender_man": Condition(tests=(("gender", CodeTest(codes=frozenset({"man"}))),)),
    "literacy_ok": Condition(tests=(("literacy", CodeTest(codes=frozenset({"ok"}))),)),
    "literacy_low": Condition(tests=(("literacy", CodeTest(codes=frozenset({"low"}))),)),
    "language_nl": Condition(tests=(("language", CodeTest(codes=frozenset({"nl"}))),)),
    "language_not_nl": Condition(tests=(("language", CodeTest(codes=frozenset({"nl"}), negated=True)),)),
    "mode_quick": Condition(tests=(("mode", CodeTest(codes=frozenset({"quick"}))),)),
    "mode_exploratory": Condition(tests=(("mode", CodeTest(codes=frozenset({"exploratory"}))),)),
}
"""Groups of people that are held beside one another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is simulated: the content of one version, and the marginals of the people."""

    questionnaire: Questionnaire
    rules: RuleSet
    options: tuple[OptionKind, ...]
    marginals: Marginals


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """What came out. `means[slice][measure]` is a share of the slice (0 to 1), or an average for `asked`.

    `people[slice]` tells how many there were; slices are `everyone` and those of `SLICES`. Measures are named
    `flag.<id>.raised|possible`, `urgency.<level>`, `need.<side>.<band>`, `group.<group>` (at least one kind of it
    is suggested), `kind.<id>`, `status.<status>`, and `nothing`, `medical_only`, `social_only`, `both`,
    `enough_known`, `any_flag`, `asked`, `suggested`.
    """

    size: int
    seed: int
    warning: Text
    people: dict[str, int]
    means: dict[str, dict[str, float]]

    def of(self, measure: str, slice_: str = EVERYONE) -> float:
        """Return one figure."""
        return self.means[slice_][measure]


def crowd_of(subject: Subject) -> Crowd:
    """Return the engine for many people that keeps the slices apart."""
    kinds = tuple(option.id for option in subject.options)
    return Crowd(subject.questionnaire, subject.rules, kinds, also=tuple(SLICES.values()))


def simulate(subject: Subject, size: int, seed: int, told: Callable[[int], None] | None = None) -> Simulation:
    """Work out `size` people, in chunks; `told` hears after each how many are done."""
    crowd = crowd_of(subject)
    population = Population(subject.marginals, crowd.codebook)
    names = _measure_names(subject)
    sums = numpy.zeros((1 + len(SLICES), len(names)), dtype=numpy.float64)
    people = numpy.zeros(1 + len(SLICES), dtype=numpy.int64)
    for start in range(0, size, CHUNK):
        answers, judged = population.judged(crowd, min(CHUNK, size - start), seed, start)
        cells, of_cell = _cells(crowd, judged)
        counts = [numpy.bincount(of_cell, each, len(cells)) for each in _measures(subject, answers, judged)]
        sums += cells.T @ numpy.stack(counts, axis=1)
        people += (cells.T @ numpy.bincount(of_cell, minlength=len(cells))).astype(numpy.int64)
        if told is not None:
            told(start + judged.size)
    labels = (EVERYONE, *SLICES)
    means = sums / numpy.maximum(people, 1)[:, None]
    return Simulation(
        size=size,
        seed=seed,
        warning=subject.marginals.warning,
        people=dict(zip(labels, people.tolist(), strict=True)),
        means={label: dict(zip(names, row, strict=True)) for label, row in zip(labels, means.tolist(), strict=True)},
    )


def _cells(crowd: Crowd, judged: Judged) -> tuple[NDArray[numpy.float64], NDArray[numpy.intp]]:
    """Sort people by the slices they belong to: each cell with its slices (0 or 1), and the cell of each person."""
    key = numpy.ones(judged.size, dtype=numpy.uint32)
    for at, condition in enumerate(SLICES.values(), start=1):
        key |= (crowd.truths(judged, condition) == Truth.TRUE) * numpy.uint32(1 << at)
    found, of_cell = numpy.unique(key, return_inverse=True)
    bits = found[:, None] >> numpy.arange(1 + len(SLICES), dtype=numpy.uint32) & 1
    return bits.astype(numpy.float64), of_cell


def _measure_names(subject: Subject) -> tuple[str, ...]:
    flags = [flag.id for flag in subject.rules.flags]
    return (
        *(f"flag.{flag}.raised" for flag in flags),
        *(f"flag.{flag}.possible" for flag in flags),
        *(f"urgency.{level.code}" for level in Urgency),
        *(f"need.{target.value}.{need.value}" for target in Target for need in NEEDS),
        *(f"status.{status.value}" for status in STATUSES),
        *(f"kind.{option.id}" for option in subject.options),
        *(f"group.{group.value}" for group in Group),
        *("nothing", "medical_only", "social_only", "both"),
        *("any_flag", "enough_known", "asked", "suggested"),
    )


def _measures(subject: Subject, answers: Answers, judged: Judged) -> Iterator[NDArray[Any]]:
    """Yield every measure of each person, in the order of `_measure_names`."""
    suggested = judged.kinds == KIND_STATES.index(KindState.SUGGESTED)
    groups = {group: suggested[:, [option.group is group for option in subject.options]].any(axis=1) for group in Group}
    medical, social = groups[Group.CARE], groups[Group.SOCIAL]
    raised = judged.flags == RAISED
    yield from raised.T
    yield from (judged.flags == POSSIBLE).T
    yield from (judged.urgency == level for level in Urgency)
    yield from (judged.scores.need[:, at] == need for at in range(len(Target)) for need in range(len(NEEDS)))
    yield from (judged.status == status for status in range(len(STATUSES)))
    yield from suggested.T
    yield from groups.values()
    yield from (~suggested.any(axis=1), medical & ~social, social & ~medical, medical & social)
    yield from (raised.any(axis=1), judged.enough_known, _asked(subject, answers), suggested.sum(axis=1))


def _asked(subject: Subject, answers: Answers) -> NDArray[numpy.int64]:
    """Return how many questions were put to each person, answered or not."""
    found = numpy.zeros(answers.size, dtype=numpy.int64)
    for question in subject.questionnaire.order:
        if question in answers.columns:
            found += answers.columns[question] != NOT_ASKED
    return found
