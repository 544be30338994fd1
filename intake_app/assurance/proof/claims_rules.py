"""Claims about the rules by themselves: one outcome, everything alive, nobody left with exercise alone."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from intake_app.advice.kinds import Group
from intake_app.assurance.proof.circuit import FALSE, TRUE
from intake_app.assurance.proof.query import Claim, Query
from intake_app.triage.flags import FLAG_COLUMN
from intake_app.triage.model import FlagState, HitPolicy, KindEffect, Urgency
from intake_app.triage.outcome import NEED_FROM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from intake_app.assurance.proof.model import Model
    from intake_app.triage.model import ScoreTable

HIGHEST = 100


def one_outcome_claims(model: Model) -> Iterator[Claim]:
    """No two rows of a unique table hold at once; a flag and a kind have one state; bands tile 0 to 100."""
    circuit, now = model.circuit, model.now
    for table in model.subject.rules.tables:
        if table.hit is HitPolicy.UNIQUE and len(table.rules) > 1:
            yield Claim(subject=table.id, queries=tuple(_overlaps(model, table)))
    for id_, flag in now.flags.items():
        yield Claim(subject=id_, queries=(Query(goal=_not_one(model, flag.states.values())),))
    for kind, found in now.kinds.items():
        states = (found.suggested, found.possible, found.blocked)
        yield Claim(subject=kind, queries=(Query(goal=_not_one(model, states)),))
    levels = [now.urgency(level) for level in Urgency]
    falling = circuit.any_of(circuit.all_of([high, -low]) for low, high in pairwise(levels))
    yield Claim(subject="urgency", queries=(Query(goal=falling), Query(goal=-levels[0])))
    yield Claim(subject="bands", queries=(Query(goal=FALSE if _bands_tile() else TRUE),))


def _overlaps(model: Model, table: ScoreTable) -> Iterator[Query]:
    for one, other in combinations(table.rules, 2):
        together = [model.now.truth(one.when).true, model.now.truth(other.when).true]
        yield Query(goal=model.circuit.all_of(together), part=f"{one.id} {other.id}")


def _not_one(model: Model, states: Iterable[int]) -> int:
    found = list(states)
    pairs = [model.circuit.all_of(pair) for pair in combinations(found, 2)]
    return model.circuit.any_of([*pairs, -model.circuit.any_of(found)])


def _bands_tile() -> bool:
    """Tell whether every figure from 0 to 100 falls in exactly one band, and every band has figures."""
    least = [start for _, start in NEED_FROM]
    return least == sorted(set(least), reverse=True) and least[-1] == 0 and least[0] <= HIGHEST


def alive_claims(model: Model) -> Iterator[Claim]:
    """Every rule, clause and state can happen, under the routing."""
    now, rules = model.now, model.subject.rules
    for table in rules.tables:
        queries = [Query(goal=now.truth(rule.when).true, never=False, part=rule.id) for rule in table.rules]
        yield Claim(subject=table.id, queries=tuple(queries))
    for urgency in rules.urgency:
        yield Claim(subject=urgency.id, queries=(Query(goal=now.judged(urgency.when).true, never=False),))
    for flag in rules.flags:
        states = now.flags[flag.id].states
        parts = [(str(clause.id), now.judged(clause.when).true) for clause in flag.clauses]
        lacking = set() if flag.asked_by else {FlagState.NOT_ASKED}
        if not any(clause.state is FlagState.POSSIBLE for clause in flag.clauses):
            lacking.add(FlagState.POSSIBLE)
        parts += [(state.value, states[state]) for state in FlagState if state not in lacking]
        yield Claim(subject=flag.id, queries=tuple(Query(goal=each, never=False, part=name) for name, each in parts))
    for kind, found in now.kinds.items():
        parts = [(str(rule.id), now.judged(rule.when).true) for rule in rules.kinds if rule.kind == kind]
        can_be = any(rule.kind == kind and rule.effect is KindEffect.SUGGEST for rule in rules.kinds) or any(
            kind in flag.names for flag in rules.flags
        )
        parts.append(("suggested", found.suggested) if can_be else ("possible", found.possible))
        yield Claim(subject=kind, queries=tuple(Query(goal=each, never=False, part=name) for name, each in parts))


def not_alone_claims(model: Model) -> Iterator[Claim]:
    """After a raised flag neither exercise nor self-help stands alone as what is suggested."""
    circuit, now = model.circuit, model.now
    light = {str(each.id) for each in model.subject.options if each.group is Group.EXERCISE or each.self_help}
    some_light = circuit.any_of(kind.suggested for id_, kind in now.kinds.items() if id_ in light)
    some_other = circuit.any_of(kind.suggested for id_, kind in now.kinds.items() if id_ not in light)
    for id_, flag in now.flags.items():
        premise = circuit.all_of([flag.raised, some_light])
        can_happen = premise if _may_stand_beside(model, id_, light) else flag.raised
        goal = circuit.all_of([some_light, -some_other])
        yield Claim(subject=id_, queries=(Query(premise=can_happen, goal=goal),))


def _may_stand_beside(model: Model, flag: str, light: set[str]) -> bool:
    """Tell whether the flag lets a light kind be suggested at all: where it waits it names which ones."""
    rule = next(each for each in model.subject.rules.flags if each.id == flag)
    return bool(light & {*rule.names, *rule.also_allows})


def no_score_claims(model: Model) -> Iterator[Claim]:
    """No score looks at a safety question, at one that is asked alone, at a flag or at niet-pluis."""
    for table in model.subject.rules.tables:
        yield Claim(
            subject=table.id,
            queries=tuple(
                Query(goal=TRUE if _is_apart(model, column) else FALSE, part=column) for column in table.columns
            ),
        )


def _is_apart(model: Model, column: str) -> bool:
    question = model.questions.get(column)
    if question is None:
        return column.startswith(FLAG_COLUMN) or column == "gut_feeling"
    return question.safety or question.alone
