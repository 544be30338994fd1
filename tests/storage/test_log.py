from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select, update

from intake_app.practice.audit import Event, EventCode
from intake_app.practice.chain import Anchor, ChainFault
from intake_app.storage.log import problem_of
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationStore
from intake_app.storage.tables import LOG
from tests.storage.logged import JORIS, NOON, SANNE, an_event, changed, talk_on

pytestmark = pytest.mark.usefixtures("store")


def count_of(store: ConversationStore) -> int:
    with store.transactions.read("log") as connection:
        return connection.execute(select(func.count()).select_from(LOG)).scalar_one()


def test_events_come_back_whole_newest_first(store: ConversationStore) -> None:
    first = an_event(EventCode.UNLOCKED)
    second = an_event(EventCode.TALK_READ, talk="c1", actor=JORIS, minute=1, object="paper")
    store.log.record(first, second)
    found = store.log.events()
    assert [seq for seq, _ in found] == [2, 1]
    assert [event.body() for _, event in found] == [second.body(), first.body()]


@pytest.mark.parametrize(
    "wanted, numbers",
    [
        ({}, [4, 3, 2, 1]),
        ({"since": NOON + timedelta(minutes=2)}, [4, 3]),
        ({"until": NOON + timedelta(minutes=2)}, [2, 1]),
        ({"user": JORIS.id}, [3]),
        ({"talk": "c1"}, [3, 2]),
        ({"codes": [EventCode.UNLOCKED, EventCode.LOCKED]}, [4, 1]),
        ({"talk": "c1", "user": SANNE.id, "codes": [EventCode.TALK_READ]}, [2]),
        ({"limit": 2}, [4, 3]),
    ],
)
def test_the_log_is_searched(store: ConversationStore, wanted: dict[str, object], numbers: list[int]) -> None:
    store.log.record(an_event(EventCode.UNLOCKED), an_event(talk="c1", minute=1))
    store.log.record(an_event(talk="c1", actor=JORIS, minute=2), an_event(EventCode.LOCKED, minute=3))
    assert [seq for seq, _ in store.log.events(**wanted)] == numbers  # type: ignore[arg-type]  # one kind of word each


def test_the_chain_goes_on_after_closing_and_in_a_second_program(
    store: ConversationStore, open_again: Callable[[], ConversationStore]
) -> None:
    other = open_again()
    for program in (store, other, store):
        program.log.record(an_event())
    assert store.log.anchor() == other.log.anchor()
    assert store.log.check([store.log.anchor()]).anchor.count == 3
    assert [link.seq for link in other.log.links()] == [1, 2, 3]


def write_of_each_kind() -> list[Callable[[ConversationStore, list[Event]], object]]:
    return [
        lambda store, events: store.start("c2", NOON, {}, events=events),
        lambda store, events: store.append("c1", 0, [b"one"], b"s", NOON, events=events),
        lambda store, events: store.mark_closed("c1", NOON, events=events),
        lambda store, events: store.mark_released("c1", NOON, events=events),
        lambda store, events: store.delete("c1", NOON, "removed", events=events),
        lambda store, events: store.keep_content("rules", "f2", b"rules", events=events),
        lambda store, events: store.set_setting("lang", "nl", events=events),
        lambda store, events: store.set_practice("name", "x", events=events),
        lambda store, events: store.keep_erasure("e1", NOON, b"{}", events=events),
        lambda store, events: store.keep_figures("g1", "c1", b"{}", events=events),
    ]


@pytest.mark.parametrize("write", write_of_each_kind())
def test_what_writes_takes_its_events_along(
    store: ConversationStore, write: Callable[[ConversationStore, list[Event]], object]
) -> None:
    write(store, [an_event(talk="c1"), changed("c1", 1, 1)])
    assert count_of(store) == 2
    assert store.log.check().is_whole


