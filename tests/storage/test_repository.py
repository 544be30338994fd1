from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import StatementError

from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationStore
from intake_app.storage.tables import CHANGES, CONVERSATION_CONTENT, CONVERSATIONS

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(minutes=1)
MARKER = b"marker 123456782 Jansen"


def code_of(caught: pytest.ExceptionInfo[StoreProblem]) -> StoreCode:
    return caught.value.code


def test_changes_come_back_in_order(store: ConversationStore) -> None:
    assert store.append("c1", 0, [b"one", b"two"], b"s", NOON) == 2
    assert store.append("c1", 2, [b"", bytes(100_000)], b"s", NOON) == 4
    assert store.load("c1") == [b"one", b"two", b"", bytes(100_000)]


def test_changes_come_back_after_closing_and_opening(
    store: ConversationStore, open_again: Callable[[], ConversationStore]
) -> None:
    store.append("c1", 0, [b"one"], b"s", NOON)
    store.close()
    assert open_again().load("c1") == [b"one"]


def test_changes_made_on_an_older_state_are_refused_whole(store: ConversationStore) -> None:
    store.append("c1", 0, [b"one"], b"first", NOON)
    with pytest.raises(StoreProblem) as caught:
        store.append("c1", 0, [b"other", b"more"], b"second", LATER)
    assert (code_of(caught), caught.value.values["last"]) == (StoreCode.STALE, "1")
    assert store.load("c1") == [b"one"]
    assert store.rows()[0].summary == b"first"


def test_changes_made_on_a_state_that_never_was_are_refused(store: ConversationStore) -> None:
    with pytest.raises(StoreProblem) as caught:
        store.append("c1", 7, [b"one"], b"s", NOON)
    assert code_of(caught) == StoreCode.STALE


def test_of_two_windows_on_the_same_state_one_wins_and_the_other_is_told(
    store: ConversationStore, open_again: Callable[[], ConversationStore]
) -> None:
    other = open_again()
    other.append("c1", 0, [b"theirs"], b"s", NOON)
    with pytest.raises(StoreProblem) as caught:
        store.append("c1", 0, [b"ours"], b"s", NOON)
    assert code_of(caught) == StoreCode.STALE
    assert store.load("c1") == [b"theirs"]


def test_a_summary_alone_can_be_renewed(store: ConversationStore) -> None:
    store.append("c1", 0, [b"one"], b"old", NOON)
    assert store.append("c1", 1, [], b"new", LATER) == 1
    assert store.rows()[0].summary == b"new"


def test_the_list_shows_what_was_worked_on_last_first(store: ConversationStore) -> None:
    store.start("c2", LATER, {})
    store.append("c1", 0, [b"one"], b"about c1", LATER + timedelta(seconds=1))
    first, second = store.rows()
    assert (first.id, first.summary, first.last_seq, first.created_at) == ("c1", b"about c1", 1, NOON)
    assert (second.id, second.summary, second.last_seq, second.is_readable) == ("c2", b"", 0, True)


def test_moments_come_back_as_the_same_moment(store: ConversationStore) -> None:
    in_amsterdam = datetime(2026, 11, 22, 13, 0, 0, 5, tzinfo=timezone(timedelta(hours=1)))
    store.start("c2", in_amsterdam, {})
    assert store.rows()[0].created_at == in_amsterdam


def test_a_moment_without_a_time_zone_is_refused(store: ConversationStore) -> None:
    with pytest.raises(StatementError, match="time zone"):
        store.start("c2", NOON.replace(tzinfo=None), {})


def test_a_conversation_is_closed_and_opened_again(store: ConversationStore) -> None:
    store.mark_closed("c1", LATER)
    assert store.rows()[0].closed_at == LATER
    store.mark_closed("c1", None)
    assert store.rows()[0].closed_at is None


def test_a_conversation_begins_once(store: ConversationStore) -> None:
    with pytest.raises(StoreProblem) as caught:
        store.start("c1", NOON, {})
    assert code_of(caught) == StoreCode.CONVERSATION_EXISTS


@pytest.mark.parametrize(
    "call",
    [
        lambda store: store.load("c9"),
        lambda store: store.append("c9", 0, [b"one"], b"s", NOON),
        lambda store: store.delete("c9", NOON, "removed"),
        lambda store: store.content_of("c9"),
        lambda store: store.mark_closed("c9", NOON),
    ],
)
def test_an_unknown_conversation_is_told(store: ConversationStore, call: Callable[[ConversationStore], object]) -> None:
    with pytest.raises(StoreProblem) as caught:
        call(store)
    assert code_of(caught) == StoreCode.UNKNOWN_CONVERSATION


def test_a_conversation_keeps_the_content_it_was_held_with(store: ConversationStore) -> None:
    store.keep_content("questionnaire", "f2", b"the questions of tomorrow")
    assert store.content_of("c1") == {"questionnaire": "f1"}
    assert store.content_set("f1") == b"the questions of today"


def test_content_is_kept_once_and_never_changed(store: ConversationStore) -> None:
    store.keep_content("questionnaire", "f1", b"the questions of today")
    with pytest.raises(StoreProblem) as caught:
        store.keep_content("questionnaire", "f1", b"other questions")
    assert code_of(caught) == StoreCode.CONTENT_DIFFERS
    assert store.content_set("f1") == b"the questions of today"


def test_content_that_was_not_kept_is_told_and_begins_nothing(store: ConversationStore) -> None:
    with pytest.raises(StoreProblem) as caught:
        store.start("c2", NOON, {"questionnaire": "f1", "rules": "f9"})
    assert code_of(caught) == StoreCode.UNKNOWN_CONTENT
    assert [row.id for row in store.rows()] == ["c1"]
    with pytest.raises(StoreProblem):
        store.content_set("f9")


