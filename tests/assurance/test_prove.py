"""The safety properties hold of the shipped content, and the prover sees it when they do not."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from intake_app.assurance.proof import solver as solver_module
from intake_app.assurance.proof.circuit import FALSE, TRUE, Circuit
from intake_app.assurance.proof.claims_later import Later
from intake_app.assurance.proof.claims_rules import alive_claims, no_score_claims, not_alone_claims, one_outcome_claims
from intake_app.assurance.proof.claims_worse import worse_claims
from intake_app.assurance.proof.intervals import interval_queries
from intake_app.assurance.proof.model import Model
from intake_app.assurance.proof.prove import PROPERTIES, Prover, prove
from intake_app.assurance.proof.query import Claim, Query, Report
from intake_app.assurance.subject import Subject
from intake_app.cli.assurance import safety_of
from intake_app.core.ids import FlagId, RuleId
from intake_app.questionnaire.conditions import CodeTest, Condition
from intake_app.questionnaire.model import Worse
from intake_app.questionnaire.routing import route
from intake_app.triage.evaluate import Engine
from intake_app.triage.model import FlagEffect, FlagState, Target, Urgency
from tests.shipped import a_conversation, content


def a_subject(**changes):
    shipped = content()
    return Subject(
        questionnaire=changes.pop("questionnaire", shipped.questionnaire),
        rules=replace(shipped.rules, **changes),
        options=shipped.options,
    )


@cache
def the_prover():
    return Prover(a_subject(), safety_of(content()))


def with_flag(id_, change):
    return a_subject(flags=tuple(change(flag) if flag.id == id_ else flag for flag in content().rules.flags))


def with_question(id_, **changes):
    asked = content().questionnaire
    questions = {**asked.questions, id_: replace(asked.questions[id_], **changes)}
    return a_subject(questionnaire=replace(asked, questions=questions))


def is_(column, *codes):
    return Condition(tests=((column, CodeTest(codes=frozenset(codes))),))


def masked(subject, about):
    """Return the verdicts on the safety properties whose id holds a word."""
    return Prover(subject, tuple(each for each in safety_of(content()) if about in each.id)).verdicts("masked")


def told(verdicts):
    """Yield what does not hold, one by one, so that a test ends at the first that it looks for."""
    return ((each.subject, each.part, each.reason) for each in verdicts if not each.holds)


def judged(subject, claims, about):
    """Return the verdict on the claim about one subject."""
    prover = Prover(subject, ())
    claim = next(each for each in claims(prover.model) if each.subject == about)
    return prover.judge("tried", claim)


@pytest.mark.parametrize("property_", PROPERTIES)
def test_the_property_holds_of_the_shipped_content(property_):
    verdicts = list(the_prover().verdicts(property_))
    assert verdicts
    assert not list(told(verdicts))


def test_no_verdict_at_all_is_no_proof():
    assert not Report(verdicts=()).holds


def test_only_the_properties_asked_for_are_proved():
    report = prove(a_subject(), (), frozenset({"no_score"}))
    assert report.holds
    assert {verdict.property for verdict in report.verdicts} == {"no_score"}
    assert report.queries("no_score") >= len(content().rules.tables)


def test_a_flag_clause_that_is_gone_masks_the_flag_and_the_witness_replays():
    faulty = with_flag("suicide_acute", lambda flag: replace(flag, clauses=flag.clauses[1:]))
    found = next(each for each in masked(faulty, "suicide_acute") if not each.holds)
    talk = a_conversation(found.texts()[0])
    facts = talk.situation.facts(wishes=frozenset(), strengths=frozenset())
    engine = Engine(faulty.rules, faulty.questionnaire, tuple(option.id for option in faulty.options))
    outcomes = engine.assess(route(faulty.questionnaire, talk.answers, facts)).flags
    assert found.reason == "counterexample"
    assert "attempt_recent" in str(talk.answers)
    assert next(each for each in outcomes if each.flag == "suicide_acute").state is not FlagState.RAISED


def test_a_flag_that_is_gone_is_masked():
    flags = tuple(flag for flag in content().rules.flags if flag.id != "homeless_tonight")
    kinds = tuple(rule for rule in content().rules.kinds if "flag_homeless_tonight" not in rule.when.columns)
    assert any(told(masked(a_subject(flags=flags, kinds=kinds), "homeless")))


def test_a_lowered_urgency_is_seen():
    def lowered(flag):
        return replace(flag, clauses=tuple(replace(each, urgency=Urgency.ROUTINE) for each in flag.clauses))

    assert any("urgency" in part for _, part, _ in told(masked(with_flag("mania", lowered), "mania")))


def test_an_effect_that_no_longer_waits_is_seen():
    def gone_on(flag):
        clauses = tuple(replace(each, effect=FlagEffect.GOES_ON) for each in flag.clauses)
        return replace(flag, effect=FlagEffect.GOES_ON, clauses=clauses)

    assert any("effect" in part for _, part, _ in told(masked(with_flag("psychosis", gone_on), "psychosis")))


def test_an_essential_question_that_lost_its_mark_is_seen():
    found = told(masked(with_question("sleep_place", essential=False), "mark"))
    assert any(part == "sleep_place" for _, part, _ in found)


def test_answers_to_a_safety_question_that_lost_its_mark_may_be_hidden_and_that_is_seen():
    found = told(masked(with_question("suicide_plan", safety=False), "mark"))
    assert any(part == "suicide_plan" for _, part, _ in found)


def test_a_changed_sign_lowers_the_need_on_a_worse_answer():
    def turned(table):
        rules = (replace(rule, amounts=tuple((t, -points) for t, points in rule.amounts)) for rule in table.rules)
        return replace(table, rules=tuple(rules)) if table.id == "mood" else table

    tables = tuple(turned(table) for table in content().rules.tables)
    verdict = judged(a_subject(tables=tables), worse_claims, "mood")
    assert verdict.reason == "counterexample"
    assert len(verdict.texts()) == 2


def test_a_worse_end_that_is_turned_round_is_seen():
    turned = with_question("suicide_thoughts", worse=Worse.FIRST)
    assert judged(turned, worse_claims, "suicide_thoughts").reason == "counterexample"


def test_two_rows_that_overlap_are_seen():
    table = next(each for each in content().rules.tables if each.id == "mood")
    wide = replace(table, rules=(*table.rules, replace(table.rules[0], id=RuleId("again"))))
    tables = tuple(wide if each.id == "mood" else each for each in content().rules.tables)
    assert judged(a_subject(tables=tables), one_outcome_claims, "mood").reason == "counterexample"


def test_a_rule_that_routing_makes_impossible_is_dead():
    rules = content().rules
    tests = (*is_("smoking", "no").tests, *is_("smoking_wish", "yes").tests)
    dead = replace(rules.urgency[0], id=RuleId("dead"), when=Condition(tests=tests))
    assert judged(a_subject(urgency=(*rules.urgency, dead)), alive_claims, "dead").reason == "never"


def test_a_safety_question_in_a_score_is_seen():
    table = next(each for each in content().rules.tables if each.id == "mood")
    faulty = replace(table, columns=("suicide_thoughts",))
    tables = tuple(faulty if each.id == "mood" else each for each in content().rules.tables)
    assert judged(a_subject(tables=tables), no_score_claims, "mood").reason == "counterexample"


def test_exercise_that_stands_alone_after_a_flag_is_seen():
    def self_help_only(flag):
        return replace(flag, names=("e_health",), also_allows=())

    faulty = with_flag("withdrawal_danger", self_help_only)
    assert judged(faulty, not_alone_claims, "withdrawal_danger").reason == "counterexample"


def test_an_interval_that_is_too_narrow_is_seen(monkeypatch):
    monkeypatch.setattr("intake_app.triage.bounds._subsets", lambda codes: iter([frozenset(codes[:1])]))
    model = Model(a_subject())
    found = [interval_queries(model, Later(model), table) for table in content().rules.tables]
    assert any(query.goal == TRUE for queries in found for query in queries)


def test_a_claim_about_nothing_is_vacuous():
    verdict = the_prover().judge("masked", Claim(subject="nothing", queries=(Query(premise=FALSE, goal=TRUE),)))
    assert (verdict.holds, verdict.reason) == (False, "vacuous")


def test_an_undecided_query_counts_as_a_failure(monkeypatch):
    monkeypatch.setattr(solver_module, "BUDGET", 1)
    prover = Prover(a_subject(), ())
    flags = prover.model.now.flags
    goal = prover.model.circuit.all_of([flags[FlagId("pregnancy_risk")].raised, flags[FlagId("mania")].possible])
    verdict = prover.judge("masked", Claim(subject="hard", queries=(Query(goal=goal),)))
    assert (verdict.holds, verdict.reason) == (False, "unknown")


def test_weights_of_either_sign_are_summed_right():
    circuit = Circuit()
    one, other = circuit.input("one"), circuit.input("other")
    least = circuit.at_least([(3, one), (-2, other), (4, TRUE), (1, -one)], 4)
    values = circuit.values({one: 0b0101, other: 0b0011}, 4, circuit.cone([least]))
    # one and other: 3-2+4=5; neither: 4+1=5; only other: 4-2+1=3; only one: 7
    assert [bool(values[abs(least)] >> at & 1) is (least > 0) for at in range(4)] == [True, False, True, True]


def test_points_are_what_the_rules_add():
    assert {amount > 0 for amount, _ in the_prover().model.now.points(Target.MEDICAL)} == {True, False}
