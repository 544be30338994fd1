"""What the drills share: how many rounds, figures on the screen, and what a drill needs of the computer."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.drills.victim import Victim


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """The full number when drills were asked for by name, else a few."""
    is_drill = "drill" in (request.config.getoption("-m") or "")
    return lambda few, many: many if is_drill else few


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Print a figure, also when the output of tests is held back."""
    reporter = request.config.pluginmanager.get_plugin("terminalreporter")
    capture = request.config.pluginmanager.get_plugin("capturemanager")

    def told(line: str) -> None:
        with capture.global_and_fixture_disabled():
            reporter.write_line(f"\n{line}")

    return told


@pytest.fixture(scope="session")
def strace() -> None:
    """A strace that may look into a program of ours."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    tried = subprocess.run(["strace", "-f", "-o", os.devnull, "true"], check=False, capture_output=True)
    if tried.returncode != 0:
        pytest.skip("this system lets strace look into nothing")


@pytest.fixture
def victim_of() -> Iterator[Callable[[str, Path], Victim]]:
    """Start a program that does a kind of work on a place, to be killed; all are ended afterwards."""
    victims: list[Victim] = []

    def start(work: str, place: Path) -> Victim:
        victims.append(Victim(work, place))
        return victims[-1]

    yield start
    for victim in victims:
        victim.end()
