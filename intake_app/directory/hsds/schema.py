"""The Human Services Data Specification (HSDS) 3.0 as a table: what each entity holds, and what lies in what.

Source: https://github.com/openreferral/specification, branch 3.0, `schema/*.json` and `datapackage.json`.

The form in which `directory.records` keeps a document follows from it:

- a field that HSDS knows has the type that HSDS gives it; a value that does not fit stands beside it under
  `<field>_as_given`, so that nothing is lost and nothing is misread;
- nothing empty is kept (no null, no empty text, list or object), but obligatory text is there, if need be as "";
- what a document lies in is not said again inside it (no `service_id` in the phone of a service, no `link_id` in its
  attribute), and what is a record of its own stands there by its id only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from intake_app.directory.records import RecordKind

if TYPE_CHECKING:
    from collections.abc import Mapping

AS_GIVEN = "_as_given"
"""Ends the name under which a value is kept that its field cannot hold."""


class Form(StrEnum):
    """What the values of a column are. All but numbers are JSON text."""

    TEXT = "string"
    ID = "uuid"
    URI = "uri"
    EMAIL = "email"
    NUMBER = "number"
    DATE = "date"
    MOMENT = "datetime"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One field that holds a single value.

    Attributes:
        takes_any_text: whatever text there is, it fits.
        choices: the only values it may have; empty where any will do.
    """

    name: str
    form: Form
    required: bool
    takes_any_text: bool
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One kind of object, and one table of the CSV package.

    Attributes:
        table: the name of its file without `.csv`.
        columns: by name, in the order of the official tables.
        children: lists that lie in it, by the name of the field, each with the entity that it lists.
        singles: single objects that lie in it: the entity, and the column that refers to it where it lies elsewhere.
        parents: columns that name what a row lies in, each with that entity.
    """

    name: str
    table: str
    columns: Mapping[str, Column]
    children: Mapping[str, str]
    singles: Mapping[str, tuple[str, str]]
    parents: Mapping[str, str] = field(default_factory=dict)

    @property
    def record(self) -> RecordKind | None:
        """The kind of record that it is; None where it lies in one."""
        return RecordKind(self.name) if self.name in _RECORDS else None

    @property
    def required(self) -> tuple[Column, ...]:
        """The columns without which the official schema refuses it."""
        return tuple(column for column in self.columns.values() if column.required)


_RECORDS = frozenset({"organization", "location", "service", "taxonomy", "taxonomy_term"})

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "status": ("active", "inactive", "defunct", "temporarily closed"),
    "location_type": ("physical", "postal", "virtual"),
    "address_type": ("physical", "postal", "virtual"),
    "wkst": ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
    "freq": ("WEEKLY", "MONTHLY"),
}
"""The first one stands in where an obligatory one is missing."""

# Per table: the file, then the columns (`:form`, text where none is said; `*` where obligatory).
_COLUMNS: Mapping[str, tuple[str, str]] = {
    "organization": (
        "organizations",
        (
            "id:uuid* name* alternate_name description* email:email website:uri tax_status tax_id "
            "year_incorporated:number legal_status logo uri:uri parent_organization_id:uuid"
        ),
    ),
    "program": ("programs", "id:uuid* organization_id:uuid name* alternate_name description*"),
    "service": (
        "services",
        (
            "id:uuid* organization_id:uuid program_id:uuid name* alternate_name description url:uri email:email "
            "status* interpretation_services application_process fees_description wait_time fees accreditations "
            "eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email:email "
            "licenses alert last_modified:datetime"
        ),
    ),
    "attribute": ("attributes", "id:uuid* link_id:uuid taxonomy_term_id:uuid link_type link_entity value"),
    "service_at_location": ("service_at_location", "id:uuid* service_id:uuid location_id:uuid description"),
    "location": (
        "locations",
        (
            "id:uuid* location_type* url:uri organization_id:uuid name alternate_name description transportation "
            "latitude:number longitude:number external_identifier external_identifier_type"
        ),
    ),
    "phone": (
        "phones",
        (
            "id:uuid* location_id:uuid service_id:uuid organization_id:uuid contact_id:uuid "
            "service_at_location_id:uuid number* extension:number type description"
        ),
    ),
    "contact": (
        "contacts",
        (
            "id:uuid* organization_id:uuid service_id:uuid service_at_location_id:uuid location_id:uuid name "
            "title department email:email"
        ),
    ),
    "address": (
        "addresses",
        (
            "id:uuid* location_id:uuid attention address_1* address_2 city* region state_province* postal_code* "
            "country* address_type*"
        ),
    ),
    "schedule": (
        "schedules",
        (
            "id:uuid* service_id:uuid location_id:uuid service_at_location_id:uuid valid_from:date valid_to:date "
            "dtstart:date timezone:number until:date count:number wkst freq interval:number byday byweekno "
            "bymonthday byyearday description opens_at:time closes_at:time schedule_link:uri attending_type notes"
        ),
    ),
    "funding": ("funding", "id:uuid* organization_id:uuid service_id:uuid source"),
    "service_area": ("service_areas", "id:uuid* service_id:uuid name description extent extent_type uri"),
    "required_document": ("required_documents", "id:uuid* service_id:uuid document uri:uri"),
    "language": ("languages", "id:uuid* service_id:uuid location_id:uuid phone_id:uuid name code note"),
    "accessibility": ("accessibility", "id:uuid* location_id:uuid description details url:uri"),
    "taxonomy_term": (
        "taxonomy_terms",
        "id:uuid* code name* description* parent_id:uuid taxonomy language taxonomy_id:uuid term_uri:uri",
    ),
    "metadata": (
        "metadata",
        (
            "id:uuid* resource_id:uuid resource_type last_action_date:date* last_action_type* field_name* "
            "previous_value* replacement_value* updated_by*"
        ),
    ),
    "meta_table_description": ("meta_table_descriptions", "id:uuid* name language character_set"),
    "cost_option": (
        "cost_options",
        "id:uuid* service_id:uuid valid_from:date valid_to:date option currency amount:number amount_description",
    ),
    "organization_identifier": (
        "organization_identifiers",
        "id:uuid* organization_id:uuid identifier_scheme identifier_type* identifier*",
    ),
    "taxonomy": ("taxonomies", "id:uuid* name* description* uri:uri version"),
}

# `services` of an organization stands in the interface (openapi.json) and its example, not in organization.json.
_CHILDREN: Mapping[str, str] = {
    "organization": "funding contacts phones locations programs organization_identifiers services",
    "program": "",
    "service": "phones schedules service_areas service_at_locations languages funding cost_options "
    "required_documents contacts",
    "service_at_location": "contacts phones schedules",
    "location": "languages addresses contacts accessibility phones schedules",
    "phone": "languages",
    "contact": "phones",
}
_BARE = frozenset({"attribute", "metadata", "taxonomy", "taxonomy_term"})
"""Those without attributes of their own; they have metadata, but for metadata itself."""

_SINGLES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "service": {"organization": ("organization", "organization_id"), "program": ("program", "program_id")},
    "service_at_location": {"location": ("location", "location_id"), "service": ("service", "service_id")},
    "attribute": {"taxonomy_term": ("taxonomy_term", "taxonomy_term_id")},
    "taxonomy_term": {"taxonomy_detail": ("taxonomy", "taxonomy_id")},
}

LINKS: Mapping[str, tuple[str, str]] = {
    "attribute": ("link_id", "link_entity"),
    "metadata": ("resource_id", "resource_type"),
}
"""What may lie in any entity: the columns for the id of what it lies in, and for that one's kind."""

