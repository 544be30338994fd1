from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from intake_app.storage.engine import open_database
from intake_app.storage.keys import Keys
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationStore
from intake_app.storage.tables import DRAFTS, FIGURES
from tests.storage.conftest import NOON
from tests.storage.logged import an_event

LATER = NOON + timedelta(minutes=1)


@pytest.fixture
def administrator(store_path: Path, keys: Keys) -> Iterator[ConversationStore]:
    """The same store for somebody who does not hold the content key."""
    without = replace(keys, content_key=None)
    opened = ConversationStore(open_database(store_path, without), without)
    yield opened
    opened.close()


def test_that_a_talk_is_gone_is_remembered_with_the_reason(store: ConversationStore) -> None:
    store.start("c2", NOON, {})
    store.delete("c2", LATER, "erased")
    store.delete("c1", NOON, "removed")
    assert store.gone() == [("c1", NOON, "removed"), ("c2", LATER, "erased")]


@pytest.mark.parametrize("why, left", [("removed", []), ("erased", []), ("purged", [("g2", None, b"figures 2")])])
def test_figures_go_with_their_talk_unless_it_was_purged(
    store: ConversationStore, why: str, left: list[tuple[str, str | None, bytes]]
) -> None:
    store.keep_figures("g1", "c1", b"figures 1")
    store.keep_figures("g2", "c1", b"figures 2")
    store.keep_figures("g3", "c3", b"of another")
    store.delete("c1", NOON, why)  # type: ignore[arg-type]  # one of the three words
    assert store.figures() == [*left, ("g3", "c3", b"of another")]


def test_figures_are_sealed_within_the_database(store: ConversationStore) -> None:
    store.keep_figures("g1", "c1", b"flag suicidality")
    with store.transactions.read("store") as connection:
        assert b"suicid" not in connection.execute(select(FIGURES.c.payload)).scalar_one()


def test_a_request_for_erasure_is_kept_and_decided(store: ConversationStore) -> None:
    store.keep_erasure("e1", NOON, b"open")
    store.keep_erasure("e2", LATER, b"open")
    store.keep_erasure("e1", NOON, b"granted")
    assert store.erasures() == [("e2", LATER, b"open"), ("e1", NOON, b"granted")]


def test_a_draft_stays_for_its_user_only_until_there_is_another(store: ConversationStore) -> None:
    store.keep_draft("u1", "eerst")
    store.keep_draft("u1", "wat ik typte: é")
    typed = "wat ik typte: é"
    assert (store.draft_of("u2"), store.draft_of("u1"), store.draft_of("u1")) == ("", typed, typed)


def test_a_draft_is_sealed_for_its_user(store: ConversationStore) -> None:
    store.keep_draft("u1", "wat ik typte")
    with store.transactions.write("store") as connection:
        assert b"typte" not in connection.execute(select(DRAFTS.c.payload)).scalar_one()
        connection.execute(DRAFTS.update().values(user_id="u2"))
    with pytest.raises(StoreProblem) as caught:
        store.draft_of("u2")
    assert caught.value.code == StoreCode.DAMAGED


@pytest.mark.parametrize(
    "call",
    [
        lambda store: store.load("c1"),
        lambda store: store.rows(),
        lambda store: store.append("c1", 1, [b"two"], b"s", NOON),
        lambda store: store.keep_figures("g1", "c1", b"x"),
        lambda store: store.figures(),
        lambda store: store.keep_draft("u1", "x"),
        lambda store: store.draft_of("u1"),
    ],
)
def test_who_does_not_hold_the_content_key_reads_nothing_that_was_said(
    store: ConversationStore, administrator: ConversationStore, call: Callable[[ConversationStore], object]
) -> None:
    store.append("c1", 0, [b"one"], b"s", NOON)
    with pytest.raises(StoreProblem) as caught:
        call(administrator)
    assert caught.value.code == StoreCode.CONTENT_CLOSED
    assert store.load("c1") == [b"one"]


def test_who_does_not_hold_the_content_key_does_all_the_rest(
    store: ConversationStore, administrator: ConversationStore
) -> None:
    store.append("c1", 0, [b"one", b"two"], b"s", NOON)
    administrator.set_setting("lang", "nl", events=[an_event()])
    administrator.log.record(an_event())
    administrator.mark_closed("c1", NOON)
    assert [len(administrator.log.events()), administrator.setting("lang")] == [2, "nl"]
    administrator.delete("c1", NOON, "erased")
    assert [row.id for row in store.rows()] == []


def test_who_does_not_hold_the_content_key_still_finds_that_a_change_is_missing(
    store: ConversationStore, administrator: ConversationStore
) -> None:
    def refuse(payload: bytes) -> None:
        raise AssertionError(payload)

    store.append("c1", 0, [b"one", b"two", b"three"], b"s", NOON)
    found = administrator.verify(refuse)
    assert (found.is_whole, found.conversations, found.changes) == (True, 1, 3)
    with store.transactions.write("store") as connection:
        connection.exec_driver_sql("DELETE FROM changes WHERE seq = 2")
    assert [fault.values["conversation"] for fault in administrator.verify(refuse).faults] == ["c1"]
