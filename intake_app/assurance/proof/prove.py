"""Proofs of the safety properties, over every answer set there can be, complete and partial.

Loads z3, so it is imported only by who proves. What is proved is about the rules under the program's semantics, as
the circuit says them; that the circuit says what the engine does is tested, not proved.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.assurance.certificate import REQUIRED
from intake_app.assurance.proof.circuit import FALSE, TRUE
from intake_app.assurance.proof.claims_later import final_claims, sound_claims
from intake_app.assurance.proof.claims_rules import alive_claims, no_score_claims, not_alone_claims, one_outcome_claims
from intake_app.assurance.proof.claims_safety import conditions_of_safety, safety_claims
from intake_app.assurance.proof.claims_worse import worse_claims
from intake_app.assurance.proof.model import Model
from intake_app.assurance.proof.query import Report, Verdict
from intake_app.assurance.proof.solver import OutOfBudgetError, Solver
from intake_app.assurance.proof.witness import witness_of
from intake_app.assurance.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake_app.assurance.proof.query import Claim, Query
    from intake_app.assurance.proof.witness import Witness
    from intake_app.assurance.safety import SafetyProperty

PROPERTIES = REQUIRED
"""masked: a flag is never masked nor outweighed; monotone: a worse answer never lowers anything; one_outcome: exactly
one; alive: everything can happen; sound: partial answers promise nothing that further ones take back; final: final is
final; not_alone: no exercise or self-help alone after a flag; no_score: safety feeds no score."""


def prove(subject: Subject, safety: tuple[SafetyProperty, ...], only: frozenset[str] | None = None) -> Report:
    """Prove the properties, or those of them named in `only`."""
    prover = Prover(subject, safety)
    wanted = [name for name in PROPERTIES if only is None or name in only]
    return Report(verdicts=tuple(verdict for name in wanted for verdict in prover.verdicts(name)))


class Prover:
    """Proves properties of one content version, one after the other."""

    def __init__(self, subject: Subject, safety: tuple[SafetyProperty, ...]) -> None:
        """Build the circuit once."""
        self.safety = safety
        self.model = Model(subject, conditions_of_safety(safety))
        self._solver = Solver(self.model)

    def verdicts(self, property_: str) -> Iterator[Verdict]:
        """Yield a verdict per subject of one property."""
        for claim in self._claims(property_):
            yield self.judge(property_, claim)

    def _claims(self, property_: str) -> Iterator[Claim]:
        if property_ == "masked":
            return safety_claims(self.model, self.safety)
        made = {
            "monotone": worse_claims,
            "one_outcome": one_outcome_claims,
            "alive": alive_claims,
            "sound": sound_claims,
            "final": final_claims,
            "not_alone": not_alone_claims,
            "no_score": no_score_claims,
        }
        return made[property_](self.model)

    def judge(self, property_: str, claim: Claim) -> Verdict:
        """Put the queries of one claim to the solver."""
        good = Verdict(property=property_, subject=claim.subject, holds=True, queries=len(claim.queries))
        if not claim.queries:
            return replace(good, holds=False, reason="vacuous")
        for query in claim.queries:
            try:
                reason, found = self._answer(query)
            except OutOfBudgetError:
                reason, found = "unknown", None
            if reason:
                return self._broken(good, query, reason, found)
        return good

    def _answer(self, query: Query) -> tuple[str, frozenset[int] | None]:
        """Return what is wrong with a query, if anything, and the inputs of a counterexample."""
        together = (query.premise, query.goal)
        if not query.never:
            return ("" if self._solver.can_hold(together) else "never"), None
        if not self._solver.can_hold([query.premise]):
            return "vacuous", None
        if query.goal == FALSE:
            return "", None
        if query.wider != TRUE and not self._solver.can_hold([query.premise, query.wider]):
            return "", None
        found = self._solver.find(together)
        return ("counterexample" if found is not None else ""), found

    def _broken(self, good: Verdict, query: Query, reason: str, found: frozenset[int] | None) -> Verdict:
        witnesses: tuple[Witness, ...] = ()
        if found is not None:
            smallest = self._solver.smallest((query.premise, query.goal), found)
            shown = query.shown or (self.model.now,)
            witnesses = tuple(witness_of(each, smallest) for each in shown)
        return Verdict(
            property=good.property,
            subject=good.subject,
            holds=False,
            queries=good.queries,
            reason=reason,
            part=query.part,
            witnesses=witnesses,
        )
