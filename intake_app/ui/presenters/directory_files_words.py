"""Numbers, names of fields and single lines, as the screen of lists says them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from intake_app.directory.facts import ENGLISH, FACTS
from intake_app.ui.theme.roles import Role

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk

MOST_NAMED = 8
"""Unknown fields that are named on the screen; more are counted. Source: eigen oordeel, two lines of text."""
_ELSEWHERE = {
    "kind": "table_header.kinds",
    "application_process": "table_header.referral_by",
    "fees_description": "table_header.fees",
    "eligibility_description": "table_header.eligibility",
    "schedules": "table_header.schedule",
    "service_areas": "table_header.area",
    "service_at_locations": "directory_field.address",
    "cost_options": "service_field.costs",
    "contacts": "table_header.contact",
    "example": "service_field.example",
    "picture": "service_field.contact_picture",
    "phone": "table_header.phone_words",
}
_HERE = (
    *("status", "attributes", "interpretation_services", "wait_time", "accreditations", "licenses", "assurer_email"),
    *("last_modified", "funding", "program", "capacities", "additional_urls", "metadata"),
)
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        **{name: f"table_header.{name}" for name in FACTS if not name.endswith(ENGLISH)},
        **_ELSEWHERE,
        "program_id": "directory_files_field.program",
        **{name: f"directory_files_field.{name}" for name in _HERE},
    }
)
"""From the name of a field, of HSDS or of our taxonomy, to the key of its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a list: its cells, an icon that goes with the words, and how all of it is said aloud."""

    cells: tuple[str, ...]
    icon: str = ""
    role: Role = Role.TEXT_SOFT
    spoken: str = ""


class ListWords:
    """Says things in the language of the screen."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def say(self, key: str, **values: str) -> str:
        """Return a text of the section `directory_files`."""
        return self.desk.text(f"directory_files.{key}", **values)

    def number(self, count: int) -> str:
        """Return a number as in "12.480"."""
        grouped = f"{count:,}"
        return grouped.replace(",", ".") if self.desk.language == "nl" else grouped

    def field(self, name: str) -> str:
        """Return the name of a field in words; as it is where nobody knows it."""
        if name in FIELDS:
            return self.desk.text(FIELDS[name])
        base = name.removesuffix(ENGLISH)
        if base in FIELDS:
            return self.desk.text("directory_files_field.english", field=self.desk.text(FIELDS[base]))
        return name

    def fields(self, names: Iterable[str]) -> str:
        """Return several fields in words, each once."""
        return ", ".join(dict.fromkeys(map(self.field, names)))

    def times(self, found: Sequence[tuple[str, int]], most: int = MOST_NAMED) -> str:
        """Return fields of somebody else with how often each occurs; those beyond `most` are counted."""
        said = [
            self.say("field_times", field=field, count=self.number(count)) if count > 1 else field
            for field, count in found[:most]
        ]
        if len(found) > most:
            said.append(self.say("fields_more", count=self.number(len(found) - most)))
        return ", ".join(said)

    def counts(self, *, added: int, changed: int, gone: int) -> str:
        """Return what a change brings, as in "12 nieuw, 3 gewijzigd"; empty where it is nothing."""
        named = (("count_added", added), ("count_changed", changed), ("count_gone", gone))
        return ", ".join(self.say(key, count=self.number(count)) for key, count in named if count)
