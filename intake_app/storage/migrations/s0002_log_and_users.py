"""Schema 2: the log, whose talk it is, erasures, figures and drafts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add them. Of what is there, nothing is rewritten."""
    op.add_column("conversations", sa.Column("released_at", sa.Text))
    op.create_table(
        "log",
        sa.Column("seq", sa.Integer, primary_key=True),
        *(_text(name) for name in ("at", "code", "user_id", "conversation_id")),
        _bytes("body"),
        _bytes("seal"),
    )
    op.create_index("ix_log_at", "log", ["at"])
    op.create_index("ix_log_conversation_id", "log", ["conversation_id"])
    op.create_table(
        "holders",
        sa.Column("conversation_id", sa.Text, sa.ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("user_id", sa.Text, primary_key=True),
        _text("relation"),
        _text("since"),
    )
    op.create_table("erasures", sa.Column("id", sa.Text, primary_key=True), _text("at"), _bytes("payload"))
    op.create_table("gone", sa.Column("conversation_id", sa.Text, primary_key=True), _text("at"), _text("why"))
    op.create_table(
        "figures", sa.Column("id", sa.Text, primary_key=True), sa.Column("conversation_id", sa.Text), _bytes("payload")
    )
    op.create_index("ix_figures_conversation_id", "figures", ["conversation_id"])
    op.create_table("drafts", sa.Column("user_id", sa.Text, primary_key=True), _bytes("payload"))


def downgrade(op: Operations) -> None:
    """Take them away."""
    for name in ("drafts", "figures", "gone", "erasures", "holders", "log"):
        op.drop_table(name)
    op.drop_column("conversations", "released_at")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)
