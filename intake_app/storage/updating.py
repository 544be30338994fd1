"""Bringing an older store up to date: first a copy of it, then everything in one transaction.

This loads Alembic, so it is itself loaded only when a store is older.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, exists, insert, literal, select

from intake_app.practice.audit import EventCode
from intake_app.practice.rights import Relation
from intake_app.storage.backup import Source, Stamp, back_up, backup_folder
from intake_app.storage.engine import schema_of, writing
from intake_app.storage.faults import database_problems
from intake_app.storage.happened import event_of
from intake_app.storage.keys import Keys
from intake_app.storage.log import append
from intake_app.storage.migrations.steps import migrate
from intake_app.storage.ring_file import Ring
from intake_app.storage.tables import CONVERSATIONS, HOLDERS, SCHEMA_VERSION


def bring_up_to_date(store: Path, engine: Engine, keys: Keys, first_user: str, stamp: Stamp) -> None:
    """Make a copy of an older store, then bring it up to the tables of today.

    Raises:
        StoreProblem: what keeps a copy from being made, or what the disk refuses. The store is as it was.
    """
    back_up(Source(store=store, keys=keys), backup_folder(store), stamp)
    found = schema_of(engine)
    with database_problems("store"), writing(engine).begin() as connection:
        renew_tables(connection, found, first_user)
        told = {"from": str(found), "to": str(SCHEMA_VERSION)}
        append(connection, keys.log_key, (event_of(EventCode.STORE_MIGRATED, keys, stamp.now, told),))


def renew_tables(connection: Connection, found: int, first_user: str) -> None:
    """Bring the tables up to date within a transaction; talks that are nobody's become the first user's."""
    migrate(connection, found)
    talk = CONVERSATIONS.c
    unheld = select(talk.id, literal(first_user), literal(Relation.OWN.value), talk.created_at).where(
        ~exists().where(HOLDERS.c.conversation_id == talk.id)
    )
    columns = [HOLDERS.c.conversation_id, HOLDERS.c.user_id, HOLDERS.c.relation, HOLDERS.c.since]
    connection.execute(insert(HOLDERS).from_select(columns, unheld))


def first_user_of(ring: Ring) -> str:
    """Whose the talks are from before there were users: the one who made the store."""
    return ring.users[0].user_id
