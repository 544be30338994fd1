"""./run: knows in no time that set-up is current, and survives odd folders, links and interruptions."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("run", "tools/environment.sh", "tools/setup.py", "requirements/run.lock")
LIMIT_SECONDS = 0.05
ANSWERS = '[ "$1" != -c ] || { echo "$0"; exit 0; }\n'
ECHO = '#!/bin/sh\nfor word in "$@"; do echo "[$word]"; done\n'

pytestmark = pytest.mark.skipif(os.name == "nt", reason="run is the start for Linux and macOS")


@pytest.fixture
def program(tmp_path):
    """Return a copy of the start files; its environment is current, its Python echoes its words."""
    folder = tmp_path / "een map met spaties"
    for part in PARTS:
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / part, folder / part)
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(ECHO)
    python.chmod(0o755)
    shutil.copy(folder / "requirements" / "run.lock", folder / ".venv" / "lock-in-use.txt")
    return folder


def _start(script, *words, cwd="/", path=os.environ["PATH"]):
    surroundings = {**os.environ, "PATH": path}
    return subprocess.run([script, *words], cwd=cwd, env=surroundings, capture_output=True, text=True, check=False)


def _fake_python(folder, body):
    """Put a python3 in a folder of its own, to see what run asks of it."""
    folder.mkdir()
    for name in ("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"):
        (folder / name).write_text(f"#!/bin/sh\n{body}\n")
        (folder / name).chmod(0o755)
    return f"{folder}:/usr/bin:/bin"


def test_words_behind_run_are_handed_on_untouched(program):
    words = ["advise", "mijn bestand.yaml", "--out", "*"]
    outcome = _start(program / "run", *words)
    assert outcome.stdout.split("\n")[-5:-1] == [f"[{word}]" for word in words]
    assert outcome.stderr == ""


def test_run_works_through_a_link_from_elsewhere(program, tmp_path):
    link = tmp_path / "intake"
    link.symlink_to(program / "run")
    assert "[intake_app]" in _start(link).stdout


@pytest.mark.required
@pytest.mark.benchmark
def test_finding_out_that_set_up_is_current_takes_less_than_50_milliseconds(program):
    times = []
    for _ in range(20):
        begin = time.perf_counter()
        _start(program / "run")
        times.append(time.perf_counter() - begin)
    assert min(times) < LIMIT_SECONDS


@pytest.mark.parametrize("change", ["stamp", "lock", "python"])
def test_a_missing_or_different_part_calls_for_set_up(program, tmp_path, change):
    path = _fake_python(tmp_path / "bin", ANSWERS + 'echo "set-up: $*"')
    if change == "stamp":
        (program / ".venv" / "lock-in-use.txt").unlink()
    if change == "lock":
        (program / "requirements" / "run.lock").write_text("segno==1.6.7\n")
    if change == "python":
        (program / ".venv" / "bin" / "python").write_text("#!/bin/sh\n")
        (program / ".venv" / "bin" / "python").chmod(0o600)
    outcome = _start(program / "run", path=path)
    assert "set-up: -I" in outcome.stderr
    assert "set-up" not in outcome.stdout


def test_an_old_python_is_refused_in_both_languages(program, tmp_path):
    (program / ".venv" / "lock-in-use.txt").unlink()
    outcome = _start(program / "run", path=_fake_python(tmp_path / "bin", "exit 1"))
    assert outcome.returncode == 1
    assert outcome.stdout == ""
    assert "Python 3.11 of nieuwer" in outcome.stderr
    assert "python3-venv" in outcome.stderr


def test_a_failed_set_up_does_not_open_the_program(program, tmp_path):
    (program / ".venv" / "lock-in-use.txt").unlink()
    path = _fake_python(tmp_path / "bin", ANSWERS + "exit 1")
    outcome = _start(program / "run", path=path)
    assert outcome.returncode == 1
    assert outcome.stdout == ""


@pytest.mark.parametrize("script", ["run", "check", ".ci/run", "tools/environment.sh"])
def test_a_start_script_is_plain_sh(script):
    outcome = subprocess.run(["sh", "-n", ROOT / script], capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr


def test_the_python_of_the_tests_is_new_enough_for_run():
    code = f'root="{ROOT}"; . "{ROOT}/tools/environment.sh"; find_python'
    outcome = subprocess.run(["sh", "-c", code], capture_output=True, text=True, check=False)
    assert Path(outcome.stdout.strip()).is_file()
    assert sys.version_info >= (3, 11)
