"""Faults planted in the shipped content: what changes behaviour is caught, by a net that understands it if it can be.

A plain run tries one fault of each kind. `pytest -m drill` tries all sites of all kinds and prints a table; that takes
long. No fault may be missed. What lint, safety file and proof let through and only the register of meanings sees is
bounded in escapes.yaml, with the reason and with what would understand it.
"""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from intake_app.assurance.safety import is_broken, seen_in
from intake_app.assurance.subject import Subject
from intake_app.content.load_exceptions import load_exceptions
from intake_app.content.load_safety import load_safety
from intake_app.questionnaire.routing import route
from intake_app.triage.evaluate import Engine
from tests.drills.faults.mutators import MUTATORS, Fault, deleted_clause, faults, goes_on, lowered_state
from tests.drills.faults.nets import EQUIVALENT, LINT, MISSED, NETS, PROOF, REGISTER, SAFETY, Nets
from tests.shipped import content

SEED = 20_261_122
MOST_TRIES = 20
FEW = 6
BOUNDS = yaml.safe_load((Path(__file__).parent / "escapes.yaml").read_text(encoding="utf-8"))
NAMED = {
    "flipped_test",
    "deleted_clause",
    "exception_on_flag",
    "lowered_level",
    "sign_change",
    "routing_contradiction",
    "widened_band",
    "dropped_block",
    "swapped_label",
    "shadowed_row",
    "off_by_one",
    "essential_optional",
}
"""The kinds that have to be there at the least."""
HARDLY_UNDERSTOOD = {"off_by_one"}
"""Kinds that little but the register sees: at which number a band begins is our own judgement nearly everywhere."""


@cache
def the_subject():
    shipped = content()
    return Subject(questionnaire=shipped.questionnaire, rules=shipped.rules, options=shipped.options)


@cache
def safety():
    problems = []
    shipped = content()
    kinds, flags = tuple(kind.id for kind in shipped.options), tuple(flag.id for flag in shipped.rules.flags)
    found = load_safety(shipped.source.part("rules"), shipped.questionnaire, kinds, flags, problems)
    assert problems == []
    return found


@cache
def nets():
    problems = []
    exceptions = load_exceptions(content().source.part("rules"), problems)
    assert problems == []
    return Nets(the_subject(), safety(), content().directory, exceptions)


def bound(area):
    """The share of the faults that change behaviour which only the register may see."""
    return float(BOUNDS[area]["share"])


def sites(mutator):
    """All sites of a kind by area."""
    found = {}
    for fault in faults(mutator, the_subject()):
        found.setdefault(fault.area, []).append(fault)
    return found


def tried(mutator):
    """Faults of a kind, in a fixed order by chance, up to the first that is caught and understood."""
    waiting = {EQUIVALENT} if mutator.__name__ in HARDLY_UNDERSTOOD else {EQUIVALENT, REGISTER}
    found = list(faults(mutator, the_subject()))
    for fault in random.Random(SEED).sample(found, min(MOST_TRIES, len(found))):
        finding = nets().judge(fault)
        yield fault, finding
        if finding.net not in waiting:
            return


@pytest.mark.parametrize("mutator", MUTATORS, ids=lambda mutator: mutator.__name__)
def test_one_fault_of_each_kind_is_caught(mutator):
    found = list(tried(mutator))
    assert [fault.name for fault, finding in found if finding.net == MISSED] == []
    caught = found[-1][1].net
    assert caught in {LINT, SAFETY, PROOF} or (caught == REGISTER and mutator.__name__ in HARDLY_UNDERSTOOD)


def told(mutator, findings):
    """A line of the table, with what was missed below it."""
    count = Counter(finding.net for _, finding in findings)
    figures = "  ".join(f"{net} {count[net]}" for net in NETS)
    missed = [fault.site for fault, finding in findings if finding.net == MISSED]
    return "\n    ".join([f"{mutator.__name__:22}{findings[0][0].area:16}sites {len(findings):5}  {figures}", *missed])


@pytest.mark.drill
@pytest.mark.timeout(14_400)
@pytest.mark.parametrize("area", BOUNDS)
def test_no_fault_is_missed_and_few_are_seen_by_the_register_only(area, request, capsys):
    if "drill" not in (request.config.getoption("-m") or ""):
        pytest.skip("asked for by name: pytest -m drill")
    count = Counter()
    for mutator in MUTATORS:
        findings = [(fault, nets().judge(fault)) for fault in sites(mutator).get(area, [])]
        count.update(finding.net for _, finding in findings)
        if findings:
            with capsys.disabled():
                print(told(mutator, findings))  # noqa: T201  the table is what the drill is asked for
    assert count[MISSED] == 0
    assert count[REGISTER] <= bound(area) * (count.total() - count[EQUIVALENT])


def test_every_kind_that_must_be_there_is_there_and_has_sites():
    assert {mutator.__name__ for mutator in MUTATORS} >= NAMED
    assert [mutator.__name__ for mutator in MUTATORS if not sites(mutator)] == []


def test_no_fault_has_the_name_of_another_and_the_order_never_changes():
    names = [fault.name for mutator in MUTATORS for fault in faults(mutator, the_subject())]
    assert len(set(names)) == len(names)
    assert names == [fault.name for mutator in MUTATORS for fault in faults(mutator, the_subject())]


def test_content_without_a_fault_is_found_to_be_the_same():
    untouched = Fault(kind="none", area="marks", site="nowhere", subject=the_subject(), columns=())
    assert nets().judge(untouched).net == EQUIVALENT


def replays(mutator):
    """The faults of a kind, among a few, that the safety file catches with an answer set to show."""
    some = random.Random(SEED).sample(list(faults(mutator, the_subject())), FEW)
    found = [(fault, nets().judge(fault)) for fault in some]
    return [(fault, finding) for fault, finding in found if finding.net == SAFETY and finding.witness is not None]


@pytest.mark.parametrize("mutator", [deleted_clause, lowered_state, goes_on], ids=lambda mutator: mutator.__name__)
def test_what_the_proof_shows_against_a_fault_is_what_the_engine_does(mutator):
    found = replays(mutator)
    assert found
    for fault, finding in found:
        rules, questionnaire = fault.subject.rules, fault.subject.questionnaire
        engine = Engine(rules, questionnaire, tuple(option.id for option in fault.subject.options))
        routing = route(questionnaire, finding.witness.answers, finding.witness.facts)
        broken = {each.id for each in safety() if is_broken(each, seen_in(safety(), routing, engine.assess(routing)))}
        assert finding.by.split()[1] in broken, (fault.name, finding.by)


def test_every_area_has_a_bound_that_says_why_and_what_would_understand_it():
    areas = {fault.area for mutator in MUTATORS for fault in faults(mutator, the_subject())}
    assert set(BOUNDS) == areas
    for told_of in BOUNDS.values():
        assert set(told_of) == {"why", "would_catch", "share"}
        assert told_of["why"]
        assert told_of["would_catch"]
        assert 0.0 <= float(told_of["share"]) <= 1.0


def test_the_register_names_what_went_and_what_changed():
    gone, halved = next(iter(faults(deleted_clause, the_subject()))), next(iter(faults(lowered_state, the_subject())))
    assert nets().by_register(gone) == f"meaning_gone {gone.site}"
    assert nets().by_register(halved) == f"meaning_changed {halved.site}"


def test_a_fault_that_lint_sees_is_named_by_the_code_of_the_problem():
    contradiction = next(iter(faults(MUTATORS[9], the_subject())))
    finding = nets().judge(contradiction)
    assert (finding.net, finding.by) == (LINT, "routing_contradiction")
