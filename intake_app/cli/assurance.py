"""`prove`: the safety properties of the rules over every answer set, and the certificate of it."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from intake_app.assurance.certificate import COVERED, SEMANTICS, Certificate, Proved
from intake_app.assurance.subject import Subject
from intake_app.cli.words import resources_of
from intake_app.content.load import load
from intake_app.content.load_certificate import FILE, certificate_text
from intake_app.content.load_safety import load_safety
from intake_app.content.source import read_source
from intake_app.core.clock import SystemClock
from intake_app.core.problems import ProblemsError, problem

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from intake_app.assurance.proof.query import Verdict
    from intake_app.assurance.safety import SafetyProperty
    from intake_app.content.load import Content
    from intake_app.core.problems import Problem

DOES_NOT_HOLD = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One property with its verdicts and the time that they took."""

    name: str
    verdicts: tuple[Verdict, ...]
    seconds: float

    @property
    def holds(self) -> bool:
        """Tell whether it holds of every subject; a property without subjects proves nothing."""
        return bool(self.verdicts) and all(verdict.holds for verdict in self.verdicts)

    @property
    def queries(self) -> int:
        """How many questions were put to the solver."""
        return sum(verdict.queries for verdict in self.verdicts)


def prove(asked: argparse.Namespace) -> int:
    """Prove every property, print each with its verdict or its counterexamples, and write the certificate if asked."""
    content = load(read_source(resources_of(asked)))
    safety = safety_of(content)
    proofs = []
    for proof in _proofs(content, safety):
        proofs.append(proof)
        if not asked.json:
            sys.stdout.write(_told(proof))
            sys.stdout.flush()
    holds = all(proof.holds for proof in proofs)
    if asked.json:
        sys.stdout.write(json.dumps(_data(content, proofs), ensure_ascii=False, indent=2) + "\n")
    if asked.write and holds:
        _write(asked, content, proofs)
    return 0 if holds else DOES_NOT_HOLD


def safety_of(content: Content) -> tuple[SafetyProperty, ...]:
    """Return the safety properties that stand beside the rules; raises `ProblemsError` with their faults."""
    problems: list[Problem] = []
    kinds = tuple(option.id for option in content.options)
    flags = tuple(flag.id for flag in content.rules.flags)
    found = load_safety(content.source.part("rules"), content.questionnaire, kinds, flags, problems)
    if problems:
        raise ProblemsError(tuple(problems))
    return found


def _proofs(content: Content, safety: tuple[SafetyProperty, ...]) -> Iterator[Proof]:
    try:
        from intake_app.assurance.proof.prove import PROPERTIES, Prover
    except ModuleNotFoundError as error:
        if error.name != "z3":
            raise
        raise ProblemsError((problem("prove_extra_missing"),)) from None
    subject = Subject(questionnaire=content.questionnaire, rules=content.rules, options=content.options)
    prover = Prover(subject, safety)
    for name in PROPERTIES:
        start = time.perf_counter()
        verdicts = tuple(prover.verdicts(name))
        yield Proof(name=name, verdicts=verdicts, seconds=time.perf_counter() - start)


def _told(proof: Proof) -> str:
    verdict = "holds" if proof.holds else "DOES NOT HOLD"
    lines = [f"{proof.name:<12} {verdict:<14} {proof.queries:>5} queries {proof.seconds:6.1f} s"]
    for each in proof.verdicts:
        if each.holds:
            continue
        lines.append(f"  {each.subject} {each.part}: {each.reason}".replace(" :", ":"))
        for text in each.texts():
            lines.append("  --- answers.yaml")
            lines += [f"  {line}" for line in text.splitlines()]
    return "\n".join(lines) + "\n"


def _data(content: Content, proofs: list[Proof]) -> dict[str, Any]:
    from intake_app.assurance.proof.solver import solver_name

    prints = content.source.fingerprints()
    return {
        "solver": solver_name(),
        "fingerprints": {part: prints[part] for part in COVERED},
        "properties": [
            {
                "property": proof.name,
                "holds": proof.holds,
                "queries": proof.queries,
                "seconds": round(proof.seconds, 2),
                "broken": [
                    {"subject": each.subject, "part": each.part, "reason": each.reason, "answers": list(each.texts())}
                    for each in proof.verdicts
                    if not each.holds
                ],
            }
            for proof in proofs
        ],
    }


def _write(asked: argparse.Namespace, content: Content, proofs: list[Proof]) -> None:
    """Write the certificate of exactly this content."""
    from intake_app.assurance.proof.solver import solver_name

    prints = content.source.fingerprints()
    certificate = Certificate(
        fingerprints={part: prints[part] for part in COVERED},
        proved=tuple(Proved(property=proof.name, queries=proof.queries) for proof in proofs),
        solver=solver_name(),
        semantics=SEMANTICS,
        date=SystemClock().now().date().isoformat(),
    )
    path = resources_of(asked) / FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(certificate_text(certificate), encoding="utf-8")
    except OSError:
        raise ProblemsError((problem("folder_not_writable", str(path.parent)),)) from None
