from __future__ import annotations

from pathlib import Path

import pytest

from intake_app.storage.opening import create_store, open_store
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.salvage import SavedConversation, salvage
from tests.storage.conftest import NOON, PASSPHRASE

PAGE = 4096
COUNT = 40
PAGES_OF_THE_LIST = 2
"""The list of the tables takes so many pages beside the first one; without one of them nothing opens."""


@pytest.fixture
def long(tmp_path: Path, quick_rings: None) -> Path:  # noqa: ARG001  stands for what it does
    """A store of forty conversations of four changes."""
    path = tmp_path / "long" / "intake.db"
    store = create_store(path, PASSPHRASE, now=NOON)
    store.keep_content("questionnaire", "f1", b"the questions of today")
    for number in range(COUNT):
        store.start(f"c{number:02}", NOON, {"questionnaire": "f1"})
        store.append(f"c{number:02}", 0, [b"said " * 60] * 4, b"in short", NOON)
    store.close()
    return path


def hurt(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek(page * PAGE + 1000)
        file.write(b"\x00\x01\x02")


def test_of_a_whole_store_everything_is_handed_out(long: Path) -> None:
    with salvage(long, PASSPHRASE) as found:
        assert (found.faults, len(found.ids), found.content) == ((), COUNT, {"f1": b"the questions of today"})
        one = found.conversation("c07")
    assert (one.is_whole, one.changes[4], one.summary, one.content) == (
        True,
        b"said " * 60,
        b"in short",
        {"questionnaire": "f1"},
    )


def test_the_log_file_of_a_crash_is_read_too(filled: Path) -> None:
    store = open_store(filled, PASSPHRASE, now=NOON)
    store.append("c0", 1, [b"not brought in yet"], b"s", NOON)
    with salvage(filled, PASSPHRASE) as found:
        assert found.conversation("c0").changes[2] == b"not brought in yet"
        assert found.faults == ()
    store.close()


def saved_after_hurting(path: Path, whole: bytes, page: int) -> list[SavedConversation]:
    """What is saved when one page is hurt; what is saved is never something else than was said."""
    path.write_bytes(whole)
    hurt(path, page)
    with salvage(path, PASSPHRASE) as found:
        assert found.faults
        saved = [found.conversation(id_) for id_ in found.ids]
    assert {said for each in saved for said in each.changes.values()} <= {b"said " * 60}
    return saved


def test_a_hurt_page_costs_what_stood_on_it_and_names_it(long: Path) -> None:
    whole = long.read_bytes()
    lost, needs_a_backup = [], 0
    for page in range(1, len(whole) // PAGE):
        try:
            saved = saved_after_hurting(long, whole, page)
        except StoreProblem as problem:
            needs_a_backup += problem.code is StoreCode.DAMAGED
            continue
        assert len(saved) == COUNT
        lost.append(COUNT * 4 - sum(len(each.changes) for each in saved))
        assert sum(len(each.lost) for each in saved) == lost[-1]
    root, others = max(lost), sorted(lost)[:-1]
    assert (root, others[-1] < PAGE // 300) == (COUNT * 4, True)
    assert needs_a_backup == PAGES_OF_THE_LIST


def test_what_is_lost_of_a_conversation_is_told_by_number(long: Path) -> None:
    lost = set()
    for page in range(long.stat().st_size // PAGE - 6, long.stat().st_size // PAGE):
        hurt(long, page)
    with salvage(long, PASSPHRASE) as found:
        for each in map(found.conversation, found.ids):
            assert set(each.lost) | set(each.changes) == set(range(1, each.last_seq + 1))
            lost |= set(each.lost)
    assert lost


def test_reading_leaves_the_file_as_it_is(long: Path) -> None:
    hurt(long, 5)
    before = long.read_bytes()
    with salvage(long, PASSPHRASE) as found:
        found.conversation("c01")
        with pytest.raises(StoreProblem):
            found.conversation("nobody")
    assert long.read_bytes() == before


def test_a_store_whose_first_page_is_hurt_needs_a_backup(long: Path) -> None:
    hurt(long, 0)
    with pytest.raises(StoreProblem) as caught, salvage(long, PASSPHRASE):
        pass
    assert caught.value.code == StoreCode.DAMAGED


def test_a_missing_store_and_a_wrong_passphrase_are_told(filled: Path, tmp_path: Path) -> None:
    for path, passphrase, code in (
        (tmp_path / "none.db", PASSPHRASE, StoreCode.STORE_MISSING),
        (filled, "een heel andere zin", StoreCode.PASSPHRASE_WRONG),
    ):
        with pytest.raises(StoreProblem) as caught, salvage(path, passphrase):
            pass
        assert caught.value.code == code
