"""The tables of the store. What was said lies in sealed payloads; the other columns hold ids and times."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import ForeignKey, LargeBinary, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
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


class Base(DeclarativeBase):
    """The base of all tables."""


class Meta(Base):
    """Facts about the store itself, such as the version of its tables."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class ContentSet(Base):
    """A questionnaire, rule set, list of options or wording, kept once by its fingerprint."""

    __tablename__ = "content_sets"

    fingerprint: Mapped[str] = mapped_column(Text, primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    payload: Mapped[bytes] = mapped_column(LargeBinary)


class ConversationRecord(Base):
    """One conversation: its times, the number of its last change, and a sealed summary for the list.

    `released_at`: when a paper, the journal text or an export last left the program.
    """

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    touched_at: Mapped[datetime] = mapped_column(UtcTime, index=True)
    closed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    released_at: Mapped[datetime | None] = mapped_column(UtcTime)
    last_seq: Mapped[int] = mapped_column(default=0)
    summary_payload: Mapped[bytes | None] = mapped_column(LargeBinary)


class Pin(Base):
    """Which content set of each kind a conversation was held with; such a set cannot be removed."""

    __tablename__ = "conversation_content"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    fingerprint: Mapped[str] = mapped_column(ForeignKey("content_sets.fingerprint", ondelete="RESTRICT"))


class Change(Base):
    """One change of a conversation, sealed; only ever added, in unbroken order from 1."""

    __tablename__ = "changes"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    payload: Mapped[bytes] = mapped_column(LargeBinary)


class Setting(Base):
    """A setting of the program."""

    __tablename__ = "settings"

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class PracticeFact(Base):
    """A fact about the practice, such as which organisation answers for the use of the program."""

    __tablename__ = "practice"

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class LogRow(Base):
    """One event of the log: its body as JSON, and the seal that chains it. The other columns repeat the body.

    Only ever added, in unbroken order from 1. Rows outlive the conversation and the user that they tell of.
    """

    __tablename__ = "log"

    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcTime, index=True)
    code: Mapped[str] = mapped_column(Text)
    user_id: Mapped[str] = mapped_column(Text)
    conversation_id: Mapped[str] = mapped_column(Text, index=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    seal: Mapped[bytes] = mapped_column(LargeBinary)


class Holder(Base):
    """Who works on a conversation: the one it is of (`own`), or who was asked in (`shared`)."""

    __tablename__ = "holders"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[str] = mapped_column(Text, primary_key=True)
    relation: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime] = mapped_column(UtcTime)


class ErasureRow(Base):
    """A request for erasure and what was decided: dates, ids and people, nothing of what was said."""

    __tablename__ = "erasures"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    payload: Mapped[bytes] = mapped_column(LargeBinary)


class GoneRow(Base):
    """A conversation that was erased, purged or removed, and may not come back with a copy that is put back."""

    __tablename__ = "gone"

    conversation_id: Mapped[str] = mapped_column(Text, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    why: Mapped[str] = mapped_column(Text)


class FiguresRow(Base):
    """What is kept of a closed conversation for reports: figures and codes, no date but the month.

    `conversation_id` leads an erasure to it; a purge takes it away, and from then on the row is about nobody.
    """

    __tablename__ = "figures"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    conversation_id: Mapped[str | None] = mapped_column(Text, index=True)
    payload: Mapped[bytes] = mapped_column(LargeBinary)


class DraftRow(Base):
    """What a user was typing when the program locked, sealed; taken away when it was given back."""

    __tablename__ = "drafts"

    user_id: Mapped[str] = mapped_column(Text, primary_key=True)
    payload: Mapped[bytes] = mapped_column(LargeBinary)


class DirectoryRecord(Base):
    """One record of the sociale kaart: an HSDS object as packed JSON. Nothing in it is about a person."""

    __tablename__ = "directory_records"

    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    id: Mapped[str] = mapped_column(Text, primary_key=True)
    payload: Mapped[bytes] = mapped_column(LargeBinary)


class DirectoryBatch(Base):
    """One change of the sociale kaart, of one entry or of thousands, numbered in the order of writing.

    `undone_at`, `undone_by`: when and by whom it was undone; empty where it stands. `undoes`: which batch it undid.
    """

    __tablename__ = "directory_batches"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    user_id: Mapped[str] = mapped_column(Text)
    who: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    about: Mapped[str] = mapped_column(Text)
    added: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    gone: Mapped[int] = mapped_column(default=0)
    undone_at: Mapped[datetime | None] = mapped_column(UtcTime)
    undone_by: Mapped[str | None] = mapped_column(Text)
    undoes: Mapped[int | None]


class DirectoryChange(Base):
    """What a batch did to one record: as it was (none: it was not there), and the mark of how the batch left it.

    A check or a note that a merge moved is one too: `before` is the service that it was about.
    """

    __tablename__ = "directory_changes"

    batch_id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    record_id: Mapped[str] = mapped_column(Text, primary_key=True)
    before: Mapped[bytes | None] = mapped_column(LargeBinary)
    after: Mapped[bytes] = mapped_column(LargeBinary)


class DirectoryCheck(Base):
    """One time that somebody made sure of an entry, or tried to. `batch_id`: the change that came with it."""

    __tablename__ = "directory_checks"

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[str] = mapped_column(Text, index=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    who: Mapped[str] = mapped_column(Text)
    how: Mapped[str] = mapped_column(Text)
    verdict: Mapped[str] = mapped_column(Text)
    about: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    batch_id: Mapped[int | None]


class DirectoryNote(Base):
    """How it went with a service last time; about the service, never about a person."""

    __tablename__ = "directory_notes"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    service_id: Mapped[str] = mapped_column(Text, index=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    who: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
