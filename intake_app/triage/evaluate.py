"""From answers to an assessment: flags first, then scores, urgency and option kinds.

One engine serves both the first judgement and the one after each answer. Given the judgement before, it works out
again only what looks at a column that changed; the parts that did not change are the same objects.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import OPEN_STATES, Missing, Truth
from intake_app.questionnaire.masks import ConditionMasks, joined
from intake_app.questionnaire.routing import Router
from intake_app.questionnaire.situation import FACTS
from intake_app.triage.bounds import BoundTable
from intake_app.triage.flags import FLAG_COLUMN, NO_HISTORY, FlagTables
from intake_app.triage.kinds import FlagsOnKinds, KindTable
from intake_app.triage.model import FlagEffect, FlagState, Target, Urgency
from intake_app.triage.outcome import Assessment, FlagOutcome, Need, Reason, Score, Status, band
from intake_app.triage.status import Settling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import KindId, QuestionId
    from intake_app.questionnaire.conditions import ColumnState
    from intake_app.questionnaire.masks import Marks
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.questionnaire.routing import Routing
    from intake_app.triage.bounds import TableOutcome
    from intake_app.triage.flags import FlagHistory
    from intake_app.triage.kinds import FlagEffects
    from intake_app.triage.model import RuleSet
    from intake_app.triage.outcome import KindOutcome

HIGHEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """An assessment with what it was made of, so that the next answer need not begin anew.

    `states` holds the columns of questions, facts and flags; `marks` what each of them means for the rules; `plain`
    the kinds apart from any flag; `effects` what the raised flags do to them.
    """

    assessment: Assessment
    states: Mapping[str, ColumnState]
    history: FlagHistory
    marks: Mapping[str, Marks]
    tables: tuple[TableOutcome, ...]
    plain: tuple[KindOutcome, ...]
    effects: FlagEffects | None


class Engine:
    """A rule set made ready for one questionnaire. Holds no answers, only outcomes per table that it saw before.

    `router` knows the ways through that questionnaire.
    """

    def __init__(self, rules: RuleSet, questionnaire: Questionnaire, kinds: tuple[KindId, ...]) -> None:
        """Prepare the tables; `kinds` are all option kinds, in the order to show them."""
        self.rules = rules
        self.router = Router(questionnaire)
        questions = {str(id_): question for id_, question in questionnaire.questions.items()}
        self._essential = tuple(id_ for id_ in questionnaire.order if questionnaire.questions[id_].essential)
        self._flags = FlagTables(rules.flags)
        self._tables = tuple(BoundTable(table, questions) for table in rules.tables)
        self._reasons = tuple(
            Reason(rule=rule.id, columns=rule.when.columns, text=rule.text, origin=rule.origin, level=rule.level)
            for rule in rules.urgency
        )
        by_kind = [tuple(rule for rule in rules.kinds if rule.kind == kind) for kind in kinds]
        self._masks = ConditionMasks(
            [rule.when for rule in rules.urgency] + [rule.when for found in by_kind for rule in found]
        )
        starts = [len(rules.urgency) + sum(len(each) for each in by_kind[:at]) for at in range(len(kinds))]
        self._kinds = tuple(
            KindTable(kind, found, start) for kind, found, start in zip(kinds, by_kind, starts, strict=True)
        )
        self._flags_on_kinds = FlagsOnKinds(rules.flags, kinds)
        self._columns = {target: self._columns_of(target) for target in Target}
        self._tables_for = {
            target: [at for at, table in enumerate(rules.tables) if any(rule.amount(target) for rule in table.rules)]
            for target in Target
        }
        self._tables_of = _by_column([table.table.columns for table in self._tables])
        self._kinds_of = _by_column([table.columns for table in self._kinds])
        self._settling = Settling(rules, questionnaire)

    def assess(self, routing: Routing, history: FlagHistory = NO_HISTORY) -> Assessment:
        """Judge everything that is known now."""
        return self.judge(routing, history).assessment

    def judge(self, routing: Routing, history: FlagHistory = NO_HISTORY, before: Judgement | None = None) -> Judgement:
        """Judge everything that is known now; `before` is a judgement of the same talk, to go on from."""
        states = dict(routing.states)
        flags, changed = self._judge_flags(states, history, before)
        marks = self._marks(states, before, changed)
        tables = self._judge_tables(states, before, changed)
        false, unknown = joined(marks.values())
        plain = self._judge_kinds(false, unknown, before, changed)
        level, reasons = self._urgency(false, unknown)
        pressing = [flag.urgency for flag in flags if flag.state is FlagState.RAISED]
        pressing += [min(flag.urgency, Urgency.TODAY) for flag in flags if _must_be_asked_on(flag)]
        missing = self._missing_essentials(routing)
        effects = self._flags_on_kinds.effects(flags, history.recorded)
        known = {target: self._known(target, states, before, changed) for target in Target}
        assessment = Assessment(
            flags=flags,
            urgency=max([level, *pressing]),
            urgency_reasons=reasons,
            status=Status.INCOMPLETE,
            enough_known=not missing or effects is not None,
            missing_essentials=missing,
            medical=self._score(Target.MEDICAL, tables, known[Target.MEDICAL], before),
            social=self._score(Target.SOCIAL, tables, known[Target.SOCIAL], before),
            kinds=_with_flags(plain, effects, before),
        )
        status = self._settling.status(assessment, routing, states)
        if status is not Status.INCOMPLETE:
            assessment = replace(assessment, status=status)
        return Judgement(
            assessment=assessment,
            states=states,
            history=history,
            marks=marks,
            tables=tables,
            plain=plain,
            effects=effects,
        )

    def _judge_flags(
        self, states: dict[str, ColumnState], history: FlagHistory, before: Judgement | None
    ) -> tuple[tuple[FlagOutcome, ...], frozenset[str] | None]:
        """Judge the flags, add their columns to `states`, and tell which columns changed since `before`."""
        if before is None:
            return self._flags.judge(states, history), None
        changed = _changed(before.states, states)
        flags = before.assessment.flags
        if history != before.history or changed & self._flags.columns:
            flags = self._flags.judge(states, history)
            turned = [
                new for new, old in zip(flags, before.assessment.flags, strict=True) if new.state is not old.state
            ]
            return flags, changed.union(FLAG_COLUMN + flag.flag for flag in turned)
        states.update((FLAG_COLUMN + flag.flag, flag.state.value) for flag in flags)
        return flags, changed

    def _marks(
        self, states: Mapping[str, ColumnState], before: Judgement | None, changed: frozenset[str] | None
    ) -> Mapping[str, Marks]:
        if before is None or changed is None:
            return self._masks.marks(states)
        fresh = {
            column: self._masks.mark(column, states.get(column, Missing.NOT_ASKED))
            for column in changed
            if column in before.marks
        }
        return {**before.marks, **fresh}

    def _judge_tables(
        self, states: Mapping[str, ColumnState], before: Judgement | None, changed: frozenset[str] | None
    ) -> tuple[TableOutcome, ...]:
        if before is None or changed is None:
            return tuple([table.judge(states) for table in self._tables])
        touched = {at for column in changed for at in self._tables_of.get(column, ())}
        if not touched:
            return before.tables
        found = list(before.tables)
        for at in touched:
            found[at] = self._tables[at].judge(states)
        return tuple(found)

    def _judge_kinds(
        self, false: int, unknown: int, before: Judgement | None, changed: frozenset[str] | None
    ) -> tuple[KindOutcome, ...]:
        if before is None or changed is None:
            return tuple([table.outcome(false, unknown) for table in self._kinds])
        touched = {at for column in changed for at in self._kinds_of.get(column, ())}
        if not touched:
            return before.plain
        found = list(before.plain)
        for at in touched:
            found[at] = self._kinds[at].outcome(false, unknown)
        return tuple(found)

    def _columns_of(self, target: Target) -> tuple[str, ...]:
        found = {
            column: None
            for table in self.rules.tables
            for rule in table.rules
            if rule.amount(target)
            for column in rule.when.columns
            if column not in FACTS
        }
        return tuple(found)

    def _missing_essentials(self, routing: Routing) -> tuple[QuestionId, ...]:
        applies, states = routing.applies, routing.states
        return tuple([id_ for id_ in self._essential if applies[id_] is Truth.TRUE and states[id_] in OPEN_STATES])

    def _urgency(self, false: int, unknown: int) -> tuple[Urgency, tuple[Reason, ...]]:
        off = false | unknown
        holding = [at for at in range(len(self.rules.urgency)) if not off >> at & 1]
        level = max((self.rules.urgency[at].level for at in holding), default=Urgency.ROUTINE)
        return level, tuple([self._reasons[at] for at in holding])

    def _score(self, target: Target, tables: tuple[TableOutcome, ...], known: float, before: Judgement | None) -> Score:
        if before is not None and tables is before.tables:
            earlier = _score_of(before, target)
            return earlier if known == earlier.known else replace(earlier, known=known)
        speaking = [tables[at] for at in self._tables_for[target]]
        spans = [outcome.spans[target] for outcome in speaking]
        point = _clipped(sum([span.point for span in spans]))
        low = _clipped(sum([span.low for span in spans]))
        high = _clipped(sum([span.high for span in spans]))
        fired = [each for outcome in speaking for each in outcome.fired[target]]
        fired.sort(key=lambda each: -abs(each.amount))
        return Score(
            target=target,
            point=point,
            low=min(low, point),
            high=max(high, point),
            known=known,
            need=band(point) if band(low) is band(high) else Need.NOT_ENOUGH_KNOWN,
            contributions=tuple(fired),
            open_rules=tuple([each for outcome in speaking for each in outcome.open[target]]),
        )

    def _known(
        self,
        target: Target,
        states: Mapping[str, ColumnState],
        before: Judgement | None,
        changed: frozenset[str] | None,
    ) -> float:
        """Return the share of the questions behind a score that were answered, of those that apply."""
        if before is not None and changed is not None and changed.isdisjoint(self._columns[target]):
            return _score_of(before, target).known
        found = [states.get(column, Missing.NOT_ASKED) for column in self._columns[target]]
        missing = [state for state in found if isinstance(state, Missing)]
        applicable = len(found) - len([1 for state in missing if state is Missing.NOT_APPLICABLE])
        return (len(found) - len(missing)) / applicable if applicable else 1.0


def _score_of(judgement: Judgement, target: Target) -> Score:
    return judgement.assessment.medical if target is Target.MEDICAL else judgement.assessment.social


def _with_flags(
    plain: tuple[KindOutcome, ...], effects: FlagEffects | None, before: Judgement | None
) -> tuple[KindOutcome, ...]:
    """Count the raised flags in; where nothing changed, the outcomes before stand."""
    if effects is None:
        return plain
    if before is None or before.effects is not effects:
        return tuple([effects.on(each) for each in plain])
    old = zip(plain, before.plain, before.assessment.kinds, strict=True)
    return tuple([with_flags if each is earlier else effects.on(each) for each, earlier, with_flags in old])


def _by_column(columns: list[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """Return for every column the places of the tables that look at it."""
    found: dict[str, list[int]] = {}
    for at, each in enumerate(columns):
        for column in each:
            found.setdefault(column, []).append(at)
    return {column: tuple(places) for column, places in found.items()}


def _changed(before: Mapping[str, ColumnState], now: Mapping[str, ColumnState]) -> frozenset[str]:
    """Return the columns whose state differs; a column may come or go with a fact. Flags not judged yet stay out."""
    get = before.get
    found = [
        column for column, state in now.items() if (old := get(column, Missing.NOT_ASKED)) is not state and old != state
    ]
    gone = [column for column in before.keys() - now.keys() if not column.startswith(FLAG_COLUMN)]
    return frozenset([*found, *gone])


def _clipped(points: int) -> int:
    return min(HIGHEST, max(0, points))


def _must_be_asked_on(flag: FlagOutcome) -> bool:
    """Tell whether overleg is needed before the person leaves: possible, and it would wait (practice.md §1)."""
    return flag.state is FlagState.POSSIBLE and flag.effect is FlagEffect.WAITS
