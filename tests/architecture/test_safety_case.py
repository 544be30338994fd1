"""The safety case points to things that are there: every reference is looked up, and every hazard has some."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from intake_app.assurance.proof.prove import PROPERTIES
from tests.architecture.tree import ROOT, parsed

CASE = (ROOT / "docs" / "safety-case.md").read_text(encoding="utf-8")
SAFETY_FILE = "resources/rules/safety.yaml"
REFERENCE = re.compile(r"`((?:tests/|resources/|docs/|prove: )[^`]*)`")
EXAMPLES = {"tests/…::test_name", "prove: property", "resources/rules/safety.yaml#id", "docs/…"}
HAZARDS = dict(re.findall(r"^## (H\d+)\. (.*?)$", CASE, flags=re.MULTILINE))
NAMED = ("missed flag", "False reassurance", "Medicalising", "Stigma", "wrong person", "stale service", "printed")


def section(hazard):
    return CASE.split(f"\n## {hazard}. ", 1)[1].split("\n## ", 1)[0]


def rows(hazard):
    lines = [line for line in section(hazard).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def references():
    return sorted(set(REFERENCE.findall(CASE)) - EXAMPLES)


@cache
def safety_ids():
    return set(re.findall(r"^  - id: (\S+)$", (ROOT / SAFETY_FILE).read_text(encoding="utf-8"), flags=re.MULTILINE))


def has_test(path, name):
    return any(isinstance(node, ast.FunctionDef) and node.name == name for node in ast.walk(parsed(path)))


def is_there(reference):
    if reference.startswith("prove: "):
        return reference.removeprefix("prove: ") in PROPERTIES
    path, _, name = reference.partition("#" if reference.startswith("resources/") else "::")
    if not (ROOT / path).is_file():
        return False
    if path == SAFETY_FILE and name:
        return name in safety_ids()
    return has_test(ROOT / path, name) if path.endswith(".py") else not name


@pytest.mark.parametrize("reference", references())
def test_a_reference_of_the_safety_case_points_to_something(reference):
    assert is_there(reference)


@pytest.mark.parametrize(
    "reference",
    [
        "prove: everything",
        "tests/nowhere.py::test_it",
        "tests/architecture/test_safety_case.py::test_that_nobody_wrote",
        "tests/architecture/test_safety_case.py",
        "resources/rules/safety.yaml#safety_of_nothing",
        "docs/nowhere.md",
    ],
)
def test_a_reference_to_nothing_is_seen(reference):
    assert not is_there(reference)


@pytest.mark.parametrize("hazard", HAZARDS)
def test_every_measure_of_a_hazard_has_a_reference(hazard):
    found = rows(hazard)
    assert found
    assert [cells for cells in found if len(cells) != 3 or not REFERENCE.search(cells[2])] == []


@pytest.mark.parametrize("hazard", HAZARDS)
def test_every_hazard_says_what_is_not_shown(hazard):
    told = section(hazard).partition("**Not shown**")[2]
    assert [line for line in told.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize("words", NAMED)
def test_the_hazards_that_must_be_there_are_there(words):
    assert any(words in title for title in HAZARDS.values())


@pytest.mark.parametrize("property_", PROPERTIES)
def test_every_property_that_is_proved_stands_in_the_case(property_):
    assert f"prove: {property_}" in references()
