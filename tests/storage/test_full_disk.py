from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake_app.storage.engine import make_database, open_database
from intake_app.storage.keys import Keys
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationStore

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PAYLOAD = bytes(5000)


def a_store_on(folder: Path, keys: Keys) -> ConversationStore:
    make_database(folder / "intake.db", keys)
    store = ConversationStore(open_database(folder / "intake.db", keys), keys)
    store.start("c1", NOON, {})
    return store


def append_until_refused(store: ConversationStore, *, seq: int = 0) -> tuple[int, StoreCode]:
    """Append until the store refuses; gives the last acknowledged number and the reason."""
    while True:
        try:
            seq = store.append("c1", seq, [PAYLOAD], b"s", NOON)
        except StoreProblem as problem:
            return seq, problem.code


def test_a_full_disk_is_told_loses_nothing_and_goes_on_when_there_is_room(small_disk: Path, keys: Keys) -> None:
    (small_disk / "ballast").write_bytes(bytes(300_000))
    store = a_store_on(small_disk, keys)
    acknowledged, code = append_until_refused(store)
    assert (code, store.load("c1")) == (StoreCode.DISK_FULL, [PAYLOAD] * acknowledged)
    (small_disk / "ballast").unlink()
    assert store.append("c1", acknowledged, [b"went on"], b"s", NOON) == acknowledged + 1
    assert store.verify().is_whole
    store.close()


def test_a_full_disk_keeps_nobody_out(small_disk: Path, keys: Keys) -> None:
    store = a_store_on(small_disk, keys)
    acknowledged, _ = append_until_refused(store)
    store.close()
    again = ConversationStore(open_database(small_disk / "intake.db", keys), keys)
    assert len(again.load("c1")) == acknowledged
    again.close()


def test_a_store_at_its_own_limit_is_told_as_full(tmp_path: Path, keys: Keys) -> None:
    store = a_store_on(tmp_path, keys)
    with store.transactions.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 40")
    acknowledged, code = append_until_refused(store)
    assert code == StoreCode.DISK_FULL
    assert len(store.load("c1")) == acknowledged
    store.close()


LIMITED = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from intake_app.storage.engine import open_database
from intake_app.storage.keys import Keys
from intake_app.storage.problems import StoreProblem
from intake_app.storage.repository import ConversationStore

keys = Keys(user_id="owner", store_key=bytes(32), store_salt=bytes(16), content_key=bytes(32))
store = ConversationStore(open_database(Path(sys.argv[1]), keys), keys)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
seq = 0
try:
    while True:
        seq = store.append("c1", seq, [bytes(5000)], b"s", datetime(2026, 11, 22, tzinfo=UTC))
except StoreProblem as problem:
    print(seq, problem.code, len(store.load("c1")))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_write_that_the_system_refuses_is_told_and_loses_nothing(tmp_path: Path) -> None:
    keys = Keys(user_id="owner", store_key=bytes(32), store_salt=bytes(16), content_key=bytes(32))
    a_store_on(tmp_path, keys).close()
    command = [sys.executable, "-c", LIMITED, str(tmp_path / "intake.db")]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert told[1] in {StoreCode.WRITE_FAILED, StoreCode.DISK_FULL}
    assert told[0] == told[2] != "0"
