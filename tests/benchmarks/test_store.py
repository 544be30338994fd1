"""How long saving one answer takes, and the way from a pass phrase to the list. Ratios judge, the best of several."""

from __future__ import annotations

import datetime
import sqlite3
import statistics
import time
from contextlib import closing

import msgspec
import pytest
from sqlalchemy import (
    Column,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    create_engine,
    event,
    insert,
    update,
)

from intake_app.bootstrap.journal import row_from
from intake_app.conversation.changes import Answered
from intake_app.core.ids import QuestionId
from intake_app.practice.audit import Actor, Event, EventCode
from intake_app.practice.users import Role
from intake_app.storage import keys as key_ring
from intake_app.storage.engine import make_database, open_database
from intake_app.storage.keys import Keys
from intake_app.storage.mapping import change_to_bytes
from intake_app.storage.opening import ring_path
from intake_app.storage.repository import ConversationStore
from intake_app.storage.ring_file import read_ring
from intake_app.storage.sealing import Sealer
from intake_app.storage.tables import CONVERSATIONS
from intake_app.storage.wrapping import cipher_of
from tests.shipped import NOON

ROUNDS, ANSWERS, TALKS = 5, 100, 10_000
MOST_OF_PLAIN, MOST_OF_STRETCHING = 2.0, 3.0
"""One saved answer beside the same write on plain SQLite; unlocking to the list beside stretching the pass phrase."""
PASSPHRASE = "vier woorden zijn genoeg"  # noqa: S105  opens stores made here only
KEYS = Keys(user_id="owner", store_key=bytes(32), store_salt=bytes(16), content_key=bytes(32))
SUMMARY = msgspec.json.encode(
    {
        "opened": NOON,
        "touched": NOON,
        "mode": "quick",
        "gender": "woman",
        "age": 34,
        "about": "weer kunnen slapen en naar het werk durven gaan",
        "standing": "talking",
        "place": "Slaap en rust",
        "next_step": "Bellen met de huisarts over de medicatie",
        "next_on": NOON.date(),
        "asked": 12,
        "in_all": 40,
    }
)
CHANGE = change_to_bytes(Answered(question=QuestionId("sleep_quality"), state="given", value="bad"))


def an_event(seq):
    return Event(
        code=EventCode.TALK_CHANGED,
        at=NOON,
        actor=Actor(id="a" * 32, name="Sanne de Vries", roles=frozenset({Role.CLINICIAN, Role.ADMINISTRATOR})),
        talk="c1",
        detail={"from": str(seq), "to": str(seq)},
        computer="balie-2",
        practice="Huisartsenpraktijk De Linde",
    )


def plain_write(path):
    """Return the same write on plain SQLite: two rows added and one changed in one transaction, of the same sizes."""
    engine = create_engine(f"sqlite:///{path}", module=sqlite3)

    @event.listens_for(engine, "connect")
    def prepare(connection, _):
        connection.isolation_level = None
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()

    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    tables = MetaData()
    ids = [Column("id", Text, primary_key=True), Column("seq", Integer, primary_key=True)]
    changes = Table("changes", tables, *ids, Column("at", Text), Column("payload", LargeBinary))
    words = [Column(name, Text) for name in ("at", "code", "user_id")]
    bodies = [Column("talk", Text, index=True), Column("body", LargeBinary), Column("seal", LargeBinary)]
    log = Table("log", tables, Column("seq", Integer, primary_key=True), *words, *bodies)
    kept = [Column("touched", Text, index=True), Column("last_seq", Integer), Column("summary", LargeBinary)]
    talks = Table("talks", tables, Column("id", Text, primary_key=True), *kept)
    tables.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(talks).values(id="c1", touched=NOON.isoformat(), last_seq=0, summary=b""))
    sealer = Sealer(KEYS.content_key)
    box, summary = sealer.seal_change("c1", 1, CHANGE), sealer.seal_summary("c1", 1, SUMMARY)

    def write(seq):
        at = NOON.isoformat(timespec="microseconds")
        row = {"seq": seq, "at": at, "code": "talk_changed", "user_id": "a" * 32, "talk": "c1"}
        with engine.begin() as connection:
            connection.execute(insert(changes), [{"id": "c1", "seq": seq, "at": at, "payload": box}])
            changed = update(talks).where(talks.c.id == "c1")
            connection.execute(changed.values(touched=at, last_seq=seq, summary=summary))
            connection.execute(insert(log), [{**row, "body": an_event(seq).body(), "seal": bytes(32)}])

    return write


