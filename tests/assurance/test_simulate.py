"""The simulation counts what the crowd engine says, whatever the chunks, and carries its warning."""

from __future__ import annotations

import argparse
import json

import pytest

from intake_app.assurance import simulate as simulation
from intake_app.assurance.simulate import CHUNK, EVERYONE, SLICES, Subject
from intake_app.cli.simulation import simulate as command
from intake_app.core.problems import ProblemsError
from intake_app.triage.crowd.population import Population
from intake_app.triage.model import Target
from tests.shipped import content
from tests.triage.crowds import marginals


def _subject():
    return Subject(
        questionnaire=content().questionnaire,
        rules=content().rules,
        options=content().options,
        marginals=marginals(),
    )


def _asked(**changed):
    asked = {"resources": None, "count": 300, "seed": 5, "json": False, "lang": "nl"}
    return argparse.Namespace(**{**asked, **changed})


def test_the_figures_are_those_of_the_crowd():
    crowd = simulation.crowd_of(_subject())
    judged = crowd.judge(Population(marginals(), crowd.codebook).interviewed(crowd, 500, seed=5))
    found = simulation.simulate(_subject(), 500, seed=5)
    assert found.of("any_flag") == pytest.approx((judged.flags == 0).any(axis=1).mean())
    assert found.of("urgency.now") == pytest.approx((judged.urgency == 3).mean())
    for at, option in enumerate(content().options):
        assert found.of(f"kind.{option.id}") == pytest.approx((judged.kinds[:, at] == 0).mean())


def test_chunks_change_nothing(monkeypatch):
    whole = simulation.simulate(_subject(), 3_000, seed=5)
    monkeypatch.setattr(simulation, "CHUNK", 700)
    told = []
    parts = simulation.simulate(_subject(), 3_000, seed=5, told=told.append)
    assert parts.people == whole.people
    assert told == [700, 1400, 2100, 2800, 3000]
    for name, means in parts.means.items():
        assert means == pytest.approx(whole.means[name])


def test_shares_that_divide_everybody_add_up_to_one():
    found = simulation.simulate(_subject(), 1_000, seed=6)
    for start in ("urgency.", "status.", *(f"need.{target.value}." for target in Target)):
        for slice_ in (EVERYONE, *SLICES):
            means = found.means[slice_]
            assert sum(value for name, value in means.items() if name.startswith(start)) == pytest.approx(1)


def test_the_slices_of_one_fact_hold_nobody_twice():
    people = simulation.simulate(_subject(), 2_000, seed=6).people
    assert people["mode_quick"] + people["mode_exploratory"] == people[EVERYONE] == 2_000
    assert people["age_16_29"] + people["age_30_64"] + people["age_65_up"] == 2_000
    assert people["language_nl"] + people["language_not_nl"] == 2_000


def test_a_chunk_stays_small_enough():
    assert CHUNK <= 20_000


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_table_begins_with_the_warning(capsys, language):
    assert command(_asked(lang=language)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == marginals().warning.of(language)
    assert any(line.startswith("flag.suicide_acute.raised") for line in lines)
    assert any(line.startswith("age_65_up") for line in lines)


def test_the_figures_come_out_as_json_with_the_warning(capsys):
    assert command(_asked(json=True, seed=7)) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["warning"] == marginals().warning.nl
    assert (found["people"], found["seed"]) == (300, 7)
    assert found["slices"][EVERYONE]["people"] == 300
    assert found["people_per_second"] > 0


@pytest.mark.parametrize("count", [0, -3, 10_000_001])
def test_too_few_or_too_many_people_are_refused(count):
    with pytest.raises(ProblemsError, match="people_out_of_range"):
        command(_asked(count=count))


def test_a_seed_below_zero_is_refused():
    with pytest.raises(ProblemsError, match="seed_negative"):
        command(_asked(seed=-1))
