"""Events that the store logs by itself, because nobody else is there yet: it was made, brought up to date, put back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from intake_app.practice.audit import Actor, Event, EventCode, Purpose
from intake_app.storage.keys import Keys
from intake_app.storage.lock import computer_name


def event_of(code: EventCode, keys: Keys, now: datetime, detail: Mapping[str, str] | None = None) -> Event:
    """An event of the user whose pass phrase opened these keys, on this computer."""
    return Event(
        code=code,
        at=now,
        actor=Actor(id=keys.user.id, name=keys.user.name, roles=keys.user.roles),
        purpose=Purpose.OPERATIONS,
        detail=detail or {},
        computer=computer_name(),
    )
