from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from intake_app.storage.engine import make_database, open_database
from intake_app.storage.repository import ConversationStore
from intake_app.storage.ring_file import Ring, copies_of, read_ring, write_ring
from tests.drills.killed_child import KEYS, payload_of
from tests.drills.victim import Victim

FEW, MANY = 15, 1000

pytestmark = [
    pytest.mark.drill,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has neither fork nor kill -9"),
]


def _spin(seconds: float) -> None:
    """Let a moment pass that no sleep could hit: the kill is to fall anywhere within a write."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def killed_while_writing(victim: Victim, name: str, chance: random.Random) -> int:
    """Let a child write for a while and kill it; gives the last number that it told."""
    victim.begin(name)
    victim.hear(chance.randint(1, 40))
    _spin(chance.uniform(0, 0.003))
    victim.kill()
    victim.hear_out()
    return int(victim.told[-1])


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
    tmp_path: Path,
    victim_of: Callable[[str, Path], Victim],
    rounds: Callable[[int, int], int],
    tell: Callable[[str], None],
) -> None:
    path = tmp_path / "intake.db"
    make_database(path, KEYS)
    victim, chance, times = victim_of("append", path), random.Random(20261122), rounds(FEW, MANY)
    acknowledged, total = 0, 0
    for number in range(times):
        last = killed_while_writing(victim, f"c{number}", chance)
        found = found_after_kill(path, f"c{number}")
        assert found in {last, last + 1}
        acknowledged, total = acknowledged + last, total + found
    store = ConversationStore(open_database(path, KEYS), KEYS)
    verified = store.verify(anchors=[store.log.anchor()])
    store.close()
    assert (verified.is_whole, verified.conversations, verified.changes) == (True, times, total)
    assert verified.events == total, "every change has its event, and the chain holds"
    tell(f"killed {times} times: {acknowledged} changes acknowledged, 0 lost, {total} found, store whole")


def test_the_key_ring_is_whole_whenever_the_program_is_killed(
    tmp_path: Path,
    victim_of: Callable[[str, Path], Victim],
    rounds: Callable[[int, int], int],
    tell: Callable[[str], None],
) -> None:
    path = tmp_path / "keys.json"
    write_ring(path, Ring(generation=1, users=()))
    victim, chance, times = victim_of("ring", path), random.Random(20261122), rounds(FEW, MANY)
    behind = 0
    for _ in range(times):
        last = killed_while_writing(victim, "ring", chance)
        found = read_ring(path)
        assert found.ring.generation in {last, last + 1}
        assert set(found.unsound) <= {copies_of(path)[1]}
        behind += bool(found.unsound)
    tell(f"killed {times} times while replacing the key ring: always whole, second copy behind {behind} times")
