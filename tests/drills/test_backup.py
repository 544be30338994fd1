"""Copies of the store under load, broken off, and hurt: what is left is whole, or is not taken for a copy."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake_app.storage import keys as key_ring
from intake_app.storage.archive import check_packed
from intake_app.storage.backup import Source, Stamp, back_up, backups_in
from intake_app.storage.keys import Keys
from intake_app.storage.opening import create_store, open_store
from intake_app.storage.places import ring_path
from intake_app.storage.problems import StoreProblem
from intake_app.storage.restore import restore
from tests.storage.logged import changed

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
STAMP = Stamp(now=NOON, program="0.1.0")
PASSPHRASE = "vier woorden zijn genoeg"  # noqa: S105  opens stores made here only

pytestmark = [
    pytest.mark.drill,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has neither fork nor kill -9"),
]

# For each line on standard input it forks a child that does one kind of work until it is killed.
CHILD = """
import os, sys
from datetime import datetime, UTC
from itertools import count
from pathlib import Path
from intake_app.storage import keys as key_ring
from intake_app.storage.backup import Source, Stamp, back_up
from intake_app.storage.opening import open_store
from intake_app.storage.places import ring_path
from intake_app.storage.restore import restore
from tests.storage.logged import changed

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
work, store, folder, passphrase = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]

def write():
    opened = open_store(store, passphrase, now=NOON)
    for seq in count(len(opened.load("c1"))):
        told = changed("c1", seq + 1, seq + 1)
        opened.append("c1", seq, [b"said %d " % (seq + 1) * 30], b"s", NOON, events=[told])
        yield seq + 1

def backup():
    source = Source(store=store, keys=key_ring.unlock(ring_path(store), passphrase))
    while True:
        yield back_up(source, folder, Stamp(now=NOON, program="0.1.0")).path.name

def put_back():
    copies = sorted(folder.glob("*.intake"))
    for number in count():
        yield restore(copies[number % len(copies)], store, passphrase, NOON).verification.changes

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        os.write(1, b"process %d\\n" % os.getpid())
        for told in {"write": write, "backup": backup, "restore": put_back}[work]():
            os.write(1, f"{told}\\n".encode())
    os.waitpid(child, 0)
    os.write(1, b"ended\\n")
"""


@dataclass
class Program:
    """Another program at work on the store, which is killed."""

    process: subprocess.Popen[str]
    chance: random.Random
    told: list[str] = field(default_factory=list)

    def begin(self) -> int:
        """Let a child begin; gives the number of its process."""
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        return int(self.line().removeprefix("process "))

    def line(self) -> str:
        return self.process.stdout.readline().strip()

    def killed(self, within: float) -> None:
        """Let a child work and kill it at some moment."""
        child = self.begin()
        time.sleep(self.chance.uniform(0, within))  # the moment may be any
        os.kill(child, signal.SIGKILL)
        while self.line() != "ended":
            pass

    def listen(self) -> None:
        """Note what it tells until it ends."""
        while (line := self.line()) != "ended":
            self.told.append(line)


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


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a store of about half a megabyte lies, behind a ring that opens quickly."""
    monkeypatch.setattr(key_ring, "_ROUNDS", 1)
    monkeypatch.setattr(key_ring, "_MEMORY_KIB", 64)
    path = tmp_path / "data" / "intake.db"
    opened = create_store(path, PASSPHRASE, now=NOON)
    opened.start("c1", NOON, {})
    for number in range(2, 12):
        opened.start(f"c{number}", NOON, {})
        opened.append(f"c{number}", 0, [os.urandom(4000)] * 10, b"s", NOON, events=[changed(f"c{number}", 1, 10)])
    opened.close()
    return path


@pytest.fixture
def keys(store: Path) -> Keys:
    return key_ring.unlock(ring_path(store), PASSPHRASE)