def medians_us(ours, theirs, first):
    """Return the median of each; they take turns, so that what else this computer does meets both."""
    found = ([], [])
    for seq in range(first, first + ANSWERS):
        for write, times in zip((ours, theirs), found, strict=True):
            start = time.perf_counter()
            write(seq)
            times.append((time.perf_counter() - start) * 1e6)
    return tuple(map(statistics.median, found))


@pytest.mark.benchmark
def test_one_answer_is_saved_in_twice_the_time_of_the_same_write_on_plain_sqlite(capsys, tmp_path):
    make_database(tmp_path / "intake.db", KEYS)
    plain = plain_write(tmp_path / "plain.db")
    with closing(ConversationStore(open_database(tmp_path / "intake.db", KEYS), KEYS)) as store:
        store.start("c1", NOON, {})

        def save(seq):
            store.append("c1", seq - 1, [CHANGE], SUMMARY, NOON, events=[an_event(seq)])

        rounds = [medians_us(save, plain, first) for first in range(1, ROUNDS * ANSWERS, ANSWERS)]
        assert store.verify().is_whole
    ours, theirs = min(rounds, key=lambda each: each[0] / each[1])
    with capsys.disabled():
        told = f"one answer saved with its event {ours:.0f} us, the same on plain SQLite {theirs:.0f} us"
        print(f"\n{told}, ratio {ours / theirs:.2f}")  # noqa: T201  the figure
    assert ours / theirs <= MOST_OF_PLAIN


def a_long_list(path):
    """Make a store of many talks behind the pass phrase."""
    keys = key_ring.create(ring_path(path), PASSPHRASE)
    make_database(path, keys)
    sealer = Sealer(keys.content_key)
    with closing(ConversationStore(open_database(path, keys), keys)) as store:
        rows = [
            {
                "id": f"{number:032x}",
                "created_at": NOON,
                "touched_at": NOON + datetime.timedelta(seconds=number * 7919 % TALKS),
                "last_seq": 12,
                "summary_payload": sealer.seal_summary(f"{number:032x}", 12, SUMMARY),
            }
            for number in range(TALKS)
        ]
        with store.transactions.write("store") as connection:
            connection.execute(insert(CONVERSATIONS), rows)


def seconds_of(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@pytest.mark.benchmark
def test_the_list_of_ten_thousand_talks_is_there_soon_after_the_pass_phrase(capsys, tmp_path):
    path = tmp_path / "intake.db"
    a_long_list(path)
    stretch = read_ring(ring_path(path)).ring.users[0].stretch

    def unlock_to_the_list():
        keys = key_ring.unlock(ring_path(path), PASSPHRASE)
        with closing(ConversationStore(open_database(path, keys), keys)) as store:
            shown = [row_from(row.id, row.summary) for row in store.rows()]
        assert (len(shown), shown[0].asked) == (TALKS, 12)

    def stretch_only():
        cipher_of(PASSPHRASE, stretch)

    rounds = [(seconds_of(unlock_to_the_list), seconds_of(stretch_only)) for _ in range(ROUNDS)]
    ours, theirs = min(rounds, key=lambda each: each[0] / each[1])
    with capsys.disabled():
        told = f"unlocked to a list of {TALKS} in {ours * 1e3:.0f} ms, stretching the pass phrase {theirs * 1e3:.0f} ms"
        print(f"\n{told}, ratio {ours / theirs:.2f}")  # noqa: T201  the figure
    assert ours / theirs <= MOST_OF_STRETCHING
