"""Walking the steps, on the connection and in the transaction of the caller: all of them, or none."""

from __future__ import annotations

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from intake_app.storage.migrations import s0001_first, s0002_log_and_users, s0003_directory
from intake_app.storage.tables import SCHEMA_KEY, SCHEMA_VERSION

_STEPS = (s0001_first, s0002_log_and_users, s0003_directory)
"""The step at place n leads from schema n to n + 1."""


def migrate(connection: Connection, found: int, wanted: int = SCHEMA_VERSION) -> None:
    """Bring the tables from one version to another, and note that version.

    A step never rebuilds a table that others refer to: dropping the old one would delete their rows.
    """
    op = Operations(MigrationContext.configure(connection))
    for step in _STEPS[found:wanted]:
        step.upgrade(op)
    for step in reversed(_STEPS[wanted:found]):
        step.downgrade(op)
    if wanted:
        noted = {"key": SCHEMA_KEY, "value": str(wanted)}
        connection.execute(text("INSERT OR REPLACE INTO meta (key, value) VALUES (:key, :value)"), noted)
