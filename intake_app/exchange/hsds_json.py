"""HSDS 3.0 as JSON, in: one object, a list, lines, or a page of an interface, read piece by piece."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.hsds.gather import Gathering
from intake_app.directory.hsds.schema import BOTTOM_UP, ENTITIES, LISTS
from intake_app.directory.import_plan import Format, Incoming
from intake_app.exchange.file_guard import check_size
from intake_app.exchange.json_pieces import BrokenJsonError, JsonPieces, TooDeep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from intake_app.practice.upkeep import Progress

_PAGE = frozenset({"total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty"})
"""Fields of a page that say nothing about services (openapi.json, Page)."""
_CONTENTS = "contents"
_TOLD_EVERY = 500
_SORTS = ("service", "organization", "service_at_location", "location", "taxonomy_term", "taxonomy")
"""What stands in a list that has no name of its own; where the fields fit several, the first."""
_ORDER = {name: index for index, name in enumerate(BOTTOM_UP)}
_NAMES = {**LISTS, **{f"{entity.table}.csv": name for name, entity in ENTITIES.items()}}


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
            if isinstance(value, TooDeep):
                gathering.findings.wrong("hsds_row_unfit", f"{path.name}: {where}")
            elif sort is None or not isinstance(value, dict):
                gathering.findings.wrong("hsds_not_recognised", f"{path.name}: {where}")
            else:
                gathering.take(sort, value, f"{path.name}: {where}")
    except (BrokenJsonError, UnicodeError):
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
    """Give each object with its place, and what it is where its list says so.

    What lies in others comes first. So a file with lists by name is gone through twice: to find them, and to read them.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        top = _Top(JsonPieces(file), partial(_told, progress, (0, 2 * size)))
    for key in top.keys - {each.key for each in top.lists} - _PAGE if top.lists else ():
        gathering.findings.dropped[key] += 1
    done = size
    for key, name, place in top.lists or [_Listed("", None, 0)]:
        with path.open("rb") as file:
            pieces = JsonPieces(file, place)
            found = pieces.items() if top.lists else _singly(pieces)
            for index, value in enumerate(found):
                if not index % _TOLD_EVERY:
                    _told(progress, (done - place, 2 * size), pieces.place)
                yield f"{key}[{index}]", name, value
            done += pieces.place - place


def _singly(pieces: JsonPieces) -> Iterator[Any]:
    """Give the values that stand one after the other, and what is in them where they are lists."""
    while sign := pieces.peek():
        if sign == "[":
            yield from pieces.items()
        else:
            yield pieces.value()


def _told(progress: Progress, place: tuple[int, int], at: int) -> None:
    if not progress(place[0] + at, place[1]):
        raise ProblemsError((problem("exchange_stopped"),))


class _Listed(NamedTuple):
    """A list by its key, with the entity that it lists (None for the contents of a page) and its place in the file."""

    key: str
    name: str | None
    place: int


class _Top:
    """What stands at the top of a file.

    Attributes:
        keys: of the objects at the top.
        lists: in them, those of what lies in others first; none where one looks for what is at the top itself.
    """

    def __init__(self, pieces: JsonPieces, tell: Callable[[int], None]) -> None:
        """Look until it is clear: a list, and an object with an id, need not be gone through."""
        self.keys: set[str] = set()
        self.lists: list[_Listed] = []
        while sign := pieces.peek():
            if sign != "{" or not self._looked_in(pieces, tell):
                self.lists = []
                return
        self.lists.sort(key=lambda each: _ORDER.get(each.name or "", len(_ORDER)))

    def _looked_in(self, pieces: JsonPieces, tell: Callable[[int], None]) -> bool:
        """Look for lists in an object; stop and return False where it has an id."""
        for key in pieces.keys():  # noqa: SIM118  no dict
            self.keys.add(key)
            if key == "id":
                return False
            if pieces.peek() == "[" and (key == _CONTENTS or key in _NAMES):
                self.lists.append(_Listed(key, _NAMES.get(key), pieces.place))
                for index, _ in enumerate(pieces.items()):
                    if not index % _TOLD_EVERY:
                        tell(pieces.place)
            else:
                pieces.value()
        return True


@lru_cache(maxsize=1000)
def _sort_of(keys: tuple[str, ...]) -> str | None:
    """Tell by its fields what an object is; None where it has no more than an id of HSDS."""

    def fit(name: str) -> tuple[int, bool]:
        entity = ENTITIES[name]
        known = sum(key in entity.columns or key in entity.children or key in entity.singles for key in keys)
        return known, all(column.name in keys for column in entity.required)

    best = max(_SORTS, key=fit)
    return best if fit(best)[0] > 1 else None
