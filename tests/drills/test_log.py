"""Somebody changes the log in the open database, with any SQL there is, but cannot make the seals of the chain."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from intake_app.practice.audit import Actor, Event, EventCode
from intake_app.practice.chain import START, Anchor, ChainCheck, ChainFault, seal_of
from intake_app.practice.users import Role
from intake_app.storage.engine import make_database, open_database
from intake_app.storage.keys import Keys
from intake_app.storage.log import check_log
from intake_app.storage.repository import ConversationStore

KEYS = Keys(user_id="owner", store_key=bytes(32), store_salt=bytes(16), content_key=bytes(32))
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TALKS, CHANGES = 12, 6
FEW, MANY = 10, 200
REST = "at, code, user_id, conversation_id, body, seal"

pytestmark = [pytest.mark.drill, pytest.mark.timeout(600)]

Tampering = Callable[[Connection, random.Random, int], None]


def an_event(code: EventCode, chance: random.Random, minute: int, talk: str = "", **detail: str) -> Event:
    user = chance.choice(("u1", "u2", "u3"))
    actor = Actor(id=user, name=f"Naam {user}", roles=frozenset({Role.INTAKER}))
    return Event(code=code, at=NOON + timedelta(minutes=minute), actor=actor, talk=talk, detail=detail)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ConversationStore]:
    """A store with talks that were changed and read in turn, and a log that tells of all of it."""
    path = tmp_path_factory.mktemp("log") / "intake.db"
    make_database(path, KEYS)
    opened, chance = ConversationStore(open_database(path, KEYS), KEYS), random.Random(20261122)
    for number in range(TALKS):
        started = an_event(EventCode.TALK_STARTED, chance, number, f"c{number}")
        opened.start(f"c{number}", NOON, {}, events=[started])
    for seq in range(1, CHANGES + 1):
        for number in range(TALKS):
            talk, told = f"c{number}", {"from": str(seq), "to": str(seq)}
            changed = an_event(EventCode.TALK_CHANGED, chance, 60 * seq + number, talk, **told)
            opened.append(talk, seq - 1, [b"said"], b"s", NOON, events=[changed])
            opened.log.record(an_event(EventCode.TALK_READ, chance, 60 * seq + number, talk))
    yield opened
    opened.close()


@contextmanager
def undone(store: ConversationStore) -> Iterator[Connection]:
    """A transaction that is taken back at the end, so that every round begins with the whole log."""
    with store.transactions.engine.connect() as connection:
        yield connection
        connection.rollback()


def checked(connection: Connection, *anchors: Anchor) -> ChainCheck:
    return check_log(connection.exec_driver_sql, KEYS.log_key, anchors)


def change_a_body(connection: Connection, chance: random.Random, count: int) -> None:
    seq = chance.randint(1, count)
    body = bytearray(connection.exec_driver_sql("SELECT body FROM log WHERE seq = ?", (seq,)).scalar_one())
    place = chance.randrange(len(body))
    body[place] ^= 1 << chance.randrange(8)
    connection.exec_driver_sql("UPDATE log SET body = ? WHERE seq = ?", (bytes(body), seq))


def change_a_column(connection: Connection, chance: random.Random, count: int) -> None:
    column, value = chance.choice(
        [("at", "2020-01-01T00:00:00.000000+00:00"), ("code", "locked"), ("user_id", "u9"), ("conversation_id", "c99")]
    )
    connection.exec_driver_sql(f"UPDATE log SET {column} = ? WHERE seq = ?", (value, chance.randint(1, count)))  # noqa: S608


def delete_in_the_middle(connection: Connection, chance: random.Random, count: int) -> None:
    seq, length = chance.randint(1, count - 4), chance.randint(1, 3)
    connection.exec_driver_sql("DELETE FROM log WHERE seq BETWEEN ? AND ?", (seq, seq + length - 1))
    if chance.random() < 0.5:
        close_the_gap(connection, seq, length)


def close_the_gap(connection: Connection, seq: int, length: int) -> None:
    """Move what follows up; by way of negative numbers, because no number may stand twice at any moment."""
    connection.exec_driver_sql("UPDATE log SET seq = -seq WHERE seq > ?", (seq,))
    connection.exec_driver_sql("UPDATE log SET seq = -seq - ? WHERE seq < 0", (length,))


def swap_two(connection: Connection, chance: random.Random, count: int) -> None:
    one, other = chance.sample(range(1, count + 1), 2)
    for old, new in ((one, -1), (other, one), (-1, other)):
        connection.exec_driver_sql("UPDATE log SET seq = ? WHERE seq = ?", (new, old))


def insert_a_forged_one(connection: Connection, chance: random.Random, count: int) -> None:
    """Put in an event that never was: at the end, or within, where what follows moves on."""
    seq = chance.randint(1, count + 1)
    connection.exec_driver_sql("UPDATE log SET seq = -seq WHERE seq >= ?", (seq,))
    connection.exec_driver_sql("UPDATE log SET seq = -seq + 1 WHERE seq < 0")
    forged = an_event(EventCode.TALK_READ, chance, seq, "c1")
    body, seal = forged.body(), chance.randbytes(32)
    at = forged.at.isoformat(timespec="microseconds")
    row = (seq, at, forged.code.value, forged.actor.id, "c1", body, seal)
    connection.exec_driver_sql(f"INSERT INTO log (seq, {REST}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608


def cut_the_tail(connection: Connection, chance: random.Random, count: int) -> None:
    connection.exec_driver_sql("DELETE FROM log WHERE seq > ?", (count - chance.randint(1, count),))


@pytest.mark.parametrize(
    "tampering",
    [change_a_body, change_a_column, delete_in_the_middle, swap_two, insert_a_forged_one, cut_the_tail],
    ids=lambda each: each.__name__,
)
def test_every_tampering_with_the_log_is_found(
    store: ConversationStore, tampering: Tampering, rounds: Callable[[int, int], int], tell: Callable[[str], None]
) -> None:
    anchor, chance, times = store.log.anchor(), random.Random(tampering.__name__), rounds(FEW, MANY)
    found: list[ChainFault | None] = []
    without_anchor = 0
    for _ in range(times):
        with undone(store) as connection:
            tampering(connection, chance, anchor.count)
            found.append(checked(connection, anchor).fault)
            without_anchor += not checked(connection).is_whole
    assert None not in found
    assert store.log.check([anchor]).is_whole
    told = ", ".join(f"{found.count(fault)} {fault}" for fault in ChainFault if fault in found)
    tell(f"{tampering.__name__}: {times} of {times} found ({told}); without any anchor {without_anchor}")


def replace_all(connection: Connection, key: bytes) -> Anchor:
    """Write the whole log anew as somebody else, each row and each seal fitting the one before."""
    rows = connection.exec_driver_sql("SELECT seq, body FROM log ORDER BY seq").all()
    head = START
    for seq, body in rows:
        other = body.replace(b'"u1"', b'"u2"')
        head = seal_of(key, head, seq, other)
        changes = ("u2" if b'"UserID":"u2"' in other else "u3", other, head, seq)
        connection.exec_driver_sql("UPDATE log SET user_id = ?, body = ?, seal = ? WHERE seq = ?", changes)
    return Anchor(count=len(rows), head=head)


def test_a_whole_other_log_is_found_by_its_seals_or_by_an_anchor(
    store: ConversationStore, rounds: Callable[[int, int], int], tell: Callable[[str], None]
) -> None:
    anchor, chance, times = store.log.anchor(), random.Random(7), rounds(FEW, MANY)
    early = next(link for link in store.log.links() if link.seq == anchor.count // 2)
    for _ in range(times):
        with undone(store) as connection:
            replace_all(connection, chance.randbytes(32))
            assert checked(connection).fault is ChainFault.BROKEN
        with undone(store) as connection:
            made = replace_all(connection, KEYS.log_key)
            assert checked(connection).anchor == made
            assert checked(connection).is_whole
            for known in (anchor, Anchor(count=early.seq, head=early.seal)):
                assert checked(connection, known).fault is ChainFault.DIFFERENT
            longer = replace(anchor, count=anchor.count + 1)
            assert checked(connection, longer).fault is ChainFault.CUT
    tell(f"whole log replaced {times} times without the key: all found; with it {times} times: all found by an anchor")
