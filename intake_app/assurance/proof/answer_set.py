"""What follows from one answer set: flags, urgency, kinds and points, as literals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from intake_app.assurance.proof.circuit import TRUE
from intake_app.assurance.proof.columns import NEVER_ASKED, Column, Rails, either, rails_of
from intake_app.assurance.proof.routed import Routed
from intake_app.questionnaire.conditions import StateTest
from intake_app.questionnaire.situation import FACTS
from intake_app.triage.flags import FLAG_COLUMN
from intake_app.triage.model import FlagEffect, FlagState, KindEffect, Urgency

if TYPE_CHECKING:
    from intake_app.core.ids import FlagId, KindId, RuleId
    from intake_app.questionnaire.conditions import Condition
    from intake_app.triage.model import FlagClause, FlagRule, KindRule, Target

Holding = list[tuple["FlagClause", int]]
"""Clauses of a flag, each with the literal of counting for its outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """The outcome of one flag: a literal per state, per effect, and per urgency that is reached.

    `is_open`: one of the questions that ask for it has no answer.
    """

    states: dict[FlagState, int]
    effects: dict[FlagEffect, int]
    urgency: dict[Urgency, int]
    raised_clauses: dict[RuleId, int]
    waits: int
    is_open: int

    @property
    def raised(self) -> int:
        """The literal of being raised."""
        return self.states[FlagState.RAISED]

    @property
    def possible(self) -> int:
        """The literal of being possible."""
        return self.states[FlagState.POSSIBLE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The state of one option kind, and whether a rule against it holds."""

    suggested: int
    possible: int
    blocked: int
    against: int


class AnswerSet(Routed):
    """One answer set with all that the rules make of it; each part is built when it is first asked for."""

    @cached_property
    def flags(self) -> dict[FlagId, Flag]:
        """Judge the flags in the order of the file; each becomes a column for those behind it."""
        found: dict[FlagId, Flag] = {}
        for rule in self.subject.rules.flags:
            found[rule.id] = flag = self._flag(rule)
            codes = {state.value: literal for state, literal in flag.states.items()}
            name, column = FLAG_COLUMN + rule.id, Column(given=TRUE, codes=codes)
            before = self.base.columns.get(name) if self.base is not None else None
            self.columns[name] = before if before is not None and before == column else column
        return found

    def judged(self, condition: Condition) -> Rails:
        """Return the truth of a condition that may look at flags."""
        self.flags  # noqa: B018  makes the columns of the flags
        return self.truth(condition)

    @cached_property
    def kinds(self) -> dict[KindId, Kind]:
        """Judge every kind of help."""
        return {option.id: self._kind(option.id) for option in self.subject.options}

    def urgency(self, level: Urgency) -> int:
        """Return the literal of: this urgent, or more."""
        return self.circuit.any_of(self.pressing(level))

    def pressing(self, level: Urgency) -> list[int]:
        """Return the literals of all that makes it this urgent, or more."""
        reached = [TRUE if level is Urgency.ROUTINE else -TRUE]
        reached += [self.truth(rule.when).true for rule in self.subject.rules.urgency if rule.level >= level]
        for flag in self.flags.values():
            reached.append(self.circuit.all_of([flag.raised, flag.urgency[level]]))
            if level <= Urgency.TODAY:
                asked_on = [flag.possible, flag.effects[FlagEffect.WAITS], flag.urgency[level]]
                reached.append(self.circuit.all_of(asked_on))
        return reached

    def points(self, target: Target) -> list[tuple[int, int]]:
        """Return the amounts of all score rules for a target, each with the literal of its rule."""
        return [
            (rule.amount(target), self.truth(rule.when).true)
            for table in self.subject.rules.tables
            for rule in table.rules
            if rule.amount(target)
        ]

    def _flag(self, rule: FlagRule) -> Flag:
        circuit = self.circuit
        truths = [(clause, self.truth(clause.when)) for clause in rule.clauses]
        raising: Holding = [(c, t.true) for c, t in truths if c.state is FlagState.RAISED]
        noting: Holding = [(c, t.true) for c, t in truths if c.state is FlagState.POSSIBLE]
        hints: Holding = [(c, self._hinted(c, t)) for c, t in truths if c.state is FlagState.RAISED]
        raised = circuit.any_of(each for _, each in raising)
        noted = circuit.any_of(each for _, each in noting)
        possible = circuit.all_of([-raised, circuit.any_of([noted, *(each for _, each in hints)])])
        quiet = circuit.all_of([-raised, -possible])
        asked = [self.columns.get(question, NEVER_ASKED) for question in rule.asked_by]
        is_open = circuit.any_of(part for column in asked for part in column.open)
        is_answered = asked[0].given if asked else TRUE
        settled = circuit.all_of([is_answered, -is_open])
        counting = [
            *raising,
            *((c, circuit.all_of([each, -raised])) for c, each in noting),
            *((c, circuit.all_of([each, -raised, -noted])) for c, each in hints),
        ]
        effects = self._effects(counting)
        effects[rule.effect] = circuit.any_of([effects[rule.effect], quiet])
        return Flag(
            states={
                FlagState.RAISED: raised,
                FlagState.POSSIBLE: possible,
                FlagState.NOT_ASKED: circuit.all_of([quiet, -settled]),
                FlagState.CLEARED: circuit.all_of([quiet, settled]),
            },
            effects=effects,
            urgency={
                level: circuit.any_of(
                    [*(each for c, each in counting if c.urgency >= level), quiet if rule.urgency >= level else -TRUE]
                )
                for level in Urgency
            },
            raised_clauses={c.id: each for c, each in raising},
            waits=circuit.all_of([raised, effects[FlagEffect.WAITS]]),
            is_open=is_open,
        )

    def _hinted(self, clause: FlagClause, truth: Rails) -> int:
        """Return the literal of: part of the clause holds because of something that was said, the rest is open."""
        said = [
            rails_of(self.circuit, self.columns[column], test).true
            for column, test in clause.when.tests
            if column not in FACTS and not column.startswith(FLAG_COLUMN) and not isinstance(test, StateTest)
        ]
        return self.circuit.all_of([-truth.true, -truth.false, self.circuit.any_of(said)])

    def _effects(self, counting: Holding) -> dict[FlagEffect, int]:
        """Return which effect the outcome has: that of the first clause that may be spoken of, else silent."""
        found: dict[FlagEffect, list[int]] = {effect: [] for effect in FlagEffect}
        before: list[int] = []
        for clause, holds in counting:
            if clause.effect is FlagEffect.SILENT:
                continue
            found[clause.effect].append(self.circuit.all_of([holds, *before]))
            before.append(-holds)
        some = self.circuit.any_of(holds for _, holds in counting)
        found[FlagEffect.SILENT].append(self.circuit.all_of([some, *before]))
        return {effect: self.circuit.any_of(parts) for effect, parts in found.items()}

    def _kind(self, kind: KindId) -> Kind:
        circuit = self.circuit
        truths: dict[KindEffect, list[Rails]] = {effect: [] for effect in KindEffect}
        for rule in self._rules_of[kind]:
            truths[rule.effect].append(self.judged(rule.when))
        best = {effect: either(circuit, found) for effect, found in truths.items()}
        against, suggest, consider = (
            best[each] for each in (KindEffect.AGAINST, KindEffect.SUGGEST, KindEffect.CONSIDER)
        )
        flags = [(rule, self.flags[rule.id]) for rule in self.subject.rules.flags]
        named = circuit.any_of(flag.raised for rule, flag in flags if kind in rule.names)
        stopped = circuit.any_of(
            flag.waits for rule, flag in flags if kind not in rule.names and kind not in rule.also_allows
        )
        by_rules = circuit.all_of([suggest.true, against.false])
        by_flag = circuit.all_of([named, -against.true])
        suggested = circuit.all_of([-stopped, circuit.any_of([by_flag, by_rules])])
        nothing = circuit.all_of([suggest.false, consider.false])
        blocked = circuit.any_of([stopped, circuit.all_of([-by_flag, circuit.any_of([against.true, nothing])])])
        return Kind(
            suggested=suggested,
            blocked=blocked,
            possible=circuit.all_of([-suggested, -blocked]),
            against=against.true,
        )

    @cached_property
    def _rules_of(self) -> dict[KindId, list[KindRule]]:
        found: dict[KindId, list[KindRule]] = {option.id: [] for option in self.subject.options}
        for rule in self.subject.rules.kinds:
            found.setdefault(rule.kind, []).append(rule)
        return found
