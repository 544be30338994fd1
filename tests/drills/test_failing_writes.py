"""Each single write fails, or every one from there on, and the disk is full: told, nothing lost, and going on."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from intake_app.storage.engine import make_database, open_database
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationStore
from intake_app.storage.writer import Writer, WriterState, WriterStatus
from tests.drills.failing_child import CHANGES, FAILS_AT
from tests.drills.killed_child import KEYS, NOON, payload_of
from tests.drills.recording import ROOT
from tests.storage.logged import changed

CHILD = Path(__file__).with_name("failing_child.py")
WHEN = {"once": f"{FAILS_AT}", "for a while": f"{FAILS_AT}..{FAILS_AT + 20}", "from then on": f"{FAILS_AT}+"}

pytestmark = [pytest.mark.drill, pytest.mark.timeout(1800)]

Told = list[str]


@pytest.fixture
def program() -> Iterator[Callable[[str, str, str], Callable[[Path, int], Told]]]:
    """Start a program of which a call fails in this way; gives what a child of it tells while it works on a store."""
    started: list[subprocess.Popen[str]] = []

    def start(call: str, error: str, when: str) -> Callable[[Path, int], Told]:
        names = "fsync,fdatasync" if call == "fsync" else call
        failing = ["-e", f"trace={names}", "-e", f"inject={names}:error={error}:when={when}"]
        command = ["strace", "-f", "-o", os.devnull, *failing, sys.executable, str(CHILD), call]
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        started.append(process)

        def run(path: Path, number: int) -> Told:
            process.stdin.write(f"{path} {number}\n")
            process.stdin.flush()
            told: Told = []
            while not (line := process.stdout.readline().strip()).startswith("ended"):
                assert line, "the program broke off"
                told.append(line)
            assert line == "ended 0", (number, told)
            return told

        return run

    yield start
    for process in started:
        process.stdin.close()
        assert process.wait() == 0
        process.stdout.close()


def found_in(path: Path) -> int:
    """Open a store and check all of it; gives the number of changes."""
    with closing(ConversationStore(open_database(path, KEYS), KEYS)) as store:
        if not store.rows():
            return 0
        found = store.load("c1")
        assert found == [payload_of(seq) for seq in range(1, len(found) + 1)]
        assert store.verify().is_whole
        return len(found)


@pytest.mark.required
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("when", WHEN, ids=lambda when: when.replace(" ", "-"))
@pytest.mark.parametrize("call", ["pwrite64", "fsync", "ftruncate"])
def test_a_write_that_fails_is_told_and_loses_nothing(tmp_path: Path, program, rounds, tell, call, when) -> None:
    runs = {error: program(call, error, WHEN[when]) for error in ("EIO", "ENOSPC")}
    problems, finished, count = Counter[str](), 0, 0
    for number in range(1, rounds(101, 101), rounds(25, 1)):
        for error, run in runs.items():
            path = tmp_path / f"{number}-{error}.db"
            make_database(path, KEYS)
            told = run(path, number)
            acknowledged = [int(line) for line in told if line.isdecimal()]
            problems.update(line.split()[-1] for line in told if not line.isdecimal())
            assert acknowledged == list(range(1, len(acknowledged) + 1))
            found = found_in(path)
            assert found in {len(acknowledged), len(acknowledged) + 1}
            is_over = not any(line.startswith("gave up") for line in told)
            assert is_over or when == "from then on", told
            assert not is_over or found == CHANGES
            finished, count = finished + is_over, count + 1
            path.unlink()
    assert set(problems) <= {StoreCode.WRITE_FAILED, StoreCode.DISK_FULL}
    told = ", ".join(f"{times} times {code}" for code, times in sorted(problems.items()))
    tell(f"{call} fails {when}, {count} runs: {told or 'never reached'}; {finished} went on to the end, 0 changes lost")


def test_a_full_disk_is_told_and_work_goes_on_when_there_is_room(small_disk: Path, rounds, tell) -> None:
    count, chance, told = rounds(5, 50), random.Random(20261122), Counter[StoreCode]()
    kept = 0
    for number in range(count):
        ballast, path = small_disk / "ballast", small_disk / f"{number}.db"
        ballast.write_bytes(bytes(chance.randrange(200_000, 600_000)))
        make_database(path, KEYS)
        acknowledged = filled(path, ballast, told)
        assert found_in(path) == acknowledged
        kept += acknowledged
        for file in small_disk.iterdir():
            file.unlink()
    assert set(told) <= {StoreCode.DISK_FULL, StoreCode.WRITE_FAILED}
    assert sum(told.values()) >= count
    codes = ", ".join(f"{times} times {code}" for code, times in told.items())
    tell(f"disk full {count} times: told {codes}; {kept} changes acknowledged, 0 lost, all went on when there was room")


def filled(path: Path, ballast: Path, told: Counter[StoreCode]) -> int:
    """Write until the disk was full, make room, and write three more; gives how many were acknowledged."""
    problems: list[StoreProblem] = []

    def on_state(state: WriterState) -> None:
        if state.status is WriterStatus.FAILED and state.problem is not None:
            problems.append(state.problem)
            ballast.unlink(missing_ok=True)
            writer.retry()

    with (
        closing(ConversationStore(open_database(path, KEYS), KEYS)) as store,
        Writer(lambda: NOON, on_state) as writer,
    ):
        writer.submit(lambda: store.start("c1", NOON, {})).result()
        seq, more = 0, 3
        while more:
            seq += 1
            writer.submit(lambda seq=seq: add(store, seq)).result()
            more -= bool(problems)
    told.update(problem.code for problem in problems)
    return seq


def add(store: ConversationStore, seq: int) -> int:
    event = changed("c1", seq, seq)
    return store.append("c1", seq - 1, [payload_of(seq)], str(seq).encode(), NOON, events=[event])