@pytest.mark.parametrize(
    "refused",
    [
        lambda store, events: store.start("c1", NOON, {}, events=events),
        lambda store, events: store.append("c1", 7, [b"one"], b"s", NOON, events=events),
        lambda store, events: store.delete("c9", NOON, "erased", events=events),
        lambda store, events: store.keep_content("rules", "f1", b"other", events=events),
    ],
)
def test_what_is_refused_leaves_no_event(
    store: ConversationStore, refused: Callable[[ConversationStore, list[Event]], object]
) -> None:
    with pytest.raises(StoreProblem):
        refused(store, [an_event(talk="c1")])
    assert count_of(store) == 0


def test_an_event_that_cannot_be_kept_leaves_nothing_written(store: ConversationStore) -> None:
    without_zone = Event(code=EventCode.TALK_CHANGED, at=NOON.replace(tzinfo=None), actor=SANNE)
    with pytest.raises(Exception, match="time zone"):
        store.append("c1", 0, [b"one"], b"s", NOON, events=[without_zone])
    assert (store.load("c1"), count_of(store)) == ([], 0)


def test_a_cut_tail_is_found_by_an_anchor_or_by_the_changes_that_nobody_tells_of(store: ConversationStore) -> None:
    talk_on(store, "c2", 3)
    store.log.record(an_event(EventCode.LOCKED))
    before = store.log.anchor()
    with store.transactions.write("log") as connection:
        connection.execute(delete(LOG).where(LOG.c.seq == 5))
    assert store.log.check().is_whole
    assert store.log.check([before]).fault is ChainFault.CUT
    with store.transactions.write("log") as connection:
        connection.execute(delete(LOG).where(LOG.c.seq == 4))
    found = store.log.check()
    assert (found.fault, found.at) == (ChainFault.CUT, 4)


def test_talks_from_before_there_was_a_log_are_not_missed_in_it(store: ConversationStore) -> None:
    store.append("c1", 0, [b"one"], b"s", NOON)
    store.log.record(an_event(EventCode.STORE_MIGRATED, minute=60))
    assert store.log.check().is_whole
    store.start("c2", NOON + timedelta(hours=2), {})
    store.append("c2", 0, [b"one"], b"s", NOON)
    assert store.log.check().fault is ChainFault.CUT


@pytest.mark.parametrize(
    "column, value",
    [("at", NOON + timedelta(days=1)), ("code", "locked"), ("user_id", "u2"), ("conversation_id", "c2")],
)
def test_a_column_that_differs_from_its_body_is_a_fault(store: ConversationStore, column: str, value: object) -> None:
    store.log.record(an_event(), an_event(talk="c1"), an_event())
    with store.transactions.write("log") as connection:
        connection.execute(update(LOG).where(LOG.c.seq == 2).values({column: value}))
    found = store.log.check()
    assert (found.fault, found.at) == (ChainFault.BROKEN, 2)


@pytest.mark.parametrize("body", [b"", b"no json", b"[]", b'{"format":"other/1"}'])
def test_a_row_that_is_no_event_is_told_by_its_number(store: ConversationStore, body: bytes) -> None:
    store.log.record(an_event(), an_event())
    with store.transactions.write("log") as connection:
        connection.execute(update(LOG).where(LOG.c.seq == 2).values(body=body))
    assert store.log.check().at == 2
    with pytest.raises(StoreProblem) as caught:
        store.log.events()
    assert (caught.value.code, caught.value.values) == (StoreCode.LOG_BROKEN, {"at": "2"})


def test_a_whole_check_of_the_store_counts_the_events_and_tells_what_is_wrong_with_them(
    store: ConversationStore,
) -> None:
    talk_on(store, "c2", 3)
    anchor = store.log.anchor()
    assert (store.verify(anchors=[anchor]).events, store.verify(anchors=[anchor]).is_whole) == (4, True)
    other = Anchor(count=anchor.count, head=bytes(32))
    longer = Anchor(count=anchor.count + 1, head=bytes(32))
    for known, code in ((other, StoreCode.LOG_BROKEN), (longer, StoreCode.LOG_CUT)):
        found = store.verify(anchors=[known])
        assert [(fault.code, fault.where) for fault in found.faults] == [(code, "log")]
    assert problem_of(store.log.check()) is None
