"""The engine beside the same rules in CEL (Rust), on synthetic people with gaps.

Only ratios judge, the best of three rounds; no person is judged twice.
"""

from __future__ import annotations

import random
import statistics
import time
from functools import cache

import cel
import pytest

from intake_app.content.load_population import load_population
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.conditions import CodeTest, Missing, RangeTest
from intake_app.questionnaire.model import QuestionKind
from intake_app.questionnaire.situation import FACTS
from intake_app.triage.crowd.judge import Crowd
from intake_app.triage.crowd.population import Population
from tests.shipped import content, knowledge

PEOPLE, WARM_UP, UNANSWERED = 200, 1_500, 0.3
ENGINE, QUESTIONNAIRE = knowledge().engine, knowledge().questionnaire
MANY_AT_ONCE = {"present", "wish_topics", "strength_topics"}
MOST_OF_CEL, MOST_OF_FULL = 1.0, 0.4
"""A full evaluation beside CEL; one changed answer beside a full evaluation (evidence on rules engines, §9)."""


@cache
def people(count, seed):
    """Return answers and facts of synthetic people of whose answers a share was never asked."""
    found = content()
    crowd = Crowd(found.questionnaire, found.rules, tuple(kind.id for kind in found.options))
    marginals = load_population(found.source.part("population"), found.questionnaire, [])
    population = Population(marginals, crowd.codebook)
    said = population.interviewed(crowd, count, seed)
    chance = random.Random(seed)
    return [_with_gaps(crowd.codebook.states(said, at), chance) for at in range(count)]


def _with_gaps(states, chance):
    given = {name: state for name, state in states.items() if not isinstance(state, Missing)}
    facts = {name: state for name, state in given.items() if name in FACTS}
    kept = [name for name in given if name in QUESTIONNAIRE.questions and chance.random() > UNANSWERED]
    answers = {
        name: Given(value=tuple(given[name]) if isinstance(given[name], frozenset) else given[name]) for name in kept
    }
    return answers, facts


def median_us(work, items):
    found = []
    for item in items:
        start = time.perf_counter()
        work(item)
        found.append((time.perf_counter() - start) * 1e6)
    return statistics.median(found)


def evaluate(person):
    """Do one full evaluation: routing, flags, scores with bounds, urgency, kinds with every argument."""
    return ENGINE.judge(ENGINE.router.route(*person))


def is_many(column):
    question = QUESTIONNAIRE.questions.get(column)
    return column in MANY_AT_ONCE or (question is not None and question.kind is QuestionKind.MULTI)


def in_cel(column, test):
    if isinstance(test, CodeTest):
        each = f"'{{0}}' in {column}" if is_many(column) else f"{column} == '{{0}}'"
        found = "(" + " || ".join(each.format(code) for code in sorted(test.codes)) + ")"
        return "!" + found if test.negated else found
    if isinstance(test, RangeTest):
        ends = [(">=", test.low), ("<=", test.high)]
        return " && ".join(f"{column} {sign} {end!r}" for sign, end in ends if abs(end) != float("inf")) or "true"
    states = [f"'{state.value}'" for state in test.states] + ["'answered'"] * test.answered
    return f"state_{column} in [{', '.join(states)}]"


@cache
def programs():
    """Compile every condition of the rules and of the routing."""
    rules = ENGINE.rules
    conditions = [clause.when for flag in rules.flags for clause in flag.clauses]
    conditions += [rule.when for table in rules.tables for rule in table.rules]
    conditions += [rule.when for rule in (*rules.urgency, *rules.kinds)]
    conditions += [gate for question in QUESTIONNAIRE.questions.values() for gate in question.asked_when]
    return [cel.compile(" && ".join(in_cel(*test) for test in condition.tests)) for condition in conditions]


def variables(states):
    found = {
        f"state_{name}": state.value if isinstance(state, Missing) else "answered" for name, state in states.items()
    }
    for name, state in states.items():
        if not isinstance(state, Missing):
            found[name] = sorted(state) if isinstance(state, frozenset) else state
    return found


def evaluate_in_cel(states):
    """Judge every condition; what CEL cannot tell without an answer is an error, which counts as unknown."""
    surroundings = cel.Context(variables(states))
    found = 0
    for program in programs():
        try:
            found += program.execute(surroundings) is True
        except (RuntimeError, ValueError, TypeError):
            continue
    return found


@pytest.mark.benchmark
def test_a_full_evaluation_is_not_slower_than_the_same_rules_in_cel(capsys):
    for person in people(WARM_UP, 1):
        evaluate(person)
    groups = [people(PEOPLE, seed) for seed in (2, 12, 22)]
    states = [evaluate(person).states for person in people(60, 3)]
    evaluate_in_cel(states[0])
    rounds = [(median_us(evaluate, fresh), median_us(evaluate_in_cel, states)) for fresh in groups]
    ours, theirs = min(rounds, key=lambda each: each[0] / each[1])
    with capsys.disabled():
        told = f"full evaluation {ours:.0f} us, {len(programs())} conditions in CEL {theirs:.0f} us"
        print(f"\n{told}, ratio {ours / theirs:.2f}")  # noqa: T201  the figure
    assert ours / theirs <= MOST_OF_CEL


def changes(persons, chance):
    """Return for each person the judgement so far, and the answers with one of them changed."""
    singles = [q for q in QUESTIONNAIRE.questions.values() if q.kind is QuestionKind.SINGLE]
    for answers, facts in persons:
        routing = ENGINE.router.route(answers, facts)
        question = chance.choice(singles)
        changed = {**answers, question.id: Given(value=chance.choice(question.options).code)}
        yield routing, ENGINE.judge(routing), changed, facts


@pytest.mark.benchmark
def test_one_changed_answer_costs_a_part_of_a_full_evaluation(capsys):
    for person in people(WARM_UP, 1):
        evaluate(person)
    groups = [
        (list(changes(people(PEOPLE, seed), random.Random(seed))), people(PEOPLE, seed + 1)) for seed in (4, 14, 24)
    ]

    def go_on(talk):
        routing, before, answers, facts = talk
        ENGINE.judge(ENGINE.router.follow(routing, answers, facts), before=before)

    rounds = [(median_us(go_on, talks), median_us(evaluate, fresh)) for talks, fresh in groups]
    changed, full = min(rounds, key=lambda each: each[0] / each[1])
    with capsys.disabled():
        told = f"one changed answer {changed:.0f} us, full evaluation {full:.0f} us, ratio {changed / full:.2f}"
        print(f"\n{told}")  # noqa: T201  the figure
    assert changed / full <= MOST_OF_FULL
