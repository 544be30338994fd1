"""Schema 1: conversations with their changes, content and settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

_CONVERSATION = "conversations.id"


def upgrade(op: Operations) -> None:
    """Make the first tables."""
    for name in ("meta", "settings", "practice"):
        op.create_table(name, sa.Column("key", sa.Text, primary_key=True), _text("value"))
    op.create_table(
        "content_sets", sa.Column("fingerprint", sa.Text, primary_key=True), _text("kind"), _bytes("payload")
    )
    op.create_table(
        "conversations",
        sa.Column("id", sa.Text, primary_key=True),
        _text("created_at"),
        _text("touched_at"),
        sa.Column("closed_at", sa.Text),
        sa.Column("last_seq", sa.Integer, nullable=False),
        sa.Column("summary_payload", sa.LargeBinary),
    )
    op.create_index("ix_conversations_touched_at", "conversations", ["touched_at"])
    op.create_table(
        "conversation_content",
        sa.Column("conversation_id", sa.Text, sa.ForeignKey(_CONVERSATION, ondelete="CASCADE"), primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column(
            "fingerprint", sa.Text, sa.ForeignKey("content_sets.fingerprint", ondelete="RESTRICT"), nullable=False
        ),
    )
    op.create_table(
        "changes",
        sa.Column("conversation_id", sa.Text, sa.ForeignKey(_CONVERSATION, ondelete="CASCADE"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
        _text("at"),
        _bytes("payload"),
    )


def downgrade(op: Operations) -> None:
    """Leave nothing."""
    for name in ("changes", "conversation_content", "conversations", "content_sets", "practice", "settings", "meta"):
        op.drop_table(name)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)
