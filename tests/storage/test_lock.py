from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake_app.storage.lock import LockHolder, StoreLock, computer_name, holder_of, is_held
from intake_app.storage.problems import StoreCode, StoreProblem

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOLDING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from intake_app.storage.lock import StoreLock
lock = StoreLock.take(Path(sys.argv[1]), datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_program_is_told_who_writes(tmp_path: Path) -> None:
    lock = StoreLock.take(tmp_path / "lock", NOON)
    with pytest.raises(StoreProblem) as caught:
        StoreLock.take(tmp_path / "lock", NOON)
    assert caught.value.code == StoreCode.IN_USE
    assert caught.value.values == {"process": str(os.getpid())}
    lock.release()


def test_after_release_the_next_one_comes_in(tmp_path: Path) -> None:
    first = StoreLock.take(tmp_path / "lock", NOON)
    first.release()
    first.release()
    StoreLock.take(tmp_path / "lock", NOON).release()


def test_a_killed_program_leaves_no_lock_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDING, str(tmp_path / "lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(StoreProblem) as caught:
            StoreLock.take(tmp_path / "lock", NOON)
        assert caught.value.values == {"process": str(other.pid)}
        other.kill()
        other.wait()
        StoreLock.take(tmp_path / "lock", NOON).release()


def test_the_lock_file_is_for_the_owner_only(tmp_path: Path) -> None:
    StoreLock.take(tmp_path / "lock", NOON).release()
    assert (tmp_path / "lock").stat().st_mode & 0o777 == 0o600


def test_a_second_program_can_say_who_writes_since_when(tmp_path: Path) -> None:
    lock = StoreLock.take(tmp_path / "lock", NOON)
    lock.tell("Sanne")
    wanted = LockHolder(process=os.getpid(), computer=computer_name(), since=NOON, user="Sanne")
    assert (holder_of(tmp_path / "lock"), is_held(tmp_path / "lock")) == (wanted, True)
    with pytest.raises(StoreProblem) as caught:
        StoreLock.take(tmp_path / "lock", NOON)
    assert "Sanne" not in str(caught.value)
    lock.release()


def test_nothing_is_told_of_a_lock_that_was_let_go_or_never_was(tmp_path: Path) -> None:
    lock = StoreLock.take(tmp_path / "lock", NOON)
    lock.tell("Sanne")
    lock.release()
    for path in (tmp_path / "lock", tmp_path / "none"):
        assert (holder_of(path), is_held(path)) == (None, False)


def test_asking_whether_it_is_held_takes_nothing_and_leaves_no_trace(tmp_path: Path) -> None:
    assert not is_held(tmp_path / "lock")
    assert not list(tmp_path.iterdir())
    (tmp_path / "lock").write_bytes(b"as it was")
    assert not is_held(tmp_path / "lock")
    assert (tmp_path / "lock").read_bytes() == b"as it was"
    StoreLock.take(tmp_path / "lock", NOON).release()
