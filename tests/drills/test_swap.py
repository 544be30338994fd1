"""A program killed while it puts another store in the place of this one, or brings an older one up to date."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from intake_app.storage.backup import Source, Stamp, back_up
from intake_app.storage.copying import census
from intake_app.storage.keys import unlock
from intake_app.storage.mapping import change_from_bytes
from intake_app.storage.opening import create_store, open_store
from intake_app.storage.places import ring_path
from intake_app.storage.reading import open_to_read
from intake_app.storage.repository import ConversationStore
from tests.drills.killed_child import NOON, PASSPHRASE
from tests.drills.recording import ROOT
from tests.drills.victim import Victim

STORED = ROOT / "tests/storage/stored/0.1.0"
ITS_PASSPHRASE = "vier gewone woorden samen"  # noqa: S105  opens the stored store only

ANEW = 20
"""After so many rounds it looks again how long the work takes: this computer may be busy."""

pytestmark = [
    pytest.mark.drill,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has neither fork nor kill -9"),
]


def time_of(victim: Victim, line: str) -> float:
    """Let a child come to the end of its work; gives how many seconds it took."""
    victim.begin(line)
    begun = time.perf_counter()
    victim.hear(1)
    took = time.perf_counter() - begun
    assert victim.told == ["done"]
    victim.kill()
    victim.hear_out()
    return took


def a_store_of(path: Path, talk: str) -> None:
    with closing(create_store(path, PASSPHRASE, name=talk, now=NOON)) as store:
        store.start(talk, NOON, {})
        for number in range(20):
            store.start(f"{talk} {number}", NOON, {})


def talks_of(store: ConversationStore) -> frozenset[str]:
    assert store.verify().is_whole
    assert store.notices == ()
    return frozenset(row.id for row in store.rows())


@pytest.mark.usefixtures("quick_rings")
def test_another_store_that_is_put_back_comes_with_its_ring_or_not_at_all(
    tmp_path: Path, victim_of: Callable[[str, Path], Victim], rounds, tell
) -> None:
    places = [tmp_path / "data" / "intake.db", tmp_path / "other" / "intake.db"]
    talks, copies = [], []
    for number, place in enumerate(places):
        a_store_of(place, f"c{number}")
        keys = unlock(ring_path(place), PASSPHRASE)
        stamp = Stamp(now=NOON.replace(minute=number), program="0.2.0")
        copies.append(str(back_up(Source(store=place, keys=keys), tmp_path / "copies", stamp).path))
        with closing(open_store(place, PASSPHRASE, now=NOON)) as opened:
            talks.append(talks_of(opened))
    store, there, chance, seen = places[0], 0, random.Random(20261122), Counter[str]()
    victim = victim_of("replace", store)
    took = max(time_of(victim, copies[number]) for number in (1, 0, 1, 0))
    for number in range(rounds(25, 1000)):
        if number % ANEW == 0:
            took = (took + time_of(victim, copies[there])) / 2
        victim.killed_after(chance.uniform(took / 4, took), copies[1 - there])
        seen["half"] += bool(list(store.parent.glob("*.restoring.keys.json")))
        with closing(open_to_read(store, PASSPHRASE)) as reader:
            read = frozenset(row.id for row in reader.rows())
        with closing(open_store(store, PASSPHRASE, now=NOON)) as opened:
            found = talks_of(opened)
        assert found == read
        assert found in talks
        seen["other" if found == talks[1 - there] else "old"] += 1
        there = talks.index(found)
        assert not list(store.parent.glob("*restoring*"))
        assert store.stat().st_nlink == 1
        for kept in store.parent.glob("*-vervangen-*"):
            kept.unlink()
    tell(
        f"killed while putting another store back: {seen['old']} times the old one, {seen['other']} times the other, "
        f"{seen['half']} of them found half-way and mended, 0 damaged"
    )


def test_a_store_killed_while_it_is_brought_up_to_date_is_the_old_one_or_the_new_one(
    tmp_path: Path, victim_of: Callable[[str, Path], Victim], rounds, tell
) -> None:
    store, chance, schemas = tmp_path / "data" / "gesprekken.db", random.Random(20261122), Counter[int]()
    victim = victim_of("open", store)
    shutil.copytree(STORED, store.parent)
    took = time_of(victim, ITS_PASSPHRASE)
    for _ in range(rounds(8, 200)):
        shutil.rmtree(store.parent, ignore_errors=True)
        shutil.copytree(STORED, store.parent)
        victim.killed_after(chance.uniform(0, took), ITS_PASSPHRASE)
        schemas[census(store, unlock(ring_path(store), ITS_PASSPHRASE)).schema] += 1
        with closing(open_store(store, ITS_PASSPHRASE, now=NOON)) as opened:
            found = opened.verify(change_from_bytes)
            assert (found.is_whole, found.conversations, found.events) == (True, 3, 1)
    tell(f"killed while brought up to date: {schemas[1]} times still the old store, {schemas[3]} times the new one")
