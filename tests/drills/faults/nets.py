"""What is spread out under the faults: does one change behaviour, and which of the nets catches it?

All contents share one circuit with the shipped one, so that a fault costs only what it touches. What a fault leaves
as it was has the same literals: it need not be asked again. The rest of a property is put to the solver as one
question: can any of this happen? A net catches a fault when something can happen that could not before.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from intake_app.assurance.lint import findings as lint
from intake_app.assurance.lint.meanings import not_looked_at, prints_of
from intake_app.assurance.proof.answer_set import AnswerSet
from intake_app.assurance.proof.circuit import FALSE, TRUE
from intake_app.assurance.proof.claims_safety import conditions_of_safety
from intake_app.assurance.proof.claims_worse import worse_claims
from intake_app.assurance.proof.model import Model
from intake_app.assurance.proof.prove import Prover
from intake_app.assurance.proof.solver import OutOfBudgetError, Solver
from intake_app.assurance.proof.witness import witness_of
from intake_app.content.check import cross_check
from intake_app.questionnaire.conditions import Condition, RangeTest
from intake_app.questionnaire.routing import overview_question
from intake_app.triage.model import Target, Urgency
from tests.drills.faults.places import AGAINST, FLAGS, FOR, SCORES, URGENCY, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from intake_app.assurance.proof.columns import Column
    from intake_app.assurance.proof.query import Claim, Query
    from intake_app.assurance.proof.witness import Witness
    from intake_app.assurance.safety import SafetyProperty
    from intake_app.assurance.subject import Subject
    from intake_app.directory.model import Directory
    from intake_app.questionnaire.model import Question
    from tests.drills.faults.mutators import Fault

EQUIVALENT, LINT, SAFETY, PROOF = "equivalent", "lint law", "safety", "proof"
REGISTER, MISSED = "register only", "missed"
NETS = (EQUIVALENT, LINT, SAFETY, PROOF, REGISTER, MISSED)
"""In the order in which they are tried. The register sees every edit and understands none: it comes last."""
MARKS = ("essential", "safety", "alone", "worse", "quick")
OF_ROWS = ("not_alone", "alive", "monotone", "sound")
OF_QUESTIONS = ("no_score", *OF_ROWS, "one_outcome", "final")
"""Which properties a fault in a row, or in a question, can break. That a flag and a kind have one state, and that
final is final, is said of all rows alike."""
ROWS = frozenset({FLAGS, SCORES, URGENCY, AGAINST, FOR})
Exceptions = frozenset[tuple[str, str]]
"""What breaks a law of lint with reason: law and id."""
Asked = list[tuple[str, "Query"]]
"""Questions to the solver, each with what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What came of a fault: the net that caught it (or equivalent, or missed), by what, and with which answers."""

    net: str
    by: str = ""
    witness: Witness | None = None


class Nets:
    """The shipped content with every net over it, ready for faults."""

    def __init__(
        self, subject: Subject, safety: tuple[SafetyProperty, ...], directory: Directory, exceptions: Exceptions
    ) -> None:
        """Build the circuit; numbers a step beside every threshold are told apart."""
        self.subject, self.directory, self.exceptions = subject, directory, exceptions
        self.register = prints_of(subject, (), exceptions)
        self.prover = Prover(subject, safety)
        self.prover.model = Model(subject, [*conditions_of_safety(safety), *_steps_beside(subject)])
        self.prover._solver = Solver(self.prover.model)
        self._known: dict[str, dict[tuple[str, str], list[Query]]] = {}

    @property
    def model(self) -> Model:
        """The circuit of the shipped content."""
        return self.prover.model

    def judge(self, fault: Fault) -> Finding:
        """Put a fault through the nets, the cheapest first."""
        found = self.by_lint(fault)
        if found:
            return Finding(net=LINT, by=found)
        prover = self._with(fault)
        caught = self._by_property(prover, "masked")
        if caught:
            return replace(caught, net=SAFETY)
        if not self.changes(fault, prover.model):
            return Finding(net=EQUIVALENT)
        for name in OF_ROWS if fault.area in ROWS else OF_QUESTIONS:
            caught = self._by_worse(prover, fault) if name == "monotone" else self._by_property(prover, name)
            if caught:
                return caught
        seen = self.by_register(fault)
        return Finding(net=REGISTER, by=seen) if seen else Finding(net=MISSED)

    def by_lint(self, fault: Fault) -> str:
        """Return the code of the first error that lint sees and that the shipped content does not have."""
        return next((code for code, where in self._errors(fault.subject) if (code, where) not in self._own_errors), "")

    def by_register(self, fault: Fault) -> str:
        """Return the code and the id of the first thing of which the meaning differs from the register."""
        differing = not_looked_at(prints_of(fault.subject, (), self.exceptions), self.register)
        return next((f"{each.code} {dict(each.values)['id']}" for each in differing), "")

    def changes(self, fault: Fault, model: Model) -> bool:
        """Tell whether any answer set comes out otherwise, or a question is put otherwise; proved where it does not."""
        if _put(self.subject) != _put(fault.subject):
            return True
        pairs = [(one, other) for one, other in zip(_told(self.model), _told(model), strict=True) if one != other]
        circuit = model.circuit
        differ = [-circuit.same(one, other) for one, other in pairs]
        try:
            return self.prover._solver.can_hold([circuit.any_of([*differ, *_other_points(self.model, model)])])
        except OutOfBudgetError:
            return True

    def _errors(self, subject: Subject) -> Iterator[tuple[str, str]]:
        seen = lint.Subject(
            questionnaire=subject.questionnaire,
            rules=subject.rules,
            options=subject.options,
            directory=self.directory,
            exceptions=self.exceptions,
        )
        found = chain(cross_check(subject.questionnaire, subject.rules, subject.options), lint.errors(seen))
        return ((each.code, each.where) for each in found)

    @cached_property
    def _own_errors(self) -> frozenset[tuple[str, str]]:
        return frozenset(self._errors(self.subject))

    def _with(self, fault: Fault) -> Prover:
        """Return the prover of the content with the fault, on the same circuit."""
        base, prover = self.model, copy.copy(self.prover)
        model = prover.model = copy.copy(base)
        model.subject = fault.subject
        questions = fault.subject.questionnaire.questions
        model.questions = {id_: questions[id_] for id_ in base.questions}
        model.raw = {id_: _as_picked(base, id_, questions[id_]) for id_ in base.raw}
        model.now = AnswerSet(base.circuit, fault.subject, base.facts, model.raw, base.now)
        return prover

    def _by_property(self, prover: Prover, name: str) -> Finding | None:
        """Return what breaks a property, if anything does that did not before."""
        if name not in self._known:
            self._known[name] = _by_part(self.prover._claims(name))
        return self._new(prover, prover._claims(name), self._known[name], name)

    def _by_worse(self, prover: Prover, fault: Fault) -> Finding | None:
        """Return the first question concerned of which a worse answer lowers something."""
        concerned, known = _concerned(fault), self._known.setdefault("monotone", {})
        for id_ in concerned:
            if (id_, "") not in known and id_ in self.model.questions:
                known |= {(id_, ""): [], **_by_part(_worse_of(self.model, {id_}))}
        return self._new(prover, _worse_of(prover.model, concerned), known, "monotone")

    def _new(
        self, prover: Prover, claims: Iterable[Claim], known: dict[tuple[str, str], list[Query]], name: str
    ) -> Finding | None:
        """Return the first thing that can happen, or no longer can, while the shipped content has it otherwise."""
        same = {_key(query) for queries in known.values() for query in queries}
        same.discard(ALWAYS)
        asked = [(claim.subject, query) for claim in claims for query in claim.queries if _key(query) not in same]
        for subject, query in asked:
            if self._is_dead(query) and not any(map(self._is_dead, known.get((subject, query.part), ()))):
                return Finding(net=PROOF, by=f"{name}: {subject} {query.part} never".replace("  ", " "))
        rest = [(subject, query) for subject, query in asked if query.never]
        while rest:
            found = self._one_of(rest)
            if found is None:
                return None
            for subject, query in self._met(rest, found):
                if not self._met([(subject, each) for each in known.get((subject, query.part), ())], None):
                    smallest = prover._solver.smallest((query.premise, query.goal), found)
                    shown = query.shown[0] if query.shown else prover.model.now
                    by = f"{name}: {subject} {query.part}".rstrip()
                    return Finding(net=PROOF, by=by, witness=witness_of(shown, smallest))
            gone = {_key(query) for _, query in self._met(rest, found)}
            rest = [(subject, query) for subject, query in rest if _key(query) not in gone]
        return None

    def _is_dead(self, query: Query) -> bool:
        """Tell whether what should be possible is not, or a claim speaks of nothing."""
        try:
            return not self.prover._solver.can_hold((query.premise,) if query.never else (query.premise, query.goal))
        except OutOfBudgetError:
            return True

    def _one_of(self, asked: Asked) -> frozenset[int] | None:
        """Return an answer set in which one of the things happens that never should; None where there is none."""
        circuit, solver = self.model.circuit, self.prover._solver
        literal = circuit.any_of(circuit.all_of((query.premise, query.goal)) for _, query in asked)
        if literal == FALSE:
            return None
        return solver._shown(frozenset([literal])) or solver.find([literal])

    def _met(self, asked: Asked, found: frozenset[int] | None) -> Asked:
        """Return those that happen in an answer set, or without one those that can happen at all."""
        circuit = self.model.circuit
        bad = [(circuit.all_of((query.premise, query.goal)), subject, query) for subject, query in asked]
        if found is None:
            return [(subject, query) for literal, subject, query in bad if self._can(literal)]
        values = circuit.values(dict.fromkeys(found, 1), 1, circuit.cone(literal for literal, _, _ in bad))
        return [(subject, query) for literal, subject, query in bad if values[abs(literal)] == (literal > 0)]

    def _can(self, literal: int) -> bool:
        return literal != FALSE and (literal == TRUE or self.prover._solver.can_hold([literal]))


ALWAYS = (TRUE, TRUE, True)
"""The key of a demand that does not hang on answers and is broken: what breaks one is not what breaks another."""


def _key(query: Query) -> tuple[int, int, bool]:
    return query.premise, query.goal, query.never


def _by_part(claims: Iterable[Claim]) -> dict[tuple[str, str], list[Query]]:
    found: dict[tuple[str, str], list[Query]] = {}
    for claim in claims:
        for query in claim.queries:
            found.setdefault((claim.subject, query.part), []).append(query)
    return found


def _worse_of(model: Model, ids: Iterable[str]) -> Iterator[Claim]:
    """Return the claims about worse answers to some of the questions."""
    part = copy.copy(model)
    part.questions = {id_: each for id_, each in model.questions.items() if id_ in ids}
    return worse_claims(part)


def _steps_beside(subject: Subject) -> Iterator[Condition]:
    """Yield a condition for the numbers one below and above every threshold."""
    for place in places(subject):
        for column, test in place.condition.tests:
            if isinstance(test, RangeTest):
                for end in (test.low, test.high):
                    yield Condition(tests=((column, RangeTest(low=end - 1, high=end + 1)),))


def _as_picked(base: Model, id_: str, question: Question) -> Column:
    """Return the column of a question whose answers may have exchanged their codes: the place says which was picked."""
    column = base.raw[id_]
    new = tuple(option.code for option in question.options)
    old = tuple(option.code for option in base.questions[id_].options)
    if new == old:
        return column
    return replace(column, codes={code: column.codes[was] for code, was in zip(new, old, strict=True)})


def _put(subject: Subject) -> object:
    """Return how the questions are put and the papers are worded, apart from any answer."""
    questionnaire = subject.questionnaire
    return (
        [[getattr(question, mark) for mark in MARKS] for question in questionnaire.questions.values()],
        [topic.silent for topic in questionnaire.topics.values()],
        questionnaire.safety_block,
        questionnaire.quick_order,
        [flag.neutral_paper for flag in subject.rules.flags],
    )


def _told(model: Model) -> list[int]:
    """Return the literals of all that an answer set comes to, apart from the points."""
    now = model.now
    told = [literal for rails in now.applies.values() for literal in (rails.true, rails.false)]
    for flag in now.flags.values():
        told += [*flag.states.values(), *flag.effects.values(), *flag.urgency.values()]
    for kind in now.kinds.values():
        told += [kind.suggested, kind.possible, kind.blocked]
    return [*told, *(now.urgency(level) for level in Urgency)]


def _other_points(one: Model, other: Model) -> Iterator[int]:
    """Yield the literals of more and of fewer points than before."""
    for target in Target:
        before, after = one.now.points(target), other.now.points(target)
        if before != after:
            for sign in (1, -1):
                terms = [(sign * w, each) for w, each in before] + [(-sign * w, each) for w, each in after]
                yield one.circuit.at_least(terms, 1)


def _concerned(fault: Fault) -> tuple[str, ...]:
    """Return the questions whose answer can bear on the fault: its columns, and what decides on their being asked."""
    questionnaire = fault.subject.questionnaire
    found: dict[str, None] = {}
    waiting = list(fault.columns)
    while waiting:
        column = waiting.pop(0)
        if column in found:
            continue
        found[column] = None
        question = questionnaire.questions.get(column)
        if question is not None:
            waiting += [each for gate in question.asked_when for each in gate.columns]
            topic = questionnaire.topics[question.topic]
            waiting += [] if topic.always else [overview_question(topic.area.value)]
        for flag in fault.subject.rules.flags:
            if column == f"flag_{flag.id}":
                waiting += [each for clause in flag.clauses for each in clause.when.columns]
    return tuple(found)
