from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from intake_app.storage import keys as key_ring
from intake_app.storage import restore as restoring
from intake_app.storage.backup import Source, Stamp, back_up
from intake_app.storage.keys import change_passphrase
from intake_app.storage.opening import open_store, ring_path
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.restore import Present, preview, restore
from intake_app.storage.ring_file import read_ring
from intake_app.storage.tables import Change
from tests.storage.conftest import NOON, PASSPHRASE, a_filled_store, all_of

LATER = NOON + timedelta(days=1)
NEW = "een nieuwe zin van vandaag"


def copied(store: Path) -> Path:
    keys = key_ring.unlock(ring_path(store), PASSPHRASE)
    folder = store.parent.parent / f"copies of {store.parent.name}"
    return back_up(Source(store=store, keys=keys), folder, Stamp(now=NOON, program="0.1.0")).path


@pytest.fixture
def copy(filled: Path) -> Path:
    """A copy of the filled store, in which something was said after it."""
    made = copied(filled)
    store = open_store(filled, PASSPHRASE)
    store.append("c0", 1, [b"said after the copy"], b"s", LATER)
    store.close()
    return made


def code_of_restoring(copy: Path, store: Path, passphrase: str = PASSPHRASE) -> StoreCode:
    """The reason why it is refused; the store is then as it was."""
    before = {path.name: path.read_bytes() for path in store.parent.iterdir() if path.suffix != ".lock"}
    with pytest.raises(StoreProblem) as caught:
        restore(copy, store, passphrase, LATER)
    assert {path.name: path.read_bytes() for path in store.parent.iterdir() if path.suffix != ".lock"} == before
    return caught.value.code


def test_a_copy_brings_every_conversation_back(filled: Path, copy: Path) -> None:
    done = restore(copy, filled, PASSPHRASE, LATER)
    assert (done.verification.is_whole, done.verification.conversations, done.verification.changes) == (True, 3, 6)
    assert all_of(filled) == {f"c{n}": [f"said {seq} ".encode() * 40 for seq in range(n + 1)] for n in range(3)}


def test_what_stood_there_opens_under_a_dated_name(filled: Path, copy: Path) -> None:
    before = all_of(filled)
    kept = restore(copy, filled, PASSPHRASE, LATER).kept
    assert kept == filled.with_name("intake-vervangen-20261123-120000.db")
    assert all_of(kept) == before
    assert before["c0"][-1] == b"said after the copy"


def test_after_restoring_the_two_stores_are_two_files(filled: Path, copy: Path) -> None:
    kept = restore(copy, filled, PASSPHRASE, LATER).kept
    store = open_store(filled, PASSPHRASE)
    store.append("c0", 1, [b"went on"], b"s", LATER)
    store.close()
    assert all_of(kept)["c0"][-1] == b"said after the copy"
    assert {path.stat().st_nlink for path in filled.parent.glob("*.db")} == {1}


def test_only_the_store_the_kept_one_and_their_rings_are_left(filled: Path, copy: Path) -> None:
    restore(copy, filled, PASSPHRASE, LATER)
    stems = ("intake.db", "intake-vervangen-20261123-120000.db")
    wanted = {f"{stem}{end}" for stem in stems for end in ("", ".keys.json", ".keys.copy.json")}
    found = {path.name: path.stat().st_mode & 0o777 for path in filled.parent.iterdir()}
    assert found == dict.fromkeys({*wanted, "intake.db.lock"}, 0o600)


