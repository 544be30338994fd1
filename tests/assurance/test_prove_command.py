"""`prove` on the command line: what it prints, what it writes, and what it says without the solver."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import replace

import pytest

from intake_app.assurance.certificate import COVERED
from intake_app.assurance.proof import prove as prove_module
from intake_app.cli import assurance as command
from intake_app.cli.words import run
from intake_app.content.load import load
from intake_app.content.locate import resources_dir
from intake_app.content.source import read_source
from intake_app.core.problems import ProblemsError


@pytest.fixture
def resources(tmp_path, monkeypatch):
    """A copy of the content to write in, and only what takes no time: the marks that questions must carry."""
    every = command.safety_of
    monkeypatch.setattr(prove_module, "PROPERTIES", ("masked",))
    monkeypatch.setattr(command, "safety_of", lambda content: tuple(p for p in every(content) if "_mark_" in p.id))
    folder = tmp_path / "resources"
    shutil.copytree(resources_dir(), folder)
    shutil.rmtree(folder / "certificate", ignore_errors=True)
    return folder


def prove(resources, *words):
    return run(["--resources", str(resources), "prove", *words])


def without_the_essential_marks(resources):
    file = resources / "questionnaires" / "society.yaml"
    text = file.read_text(encoding="utf-8")
    assert "marks: [essential, safety, quick]" in text
    file.write_text(text.replace("marks: [essential, safety, quick]", "marks: [safety, quick]"), encoding="utf-8")


def test_each_property_is_printed_with_its_verdict_queries_and_seconds(resources, capsys):
    assert prove(resources) == 0
    words = capsys.readouterr().out.split()
    assert words[:2] == ["masked", "holds"]
    assert words[3] == "queries"
    assert int(words[2]) > 0


def test_a_property_that_does_not_hold_ends_with_one_and_an_answers_file(resources, capsys):
    without_the_essential_marks(resources)
    assert prove(resources) == 1
    said = capsys.readouterr().out
    assert "DOES NOT HOLD" in said
    assert "sleep_place: counterexample" in said
    assert "mode: " in said


def test_the_same_as_json(resources, capsys):
    without_the_essential_marks(resources)
    assert prove(resources, "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert set(found["fingerprints"]) == set(COVERED)
    assert [each["holds"] for each in found["properties"]] == [False]
    assert found["properties"][0]["broken"][0]["subject"] == "safety_mark_essential"


def test_a_certificate_of_a_part_of_the_properties_is_written_and_covers_nothing(resources):
    assert prove(resources, "--write") == 0
    content = load(read_source(resources))
    assert [each.property for each in content.certificate.proved] == ["masked"]
    assert not content.is_certified


def test_no_certificate_is_written_of_what_does_not_hold(resources):
    without_the_essential_marks(resources)
    assert prove(resources, "--write") == 1
    assert not (resources / "certificate").exists()


def test_without_the_solver_it_says_what_to_do(resources, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("intake_app.assurance.") or name == "z3"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "z3", None)
    assert prove(resources) == 2


def test_the_problem_without_the_solver_has_its_own_code(monkeypatch):
    for name in [name for name in sys.modules if name.startswith("intake_app.assurance.") or name == "z3"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "z3", None)
    with pytest.raises(ProblemsError, match="prove_extra_missing"):
        next(command._proofs(load(read_source(resources_dir())), ()))


def test_a_proof_of_no_subject_does_not_hold():
    proof = command.Proof(name="masked", verdicts=(), seconds=0.0)
    assert not proof.holds
    assert not replace(proof, seconds=1.0).queries
