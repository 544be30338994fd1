"""The program with its window is killed at random moments, and opened again: nothing older than a second is missing."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.drills.recording import ROOT

CHILD = Path(__file__).with_name("screen_child.py")
FEW, MANY = 6, 200
SECOND = 1.0
"""What may be missing (issue 6, *Nothing lost*)."""
LONGEST_SILENCE = 0.4
"""Seconds: so long the child tells nothing when it is not kept from working."""
USUAL_WRITING = 0.02
"""Seconds that a disk takes for a byte when it is not kept from working."""
SHORTEST, LONGEST = 0.2, 5.0
"""Seconds that a person works before the kill."""

pytestmark = [
    pytest.mark.drill,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has neither fork nor kill -9"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where one was from a moment on."""

    at: float
    state: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """A program that was killed.

    Attributes:
        told: where one was, until then.
        leaps: one was just going to another question or sheet; that may be on the disk and not told yet.
        starved: for how many seconds of the last two the computer, or its disk, let the program do nothing.
    """

    at: float
    told: list[Moment]
    leaps: bool
    starved: float

    def lately(self) -> list[dict[str, Any]]:
        """Return where one was during the last second: what held when it began, and all that came after."""
        before = [each for each in self.told if each.at <= self.at - SECOND - self.starved]
        return [each.state for each in (*before[-1:], *self.told[len(before) :])]


class Disk:
    """Writes a byte on the same disk now and then, and knows how long that took: the program waits for it too."""

    def __init__(self, file: Path) -> None:
        """Begin."""
        self._took: list[tuple[float, float]] = []
        self._began = time.monotonic()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(file,), daemon=True)
        self._thread.start()

    def _run(self, file: Path) -> None:
        with file.open("wb") as out:
            while not self._stop.wait(0.05):
                self._began = time.monotonic()
                out.write(b".")
                out.flush()
                os.fsync(out.fileno())
                self._took.append((time.monotonic(), time.monotonic() - self._began))

    def longest(self, since: float) -> float:
        """Return the seconds of the slowest writing after a moment, above a usual one; one may be under way still."""
        found = [took for ended, took in self._took if ended > since]
        if not self._took or self._took[-1][0] < self._began:
            found.append(time.monotonic() - self._began)
        return max(0.0, max(found, default=0.0) - USUAL_WRITING)

    def end(self) -> None:
        """Stop writing."""
        self._stop.set()
        self._thread.join()


class Stage:
    """The program that forks the ones to be killed."""

    def __init__(self, folder: Path) -> None:
        """Start it; it makes the store."""
        self._disk = Disk(folder / "disk")
        self._process = subprocess.Popen(
            [sys.executable, str(CHILD), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        )
        assert self._line()["ready"]

    def killed_after(self, seconds: float, seed: int) -> Killed:
        """Let somebody work for so long, and kill the program."""
        child = self._ask("work", seed)
        first, begun = self._line(), self._line()
        time.sleep(seconds)  # the moment may be any
        os.kill(child, signal.SIGKILL)
        killed = time.monotonic()
        told = [first, begun, *self._until_the_end()]
        moments = [Moment(at=each["at"], state=each["state"]) for each in told if "state" in each]
        silent = max(0.0, killed - told[-1]["at"] - LONGEST_SILENCE)
        late = sum(each.get("late", 0.0) for each in told if each["at"] > killed - 2 * SECOND)
        disk = self._disk.longest(killed - 2 * SECOND)
        return Killed(at=killed, told=moments, leaps="leaps" in told[-1], starved=max(silent + late, disk))

    def opened_again(self, seed: int) -> tuple[dict[str, Any], str]:
        """Open the program again; returns where it is, and what was held of it."""
        self._ask("look", seed)
        (told,) = self._until_the_end()
        return told["state"], told["held"]

    def end(self) -> None:
        """Let the program itself end."""
        self._disk.end()
        self._process.stdin.close()
        assert self._process.wait() == 0
        self._process.stdout.close()

    def _ask(self, what: str, seed: int) -> int:
        self._process.stdin.write(f"{what} {seed}\n")
        self._process.stdin.flush()
        return self._line()["process"]

    def _until_the_end(self) -> Iterator[dict[str, Any]]:
        while "ended" not in (told := self._line()):
            yield told

    def _line(self) -> dict[str, Any]:
        line = self._process.stdout.readline()
        assert line, "the program ended"
        return json.loads(line)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """A program that forks, ended afterwards."""
    made = Stage(tmp_path)
    yield made
    made.end()


def missing(found: dict[str, Any], killed: Killed) -> list[str]:
    """Return what is otherwise than at any moment of the last second; a step may have been under way at the kill."""
    states = killed.lately()
    known = [(each["question"], each["sheet"]) for each in states]
    if killed.leaps and (found["question"], found["sheet"]) not in known:
        return []
    wrong = [name for name in ("screen", "question", "sheet") if found[name] not in [each[name] for each in states]]
    there = [each for each in states if (each["question"], each["sheet"]) == (found["question"], found["sheet"])]
    near = [each for each in there if each["focus"] == found["focus"]]
    if there and not near:
        wrong.append("focus")
    if near and not any(_is_near(found["text"], each["text"]) for each in near):
        wrong.append("text")
    if near and min(abs(found["caret"] - each["caret"]) for each in near) > 1:
        wrong.append("caret")
    if there and found["scroll"] not in [each["scroll"] for each in there]:
        wrong.append("scroll")
    return wrong


def _is_near(found: str, text: str) -> bool:
    """Tell whether a text is the same but for the key that was being pressed at the kill."""
    return found == text or (abs(len(found) - len(text)) == 1 and _common(found, text) == min(len(found), len(text)))


def _common(one: str, other: str) -> int:
    """Return how many letters two texts share at their beginnings and ends."""
    front = _front(one, other)
    return front + _front(one[front:][::-1], other[front:][::-1])


def _front(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def behind(found: dict[str, Any], killed: Killed) -> float:
    """Return how many seconds before the kill it last was as it was found; 0 where that held to the end."""
    same = [place for place, each in enumerate(killed.told) if each.state == found]
    is_last = bool(same) and same[-1] == len(killed.told) - 1
    return 0.0 if is_last or not same else killed.at - killed.told[same[-1] + 1].at


def test_a_killed_program_comes_back_to_where_one_was_a_second_ago(
    stage: Stage, rounds: Callable[[int, int], int], tell: Callable[[str], None]
) -> None:
    chance, times = random.Random(20261122), rounds(FEW, MANY)
    steps, late, starved, faults = 0, list[float](), list[float](), list[str]()
    for seed in range(times):
        killed = stage.killed_after(chance.uniform(SHORTEST, LONGEST), seed)
        found, held = stage.opened_again(seed)
        wrong = missing(found, killed)
        if wrong:
            way = "".join(f"\n    {each.at - killed.at:.2f} {each.state}" for each in killed.told[-12:])
            faults.append(f"{seed}: {wrong}\n  {found}\n  held: {held}{way}")
        steps += len(killed.told)
        late.append(behind(found, killed))
        starved.append(killed.starved)
    late.sort()
    tell(
        f"killed {times} times in {steps} told steps: {len(faults)} came back otherwise; "
        f"behind by {late[len(late) // 2]:.2f} s in the middle, {late[-1]:.2f} s at most; "
        f"the computer kept it waiting {max(starved):.2f} s at most"
    )
    assert not faults, "\n".join(faults)