def test_a_copy_is_put_where_no_store_is(copy: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "new computer" / "intake.db"
    done = restore(copy, fresh, PASSPHRASE, LATER)
    assert (done.kept, sorted(all_of(fresh))) == (None, ["c0", "c1", "c2"])


def test_the_preview_tells_what_comes_and_what_goes(filled: Path, copy: Path) -> None:
    found = preview(copy, filled, PASSPHRASE)
    assert (found.made, found.program, found.conversations, found.changes) == (NOON, "0.1.0", 3, 6)
    assert found.is_same_store is True
    assert found.present == Present(conversations=3, changes=7, touched=LATER)


def test_the_preview_of_a_store_that_is_open_changes_nothing(filled: Path, copy: Path) -> None:
    store = open_store(filled, PASSPHRASE)
    assert preview(copy, filled, PASSPHRASE).present == Present(conversations=3, changes=7, touched=LATER)
    store.append("c0", 2, [b"goes on"], b"s", LATER)
    store.close()


def test_the_preview_says_when_nothing_or_nothing_readable_is_there(filled: Path, copy: Path, tmp_path: Path) -> None:
    assert preview(copy, tmp_path / "none.db", PASSPHRASE).present is None
    filled.write_bytes(os.urandom(8192))
    assert preview(copy, filled, PASSPHRASE).present == Present()


def test_todays_passphrase_opens_an_old_copy_and_stays(filled: Path, copy: Path) -> None:
    change_passphrase(ring_path(filled), PASSPHRASE, NEW)
    restore(copy, filled, NEW, LATER)
    assert len(all_of(filled, NEW)) == 3
    with pytest.raises(StoreProblem) as caught:
        open_store(filled, PASSPHRASE)
    assert caught.value.code == StoreCode.PASSPHRASE_WRONG


def test_the_passphrase_of_the_copy_helps_who_forgot_todays(filled: Path, copy: Path) -> None:
    change_passphrase(ring_path(filled), PASSPHRASE, NEW)
    restore(copy, filled, PASSPHRASE, LATER)
    assert len(all_of(filled, PASSPHRASE)) == 3
    assert read_ring(ring_path(filled)).ring.generation == 3


def test_a_wrong_passphrase_changes_nothing(filled: Path, copy: Path) -> None:
    assert code_of_restoring(copy, filled, NEW) == StoreCode.PASSPHRASE_WRONG


def test_a_store_in_use_is_not_replaced(filled: Path, copy: Path) -> None:
    store = open_store(filled, PASSPHRASE)
    with pytest.raises(StoreProblem) as caught:
        restore(copy, filled, PASSPHRASE, LATER)
    assert caught.value.code == StoreCode.IN_USE
    store.close()


def test_a_copy_of_another_store_is_refused_unless_it_is_wanted(filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "intake.db"
    a_filled_store(other, conversations=1)
    copy = copied(other)
    assert preview(copy, filled, PASSPHRASE).is_same_store is False
    assert code_of_restoring(copy, filled) == StoreCode.BACKUP_OF_OTHER
    kept = restore(copy, filled, PASSPHRASE, LATER, other_store=True).kept
    assert (sorted(all_of(filled)), sorted(all_of(kept))) == (["c0"], ["c0", "c1", "c2"])


def test_a_copy_with_a_false_word_about_itself_is_refused(filled: Path, copy: Path) -> None:
    data = copy.read_bytes()
    forged = copy.with_name("forged.intake")
    forged.write_bytes(data.replace(b'"program": "0.1.0"', b'"program": "9.9.9"'))
    assert code_of_restoring(forged, filled) == StoreCode.BACKUP_DAMAGED


def test_a_damaged_store_is_replaced_and_kept_with_its_log_file(filled: Path, copy: Path) -> None:
    damaged = os.urandom(20_000)
    filled.write_bytes(damaged)
    filled.with_name("intake.db-wal").write_bytes(b"a log that fits nothing")
    kept = restore(copy, filled, PASSPHRASE, LATER).kept
    assert (kept.read_bytes(), len(all_of(filled))) == (damaged, 3)
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"a log that fits nothing"


def test_a_store_that_lost_its_key_ring_gets_the_one_of_the_copy(filled: Path, copy: Path) -> None:
    for ring in filled.parent.glob("*.json"):
        ring.unlink()
    assert preview(copy, filled, PASSPHRASE).is_same_store is None
    restore(copy, filled, PASSPHRASE, LATER)
    assert len(all_of(filled)) == 3


def test_a_conversation_that_was_hurt_when_it_was_copied_comes_back_and_is_told(filled: Path) -> None:
    store = open_store(filled, PASSPHRASE)
    with store._writing.begin() as connection:
        connection.execute(update(Change).where(Change.conversation_id == "c2", Change.seq == 2).values(payload=b"x"))
    store.close()
    done = restore(copied(filled), filled, PASSPHRASE, LATER)
    assert [fault.values["conversation"] for fault in done.verification.faults] == ["c2"]


def test_what_cannot_be_moved_leaves_one_name_for_the_store(
    filled: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "no", str(folder))

    monkeypatch.setattr(restoring, "sync_folder", refuse)
    assert code_of_restoring(copy, filled) == StoreCode.NOT_PERMITTED
    assert filled.stat().st_nlink == 1
    assert all_of(filled)["c0"][-1] == b"said after the copy"


def test_a_full_disk_leaves_the_store_as_it_was(small_disk: Path, filled: Path, copy: Path) -> None:
    place = small_disk / "intake.db"
    for file in filled.parent.iterdir():
        shutil.copyfile(file, small_disk / file.name)
    room = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(bytes(room.f_bavail * room.f_frsize - 20_000))
    with pytest.raises(StoreProblem) as caught:
        restore(copy, place, PASSPHRASE, LATER)
    assert caught.value.code == StoreCode.DISK_FULL
    (small_disk / "ballast").unlink()
    assert all_of(place)["c0"][-1] == b"said after the copy"
    assert not list(small_disk.glob("*restoring*"))
