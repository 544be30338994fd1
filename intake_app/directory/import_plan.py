"""What an import would do, before anything is written: line by line, with what must be decided first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.problems import Problem
    from intake_app.directory.records import Key, Records


class Format(StrEnum):
    """The files that the sociale kaart goes into and comes from."""

    HSDS_JSON = "hsds_json"
    HSDS_CSV = "hsds_csv"
    TABLE_CSV = "table_csv"
    TABLE_XLSX = "table_xlsx"
    VCARD = "vcard"


class Outcome(StrEnum):
    """What an import does with an entry."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    GONE = "gone"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A file that was read.

    Attributes:
        source: the name of the file, without its folder.
        records: what it holds, references resolved as `directory.records` says.
        partial: records of a table that fills in only some fields: what it does not name stays as it was.
        fields: with `partial` the facts that the table holds, by their names in `directory.facts`: a service that is
            here already takes them over with `laid_over(here, comes, fields)`.
        problems: rows that were skipped, each with file, row, column and remedy.
        kept: fields that HSDS does not know, and how often they occur; they are kept.
        dropped: what cannot be held, and how often it occurs.
    """

    source: str
    format: Format
    records: Records
    partial: bool = False
    fields: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    kept: tuple[tuple[str, int], ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One service of the file, or one that is here and not in the file.

    Attributes:
        id: of the service in the file; of the service here where `outcome` is gone.
        fields: names of the fields that differ, by HSDS.
        candidates: ids of services here that it may be, where `outcome` is unsure, the likeliest first.
    """

    id: str
    name: str
    organization: str
    outcome: Outcome
    fields: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do. Nothing is written yet.

    `gone` lines are there only where the file is said to be the whole list. `matched` leads from the ids of the file
    to those of the store, for what was found to be the same. `besides` are records of the file that belong to no
    service of it and come in too: organisations without a service, taxonomies, loose records.
    """

    incoming: Incoming
    lines: tuple[PlanLine, ...]
    matched: Mapping[str, str]
    besides: tuple[Key, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """Return how many lines have this outcome."""
        return sum(line.outcome is outcome for line in self.lines)


NEW = ""
"""The answer to an unsure line that says: this is another one."""
SKIP = "-"
"""The answer to a line that says: leave it out."""
