from __future__ import annotations

import pytest

from intake_app.assurance.safety_properties import FlagMust, FlagNames, KindsNever
from intake_app.content.check import FLAGS
from intake_app.content.load_safety import load_safety
from intake_app.core.ids import FlagId
from intake_app.triage.model import FlagEffect, FlagState, Strength, Urgency
from tests.shipped import content

FILE = "rules/safety_small.yaml"
SMALL = """\
format: intake-safety/1
owner: redactie veiligheid
flag_must:
  - id: must_1
    flag: homeless_tonight
    state: raised
    urgency: today
    effect: goes_on
    any_of:
      - {sleep_place: "nowhere"}
    text: {nl: "Geen bed.", en: "No bed."}
    source: "practice.md §3 homeless_tonight, Raised"
    strength: practice
    status: te_bevestigen
    checked: "2026-11-22"
kinds_never:
  - id: never_1
    kinds: [gli]
    any_of:
      - {age: "..17", flag_gut_feeling: "!raised"}
    text: {nl: "Vanaf 18.", en: "From 18."}
    source: "practice.md §4 GLI"
    strength: page_read
    status: te_bevestigen
    checked: "2026-11-22"
"""


def loaded(text, file=FILE):
    problems = []
    kinds = tuple(kind.id for kind in content().options)
    flags = tuple(FlagId(flag) for flag in sorted(FLAGS))
    return load_safety({file: text}, content().questionnaire, kinds, flags, problems), problems


def test_a_small_file_becomes_its_properties():
    (must, never), problems = loaded(SMALL)
    assert problems == []
    assert isinstance(must, FlagMust)
    assert (must.state, must.urgency, must.effect) == (FlagState.RAISED, Urgency.TODAY, FlagEffect.GOES_ON)
    assert must.any_of[0].columns == ("sleep_place",)
    assert (must.origin.owner, must.origin.strength) == ("redactie veiligheid", Strength.PRACTICE)
    assert isinstance(never, KindsNever)
    assert (never.kinds, never.unless) == (("gli",), ())


ORIGIN = """\
    text: {nl: "Zo is het.", en: "So it is."}
    source: "practice.md §3"
    strength: practice
    status: te_bevestigen
    checked: "2026-11-22"
"""
HEAD = "format: intake-safety/1\nowner: redactie veiligheid\n"
FURTHER = [
    ("flag_only", "flag: mania\n    state: raised\n    any_of:\n      - {high_energy: yes}", "FlagOnly"),
    ("flag_names", "flag: mania\n    all_of: [huisarts]\n    unless:\n      - {mode: quick}", "FlagNames"),
    ("must_be_silent", "topics: [home_safety]", "MustBeSilent"),
    ("must_be_neutral", "flags: [gut_feeling]", "MustBeNeutral"),
    ("asked_when", "questions: [body_alarm]\n    any_of:\n      - {body_sudden: now}", "AskedWhen"),
]


def further(section, lines):
    return loaded(f"{HEAD}{section}:\n  - id: one\n    {lines}\n{ORIGIN}")


@pytest.mark.parametrize("section, lines, name", FURTHER, ids=[each[0] for each in FURTHER])
def test_every_sort_of_demand_is_read(section, lines, name):
    found, problems = further(section, lines)
    assert problems == []
    assert [type(each).__name__ for each in found] == [name]


WRONG = [
    ("flag_only", "flag: mania\n    state: raised", "key_empty"),
    ("flag_names", "flag: mania", "key_empty"),
    ("flag_names", "flag: mania\n    all_of: [glie]", "word_unknown"),
    ("must_be_silent", "topics: [home]", "word_unknown"),
    ("must_be_neutral", "flags: [gut]", "word_unknown"),
    ("asked_when", "questions: [body_alarm]", "key_empty"),
]


@pytest.mark.parametrize("section, lines, code", WRONG)
def test_a_fault_in_a_further_sort_of_demand_is_told(section, lines, code):
    assert code in {each.code for each in further(section, lines)[1]}


def test_a_flag_may_name_all_of_its_kinds_and_the_exceptions():
    (names,), _ = further(*FURTHER[1][:2])
    assert isinstance(names, FlagNames)
    assert (names.one_of, names.all_of) == ((), ("huisarts",))
    assert names.unless[0].columns == ("mode",)


FAULTS = [
    ("format: intake-safety/1", "format: intake-safety/2", "format_unknown", 1),
    ("owner: redactie veiligheid", "owner: ''", "key_empty", 2),
    ("flag: homeless_tonight", "flag: homeless", "word_unknown", 5),
    ("state: raised", "state: cleared", "word_unknown", 6),
    ("urgency: today", "urgency: soon", "word_unknown", 7),
    ("effect: goes_on", "effect: halts", "word_unknown", 8),
    ('{sleep_place: "nowhere"}', '{sleep_plaats: "nowhere"}', "column_unknown", 10),
    ('{sleep_place: "nowhere"}', '{sleep_place: "nergens"}', "code_unknown", 10),
    ('{sleep_place: "nowhere"}', "{}", "condition_empty", 10),
    ('en: "No bed."', 'en: ""', "language_missing", 11),
    ("source:", "sources:", "key_unknown", 12),
    ("source:", "sources:", "key_missing", 4),
    ("kinds_never:", "kind_never:", "key_unknown", 16),
    ("id: never_1", "id: must_1", "id_twice", 17),
    ("kinds: [gli]", "kinds: [glie]", "word_unknown", 18),
    ("kinds: [gli]", "kinds: []", "key_empty", 18),
    ('age: "..17"', 'age: "..jong"', "not_a_number", 20),
    ("flag_gut_feeling", "flag_gut", "column_unknown", 20),
    ("strength: page_read", "strength: strong", "word_unknown", 23),
]


@pytest.mark.parametrize("old, new, code, line", FAULTS)
def test_a_fault_is_told_with_its_line(old, new, code, line):
    assert (code, f"{FILE}:{line}") in {(each.code, each.where) for each in loaded(SMALL.replace(old, new, 1))[1]}


@pytest.mark.parametrize("old, new, code, line", FAULTS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_fault_has_words(old, new, code, line, language):
    told = [each for each in loaded(SMALL.replace(old, new, 1))[1] if each.code == code]
    words = [content().wording.of_problem(each, language) for each in told]
    assert any(each.startswith(f"{FILE}:{line}: ") for each in words)
    assert not any("{" in each or each.endswith(code) for each in words)


def test_a_property_without_a_condition_is_a_fault():
    without = SMALL.replace('    any_of:\n      - {sleep_place: "nowhere"}\n', "", 1)
    assert [each.code for each in loaded(without)[1]] == ["key_empty"]


def test_broken_yaml_is_told_and_gives_no_properties():
    found, problems = loaded(SMALL + "  - id: [")
    assert found == ()
    assert "yaml_broken" in {each.code for each in problems}


def test_a_file_of_other_rules_is_left_alone():
    assert loaded("format: intake-scores/1", "rules/scores_body.yaml") == ((), [])
