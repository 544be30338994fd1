from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from intake_app.directory.records import RecordKind
from intake_app.practice.upkeep import BatchKind
from intake_app.storage.directory_batch import NewBatch
from intake_app.storage.engine import make_database, open_database
from intake_app.storage.repository import ConversationStore
from tests.drills.killed_child import IMPORTED, KEYS, NOON, entries_of
from tests.drills.victim import Victim

pytestmark = [
    pytest.mark.drill,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has neither fork nor kill -9"),
]
UNDO = NewBatch(at=NOON, user_id="owner", who="Sanne", kind=BatchKind.UNDO)


def kept(store: ConversationStore) -> dict[tuple[RecordKind, str], bytes]:
    return {(kind, id_): payload for kind, id_, payload in store.directory_records()}


def left_by(imports: int) -> dict[tuple[RecordKind, str], bytes]:
    """What lies in the store after so many whole imports."""
    return {(each.kind, each.id): each.after for number in range(1, imports + 1) for each in entries_of(number)}


def time_of(victim: Victim) -> float:
    """How long one import takes, with the start of a child."""
    begun = time.perf_counter()
    victim.begin("")
    victim.hear(2)
    victim.kill()
    victim.hear_out()
    return (time.perf_counter() - begun) / 2


def test_an_import_of_two_thousand_is_there_whole_or_not_at_all_whenever_the_program_is_killed(
    tmp_path: Path,
    victim_of: Callable[[str, Path], Victim],
    rounds: Callable[[int, int], int],
    tell: Callable[[str], None],
) -> None:
    path, chance, times = tmp_path / "intake.db", random.Random(20261122), rounds(8, 200)
    make_database(path, KEYS)
    victim = victim_of("import", path)
    took, begun = time_of(victim), 0
    for _ in range(times):
        victim.killed_after(chance.uniform(0, 2 * took), "")
        with closing(ConversationStore(open_database(path, KEYS), KEYS)) as store:
            imports = store.directory_version()
            assert imports >= max(map(int, victim.told), default=begun)
            assert kept(store) == left_by(imports)
            last = store.directory_batches()[0]
            assert (len(store.directory_batches()), last.added + last.changed) == (imports, IMPORTED)
        begun = imports
    with closing(ConversationStore(open_database(path, KEYS), KEYS)) as store:
        assert store.verify().is_whole
        store.undo_directory(str(begun), UNDO)
        assert kept(store) == left_by(begun - 1)
    tell(f"killed {times} times while importing {IMPORTED}: {begun} imports whole, 0 half, the last one undone")