@pytest.fixture
def program_on(store: Path, tmp_path: Path) -> Iterator[Callable[[str], Program]]:
    started: list[Program] = []

    def start(work: str) -> Program:
        process = subprocess.Popen(
            [sys.executable, "-c", CHILD, work, str(store), str(tmp_path / "copies"), PASSPHRASE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        started.append(Program(process, random.Random(20261122)))
        return started[-1]

    yield start
    for program in started:
        program.process.stdin.close()
        assert program.process.wait() == 0
        program.process.stdout.close()


def everything(store: Path) -> dict[str, list[bytes]]:
    """Every change of every conversation, and the assurance that nothing is wrong with the file."""
    with closing(open_store(store, PASSPHRASE, now=NOON)) as opened:
        assert opened.verify().is_whole
        return {row.id: opened.load(row.id) for row in opened.rows()}


def test_a_copy_made_while_another_program_writes_restores_whole(
    store: Path, keys: Keys, tmp_path: Path, program_on: Callable[[str], Program], rounds, tell
) -> None:
    before, count = everything(store), rounds(5, 50)
    writer = program_on("write")
    child = writer.begin()
    listening = threading.Thread(target=writer.listen)
    listening.start()
    grown = []
    for number in range(count):
        acknowledged = len(writer.told)
        made = back_up(Source(store=store, keys=keys), tmp_path / "copies", STAMP)
        place = tmp_path / "restored" / f"{number}.db"
        assert restore(made.path, place, PASSPHRASE, NOON).verification.is_whole
        found = everything(place)
        said = found.pop("c1")
        assert said == [b"said %d " % seq * 30 for seq in range(1, len(said) + 1)]
        assert len(said) >= acknowledged
        assert found == {id_: changes for id_, changes in before.items() if id_ != "c1"}
        grown.append(len(said))
    os.kill(child, signal.SIGKILL)
    listening.join()
    assert grown == sorted(grown)
    assert len(everything(store)["c1"]) >= len(writer.told) > grown[0]
    tell(f"{count} copies while {len(writer.told)} changes were written: all restore, every conversation equal")


def test_a_copy_that_is_killed_leaves_nothing_that_looks_whole(
    store: Path, tmp_path: Path, program_on: Callable[[str], Program], rounds, tell
) -> None:
    before, count, folder = everything(store), rounds(20, 1000), tmp_path / "copies"
    maker, halves, copies = program_on("backup"), 0, 0
    for _ in range(count):
        maker.killed(within=0.08)
        whole = backups_in(folder) if folder.exists() else ()
        assert {each.path for each in whole} == set(folder.glob("*.intake"))
        for each in whole:
            check_packed(each)
            each.path.unlink()
        halves += len(list(folder.glob("*.part")) + list(folder.glob("*.part.db")))
        for leftover in folder.glob("*.part*"):
            leftover.unlink()
        copies += len(whole)
    assert everything(store) == before
    tell(f"killed {count} times while copying: {copies} whole copies, {halves} halves left, none taken for a copy")


def test_a_restore_that_is_killed_leaves_the_old_store_or_the_new_one(
    store: Path, keys: Keys, tmp_path: Path, program_on: Callable[[str], Program], rounds, tell
) -> None:
    first, count = everything(store), rounds(20, 1000)
    back_up(Source(store=store, keys=keys), tmp_path / "copies", STAMP)
    with closing(open_store(store, PASSPHRASE, now=NOON)) as opened:
        opened.append("c1", 0, [b"said between the copies"], b"s", NOON, events=[changed("c1", 1, 1)])
    second = everything(store)
    back_up(Source(store=store, keys=keys), tmp_path / "copies", STAMP)
    restorer, seen = program_on("restore"), []
    for _ in range(count):
        restorer.killed(within=0.5)
        found = everything(store)
        assert found in (first, second)
        seen.append(found == first)
        for kept in store.parent.glob("*-vervangen-*"):
            kept.unlink()
    tell(f"killed {count} times while restoring: {sum(seen)} times the one, {count - sum(seen)} times the other store")


def one_bit(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def one_byte(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= chance.randrange(1, 256)


def a_sector(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) // 512) * 512
    data[at : at + 512] = bytes(512)


def two_pages(data: bytearray, chance: random.Random) -> None:
    one, other = chance.sample(range(len(data) // 4096), 2)
    data[one * 4096 : one * 4096 + 4096], data[other * 4096 : other * 4096 + 4096] = (
        data[other * 4096 : other * 4096 + 4096],
        data[one * 4096 : one * 4096 + 4096],
    )


def the_end(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def some_missing(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) - 1)
    del data[at : at + chance.randrange(1, 5000)]


@pytest.mark.parametrize("damage", [one_bit, one_byte, a_sector, two_pages, the_end, some_missing])
def test_a_hurt_copy_is_refused_or_brings_back_exactly_what_was_said(
    store: Path, keys: Keys, tmp_path: Path, rounds, tell, damage
) -> None:
    before, count, chance = everything(store), rounds(8, 200), random.Random(20261122)
    whole = back_up(Source(store=store, keys=keys), tmp_path / "copies", STAMP).path.read_bytes()
    copy, refused = tmp_path / "hurt.intake", 0
    for number in range(count):
        data = bytearray(whole)
        damage(data, chance)
        copy.write_bytes(data)
        place = tmp_path / f"{number}" / "intake.db"
        try:
            restore(copy, place, PASSPHRASE, NOON)
        except StoreProblem:
            refused += 1
            assert not place.exists()
        else:
            assert everything(place) == before
    copy.write_bytes(whole)
    restore(copy, tmp_path / "whole" / "intake.db", PASSPHRASE, NOON)
    assert everything(tmp_path / "whole" / "intake.db") == before
    assert refused >= count * 0.9
    tell(
        f"copy hurt {count} times ({damage.__name__}): {refused} refused, {count - refused} harmless, 0 silently wrong"
    )
