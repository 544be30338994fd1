"""Claims about what further answers can change: three-valued truths and intervals are sound, final is final.

A further answer set keeps every answer and fact of the first, and answers some of the questions that the first left
open; none that were ruled out. No further answer rules out a question that was answered: the program fills the gate
of a follow-up that is answered first, so another answer to that gate is a correction. It is a second answer set in
the same circuit.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from intake_app.assurance.proof.answer_set import AnswerSet
from intake_app.assurance.proof.circuit import FALSE, TRUE
from intake_app.assurance.proof.columns import NEVER_ASKED, Column, Rails, rails_of
from intake_app.assurance.proof.intervals import interval_queries
from intake_app.assurance.proof.model import GENDERS, OLDEST, YOUNGEST
from intake_app.assurance.proof.query import Claim, Query
from intake_app.questionnaire.conditions import CodeTest, StateTest
from intake_app.questionnaire.routing import overview_question
from intake_app.triage.flags import FLAG_COLUMN
from intake_app.triage.model import FlagState, KindEffect, Urgency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from intake_app.assurance.proof.model import Model
    from intake_app.core.ids import FlagId
    from intake_app.questionnaire.conditions import Condition, Test
    from intake_app.questionnaire.model import Question
    from intake_app.triage.model import FlagRule, KindRule

LATER = "later "


class Later(AnswerSet):
    """An answer set that adds answers to the free one."""

    def __init__(self, model: Model) -> None:
        """Make fresh answers for everything, which count where there is none yet."""
        now, inputs = model.now, model.inputs
        further = {
            "gender": inputs.one_of("gender", GENDERS, may_lack=True, prefix=LATER),
            "age": inputs.number("age", YOUNGEST, OLDEST, LATER),
        }
        facts = {**now.facts, **{name: _added(model, now.facts[name], new, TRUE) for name, new in further.items()}}
        raw = {
            id_: _added(model, now.raw[id_], inputs.question(question, LATER), -now.applies[question.id].false)
            for id_, question in model.questions.items()
        }
        super().__init__(model.circuit, model.subject, facts, raw, now)
        self.now = now
        self._behind: dict[str, frozenset[str]] = {}
        for id_ in model.subject.questionnaire.order:
            question = model.questions[id_]
            gates = {column for condition in question.asked_when for column in condition.columns}
            gates.add(overview_question(question.area))
            self._behind[id_] = frozenset({id_}.union(*(self._behind.get(gate, frozenset()) for gate in gates)))

    def adds(self, columns: Iterable[str]) -> int:
        """Return the literal of: nothing that was answered is ruled out, in these columns and in those behind them."""
        wanted: set[str] = set().union(*(self._behind.get(column, frozenset()) for column in columns))
        return self.circuit.all_of(
            -self.circuit.all_of([self.now.columns[id_].given, self.columns[id_].not_applicable]) for id_ in wanted
        )


def _added(model: Model, before: Column, new: Column, may: int) -> Column:
    """Return the column with a new answer where there was none and one may come."""
    circuit = model.circuit
    fresh = circuit.all_of([-before.given, may, new.given])

    def merged(old: int, one: int) -> int:
        return circuit.any_of([old, circuit.all_of([fresh, one])])

    return Column(
        given=circuit.any_of([before.given, fresh]),
        declined=circuit.all_of([before.declined, -fresh]),
        not_known=circuit.all_of([before.not_known, -fresh]),
        not_asked=circuit.all_of([before.not_asked, -fresh]),
        codes={code: merged(each, new.codes[code]) for code, each in before.codes.items()},
        numbers={number: merged(each, new.numbers[number]) for number, each in before.numbers.items()},
    )


def sound_claims(model: Model) -> Iterator[Claim]:
    """What is true or false of a partial answer set stays so, whatever is answered further; no interval is left."""
    now, then, rules = model.now, Later(model), model.subject.rules
    for id_, rails in now.applies.items():
        query = _kept(then, (id_,), rails, then.applies[id_])
        yield Claim(subject=f"routing of {id_}", queries=(query,))
    for table in rules.tables:
        yield _truths_kept(then, table.id, [rule.when for rule in table.rules])
    yield _truths_kept(then, "urgency", [rule.when for rule in rules.urgency])
    for flag in rules.flags:
        yield _truths_kept(then, flag.id, [clause.when for clause in flag.clauses])
        stays = _kept(then, _columns_of(model, flag), *(_raised(each, flag.id) for each in (now, then)))
        yield Claim(subject=f"{flag.id} stays raised", queries=(stays,))
    for option in model.subject.options:
        yield _truths_kept(then, option.id, [rule.when for rule in rules.kinds if rule.kind == option.id])
    for table in rules.tables:
        yield Claim(subject=f"interval of {table.id}", queries=tuple(interval_queries(model, then, table)))


def _raised(answers: AnswerSet, flag: FlagId) -> Rails:
    """Return the truth of a flag being raised, which is never said to be false for good."""
    return Rails(true=answers.flags[flag].raised, false=FALSE)


def _columns_of(model: Model, flag: FlagRule) -> set[str]:
    """Return the columns that a flag looks at, also by way of other flags."""
    found = {column for clause in flag.clauses for column in clause.when.columns}
    others = {each for each in model.subject.rules.flags if FLAG_COLUMN + each.id in found and each.id != flag.id}
    return found.union(*(_columns_of(model, each) for each in others))


def _truths_kept(then: Later, subject: str, conditions: list[Condition]) -> Claim:
    queries = []
    for condition in conditions:
        if any(not _lasts(column, test) for column, test in condition.tests):
            continue
        one, other = then.now.judged(condition), then.judged(condition)
        if any(column.startswith(FLAG_COLUMN) for column in condition.columns):
            one = Rails(true=one.true, false=FALSE)
        queries.append(_kept(then, condition.columns, one, other))
    return Claim(subject=subject, queries=tuple(queries))


def _lasts(column: str, test: Test) -> bool:
    """Tell whether the truth of a test is meant to last: one on the state of an answer or on a lower flag is not."""
    if isinstance(test, StateTest):
        return False
    return not column.startswith(FLAG_COLUMN) or (isinstance(test, CodeTest) and test.codes == {FlagState.RAISED})


def _kept(then: Later, columns: Iterable[str], one: Rails, other: Rails) -> Query:
    circuit = then.circuit
    known = circuit.all_of([then.adds(columns), circuit.any_of([one.true, one.false])])
    lost = circuit.any_of([circuit.all_of([one.true, -other.true]), circuit.all_of([one.false, -other.false])])
    return Query(premise=known, goal=lost, shown=(then.now, then))


def final_claims(model: Model) -> Iterator[Claim]:
    """No outcome is final while an essential or safety question is unanswered, and a final one never changes."""
    circuit, now, then = model.circuit, model.now, Later(model)
    final = final_rules(model)
    for mark, marked in (("essential", "essential questions"), ("safety", "safety questions")):
        is_open = [_may_be_asked(model, each) for each in model.questions.values() if getattr(each, mark)]
        yield Claim(subject=marked, queries=(Query(premise=circuit.any_of(is_open), goal=final),))
    changes = {
        "flags": [
            circuit.all_of([each, -then.flags[id_].states[state]])
            for id_, flag in now.flags.items()
            for state, each in flag.states.items()
        ],
        "urgency": [-circuit.same(now.urgency(level), then.urgency(level)) for level in Urgency],
        "kinds": [
            -circuit.same(one, other)
            for id_, kind in now.kinds.items()
            for one, other in (
                (kind.suggested, then.kinds[id_].suggested),
                (kind.blocked, then.kinds[id_].blocked),
            )
        ],
    }
    premise = circuit.all_of([final, then.adds(model.questions)])
    for subject, changed in changes.items():
        query = Query(premise=premise, goal=circuit.any_of(changed), shown=(now, then))
        yield Claim(subject=f"{subject} of a final outcome", queries=(query,))


def _may_be_asked(model: Model, question: Question) -> int:
    is_open = model.circuit.any_of(model.now.columns[question.id].open)
    return model.circuit.all_of([-model.now.applies[question.id].false, is_open])


def final_rules(model: Model) -> int:
    """Return the literal of a final outcome as `triage.status` judges it, apart from the bands of the scores.

    Leaving the bands out makes more answer sets final than there are, so what is proved holds of those that are.
    """
    circuit, now, rules = model.circuit, model.now, model.subject.rules
    hindered = []
    for question in model.questions.values():
        may_be_asked = _may_be_asked(model, question)
        if question.essential:
            hindered.append(circuit.all_of([now.applies[question.id].true, may_be_asked]))
        if question.safety:
            hindered.append(may_be_asked)
    hindered += [circuit.all_of([flag.states[FlagState.NOT_ASKED], flag.is_open]) for flag in now.flags.values()]
    hindered += [_may_turn(model, clause.when) for flag in rules.flags for clause in flag.clauses]
    for rule in rules.urgency:
        hindered.append(circuit.all_of([_may_turn(model, rule.when), -now.urgency(rule.level)]))
    for option in model.subject.options:
        hindered.append(-_settled(model, [rule for rule in rules.kinds if rule.kind == option.id]))
    return -circuit.any_of(hindered)


def _may_turn(model: Model, condition: Condition) -> int:
    """Return the literal of: no test is false for good, and one looks at an open column."""
    circuit, opens, ruled_out = model.circuit, [], []
    model.now.flags  # noqa: B018  makes the columns of the flags
    for name, test in condition.tests:
        column = model.now.columns.get(name, NEVER_ASKED)
        is_open = circuit.any_of(column.open)
        opens.append(is_open)
        if not name.startswith(FLAG_COLUMN):
            ruled_out.append(circuit.all_of([-is_open, rails_of(circuit, column, test).false]))
    return circuit.all_of([circuit.any_of(opens), -circuit.any_of(ruled_out)])


def _settled(model: Model, rules: list[KindRule]) -> int:
    """Return the literal of: the state of a kind is the same whatever its open rules turn out to be."""
    circuit = model.circuit
    low: dict[KindEffect, list[int]] = {effect: [] for effect in KindEffect}
    high: dict[KindEffect, list[int]] = {effect: [] for effect in KindEffect}
    for rule in rules:
        may, true = _may_turn(model, rule.when), model.now.judged(rule.when).true
        low[rule.effect].append(circuit.all_of([true, -may]))
        high[rule.effect].append(circuit.any_of([true, may]))
    sure = {effect: circuit.any_of(parts) for effect, parts in low.items()}
    could = {effect: circuit.any_of(parts) for effect, parts in high.items()}
    not_against, not_suggest = -sure[KindEffect.AGAINST], -sure[KindEffect.SUGGEST]
    blocked = circuit.any_of([could[KindEffect.AGAINST], circuit.all_of([not_suggest, -sure[KindEffect.CONSIDER]])])
    suggested = circuit.all_of([not_against, could[KindEffect.SUGGEST]])
    possible = circuit.all_of([not_against, not_suggest, could[KindEffect.CONSIDER]])
    ways = combinations((blocked, suggested, possible), 2)
    return -circuit.any_of(circuit.all_of(pair) for pair in ways)
