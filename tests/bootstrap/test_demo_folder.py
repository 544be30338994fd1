"""The folder of a demo goes away with its program, however that ends; in real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from intake_app.bootstrap.demo_folder import PREFIX, DemoFolder, sweep
from intake_app.core.clock import SystemClock

ROOT = Path(__file__).resolve().parents[2]
BEGINS_WITHIN, ENDS_WITHIN = 90, 60
"""Seconds, on a computer that has more to do."""
HOLDS = """
from intake_app.bootstrap.demo_folder import DemoFolder
from intake_app.core.clock import SystemClock
folder = DemoFolder(SystemClock())
print("made", flush=True)
input()
"""


def a_process(folder, *words):
    env = {**os.environ, "TMPDIR": str(folder), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, *words], env=env, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_demo_that_is_asked_to_end_takes_its_folder_along(tmp_path, number):
    run = a_process(tmp_path, "-m", "intake_app", "--demo")
    latest = time.monotonic() + BEGINS_WITHIN
    while not [*tmp_path.glob(f"{PREFIX}*/store/*.db")] and time.monotonic() < latest:
        time.sleep(0.1)
    run.send_signal(number)
    _, told = run.communicate(timeout=ENDS_WITHIN)
    assert (run.returncode, told) == (0, b"")
    assert not [*tmp_path.glob(f"{PREFIX}*")]


def test_what_a_killed_demo_left_goes_with_the_next_one(here):
    run = a_process(here, "-c", HOLDS)
    assert run.stdout.readline() == b"made\n"
    sweep()
    assert len([*here.glob(f"{PREFIX}*")]) == 1  # its program still runs
    run.kill()
    run.communicate()
    folder = DemoFolder(SystemClock())
    assert list(here.glob(f"{PREFIX}*")) == [Path(folder.name)]
    folder.cleanup()


def test_a_folder_that_is_not_of_a_demo_is_left_alone(here):
    other = here / f"{PREFIX}of-somebody"
    other.mkdir()
    sweep()
    assert other.is_dir()
