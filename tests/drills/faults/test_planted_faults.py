"""Faults planted in the shipped content: whatever changes behaviour is caught by lint, safety file or proof.

A plain run tries one fault of each kind. `pytest -m drill` tries all sites of all kinds and prints a table; that takes
long.
What escapes is bounded in escapes.yaml, with the reason and with what would catch it. A bound that is no longer needed
has to go.
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
from intake_app.content.load_safety import load_safety
from intake_app.questionnaire.routing import route
from intake_app.triage.evaluate import Engine
from tests.drills.faults.mutators import MUTATORS, Fault, deleted_clause, faults, goes_on, lowered_state
from tests.drills.faults.nets import EQUIVALENT, LINT, MISSED, NETS, SAFETY, Nets
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
UNGUARDED = {"deleted_rule", "spoken_paper", "spoken_topic"}
"""Kinds that no net is meant to see yet: escapes.yaml says why."""


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
    return Nets(the_subject(), safety(), content().directory)


def bound(kind, area):
    """The share of the faults that change behaviour which may escape."""
    return float(BOUNDS.get(area, {}).get("shares", {}).get(kind, 0.0))


def sites(mutator):
    """All sites of a kind by area, the best guarded area first."""
    found = {}
    for fault in faults(mutator, the_subject()):
        found.setdefault(fault.area, []).append(fault)
    return dict(sorted(found.items(), key=lambda item: bound(mutator.__name__, item[0])))


def groups():
    return [
        pytest.param(mutator, area, id=f"{mutator.__name__}-{area}") for mutator in MUTATORS for area in sites(mutator)
    ]


def best_bound(mutator):
    """The bound of the area in which a kind of fault is guarded best."""
    return min(bound(mutator.__name__, area) for area in sites(mutator))


def tried(mutator):
    """Faults of the best guarded area, in a fixed order by chance, up to the first that a net catches."""
    found = next(iter(sites(mutator).values()))
    for fault in random.Random(SEED).sample(found, min(MOST_TRIES, len(found))):
        finding = nets().judge(fault)
        yield fault, finding
        if finding.net not in {EQUIVALENT, MISSED}:
            return


GUARDED = [mutator for mutator in MUTATORS if best_bound(mutator) < 1.0]


@pytest.mark.parametrize("mutator", GUARDED, ids=lambda mutator: mutator.__name__)
def test_one_fault_of_each_kind_is_caught(mutator):
    found = list(tried(mutator))
    assert found[-1][1].net not in {EQUIVALENT, MISSED}
    escaped = [fault.name for fault, finding in found if finding.net == MISSED]
    assert not escaped or best_bound(mutator) > 0.0


def test_every_kind_that_must_be_there_is_guarded_and_what_is_guarded_nowhere_is_known():
    unguarded = {mutator.__name__ for mutator in MUTATORS} - {mutator.__name__ for mutator in GUARDED}
    assert unguarded == UNGUARDED
    assert not NAMED & unguarded


@pytest.mark.drill
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("mutator, area", groups())
def test_every_fault_is_caught_or_known_to_escape(mutator, area, request, capsys):
    if "drill" not in (request.config.getoption("-m") or ""):
        pytest.skip("asked for by name: pytest -m drill")
    findings = [(fault, nets().judge(fault)) for fault in sites(mutator)[area]]
    count = Counter(finding.net for _, finding in findings)
    escaped = [fault.site for fault, finding in findings if finding.net == MISSED]
    share = len(escaped) / max(1, len(findings) - count[EQUIVALENT])
    with capsys.disabled():
        told = "  ".join(f"{net} {count[net]}" for net in NETS)
        lines = [f"\n{mutator.__name__:22}{area:16} sites {len(findings):5}  {told}", *escaped]
        print("\n    ".join(lines))  # noqa: T201  the table is what the drill is asked for
    assert share <= bound(mutator.__name__, area)
    assert share > 0.0 or bound(mutator.__name__, area) == 0.0


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


@pytest.mark.parametrize("area", BOUNDS)
def test_every_bound_says_why_and_what_would_catch_it(area):
    kinds = {mutator.__name__ for mutator in MUTATORS}
    told = BOUNDS[area]
    assert told["why"]
    assert told["would_catch"]
    assert set(told["shares"]) <= kinds
    assert all(0.0 < share <= 1.0 for share in told["shares"].values())


def test_a_fault_that_lint_sees_is_named_by_the_code_of_the_problem():
    contradiction = next(iter(faults(MUTATORS[9], the_subject())))
    finding = nets().judge(contradiction)
    assert (finding.net, finding.by) == (LINT, "routing_contradiction")
