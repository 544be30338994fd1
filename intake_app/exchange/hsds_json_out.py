"""HSDS 3.0 as JSON, out: one page of full services, and beside it what no service leads to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import msgspec

from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.hsds.schema import ENTITIES, LISTS, Entity, Form
from intake_app.directory.records import Document, Key, RecordKind, Records, unpacked
from intake_app.exchange.whole_file import written_whole

if TYPE_CHECKING:
    from pathlib import Path

    from intake_app.practice.upkeep import Progress

_TOLD_EVERY = 500
_FIELDS = {name: listed for listed, name in LISTS.items()}


def write_hsds_json(path: Path, records: Records, progress: Progress) -> None:
    """Write a page whose `contents` are full services; further lists hold what is in none of them.

    What several services share (an organization, a location, a term) is written whole with the first of them, and with
    its obligatory fields only with the others: so a file grows with what it says.

    Raises:
        OSError: nothing was written; what stood there before stands there still.
        ProblemsError: `exchange_stopped`, and the same.
    """
    nesting = _Nesting(records)
    services = [key for key in records if key[0] is RecordKind.SERVICE]
    total = len(records)
    with written_whole(path) as file:
        head = {"total_items": len(services), "total_pages": 1, "page_number": 1, "size": len(services)}
        head |= {"first_page": True, "last_page": True, "empty": not services}
        file.write(msgspec.json.encode(head)[:-1] + b',"contents":[')
        for done, key in enumerate(services):
            if not done % _TOLD_EVERY and not progress(done, total):
                raise ProblemsError((problem("exchange_stopped"),))
            file.write((b",\n" if done else b"\n") + msgspec.json.encode(nesting.whole(key)))
        for name, documents in nesting.others().items():
            file.write(b'],\n"%b":[\n' % _FIELDS[name].encode())
            file.write(b",\n".join(msgspec.json.encode(each) for each in documents))
        file.write(b"]}\n")
    progress(total, total)


class _Nesting:
    """Records as full objects, with what they refer to in its place."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._whole: set[Key] = set()

    def whole(self, key: Key) -> dict[str, Any]:
        """Return a record with all that it refers to; what was written whole before comes short."""
        self._whole.add(key)
        return self._nested(_entity_of(key), unpacked(self._records[key]))

    def others(self) -> dict[str, list[dict[str, Any]]]:
        """Return by entity what was not written whole yet."""
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for key in self._records:
            if key not in self._whole:
                found[_entity_of(key).name].append(self.whole(key))
        return found

    def _nested(self, entity: Entity, document: Document) -> dict[str, Any]:
        made: dict[str, Any] = {column.name: "" for column in entity.required if column.form is not Form.NUMBER}
        made.update(document)
        for listed in document.keys() & entity.children.keys():
            child = ENTITIES[entity.children[listed]]
            made[listed] = [self._nested(child, each) for each in document[listed]]
        for name, (other, column) in entity.singles.items():
            inner = self._single(other, document.get(column), document)
            if inner is not None:
                made[name] = inner
                del made[column]
        return made

    def _single(self, name: str, own: str | None, document: Document) -> dict[str, Any] | None:
        if own is None:
            return None
        if name == "program":
            return self._program(own, document.get("organization_id"))
        key = (RecordKind(name), own)
        if key not in self._records:
            return None
        if key not in self._whole:
            return self.whole(key)
        known = unpacked(self._records[key])
        return {column.name: known.get(column.name, "") for column in ENTITIES[name].required}

    def _program(self, own: str, organization: str | None) -> dict[str, Any] | None:
        loose = (RecordKind.LOOSE, f"program/{own}")
        if loose in self._records:
            return self.whole(loose)
        home = self._records.get((RecordKind.ORGANIZATION, organization or ""))
        programs = unpacked(home).get("programs", ()) if home is not None else ()
        return next((self._nested(ENTITIES["program"], each) for each in programs if each["id"] == own), None)


def _entity_of(key: Key) -> Entity:
    return ENTITIES[key[1].partition("/")[0] if key[0] is RecordKind.LOOSE else key[0].value]
