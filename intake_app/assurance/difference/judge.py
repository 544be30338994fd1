"""Whether one part of the outcome is equal in two versions, by the cheapest means that can tell.

The same literal: nothing to prove. Else every way in which its columns can stand; else examples drawn at random, of
which one may show a difference; else the solver. What none of them can tell is not proved, and never counts as equal.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, islice
from typing import TYPE_CHECKING

from intake_app.assurance.difference.replay import Replay, Sort
from intake_app.assurance.difference.talk import QUIET, talk_of, without
from intake_app.assurance.proof.circuit import FALSE, TRUE
from intake_app.assurance.proof.samples import draw, one_of
from intake_app.assurance.proof.witness import Witness, witness_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake_app.assurance.difference.pair import Pair
    from intake_app.assurance.difference.ways import Ways
    from intake_app.assurance.proof.solver import Solver

SAMPLES = 512
SEED = 20_261_122
KEPT = 20
"""Answer sets that showed a difference, and are tried first on the next part: many parts differ on the same one."""
MOST_REPLAYS = 200
"""Ways that are replayed in search of one that a talk can reach."""


class Outcome(StrEnum):
    """What is known of one part. `not_compared`: it rests on a question that the versions do not share."""

    EQUAL = "equal"
    DIFFERS = "differs"
    NOT_PROVED = "not_proved"
    NOT_COMPARED = "not_compared"


class Means(StrEnum):
    """How it is known, or why it is not."""

    SAME = "same"
    EVERY_WAY = "every_way"
    SOLVER = "solver"
    REPLAYED = "replayed"
    NO_SOLVER = "no_solver"
    OUT_OF_BUDGET = "out_of_budget"
    NO_EXAMPLE = "no_example"
    QUESTIONS_APART = "questions_apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the outcome: the literal of being different, and the ways that may settle it without a solver.

    Where the literal is true for more than what the outcome shows, `narrow` makes the literal of exactly that; None
    when it cannot be spelled out.
    """

    sort: Sort
    id: str
    literal: int = TRUE
    ways: Callable[[], Ways | None] | None = None
    narrow: Callable[[], int | None] | None = None
    is_decidable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of one part; where it differs, an answer set with the outcome of the old and of the new version."""

    sort: Sort
    id: str
    outcome: Outcome
    means: Means
    witness: Witness | None = None
    before: str = ""
    after: str = ""

    def text(self) -> str:
        """Return the witness as a file of answers that `advise` reads; empty where there is none."""
        if self.witness is None:
            return ""
        return self.witness.text((f"{self.sort} {self.id}".strip(), f"old: {self.before}", f"new: {self.after}"))


class Judge:
    """Decides about the parts of one pair of versions and keeps every verdict."""

    def __init__(self, pair: Pair, lone: frozenset[str]) -> None:
        """Make both engines; the solver is loaded when it is first needed."""
        self.pair = pair
        self.verdicts: dict[tuple[Sort, str], Verdict] = {}
        self._before, self._after = Replay(pair.old, lone), Replay(pair.new, lone)
        self._shown: list[Witness] = []
        self._drawn: dict[int, int] = {}
        self._values: dict[int, int] = {}
        self._solver: Solver | None = None

    def is_equal(self, part: Part) -> bool:
        """Decide about a part; tell whether it is equal."""
        verdict = self._decided(part)
        self.verdicts[part.sort, part.id] = verdict
        return verdict.outcome is Outcome.EQUAL

    def shown(self, part: Part, witness: Witness) -> Verdict | None:
        """Return the verdict that a part differs, when replaying an answer set shows it."""
        told = self._told(part, witness)
        if told is None:
            return None
        if witness in self._shown:
            return self._differing(part, witness, told)
        witness, told = self._smallest(part, witness, told)
        if witness not in self._shown:
            self._shown = [witness, *self._shown[: KEPT - 1]]
        return self._differing(part, witness, told)

    def _differing(self, part: Part, witness: Witness, told: tuple[str, str]) -> Verdict:
        found = _verdict(part, Outcome.DIFFERS, Means.REPLAYED)
        return replace(found, witness=witness, before=told[0], after=told[1])

    def examples(self) -> Iterator[Witness]:
        """Yield answer sets to try: a talk in which nothing was said, and those drawn at random."""
        yield Witness(facts=QUIET, answers={})
        yield Witness(facts={**QUIET, "mode": "quick"}, answers={})
        samples = self._samples()
        yield from (self._witness(one_of(samples, at)) for at in range(SAMPLES))

    def _decided(self, part: Part) -> Verdict:
        if part.literal == FALSE:
            return _verdict(part, Outcome.EQUAL, Means.SAME)
        ways = part.ways() if part.ways is not None else None
        if ways is not None:
            candidates = [
                talk_of(self.pair.new.questionnaire, states) for states in islice(ways.differing(), MOST_REPLAYS)
            ]
            if not candidates:
                return _verdict(part, Outcome.EQUAL, Means.EVERY_WAY)
            found = self._first_shown(part, iter(candidates))
            if found is not None:
                return found
        return self._drawn_or_solved(part)

    def _drawn_or_solved(self, part: Part) -> Verdict:
        examples = self._sampled(part) if part.is_decidable else self.examples()
        found = self._first_shown(part, chain(self._shown, examples))
        if found is not None:
            return found
        if not part.is_decidable:
            return self._unshown(part)
        if self.pair.touches_apart(part.literal):
            return _verdict(part, Outcome.NOT_COMPARED, Means.QUESTIONS_APART)
        return self._solved(part)

    def _first_shown(self, part: Part, witnesses: Iterator[Witness]) -> Verdict | None:
        return next((found for each in witnesses if (found := self.shown(part, each)) is not None), None)

    def _samples(self) -> dict[int, int]:
        if not self._drawn:
            self._drawn = draw(self.pair.model, SAMPLES, random.Random(SEED))  # noqa: S311  no secret
        return self._drawn

    def _sampled(self, part: Part) -> Iterator[Witness]:
        """Yield the answer sets drawn at random in which the part differs."""
        samples, circuit = self._samples(), self.pair.circuit
        missing = [node for node in circuit.cone([part.literal]) if node not in self._values]
        self._values = circuit.values(samples, SAMPLES, missing, self._values)
        value = self._values[abs(part.literal)]
        bits = value if part.literal > 0 else ((1 << SAMPLES) - 1) ^ value
        places = [at for at in range(SAMPLES) if bits >> at & 1]
        yield from (self._witness(one_of(samples, at)) for at in places[:MOST_REPLAYS])

    def _solved(self, part: Part) -> Verdict:
        solver = self._the_solver()
        if solver is None:
            return _verdict(part, Outcome.NOT_PROVED, Means.NO_SOLVER)
        from intake_app.assurance.proof.solver import OutOfBudgetError  # noqa: PLC0415  z3 is an optional extra

        try:
            found = solver.find([part.literal])
            if found is not None and part.narrow is not None:
                narrow = part.narrow()
                if narrow is None:
                    return self._unshown(part)
                found = solver.find([narrow])
            if found is not None:
                return self.shown(part, self._witness(found)) or self._unshown(part)
        except OutOfBudgetError:
            return _verdict(part, Outcome.NOT_PROVED, Means.OUT_OF_BUDGET)
        return _verdict(part, Outcome.EQUAL, Means.SOLVER)

    def _unshown(self, part: Part) -> Verdict:
        """Return the verdict on a part that no replayed answer set shows to differ."""
        if self.pair.apart:
            return _verdict(part, Outcome.NOT_COMPARED, Means.QUESTIONS_APART)
        return _verdict(part, Outcome.NOT_PROVED, Means.NO_EXAMPLE)

    def _the_solver(self) -> Solver | None:
        if self._solver is None:
            try:
                from intake_app.assurance.proof.solver import Solver  # noqa: PLC0415  z3 is an optional extra
            except ModuleNotFoundError as error:
                if error.name != "z3":
                    raise
                return None
            self._solver = Solver(self.pair.model)
        return self._solver

    def _witness(self, inputs: frozenset[int]) -> Witness:
        """Return an answer set, with only those questions that both versions have."""
        found = witness_of(self.pair.model.now, inputs)
        answers = {id_: answer for id_, answer in found.answers.items() if id_ not in self.pair.apart}
        return Witness(facts=found.facts, answers=answers)

    def _told(self, part: Part, witness: Witness) -> tuple[str, str] | None:
        """Return the old and the new outcome of a part; None where they are the same."""
        before = self._before.told(part.sort, part.id, self._before.seen(witness))
        after = self._after.told(part.sort, part.id, self._after.seen(witness))
        return None if before == after else (before, after)

    def _smallest(self, part: Part, witness: Witness, told: tuple[str, str]) -> tuple[Witness, tuple[str, str]]:
        """Leave out of an answer set whatever is not needed for the difference: halves first, single answers last."""
        size = len(witness.facts) + len(witness.answers)
        while size > 1:
            size = (size + 1) // 2
            names = (*witness.facts, *witness.answers)
            for start in range(0, len(names), size):
                leaner = without(witness, names[start : start + size])
                still = self._told(part, leaner)
                if still is not None:
                    witness, told = leaner, still
        return witness, told


def _verdict(part: Part, outcome: Outcome, means: Means) -> Verdict:
    return Verdict(sort=part.sort, id=part.id, outcome=outcome, means=means)
