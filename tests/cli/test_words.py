from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ANSWERS = """mode: quick
person: {age: 35, gender: woman, pc4: "8952"}
answers:
  own_question: "Rust in mijn hoofd"
  body_sudden: nothing_new
  area_body: goes_well
  area_mind: ok
  which_mind: [worry]
  worry: often
  area_social: goes_well
  area_society: weighs
  which_society: [money]
  money_round: short
  debts: arrears
  post: piles_up
  letter_date: no_date
  sleep_place: safe_place
  needs_missing: [none]
  life_not_worth: no
  suicide_thoughts: no
  afraid: no
consents: [{recipient: huisarts, items: [all]}]
"""


def intake(*words, cwd=ROOT):
    command = [sys.executable, "-m", "intake_app", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False, timeout=60)


def test_advise_writes_every_document_and_prints_only_json(tmp_path):
    (tmp_path / "a.yaml").write_text(ANSWERS, encoding="utf-8")
    done = intake("advise", tmp_path / "a.yaml", "--out", tmp_path / "out", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert "geldfit" in [each["kind"] for each in found["groups"]["social"] if each["state"] == "suggested"]
    made = {path.name for path in (tmp_path / "out").iterdir()}
    assert made == {"mijn-advies.pdf", "samenvatting.pdf", "soep.txt"}


def test_advise_without_consent_makes_no_summary_and_says_why(tmp_path):
    (tmp_path / "a.yaml").write_text(ANSWERS.split("consents", maxsplit=1)[0], encoding="utf-8")
    done = intake("advise", tmp_path / "a.yaml", "--out", tmp_path / "out")
    assert done.returncode == 0
    assert "huisarts" in done.stderr
    assert not (tmp_path / "out" / "samenvatting.pdf").exists()


@pytest.mark.parametrize("text, told", [("mode: x", "a.yaml:1"), ("mode: quick\nanswers:\n  area_body: y", "a.yaml:3")])
def test_a_wrong_file_gives_two_and_names_the_line_without_a_traceback(tmp_path, text, told):
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    done = intake("advise", tmp_path / "a.yaml", "--out", tmp_path / "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_missing_file_and_a_missing_folder_are_said(tmp_path):
    assert intake("advise", tmp_path / "no.yaml", "--out", tmp_path).returncode == 2
    assert intake("--resources", tmp_path / "no", "check").returncode == 2


@pytest.mark.parametrize("language, word", [("nl", "Waar moet het"), ("en", "What should")])
def test_questions_are_listed_in_the_chosen_language(language, word):
    found = json.loads(intake("--lang", language, "questions", "--json").stdout)["questions"]
    assert next(each for each in found if each["id"] == "own_question")["text"].startswith(word)
    wanted = {"id", "area", "topic", "kind", "options", "min", "max", "unit", "text", "help", "asked_when", "worse"}
    assert wanted | {"essential", "safety", "alone", "modes"} <= set(found[0])


def test_check_counts_what_there_is():
    done = intake("check")
    assert done.returncode == 0
    assert "17 red flags" in done.stdout


def test_check_of_broken_content_names_every_fault(tmp_path):
    import shutil

    folder = tmp_path / "resources"
    shutil.copytree(ROOT / "resources", folder)
    (folder / "rules" / "flags.yaml").write_text("format: intake-flags/1\nflags: [{id: x}]\n", encoding="utf-8")
    done = intake("check", folder)
    assert done.returncode == 2
    assert "rules/flags.yaml:2" in done.stderr


def test_the_directory_is_searched_by_words_and_postcode():
    assert "Geldfit" in intake("directory", "search", "geld").stdout
    assert intake("directory", "search", "geld", "--pc4", "9999").returncode == 2
    assert "Waterrijk" not in intake("directory", "search", "brieven", "--pc4", "2512").stdout


def test_the_self_test_passes():
    done = intake("self-test")
    assert done.returncode == 0, done.stdout + done.stderr


def test_without_a_display_it_says_so_and_what_works():
    import os

    environ = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environ.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "intake_app"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environ, check=False, timeout=60)
    assert done.returncode == 2
    assert "advise" in done.stderr


@pytest.mark.parametrize("version", [(), ("--mode", "quick", "--for-person", "--large")])
def test_the_questions_are_written_as_a_form_to_fill_in(version, tmp_path):
    done = intake("questions", "--pdf", tmp_path / "form.pdf", *version)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "form.pdf").read_bytes().startswith(b"%PDF")


def test_a_form_for_a_folder_that_is_not_there_is_refused(tmp_path):
    done = intake("questions", "--pdf", tmp_path / "no" / "form.pdf")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
