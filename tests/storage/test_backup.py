from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from intake_app.practice.chain import Anchor
from intake_app.storage import backup as backup_module
from intake_app.storage import keys as key_ring
from intake_app.storage.archive import Archive, check_packed, read_archive
from intake_app.storage.backup import Source, Stamp, anchors_of, back_up, backup_folder, backups_in, thin
from intake_app.storage.copying import census
from intake_app.storage.keys import Keys
from intake_app.storage.opening import open_store, ring_path
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.tables import SCHEMA_VERSION
from tests.storage.conftest import NOON, PASSPHRASE, a_filled_store
from tests.storage.logged import an_event

STAMP = Stamp(now=NOON, program="0.1.0")


@pytest.fixture
def keys(filled: Path) -> Keys:
    return key_ring.unlock(ring_path(filled), PASSPHRASE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "copies"


def a_copy(filled: Path, keys: Keys, folder: Path, now: datetime = NOON) -> Archive:
    return back_up(Source(store=filled, keys=keys), folder, replace(STAMP, now=now))


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_is_one_private_file_that_tells_when(filled: Path, keys: Keys, folder: Path) -> None:
    made = a_copy(filled, keys, folder)
    assert names_in(folder) == ["intake-20261122-120000.intake"]
    assert (made.path.stat().st_mode & 0o777, folder.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_copy_says_what_it_holds(filled: Path, keys: Keys, folder: Path) -> None:
    said = a_copy(filled, keys, folder).manifest
    assert (said.conversations, said.changes, said.content) == (3, 6, ("f1",))
    assert (said.made, said.program, said.store, said.schema) == (NOON, "0.1.0", keys.store_id, SCHEMA_VERSION)


def test_a_copy_says_how_far_the_log_went(filled: Path, keys: Keys, folder: Path) -> None:
    earlier = a_copy(filled, keys, folder)
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store:
        first = store.log.anchor()
        store.log.record(an_event())
        later = a_copy(filled, keys, folder, NOON + timedelta(hours=1))
        assert (earlier.manifest.anchor, later.manifest.anchor) == (first, store.log.anchor())
        assert anchors_of(folder, keys) == (store.log.anchor(), first)
        assert anchors_of(folder, replace(keys, store_key=bytes(32))) == ()
        with store.transactions.write("log") as connection:
            connection.exec_driver_sql("DELETE FROM log WHERE seq = ?", (first.count + 1,))
        found = store.verify(anchors=anchors_of(folder, keys))
    assert [fault.code for fault in found.faults] == [StoreCode.LOG_CUT]


def test_a_copy_of_a_broken_log_is_made_and_says_so(filled: Path, keys: Keys, folder: Path) -> None:
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store, store.transactions.write("log") as connection:
        connection.exec_driver_sql("UPDATE log SET user_id = 'other' WHERE seq = 2")
    made = a_copy(filled, keys, folder)
    assert (made.manifest.log_fault, made.manifest.conversations) == ("broken", 3)


def test_a_copy_of_a_version_without_a_log_is_read(filled: Path, keys: Keys, folder: Path) -> None:
    made = a_copy(filled, keys, folder)
    with zipfile.ZipFile(made.path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    said = json.loads(parts["intake-backup.json"])
    older = json.dumps({name: value for name, value in said.items() if name not in {"events", "head", "log_fault"}})
    parts["intake-backup.json"] = older.encode()
    parts["intake-backup.mark"] = keys.mark_of(b"intake backup\x00" + older.encode()).hex().encode()
    with zipfile.ZipFile(made.path, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    found = read_archive(made.path)
    assert (found.is_made_with(keys), found.manifest.anchor, found.manifest.conversations) == (True, Anchor(), 3)


def test_a_copy_can_be_taken_apart_with_any_tool_and_opens_with_the_key(
    filled: Path, keys: Keys, folder: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(a_copy(filled, keys, folder).path) as file:
        assert json.loads(file.read("intake-backup.json"))["tables"]["conversations"] == 3
        file.extract("store.db", tmp_path)
    assert census(tmp_path / "store.db", keys).tables["changes"] == 6


def test_nothing_of_what_was_said_and_no_key_can_be_read_in_a_copy(filled: Path, keys: Keys, folder: Path) -> None:
    data = a_copy(filled, keys, folder).path.read_bytes()
    for secret in (b"said 1", keys.store_key, keys.content_key, keys.store_key.hex().encode(), b"SQLite format"):
        assert secret not in data


def test_a_copy_is_made_while_the_store_is_open_and_written(filled: Path, keys: Keys, folder: Path) -> None:
    store = open_store(filled, PASSPHRASE, now=NOON)
    store.append("c0", 1, [b"just now"], b"s", NOON)
    made = a_copy(filled, keys, folder)
    store.append("c0", 2, [b"and after"], b"s", NOON)
    store.close()
    assert made.manifest.changes == 7


def test_two_copies_of_one_second_do_not_touch_one_another(filled: Path, keys: Keys, folder: Path) -> None:
    first, second = a_copy(filled, keys, folder), a_copy(filled, keys, folder)
    assert second.path.name == "intake-20261122-120000-2.intake"
    check_packed(first)


def test_progress_is_told_and_ends_at_all(filled: Path, keys: Keys, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    back_up(Source(store=filled, keys=keys), folder, STAMP, lambda done, total: not told.append((done, total)))
    assert all(0 <= done <= total for done, total in told)
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("stop_at", [1, 2, 3])
def test_a_copy_that_is_stopped_leaves_nothing(filled: Path, keys: Keys, folder: Path, stop_at: int) -> None:
    asked: list[int] = []

    def progress(done: int, _: int) -> bool:
        asked.append(done)
        return len(asked) < stop_at

    with pytest.raises(StoreProblem) as caught:
        back_up(Source(store=filled, keys=keys), folder, STAMP, progress)
    assert (caught.value.code, names_in(folder)) == (StoreCode.BACKUP_CANCELLED, [])


def test_of_a_damaged_store_no_copy_is_made(filled: Path, keys: Keys, folder: Path) -> None:
    with filled.open("r+b") as file:
        file.seek(filled.stat().st_size - 2000)
        file.write(b"\x00\x01")
    with pytest.raises(StoreProblem) as caught:
        a_copy(filled, keys, folder)
    assert (caught.value.code, names_in(folder)) == (StoreCode.DAMAGED, [])


def test_a_copy_without_a_key_ring_is_not_made(filled: Path, keys: Keys, folder: Path) -> None:
    for copy in filled.parent.glob("*.json"):
        copy.unlink()
    with pytest.raises(StoreProblem) as caught:
        a_copy(filled, keys, folder)
    assert (caught.value.code, names_in(folder)) == (StoreCode.RING_MISSING, [])


def test_a_copy_that_does_not_count_up_is_thrown_away(
    filled: Path, keys: Keys, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_module, "census", lambda path, keys: replace(census(path, keys), content=("other",)))
    with pytest.raises(StoreProblem) as caught:
        a_copy(filled, keys, folder)
    assert (caught.value.code, names_in(folder)) == (StoreCode.BACKUP_DAMAGED, [])


def test_what_a_broken_off_copy_left_yesterday_is_removed_and_a_growing_one_is_not(
    filled: Path, keys: Keys, folder: Path
) -> None:
    folder.mkdir()
    (folder / "intake-20261121-120000.intake.part").write_bytes(b"half")
    a_copy(filled, keys, folder, datetime.fromtimestamp(folder.stat().st_mtime, NOON.tzinfo))
    assert "intake-20261121-120000.intake.part" in names_in(folder)
    a_copy(filled, keys, folder, NOON + timedelta(days=36500))
    assert not [name for name in names_in(folder) if ".part" in name]


def test_copies_are_listed_newest_first_without_what_is_hurt_or_not_ours(
    filled: Path, keys: Keys, folder: Path
) -> None:
    first = a_copy(filled, keys, folder, NOON - timedelta(days=1))
    second = a_copy(filled, keys, folder)
    (folder / "holiday.intake").write_bytes(b"photographs")
    (folder / "hurt.intake").write_bytes(first.path.read_bytes()[:-50])
    assert [each.path for each in backups_in(folder)] == [second.path, first.path]
    assert backups_in(folder / "none") == ()


def test_thinning_removes_what_is_superfluous_and_nothing_else(
    filled: Path, keys: Keys, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other" / "intake.db"
    a_filled_store(other, conversations=1)
    a_copy(other, key_ring.unlock(ring_path(other), PASSPHRASE), folder, NOON - timedelta(days=3, hours=2))
    early = a_copy(filled, keys, folder, NOON - timedelta(days=3, hours=1))
    for days in (0, 1, 3):
        a_copy(filled, keys, folder, NOON - timedelta(days=days))
    (folder / "hurt.intake").write_bytes(early.path.read_bytes()[:-50])
    before = set(names_in(folder))
    assert thin(folder, keys) == (early.path,)
    assert before - set(names_in(folder)) == {early.path.name}


def test_a_copy_that_only_claims_to_be_of_this_store_stays(filled: Path, keys: Keys, folder: Path) -> None:
    others = replace(keys, store_key=bytes(32))
    a_copy(filled, keys, folder)
    early = a_copy(filled, keys, folder, NOON - timedelta(minutes=1))
    assert (early.is_made_with(keys), early.is_made_with(others)) == (True, False)
    assert thin(folder, others) == ()


def test_copies_go_beside_the_store_unless_told_otherwise(filled: Path) -> None:
    assert backup_folder(filled) == filled.parent / "backups"


@pytest.mark.parametrize(
    "change, code",
    [
        (lambda data: data[:-1], StoreCode.BACKUP_DAMAGED),
        (lambda data: data[:100], StoreCode.BACKUP_DAMAGED),
        (lambda _: b"PK" + bytes(200), StoreCode.BACKUP_FOREIGN),
        (lambda _: b"", StoreCode.BACKUP_FOREIGN),
        (lambda _: b"%PDF-1.7 a letter", StoreCode.BACKUP_FOREIGN),
        (lambda data: data.replace(b"intake-backup/1", b"intake-backup/2"), StoreCode.BACKUP_DAMAGED),
    ],
)
def test_a_file_that_is_no_whole_copy_is_told_with_the_reason(
    filled: Path, keys: Keys, folder: Path, change: Callable[[bytes], bytes], code: StoreCode
) -> None:
    made = a_copy(filled, keys, folder).path
    made.write_bytes(change(made.read_bytes()))
    with pytest.raises(StoreProblem) as caught:
        read_archive(made)
    assert caught.value.code == code


def test_a_zip_of_somebody_else_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("letter.txt", "hello")
    for name, code in (("a.zip", StoreCode.BACKUP_FOREIGN), ("b.zip", StoreCode.BACKUP_MISSING)):
        with pytest.raises(StoreProblem) as caught:
            read_archive(tmp_path / name)
        assert caught.value.code == code


def test_a_full_disk_leaves_no_half_copy_and_the_next_one_succeeds(small_disk: Path, filled: Path, keys: Keys) -> None:
    size = a_copy(filled, keys, filled.parent / "try").path.stat().st_size
    target, ballast = small_disk / "copies", small_disk / "ballast"
    target.mkdir()
    for missing in (2 * size - 8192, size + 8192, size - 8192, 8192, 4096):
        room = os.statvfs(small_disk)
        ballast.write_bytes(bytes(room.f_bavail * room.f_frsize - missing))
        with pytest.raises(StoreProblem) as caught:
            a_copy(filled, keys, target)
        assert (caught.value.code, names_in(target)) == (StoreCode.DISK_FULL, [])
        ballast.unlink()
    assert a_copy(filled, keys, target).manifest.conversations == 3
