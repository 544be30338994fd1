from __future__ import annotations

import os
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from intake_app.practice.audit import Event, EventCode
from intake_app.practice.users import Role
from intake_app.storage import keys as key_ring
from intake_app.storage import restore as restoring
from intake_app.storage import swapping
from intake_app.storage.backup import Source, Stamp, back_up
from intake_app.storage.keys import change_passphrase
from intake_app.storage.opening import open_store
from intake_app.storage.places import ring_path
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.reading import open_to_read
from intake_app.storage.restore import Present, preview, restore, try_out
from intake_app.storage.ring_file import read_ring
from intake_app.storage.ring_users import add_user, block_user, renew_user, users_of
from intake_app.storage.side_log import note
from intake_app.storage.swapping import ring_in_force
from intake_app.storage.tables import CHANGES
from tests.storage.conftest import NOON, PASSPHRASE, a_filled_store, all_of
from tests.storage.logged import an_event, changed
from tests.storage.test_migrations import ITS_PASSPHRASE, STORED

LATER = NOON + timedelta(days=1)
NEW = "een nieuwe zin van vandaag"


def copied(store: Path, name: str = "copies") -> Path:
    keys = key_ring.unlock(ring_path(store), PASSPHRASE)
    folder = store.parent.parent / f"{name} of {store.parent.name}"
    return back_up(Source(store=store, keys=keys), folder, Stamp(now=NOON, program="0.1.0")).path


@pytest.fixture
def copy(filled: Path) -> Path:
    """A copy of the filled store, in which something was said after it."""
    made = copied(filled)
    store = open_store(filled, PASSPHRASE, now=NOON)
    store.append("c0", 1, [b"said after the copy"], b"s", LATER, events=[changed("c0", 2, 2)])
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
    store = open_store(filled, PASSPHRASE, now=NOON)
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
    store = open_store(filled, PASSPHRASE, now=NOON)
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
        open_store(filled, PASSPHRASE, now=NOON)
    assert caught.value.code == StoreCode.PASSPHRASE_WRONG


def test_the_passphrase_of_the_copy_helps_who_forgot_todays(filled: Path, copy: Path) -> None:
    change_passphrase(ring_path(filled), PASSPHRASE, NEW)
    restore(copy, filled, PASSPHRASE, LATER)
    assert len(all_of(filled, PASSPHRASE)) == 3
    assert read_ring(ring_path(filled)).ring.generation > 2


def test_a_wrong_passphrase_changes_nothing(filled: Path, copy: Path) -> None:
    assert code_of_restoring(copy, filled, NEW) == StoreCode.PASSPHRASE_WRONG


def test_a_store_in_use_is_not_replaced(filled: Path, copy: Path) -> None:
    store = open_store(filled, PASSPHRASE, now=NOON)
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
    store = open_store(filled, PASSPHRASE, now=NOON)
    with store.transactions.write("store") as connection:
        connection.execute(
            update(CHANGES).where(CHANGES.c.conversation_id == "c2", CHANGES.c.seq == 2).values(payload=b"x")
        )
    store.close()
    done = restore(copied(filled), filled, PASSPHRASE, LATER)
    assert [fault.values["conversation"] for fault in done.verification.faults] == ["c2"]


def test_what_cannot_be_moved_leaves_one_name_for_the_store(
    filled: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "no", str(folder))

    monkeypatch.setattr(swapping, "sync_folder", refuse)
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


def logged(store: Path, passphrase: str = PASSPHRASE) -> list[Event]:
    """The events of the log, oldest first, from a store whose log is whole."""
    with closing(open_store(store, passphrase, now=LATER)) as opened:
        assert (opened.verify().faults, opened.notices) == ((), ())
        return [event for _, event in reversed(opened.log.events())]


def test_the_log_since_the_copy_comes_along_and_that_it_was_put_back_stands_in_it(filled: Path, copy: Path) -> None:
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store:
        store.log.record(an_event(talk="c1"), an_event(talk="c2"))
    before = logged(filled)
    done = restore(copy, filled, PASSPHRASE, LATER)
    *carried, last = logged(filled)
    assert (carried, last.code, last.at, last.actor.id) == (before, EventCode.RESTORED, LATER, before_user(filled))
    assert last.detail == {"copy": NOON.isoformat(), "erased": "0", "lost_events": "0"}
    assert done.lost_events == 0


def before_user(store: Path) -> str:
    return read_ring(ring_path(store)).ring.users[0].user_id


def test_two_copies_in_turn_lose_no_event(filled: Path, copy: Path) -> None:
    newer = copied(filled, "newer")
    restore(copy, filled, PASSPHRASE, LATER)
    restore(newer, filled, PASSPHRASE, LATER)
    restore(copy, filled, PASSPHRASE, LATER)
    codes = [event.code for event in logged(filled)]
    assert codes == [EventCode.TALK_CHANGED] * 4 + [EventCode.RESTORED] * 3


