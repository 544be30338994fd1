"""`check` on the command line: a changed meaning is told with its line, and `--accept` takes it into the register."""

from __future__ import annotations

import shutil

import pytest

from intake_app.assurance.lint.meanings import FILE
from intake_app.cli.words import run
from intake_app.content.load import load
from intake_app.content.locate import resources_dir
from intake_app.content.source import read_source


@pytest.fixture
def resources(tmp_path):
    """A copy of the content with a register that fits."""
    folder = tmp_path / "resources"
    shutil.copytree(resources_dir(), folder)
    run(["check", "--accept", str(folder)])
    return folder


def edited(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def doubled(folder):
    edited(folder, "rules/urgency.yaml", "level: this_week", "level: today")


def test_content_as_it_was_accepted_has_no_problem(resources):
    assert run(["check", str(resources)]) == 0


@pytest.mark.parametrize("language, words", [("nl", "tweede persoon"), ("en", "second person")])
def test_a_changed_meaning_is_told_with_its_line_and_what_to_do(resources, language, words, capsys):
    doubled(resources)
    capsys.readouterr()
    assert run(["--lang", language, "check", str(resources)]) == 2
    told = [line for line in capsys.readouterr().err.splitlines() if "check --accept" in line]
    assert len(told) == 1
    assert told[0].startswith("rules/urgency.yaml:9: ")
    assert words in told[0]


def test_accepting_says_how_much_changed_and_then_all_is_well(resources, capsys):
    doubled(resources)
    capsys.readouterr()
    assert run(["check", "--accept", str(resources)]) == 0
    assert "meanings accepted: 1 changed, 0 new, 0 gone" in capsys.readouterr().out
    assert run(["check", str(resources)]) == 0


def test_content_with_an_error_is_not_accepted(resources):
    register = (resources / FILE).read_bytes()
    edited(resources, "rules/kinds_social.yaml", 'when: {money_round: "short"}', 'when: {money_round: "!short"}')
    assert run(["check", "--accept", str(resources)]) == 2
    assert (resources / FILE).read_bytes() == register


def test_without_a_register_one_problem_is_told_and_accepting_makes_it(resources, capsys):
    (resources / FILE).unlink()
    capsys.readouterr()
    assert run(["check", str(resources)]) == 2
    assert capsys.readouterr().err.count("check --accept") == 1
    assert run(["check", "--accept", str(resources)]) == 0
    assert run(["check", str(resources)]) == 0


def test_a_changed_meaning_does_not_keep_the_program_from_starting(resources):
    doubled(resources)
    assert load(read_source(resources)).rules.urgency[0].level.code == "today"


def test_a_damaged_register_is_named_and_can_be_written_anew(resources, capsys):
    (resources / FILE).write_text("format: intake-meanings/0\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["check", str(resources)]) == 2
    assert f"{FILE}:1: " in capsys.readouterr().err
    assert run(["check", "--accept", str(resources)]) == 0
