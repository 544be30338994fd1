"""The solver: z3 on the circuit. The one module that loads z3, an optional extra.

Every question has a budget of work instead of time, one thread and a fixed seed, so that it ends in the same way on
every computer.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import z3

from intake_app.assurance.proof.circuit import FALSE, TRUE
from intake_app.assurance.proof.model import ALWAYS_THERE
from intake_app.assurance.proof.samples import draw, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intake_app.assurance.proof.model import Model

BUDGET = 60_000_000
"""Units of work (z3's rlimit) for one question; the hardest one on the shipped content takes a small part of it."""
SEED = 20_261_122
SAMPLES = 512


class OutOfBudgetError(Exception):
    """The solver could not decide a question within its budget: it counts as a failure."""


def solver_name() -> str:
    """Return the name and version of the solver."""
    return f"z3 {z3.get_version_string()}"


class Solver:
    """Answers whether literals of one circuit can hold together."""

    def __init__(self, model: Model) -> None:
        """Begin with an empty translation; nodes are translated once."""
        self.model, self.circuit = model, model.circuit
        self.asked = 0
        self._context = z3.Context()
        self._terms: dict[int, z3.BoolRef] = {TRUE: z3.BoolVal(val=True, ctx=self._context)}
        self._samples: dict[int, int] = {}
        self._values: dict[int, int] = {}
        self._seen: dict[frozenset[int], bool] = {}

    def can_hold(self, literals: Iterable[int]) -> bool:
        """Tell whether there is an answer set in which all these literals hold."""
        wanted = frozenset(literals)
        if wanted not in self._seen:
            self._seen[wanted] = self._shown(wanted) is not None or self.find(wanted) is not None
        return self._seen[wanted]

    def find(self, literals: Iterable[int]) -> frozenset[int] | None:
        """Return the true inputs of an answer set in which all these literals hold; None where there is none."""
        wanted = [each for each in literals if each != TRUE]
        if FALSE in wanted:
            return None
        self.asked += 1
        cone = self._whole_cone(wanted)
        solver = z3.SolverFor("QF_FD", ctx=self._context)
        solver.set("rlimit", BUDGET)
        solver.set("threads", 1)
        solver.set("random_seed", SEED)
        self._translate(cone)
        groups = {self.model.inputs.group_of[node] for node in cone if node in self.model.inputs.group_of}
        solver.add([self._term(each) for each in (*wanted, *(self.model.inputs.rules[name] for name in groups))])
        found = solver.check()
        if found == z3.unknown:
            raise OutOfBudgetError
        if found == z3.unsat:
            return None
        answer = solver.model()
        inputs = [node for node in cone if node in self.circuit.names]
        return self._completed(frozenset(each for each in inputs if z3.is_true(answer[self._terms[each]])))

    def smallest(self, literals: Iterable[int], found: frozenset[int]) -> frozenset[int]:
        """Return an answer set like `found` in which everything is left out that can be left out one by one."""
        wanted, members = list(literals), self.model.inputs.members
        left_out: list[int] = []
        for name, nodes in members.items():
            said = [node for node in nodes.values() if node in found]
            if not said or name in ALWAYS_THERE:
                continue
            without = [*left_out, *(-node for node in nodes.values())]
            fewer = self.find([*wanted, *without])
            if fewer is not None:
                left_out, found = without, fewer
        return found

    def _completed(self, found: frozenset[int]) -> frozenset[int]:
        """Add what every answer set has, where the question did not speak of it: the first code of each such fact."""
        groups = {self.model.inputs.group_of[node] for node in found}
        lacking = [name for name in ALWAYS_THERE if name not in groups]
        return found | {next(iter(self.model.inputs.members[name].values())) for name in lacking}

    def _whole_cone(self, wanted: list[int]) -> list[int]:
        """Return the nodes behind the literals and behind what must hold of their inputs."""
        inputs, cone = self.model.inputs, self.circuit.cone(wanted)
        groups = {inputs.group_of[node] for node in cone if node in inputs.group_of}
        return sorted({*cone, *self.circuit.cone(inputs.rules[name] for name in groups)})

    def _shown(self, wanted: frozenset[int]) -> frozenset[int] | None:
        """Return one of the answer sets drawn at random in which the literals hold."""
        if not self._samples:
            self._samples = draw(self.model, SAMPLES, random.Random(SEED))  # noqa: S311  no secret
        missing = [node for node in self.circuit.cone(wanted) if node not in self._values]
        if missing:
            self._values = self.circuit.values(self._samples, SAMPLES, missing, self._values)
        bits = full = (1 << SAMPLES) - 1
        for literal in wanted:
            bits &= self._values[literal] if literal > 0 else full ^ self._values[-literal]
        return one_of(self._samples, bits.bit_length() - 1) if bits else None

    def _translate(self, cone: list[int]) -> None:
        for node in cone:
            if node in self._terms:
                continue
            if node in self.circuit.names:
                self._terms[node] = z3.Bool(self.circuit.names[node], self._context)
            elif node in self.circuit.conjunctions:
                self._terms[node] = z3.And([self._term(each) for each in self.circuit.conjunctions[node]])
            else:
                terms, least = self.circuit.thresholds[node]
                self._terms[node] = z3.PbGe([(self._term(each), weight) for weight, each in terms], least)

    def _term(self, literal: int) -> z3.BoolRef:
        return self._terms[literal] if literal > 0 else z3.Not(self._terms[-literal])
