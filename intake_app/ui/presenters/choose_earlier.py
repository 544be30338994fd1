"""How it went before with the service in view, for the practitioner: it stands on no paper and on no card."""

from __future__ import annotations

from dataclasses import dataclass

from intake_app.directory.model import Service
from intake_app.practice.upkeep import ServiceNote, Upkeep
from intake_app.ui.presenters.choose_facts import day
from intake_app.ui.presenters.conversations import local

MOST_NOTES = 3
"""The newest notes; the entry itself has all. Source: eigen oordeel, more is not read in a talk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierView:
    """The service in view, and what was noted about it, each with its day; `more` is how many are not shown."""

    service: str
    name: str
    notes: tuple[str, ...]
    more: int


def earlier_of(upkeep: Upkeep, service: Service | None) -> EarlierView | None:
    """Return how it went before, the newest first and without who wrote it; None where there is no service."""
    if service is None:
        return None
    notes = upkeep.notes(service.id)
    return EarlierView(
        service=service.id,
        name=service.name,
        notes=tuple(map(_said, notes[:MOST_NOTES])),
        more=max(0, len(notes) - MOST_NOTES),
    )


def _said(note: ServiceNote) -> str:
    return f"{' '.join(note.text.split())} ({day(local(note.at))})"
