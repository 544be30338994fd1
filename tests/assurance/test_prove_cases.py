"""Counterexamples that the prover once found stay mended, and the safety file is read in one way by both readers."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

from intake_app.assurance.proof.circuit import TRUE
from intake_app.assurance.proof.claims_safety import conditions_of_safety, safety_claims
from intake_app.assurance.proof.model import Model
from intake_app.assurance.proof.samples import draw, one_of
from intake_app.assurance.proof.witness import witness_of
from intake_app.assurance.safety import is_broken, seen_in
from intake_app.assurance.subject import Subject
from intake_app.cli.assurance import safety_of
from intake_app.questionnaire.conditions import Truth
from intake_app.questionnaire.routing import route
from intake_app.triage.model import FlagState
from tests.shipped import a_conversation, content, knowledge

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
RANK = {FlagState.RAISED: 2, FlagState.POSSIBLE: 1, FlagState.CLEARED: 0, FlagState.NOT_ASKED: 0}
COUNT = 200


@cache
def safety():
    return safety_of(content())


def assessed(path):
    picture = knowledge().picture(a_conversation(path.read_text(encoding="utf-8")))
    return picture.routing, picture.assessment


def pairs(start):
    firsts = [path for path in CASES if path.name.startswith(start) and path.name.endswith(".before.yaml")]
    return [(path, path.with_name(path.name.replace(".before.", ".after."))) for path in firsts]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_a_case_breaks_no_safety_property(path):
    routing, assessment = assessed(path)
    seen = seen_in(safety(), routing, assessment)
    assert not [each.id for each in safety() if is_broken(each, seen)]


@pytest.mark.parametrize("before, after", pairs("monotone"), ids=lambda path: path.name)
def test_the_worse_answer_of_a_case_lowers_nothing(before, after):
    (_, less), (_, more) = assessed(before), assessed(after)
    for one, other in zip(less.flags, more.flags, strict=True):
        assert RANK[one.state] <= RANK[other.state], one.flag
    assert less.urgency <= more.urgency
    assert less.medical.point <= more.medical.point
    assert less.social.point <= more.social.point


@pytest.mark.parametrize("before, after", pairs("sound"), ids=lambda path: path.name)
def test_the_further_answer_of_a_case_takes_nothing_back(before, after):
    (routing, partial), (later, further) = assessed(before), assessed(after)
    for id_, applies in routing.applies.items():
        assert applies in {Truth.UNKNOWN, later.applies[id_]}, id_
    for one, other in ((partial.medical, further.medical), (partial.social, further.social)):
        assert one.low <= other.point <= one.high


@cache
def the_reading():
    shipped = content()
    subject = Subject(questionnaire=shipped.questionnaire, rules=shipped.rules, options=shipped.options)
    model = Model(subject, conditions_of_safety(safety()))
    claims = {claim.subject: claim for claim in safety_claims(model, safety())}
    drawn = draw(model, COUNT, random.Random(7))
    values = model.circuit.values(drawn, COUNT, range(TRUE, len(model.circuit) + 1))
    return model, claims, drawn, values


@pytest.mark.parametrize("at", range(COUNT))
def test_both_readers_of_the_safety_file_see_the_same_properties_broken(at):
    model, claims, drawn, values = the_reading()
    witness = witness_of(model.now, one_of(drawn, at))
    routing = route(content().questionnaire, witness.answers, witness.facts)
    seen = seen_in(safety(), routing, knowledge().engine.assess(routing))

    def holds(literal):
        return (values[abs(literal)] >> at & 1) == (literal > 0)

    for each in safety():
        found = any(holds(query.premise) and holds(query.goal) for query in claims[each.id].queries)
        assert found is is_broken(each, seen), each.id
