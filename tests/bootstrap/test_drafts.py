"""What is being typed is kept by the writing thread: soon, the last of it only, and never in the way."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager

import pytest

from intake_app.conversation.desk import SaveStatus
from intake_app.core.problems import ProblemsError
from intake_app.storage.problems import StoreCode, StoreProblem

PATIENCE_SECONDS = 10.0
MOST_MS = 1.0
"""What holding a draft may cost the drawing thread."""


@contextmanager
def held_disk(desk):
    """Let nothing through to the disk meanwhile."""
    begun, go_on = threading.Event(), threading.Event()

    def wait():
        begun.set()
        go_on.wait()

    desk._door.writer.submit(wait)
    begun.wait()
    yield
    go_on.set()


@pytest.fixture
def kept(team, monkeypatch):
    """Return the drafts that were written, and what to raise at the next ones."""
    store, written, faults = team._door.store, [], []
    keep = store.keep_draft

    def noted(user, draft):
        if faults:
            raise faults.pop()
        written.append(draft)
        keep(user, draft)

    monkeypatch.setattr(store, "keep_draft", noted)
    return written, faults


def wait_until(desk, status):
    end = time.monotonic() + PATIENCE_SECONDS
    while desk.save_state().status is not status and time.monotonic() < end:
        time.sleep(0.01)
    assert desk.save_state().status is status


def test_of_all_that_was_typed_while_the_disk_was_slow_only_the_last_is_written(team, kept):
    written, _ = kept
    with held_disk(team):
        for number in range(100):
            team.hold_draft(f"versie {number}")
    team._door.settle()
    assert written == ["versie 99"]
    assert team.held_draft() == "versie 99"


def test_holding_costs_the_drawing_thread_next_to_nothing(team):
    draft = "een lang verhaal " * 1000
    took = []
    for number in range(50):
        begun = time.perf_counter()
        team.hold_draft(f"{number} {draft}")
        took.append((time.perf_counter() - begun) * 1000)
    assert min(took) < MOST_MS


def test_on_a_full_disk_the_last_draft_waits_says_so_and_is_written_after_all(team, kept):
    written, faults = kept
    faults.append(StoreProblem(StoreCode.DISK_FULL, "store"))
    team.hold_draft("eerst")
    wait_until(team, SaveStatus.FAILED)
    for _ in range(3):
        team.hold_draft("daarna")
    with pytest.raises(ProblemsError):
        team.lock()
    team.retry()
    wait_until(team, SaveStatus.SAVED)
    team.lock()
    assert written == ["daarna"]


def test_after_a_draft_that_could_not_be_written_the_next_one_is(team, kept):
    written, faults = kept
    faults.append(StoreProblem(StoreCode.DAMAGED, "store"))
    team.hold_draft("eerst")
    wait_until(team, SaveStatus.FAILED)
    team.hold_draft("daarna")
    wait_until(team, SaveStatus.SAVED)
    assert written == ["daarna"]


def test_nothing_of_a_draft_lies_open_on_the_disk(team):
    team.hold_draft("zilverreiger achter de dijk")
    team._door.settle()
    team._door.writer.submit(lambda: None).result()  # what is being written is there, and nothing is half written
    files = [path for path in team._door.path.parent.rglob("*") if path.is_file() and path.suffix != ".new"]
    assert files
    assert not [path for path in files if b"zilverreiger" in path.read_bytes()]
