"""SECURITY.md points to tests that are there: every threat says what holds, what shows it, and what does not hold."""

from __future__ import annotations

import re

import pytest

from tests.architecture.test_safety_case import has_test
from tests.architecture.tree import ROOT

TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
REFERENCE = re.compile(r"`(tests/[^`]*::[^`]*)`")
EXAMPLE = "tests/….py::test_name"
THREATS = dict(re.findall(r"^## (T\d+)\. (.*?)$", TEXT, flags=re.MULTILINE))
NAMED = (
    *("stolen while it is off", "while it is on", "curious colleague", "administrator", "privacy officer"),
    *("pass phrase, and tools", "write the files", "from outside", "power goes", "disk is full", "Damage"),
    *("Ransomware", "lost pass phrase", "partner who reads", "Memory, swap", "clipboard", "erased"),
)


def section(threat):
    return TEXT.split(f"\n## {threat}. ", 1)[1].split("\n## ", 1)[0]


def rows(threat):
    lines = [line for line in section(threat).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def references():
    return sorted(set(REFERENCE.findall(TEXT)) - {EXAMPLE})


def is_there(reference):
    path, _, name = reference.partition("::")
    return (ROOT / path).is_file() and has_test(ROOT / path, name)


@pytest.mark.parametrize("reference", references())
def test_a_test_that_the_security_file_names_is_there(reference):
    assert is_there(reference)


@pytest.mark.parametrize(
    "reference", ["tests/nowhere.py::test_it", "tests/architecture/test_security_file.py::test_that_nobody_wrote"]
)
def test_a_reference_to_nothing_is_seen(reference):
    assert not is_there(reference)


def test_nothing_is_named_as_a_test_in_another_form():
    named = re.findall(r"`(tests/[^`]*\.py[^`]*)`", TEXT)
    assert sorted(set(named) - {EXAMPLE}) == references()


@pytest.mark.parametrize("threat", THREATS)
def test_everything_that_holds_has_a_test(threat):
    found = rows(threat)
    assert found
    assert [cells for cells in found if len(cells) != 2 or not REFERENCE.search(cells[1])] == []


@pytest.mark.parametrize("threat", THREATS)
def test_every_threat_says_what_does_not_hold(threat):
    told = section(threat).partition("**Does not hold**")[2]
    assert [line for line in told.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize("words", NAMED)
def test_the_threats_that_must_be_there_are_there(words):
    assert any(words in title for title in THREATS.values())
