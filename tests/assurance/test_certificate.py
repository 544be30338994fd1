from __future__ import annotations

from dataclasses import replace

import pytest

from intake_app.assurance.certificate import COVERED, REQUIRED, SEMANTICS, Certificate, Proved
from intake_app.content.load import load
from intake_app.content.load_certificate import certificate_text, load_certificate
from intake_app.content.locate import resources_dir
from intake_app.content.source import Source, read_source

PRINTS = {part: f"print of {part}" for part in COVERED}
WHOLE = Certificate(
    fingerprints=PRINTS,
    proved=tuple(Proved(property=each, queries=1) for each in REQUIRED),
    solver="a solver",
    semantics=SEMANTICS,
    date="2026-11-22",
)


def test_a_whole_certificate_of_this_content_covers_it_also_after_being_written_and_read():
    problems = []
    again = load_certificate({"certificate/certificate.json": certificate_text(WHOLE)}, problems)
    assert (again, problems) == (WHOLE, [])
    assert again.covers({**PRINTS, "wording": "anything"})


@pytest.mark.parametrize("part", COVERED)
def test_one_changed_part_and_it_covers_nothing(part):
    assert not WHOLE.covers({**PRINTS, part: "another"})
    assert not WHOLE.covers({name: value for name, value in PRINTS.items() if name != part})


@pytest.mark.parametrize("missing", REQUIRED)
def test_without_one_of_the_properties_it_covers_nothing(missing):
    fewer = tuple(each for each in WHOLE.proved if each.property != missing)
    assert not replace(WHOLE, proved=fewer).covers(PRINTS)
    assert not replace(WHOLE, proved=(*fewer, Proved(property=missing, queries=0))).covers(PRINTS)


def test_a_proof_under_another_meaning_of_the_rules_covers_nothing():
    assert not replace(WHOLE, semantics="0").covers(PRINTS)


@pytest.mark.required
def test_the_shipped_content_is_certified_and_one_changed_letter_ends_that():
    source = read_source(resources_dir())
    assert load(source).is_certified
    name = "rules/urgency.yaml"
    changed = Source(files={**source.files, name: source.files[name] + "# a remark\n"})
    assert not load(changed).is_certified
