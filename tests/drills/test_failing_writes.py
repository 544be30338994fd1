"""Each single write fails, or every one from there on, and the disk is full: told, nothing lost, and going on."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from intake_app.storage.backup import Source, Stamp, back_up
from intake_app.storage.engine import make_database, open_database
from intake_app.storage.opening import create_store, open_store
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationStore
from intake_app.storage.writer import Writer, WriterState, WriterStatus
from tests.drills.failing_child import CHANGES, FAILS_AT, add
from tests.drills.killed_child import KEYS, NOON, payload_of
from tests.drills.recorded_child import PASSPHRASE
from tests.drills.recording import ROOT

CHILD = Path(__file__).with_name("failing_child.py")
ERRORS = ("EIO", "ENOSPC")
WHEN = {"once": f"{FAILS_AT}", "for a while": f"{FAILS_AT}..{FAILS_AT + 20}", "from then on": f"{FAILS_AT}+"}
TOLD = {StoreCode.WRITE_FAILED, StoreCode.DISK_FULL}

pytestmark = [pytest.mark.drill, pytest.mark.timeout(1800)]

Run = Callable[[Path, int], list[str]]
"""Has a child work on a store while the call of this number fails; gives what it told."""


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Callable[[str, str, str, str], Run]]:
    """Start a program that does this work, and of which a call fails with this error, at these times."""
    started: list[subprocess.Popen[str]] = []

    def start(work: str, call: str, error: str, when: str) -> Run:
        names = "fsync,fdatasync" if call == "fsync" else call
        failing = ["-e", f"trace={names}", "-e", f"inject={names}:error={error}:when={when}"]
        script = [sys.executable, str(CHILD), work, call, str(tmp_path / f"scratch-{error}")]
        process = subprocess.Popen(
            ["strace", "-f", "--seccomp-bpf", "-o", os.devnull, *failing, *script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        started.append(process)

        def run(path: Path, number: int) -> list[str]:
            process.stdin.write(f"{path} {number}\n")
            process.stdin.flush()
            told: list[str] = []
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


def checked(store: ConversationStore) -> int:
    """Check all of a store; gives the number of changes."""
    if not store.rows():
        return 0
    found = store.load("c1")
    assert found == [payload_of(seq) for seq in range(1, len(found) + 1)]
    assert store.verify().is_whole
    return len(found)


def found_in(path: Path) -> int:
    with closing(ConversationStore(open_database(path, KEYS), KEYS)) as store:
        return checked(store)


def problems_in(told: list[str]) -> list[str]:
    return [line.split()[-1] for line in told if not line.isdecimal()]


def in_words(problems: Counter[str]) -> str:
    return ", ".join(f"{times} times {code}" for code, times in sorted(problems.items())) or "never reached"


@pytest.mark.required
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("when", WHEN, ids=lambda when: when.replace(" ", "-"))
@pytest.mark.parametrize("call", ["pwrite64", "fsync", "ftruncate"])
def test_a_write_that_fails_is_told_and_loses_nothing(tmp_path: Path, program, rounds, tell, call, when) -> None:
    runs = {error: program("append", call, error, WHEN[when]) for error in ERRORS}
    problems, finished, count, path = Counter[str](), 0, 0, tmp_path / "intake.db"
    for number in range(1, 101, rounds(25, 1)):
        for run in runs.values():
            make_database(path, KEYS)
            told = run(path, number)
            problems.update(problems_in(told))
            acknowledged = [int(line) for line in told if line.isdecimal()]
            assert acknowledged == list(range(1, len(acknowledged) + 1))
            found = found_in(path)
            assert found in {len(acknowledged), len(acknowledged) + 1}
            is_over = not any(line.startswith("gave up") for line in told)
            assert is_over or when == "from then on", told
            assert not is_over or found == CHANGES
            finished, count = finished + is_over, count + 1
            path.unlink()
    assert set(problems) <= TOLD
    tell(f"{call} fails {when}, {count} runs: told {in_words(problems)}; {finished} came to the end, 0 changes lost")


@pytest.mark.required
@pytest.mark.usefixtures("strace", "quick_rings")
@pytest.mark.parametrize("call", ["pwrite64", "write", "fsync", "ftruncate", "rename"])
def test_a_store_that_could_not_be_made_is_made_at_the_next_try(tmp_path: Path, program, rounds, tell, call) -> None:
    runs, problems, anew, count = [program("create", call, *how) for how in both_ways()], Counter[str](), 0, 0
    for number in range(1, 61, rounds(20, 1)):
        for run in runs:
            path = tmp_path / "data" / "intake.db"
            told = run(path, number)
            problems.update(problems_in(told))
            make = open_store if path.exists() else create_store
            assert path.exists() or "1" not in told
            with closing(make(path, PASSPHRASE, now=NOON)) as store:
                store.start("c1", NOON, {})
                add(store, 1)
                assert checked(store) == 1
            anew, count = anew + (make is create_store), count + 1
            shutil.rmtree(path.parent)
    assert set(problems) <= TOLD
    tell(f"{call} fails while a store is made, {count} runs: told {in_words(problems)}; {anew} made anew, all open")


@pytest.mark.required
@pytest.mark.usefixtures("strace", "quick_rings")
@pytest.mark.parametrize("call", ["pwrite64", "write", "fsync", "ftruncate", "rename"])
def test_a_copy_that_could_not_be_put_back_leaves_the_store_as_it_was(
    tmp_path: Path, program, rounds, tell, call
) -> None:
    runs, problems, old, count = [program("put_back", call, *how) for how in both_ways()], Counter[str](), 0, 0
    before, path = tmp_path / "before", tmp_path / "data" / "intake.db"
    with closing(create_store(before / path.name, PASSPHRASE, now=NOON)) as store:
        store.start("c1", NOON, {})
        add(store, 1)
        made = back_up(Source(store=before / path.name, keys=store.keys), before, Stamp(now=NOON, program="1"))
        made.path.rename(before / "copy.intake")
        add(store, 2)
    for number in range(1, 61, rounds(20, 1)):
        for run in runs:
            shutil.copytree(before, path.parent)
            told = run(path, number)
            problems.update(problems_in(told))
            with closing(open_store(path, PASSPHRASE, now=NOON)) as store:
                found = checked(store)
            assert found == 1 if "1" in told else found in {1, 2}
            old, count = old + (found == 2), count + 1
            shutil.rmtree(path.parent)
    assert set(problems) <= TOLD
    tell(
        f"{call} fails while a copy is put back, {count} runs: told {in_words(problems)}; {old} the old store, all open"
    )


def both_ways() -> list[tuple[str, str]]:
    return [("EIO", WHEN["once"]), ("ENOSPC", WHEN["from then on"])]


def test_a_full_disk_is_told_and_work_goes_on_when_there_is_room(small_disk: Path, rounds, tell) -> None:
    count, chance, told, kept = rounds(5, 50), random.Random(20261122), Counter[str](), 0
    for number in range(count):
        ballast, path = small_disk / "ballast", small_disk / f"{number}.db"
        ballast.write_bytes(bytes(chance.randrange(200_000, 600_000)))
        make_database(path, KEYS)
        problems, acknowledged = filled(path, ballast)
        assert problems
        assert found_in(path) == acknowledged
        told.update(problem.code for problem in problems)
        kept += acknowledged
        for file in small_disk.iterdir():
            file.unlink()
    assert set(told) <= TOLD
    tell(f"disk full {count} times: told {in_words(told)}; {kept} changes acknowledged, 0 lost, all went on with room")


def filled(path: Path, ballast: Path) -> tuple[list[StoreProblem], int]:
    """Write until the disk was full, make room, and write three more; gives what was told, and how many were kept."""
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
    return problems, seq