def test_settings_and_practice_facts_are_kept_apart(store: ConversationStore) -> None:
    assert store.setting("lang") is None
    store.set_setting("lang", "nl")
    store.set_setting("lang", "en")
    store.set_practice("lang", "practice")
    assert (store.setting("lang"), store.practice("lang")) == ("en", "practice")


def test_a_removed_conversation_leaves_no_row_behind(store: ConversationStore) -> None:
    store.append("c1", 0, [b"one"], b"s", NOON)
    store.delete("c1", NOON, "removed")
    with store.transactions.read("store") as connection:
        counts = [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (CONVERSATIONS, CHANGES, CONVERSATION_CONTENT)
        ]
    assert counts == [0, 0, 0]


def test_what_was_said_stands_nowhere_in_the_clear(store: ConversationStore, store_path: Path) -> None:
    for seq in range(50):
        store.append("c1", seq, [MARKER], MARKER, NOON)
    during = b"".join(path.read_bytes() for path in store_path.parent.iterdir())
    store.checkpoint()
    after = b"".join(path.read_bytes() for path in store_path.parent.iterdir())
    assert MARKER not in during
    assert MARKER not in after
    assert len(during) > 50 * len(MARKER)


def test_what_was_said_is_sealed_within_the_database_too(store: ConversationStore) -> None:
    store.append("c1", 0, [MARKER], MARKER, NOON)
    with store.transactions.read("store") as connection:
        change = connection.execute(select(CHANGES.c.payload)).scalar_one()
        summary = connection.execute(select(CONVERSATIONS.c.summary_payload)).scalar_one()
    assert MARKER not in change + summary
    assert change != summary


def test_a_whole_store_is_found_whole(store: ConversationStore) -> None:
    store.append("c1", 0, [b"one", b"two"], b"s", NOON)
    found = store.verify()
    assert (found.is_whole, found.conversations, found.changes) == (True, 1, 2)


@pytest.mark.parametrize(
    "tampering",
    [
        delete(CHANGES).where(CHANGES.c.seq == 3),
        delete(CHANGES).where(CHANGES.c.seq == 2),
        update(CHANGES).where(CHANGES.c.seq == 2).values(payload=b"other"),
        update(CHANGES).where(CHANGES.c.seq == 2).values(seq=7),
    ],
)
def test_a_missing_moved_or_changed_change_is_found(store: ConversationStore, tampering: object) -> None:
    store.append("c1", 0, [b"one", b"two", b"three"], b"s", NOON)
    with store.transactions.write("store") as connection:
        connection.execute(tampering)  # type: ignore[call-overload]  # any statement
    with pytest.raises(StoreProblem) as caught:
        store.load("c1")
    assert code_of(caught) == StoreCode.DAMAGED
    assert [fault.values["conversation"] for fault in store.verify().faults] == ["c1"]


def test_a_damaged_summary_hides_no_conversation(store: ConversationStore) -> None:
    store.append("c1", 0, [b"one"], b"s", NOON)
    with store.transactions.write("store") as connection:
        connection.execute(update(CONVERSATIONS).values(summary_payload=b"other"))
    row = store.rows()[0]
    assert (row.id, row.is_readable, row.summary) == ("c1", False, b"")


def test_damage_to_the_file_is_found(
    store: ConversationStore, store_path: Path, open_again: Callable[[], ConversationStore]
) -> None:
    store.append("c1", 0, [bytes(20_000)], b"s", NOON)
    store.close()
    with store_path.open("r+b") as file:
        file.seek(store_path.stat().st_size - 2000)
        file.write(b"\x00\x01")
    assert not open_again().verify().is_whole


def test_one_hurt_page_does_not_hide_the_other_conversations(
    store: ConversationStore, store_path: Path, open_again: Callable[[], ConversationStore]
) -> None:
    for number in range(2, 30):
        store.start(f"c{number}", NOON, {})
        store.append(f"c{number}", 0, [bytes(3000)], b"s", NOON)
    store.close()
    with store_path.open("r+b") as file:
        file.seek(store_path.stat().st_size - 2000)
        file.write(b"\x00\x01")
    found = open_again().verify()
    hurt = [fault.values["conversation"] for fault in found.faults if fault.where == "conversation"]
    assert 1 <= len(hurt) <= 2
    assert found.conversations == 29


def test_a_change_that_nobody_can_read_any_more_is_found(store: ConversationStore) -> None:
    def refuse(payload: bytes) -> None:
        raise StoreProblem(StoreCode.DAMAGED, "change", {"said": str(len(payload))})

    store.append("c1", 0, [b"one"], b"s", NOON)
    assert [fault.values for fault in store.verify(refuse).faults] == [{"conversation": "c1"}]


def test_after_closing_everything_lies_in_the_one_file(store: ConversationStore, store_path: Path) -> None:
    store.append("c1", 0, [b"one"], b"s", NOON)
    store.close()
    assert [path.name for path in store_path.parent.iterdir()] == ["intake.db"]


def test_one_thread_reads_while_another_writes(store: ConversationStore) -> None:
    def write() -> None:
        for seq in range(100):
            store.append("c1", seq, [b"said"], b"s", NOON)

    thread = threading.Thread(target=write)
    thread.start()
    lengths = [len(store.load("c1")) for _ in range(50)]
    thread.join()
    assert lengths == sorted(lengths)
    assert len(store.load("c1")) == 100


def test_ten_thousand_rows_are_listed(store: ConversationStore) -> None:
    record = {"created_at": NOON, "touched_at": NOON, "last_seq": 0}
    rows = [{"id": f"n{number}", **record} for number in range(10_000)]
    with store.transactions.write("store") as connection:
        connection.execute(CONVERSATIONS.insert(), rows)
    assert len(store.rows()) == 10_001
