"""The difference of two versions: what is equal is proved so, and what is not comes with answers that show it."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import cache

import pytest

from intake_app.assurance.difference.changes import How
from intake_app.assurance.difference.judge import Means, Outcome
from intake_app.assurance.difference.replay import Sort
from intake_app.assurance.difference.versions import difference
from intake_app.assurance.proof import solver as solver_module
from intake_app.assurance.simulate import Subject as Simulated
from intake_app.assurance.simulate import simulate
from intake_app.assurance.subject import Subject
from intake_app.core.ids import RuleId
from intake_app.core.text import Text
from intake_app.questionnaire.conditions import CodeTest, Condition
from intake_app.questionnaire.routing import route
from intake_app.triage.bounds import BoundTable
from intake_app.triage.evaluate import Engine
from intake_app.triage.model import FlagEffect, FlagState, KindEffect, Urgency
from tests.shipped import a_conversation, content
from tests.triage.crowds import marginals

PEOPLE = 300


@cache
def shipped():
    return Subject(questionnaire=content().questionnaire, rules=content().rules, options=content().options)


def compared(new, old=None, people=PEOPLE):
    return difference(old or shipped(), new, marginals(), 3, people)


def with_rules(**changes):
    return replace(shipped(), rules=replace(shipped().rules, **changes))


def with_flag(id_, change):
    return with_rules(flags=tuple(change(each) if each.id == id_ else each for each in shipped().rules.flags))


def with_table(id_, change):
    return with_rules(tables=tuple(change(each) if each.id == id_ else each for each in shipped().rules.tables))


def with_kind_rule(id_, *instead):
    rules = shipped().rules.kinds
    return with_rules(kinds=tuple(new for each in rules for new in (instead if each.id == id_ else (each,))))


def with_question(id_, change):
    asked = shipped().questionnaire
    questions = {**asked.questions, id_: change(asked.questions[id_])}
    return replace(shipped(), questionnaire=replace(asked, questions=questions))


def kind_rule(id_):
    return next(each for each in shipped().rules.kinds if each.id == id_)


def is_(column, *codes):
    return Condition(tests=((column, CodeTest(codes=frozenset(codes))),))


def split(condition):
    """Return a condition per code of its first test of several codes."""
    at, column, test = next(
        (at, column, test)
        for at, (column, test) in enumerate(condition.tests)
        if isinstance(test, CodeTest) and len(test.codes) > 1
    )
    before, after = condition.tests[:at], condition.tests[at + 1 :]
    singles = [(column, CodeTest(codes=frozenset({code}))) for code in sorted(test.codes)]
    return [Condition(tests=(*before, single, *after)) for single in singles]


def halves(rule):
    return tuple(replace(rule, id=RuleId(f"{rule.id}-{at}"), when=when) for at, when in enumerate(split(rule.when)))


def split_row(table, id_):
    rows = tuple(new for row in table.rules for new in (halves(row) if row.id == id_ else (row,)))
    return replace(table, rules=rows)


def split_gate(question):
    return replace(question, asked_when=tuple(each for gate in question.asked_when for each in split(gate)))


def split_clause(flag):
    return replace(flag, clauses=(flag.clauses[0], *halves(flag.clauses[1]), *flag.clauses[2:]))


@cache
def engines():
    """Return the engines made so far, with the rules and questions that they are for."""
    return []


def engine(subject):
    known = next((found for of, found in engines() if of is subject), None)
    if known is None:
        known = Engine(subject.rules, subject.questionnaire, tuple(option.id for option in subject.options))
        engines().append((subject, known))
    return known


def outcome(subject, talk):
    """Return all that the engine makes of a talk, as plain values."""
    facts = talk.situation.facts(wishes=talk.wish_topics, strengths=talk.strength_topics)
    routing = route(subject.questionnaire, talk.answers, facts)
    found = engine(subject).assess(routing)
    questions, tables = subject.questionnaire.questions, subject.rules.tables
    return {
        Sort.ROUTING: dict(routing.applies),
        Sort.ESSENTIAL: set(found.missing_essentials),
        Sort.FLAG: {flag.flag: (flag.state, flag.effect, flag.urgency) for flag in found.flags},
        Sort.TABLE: {table.id: BoundTable(table, questions).judge(routing.states).spans for table in tables},
        Sort.URGENCY: found.urgency,
        Sort.KIND: {kind.kind: (kind.state, kind.support) for kind in found.kinds},
        Sort.STATUS: found.status,
    }


SAME = {
    "nothing": shipped,
    "turned table": lambda: with_table("complaint-seen", lambda table: replace(table, rules=table.rules[::-1])),
    "split row": lambda: with_table("complaint-seen", lambda table: split_row(table, "complaint-seen-01")),
    "split rule of a kind": lambda: with_kind_rule("huisarts-04", *halves(kind_rule("huisarts-04"))),
    "split gate": lambda: with_question("which_body", split_gate),
    "split clause": lambda: with_flag("suicide_acute", split_clause),
    "turned tests": lambda: with_kind_rule(
        "huisarts-05",
        replace(kind_rule("huisarts-05"), when=Condition(tests=kind_rule("huisarts-05").when.tests[::-1])),
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_what_means_the_same_is_proved_equal(name):
    found = compared(SAME[name]())
    assert found.is_equal
    assert found.shares.changed == dict.fromkeys(found.shares.changed, 0)
    assert found.shares.shifts == ()


def test_what_is_said_in_the_same_way_needs_no_proof():
    found = compared(shipped())
    assert found.changes == ()
    assert {verdict.means for verdict in found.verdicts} == {Means.SAME}
    wanted = len(content().questionnaire.questions) + len(content().rules.flags) + len(content().rules.tables)
    assert len(found.verdicts) == wanted + len(content().options) + 5


def test_a_split_row_is_proved_by_going_through_every_way():
    found = compared(SAME["split row"]())
    assert [(v.sort, v.id) for v in found.verdicts if v.means is Means.EVERY_WAY] == [(Sort.TABLE, "complaint-seen")]
    assert {change.how for change in found.changes} == {How.ADDED, How.GONE}


def test_words_alone_change_no_behaviour_and_are_named_as_words():
    rule = kind_rule("huisarts-01")
    found = compared(with_kind_rule(rule.id, replace(rule, text=Text(nl="Anders.", en="Otherwise."))))
    assert found.is_equal
    assert [(change.id, change.what, change.is_text_only) for change in found.changes] == [
        ("huisarts-01", ("text",), True)
    ]


def test_a_rule_that_can_never_fire_is_proved_to_change_nothing():
    never = Condition(tests=(*is_("flag_gut_feeling", "raised").tests, *is_("gut_feeling", "no").tests))
    rule = replace(kind_rule("huisarts-01"), id=RuleId("never"), when=never)
    found = compared(with_rules(kinds=(*shipped().rules.kinds, rule)))
    assert found.is_equal
    assert (Sort.KIND, "huisarts") in {(v.sort, v.id) for v in found.verdicts if v.means is Means.SOLVER}


def heavier(table):
    first = table.rules[0]
    amounts = tuple((target, points + 3) for target, points in first.amounts)
    return replace(table, rules=(replace(first, amounts=amounts), *table.rules[1:]))


def loosened(flag):
    return replace(flag, clauses=tuple(replace(each, effect=FlagEffect.GOES_ON) for each in flag.clauses))


def lowered(flag):
    clauses = tuple(replace(each, urgency=Urgency.ROUTINE) for each in flag.clauses)
    return replace(flag, urgency=Urgency.ROUTINE, clauses=clauses)


def doubtful(flag):
    return replace(flag, clauses=tuple(replace(each, state=FlagState.POSSIBLE) for each in flag.clauses))


CHANGED = {
    "amount": (lambda: with_table("sleep-quality", heavier), Sort.TABLE, "sleep-quality"),
    "row gone": (
        lambda: with_table("complaint-seen", lambda table: replace(table, rules=table.rules[1:])),
        Sort.TABLE,
        "complaint-seen",
    ),
    "level": (lambda: with_flag("psychosis", lowered), Sort.FLAG, "psychosis"),
    "effect": (lambda: with_flag("mania", loosened), Sort.FLAG, "mania"),
    "state": (lambda: with_flag("homeless_tonight", doubtful), Sort.FLAG, "homeless_tonight"),
    "clause": (
        lambda: with_flag("suicide_acute", lambda flag: replace(flag, clauses=flag.clauses[1:])),
        Sort.FLAG,
        "suicide_acute",
    ),
    "urgency rule": (lambda: with_rules(urgency=shipped().rules.urgency[1:]), Sort.URGENCY, ""),
    "gate": (
        lambda: with_question("which_body", lambda question: replace(question, asked_when=())),
        Sort.ROUTING,
        "which_body",
    ),
    "kind rule gone": (lambda: with_kind_rule("huisarts-01"), Sort.KIND, "huisarts"),
    "kind rule turned": (
        lambda: with_kind_rule("huisarts-01", replace(kind_rule("huisarts-01"), effect=KindEffect.AGAINST)),
        Sort.KIND,
        "huisarts",
    ),
    "weight": (
        lambda: with_kind_rule("huisarts-01", replace(kind_rule("huisarts-01"), weight=1)),
        Sort.KIND,
        "huisarts",
    ),
    "named kind": (
        lambda: with_flag("essential_needs", lambda flag: replace(flag, names=flag.names[1:])),
        Sort.KIND,
        str(next(each for each in content().rules.flags if each.id == "essential_needs").names[0]),
    ),
    "essential": (
        lambda: with_question("area_body", lambda question: replace(question, essential=False)),
        Sort.ESSENTIAL,
        "",
    ),
}


@cache
def changed(name):
    """Return the new version of a change, and its difference with the shipped one."""
    new = CHANGED[name][0]()
    return new, compared(new, people=2_000)


@pytest.mark.parametrize("name", CHANGED)
def test_a_change_comes_with_answers_that_really_come_out_otherwise(name):
    _, sort, id_ = CHANGED[name]
    new, found = changed(name)
    shown = next(each for each in found.of(Outcome.DIFFERS) if (each.sort, each.id) == (sort, id_))
    talk = a_conversation(shown.text())
    assert talk.answers == shown.witness.answers
    assert outcome(shipped(), talk)[sort] != outcome(new, talk)[sort]
    assert shown.before != shown.after
    assert not found.is_equal


@pytest.mark.parametrize("name", CHANGED)
def test_every_part_is_decided_and_its_witness_shows_it(name):
    new, found = changed(name)
    assert not found.of(Outcome.NOT_PROVED)
    for verdict in found.of(Outcome.DIFFERS):
        talk = a_conversation(verdict.text())
        before, after = outcome(shipped(), talk), outcome(new, talk)
        assert verdict.sort not in before or before[verdict.sort] != after[verdict.sort], verdict.id


def test_what_does_not_rest_on_a_change_stays_equal():
    _, found = changed("weight")
    assert [(verdict.sort, verdict.id) for verdict in found.of(Outcome.DIFFERS)] == [(Sort.KIND, "huisarts")]


def test_another_order_of_questions_is_seen():
    asked = shipped().questionnaire
    turned = (*asked.order[:-2], asked.order[-1], asked.order[-2])
    found = compared(replace(shipped(), questionnaire=replace(asked, order=turned)))
    assert [verdict.sort for verdict in found.of(Outcome.DIFFERS)] == [Sort.ASKING]


def without_mania():
    flags = tuple(
        replace(flag, clauses=tuple(each for each in flag.clauses if "flag_mania" not in each.when.columns))
        for flag in shipped().rules.flags
        if flag.id != "mania"
    )
    kinds = tuple(rule for rule in shipped().rules.kinds if "flag_mania" not in rule.when.columns)
    return with_rules(flags=flags, kinds=kinds)


def test_a_flag_that_is_gone_is_named_and_shown_where_it_was_raised():
    found = compared(without_mania())
    shown = next(each for each in found.of(Outcome.DIFFERS) if (each.sort, each.id) == (Sort.FLAG, "mania"))
    talk = a_conversation(shown.text())
    assert outcome(shipped(), talk)[Sort.FLAG]["mania"][0] in {FlagState.RAISED, FlagState.POSSIBLE}
    assert shown.after == "-"
    assert "mania" in found.unretired(frozenset())
    assert "mania" not in found.unretired(frozenset({"mania"}))


def test_questions_that_are_not_shared_are_named_and_never_count_as_equal():
    def shorter(question):
        return replace(question, options=question.options[:-1])

    found = compared(shipped(), old=with_question("complaint_burden", shorter), people=2_000)
    assert found.apart == ("complaint_burden",)
    apart = found.of(Outcome.NOT_COMPARED)
    assert {verdict.means for verdict in apart} == {Means.QUESTIONS_APART}
    assert (Sort.URGENCY, "") in {(verdict.sort, verdict.id) for verdict in apart}
    assert found.shares.changed["urgency"] > 0
    assert not found.is_equal


@pytest.fixture
def no_solver(monkeypatch):
    monkeypatch.setitem(sys.modules, "z3", None)
    monkeypatch.delitem(sys.modules, "intake_app.assurance.proof.solver")


@pytest.mark.usefixtures("no_solver")
def test_without_the_solver_small_edits_are_proved_and_changes_are_shown():
    assert compared(SAME["split row"]()).is_equal
    assert compared(SAME["split gate"]()).is_equal
    assert compared(CHANGED["weight"][0]()).of(Outcome.DIFFERS)


@pytest.mark.usefixtures("no_solver")
def test_without_the_solver_the_rest_is_said_not_to_be_proved():
    found = compared(SAME["split clause"]())
    assert {verdict.means for verdict in found.of(Outcome.NOT_PROVED)} == {Means.NO_SOLVER}
    assert not found.is_equal


def test_what_the_solver_cannot_decide_within_its_budget_is_not_proved(monkeypatch):
    monkeypatch.setattr(solver_module, "BUDGET", 1)
    found = compared(SAME["split clause"]())
    assert {verdict.means for verdict in found.of(Outcome.NOT_PROVED)} == {Means.OUT_OF_BUDGET}
    assert not found.is_equal


def simulated(subject):
    found = Simulated(
        questionnaire=subject.questionnaire, rules=subject.rules, options=subject.options, marginals=marginals()
    )
    return simulate(found, 2_000, seed=3)


def test_gains_and_losses_add_up_to_what_both_simulations_say():
    new, found = changed("kind rule turned")
    before, after, shares = simulated(shipped()), simulated(new), found.shares
    moved = {shift.id: shift.gained - shift.lost for shift in shares.shifts if shift.sort == "kind"}
    assert moved["huisarts"] < 0
    for option in content().options:
        measure = f"kind.{option.id}"
        assert moved.get(option.id, 0) == round(2_000 * (after.of(measure) - before.of(measure)))


def test_nobody_is_counted_twice():
    shares = changed("clause")[1].shares
    parts = [count for name, count in shares.changed.items() if name != "any"]
    assert max(parts) <= shares.changed["any"] <= min(sum(parts), shares.people)
    assert shares.more_urgent + shares.less_urgent == shares.changed["urgency"]
    assert shares.share("any") == pytest.approx(shares.changed["any"] / 2_000)


def test_the_same_seed_gives_the_same_people():
    new, found = changed("amount")
    assert compared(new, people=2_000).shares == found.shares
