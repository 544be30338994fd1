"""What stands beside the conversations: content sets by fingerprint, settings, facts about the practice."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects.sqlite import insert

from intake_app.practice.audit import Event
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.tables import CONTENT_SETS, PRACTICE, SETTINGS
from intake_app.storage.transactions import Room


class Shelves(Room):
    """Content sets, settings, and facts about the practice."""

    def keep_content(self, kind: str, fingerprint: str, payload: bytes, *, events: Sequence[Event] = ()) -> None:
        """Keep a content set once; keeping it again does nothing.

        Raises:
            StoreProblem: `content_differs` when other content is kept under this fingerprint.
        """
        values = {"fingerprint": fingerprint}
        with self.transactions.write("content", values, events) as connection:
            row = {"fingerprint": fingerprint, "kind": kind, "payload": payload}
            connection.execute(insert(CONTENT_SETS).values(row).on_conflict_do_nothing())
            chosen = select(CONTENT_SETS.c.kind, CONTENT_SETS.c.payload).where(
                CONTENT_SETS.c.fingerprint == fingerprint
            )
            kept = connection.execute(chosen).one()
            if (kept.kind, kept.payload) != (kind, payload):
                raise StoreProblem(StoreCode.CONTENT_DIFFERS, "content", values)

    def content_set(self, fingerprint: str) -> bytes:
        """A content set as it was kept; raises StoreProblem `unknown_content`."""
        values = {"fingerprint": fingerprint}
        chosen = select(CONTENT_SETS.c.payload).where(CONTENT_SETS.c.fingerprint == fingerprint)
        with self.transactions.read("content", values) as connection:
            found: bytes | None = connection.execute(chosen).scalar_one_or_none()
        if found is None:
            raise StoreProblem(StoreCode.UNKNOWN_CONTENT, "content", values)
        return found

    def setting(self, key: str) -> str | None:
        """A setting of the program; None when it was never set."""
        with self.transactions.read("store") as connection:
            return _fact(connection, SETTINGS, key)

    def set_setting(self, key: str, value: str, *, events: Sequence[Event] = ()) -> None:
        """Set a setting of the program."""
        with self.transactions.write("store", events=events) as connection:
            _set_fact(connection, SETTINGS, key, value)

    def practice(self, key: str) -> str | None:
        """A fact about the practice; None when it was never recorded."""
        with self.transactions.read("store") as connection:
            return _fact(connection, PRACTICE, key)

    def set_practice(self, key: str, value: str, *, events: Sequence[Event] = ()) -> None:
        """Record a fact about the practice."""
        with self.transactions.write("store", events=events) as connection:
            _set_fact(connection, PRACTICE, key, value)


def _fact(connection: Connection, table: Table, key: str) -> str | None:
    return connection.execute(select(table.c.value).where(table.c.key == key)).scalar_one_or_none()


def _set_fact(connection: Connection, table: Table, key: str, value: str) -> None:
    row = insert(table).values(key=key, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": value}))
