"""`difference` tells what changed in lines and in JSON, and its exit code says whether both versions are equal."""

from __future__ import annotations

import argparse
import json
import shutil
from functools import cache
from pathlib import Path

import pytest

from intake_app.bootstrap.knowledge import knowledge_of
from intake_app.cli.assurance_difference import difference
from intake_app.cli.words import run
from intake_app.content.load import load
from intake_app.content.locate import resources_dir
from intake_app.content.source import read_source
from intake_app.core.problems import ProblemsError
from intake_app.exchange.answers_file import read_answers_file
from tests.shipped import TODAY, knowledge

RULES = "rules/kinds_care.yaml"


@cache
def lines_of(path):
    return Path(path).read_text(encoding="utf-8")


def edited(folder, file, old, new):
    """Copy the shipped content with one place in one file changed."""
    other = folder / "other"
    shutil.copytree(resources_dir(), other)
    text = lines_of(resources_dir() / file)
    assert old in text
    (other / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return other


def asked(other, **changed):
    values = {"resources": None, "other": other, "seed": 1, "json": False, "lang": "en"}
    return argparse.Namespace(**{**values, **changed})


def test_the_same_content_is_equal(capsys):
    assert difference(asked(resources_dir())) == 0
    told = capsys.readouterr().out
    assert "equal in behaviour" in told
    assert "nothing" in told.splitlines()[1]


def test_other_words_are_equal_in_behaviour(tmp_path, capsys):
    other = edited(tmp_path, RULES, "You have a complaint that nobody has looked at yet.", "Nobody looked at it yet.")
    assert difference(asked(other)) == 0
    assert "kind rule huisarts-02: changed: text (words only)" in capsys.readouterr().out


def test_a_changed_weight_is_told_with_an_example_and_the_people(tmp_path, capsys):
    assert difference(asked(edited(tmp_path, RULES, "weight: 3", "weight: 1"))) == 1
    told = capsys.readouterr().out
    assert "kind rule huisarts-01: changed: weight" in told
    assert "kind huisarts: DIFFERS, suggested, support 1 -> suggested, support 3 (example 1)" in told
    assert "10000 synthetic people" in told
    assert "answers.yaml" in told


def test_the_answers_in_the_json_come_out_otherwise_in_both_versions(tmp_path, capsys):
    other = edited(tmp_path, RULES, "effect: suggest", "effect: against")
    assert difference(asked(other, json=True)) == 1
    found = json.loads(capsys.readouterr().out)
    part = next(each for each in found["parts"] if (each["part"], each["id"]) == ("kind", "huisarts"))
    assert not found["equal"]
    old = knowledge_of(load(read_source(other), was_checked=True))
    states = []
    for version in (old, knowledge()):
        picture = version.picture(read_answers_file(part["answers"], "a.yaml", version, TODAY))
        states.append(next(each.state for each in picture.assessment.kinds if each.kind == "huisarts"))
    assert states[0] is not states[1]
    assert part["outcome"] == "differs"
    assert {shift["id"] for shift in found["people"]["shifts"]} >= {"huisarts"}


def test_an_id_that_is_gone_and_not_retired_is_named(tmp_path, capsys):
    other = edited(tmp_path, RULES, "id: huisarts-01", "id: huisarts-99")
    assert difference(asked(other)) == 0
    assert "huisarts-99 is gone: name it in rules/retired.yaml" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_wrong_input(tmp_path, capsys):
    assert run(["difference", str(tmp_path / "none")]) == 2
    assert "none" in capsys.readouterr().err


def test_content_that_cannot_be_read_is_wrong_input(tmp_path):
    other = edited(tmp_path, RULES, "effect: suggest", "effect: perhaps")
    with pytest.raises(ProblemsError):
        difference(asked(other))


def test_a_seed_below_zero_is_refused():
    with pytest.raises(ProblemsError, match="seed_negative"):
        difference(asked(resources_dir(), seed=-1))
