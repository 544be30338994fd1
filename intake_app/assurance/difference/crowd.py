"""For how many synthetic people the outcome of two versions differs.

The same people say the same things in both versions; each version asks what it would ask. The people are made up
(`triage/crowd/population`): a share says something about the rules, never about real people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray

from intake_app.assurance.subject import conditions_of
from intake_app.questionnaire.conditions import Missing
from intake_app.triage.crowd.columns import NOT_ASKED, Answers
from intake_app.triage.crowd.flags import POSSIBLE, RAISED
from intake_app.triage.crowd.judge import Crowd
from intake_app.triage.crowd.kinds import STATES as KIND_STATES
from intake_app.triage.crowd.population import BLOCK, Population, as_asked
from intake_app.triage.crowd.routing import routing_conditions
from intake_app.triage.model import KindState, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from intake_app.assurance.subject import Subject
    from intake_app.core.text import Text
    from intake_app.questionnaire.conditions import ColumnState, Condition
    from intake_app.triage.crowd.columns import Codebook, Codes, Column
    from intake_app.triage.crowd.judge import Judged
    from intake_app.triage.crowd.marginals import Marginals

CHUNK = 8 * BLOCK
Bools = NDArray[numpy.bool_]
ANY = "any"
CHANGED = (ANY, "flags", "urgency", *(f"need.{target.value}" for target in Target), "kinds", "status")
"""What is held against one another: any of the rest, and each by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Of one flag or kind: how many people gain it (now raised or suggested, and not before) and how many lose it."""

    sort: str
    id: str
    gained: int
    lost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """For how many of `people` what changes; `shifts` are the flags and kinds that anybody gains or loses."""

    people: int
    seed: int
    warning: Text
    changed: Mapping[str, int]
    shifts: tuple[Shift, ...]
    more_urgent: int
    less_urgent: int

    def share(self, name: str) -> float:
        """Return the share of people (0 to 1) for whom something changes."""
        return self.changed[name] / self.people if self.people else 0.0


class Crowds:
    """The two versions as engines for many people, and the people of the new one."""

    def __init__(self, old: Subject, new: Subject, marginals: Marginals) -> None:
        """Compile both; the edges of numbers in either are kept apart in both."""
        self.old, self.new, self.marginals = old, new, marginals
        self._before = _crowd(old, also=tuple(_conditions(new)))
        self._after = _crowd(new, also=tuple(_conditions(old)))
        self._people = Population(marginals, self._after.codebook)

    def judged(self, size: int, seed: int, start: int) -> tuple[Judged, Judged]:
        """Return what both versions make of the same people."""
        said = self._people.sample(size, seed, start)
        before = self._before, _translated(said, self._after.codebook, self._before.codebook)
        return _judged(*before), _judged(self._after, said)


def shares(crowds: Crowds, size: int, seed: int) -> Shares:
    """Work out `size` people in both versions, in chunks."""
    count = _Count(crowds)
    for start in range(0, size, CHUNK):
        count.add(*crowds.judged(min(CHUNK, size - start), seed, start))
    return Shares(
        people=size,
        seed=seed,
        warning=crowds.marginals.warning,
        changed=count.changed,
        shifts=tuple(
            Shift(sort=sort, id=id_, gained=gained, lost=lost)
            for (sort, id_), (gained, lost) in count.shifts.items()
            if gained or lost
        ),
        more_urgent=count.more_urgent,
        less_urgent=count.less_urgent,
    )


class _Count:
    """Adds up the differences, chunk by chunk."""

    def __init__(self, crowds: Crowds) -> None:
        self._old, self._new = crowds.old, crowds.new
        self.changed = dict.fromkeys(CHANGED, 0)
        self.shifts: dict[tuple[str, str], tuple[int, int]] = {}
        self.more_urgent = self.less_urgent = 0

    def add(self, before: Judged, after: Judged) -> None:
        """Count one chunk."""
        flags = [[flag.id for flag in each.rules.flags] for each in (self._old, self._new)]
        kinds = [[option.id for option in each.options] for each in (self._old, self._new)]
        raised = _beside(flags, (before.flags == RAISED, after.flags == RAISED))
        possible = _beside(flags, (before.flags == POSSIBLE, after.flags == POSSIBLE))
        suggested = KIND_STATES.index(KindState.SUGGESTED)
        offered = _beside(kinds, (before.kinds == suggested, after.kinds == suggested))
        self._shift("flag", raised)
        self._shift("kind", offered)
        need = before.scores.need != after.scores.need
        found = {
            "flags": _any_differs(raised, before.size) | _any_differs(possible, before.size),
            "urgency": before.urgency != after.urgency,
            **{f"need.{target.value}": need[:, at] for at, target in enumerate(Target)},
            "kinds": _any_differs(offered, before.size),
            "status": before.status != after.status,
        }
        found[ANY] = numpy.logical_or.reduce(list(found.values()))
        for name, people in found.items():
            self.changed[name] += int(people.sum())
        self.more_urgent += int((after.urgency > before.urgency).sum())
        self.less_urgent += int((after.urgency < before.urgency).sum())

    def _shift(self, sort: str, columns: Mapping[str, tuple[Bools, Bools]]) -> None:
        for id_, (old, new) in columns.items():
            gained, lost = self.shifts.get((sort, id_), (0, 0))
            self.shifts[sort, id_] = (gained + int((new & ~old).sum()), lost + int((old & ~new).sum()))


def _crowd(subject: Subject, also: tuple[Condition, ...]) -> Crowd:
    return Crowd(subject.questionnaire, subject.rules, tuple(option.id for option in subject.options), also)


def _conditions(subject: Subject) -> Iterator[Condition]:
    yield from routing_conditions(subject.questionnaire)
    yield from conditions_of(subject)


def _judged(crowd: Crowd, said: Answers) -> Judged:
    offered = as_asked(crowd.codebook, said)
    return crowd.talk(Answers(size=offered.size, columns={}), offered)[1]


def _translated(said: Answers, source: Codebook, target: Codebook) -> Answers:
    """Return what people say in the codes of another version; an answer that it does not know was not given."""
    columns = {
        name: _recoded(codes, source.columns[name], target.columns[name])
        for name, codes in said.columns.items()
        if name in target.columns
    }
    return Answers(size=said.size, columns=columns)


def _recoded(codes: Codes, source: Column, target: Column) -> Codes:
    found, at = numpy.unique(codes, return_inverse=True)
    table = numpy.array([_code(source.decode(int(code)), target) for code in found], dtype=target.dtype)
    recoded: Codes = table[at.reshape(-1)]
    return recoded


def _code(state: ColumnState, target: Column) -> int:
    code = target.encode(state)
    if isinstance(state, Missing):
        return code
    known = target.decode(code)
    if isinstance(state, frozenset) and isinstance(known, frozenset):
        return code if known or not state else NOT_ASKED
    return code if known == state else NOT_ASKED


def _beside(ids: Sequence[Sequence[str]], found: tuple[Bools, Bools]) -> dict[str, tuple[Bools, Bools]]:
    """Return for every id of either version its column in both; what is not there holds of nobody."""
    nobody = numpy.zeros(len(found[0]), dtype=numpy.bool_)
    columns = [{id_: each[:, at] for at, id_ in enumerate(names)} for names, each in zip(ids, found, strict=True)]
    every = dict.fromkeys((*ids[0], *ids[1]))
    return {id_: (columns[0].get(id_, nobody), columns[1].get(id_, nobody)) for id_ in every}


def _any_differs(columns: Mapping[str, tuple[Bools, Bools]], size: int) -> Bools:
    found = numpy.zeros(size, dtype=numpy.bool_)
    for old, new in columns.values():
        found |= old != new
    return found
