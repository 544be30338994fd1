"""The rights of the person: export, correction, erasure and purge."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Decision(StrEnum):
    """What was decided on a request for erasure."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureRequest:
    """A person asked for erasure of what was said in these talks.

    Attributes:
        asked_on: the day of the written request.
        decided_by, second: the names of the two who decided; empty while it is open.
    """

    id: str
    talks: tuple[str, ...]
    asked_on: datetime.date
    entered_by: str
    decision: Decision = Decision.OPEN
    reason: str = ""
    decided_by: str = ""
    second: str = ""
    decided_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentItem:
    """Something about violence or a child: leaves the program only when ticked. `text` is on screen only."""

    id: str
    talk: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonExport:
    """Everything about one person: JSON by the published schema, and the same to read as PDF."""

    json: bytes
    pdf: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class DueTalk:
    """A talk that will be purged: what it was, and from which day on."""

    talk: str
    opened: datetime.datetime
    on: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeNotice:
    """What will be purged: announced at least a week before it happens, and only after somebody confirmed it."""

    coming: tuple[DueTalk, ...] = field(default=())
    now: tuple[DueTalk, ...] = field(default=())
    days: int = 90


class Persons(Protocol):
    """Export, correction, erasure and purge."""

    def same_person(self, talk: str) -> tuple[str, ...]:
        """Return the talks that may be with the same person (same gender and year of birth), this one first."""

    def silent_items(self, talks: Sequence[str]) -> tuple[SilentItem, ...]:
        """Return what is left out of an export unless it is released; only for who speaks with the person alone."""

    def export(self, talks: Sequence[str], released: Sequence[str], *, alone: bool) -> PersonExport:
        """Make the export. Released items need `alone`: handed over without anybody else. Slow."""

    def correct(self, talk: str, reason: str) -> None:
        """Open a closed talk to correct it on the person's request; the reason is kept in the log."""

    def ask_erasure(self, talks: Sequence[str], asked_on: datetime.date) -> ErasureRequest:
        """Record a written request for erasure."""

    def erasures(self) -> tuple[ErasureRequest, ...]:
        """Return all requests, newest first."""

    def decide_erasure(
        self, request: str, decision: Decision, reason: str, second_user: str, second_passphrase: str
    ) -> ErasureRequest:
        """Decide with a second person, who proves to be there by their pass phrase; granted erases at once. Slow."""

    def certificate_pdf(self, request: str) -> bytes:
        """Make the certificate of an erasure: dates, people, decision, and nothing of what was said. Slow."""

    def purge_notice(self) -> PurgeNotice:
        """Return what will be purged, and what may be purged now (decision 10)."""

    def set_purge_days(self, days: int) -> None:
        """Set after how many days without activity a talk is purged: 30 to 365."""

    def purge(self) -> int:
        """Purge what was announced long enough ago; returns how many talks."""
