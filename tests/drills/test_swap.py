"""A program killed while it puts another store in the place of this one, or brings an older one up to date."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake_app.storage import keys as key_ring
from intake_app.storage.backup import Source, Stamp, back_up
from intake_app.storage.copying import census
from intake_app.storage.mapping import change_from_bytes
from intake_app.storage.opening import create_store, open_store
from intake_app.storage.places import ring_path
from intake_app.storage.reading import open_to_read
from intake_app.storage.repository import ConversationStore

ROOT = Path(__file__).parents[2]
STORED = ROOT / "tests/storage/stored/0.1.0"
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PASSPHRASE = "vier woorden zijn genoeg"  # noqa: S105  opens stores made here only
ITS_PASSPHRASE = "vier gewone woorden samen"  # noqa: S105  opens the stored store only

TO_THE_END = -1.0
ANEW = 20
"""After so many rounds it looks again how long the work takes: this computer may be busy."""

pytestmark = [
    pytest.mark.drill,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has neither fork nor kill -9"),
]

# For each line on standard input, the number of a copy or a passphrase, it forks a child that works until it is killed.
CHILD = """
import os, sys, time
from datetime import datetime, UTC
from pathlib import Path
from intake_app.storage import updating
from intake_app.storage.opening import open_store
from intake_app.storage.restore import restore

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
work, store, folder, passphrase = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        os.write(1, b"process %d\\n" % os.getpid())
        if work == "restore":
            restore(sorted(folder.glob("*.intake"))[int(line)], store, passphrase, NOON, other_store=True)
        else:
            open_store(store, passphrase, now=NOON)
        os.write(1, b"done\\n")
        time.sleep(60)
    os.waitpid(child, 0)
    os.write(1, b"ended\\n")
"""


@pytest.fixture
def count_of(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
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


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Callable[[str, Path, str], Callable[[int, float], float]]]:
    """Starts a program; what it gives lets a child of it work for some seconds, or to the end, and kills it."""
    started: list[subprocess.Popen[str]] = []

    def start(work: str, store: Path, passphrase: str) -> Callable[[int, float], float]:
        process = subprocess.Popen(
            [sys.executable, "-c", CHILD, work, str(store), str(tmp_path / "copies"), passphrase],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        started.append(process)

        def killed(which: int, after: float) -> float:
            process.stdin.write(f"{which}\n")
            process.stdin.flush()
            child = int(process.stdout.readline().removeprefix("process "))
            begun = time.perf_counter()
            if after == TO_THE_END:
                assert process.stdout.readline() == "done\n"
            else:
                time.sleep(after)  # the moment may be any
            took = time.perf_counter() - begun
            os.kill(child, signal.SIGKILL)
            while process.stdout.readline() != "ended\n":
                pass
            return took

        return killed

    yield start
    for process in started:
        process.stdin.close()
        assert process.wait() == 0
        process.stdout.close()


def a_store_of(path: Path, talk: str) -> None:
    with closing(create_store(path, PASSPHRASE, name=talk, now=NOON)) as store:
        store.start(talk, NOON, {})
        for number in range(20):
            store.start(f"{talk} {number}", NOON, {})


def talks_of(store: ConversationStore) -> frozenset[str]:
    assert store.verify().is_whole
    assert store.notices == ()
    return frozenset(row.id for row in store.rows())


def test_another_store_that_is_put_back_comes_with_its_ring_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program, count_of, tell
) -> None:
    monkeypatch.setattr(key_ring, "_ROUNDS", 1)
    monkeypatch.setattr(key_ring, "_MEMORY_KIB", 64)
    places = [tmp_path / "data" / "intake.db", tmp_path / "other" / "intake.db"]
    talks = []
    for number, place in enumerate(places):
        a_store_of(place, f"c{number}")
        keys = key_ring.unlock(ring_path(place), PASSPHRASE)
        stamp = Stamp(now=NOON.replace(minute=number), program="0.2.0")
        back_up(Source(store=place, keys=keys), tmp_path / "copies", stamp)
        with closing(open_store(place, PASSPHRASE, now=NOON)) as opened:
            talks.append(talks_of(opened))
    store, there, chance, seen = places[0], 0, random.Random(20261122), Counter[str]()
    killed = program("restore", store, PASSPHRASE)
    took = max(killed(number, TO_THE_END) for number in (1, 0, 1, 0))
    for number in range(count_of(25, 1000)):
        if number % ANEW == 0:
            took = (took + killed(there, TO_THE_END)) / 2
        killed(1 - there, chance.uniform(took / 4, took))
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
    tmp_path: Path, program, count_of, tell
) -> None:
    store, chance, schemas = tmp_path / "data" / "gesprekken.db", random.Random(20261122), Counter[int]()
    killed = program("open", store, ITS_PASSPHRASE)
    shutil.copytree(STORED, store.parent)
    took = killed(0, TO_THE_END)
    for _ in range(count_of(8, 200)):
        shutil.rmtree(store.parent, ignore_errors=True)
        shutil.copytree(STORED, store.parent)
        killed(0, chance.uniform(0, took))
        schemas[census(store, key_ring.unlock(ring_path(store), ITS_PASSPHRASE)).schema] += 1
        with closing(open_store(store, ITS_PASSPHRASE, now=NOON)) as opened:
            found = opened.verify(change_from_bytes)
            assert (found.is_whole, found.conversations, found.events) == (True, 3, 1)
    tell(f"killed while brought up to date: {schemas[1]} times still the old store, {schemas[2]} times the new one")
