"""A program of which a child works until it is killed, round after round."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.drills.recording import ROOT

CHILD = Path(__file__).with_name("killed_child.py")


class Victim:
    """Does one kind of work on a place.

    Attributes:
        told: what the child told so far.
    """

    def __init__(self, work: str, place: Path) -> None:
        self.told: list[str] = []
        self._process = subprocess.Popen(
            [sys.executable, str(CHILD), work, str(place)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def begin(self, line: str) -> None:
        """Let a child begin; the line says on what."""
        self.told = []
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        self._child = int(self._line().removeprefix("process "))

    def hear(self, count: int) -> None:
        """Wait until the child told so many things more."""
        for _ in range(count):
            line = self._line()
            assert line != "ended", "the child ended before it was killed"
            self.told.append(line)

    def hear_out(self) -> None:
        """Take in what the child tells until it ends."""
        while (line := self._line()) != "ended":
            self.told.append(line)

    def kill(self) -> None:
        """Kill the child at once; it may be heard out after that."""
        os.kill(self._child, signal.SIGKILL)

    def killed_after(self, seconds: float, line: str) -> None:
        """Let a child work for so long, and kill it."""
        self.begin(line)
        time.sleep(seconds)  # the moment may be any
        self.kill()
        self.hear_out()

    def end(self) -> None:
        """Let the program itself end."""
        self._process.stdin.close()
        assert self._process.wait() == 0
        self._process.stdout.close()

    def _line(self) -> str:
        line = self._process.stdout.readline().strip()
        assert line, "the program ended"
        return line
