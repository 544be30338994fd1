"""What a service of a file makes of the records here: whole, or only in the facts that the file knows."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from intake_app.directory.documents.document import records_of
from intake_app.directory.documents.fields import items_of, text_of
from intake_app.directory.documents.own_taxonomy import PARTICULARS, own_id, values_in
from intake_app.directory.documents.view import organization_of, service_of
from intake_app.directory.facts import laid_over
from intake_app.directory.records import Key, Packed, RecordKind, packed, unpacked

if TYPE_CHECKING:
    from intake_app.directory.import_plan import Incoming
    from intake_app.directory.importing.match import Head
    from intake_app.directory.model import Service
    from intake_app.directory.records import Document, Records

_EMPTY: tuple[object, ...] = (None, "", [], {})
_INSIDE = {RecordKind.ORGANIZATION: "organization", RecordKind.LOCATION: "service_at_locations"}
"""The field of a service in which another record shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """What a service of a file makes: the service first, then its organization and places.

    What is the same as here, but for empty fields, is as it is here. `fields` are the names of the fields in which the
    rest differs from what is here, of HSDS or of our taxonomy; what is wholly new has none.
    """

    records: Mapping[Key, Packed]
    fields: tuple[str, ...]


class Laying:
    """Lays the services of one file over the records that are here.

    A file that knows our taxonomy says all there is to say: its documents replace those that are here. A list of
    somebody else says nothing of what it has no field for: facts of our own stay, and so does any field that it does
    not hold. A table says only the facts whose columns it has.
    """

    def __init__(self, incoming: Incoming, here: Records) -> None:
        """`here` holds the records of every service that a line may be laid over."""
        self._incoming, self._here = incoming, here
        terms = ((RecordKind.TAXONOMY_TERM, own_id("term", code)) for code in PARTICULARS)
        self._says_all = incoming.partial or any(term in incoming.records for term in terms)
        self._organizations: dict[str, str] | None = None

    def is_as_it_is(self, head: Head, onto: str) -> bool:
        """Tell at a glance whether a line brings nothing new; what it cannot tell is to be compared."""
        keys = ((RecordKind.SERVICE, head.id), *head.refers)
        return head.id == onto and all(self._here.get(key) == self._incoming.records[key] for key in keys)

    def is_new(self, head: Head) -> bool:
        """Tell whether a line has nothing to do with anything that is here."""
        keys = ((RecordKind.SERVICE, head.id), *head.refers)
        if any(key in self._here for key in keys):
            return False
        return not self._incoming.partial or head.organization.casefold() not in self._ids_of_organizations()

    def lay(self, head: Head, onto: str, without: Container[Key] = frozenset()) -> Laid:
        """Lay a service of the file over the one that is here, or will be, under the id `onto`.

        Records of `without` are left out: they were laid before.
        """
        is_whole = not self._incoming.partial or (onto == head.id and self.is_new(head))
        made = self._of_file(head, onto, without) if is_whole else self._of_table(head, onto)
        records, fields = dict[Key, Packed](), set[str]()
        for key, data in made.items():
            if key in without:
                continue
            records[key], names = self._compared(key, data)
            fields.update(_INSIDE.get(key[0], name) for name in names)
        return Laid(records=records, fields=tuple(sorted(fields)))

    def record(self, key: Key) -> Packed:
        """Return what a record of the file makes of the one here."""
        return self._compared(key, self._incoming.records[key])[0]

    def _compared(self, key: Key, data: Packed) -> tuple[Packed, Collection[str]]:
        before = self._here.get(key)
        if before is None or before == data:
            return data, ()
        known, document = unpacked(before), unpacked(data)
        laid = document if self._says_all or values_in(document) else _over(known, document)
        names = set(_differing(known, laid))
        return (packed(laid), names) if names else (before, ())

    def _of_file(self, head: Head, onto: str, without: Container[Key]) -> dict[Key, Packed]:
        data = self._incoming.records[RecordKind.SERVICE, head.id]
        if head.id != onto:
            data = packed({**unpacked(data), "id": onto})
        return {(RecordKind.SERVICE, onto): data} | {
            key: self._incoming.records[key] for key in head.refers if key not in without
        }

    def _of_table(self, head: Head, onto: str) -> dict[Key, Packed]:
        key = (RecordKind.SERVICE, onto)
        comes = service_of(unpacked(self._incoming.records[RecordKind.SERVICE, head.id]), self._incoming.records)
        before = self._here.get(key)
        if before is None:
            after = replace(comes, organization=replace(comes.organization, id=""))
        else:
            known = service_of(unpacked(before), self._here)
            after = laid_over(known, comes, self._incoming.fields)
            if after == known:
                return {key: before}
        made = records_of(self._with_organization(after), self._here)
        return {key: made[key], **made}

    def _with_organization(self, service: Service) -> Service:
        """An organisation that is here under the same name is that one."""
        name = service.organization.name
        id_ = service.organization.id or self._ids_of_organizations().get(name.casefold(), "")
        known = self._here.get((RecordKind.ORGANIZATION, id_))
        if service.organization.id or known is None:
            return service
        return replace(service, organization=replace(organization_of(unpacked(known)), name=name))

    def _ids_of_organizations(self) -> dict[str, str]:
        if self._organizations is None:
            found = sorted(key for key in self._here if key[0] is RecordKind.ORGANIZATION)
            named = {id_: text_of(unpacked(self._here[kind, id_]).get("name")) for kind, id_ in found}
            self._organizations = {name.casefold(): id_ for id_, name in reversed(named.items()) if name}
        return self._organizations


def _over(known: Document, document: Document) -> Document:
    """Return a document of somebody who does not know our facts, with ours and what it has no field for."""
    ours = [each for each in items_of(known, "attributes") if values_in({"attributes": [each]})]
    attributes = [*items_of(document, "attributes"), *ours]
    return {**known, **document, **({"attributes": attributes} if ours else {})}


def _differing(before: Document, after: Document) -> Iterator[str]:
    id_ = before.get("id")
    for name in before.keys() | after.keys():
        one, other = before.get(name), after.get(name)
        if one == other or _bare(one, id_) == _bare(other, id_):
            continue
        if name == "attributes":
            mine, theirs = values_in(before), values_in(after)
            codes = [code for code in mine.keys() | theirs.keys() if mine.get(code) != theirs.get(code)]
            yield from codes or [name]
        else:
            yield "organization" if name == "organization_id" else name


def _bare(value: Any, inside: object) -> Any:  # noqa: ANN401  any part of a document
    """Leave out what makes no difference to ask about: empty fields, and that a part says what it lies `inside`."""
    if isinstance(value, dict):
        own = value.get("id")
        found = {name: _bare(each, own) for name, each in value.items() if not _points_back(name, each, inside)}
        value = {name: each for name, each in found.items() if each is not None}
    elif isinstance(value, list):
        value = [_bare(each, inside) for each in value]
    return None if value in _EMPTY else value


def _points_back(name: str, value: object, inside: object) -> bool:
    return name == "link_entity" or (name.endswith("_id") and value == inside)
