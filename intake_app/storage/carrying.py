"""What a copy that is put back gets from the store that it replaces: the log since then, and what may not come back."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, select

from intake_app.practice.chain import seal_of
from intake_app.storage.engine import bare_connection
from intake_app.storage.faults import database_problems
from intake_app.storage.keys import Keys
from intake_app.storage.log import anchor
from intake_app.storage.problems import StoreProblem
from intake_app.storage.records import note_gone
from intake_app.storage.tables import CONVERSATIONS, DRAFTS, GONE

_AT_ONCE = 500
_LOG = "SELECT seq, at, code, user_id, conversation_id, body, seal FROM log WHERE seq > {count} ORDER BY seq"
_ADD_TO_LOG = "INSERT INTO log (seq, at, code, user_id, conversation_id, body, seal) VALUES (?, ?, ?, ?, ?, ?, ?)"
_TABLES = (
    ("SELECT conversation_id, at, why FROM gone", "INSERT OR IGNORE INTO gone VALUES (?, ?, ?)"),
    ("SELECT id, at, payload FROM erasures", "INSERT OR REPLACE INTO erasures VALUES (?, ?, ?)"),
)
"""What is read of the present store, and how it is added. The present store knows more of an erasure than the copy."""


def carry_over(present: Path, keys: Keys, connection: Connection) -> None:
    """Bring the events since the copy, and all erasures, from the present store into the restored one.

    Only events whose seals follow on those of the copy are taken. Of a hurt store what can be read comes along. The
    sociale kaart, with its changes, checks and notes, is that of the copy: whoever goes back, goes back with it too.
    """
    newest = anchor(connection)
    count, head = newest.count, newest.head
    for row in _rows(present, keys, _LOG.format(count=count)):
        body, seal = row[5:]
        if row[0] != count + 1 or not hmac.compare_digest(seal, seal_of(keys.log_key, head, row[0], body)):
            break
        connection.exec_driver_sql(_ADD_TO_LOG, row)
        count, head = row[0], seal
    for chosen, added in _TABLES:
        for row in _rows(present, keys, chosen):
            connection.exec_driver_sql(added, row)


def erase(connection: Connection, ids: Collection[str], now: datetime) -> tuple[str, ...]:
    """Remove the talks that are gone, those of these ids too; gives the ids of those that the copy brought back."""
    gone = {row.conversation_id: row for row in connection.execute(select(GONE))}
    talk = CONVERSATIONS.c
    found = [id_ for id_ in connection.scalars(select(talk.id).order_by(talk.id)) if id_ in gone or id_ in ids]
    connection.execute(delete(CONVERSATIONS).where(talk.id.in_(found)))
    if found:  # nobody here may be able to read which draft is about them, and all are as old as the copy
        connection.execute(delete(DRAFTS))
    for id_ in {*gone, *ids}:
        note_gone(connection, id_, now, gone[id_].why if id_ in gone else "erased")
    return tuple(found)


def all_gone(connection: Connection) -> tuple[str, ...]:
    """The ids of the talks that may not come back."""
    return tuple(connection.scalars(select(GONE.c.conversation_id).order_by(GONE.c.conversation_id)))


def _rows(path: Path, keys: Keys, statement: str) -> Iterator[tuple[Any, ...]]:
    """The rows until the end, or until a page that is hurt; none where there is no such table."""
    with (
        suppress(StoreProblem),
        closing(bare_connection(path, keys, to_read=True)) as connection,
        database_problems("store"),
    ):
        cursor = connection.execute(statement)
        while rows := cursor.fetchmany(_AT_ONCE):
            yield from rows
