"""From rows of the sociale kaart to the values of the program, whichever way a row was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intake_app.core.ids import ServiceId
from intake_app.directory.checks import Check, Verdict
from intake_app.directory.model import How
from intake_app.practice.upkeep import BatchKind, BatchLine, ServiceNote

BATCH_COLUMNS = ("id", "at", "who", "kind", "about", "added", "changed", "gone", "undone_at")
CHECK_COLUMNS = ("id", "service_id", "at", "who", "how", "verdict", "about", "text", "batch_id")
NOTE_COLUMNS = ("id", "service_id", "at", "who", "text")
_BETWEEN = ","
"""Between the names of fields, which hold letters and underscores only."""


def batch_of(row: Mapping[Any, Any]) -> BatchLine:
    """A change of the sociale kaart."""
    return BatchLine(
        id=str(row["id"]),
        at=row["at"],
        who=row["who"],
        kind=BatchKind(row["kind"]),
        about=row["about"],
        added=row["added"],
        changed=row["changed"],
        gone=row["gone"],
        undone=row["undone_at"],
    )


def check_of(row: Mapping[Any, Any]) -> Check:
    """A look at a service."""
    return Check(
        service=ServiceId(row["service_id"]),
        at=row["at"],
        who=row["who"],
        how=How(row["how"]),
        verdict=Verdict(row["verdict"]),
        about=tuple(row["about"].split(_BETWEEN)) if row["about"] else (),
        text=row["text"],
    )


def row_of_check(check: Check) -> dict[str, object]:
    """The columns of a check, but for its number and its change."""
    return {
        "service_id": check.service,
        "at": check.at,
        "who": check.who,
        "how": check.how.value,
        "verdict": check.verdict.value,
        "about": _BETWEEN.join(check.about),
        "text": check.text,
    }


def note_of(row: Mapping[Any, Any]) -> ServiceNote:
    """How it went with a service."""
    return ServiceNote(
        id=row["id"], service=ServiceId(row["service_id"]), at=row["at"], who=row["who"], text=row["text"]
    )
