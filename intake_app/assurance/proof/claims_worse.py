"""A worse answer never lowers a flag, the urgency, or the need it speaks for.

Every single step to the next worse answer is compared, with the routing that follows from it, on complete and partial
answer sets. For a multiple choice a step is one more code. Steps are enough: longer ways are made of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.assurance.proof.answer_set import AnswerSet
from intake_app.assurance.proof.circuit import FALSE, TRUE
from intake_app.assurance.proof.query import Claim, Query
from intake_app.questionnaire.model import QuestionKind, Worse
from intake_app.triage.model import Target, Urgency

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake_app.assurance.proof.columns import Column
    from intake_app.assurance.proof.model import Model
    from intake_app.questionnaire.model import Question

HIGHEST = 100


def worse_claims(model: Model) -> Iterator[Claim]:
    """Return a claim per question of which one end is worse."""
    for id_, question in model.questions.items():
        if question.worse is not Worse.NONE:
            steps = list(_steps(model, question))
            yield Claim(
                subject=id_, queries=tuple(each for name, step in steps for each in _queries(model, id_, name, step))
            )


def _steps(model: Model, question: Question) -> Iterator[tuple[str, tuple[int, Column]]]:
    """Return the steps of a question: a name, when it can be taken, and its column afterwards."""
    raw = model.raw[question.id]
    if question.kind is QuestionKind.MULTI:
        alone = [option.code for option in question.options if option.excludes]
        for option in question.options:
            if not option.excludes:
                codes = {**raw.codes, option.code: TRUE, **dict.fromkeys(alone, FALSE)}
                can = model.circuit.all_of([raw.given, -raw.codes[option.code]])
                yield option.code, (can, _given(raw, codes=codes))
        return
    values = list((raw.numbers or raw.codes).items())
    if question.worse in {Worse.FIRST, Worse.LOW}:
        values.reverse()
    shifted = {values[0][0]: FALSE}
    shifted |= {key: before for (key, _), (_, before) in zip(values[1:], values, strict=False)}
    can = model.circuit.any_of(literal for _, literal in values[:-1])
    after = _given(raw, numbers=shifted) if raw.numbers else _given(raw, codes=shifted)
    yield "", (can, after)


def _given(raw: Column, **values: object) -> Column:
    return replace(raw, given=TRUE, declined=FALSE, not_known=FALSE, not_asked=FALSE, **values)  # type: ignore[arg-type]


def _queries(model: Model, id_: str, name: str, step: tuple[int, Column]) -> Iterator[Query]:
    can, column = step
    circuit, now = model.circuit, model.now
    after = AnswerSet(circuit, model.subject, now.facts, {**now.raw, id_: column}, now)
    shown = (now, after)
    lowered = []
    for flag, before in now.flags.items():
        later = after.flags[flag]
        lowered.append(circuit.all_of([before.raised, -later.raised]))
        lowered.append(circuit.all_of([before.possible, -later.raised, -later.possible]))
    yield Query(premise=can, goal=circuit.any_of(lowered), part=f"{name} flags".strip(), shown=shown)
    yield _less_urgent(model, after, Query(premise=can, goal=FALSE, part=f"{name} urgency".strip(), shown=shown))
    for target in Target:
        lower = _lower(model, after, target)
        yield Query(premise=can, goal=lower, part=f"{name} {target}".strip(), shown=shown)


def _less_urgent(model: Model, after: AnswerSet, query: Query) -> Query:
    """Return the query about urgency; what presses in the same way before and after is left out of the wider one."""
    circuit, less, wider = model.circuit, [], []
    for level in Urgency:
        before, later = model.now.pressing(level), after.pressing(level)
        less.append(circuit.all_of([circuit.any_of(before), -circuit.any_of(later)]))
        gone, come = set(before) - set(later), set(later) - set(before)
        wider.append(circuit.all_of([circuit.any_of(gone), -circuit.any_of(come)]))
    return replace(query, goal=circuit.any_of(less), wider=circuit.any_of(wider))


def _lower(model: Model, after: AnswerSet, target: Target) -> int:
    """Return the literal of: fewer points than before, also after both are kept within 0 and 100."""
    circuit, before, later = model.circuit, model.now.points(target), after.points(target)
    lost = [(weight, literal) for weight, literal in before] + [(-weight, literal) for weight, literal in later]
    fewer = circuit.at_least(lost, 1)
    if fewer == FALSE:
        return FALSE
    return circuit.all_of([fewer, circuit.at_least(before, 1), -circuit.at_least(later, HIGHEST)])
