"""The log as it is read: by the privacy officer, and by the person."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from intake_app.practice.audit import EventCode
from intake_app.practice.users import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class LogQuery:
    """Which events: empty means all. `words` are looked for in names, codes in words, and reasons."""

    since: datetime.date | None = None
    until: datetime.date | None = None
    user: str = ""
    talk: str = ""
    codes: frozenset[EventCode] = frozenset()
    break_glass_only: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One event as it is shown. `what` is the event in words; `talk_opened` tells which talk without naming anybody."""

    seq: int
    at: datetime.datetime
    who: str
    roles: tuple[Role, ...]
    code: EventCode
    what: str
    talk: str = ""
    talk_opened: datetime.datetime | None = None
    succeeded: bool = True
    break_glass: bool = False
    reason: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SawLine:
    """Who saw or changed a talk on one day, for the person: rows of one day, user and kind of event are one."""

    on: datetime.date
    who: str
    roles: tuple[Role, ...]
    what: str
    times: int
    break_glass: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LogCheck:
    """What a check of the log found; `problem` is a sentence, empty when it is whole."""

    events: int
    problem: str = ""


class LogBook(Protocol):
    """The log, for the privacy officer, and "wie heeft mijn gegevens gezien" for the person."""

    def events(self, query: LogQuery) -> tuple[LogLine, ...]:
        """Return the events, newest first. Slow. Reading them is an event too."""

    def export(self, query: LogQuery) -> bytes:
        """Return the events as CSV (UTF-8, semicolons) with NEN 7513's field names. Slow."""

    def check(self) -> LogCheck:
        """Check the whole chain against its anchors: in the key ring, and in the copies beside the store. Slow."""

    def who_saw(self, talks: Sequence[str], since: datetime.date | None = None) -> tuple[SawLine, ...]:
        """Return who saw or changed these talks, oldest first. Slow."""
