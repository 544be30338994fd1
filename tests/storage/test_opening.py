from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake_app.storage import opening
from intake_app.storage.keys import create, keep_anchor
from intake_app.storage.opening import create_store, is_written, open_store, store_exists, who_writes
from intake_app.storage.places import refuse_network_share, ring_path
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.side_log import note
from tests.storage.logged import an_event

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PASSPHRASE = "vier woorden zijn genoeg"  # noqa: S105  opens stores made here only

pytestmark = pytest.mark.usefixtures("quick_rings")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store was made and closed."""
    path = tmp_path / "data" / "intake.db"
    create_store(path, PASSPHRASE, now=NOON).close()
    return path


def code_of_opening(path: Path, passphrase: str = PASSPHRASE) -> StoreCode:
    with pytest.raises(StoreProblem) as caught:
        open_store(path, passphrase, now=NOON)
    return caught.value.code


def test_a_new_store_lies_in_a_private_folder_in_private_files(path: Path) -> None:
    assert path.parent.stat().st_mode & 0o777 == 0o700
    modes = {found.name: found.stat().st_mode & 0o777 for found in path.parent.iterdir()}
    assert modes == dict.fromkeys(
        ["intake.db", "intake.db.keys.json", "intake.db.keys.copy.json", "intake.db.lock"], 0o600
    )


def test_a_store_is_made_closed_and_opened_again(path: Path) -> None:
    first = open_store(path, PASSPHRASE, now=NOON)
    first.start("c1", NOON, {})
    first.append("c1", 0, [b"said"], b"s", NOON)
    first.close()
    again = open_store(path, PASSPHRASE, now=NOON)
    assert (again.load("c1"), again.notices) == ([b"said"], ())
    again.close()


def test_a_wrong_passphrase_opens_nothing_and_locks_nobody_out(path: Path) -> None:
    assert code_of_opening(path, "heel iets anders dan dat") == StoreCode.PASSPHRASE_WRONG
    open_store(path, PASSPHRASE, now=NOON).close()


def test_a_second_program_is_refused_while_the_first_writes(path: Path) -> None:
    first = open_store(path, PASSPHRASE, now=NOON)
    assert code_of_opening(path) == StoreCode.IN_USE
    first.close()
    open_store(path, PASSPHRASE, now=NOON).close()


def test_a_store_that_is_not_there_is_told_and_leaves_no_trace(tmp_path: Path) -> None:
    assert not store_exists(tmp_path / "none.db")
    assert code_of_opening(tmp_path / "none.db") == StoreCode.STORE_MISSING
    assert not list(tmp_path.iterdir())


def test_a_store_is_never_made_over_another(path: Path) -> None:
    with pytest.raises(StoreProblem) as caught:
        create_store(path, PASSPHRASE, now=NOON)
    assert caught.value.code == StoreCode.STORE_EXISTS


def test_making_a_store_that_broke_off_after_the_ring_is_finished(tmp_path: Path) -> None:
    path = tmp_path / "intake.db"
    create(ring_path(path), PASSPHRASE)
    create_store(path, PASSPHRASE, now=NOON).close()
    open_store(path, PASSPHRASE, now=NOON).close()


def test_a_store_without_its_ring_is_told(path: Path) -> None:
    for copy in path.parent.glob("*.json"):
        copy.unlink()
    assert code_of_opening(path) == StoreCode.RING_MISSING


def test_a_store_with_the_ring_of_another_is_told(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    create_store(other, PASSPHRASE, now=NOON).close()
    for copy in path.parent.glob("*.json"):
        (tmp_path / copy.name.replace("intake", "other")).replace(copy)
    assert code_of_opening(path) == StoreCode.DAMAGED


def test_a_replaced_copy_of_the_ring_is_told_by_the_store(path: Path) -> None:
    ring_path(path).write_bytes(b"hurt")
    store = open_store(path, PASSPHRASE, now=NOON)
    assert [notice.code for notice in store.notices] == [StoreCode.RING_COPY_REPLACED]
    store.close()


def test_a_short_passphrase_makes_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem) as caught:
        create_store(tmp_path / "intake.db", "kort", now=NOON)
    assert caught.value.code == StoreCode.PASSPHRASE_SHORT
    assert [found.name for found in tmp_path.iterdir()] == ["intake.db.lock"]


def test_a_network_share_is_refused_before_anything_is_opened(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("22 1 0:21 / / rw shared:1 - nfs4 server:/ rw\n")
    monkeypatch.setattr(opening, "refuse_network_share", lambda folder: refuse_network_share(folder, mounts=mounts))
    assert code_of_opening(path) == StoreCode.NETWORK_SHARE


def test_other_programs_can_say_who_works_in_the_store(path: Path) -> None:
    assert (is_written(path), who_writes(path)) == (False, None)
    store = open_store(path, PASSPHRASE, now=NOON)
    holder = who_writes(path)
    assert (is_written(path), holder.since, holder.user) == (True, NOON, "")
    left_by_a_kill = path.with_name("intake.db.lock").read_bytes()
    store.close()
    path.with_name("intake.db.lock").write_bytes(left_by_a_kill)
    assert who_writes(path) is None


def test_a_new_store_names_its_first_user(tmp_path: Path) -> None:
    path = tmp_path / "intake.db"
    store = create_store(path, PASSPHRASE, name="Sanne de Wit", now=NOON)
    assert (who_writes(path).user, store.keys.user.name) == ("Sanne de Wit", "Sanne de Wit")
    store.close()


def test_a_store_that_is_begun_anew_after_losing_it_has_a_log_of_its_own(path: Path) -> None:
    with closing(open_store(path, PASSPHRASE, now=NOON)) as store:
        store.log.record(an_event(), an_event())
        keep_anchor(ring_path(path), store.keys, store.log.anchor())
    path.unlink()
    create_store(path, PASSPHRASE, now=NOON).close()
    with closing(open_store(path, PASSPHRASE, now=NOON)) as store:
        assert store.notices == ()


@pytest.mark.parametrize(
    "tampering,codes",
    [
        ("SELECT 1", []),
        ("DELETE FROM log WHERE seq = 3", [StoreCode.LOG_CUT]),
        ("UPDATE log SET seal = x'00' WHERE seq = 3", [StoreCode.LOG_CUT]),
        ("DELETE FROM log WHERE seq > 1", [StoreCode.LOG_CUT]),
        ("DROP TABLE log", [StoreCode.DAMAGED]),
    ],
)
def test_a_log_that_lacks_what_the_ring_knows_is_told_and_keeps_nobody_out(
    path: Path, tampering: str, codes: list[StoreCode]
) -> None:
    with closing(open_store(path, PASSPHRASE, now=NOON)) as store:
        store.start("c1", NOON, {}, events=[an_event(), an_event(), an_event()])
        keep_anchor(ring_path(path), store.keys, store.log.anchor())
        store.start("c2", NOON, {}, events=[an_event()])
        with store.transactions.write("log") as connection:
            connection.exec_driver_sql(tampering)
    with closing(open_store(path, PASSPHRASE, now=NOON)) as store:
        assert [notice.code for notice in store.notices] == codes
        assert len(store.rows()) == 2


def test_what_others_noted_while_they_read_is_taken_in_at_opening(path: Path) -> None:
    with closing(open_store(path, PASSPHRASE, now=NOON)) as store:
        note(path, store.keys, an_event(talk="c1"))
    with closing(open_store(path, PASSPHRASE, now=NOON)) as store:
        assert [event.talk for _, event in store.log.events()] == ["c1"]
