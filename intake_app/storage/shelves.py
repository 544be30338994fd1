"""What stands beside the conversations: content sets by fingerprint, settings, facts about the practice."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.tables import ContentSet, PracticeFact, Setting


def keep_content(connection: Connection, kind: str, fingerprint: str, payload: bytes) -> None:
    """Keep a content set once; raises StoreProblem `content_differs` when the fingerprint holds another."""
    row = {"fingerprint": fingerprint, "kind": kind, "payload": payload}
    connection.execute(insert(ContentSet).values(row).on_conflict_do_nothing())
    chosen = select(ContentSet.kind, ContentSet.payload).where(ContentSet.fingerprint == fingerprint)
    kept = connection.execute(chosen).one()
    if (kept.kind, kept.payload) != (kind, payload):
        raise StoreProblem(StoreCode.CONTENT_DIFFERS, "content", {"fingerprint": fingerprint})


def content_set(connection: Connection, fingerprint: str) -> bytes:
    """A content set as it was kept; raises StoreProblem `unknown_content`."""
    chosen = select(ContentSet.payload).where(ContentSet.fingerprint == fingerprint)
    found = connection.execute(chosen).scalar_one_or_none()
    if found is None:
        raise StoreProblem(StoreCode.UNKNOWN_CONTENT, "content", {"fingerprint": fingerprint})
    return found


def fact(connection: Connection, table: type[Setting | PracticeFact], key: str) -> str | None:
    """A setting or a fact; None when there is none under this key."""
    return connection.execute(select(table.value).where(table.key == key)).scalar_one_or_none()


def set_fact(connection: Connection, table: type[Setting | PracticeFact], key: str, value: str) -> None:
    """Set a setting or a fact, over the one that was there."""
    row = insert(table).values(key=key, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": value}))
