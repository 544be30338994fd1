from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from intake_app.storage.lock import StoreLock
from intake_app.storage.problems import StoreCode, StoreProblem

HOLDING = """
import sys
from pathlib import Path
from intake_app.storage.lock import StoreLock
lock = StoreLock.take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_program_is_told_who_writes(tmp_path: Path) -> None:
    lock = StoreLock.take(tmp_path / "lock")
    with pytest.raises(StoreProblem) as caught:
        StoreLock.take(tmp_path / "lock")
    assert caught.value.code == StoreCode.IN_USE
    assert caught.value.values == {"process": str(os.getpid())}
    lock.release()


def test_after_release_the_next_one_comes_in(tmp_path: Path) -> None:
    first = StoreLock.take(tmp_path / "lock")
    first.release()
    first.release()
    StoreLock.take(tmp_path / "lock").release()


def test_a_killed_program_leaves_no_lock_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDING, str(tmp_path / "lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(StoreProblem) as caught:
            StoreLock.take(tmp_path / "lock")
        assert caught.value.values == {"process": str(other.pid)}
        other.kill()
        other.wait()
        StoreLock.take(tmp_path / "lock").release()


def test_the_lock_file_is_for_the_owner_only(tmp_path: Path) -> None:
    StoreLock.take(tmp_path / "lock").release()
    assert (tmp_path / "lock").stat().st_mode & 0o777 == 0o600
