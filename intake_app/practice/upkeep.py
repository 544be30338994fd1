"""The upkeep of the sociale kaart: what a front end may do with it, and what it is told.

Every change is one transaction, and can be undone as long as nobody changed the same entry after it. Nothing here is
about a person: notes are about the service, and who typed something that looks like a person's number is told so.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from intake_app.advice.kinds import OptionKind
from intake_app.core.ids import ServiceId
from intake_app.directory.checks import Call, Check, Twins
from intake_app.directory.import_plan import Format, ImportPlan
from intake_app.directory.model import Service
from intake_app.directory.query import Found, Query

Progress = Callable[[int, int], bool]
"""Told how much is done, of how much (0 where nobody knows); answers whether to go on.

Who is told to stop raises `ProblemsError` `exchange_stopped`; nothing is half read or written.
"""
LONGEST_NOTE = 1_000
"""Signs of a note from practice. Source: eigen oordeel; a note is a sentence or two."""


class BatchKind(StrEnum):
    """What changed the sociale kaart."""

    EDIT = "edit"
    MANY = "many"
    IMPORT = "import"
    MERGE = "merge"
    CHECK = "check"
    REMOVE = "remove"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLine:
    """One change of the sociale kaart, of one entry or of thousands.

    Attributes:
        about: the name of the file, or of the service where it was one.
        undone: when it was undone; None where it stands.
    """

    id: str
    at: datetime.datetime
    who: str
    kind: BatchKind
    about: str
    added: int
    changed: int
    gone: int
    undone: datetime.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceNote:
    """How it went last time: about the service, never about a person."""

    id: str
    service: ServiceId
    at: datetime.datetime
    who: str
    text: str


class Upkeep(Protocol):
    """The sociale kaart of this practice: the national entries that come with the program, and its own."""

    @property
    def may_change(self) -> bool:
        """Tell whether the present user may change it now: the right is there, and the store is open to write."""

    @property
    def kinds(self) -> tuple[OptionKind, ...]:
        """All kinds of help, each with its group."""

    def services(self) -> tuple[Service, ...]:
        """Return all entries, those that are not offered too."""

    def service(self, id_: ServiceId) -> Service:
        """Return one entry; raises `ProblemsError` `service_unknown`."""

    def is_own(self, id_: ServiceId) -> bool:
        """Tell whether the practice keeps this entry; else it is as it came with the program."""

    def search(self, query: Query) -> Found:
        """Search; fast enough for every key stroke once `warm` has run."""

    def warm(self) -> None:
        """Make the search ready. Slow; may be called off the drawing thread, and again for nothing."""

    def save(self, service: Service) -> BatchLine | None:
        """Keep an entry that was changed, or is new; None where nothing differs from what is kept.

        Raises:
            ProblemsError: for every field that cannot be, with its name as the place (`directory.faults`).
        """

    def save_many(self, services: Sequence[Service]) -> BatchLine | None:
        """Keep several as one change; None where nothing differs."""

    def new_id(self) -> ServiceId:
        """Return an id for a new entry."""

    def remove(self, ids: Sequence[ServiceId]) -> BatchLine | None:
        """Take entries out. One that came with the program is put on the list of what is never offered instead."""

    def read_file(self, path: str, progress: Progress, *, whole_list: bool = False) -> ImportPlan:
        """Read a file and work out what it would do; nothing is written. Slow.

        Raises:
            ProblemsError: the file as a whole cannot be read. What is wrong with a row stands in the plan.
        """

    def take_in(self, plan: ImportPlan, answers: Mapping[str, str], progress: Progress) -> BatchLine | None:
        """Do what the plan says, as one transaction; None where it changes nothing. Slow.

        `answers` leads from the id of an unsure or gone line to the id it is the same as, `NEW` or `SKIP`. A line that
        is unsure and has no answer is skipped; one that is gone stays unless its answer is its own id.
        """

    def write_file(self, path: str, format_: Format, ids: Sequence[ServiceId] | None, progress: Progress) -> None:
        """Write entries (all when `ids` is None) to a file, whole or not at all. Slow."""

    def write_template(self, path: str, format_: Format) -> None:
        """Write the empty table to fill in, CSV or XLSX, with the columns explained."""

    def batches(self) -> tuple[BatchLine, ...]:
        """Return the changes of the sociale kaart, newest first."""

    def undo(self, batch_id: str) -> BatchLine:
        """Undo a change, whole. Slow for a large one.

        Raises:
            ProblemsError: `directory_changed_since` when an entry of it was changed afterwards.
        """

    def calls(self) -> tuple[Call, ...]:
        """Return who to ring this week, the most urgent first."""

    def checked(self, check: Check, changed: Service | None = None) -> BatchLine | None:
        """Note what a call gave; with `changed` the entry as it is now. Returns the change, where there was one."""

    def checks(self, id_: ServiceId) -> tuple[Check, ...]:
        """Return how often somebody made sure of an entry, newest first."""

    def notes(self, id_: ServiceId) -> tuple[ServiceNote, ...]:
        """Return how it went with a service, newest first."""

    def write_note(self, id_: ServiceId, text: str) -> ServiceNote:
        """Keep how it went. Raises `ProblemsError` `note_about_person` for what looks like a person's data."""

    def remove_note(self, note_id: str) -> None:
        """Take a note away."""

    def twins(self) -> tuple[Twins, ...]:
        """Return entries that may be the same, the likeliest first. Slow."""

    def merge(self, kept: Service, gone: ServiceId) -> BatchLine | None:
        """Keep one entry, as given, in the place of two; notes and checks of the other come along."""

    def leaflet(self, ids: Sequence[ServiceId]) -> bytes:
        """Return a PDF to give along with these services. Slow."""
