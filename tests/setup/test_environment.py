"""tools/setup.py: the stamp is written last, and what goes wrong is said with its remedy."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def setup():
    """Return tools/setup.py as a module of this test alone."""
    spec = importlib.util.spec_from_file_location("setup_under_test", ROOT / "tools" / "setup.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def lock(tmp_path):
    """Return a lock file that asks for nothing, so that pip needs no network."""
    path = tmp_path / "empty.lock"
    path.write_text("# nothing\n")
    return path


def _raising(error):
    def fail(*_arguments, **_settings):
        raise error

    return fail


_fails = _raising(subprocess.CalledProcessError(1, ["pip", "install"]))


@pytest.mark.timeout(300)
def test_a_new_environment_is_made_current_and_finds_the_program(setup, lock, tmp_path):
    environment = tmp_path / "een omgeving"
    assert setup.main([str(environment), str(lock)]) == 0
    assert setup.is_current(environment, lock)
    code = "import intake_app, sys; print(intake_app.__file__)"
    command = [setup.python_of(environment), "-I", "-c", code]
    outcome = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(outcome.stdout.strip()) == ROOT / "intake_app" / "__init__.py"


def test_a_current_environment_is_left_alone(setup, lock, tmp_path, monkeypatch, capsys):
    python = setup.python_of(tmp_path / "env")
    python.parent.mkdir(parents=True)
    python.touch()
    (tmp_path / "env" / setup.STAMP).write_bytes(lock.read_bytes())
    monkeypatch.setattr(setup, "make", _fails)
    assert setup.main([str(tmp_path / "env"), str(lock)]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.drill
@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError("schijf vol")])
def test_an_interrupted_set_up_leaves_no_stamp_and_says_so(setup, lock, tmp_path, monkeypatch, stop, capsys):
    environment = tmp_path / "env"
    environment.mkdir()
    (environment / setup.STAMP).write_text("an older lock")
    monkeypatch.setattr(setup.venv, "create", _raising(stop))
    assert setup.main([str(environment), str(lock)]) != 0
    assert not setup.is_current(environment, lock)
    assert not (environment / setup.STAMP).exists()
    assert "/" in capsys.readouterr().err


def test_parts_that_cannot_be_fetched_are_explained(setup, lock, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(setup, "make", _fails)
    assert setup.main([str(tmp_path / "env"), str(lock)]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "PIP_NO_INDEX" in output.err


def test_a_python_without_venv_names_the_package(setup, capsys):
    assert setup.explain(subprocess.CalledProcessError(1, [sys.executable, "-m", "ensurepip"])) == 1
    assert "python3-venv" in capsys.readouterr().err


def test_a_second_set_up_waits_for_the_first(setup, tmp_path):
    order = []

    def second():
        with setup.one_at_a_time(tmp_path / "env"):
            order.append("second")

    with setup.one_at_a_time(tmp_path / "env"):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.2)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
