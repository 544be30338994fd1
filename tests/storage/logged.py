"""Events for tests of the log, and a conversation whose every change is told in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from intake_app.practice.audit import Actor, Event, EventCode
from intake_app.practice.users import Role
from intake_app.storage.repository import ConversationStore

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SANNE = Actor(id="u1", name="Sanne", roles=frozenset({Role.CLINICIAN}))
JORIS = Actor(id="u2", name="Joris", roles=frozenset({Role.ASSISTANT}))


def an_event(
    code: EventCode = EventCode.TALK_READ, *, talk: str = "", actor: Actor = SANNE, minute: int = 0, **detail: str
) -> Event:
    return Event(code=code, at=NOON + timedelta(minutes=minute, microseconds=7), actor=actor, talk=talk, detail=detail)


def changed(talk: str, first: int, last: int, *, minute: int = 0) -> Event:
    return an_event(EventCode.TALK_CHANGED, talk=talk, minute=minute, **{"from": str(first), "to": str(last)})


def talk_on(store: ConversationStore, talk: str, changes: int) -> None:
    """Begin a conversation and add changes one by one, each with its event."""
    store.start(talk, NOON, {}, holder="u1", events=[an_event(EventCode.TALK_STARTED, talk=talk)])
    for seq in range(1, changes + 1):
        event = changed(talk, seq, seq, minute=seq)
        store.append(talk, seq - 1, [f"said {seq}".encode()], b"s", NOON, events=[event])
