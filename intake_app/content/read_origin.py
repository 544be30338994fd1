"""Where a rule comes from, as it stands in the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.triage.model import Origin, Strength

if TYPE_CHECKING:
    from intake_app.core.tree import Reader

STATUSES = ("te_bevestigen", "confirmed")


def owner_of(file: Reader) -> str:
    """Take who answers for the rules of a file that name no owner of their own."""
    return file.required("owner")


def read_origin(reader: Reader, owner: str) -> Origin:
    """Take source, its strength, owner, status and date checked of a rule."""
    return Origin(
        source=reader.required("source"),
        strength=Strength(reader.choice("strength", tuple(Strength))),
        owner=reader.text("owner", owner),
        status=reader.choice("status", STATUSES),
        checked=reader.required("checked"),
    )