def test_the_key_ring_knows_the_log_of_the_store_that_was_put_back(filled: Path, copy: Path) -> None:
    restore(copy, filled, PASSPHRASE, LATER)
    with closing(open_store(filled, PASSPHRASE, now=LATER)) as store:
        assert key_ring.anchor_of(ring_path(filled), store.keys) == store.log.anchor()


def test_what_log_is_lost_with_a_damaged_store_is_told(filled: Path, copy: Path) -> None:
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store:
        store.log.record(an_event(), an_event())
        key_ring.keep_anchor(ring_path(filled), store.keys, store.log.anchor())
    filled.write_bytes(os.urandom(20_000))
    assert restore(copy, filled, PASSPHRASE, LATER).lost_events == 3
    assert logged(filled)[-1].detail["lost_events"] == "3"


@pytest.mark.parametrize(
    "tampering,carried",
    [
        ("UPDATE log SET body = x'7b7d' WHERE seq = 4", 0),
        ("UPDATE log SET body = x'7b7d' WHERE seq = 5", 1),
        ("DELETE FROM log WHERE seq = 5", 1),
        ("DROP TABLE log", 0),
    ],
)
def test_only_events_that_follow_on_the_copy_are_taken(filled: Path, copy: Path, tampering: str, carried: int) -> None:
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store:
        store.log.record(*(an_event() for _ in range(4)))
        key_ring.keep_anchor(ring_path(filled), store.keys, store.log.anchor())
        with store.transactions.write("log") as connection:
            connection.exec_driver_sql(tampering)
    done = restore(copy, filled, PASSPHRASE, LATER)
    assert (len(logged(filled)), done.lost_events) == (3 + carried + 1, 5 - carried)


def test_what_was_erased_since_does_not_come_back(filled: Path, copy: Path) -> None:
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store:
        store.delete("c1", NOON, "erased", events=[an_event(EventCode.TALK_ERASED, talk="c1")])
        store.keep_erasure("e1", NOON, b"asked and granted")
    done = restore(copy, filled, PASSPHRASE, LATER)
    assert (done.erased, sorted(all_of(filled))) == (("c1",), ["c0", "c2"])
    with closing(open_store(filled, PASSPHRASE, now=LATER)) as store:
        assert store.gone() == [("c1", NOON, "erased")]
        assert store.erasures() == [("e1", NOON, b"asked and granted")]
    assert b"said 0 said 0" not in filled.read_bytes()
    assert read_ring(ring_path(filled)).ring.gone == ("c1",)


def test_what_the_key_ring_knows_to_be_erased_does_not_come_back_though_the_store_is_lost(
    filled: Path, copy: Path
) -> None:
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store:
        key_ring.keep_gone(ring_path(filled), store.keys, ["c2"])
    filled.unlink()
    assert restore(copy, filled, PASSPHRASE, LATER).erased == ("c2",)
    with closing(open_store(filled, PASSPHRASE, now=LATER)) as store:
        assert ([row.id for row in store.rows()], store.gone()) == (["c0", "c1"], [("c2", LATER, "erased")])
    assert restore(copied(filled, "next"), filled, PASSPHRASE, LATER).erased == ()


def test_figures_of_a_purged_talk_stay_those_of_nobody(filled: Path) -> None:
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store:
        store.keep_figures("f1", "c1", b"figures")
    copy = copied(filled)
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store:
        store.delete("c1", NOON, "purged")
    restore(copy, filled, PASSPHRASE, LATER)
    with closing(open_store(filled, PASSPHRASE, now=LATER)) as store:
        assert store.figures() == [("f1", None, b"figures")]


def test_each_user_puts_back_with_their_own_passphrase(filled: Path, copy: Path) -> None:
    keys = key_ring.unlock(ring_path(filled), PASSPHRASE)
    bea = add_user(ring_path(filled), keys, "Bea", frozenset({Role.ADMINISTRATOR}), NEW)
    assert preview(copy, filled, NEW, user_id=bea.id).user.name == "Bea"
    done = restore(copy, filled, NEW, LATER, user_id=bea.id)
    assert (done.verification.is_whole, done.verification.changes) == (True, 6)
    with closing(open_store(filled, PASSPHRASE, user_id=keys.user_id, now=LATER)) as store:
        assert store.log.events()[0][1].actor.name == "Bea"


def test_the_ring_of_an_older_copy_lets_nobody_in_who_is_kept_out_today(filled: Path) -> None:
    keys = key_ring.unlock(ring_path(filled), PASSPHRASE)
    bea = add_user(ring_path(filled), keys, "Bea", frozenset({Role.ADMINISTRATOR}), NEW)
    copy = back_up(Source(store=filled, keys=keys), filled.parent.parent, Stamp(now=NOON, program="0.1.0")).path
    renew_user(ring_path(filled), keys, bea.id, "weer een andere zin")
    block_user(ring_path(filled), keys, bea.id, blocked=True)
    for passphrase in (NEW, "weer een andere zin"):
        with pytest.raises(StoreProblem) as caught:
            restore(copy, filled, passphrase, LATER, user_id=bea.id)
        assert caught.value.code == StoreCode.USER_BLOCKED
    with pytest.raises(StoreProblem) as caught:
        restore(copy, filled, PASSPHRASE, LATER)
    assert caught.value.code == StoreCode.PASSPHRASE_WRONG