BOTTOM_UP = (
    "metadata",
    "attribute",
    *("language", "address", "schedule", "funding", "service_area", "required_document", "accessibility"),
    *("cost_option", "organization_identifier", "phone", "contact", "service_at_location", "program"),
    *("meta_table_description", "taxonomy", "taxonomy_term", "location", "organization", "service"),
)
"""All entities, each after everything that lies in it."""


def _column(spec: str) -> Column:
    name, _, said = spec.rstrip("*").partition(":")
    form, choices = Form(said or "string"), _CHOICES.get(name, ())
    is_free = not choices and form in {Form.TEXT, Form.ID, Form.URI, Form.EMAIL}
    return Column(name=name, form=form, required=spec.endswith("*"), takes_any_text=is_free, choices=choices)


def _listed(table: str) -> str:
    """The name of a list of these inside another; only one differs from its file."""
    return "service_at_locations" if table == "service_at_location" else table


LISTS: Mapping[str, str] = {_listed(table): name for name, (table, _) in _COLUMNS.items()}
"""Entities by the names of fields that list them."""


def _children(name: str) -> dict[str, str]:
    listed = _CHILDREN.get(name, "").split()
    if name not in _BARE:
        listed.append("attributes")
    if name != "metadata":
        listed.append("metadata")
    return {each: LISTS[each] for each in listed}


def _entity(name: str, table: str, columns: str) -> Entity:
    owners = [other for other in _COLUMNS if name in _children(other).values() and name not in _RECORDS]
    found = {column.name: column for column in map(_column, columns.split())}
    return Entity(
        name=name,
        table=table,
        columns=found,
        children=_children(name),
        singles=_SINGLES.get(name, {}),
        parents={f"{owner}_id": owner for owner in owners if f"{owner}_id" in found},
    )


ENTITIES: Mapping[str, Entity] = {name: _entity(name, *spec) for name, spec in _COLUMNS.items()}
"""All 21 of them by name, in the order of the official data package."""

PLAIN: Mapping[str, frozenset[str]] = {
    name: frozenset(each.name for each in entity.columns.values() if each.takes_any_text)
    for name, entity in ENTITIES.items()
}
"""The columns of each that take any text: most values of a file are of these, and need no look."""
