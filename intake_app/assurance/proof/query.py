"""Questions to the solver, and what came of them."""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.assurance.proof.circuit import TRUE

if TYPE_CHECKING:
    from intake_app.assurance.proof.answer_set import AnswerSet
    from intake_app.assurance.proof.witness import Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One claim about every answer set, or about one that should exist.

    `never`: where `premise` holds, `goal` never does; and `premise` can hold, or the claim says nothing.
    `wider` follows from the goal and is smaller to ask about: where it cannot hold, nor can the goal.
    Not `never`: there is an answer set in which both hold. `shown` are the answer sets of a counterexample; `part`
    says in a word which part of the subject it is about.
    """

    goal: int
    premise: int = TRUE
    never: bool = True
    wider: int = TRUE
    part: str = ""
    shown: tuple[AnswerSet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """All queries about one subject: a flag, a kind, a question, a rule, a safety property."""

    subject: str
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a property holds of one subject; where not, `reason` is counterexample, unknown, vacuous or never.

    `never`: what should be able to happen cannot. `witnesses`: the answer set, or the two to compare.
    """

    property: str
    subject: str
    holds: bool
    queries: int
    reason: str = ""
    part: str = ""
    witnesses: tuple[Witness, ...] = ()

    @builtins.property
    def witness(self) -> Witness | None:
        """The first answer set of the counterexample."""
        return self.witnesses[0] if self.witnesses else None

    def texts(self) -> tuple[str, ...]:
        """Return the counterexample as files of answers that `advise` reads."""
        return tuple(
            each.text((f"{self.property}: {self.subject} {self.part}".rstrip(), *_place(at, len(self.witnesses))))
            for at, each in enumerate(self.witnesses)
        )


def _place(at: int, count: int) -> tuple[str, ...]:
    return () if count == 1 else (("before", "after")[at],)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All verdicts."""

    verdicts: tuple[Verdict, ...]

    @property
    def holds(self) -> bool:
        """Tell whether every property holds of every subject; no verdict at all is no proof."""
        return bool(self.verdicts) and all(verdict.holds for verdict in self.verdicts)

    def broken(self) -> tuple[Verdict, ...]:
        """Return the verdicts that do not hold."""
        return tuple(verdict for verdict in self.verdicts if not verdict.holds)

    def queries(self, property_: str) -> int:
        """Return how many queries were put for one property."""
        return sum(verdict.queries for verdict in self.verdicts if verdict.property == property_)
