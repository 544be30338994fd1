"""The circuit that is proved about says the same as the engine, on every part of the outcome."""

from __future__ import annotations

import random
from functools import cache

import pytest

from intake_app.assurance.proof.circuit import TRUE
from intake_app.assurance.proof.claims_later import final_rules
from intake_app.assurance.proof.model import Model
from intake_app.assurance.proof.samples import draw, one_of
from intake_app.assurance.proof.witness import witness_of
from intake_app.assurance.subject import Subject, conditions_of
from intake_app.questionnaire.conditions import Missing, Truth
from intake_app.questionnaire.routing import route
from intake_app.triage.model import FlagEffect, FlagState, KindState, Target, Urgency
from intake_app.triage.outcome import Status, band
from tests.shipped import a_conversation, content, knowledge

COUNT = 240


@cache
def the_model():
    shipped = content()
    return Model(Subject(questionnaire=shipped.questionnaire, rules=shipped.rules, options=shipped.options))


@cache
def drawn():
    return draw(the_model(), COUNT, random.Random(20261122))


@cache
def judged(at):
    witness = witness_of(the_model().now, one_of(drawn(), at))
    routing = route(content().questionnaire, witness.answers, witness.facts)
    return routing, knowledge().engine.assess(routing)


@cache
def values():
    model = the_model()
    assert model.now.kinds
    for target in Target:
        assert model.now.points(target)
    for level in Urgency:
        assert model.now.urgency(level)
    for condition in conditions_of(model.subject):
        assert model.now.judged(condition)
    assert final_rules(model)
    circuit = model.circuit
    return circuit.values(drawn(), COUNT, range(TRUE, len(circuit) + 1))


def holds(literal, at):
    return (values()[abs(literal)] >> at & 1) == (literal > 0)


@pytest.mark.parametrize("at", range(COUNT))
def test_routing_is_the_same(at):
    model, (routing, _) = the_model(), judged(at)
    for id_, rails in model.now.applies.items():
        wanted = Truth.TRUE if holds(rails.true, at) else Truth.FALSE if holds(rails.false, at) else Truth.UNKNOWN
        assert routing.applies[id_] is wanted, id_
        column = model.now.columns[id_]
        assert holds(column.given, at) is not isinstance(routing.states[id_], Missing), id_
        assert holds(column.not_applicable, at) is (routing.states[id_] is Missing.NOT_APPLICABLE), id_


@pytest.mark.parametrize("at", range(COUNT))
def test_every_condition_has_the_same_truth(at):
    model, (routing, assessment) = the_model(), judged(at)
    states = dict(routing.states) | {f"flag_{flag.flag}": flag.state.value for flag in assessment.flags}
    for condition in conditions_of(model.subject):
        rails = model.now.judged(condition)
        wanted = Truth.TRUE if holds(rails.true, at) else Truth.FALSE if holds(rails.false, at) else Truth.UNKNOWN
        assert condition.truth(states) is wanted, condition


@pytest.mark.parametrize("at", range(COUNT))
def test_flags_urgency_and_points_are_the_same(at):
    model, (_, assessment) = the_model(), judged(at)
    for outcome in assessment.flags:
        flag = model.now.flags[outcome.flag]
        assert [state for state in FlagState if holds(flag.states[state], at)] == [outcome.state]
        assert [effect for effect in FlagEffect if holds(flag.effects[effect], at)] == [outcome.effect]
        assert [level for level in Urgency if holds(flag.urgency[level], at)][-1] is outcome.urgency
        assert holds(flag.waits, at) is outcome.waits
    assert [level for level in Urgency if holds(model.now.urgency(level), at)][-1] is assessment.urgency
    for score in (assessment.medical, assessment.social):
        points = sum(amount for amount, literal in model.now.points(score.target) if holds(literal, at))
        assert min(100, max(0, points)) == score.point


@pytest.mark.parametrize("at", range(COUNT))
def test_kinds_are_the_same(at):
    model, (_, assessment) = the_model(), judged(at)
    for outcome in assessment.kinds:
        kind = model.now.kinds[outcome.kind]
        states = {KindState.SUGGESTED: kind.suggested, KindState.POSSIBLE: kind.possible}
        states[KindState.BLOCKED] = kind.blocked
        assert [state for state, literal in states.items() if holds(literal, at)] == [outcome.state], outcome.kind
        assert holds(kind.against, at) is bool(outcome.against)


@pytest.mark.parametrize("at", range(COUNT))
def test_final_is_the_same_apart_from_the_bands(at):
    _, assessment = judged(at)
    is_narrow = all(band(each.low) is band(each.high) for each in (assessment.medical, assessment.social))
    is_final = holds(final_rules(the_model()), at) and is_narrow
    assert is_final is (assessment.status is Status.FINAL)


def test_some_of_the_answer_sets_drawn_are_final_and_some_incomplete():
    found = {judged(at)[1].status for at in range(COUNT)}
    assert {Status.FINAL, Status.INCOMPLETE} <= found


@pytest.mark.parametrize("at", range(0, COUNT, 8))
def test_a_witness_is_read_back_from_its_file_as_the_same_answer_set(at):
    witness = witness_of(the_model().now, one_of(drawn(), at))
    talk = a_conversation(witness.text(("a heading",)))
    assert talk.answers == witness.answers
    assert talk.situation.facts(wishes=talk.wish_topics, strengths=talk.strength_topics) == witness.facts
