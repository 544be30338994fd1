"""Schema 3: the sociale kaart with its changes, checks and notes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add them. Of what is there, nothing is rewritten."""
    op.create_table("directory_records", _key("kind"), _key("id"), _bytes("payload"))
    op.create_table(
        "directory_batches",
        sa.Column("id", sa.Integer, primary_key=True),
        *(_text(name) for name in ("at", "user_id", "who", "kind", "about")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("added", "changed", "gone")),
        sa.Column("undone_at", sa.Text),
        sa.Column("undone_by", sa.Text),
        sa.Column("undoes", sa.Integer),
    )
    op.create_table(
        "directory_changes",
        sa.Column("batch_id", sa.Integer, primary_key=True),
        _key("kind"),
        _key("record_id"),
        sa.Column("before", sa.LargeBinary),
        _bytes("after"),
    )
    op.create_table(
        "directory_checks",
        sa.Column("id", sa.Integer, primary_key=True),
        *(_text(name) for name in ("service_id", "at", "who", "how", "verdict", "about", "text")),
        sa.Column("batch_id", sa.Integer),
    )
    op.create_index("ix_directory_checks_service_id", "directory_checks", ["service_id"])
    op.create_table("directory_notes", _key("id"), *(_text(name) for name in ("service_id", "at", "who", "text")))
    op.create_index("ix_directory_notes_service_id", "directory_notes", ["service_id"])


def downgrade(op: Operations) -> None:
    """Take them away."""
    for name in ("notes", "checks", "changes", "batches", "records"):
        op.drop_table(f"directory_{name}")


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)
