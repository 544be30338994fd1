from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intake_app.storage.engine import make_database, open_database
from intake_app.storage.keys import Keys
from intake_app.storage.repository import ConversationStore
from intake_app.storage.ring_file import Ring, copies_of, read_ring, write_ring

CHILD = Path(__file__).with_name("killed_child.py")
ROOT = CHILD.parents[2]
KEYS = Keys(user_id="owner", store_key=bytes(32), store_salt=bytes(16), content_key=bytes(32))
FEW, MANY = 15, 1000

pytestmark = [
    pytest.mark.drill,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has neither fork nor kill -9"),
]


def payload_of(seq: int) -> bytes:
    return f"change {seq} ".encode() * (1 + seq * 37 % 90)


class Victim:
    """The program that is killed, round after round."""

    def __init__(self, work: str, path: Path) -> None:
        self._chance = random.Random(20261122)
        self._process = subprocess.Popen(
            [sys.executable, str(CHILD), work, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def killed_while_writing(self, name: str) -> int:
        """Let a child write for a while and kill it; gives the last number that it told."""
        self._process.stdin.write(f"{name}\n")
        self._process.stdin.flush()
        child = int(self._line().removeprefix("process "))
        told = [int(self._line()) for _ in range(self._chance.randint(1, 40))]
        _spin(self._chance.uniform(0, 0.003))
        os.kill(child, signal.SIGKILL)
        while (line := self._line()) != "ended":
            told.append(int(line))
        return told[-1]

    def _line(self) -> str:
        return self._process.stdout.readline().strip()

    def end(self) -> None:
        self._process.stdin.close()
        assert self._process.wait() == 0
        self._process.stdout.close()


def _spin(seconds: float) -> None:
    """Let a moment pass that no sleep could hit: the kill is to fall anywhere within a write."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> int:
    """Many when drills were asked for by name, else few."""
    return MANY if "drill" in (request.config.getoption("-m") or "") else FEW


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Print a figure, also when the output of tests is held back."""
    reporter = request.config.pluginmanager.get_plugin("terminalreporter")
    capture = request.config.pluginmanager.get_plugin("capturemanager")

    def told(line: str) -> None:
        with capture.global_and_fixture_disabled():
            reporter.write_line(f"\n{line}")

    return told


@pytest.fixture
def victim_of() -> Iterator[Callable[[str, Path], Victim]]:
    victims: list[Victim] = []

    def start(work: str, path: Path) -> Victim:
        victims.append(Victim(work, path))
        return victims[-1]

    yield start
    for victim in victims:
        victim.end()


def found_after_kill(path: Path, name: str) -> int:
    """Open the store and check every change of a conversation; gives how many there are."""
    store = ConversationStore(open_database(path, KEYS), KEYS)
    changes = store.load(name)
    assert changes == [payload_of(seq) for seq in range(1, len(changes) + 1)]
    row = next(row for row in store.rows() if row.id == name)
    assert (row.is_readable, row.summary) == (True, str(len(changes)).encode() if changes else b"")
    store.close()
    return len(changes)


def test_no_acknowledged_change_is_lost_when_the_program_is_killed(
    tmp_path: Path, rounds: int, victim_of: Callable[[str, Path], Victim], tell: Callable[[str], None]
) -> None:
    path = tmp_path / "intake.db"
    make_database(path, KEYS)
    victim = victim_of("append", path)
    acknowledged, total = 0, 0
    for number in range(rounds):
        last = victim.killed_while_writing(f"c{number}")
        found = found_after_kill(path, f"c{number}")
        assert found in {last, last + 1}
        acknowledged, total = acknowledged + last, total + found
    store = ConversationStore(open_database(path, KEYS), KEYS)
    verified = store.verify(anchors=[store.log.anchor()])
    store.close()
    assert (verified.is_whole, verified.conversations, verified.changes) == (True, rounds, total)
    assert verified.events == total, "every change has its event, and the chain holds"
    tell(f"killed {rounds} times: {acknowledged} changes acknowledged, 0 lost, {total} found, store whole")


def test_the_key_ring_is_whole_whenever_the_program_is_killed(
    tmp_path: Path, rounds: int, victim_of: Callable[[str, Path], Victim], tell: Callable[[str], None]
) -> None:
    path = tmp_path / "keys.json"
    write_ring(path, Ring(generation=1, users=()))
    victim = victim_of("ring", path)
    behind = 0
    for _ in range(rounds):
        last = victim.killed_while_writing("ring")
        found = read_ring(path)
        assert found.ring.generation in {last, last + 1}
        assert set(found.unsound) <= {copies_of(path)[1]}
        behind += bool(found.unsound)
    tell(f"killed {rounds} times while replacing the key ring: always whole, second copy behind {behind} times")
