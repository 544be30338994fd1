from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from intake_app.practice.rights import Relation
from intake_app.storage.engine import open_database
from intake_app.storage.keys import Keys
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationStore
from tests.storage.conftest import NOON

LATER = NOON + timedelta(minutes=1)


def test_a_talk_is_of_who_began_it_and_shared_with_who_was_asked_in(store: ConversationStore) -> None:
    store.start("c2", NOON, {}, holder="u1")
    store.hand_over("c2", {"u3": Relation.SHARED}, LATER + timedelta(minutes=1))
    store.hand_over("c2", {"u2": Relation.SHARED}, LATER)
    assert store.holders("c2") == [("u1", Relation.OWN), ("u2", Relation.SHARED), ("u3", Relation.SHARED)]
    assert store.relations_of("u2") == {"c2": Relation.SHARED}
    assert (store.holders("c1"), store.relations_of("u9")) == ([], {})


def test_a_talk_is_handed_over(store: ConversationStore) -> None:
    store.start("c2", NOON, {}, holder="u1")
    store.hand_over("c2", {"u2": Relation.SHARED}, NOON)
    store.hand_over("c2", {"u2": Relation.OWN}, LATER)
    store.hand_over("c2", {"u1": None}, NOON)
    assert store.holders("c2") == [("u2", Relation.OWN)]


def test_nobody_holds_a_talk_that_is_not_there(store: ConversationStore) -> None:
    for call in (
        lambda: store.hand_over("c9", {"u1": Relation.OWN}, NOON),
        lambda: store.hand_over("c9", {"u1": None}, NOON),
    ):
        with pytest.raises(StoreProblem) as caught:
            call()
        assert caught.value.code == StoreCode.UNKNOWN_CONVERSATION


def test_the_holders_of_a_removed_talk_are_forgotten(store: ConversationStore) -> None:
    store.start("c2", NOON, {}, holder="u1")
    store.delete("c2", LATER, "removed")
    assert store.relations_of("u1") == {}


def test_times_and_holder_are_told_without_opening_anything(
    store: ConversationStore, store_path: Path, keys: Keys
) -> None:
    store.start("c2", LATER, {}, holder="u1")
    store.hand_over("c2", {"u2": Relation.SHARED}, LATER)
    store.append("c2", 0, [b"said"], b"in short", LATER + timedelta(minutes=1))
    store.mark_closed("c2", LATER)
    store.mark_released("c2", LATER + timedelta(minutes=2))
    closed_keys = replace(keys, content_key=None)
    administrator = ConversationStore(open_database(store_path, closed_keys), closed_keys)
    first, second = administrator.conversations_meta()
    administrator.close()
    assert (first.id, first.holder, first.created_at, first.closed_at) == ("c2", "u1", LATER, LATER)
    assert (first.touched_at, first.released_at) == (LATER + timedelta(minutes=1), LATER + timedelta(minutes=2))
    assert (second.id, second.holder, second.closed_at, second.released_at) == ("c1", "", None, None)