def test_a_copy_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    place = tmp_path / "old" / "gesprekken.db"
    shutil.copytree(STORED, place.parent)
    keys = key_ring.unlock(ring_path(place), ITS_PASSPHRASE)
    copy = back_up(Source(store=place, keys=keys), tmp_path / "copies", Stamp(now=NOON, program="0.1.0")).path
    for store in (place, tmp_path / "new computer" / "intake.db"):
        done = restore(copy, store, ITS_PASSPHRASE, LATER)
        assert (done.verification.is_whole, done.verification.conversations) == (True, 3)
        codes = [event.code for event in logged(store, ITS_PASSPHRASE)]
        assert codes == [EventCode.STORE_MIGRATED, EventCode.RESTORED]
        with closing(open_store(store, ITS_PASSPHRASE, now=LATER)) as opened:
            assert set(opened.relations_of("owner")) == {row.id for row in opened.rows()}


def test_a_copy_is_tried_without_touching_anything(filled: Path, copy: Path) -> None:
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store:
        before = {path.name: path.read_bytes() for path in filled.parent.iterdir()}
        filled.with_name("tried-0011.db").write_bytes(b"what a killed try left")
        assert try_out(copy, store.keys, filled.parent).path == copy
        assert {path.name: path.read_bytes() for path in filled.parent.iterdir()} == before


def test_trying_tells_how_far_it_is_and_can_be_broken_off(
    filled: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "_TOLD_EVERY", 2)
    keys, told = key_ring.unlock(ring_path(filled), PASSPHRASE), list[tuple[int, int]]()
    try_out(copy, keys, filled.parent, lambda done, in_all: not told.append((done, in_all)))
    assert told == [(2, 6), (4, 6), (6, 6)]
    with pytest.raises(StoreProblem) as caught:
        try_out(copy, keys, filled.parent, lambda done, _: done < 4)
    assert caught.value.code == StoreCode.BACKUP_CANCELLED
    assert not list(filled.parent.glob("tried-*"))


def test_a_copy_that_would_not_come_back_whole_does_not_pass(filled: Path, tmp_path: Path) -> None:
    keys = key_ring.unlock(ring_path(filled), PASSPHRASE)
    hurt = update(CHANGES).where(CHANGES.c.conversation_id == "c2").values(payload=b"x")
    store = open_store(filled, PASSPHRASE, now=NOON)
    with closing(store), store.transactions.write("conversation") as connection:
        connection.execute(hurt)
    other = tmp_path / "other" / "intake.db"
    a_filled_store(other, conversations=1)
    for copy, code in ((copied(filled), StoreCode.DAMAGED), (copied(other), StoreCode.BACKUP_OF_OTHER)):
        with pytest.raises(StoreProblem) as caught:
            try_out(copy, keys, filled.parent)
        assert caught.value.code == code


def test_notes_of_who_read_along_go_with_the_store_they_are_of(filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "intake.db"
    a_filled_store(other, conversations=1)
    note(filled, key_ring.unlock(ring_path(filled), PASSPHRASE), an_event(talk="c1"))
    kept = restore(copied(other), filled, PASSPHRASE, LATER, other_store=True).kept
    assert "c1" not in [event.talk for event in logged(filled)]
    assert logged(kept)[-1].talk == "c1"


def break_off(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Have the program end at a step of the swap, with nothing that is tidied up behind it."""

    def end(*_: object, **__: object) -> None:
        monkeypatch.setattr(restoring, "mend", lambda _: None)
        raise KeyboardInterrupt

    monkeypatch.setattr(restoring if hasattr(restoring, name) and name != "write_ring" else swapping, name, end)


@pytest.mark.parametrize(
    "step,is_new",
    [("_merged", False), ("_let_wait", False), ("swap", False), ("_keep_present", False), ("write_ring", True)],
)
def test_another_store_that_was_half_put_back_is_mended_at_the_next_opening(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, is_new: bool
) -> None:
    other = tmp_path / "other" / "intake.db"
    a_filled_store(other, conversations=1)
    copy = copied(other)
    with monkeypatch.context() as patched:
        break_off(patched, step)
        with pytest.raises(KeyboardInterrupt):
            restore(copy, filled, PASSPHRASE, LATER, other_store=True)
    users = {user.name for user in users_of(ring_in_force(filled))}
    with closing(open_to_read(filled, PASSPHRASE)) as reader:
        read = {row.id for row in reader.rows()}
    found = set(all_of(filled))
    assert (found, read) == (({"c0"}, {"c0"}) if is_new else ({"c0", "c1", "c2"}, {"c0", "c1", "c2"}))
    assert users == {""}
    assert not list(filled.parent.glob("*restoring*"))
    assert filled.stat().st_nlink == 1
