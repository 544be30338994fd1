from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from intake_app.storage.tries import note_failure, note_success, tries_path, wait

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "intake.db"


def failed(store: Path, times: int, user_id: str = "anna") -> list[int]:
    return [note_failure(store, user_id, NOON) for _ in range(times)]


def test_failures_are_counted_for_each_user_and_beside_the_store(store: Path) -> None:
    assert failed(store, 3) == [1, 2, 3]
    assert failed(store, 1, "recovery") == [1]
    assert [wait(store, user_id, NOON) for user_id in ("anna", "recovery", "bert")] == [5, 0, 0]
    assert tries_path(store).stat().st_mode & 0o777 == 0o600


def test_the_wait_ends_and_one_more_failure_makes_it_longer(store: Path) -> None:
    failed(store, 3)
    assert [wait(store, "anna", NOON + seconds * SECOND) for seconds in (0, 4, 5)] == [5, 1, 0]
    note_failure(store, "anna", NOON + 5 * SECOND)
    assert wait(store, "anna", NOON + 5 * SECOND) == 15


def test_a_right_passphrase_begins_anew_and_tells_what_came_before(store: Path) -> None:
    failed(store, 4)
    failed(store, 2, "bert")
    assert [note_success(store, "anna"), note_success(store, "anna")] == [4, 0]
    assert note_failure(store, "bert", NOON) == 3
    assert note_success(store, "bert") == 3
    assert not tries_path(store).exists()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b'{"format": 2, "tries": {}}',
        b'{"format": 1, "tries": []}',
        b'{"format": 1, "tries": {"anna": {"count": 0, "last": "2026-11-22T12:00:00+00:00"}}}',
        b'{"format": 1, "tries": {"anna": {"count": 9, "last": "2026-11-22T12:00:00"}}}',
        b"\xff",
    ],
)
def test_a_damaged_file_costs_one_short_wait_and_locks_nobody_out(store: Path, data: bytes) -> None:
    tries_path(store).write_bytes(data)
    assert wait(store, "anna", NOON) == 5
    assert wait(store, "anna", NOON + 5 * SECOND) == 0
    assert note_success(store, "anna") == 3


def test_a_clock_that_was_set_back_costs_one_wait_more_and_locks_nobody_out(store: Path) -> None:
    failed(store, 9)
    before = NOON - timedelta(days=400)
    assert wait(store, "anna", before) == 300
    assert wait(store, "anna", before + 299 * SECOND) == 1
    assert wait(store, "anna", before + 300 * SECOND) == 0


def test_where_nothing_can_be_written_nobody_is_locked_out(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "no space left")

    tries_path(store).write_bytes(b"hurt")
    monkeypatch.setattr("intake_app.storage.tries.write_privately", full)
    assert wait(store, "anna", NOON) == 0
    assert note_failure(store, "anna", NOON) == 1
    assert note_success(store, "anna") == 0
