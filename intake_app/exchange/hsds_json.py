"""HSDS 3.0 as JSON, in: one object, a list, lines, or a page of an interface, read piece by piece."""

from __future__ import annotations

import codecs
from functools import lru_cache
from typing import IO, TYPE_CHECKING, Any

import ijson

from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.hsds.gather import Gathering
from intake_app.directory.hsds.schema import BOTTOM_UP, ENTITIES, LISTS
from intake_app.directory.import_plan import Format, Incoming
from intake_app.exchange.file_guard import check_size

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from intake_app.practice.upkeep import Progress

_PAGE = frozenset({"total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty"})
"""Fields of a page that say nothing about services (openapi.json, Page)."""
_CONTENTS = "contents"
_TOLD_EVERY = 500
_SORTS = ("service", "organization", "service_at_location", "location", "taxonomy_term", "taxonomy")
"""What stands in a list that has no name of its own; where the fields fit several, the first."""
_NAMES = {**LISTS, **{f"{entity.table}.csv": name for name, entity in ENTITIES.items()}}
_DEEPER = {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}


def read_hsds_json(path: Path, progress: Progress) -> Incoming:
    """Read services, organizations, service_at_locations, locations, taxonomies or terms, with all that lies in them.

    Raises:
        ProblemsError: the file cannot be read, is no whole JSON, holds nothing of HSDS, or reading was stopped.
    """
    check_size(path, path.name)
    gathering = Gathering()
    try:
        for where, name, value in _objects(path, gathering, progress):
            sort = name or (_sort_of(tuple(value)) if isinstance(value, dict) else None)
            if sort is None or not isinstance(value, dict):
                gathering.findings.wrong("hsds_not_recognised", f"{path.name}: {where}")
            else:
                gathering.take(sort, value, f"{path.name}: {where}")
    except (ijson.JSONError, UnicodeError):
        raise ProblemsError((problem("hsds_json_broken", path.name),)) from None
    return gathered(gathering, path.name, Format.HSDS_JSON)


def gathered(gathering: Gathering, source: str, format_: Format) -> Incoming:
    """Return what a file held; raises `ProblemsError` where it held nothing, with what was wrong in it."""
    records, findings = gathering.finish(), gathering.findings
    problems = findings.problems(source)
    if not records:
        raise ProblemsError(problems or (problem("hsds_nothing_found", source),))
    return Incoming(
        source=source,
        format=format_,
        records=records,
        problems=problems,
        kept=tuple(sorted(findings.kept.items())),
        dropped=tuple(sorted(findings.dropped.items())),
    )


def _objects(path: Path, gathering: Gathering, progress: Progress) -> Iterator[tuple[str, str | None, Any]]:
    """Give each object with its place, and what it is where its list says so. One way through the file per list."""
    with path.open("rb") as file:
        top = _Top(_as_utf8(file))
    for key in top.keys - top.lists.keys() - _PAGE if top.lists else ():
        gathering.findings.dropped[key] += 1
    size = path.stat().st_size
    prefixes = top.prefixes()
    for done, (key, prefix) in enumerate(prefixes):
        with path.open("rb") as file:
            found = ijson.items(_as_utf8(file), prefix, use_float=True, multiple_values=True)
            for index, value in enumerate(found):
                if not index % _TOLD_EVERY and not progress(done * size + file.tell(), len(prefixes) * size):
                    raise ProblemsError((problem("exchange_stopped"),))
                yield f"{key}[{index}]", top.lists.get(key), value


class _Top:
    """What stands at the top of a file.

    Attributes:
        keys: of the object at the top; empty where there is a list, or several objects.
        lists: keys of lists in it, each with the entity it lists, None for the contents of a page.
    """

    def __init__(self, file: IO[bytes] | _Recoded) -> None:
        self.keys: set[str] = set()
        self.lists: dict[str, str | None] = {}
        self._is_list = False
        depth, key = 0, ""
        for event, value in ijson.basic_parse(file, use_float=True, multiple_values=True):
            if depth == 1 and event == "map_key":
                key = value
                self.keys.add(key)
            elif event in _DEEPER:
                if event == "start_array" and depth == 1 and (key == _CONTENTS or key in _NAMES):
                    self.lists[key] = _NAMES.get(key)
                self._is_list = self._is_list or (event == "start_array" and not depth)
                depth += _DEEPER[event]
        if "id" in self.keys:
            self.lists = {}

    def prefixes(self) -> list[tuple[str, str]]:
        """Where the objects are, in the words of ijson; lists of what lies in others come first."""
        if self._is_list:
            return [("", "item")]
        order = {name: index for index, name in enumerate(BOTTOM_UP)}
        lists = sorted(self.lists, key=lambda key: order.get(self.lists[key] or "", len(order)))
        return [(key, f"{key}.item") for key in lists] or [("", "")]


def _as_utf8(file: IO[bytes]) -> IO[bytes] | _Recoded:
    """JSON is UTF-8; one with a mark before it, and UTF-16, are read too."""
    start = file.read(3)
    if start == codecs.BOM_UTF8:
        return file
    file.seek(0)
    wide = start[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
    return _Recoded(file) if wide else file


class _Recoded:
    """A file in UTF-16, read as UTF-8."""

    def __init__(self, file: IO[bytes]) -> None:
        self._text = codecs.getreader("utf-16")(file)

    def read(self, size: int) -> bytes:
        """Return the next bytes; none at the end. `size` counts signs, 0 asks for nothing."""
        return self._text.read(size, size).encode() if size else b""


@lru_cache(maxsize=1000)
def _sort_of(keys: tuple[str, ...]) -> str | None:
    """Tell by its fields what an object is; None where it has no more than an id of HSDS."""

    def fit(name: str) -> tuple[int, bool]:
        entity = ENTITIES[name]
        known = sum(key in entity.columns or key in entity.children or key in entity.singles for key in keys)
        return known, all(column.name in keys for column in entity.required)

    best = max(_SORTS, key=fit)
    return best if fit(best)[0] > 1 else None
