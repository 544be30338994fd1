"""The log in the store: rows that are only ever added, chained, and written together with what they tell of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, insert, select

from intake_app.practice.audit import Event, EventCode, event_from
from intake_app.practice.chain import Anchor, ChainCheck, ChainFault, Link, check_chain, seal_of
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.tables import LOG

if TYPE_CHECKING:
    from intake_app.storage.transactions import Transactions

Ask = Callable[[str], Iterable[Sequence[Any]]]
"""Gives the rows of a statement one by one, on whichever kind of connection."""

FIRST, LAST = "from", "to"
"""In the detail of an event about changes: the numbers of the first and the last one that it tells of."""

LOST = "lost_events"
"""In the detail of `restored`: how many events are known to be lost, because the copy is older than they are."""

_OF_CHANGES = frozenset({EventCode.TALK_CHANGED, EventCode.TALK_CORRECTED, EventCode.TALK_CLOSED})
_AT_ONCE = 500
_NEWEST = select(LOG.c.seq, LOG.c.seal).order_by(LOG.c.seq.desc()).limit(1)
_ROWS = "SELECT seq, at, code, user_id, conversation_id, body, seal FROM log ORDER BY seq"
_TALKS = "SELECT id, created_at, last_seq FROM conversations WHERE last_seq > 0"


class _Told(msgspec.Struct):
    """What a body says of the columns that repeat it, and which changes it tells of."""

    code: str = msgspec.field(name="EventID")
    at: datetime = msgspec.field(name="EventDateTime")
    user_id: str = msgspec.field(name="UserID")
    kind: str = msgspec.field(name="ParticipantObjectIDTypeCode")
    object: str = msgspec.field(name="ParticipantObjectID")
    detail: dict[str, str] = msgspec.field(name="ParticipantObjectDetail")

    def columns(self) -> tuple[str, str, str, str]:
        """Return what must stand beside the body."""
        return _column_of(self.at), self.code, self.user_id, self.talk

    @property
    def talk(self) -> str:
        """The conversation that it is about; "" when it is about none."""
        return self.object if self.kind == "talk" else ""


_DECODER = msgspec.json.Decoder(_Told)


def append(connection: Connection, log_key: bytes, events: Sequence[Event]) -> None:
    """Chain events to the log, within a transaction that writes."""
    if not events:
        return
    newest = anchor(connection)
    head, rows = newest.head, []
    for seq, event in enumerate(events, start=newest.count + 1):
        body = event.body()
        head = seal_of(log_key, head, seq, body)
        rows.append(
            {
                "seq": seq,
                "at": event.at.replace(microsecond=0),
                "code": event.code.value,
                "user_id": event.actor.id,
                "conversation_id": event.talk,
                "body": body,
                "seal": head,
            }
        )
    connection.execute(insert(LOG), rows)


def anchor(connection: Connection) -> Anchor:
    """How many events there are, and the seal of the last one."""
    found = connection.execute(_NEWEST).first()
    return Anchor() if found is None else Anchor(count=found.seq, head=found.seal)


def seal_at(connection: Connection, seq: int) -> bytes | None:
    """The seal of one event; None when there is no such event."""
    return connection.execute(select(LOG.c.seal).where(LOG.c.seq == seq)).scalar_one_or_none()


def check_log(ask: Ask, log_key: bytes, anchors: Iterable[Anchor] = ()) -> ChainCheck:
    """Check the chain, the columns that repeat the bodies, and that the log tells of every change of every talk.

    A row whose columns differ from its body counts as broken. A talk of which changes are kept that no event tells
    of means that the end of the log is missing; talks from before the first event are exempt, and a store without
    any event has no log to miss (its anchors tell when it had).
    """
    seen = _Seen()
    found = check_chain(log_key, seen.links(ask(_ROWS)), anchors)
    if not found.is_whole or not found.anchor.count or not seen.misses_any(ask(_TALKS)):
        return found
    return ChainCheck(anchor=found.anchor, fault=ChainFault.CUT, at=found.anchor.count + 1)


def problem_of(check: ChainCheck) -> StoreProblem | None:
    """What a check of the log found, as a problem of the store; None when it is whole."""
    if check.fault is None:
        return None
    code = StoreCode.LOG_CUT if check.fault is ChainFault.CUT else StoreCode.LOG_BROKEN
    return StoreProblem(code, "log", {"at": str(check.at)})


@dataclass(slots=True)
class _Seen:
    """What passed by while the chain was checked.

    Attributes:
        told: of each conversation the number of the last change that an event tells of.
        older: talks begun until this moment have changes from before there was a log.
    """

    told: dict[str, int] = field(default_factory=dict)
    older: str = ""

    def links(self, rows: Iterable[Sequence[Any]]) -> Iterator[Link]:
        """The rows as links; one that is not as it was written gets a seal that fits nothing."""
        for seq, *columns, body, seal in rows:
            found = _told(body)
            if found is None or tuple(columns) != found.columns() or not isinstance(seal, bytes):
                yield Link(seq=seq, body=b"", seal=b"")
                continue
            self._note(seq, found)
            yield Link(seq=seq, body=body, seal=seal)

    def misses_any(self, talks: Iterable[Sequence[Any]]) -> bool:
        """Whether a talk has changes that no event tells of."""
        return any(last > self.told.get(id_, 0) and created > self.older for id_, created, last in talks)

    def _note(self, seq: int, found: _Told) -> None:
        if found.code in _OF_CHANGES:
            last = found.detail.get(LAST, "")
            if last.isdecimal():
                self.told[found.talk] = max(int(last), self.told.get(found.talk, 0))
        elif seq == 1 and found.code == EventCode.STORE_MIGRATED:
            self.older = _column_of(found.at)


class LogStore:
    """The log of an open store."""

    def __init__(self, transactions: Transactions) -> None:
        """Read and write by these transactions."""
        self._transactions = transactions

    def record(self, *events: Event) -> None:
        """Add events that belong to nothing else that is written; on return they are on the disk."""
        with self._transactions.write("log", events=events):
            pass

    def anchor(self) -> Anchor:
        """How many events there are, and the seal of the last one."""
        with self._transactions.read("log") as connection:
            return anchor(connection)

    def events(  # noqa: PLR0913  each narrows the choice by itself
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        user: str = "",
        talk: str = "",
        codes: Collection[EventCode] = (),
        limit: int | None = None,
    ) -> list[tuple[int, Event]]:
        """Events with their numbers, newest first; what is left out narrows nothing.

        Args:
            since: from this moment on.
            until: before this moment.
            user: the id of who acted.
            talk: the conversation that they are about.
            codes: what happened.
            limit: at most so many.

        Raises:
            StoreProblem: `log_broken` when a row is not as it was written.
        """
        chosen = select(LOG.c.seq, LOG.c.body).order_by(LOG.c.seq.desc()).limit(limit)
        if since is not None:
            chosen = chosen.where(LOG.c.at >= since)
        if until is not None:
            chosen = chosen.where(LOG.c.at < until)
        if user:
            chosen = chosen.where(LOG.c.user_id == user)
        if talk:
            chosen = chosen.where(LOG.c.conversation_id == talk)
        if codes:
            chosen = chosen.where(LOG.c.code.in_(sorted(codes)))
        with self._transactions.read("log") as connection:
            found = connection.execute(chosen).all()
        return [(row.seq, _event(row.seq, row.body)) for row in found]

    def lost_at(self) -> datetime | None:
        """When a copy was last put back that lost the end of the log; None when none did.

        What is known from before then of how far the log went fits it no longer.
        """
        put_back = self.events(codes=[EventCode.RESTORED])
        return next((event.at for _, event in put_back if event.detail.get(LOST, "0") != "0"), None)

    def links(self) -> Iterator[Link]:
        """The whole chain in order, one by one."""
        chosen = select(LOG.c.seq, LOG.c.body, LOG.c.seal).order_by(LOG.c.seq)
        with self._transactions.read("log") as connection:
            for row in connection.execute(chosen).yield_per(_AT_ONCE):
                yield Link(seq=row.seq, body=row.body, seal=row.seal)

    def check(self, anchors: Iterable[Anchor] = ()) -> ChainCheck:
        """Check the whole log, as `check_log` does, against every anchor that is known from outside."""
        with self._transactions.read("log") as connection:
            return check_log(
                lambda asked: connection.exec_driver_sql(asked).yield_per(_AT_ONCE),
                self._transactions.keys.log_key,
                anchors,
            )


def _told(body: object) -> _Told | None:
    if not isinstance(body, bytes):
        return None
    try:
        return _DECODER.decode(body)
    except (msgspec.MsgspecError, ValueError):
        return None


def _event(seq: int, body: bytes) -> Event:
    try:
        return event_from(body)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        raise StoreProblem(StoreCode.LOG_BROKEN, "log", {"at": str(seq)}) from None


def _column_of(at: datetime) -> str:
    """The form in which `UtcTime` keeps a moment."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
