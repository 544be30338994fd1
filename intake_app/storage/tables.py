"""The tables of the store. What was said lies in sealed payloads; the other columns hold ids and times."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

SCHEMA_VERSION = 3
SCHEMA_KEY = "schema"


class UtcTime(TypeDecorator[datetime]):
    """A moment as ISO 8601 text in UTC with microseconds: the order of the texts is the order of time."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy's signature
        """Refuse a moment without a time zone: nobody can say later which one was meant."""
        if value is None:
            return None
        if value.tzinfo is None:
            reason = "a stored moment needs its time zone"
            raise ValueError(reason)
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy's signature
        """Give the moment back in UTC."""
        return None if value is None else datetime.fromisoformat(value)


SCHEMA = MetaData()
"""All tables."""

META = Table(
    "meta",
    SCHEMA,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Facts about the store itself, such as the version of its tables."""

CONTENT_SETS = Table(
    "content_sets",
    SCHEMA,
    Column("fingerprint", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
"""A questionnaire, rule set, list of options or wording, kept once by its fingerprint."""

CONVERSATIONS = Table(
    "conversations",
    SCHEMA,
    Column("id", Text, primary_key=True),
    Column("created_at", UtcTime, nullable=False),
    Column("touched_at", UtcTime, index=True, nullable=False),
    Column("closed_at", UtcTime),
    Column("released_at", UtcTime),
    Column("last_seq", Integer, default=0, nullable=False),
    Column("summary_payload", LargeBinary),
)
"""One conversation: its times, the number of its last change, and a sealed summary for the list.

`released_at`: when a paper, the journal text or an export last left the program.
"""

CONVERSATION_CONTENT = Table(
    "conversation_content",
    SCHEMA,
    Column("conversation_id", ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("fingerprint", ForeignKey("content_sets.fingerprint", ondelete="RESTRICT"), nullable=False),
)
"""Which content set of each kind a conversation was held with; such a set cannot be removed."""

CHANGES = Table(
    "changes",
    SCHEMA,
    Column("conversation_id", ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
"""One change of a conversation, sealed; only ever added, in unbroken order from 1."""

SETTINGS = Table(
    "settings",
    SCHEMA,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""A setting of the program."""

PRACTICE = Table(
    "practice",
    SCHEMA,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""A fact about the practice, such as which organisation answers for the use of the program."""

LOG = Table(
    "log",
    SCHEMA,
    Column("seq", Integer, primary_key=True),
    Column("at", UtcTime, index=True, nullable=False),
    Column("code", Text, nullable=False),
    Column("user_id", Text, nullable=False),
    Column("conversation_id", Text, index=True, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("seal", LargeBinary, nullable=False),
)
"""One event of the log: its body as JSON, and the seal that chains it. The other columns repeat the body.

Only ever added, in unbroken order from 1. Rows outlive the conversation and the user that they tell of.
"""

HOLDERS = Table(
    "holders",
    SCHEMA,
    Column("conversation_id", ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("relation", Text, nullable=False),
    Column("since", UtcTime, nullable=False),
)
"""Who works on a conversation: the one it is of (`own`), or who was asked in (`shared`)."""

ERASURES = Table(
    "erasures",
    SCHEMA,
    Column("id", Text, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
"""A request for erasure and what was decided: dates, ids and people, nothing of what was said."""

GONE = Table(
    "gone",
    SCHEMA,
    Column("conversation_id", Text, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("why", Text, nullable=False),
)
"""A conversation that was erased, purged or removed, and may not come back with a copy that is put back."""

FIGURES = Table(
    "figures",
    SCHEMA,
    Column("id", Text, primary_key=True),
    Column("conversation_id", Text, index=True),
    Column("payload", LargeBinary, nullable=False),
)
"""What is kept of a closed conversation for reports: figures and codes, no date but the month.

`conversation_id` leads an erasure to it; a purge takes it away, and from then on the row is about nobody.
"""

DRAFTS = Table(
    "drafts",
    SCHEMA,
    Column("user_id", Text, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
)
"""What a user was typing when the program locked, sealed; taken away when it was given back."""

DIRECTORY_RECORDS = Table(
    "directory_records",
    SCHEMA,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
)
"""One record of the sociale kaart: an HSDS object as packed JSON. Nothing in it is about a person."""

DIRECTORY_BATCHES = Table(
    "directory_batches",
    SCHEMA,
    Column("id", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("user_id", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("added", Integer, default=0, nullable=False),
    Column("changed", Integer, default=0, nullable=False),
    Column("gone", Integer, default=0, nullable=False),
    Column("undone_at", UtcTime),
    Column("undone_by", Text),
    Column("undoes", Integer),
)
"""One change of the sociale kaart, of one entry or of thousands, numbered in the order of writing.

`undone_at`, `undone_by`: when and by whom it was undone; empty where it stands. `undoes`: which batch it undid.
"""

DIRECTORY_CHANGES = Table(
    "directory_changes",
    SCHEMA,
    Column("batch_id", Integer, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("record_id", Text, primary_key=True),
    Column("before", LargeBinary),
    Column("after", LargeBinary, nullable=False),
)
"""What a batch did to one record: as it was (none: it was not there), and the mark of how the batch left it.

A check or a note that a merge moved is one too: `before` is the service that it was about.
"""

DIRECTORY_CHECKS = Table(
    "directory_checks",
    SCHEMA,
    Column("id", Integer, primary_key=True),
    Column("service_id", Text, index=True, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("batch_id", Integer),
)
"""One time that somebody made sure of an entry, or tried to. `batch_id`: the change that came with it."""

DIRECTORY_NOTES = Table(
    "directory_notes",
    SCHEMA,
    Column("id", Text, primary_key=True),
    Column("service_id", Text, index=True, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("text", Text, nullable=False),
)
"""How it went with a service last time; about the service, never about a person."""
