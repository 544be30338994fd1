"""The safety file as claims: flags are never masked and never outweighed, on partial answers too.

What was answered to a safety question is read as it was said, before any routing: a rule of routing that would hide
it makes the claim fail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from intake_app.assurance.proof.circuit import FALSE, TRUE
from intake_app.assurance.proof.columns import NEVER_ASKED, Column, both, rails_of
from intake_app.assurance.proof.query import Claim, Query
from intake_app.assurance.safety import misfits, whole_urgency
from intake_app.assurance.safety_properties import (
    AlwaysAsked,
    AskedWhen,
    FlagKeeps,
    FlagMust,
    FlagNames,
    FlagNever,
    FlagOnly,
    KindsNever,
    MustAsk,
    MustBeNeutral,
    MustBeSilent,
    MustBlock,
    MustHaveAsked,
    MustMark,
    UrgencyMust,
)
from intake_app.questionnaire.conditions import CodeTest, StateTest
from intake_app.questionnaire.model import QuestionKind
from intake_app.triage.model import FlagEffect, FlagState, Urgency

if TYPE_CHECKING:
    from intake_app.assurance.proof.answer_set import Flag
    from intake_app.assurance.proof.model import Model
    from intake_app.assurance.safety_properties import SafetyProperty, Standing
    from intake_app.core.ids import FlagId, KindId, QuestionId
    from intake_app.questionnaire.conditions import Condition, Test


def conditions_of_safety(safety: Iterable[SafetyProperty]) -> Iterator[Condition]:
    """Return every condition of the safety file."""
    for each in safety:
        yield from getattr(each, "any_of", ())
        yield from getattr(each, "unless", ())
        yield from getattr(each, "where", ())


def safety_claims(model: Model, safety: Iterable[SafetyProperty]) -> Iterator[Claim]:
    """Return one claim per safety property."""
    spec = _Spec(model, tuple(safety))
    for each in spec.safety:
        yield Claim(subject=each.id, queries=tuple(spec.queries(each)))


class _Spec:
    """The safety file, read over the free answer set."""

    def __init__(self, model: Model, safety: tuple[SafetyProperty, ...]) -> None:
        self.model, self.circuit, self.now, self.safety = model, model.circuit, model.now, safety
        self._of: dict[type, Callable[[Any], Iterator[Query]]] = {
            FlagMust: self._flag_must,
            FlagNever: self._flag_never,
            FlagOnly: self._flag_only,
            KindsNever: self._kinds_never,
            FlagKeeps: self._flag_keeps,
            FlagNames: self._flag_names,
            UrgencyMust: self._urgency_must,
            MustMark: self._standing,
            MustBlock: self._standing,
            MustBeSilent: self._standing,
            MustBeNeutral: self._standing,
            MustAsk: self._must_ask,
            MustHaveAsked: self._must_have_asked,
            AlwaysAsked: self._always_asked,
            AskedWhen: self._asked_when,
        }

    def queries(self, each: SafetyProperty) -> Iterator[Query]:
        """Return the queries of one property."""
        return self._of[type(each)](each)

    def _flag_must(self, each: FlagMust) -> Iterator[Query]:
        flag = self._flag(each.flag)
        for at, condition in enumerate(each.any_of, 1):
            met = self._met(condition)
            if flag is None:
                yield Query(premise=met, goal=TRUE, part=f"{at} state")
                continue
            yield Query(premise=met, goal=-self._reached(flag, each.state), part=f"{at} state")
            yield Query(premise=met, goal=-flag.urgency[each.urgency], part=f"{at} urgency")
            if whole_urgency(each) > Urgency.ROUTINE:
                yield Query(premise=met, goal=-self.now.urgency(whole_urgency(each)), part=f"{at} urgency of the whole")
            if each.effect is not None:
                premise = self.circuit.all_of([met, -self._louder(each)])
                acts_otherwise = self.circuit.all_of([flag.states[each.state], -flag.effects[each.effect]])
                yield Query(premise=premise, goal=acts_otherwise, part=f"{at} effect")

    def _louder(self, each: FlagMust) -> int:
        """Return the literal of: something else is said of the flag that gives it another effect, and may be named.

        A silent reason beside one that may be spoken of leaves the flag with the effect of the latter.
        """
        if each.effect is not FlagEffect.SILENT:
            return FALSE
        others = [
            other
            for other in self.safety
            if isinstance(other, FlagMust) and other.flag == each.flag and other.effect not in {None, each.effect}
            if other.state in {FlagState.RAISED, each.state}
        ]
        return self.circuit.any_of(self._met(condition) for other in others for condition in other.any_of)

    def _flag_never(self, each: FlagNever) -> Iterator[Query]:
        flag = self._flag(each.flag)
        if flag is None:
            return
        reached = self._reached(flag, each.state)
        for at, condition in enumerate(each.any_of, 1):
            premise = self.circuit.all_of([self._met(condition), self._alone(condition)])
            yield Query(premise=premise, goal=reached, part=str(at))

    def _flag_only(self, each: FlagOnly) -> Iterator[Query]:
        flag = self._flag(each.flag)
        grounds = self.circuit.any_of(self._met(condition) for condition in each.any_of)
        yield Query(premise=FALSE if flag is None else self._reached(flag, each.state), goal=-grounds)

    def _kinds_never(self, each: KindsNever) -> Iterator[Query]:
        spared = self.circuit.any_of(self._met(condition) for condition in each.unless)
        for at, condition in enumerate(each.any_of, 1):
            premise = self.circuit.all_of([self._met(condition), -spared])
            yield Query(premise=premise, goal=self._some_suggested(each.kinds), part=str(at))

    def _flag_keeps(self, each: FlagKeeps) -> Iterator[Query]:
        flag = self._flag(each.flag)
        waits = FALSE if flag is None else flag.waits
        goals = []
        for id_, kind in self.now.kinds.items():
            if id_ not in each.suggested:
                others = [self._flag(other) for other in self._keepers(id_) if other != each.flag]
                beside = self.circuit.any_of(other.raised for other in others if other is not None)
                goals.append(self.circuit.all_of([-kind.blocked, -beside]))
        yield Query(premise=waits, goal=self.circuit.any_of(goals))

    def _flag_names(self, each: FlagNames) -> Iterator[Query]:
        flag = self._flag(each.flag)
        if flag is None:
            yield Query(premise=FALSE, goal=TRUE)
            return
        other = self.circuit.any_of(found.waits for id_, found in self.now.flags.items() if id_ != each.flag)
        spared = self.circuit.any_of(self._met(condition) for condition in each.unless)
        premise = self.circuit.all_of([flag.raised, self.circuit.any_of([flag.waits, -other]), -spared])
        if each.one_of:
            yield Query(premise=premise, goal=-self._some_suggested(each.one_of))
        for kind in each.all_of:
            yield Query(premise=premise, goal=-self._some_suggested([kind]), part=kind)

    def _urgency_must(self, each: UrgencyMust) -> Iterator[Query]:
        waits = self.circuit.any_of(flag.waits for flag in self.now.flags.values())
        for at, condition in enumerate(each.any_of, 1):
            met = self._met(condition)
            yield Query(premise=met, goal=-self.now.urgency(each.urgency), part=f"{at} urgency")
            if each.one_of:
                premise = self.circuit.all_of([met, -waits])
                yield Query(premise=premise, goal=-self._some_suggested(each.one_of), part=f"{at} kinds")

    def _standing(self, each: Standing | AlwaysAsked | AskedWhen) -> Iterator[Query]:
        wrong = misfits(each, self.model.subject.questionnaire, self.model.subject.rules)
        yield from (Query(goal=TRUE, part=id_) for id_ in wrong)
        if not wrong:
            yield Query(goal=FALSE)

    def _must_ask(self, each: MustAsk) -> Iterator[Query]:
        flag = self._flag(each.flag)
        cleared = TRUE if flag is None else flag.states[FlagState.CLEARED]
        columns = [self.now.columns[id_] for id_ in each.questions if id_ in self.now.columns]
        is_open = self.circuit.any_of(part for column in columns for part in column.open)
        yield Query(premise=is_open, goal=cleared)

    def _must_have_asked(self, each: MustHaveAsked) -> Iterator[Query]:
        flag = self._flag(each.flag)
        cleared = TRUE if flag is None else flag.states[FlagState.CLEARED]
        answered = self.circuit.any_of(self.now.columns[id_].given for id_ in each.one_of if id_ in self.now.columns)
        where = self.circuit.any_of(self._met(condition) for condition in each.where) if each.where else TRUE
        yield Query(premise=self.circuit.all_of([where, -answered]), goal=cleared)

    def _always_asked(self, each: AlwaysAsked) -> Iterator[Query]:
        yield from self._standing(each)
        for id_ in each.questions:
            yield Query(goal=-self._applies(id_), part=id_)

    def _asked_when(self, each: AskedWhen) -> Iterator[Query]:
        yield from self._standing(each)
        for at, condition in enumerate(each.any_of, 1):
            met = self._met(condition)
            for id_ in each.questions:
                yield Query(premise=met, goal=-self._applies(id_), part=f"{at} {id_}")

    def _applies(self, id_: QuestionId) -> int:
        found = self.now.applies.get(id_)
        return FALSE if found is None else found.true

    def _reached(self, flag: Flag, state: FlagState) -> int:
        return flag.raised if state is FlagState.RAISED else self.circuit.any_of([flag.raised, flag.possible])

    def _flag(self, id_: FlagId) -> Flag | None:
        return self.now.flags.get(id_)

    def _keepers(self, kind: KindId) -> set[FlagId]:
        keeping = {each.flag for each in self.safety if isinstance(each, FlagKeeps) and kind in each.suggested}
        naming = {
            each.flag for each in self.safety if isinstance(each, FlagNames) and kind in (*each.one_of, *each.all_of)
        }
        return keeping | naming

    def _some_suggested(self, kinds: Iterable[KindId]) -> int:
        found = [self.now.kinds[kind] for kind in kinds if kind in self.now.kinds]
        return self.circuit.any_of(kind.suggested for kind in found)

    def _met(self, condition: Condition) -> int:
        """Return the literal of a condition being true, with safety questions as they were answered."""
        self.now.flags  # noqa: B018  makes the columns of the flags
        tests = [rails_of(self.circuit, self._column(name, test), test) for name, test in condition.tests]
        return both(self.circuit, tests).true

    def _column(self, name: str, test: Test) -> Column:
        question = self.model.questions.get(name)
        if question is not None and question.safety and not isinstance(test, StateTest):
            return self.now.raw[name]
        return self.now.columns.get(name, NEVER_ASKED)

    def _alone(self, condition: Condition) -> int:
        """Return the literal of: nothing else was answered, and niet-pluis was not pressed."""
        tests = dict(condition.tests)
        parts = [self.now.columns["gut_feeling"].codes["no"] if "gut_feeling" not in tests else TRUE]
        for id_, question in self.model.questions.items():
            raw, test = self.now.raw[id_], tests.get(id_)
            if test is None:
                parts.append(raw.not_asked)
            elif question.kind is QuestionKind.MULTI and isinstance(test, CodeTest) and not test.negated:
                parts += [-node for code, node in raw.codes.items() if code not in test.codes]
        return self.circuit.all_of(parts)
